"""What the answers of a person add up to. Pure: one pass over them, whatever their number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from backprep.core.confidence import STEPS, Sureness, counted
from backprep.core.rating import WELL

MOST = 300_000
"""Milliseconds that one answer may count for: what took longer was left lying."""
AGES: tuple[tuple[int, int | None], ...] = ((1, 3), (4, 7), (8, 21), (22, 60), (61, None))
"""Days since the answer before, in classes: the age of a memory."""
HARDEST = 8
_TWICE = 2
_TENTH = 100
"""Milliseconds."""


class Look(NamedTuple):
    """An answer as far as statistics need it: its question, its study day, the rating (1 to 4), milliseconds taken, the
    score, how sure the person was, and whether it was crammed. (A tuple: there may be a million of them.)
    """

    question: str
    day: int
    rating: int
    took: int
    score: float | None = None
    confidence: int | None = None
    crammed: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on a study day."""

    day: int
    answers: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Recalled:
    """Answers that came a day or more after the one before, and how many of them were recalled (not 'again')."""

    name: str
    answers: int
    recalled: int

    @property
    def share(self) -> float:
        """What was recalled of them, from 0 to 1."""
        return self.recalled / self.answers


@dataclass(frozen=True, slots=True)
class Pace:
    """The median time for an answer of a kind, in seconds, to a tenth."""

    kind: str
    answers: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Hard:
    """A question that was failed more than once: how often, of how many answers."""

    question: str
    failed: int
    answers: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything that answers add up to. ``days`` in their order; ``ratings`` from 1 to 4; ``retention`` over all, by
    level, and by the age of the memory; what there is no figure for is left out.
    """

    answers: int = 0
    questions: int = 0
    minutes: float = 0.0
    days: tuple[Day, ...] = ()
    ratings: Mapping[int, int] = field(default_factory=dict)
    retention: Recalled | None = None
    by_level: tuple[Recalled, ...] = ()
    by_age: tuple[Recalled, ...] = ()
    pace: tuple[Pace, ...] = ()
    hardest: tuple[Hard, ...] = ()
    confidence: tuple[Sureness, ...] = ()


def statistics(looks: Iterable[Look], known: Mapping[str, tuple[str, str]], since: int | None = None) -> Statistics:
    """Adds up answers, which come oldest first. ``known``: kind and level of the questions that are in a bank.

    Only answers from a study day on (``since``) are counted; what came before tells how old a memory was. What was
    crammed counts as work, and not for retention.
    """
    last: dict[str, int] = {}
    days: dict[int, list[int]] = {}
    ratings = [0] * 5
    recalled, ages = [0, 0], [[0, 0] for _ in AGES]
    levels: dict[str, list[int]] = {}
    times: dict[str, list[int]] = {}
    questions: dict[str, _Asked] = {}
    sure = {step: [0, 0] for step in STEPS}
    first = -1 if since is None else since
    for question, day, rating, took, score, confidence, crammed in looks:
        before = last.get(question)
        if not crammed:
            last[question] = day
        if day < first:
            continue
        asked = questions.get(question)
        if asked is None:
            kind, level = known.get(question, ("", ""))
            asked = _Asked(times.setdefault(kind, [0] * (MOST // _TENTH + 1)), levels.setdefault(level, [0, 0]))
            questions[question] = asked
        if took > MOST:
            took = MOST
        done = days.get(day)
        if done is None:
            done = days[day] = [0, 0]
        done[0] += 1
        done[1] += took
        ratings[rating] += 1
        asked.answers += 1
        asked.times[took // _TENTH] += 1
        if rating == 1:
            asked.failed += 1
        if confidence is not None and score is not None:
            count = sure[confidence]
            count[0] += 1
            count[1] += score >= WELL
        if before is not None and day > before and not crammed:
            right = rating > 1
            passed = day - before
            age = ages[_AGE[passed] if passed < _OLDEST else -1]
            age[0] += 1
            age[1] += right
            asked.level[0] += 1
            asked.level[1] += right
            recalled[0] += 1
            recalled[1] += right
    hard = sorted(
        ((each.failed, each.answers, name) for name, each in questions.items() if each.failed >= _TWICE), key=_hardest
    )
    return Statistics(
        answers=sum(ratings),
        questions=len(questions),
        minutes=sum(ms for _, ms in days.values()) / 60_000,
        days=tuple(Day(day, count, ms / 60_000) for day, (count, ms) in sorted(days.items())),
        ratings={rating: count for rating, count in enumerate(ratings) if count},
        retention=Recalled("all", *recalled) if recalled[0] else None,
        by_level=tuple(
            Recalled(name, *levels[name]) for name in ("junior", "mid", "senior") if levels.get(name, [0])[0]
        ),
        by_age=tuple(Recalled(age_name(at), *counts) for at, counts in enumerate(ages) if counts[0]),
        pace=tuple(Pace(kind, sum(counts), _median(counts)) for kind, counts in sorted(times.items()) if kind),
        hardest=tuple(Hard(name, count, answers) for count, answers, name in hard[:HARDEST]),
        confidence=counted(sure),
    )


def _median(counts: list[int]) -> float:
    """Of times counted by tenths of a second, in seconds: a list of all of them would be as long as the log."""
    so_far = list(accumulate(counts))
    middle = (so_far[-1] + 1) // 2
    return next(at for at, count in enumerate(so_far) if count >= middle) * _TENTH / 1000


class _Asked:
    """A question while it is counted: where its times go, and its level's answers and what was recalled of them."""

    __slots__ = ("answers", "failed", "level", "times")

    def __init__(self, times: list[int], level: list[int]) -> None:
        self.times = times
        self.level = level
        self.answers = self.failed = 0


def age_name(place: int) -> str:
    """A class of ages in words."""
    least, most = AGES[place]
    return f"over {least - 1} days" if most is None else f"{least} to {most} days"


_OLDEST = AGES[-1][0]
_AGE = tuple(
    next(at for at, (_, most) in enumerate(AGES) if most is None or days <= most) for days in range(_OLDEST + 1)
)
"""The class of ages for a number of days."""


def _hardest(each: tuple[int, int, str]) -> tuple[int, float, str]:
    count, answers, name = each
    return -count, -count / answers, name
