"""``backprep show``."""

from typing import Annotated

import typer

from backprep.app.result import Result
from backprep.commands import complete
from backprep.commands.options import Json, world_of

EXAMPLE = "backprep show cap-theorem"


def show(
    ctx: typer.Context,
    question: Annotated[
        str, typer.Argument(metavar="ID", help="The question's id.", autocompletion=complete.questions)
    ],
    as_json: Json = False,
) -> Result:
    """Read one question in full, with how you answered it and when it comes back. Nothing is recorded."""
    from backprep.app.show import question_data, question_report

    report = question_report(world_of(ctx), question)
    return Result("show", report, question_data(report), as_json)
