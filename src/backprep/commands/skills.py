"""``backprep skills``."""

from typing import Annotated

import typer

from backprep.app.result import Result
from backprep.commands import complete
from backprep.commands.options import Json, world_of

EXAMPLE = "backprep skills idempotency"


def skills(
    ctx: typer.Context,
    skill: Annotated[
        str | None,
        typer.Argument(
            metavar="[SKILL]",
            help="An area or a skill: its id, its title, or a word of a job ad.",
            autocompletion=complete.skills,
        ),
    ] = None,
    as_json: Json = False,
) -> Result:
    """See which skills there are to study and how you stand, or one of them in full."""
    from backprep.app.ready import readiness_of
    from backprep.app.reports import skills_data, skills_report

    world = world_of(ctx)
    report = skills_report(world.catalogue, skill, readiness_of(world))
    return Result("skills", report, skills_data(report) if as_json else None, as_json)
