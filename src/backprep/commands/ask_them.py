"""``backprep ask-them``."""

from dataclasses import asdict
from typing import Annotated

import typer

from backprep.app.result import Result
from backprep.commands.options import Json, world_of

EXAMPLE = "backprep ask-them --whom manager"


def ask_them(
    ctx: typer.Context,
    theme: Annotated[
        list[str] | None,
        typer.Option(
            "--theme",
            "-t",
            metavar="THEME",
            help="work, team, code, on-call, product, growth, culture or process.",
        ),
    ] = None,
    whom: Annotated[
        list[str] | None, typer.Option("--whom", "-w", metavar="WHOM", help="engineer, manager, recruiter or anybody.")
    ] = None,
    as_json: Json = False,
) -> Result:
    """See what you could ask them at the end, and what a good and a worrying reply sounds like."""
    from backprep.app.mock.asking_them import asks_report

    report = asks_report(world_of(ctx), theme or (), whom or ())
    data = {"questions": [asdict(each) for each in report.asks]} if as_json else None
    return Result("ask-them", report, data, as_json)
