"""Options that several commands share, and the world that a command finds in its context."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

from backprep.commands import complete

if TYPE_CHECKING:
    from backprep.app.world import World

Skills = Annotated[
    list[str] | None,
    typer.Option(
        "--skill",
        "-s",
        metavar="SKILL",
        help="Only this skill: an id, a title, or a word of a job ad.",
        autocompletion=complete.skills,
    ),
]
Areas = Annotated[
    list[str] | None,
    typer.Option("--area", "-a", metavar="AREA", help="Only this area.", autocompletion=complete.areas),
]
Levels = Annotated[
    list[str] | None,
    typer.Option(
        "--level", "-l", metavar="LEVEL", help="Only this level: junior, mid or senior.", autocompletion=complete.levels
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        "-k",
        metavar="KIND",
        help="Only this kind: choice, several, true_false, order, fill, open or story.",
        autocompletion=complete.kinds,
    ),
]
Banks = Annotated[
    list[str] | None,
    typer.Option(
        "--bank",
        "-b",
        metavar="BANK",
        help="Only this bank: its id, or a YAML file of your own.",
        autocompletion=complete.banks,
    ),
]
Count = Annotated[
    int | None,
    typer.Option("--count", "-n", metavar="N", min=1, max=10_000, help="How many questions (10, unless by minutes)."),
]
Minutes = Annotated[
    float | None,
    typer.Option("--minutes", "-m", metavar="M", min=0.1, max=600, help="Stop asking after so many minutes."),
]
Seed = Annotated[
    int | None, typer.Option("--seed", metavar="N", help="The same number brings the same questions and order.")
]
Cram = Annotated[
    bool, typer.Option("--cram", help="Ask whatever fits, due or not, and move no date: for the night before.")
]
Mistakes = Annotated[
    str | None,
    typer.Option(
        "--mistakes", metavar="today|week", help="Ask again what went wrong today, or in the last seven days."
    ),
]
Confidence = Annotated[
    bool,
    typer.Option(
        "--confidence", help="Say how sure you are before you see what is right; stats shows how often you were."
    ),
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with the last session that did not come to its end.")]
Json = Annotated[bool, typer.Option("--json", help="Print data for scripts.")]


def agree(question: str, *, yes: bool) -> None:
    """Goes on only where the person says yes, or has said it with --yes. Raises ``UsageError`` where nobody can."""
    if yes:
        return
    import sys

    from backprep.app.errors import UsageError

    if not sys.stdin.isatty():
        raise UsageError("nobody can be asked whether that is meant", mend="Add --yes.")
    typer.confirm(question, abort=True, err=True)


def world_of(ctx: typer.Context) -> "World":
    """The world that ``cli`` put there."""
    return cast("World", ctx.obj)
