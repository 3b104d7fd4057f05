"""``backprep mock`` and the commands below it."""

from pathlib import Path
from typing import Annotated

import typer

from backprep.app.errors import Exit, UsageError
from backprep.app.result import Result
from backprep.commands import complete
from backprep.commands.options import Confidence, Json, Seed, world_of

EXAMPLE = "backprep mock --minutes 30 --level junior"
EXAMPLES = {
    "list": "backprep mock list",
    "show": "backprep mock show --save mock.html",
    "delete": "backprep mock delete 1 --yes",
}

Number = Annotated[int | None, typer.Argument(metavar="[N]", help="Which interview; the newest without it.")]
Save = Annotated[
    Path | None,
    typer.Option("--save", metavar="FILE", help="Write the report to FILE.md, FILE.html or FILE.svg."),
]


def mock(
    ctx: typer.Context,
    minutes: Annotated[
        int, typer.Option("--minutes", "-m", metavar="M", help="How long it takes, 15 to 180.", show_default=True)
    ] = 45,
    level: Annotated[
        str,
        typer.Option("--level", "-l", metavar="LEVEL", help="junior, mid or senior.", autocompletion=complete.levels),
    ] = "mid",
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            metavar="ROLE",
            help="back-end (as without it), front-end or full-stack.",
            autocompletion=complete.roles,
        ),
    ] = None,
    focus: Annotated[
        list[str] | None,
        typer.Option(
            "--focus", "-f", metavar="AREA", help="Technical questions from this area.", autocompletion=complete.areas
        ),
    ] = None,
    seed: Seed = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the interview that is not over.")] = False,
    no_transcript: Annotated[
        bool, typer.Option("--no-transcript", help="Keep the marks, and no word of what you type.")
    ] = False,
    confidence: Confidence = False,
    save: Save = None,
) -> Result | None:
    """Hold a timed mock interview: questions aloud, follow-ups, a scorecard. Nothing of it leaves this machine."""
    if ctx.invoked_subcommand is not None:
        return None
    from backprep.app.mock import hold as holding
    from backprep.app.mock.reports import suffix_of
    from backprep.app.mock.setup import Wishes

    world = world_of(ctx)
    if save is not None:
        suffix_of(save.name)
    if resume:
        if focus or role or seed is not None or no_transcript or minutes != 45 or level != "mid":
            raise UsageError("--resume goes on as the interview began", mend="Give it alone: backprep mock --resume")
        report = holding.resume(world)
    else:
        wishes = Wishes(minutes, level, role, focus or ())
        report = holding.hold(world, wishes, seed, transcript=not no_transcript, confidence=confidence)
    if report is not None and save is not None:
        report = holding.saved(world, report, save)
    stopped = report is not None and report.interrupted
    return Result("mock", report, exit=Exit.INTERRUPTED if stopped else Exit.FINE)


def list_mocks(ctx: typer.Context, as_json: Json = False) -> Result:
    """See the interviews that you held, the newest first."""
    from backprep.app.mock.reports import list_data, mock_list

    report = mock_list(world_of(ctx))
    return Result("mock list", report, list_data(report) if as_json else None, as_json)


def show(ctx: typer.Context, number: Number = None, save: Save = None, as_json: Json = False) -> Result:
    """See one interview again: its scorecard, and with --save the whole of it in a file."""
    from backprep.app.mock.hold import saved
    from backprep.app.mock.reports import mock_data, mock_report

    world = world_of(ctx)
    report = mock_report(world, number)
    if save is not None:
        report = saved(world, report, save)
    return Result("mock show", report, mock_data(report) if as_json else None, as_json)


def delete(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help="Which interview.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    as_json: Json = False,
) -> Result:
    """Take an interview, with every word of it, out of the progress file for good."""
    from backprep.app.mock.kept import interview, shred
    from backprep.app.transfer import DoneReport
    from backprep.commands.options import agree

    world = world_of(ctx)
    held = interview(world, number)
    agree(f"Interview {number} cannot be brought back. Delete it?", yes=yes)
    shred(world, held)
    copies = world.whereabouts().copies
    said = f"Interview {number} is deleted. Older copies of your answers still hold it: {copies}"
    return Result("mock delete", DoneReport(said), {"said": said}, as_json)
