"""``backprep stats``."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from backprep.app.result import Result
from backprep.commands.options import Json, world_of

EXAMPLE = "backprep stats --since 30d"


def stats(
    ctx: typer.Context,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="From a date on, or how long ago: 30d, 12w, 6m, 1y.")
    ] = None,
    area: Annotated[str | None, typer.Option("--area", "-a", metavar="AREA", help="Only this area.")] = None,
    memory: Annotated[
        bool, typer.Option("--memory", help="How well the memory model predicts what you remember.")
    ] = False,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Write the same to FILE.svg, FILE.html or FILE.txt.")
    ] = None,
    as_json: Json = False,
) -> Result:
    """See what you have done, how well it held, what is hard, and what comes back in the next 30 days."""
    world = world_of(ctx)
    _ = world.catalogue  # with a bar of its own where it takes time
    with world.waiting("Going through your answers"):
        if memory:
            from backprep.app.learning import memory_report

            report: object = memory_report(world)
            data = asdict(report)  # type: ignore[call-overload]
        else:
            from backprep.app.statistics import stats_data, stats_report

            found = stats_report(world, since, area)
            report, data = found, stats_data(found)
    return Result("stats", report, data, as_json, save=save)
