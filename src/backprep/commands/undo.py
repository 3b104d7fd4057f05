"""``backprep undo``."""

import typer

from backprep.app.result import Result
from backprep.commands.options import Json, world_of

EXAMPLE = "backprep undo"


def undo(ctx: typer.Context, as_json: Json = False) -> Result:
    """Take back your last answer, also after the session and after a restart."""
    from backprep.app.transfer import undo_last
    from backprep.core.review import Review

    report = undo_last(world_of(ctx))
    review = report.review
    rating = review.rating.label if isinstance(review, Review) else None  # a reset has none
    data = {"review": review.id, "question": review.question, "rating": rating, "at": review.at.ms}
    return Result("undo", report, data, as_json)
