"""``backprep bank run``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from backprep.app.errors import Exit, UsageError
from backprep.app.result import Result
from backprep.commands.options import Json, world_of

EXAMPLE = "backprep bank run my-bank.yaml --yes"


def run(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files or folders; all banks in use without it.")
    ] = None,
    using: Annotated[
        list[str] | None,
        typer.Option("--using", metavar="PROGRAM", help="Only snippets run with this: python, sqlite …"),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Execute the bank's code without asking.")] = False,
    as_json: Json = False,
) -> Result:
    """Execute the code in a bank and see whether it does what the bank says. Ends with 1 when something does not.

    The code runs as you, in an empty folder and for at most ten seconds; nothing else keeps it from what you may do.
    Read a bank from somebody else before you run it.
    """
    from backprep.app.snippets import RunsReport, chosen, run_all, runs_data

    world = world_of(ctx)
    files, faults, found = world.snippets.read(paths or [])
    snippets = chosen(found, using or [])
    report = RunsReport(len(files), tuple(faults))
    if snippets:
        _agree(len(snippets), sorted({each.run.using for each in snippets}), yes=yes, asks=not as_json)
        with world.counting("Running snippets", len(snippets)) as told, world.snippets.runner() as runner:
            report = RunsReport(len(files), results=run_all(snippets, runner, told))
    data = {"files": [str(file) for file in files], **runs_data(report)}
    code = Exit.BANK if faults else Exit.FINE if report.well else Exit.FAULTS
    return Result("bank run", report, data, as_json, ok=report.well, exit=code)


def _agree(count: int, programs: list[str], *, yes: bool, asks: bool) -> None:
    """Goes on only where the person wants the code to be executed."""
    if yes:
        return
    what = f"{count} snippet{'s' * (count != 1)} of code (with {', '.join(programs)})"
    if not (asks and sys.stdin.isatty()):
        mend = "Read the code, then add --yes."
        raise UsageError(f"this executes {what} from the bank, and nobody can be asked", mend=mend)
    typer.confirm(f"This executes {what} from the bank, as you, on this machine. Go on?", abort=True, err=True)
