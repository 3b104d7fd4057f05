"""How ready a person is for what an area's questions ask, on a given day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backprep.core.memory import Memory, Model
from backprep.core.question import Level

WEIGHTS: Mapping[Level, float] = {"junior": 1.0, "mid": 1.0, "senior": 0.5}
"""How much a question counts by its level: what an interview for mid asks, where senior questions are the exception."""
KNOWN = 0.9
"""The recall right after a session, of a question that was asked in it."""
SESSION = 10


@dataclass(frozen=True, slots=True)
class Held:
    """Questions of one area and level: how many there are, and of those that were met the stability (days) and the days
    since the last review.
    """

    level: Level
    questions: int
    met: tuple[tuple[float, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Readiness:
    """``share``: the expected share (0 to 1) of an area's questions that the person would answer; ``after``: the same
    after one session of ten questions on it; ``met`` of ``questions`` stand behind it.
    """

    share: float
    after: float
    met: int
    questions: int


def readiness(area: Iterable[Held], model: Model) -> Readiness:
    """The expected share of an area's questions that would be answered, weighted by level:

        sum of w(level of q) * R(q) / sum of w(level of q), over all questions q of the area

    R(q) is the retrievability of a question that was met (``Model.recall``, the days since its last review), and 0 for
    one that was not. After a session the ten questions that gain most are known with a recall of 0.9.
    """
    total = reached = 0.0
    met = questions = 0
    gains: list[float] = []
    for held in area:
        weight = WEIGHTS[held.level]
        total += weight * held.questions
        questions += held.questions
        met += len(held.met)
        for stability, days in held.met:
            recall = model.recall(Memory(stability, 5.0), days)
            reached += weight * recall
            gains.append(weight * max(0.0, KNOWN - recall))
        gains += [weight * KNOWN] * min(SESSION, held.questions - len(held.met))
    if not total:
        return Readiness(0.0, 0.0, 0, 0)
    gained = sum(sorted(gains, reverse=True)[:SESSION])
    return Readiness(reached / total, min(1.0, (reached + gained) / total), met, questions)


def streak(days: Iterable[int], today: int) -> int:
    """How many study days in a row something was answered, up to today; a day that is not over yet breaks nothing."""
    studied = set(days)
    day = today if today in studied else today - 1
    count = 0
    while day in studied:
        count += 1
        day -= 1
    return count
