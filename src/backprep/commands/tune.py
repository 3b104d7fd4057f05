"""``backprep tune``."""

import sys
from typing import Annotated

import typer

from backprep.app.result import Result
from backprep.commands.options import Json, world_of

EXAMPLE = "backprep tune"


def tune(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Adopt a better fit without asking.")] = False,
    as_json: Json = False,
) -> Result:
    """Fit the memory model to your own answers, and adopt the fit where it predicts better.

    It is fitted to the older four fifths of your answers and judged by the newest fifth. Needs 1,600 answers that
    came a day or more after the one before.
    """
    from backprep.app.learning import TuningReport, adopt, find_fit

    world = world_of(ctx)
    with world.waiting("Fitting the memory model to your answers"):
        tuning = find_fit(world)
    adopted = False
    if tuning.parameters is not None:
        asks = not yes and not as_json and sys.stdin.isatty()
        said = f"Log loss on your newest answers: {tuning.before:.4f} now, {tuning.after:.4f} with the fit. Adopt it?"
        adopted = yes or (asks and typer.confirm(said, default=True))
        if adopted:
            adopt(world, tuning)
    report = TuningReport(tuning, adopted)
    data = {
        "reviews": tuning.reviews,
        "needed": report.least,
        "before": tuning.before,
        "after": tuning.after,
        "better": tuning.parameters is not None,
        "adopted": adopted,
    }
    return Result("tune", report, data, as_json)
