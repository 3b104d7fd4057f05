"""``backprep story`` and the commands below it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from backprep.app.errors import Exit, UsageError
from backprep.app.result import Result
from backprep.commands import complete
from backprep.commands.options import Json, agree, world_of

EXAMPLES = {
    "new": "backprep story new --theme deadline",
    "list": "backprep story list",
    "show": "backprep story show 1",
    "edit": "backprep story edit 1",
    "rehearse": "backprep story rehearse",
    "coverage": "backprep story coverage",
    "export": "backprep story export stories.md",
    "delete": "backprep story delete 1 --yes",
}

Which = Annotated[
    str, typer.Argument(metavar="STORY", help="Its number, or words of its title.", autocompletion=complete.stories)
]
From = Annotated[
    str | None, typer.Option("--from", metavar="FILE", help="Take the text from a file (- for standard input).")
]


def new(
    ctx: typer.Context,
    question: Annotated[
        str | None,
        typer.Argument(metavar="[QUESTION]", help="The id of a question that it answers; without it you pick."),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TITLE", help="What you call it.")] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", "-t", metavar="THEME", help="What it is about; see `story coverage`.")
    ] = None,
    source: From = None,
    as_json: Json = False,
) -> Result:
    """Write a story of your own in your editor: what happened, what you did, what came of it."""
    from backprep.app.story.write import begin, write

    world = world_of(ctx)
    if question is None and title is None and theme is None and source is None:
        question = _picked(ctx)
    report = write(world, begin(world, question, title, theme), text=_text(source))
    return _result("story new", report, as_json)


def edit(ctx: typer.Context, story: Which, source: From = None, as_json: Json = False) -> Result:
    """Change a story. The version before is kept."""
    from backprep.app.story.kept import find
    from backprep.app.story.write import write

    world = world_of(ctx)
    held = find(world, story)
    return _result("story edit", write(world, held.story, held, _text(source)), as_json)


def list_stories(ctx: typer.Context, as_json: Json = False) -> Result:
    """See your stories, how long they are, and when to rehearse them."""
    from backprep.app.story.reports import stories_report, story_data

    report = stories_report(world_of(ctx))
    return Result("story list", report, {"stories": [story_data(each) for each in report.stories]}, as_json)


def show(
    ctx: typer.Context,
    story: Which,
    version: Annotated[int | None, typer.Option("--version", metavar="N", help="An older version.")] = None,
    as_json: Json = False,
) -> Result:
    """Read a story, with what could be better: its length, missing parts, 'we' for 'I', words that weaken it."""
    from backprep.app.story.kept import find
    from backprep.app.story.write import report

    world = world_of(ctx)
    return _result("story show", report(world, find(world, story), version), as_json)


def rehearse(
    ctx: typer.Context,
    story: Annotated[
        str | None, typer.Argument(metavar="[STORY]", help="Its number, or words of its title; without it what is due.")
    ] = None,
) -> Result:
    """Tell a story against the clock, then see your notes and tick what you said. It comes back like any question."""
    from backprep.app.story.kept import find
    from backprep.app.story.rehearse import NotRehearsed, next_story, rehearse

    world = world_of(ctx)
    report = rehearse(world, find(world, story) if story else next_story(world))
    stopped = isinstance(report, NotRehearsed) and report.interrupted
    return Result("story rehearse", report, exit=Exit.INTERRUPTED if stopped else Exit.FINE)


def coverage(ctx: typer.Context, as_json: Json = False) -> Result:
    """See what behavioural questions are mostly about, and for which of it you have no story yet."""
    from backprep.app.story.reports import coverage_report

    report = coverage_report(world_of(ctx))
    data = {"themes": {theme: list(titles) for theme, _, titles in report.themes}, "missing": list(report.missing)}
    return Result("story coverage", report, data, as_json)


def export(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Where to; printed without it.")] = None,
    story: Annotated[
        list[str] | None, typer.Option("--story", "-s", metavar="STORY", help="Only this one: number or title.")
    ] = None,
    as_json: Json = False,
) -> Result:
    """Write your stories as Markdown, to read them elsewhere."""
    from backprep.app.story.kept import find, stories
    from backprep.app.story.reports import ExportedReport, exported

    world = world_of(ctx)
    held = [find(world, word) for word in story] if story else list(stories(world))
    if not held:
        raise UsageError("there is no story yet", mend="Write one: backprep story new")
    text = exported(held)
    if file is not None:
        try:
            file.write_text(text, "utf-8")
        except OSError as error:
            raise UsageError(f"the file cannot be written: {error.strerror}", str(file), "Name another.") from error
    report = ExportedReport(text, len(held), str(file) if file else None)
    return Result("story export", report, {"file": report.file, "stories": report.stories, "text": text}, as_json)


def delete(
    ctx: typer.Context,
    story: Which,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    as_json: Json = False,
) -> Result:
    """Take a story, with all its versions, out of the progress file for good."""
    from backprep.app.story.kept import find, shred
    from backprep.app.transfer import DoneReport

    world = world_of(ctx)
    held = find(world, story)
    agree(f"{held.story.title!r} cannot be brought back. Delete it?", yes=yes)
    shred(world, held)
    said = f"The story is deleted. Older copies of your answers still hold it: {world.whereabouts().copies}"
    return Result("story delete", DoneReport(said), {"said": said}, as_json)


def _result(command: str, report: object, as_json: bool) -> Result:
    from backprep.app.story.reports import story_data
    from backprep.app.story.write import StoryReport

    data = story_data(report) if isinstance(report, StoryReport) else {"written": False}
    return Result(command, report, data, as_json)


def _text(source: str | None) -> str | None:
    if source is None:
        return None
    try:
        return sys.stdin.read() if source == "-" else Path(source).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        what = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(f"the text cannot be read: {what}", source, "Name another file.") from error


def _picked(ctx: typer.Context) -> str | None:
    """Lets the person pick the question that the story is to answer; none for one of their own."""
    from backprep.app.story.write import askable

    found = askable(world_of(ctx))
    if not sys.stdin.isatty():
        raise UsageError(
            "which question is it to answer?", mend="Name one, or --title TITLE: backprep story new --help"
        )
    for number, each in enumerate(found, start=1):
        typer.echo(f"  {number}. {' '.join(each.prompt.split())}", err=True)
    typer.echo("  0. another one, of your own", err=True)
    while True:
        place: int = typer.prompt("Which question is it to answer?", type=int, err=True)
        if 0 <= place <= len(found):
            return found[place - 1].id if place else None
