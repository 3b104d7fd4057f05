"""Going through a log once more: what would have been predicted before each review, from what was known then."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backprep.core.instant import Instant
from backprep.core.memory import Memory, Model
from backprep.core.rating import Rating
from backprep.core.study_day import STARTS, study_day


class Step(NamedTuple):
    """A review, as far as the memory model is concerned."""

    question: str
    at: Instant
    rating: Rating


class Prediction(NamedTuple):
    """What was known before a review that came a study day or more after the one before, and what happened.

    ``plain``: the recall that the model predicts; ``days`` since the review before; ``failed``: whether that one was
    rated 'again'; ``lapses``: how often the question had been forgotten overnight before.
    """

    question: str
    plain: float
    days: int
    failed: bool
    lapses: int
    recalled: bool


def predictions(reviews: Iterable[Step], model: Model, starts: int = STARTS) -> Iterator[Prediction]:
    """One prediction for each review that comes a study day or more after the last one of its question.

    The reviews come in the order of their instants. ``starts``: seconds after midnight at which a study day begins.
    """
    known: dict[str, tuple[Memory, int, bool, int]] = {}
    for question, at, rating in reviews:
        day = study_day(at, starts)
        before = known.get(question)
        failed = rating is Rating.AGAIN
        if before is None:
            known[question] = (model.after(None, 0, rating), day, failed, 0)
            continue
        memory, last, failed_before, lapses = before
        days = max(0, day - last)
        if days:
            yield Prediction(question, model.recall(memory, days), days, failed_before, lapses, not failed)
            lapses += failed
        known[question] = (model.after(memory, days, rating), max(day, last), failed, lapses)
