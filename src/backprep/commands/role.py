"""``backprep role``."""

from typing import Annotated

import typer

from backprep.app.result import Result
from backprep.commands.options import Json, world_of

EXAMPLE = "backprep role back-end"


def role(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[ROLE]", help="back-end, front-end or full-stack; all three without it.")
    ] = None,
    as_json: Json = False,
) -> Result:
    """See what a back-end developer does, beside the roles next door, and the ways into it."""
    from backprep.app.reports import roles_data, roles_report

    report = roles_report(world_of(ctx).catalogue, name)
    return Result("role", report, roles_data(report) if as_json else None, as_json)
