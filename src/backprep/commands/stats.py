"""``backprep stats``."""

from dataclasses import asdict
from typing import Annotated

import typer

from backprep.app.result import Result
from backprep.commands.options import Json, world_of

EXAMPLE = "backprep stats --memory"


def stats(
    ctx: typer.Context,
    memory: Annotated[
        bool, typer.Option("--memory", help="How well the memory model predicts what you remember.")
    ] = False,
    as_json: Json = False,
) -> Result:
    """See how much you have studied, and with --memory how well your recall is predicted."""
    from backprep.app.learning import memory_report, stats_report

    world = world_of(ctx)
    with world.waiting("Going through your answers"):
        report: object = memory_report(world) if memory else stats_report(world)
    return Result("stats", report, asdict(report), as_json)  # type: ignore[call-overload]
