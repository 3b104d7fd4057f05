"""Fitting the memory model to a person, and adopting the fit only where it would have predicted better."""

from collections.abc import Sequence
from dataclasses import dataclass

from backprep.core.memory import DEFAULTS, Model, fit
from backprep.core.metrics import log_loss
from backprep.core.replay import Step, predictions
from backprep.core.study_day import STARTS, study_day

LEAST = 1600
"""Reviews a day or more after the one before that are needed: the newest fifth, which judges the fit, is then 320.

With fewer a small gain cannot be told from luck: on drawn learners whom the defaults describe already, about one fit in
three from 400 was adopted, and the next thousand were predicted 0.8 % worse on average. From 1,600 on no kind of
learner lost over 0.2 % on average (docs/decisions/010-recalibration.md)."""
LEARNT = 0.8
"""The share of the log, by time, that is fitted to; the rest is what the fit is judged by."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """What came of it.

    ``before`` and ``after``: log loss on the newest fifth of the log, with the parameters in use and with those fitted
    to the older four fifths; None where there was too little to fit. ``parameters``: those to adopt, fitted to the
    whole log; None where the fit was no better.
    """

    reviews: int
    before: float | None = None
    after: float | None = None
    parameters: tuple[float, ...] | None = None


def tune(steps: Sequence[Step], parameters: Sequence[float] = DEFAULTS, starts: int = STARTS) -> Tuning:
    """Fits the model to a log, which comes in the order of its instants."""
    histories = _histories(steps, starts)
    count = len(histories)
    if count < LEAST:
        return Tuning(count)
    learnt = round(count * LEARNT)
    before = _loss(steps, parameters, starts, learnt)
    after = _loss(steps, fit(histories[:learnt]), starts, learnt)
    if after >= before:
        return Tuning(count, before, after)
    return Tuning(count, before, after, fit(histories))


def _loss(steps: Sequence[Step], parameters: Sequence[float], starts: int, first: int) -> float:
    made = [(each.plain, each.recalled) for each in predictions(steps, Model(parameters), starts)]
    return log_loss(made[first:])


def _histories(steps: Sequence[Step], starts: int) -> list[list[tuple[int, int]]]:
    """The history up to each review that came a day or more after the one before, in the order of those reviews."""
    known: dict[str, tuple[int, list[tuple[int, int]]]] = {}
    found = []
    for question, at, rating in steps:
        day = study_day(at, starts)
        last, history = known.get(question, (day, []))
        days = max(0, day - last)
        history = [*history, (days, int(rating))]
        known[question] = (max(day, last), history)
        if days:
            found.append(history)
    return found
