"""What the answers of a person add up to. Pure: one pass over them, whatever their number."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median

from backprep.core.confidence import Sureness, sureness

MOST = 300_000
"""Milliseconds that one answer may count for: what took longer was left lying."""
AGES: tuple[tuple[int, int | None], ...] = ((1, 3), (4, 7), (8, 21), (22, 60), (61, None))
"""Days since the answer before, in classes: the age of a memory."""
HARDEST = 8
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Look:
    """An answer as far as statistics need it: its question and area, its study day, the rating (1 to 4), milliseconds
    taken, the score, how sure the person was, and whether it was crammed.
    """

    question: str
    area: str
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
    """The median time for an answer of a kind, in seconds."""

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


def statistics(
    looks: Iterable[Look], known: Mapping[str, tuple[str, str]], since: int | None = None, area: str | None = None
) -> Statistics:
    """Adds up answers, which come oldest first. ``known``: kind and level of the questions that are in a bank.

    Only answers from a study day on (``since``), and of an ``area``, are counted; what came before tells how old a
    memory was. What was crammed counts as work, and not for retention.
    """
    last: dict[str, int] = {}
    days: dict[int, list[float]] = {}
    ratings: Counter[int] = Counter()
    all_recalled, levels, ages = [0, 0], {}, {}  # type: tuple[list[int], dict[str, list[int]], dict[int, list[int]]]
    times: dict[str, list[int]] = {}
    failed: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    confided: list[tuple[int, float]] = []
    for look in looks:
        before = last.get(look.question)
        if not look.crammed:
            last[look.question] = look.day
        if (since is not None and look.day < since) or (area is not None and look.area != area):
            continue
        kind, level = known.get(look.question, ("", ""))
        took = min(look.took, MOST)
        day = days.setdefault(look.day, [0, 0])
        day[0] += 1
        day[1] += took
        ratings[look.rating] += 1
        asked[look.question] += 1
        failed[look.question] += look.rating == 1
        if kind:
            times.setdefault(kind, []).append(took)
        if look.confidence is not None and look.score is not None:
            confided.append((look.confidence, look.score))
        if before is not None and look.day > before and not look.crammed:
            right = look.rating > 1
            counts = [all_recalled, ages.setdefault(_age(look.day - before), [0, 0])]
            counts += [levels.setdefault(level, [0, 0])] if level else []
            for each in counts:
                each[0] += 1
                each[1] += right
    hard = sorted(((count, asked[name], name) for name, count in failed.items() if count >= _TWICE), key=_hardest)
    return Statistics(
        answers=sum(ratings.values()),
        questions=len(asked),
        minutes=sum(ms for _, ms in days.values()) / 60_000,
        days=tuple(Day(day, int(count), ms / 60_000) for day, (count, ms) in sorted(days.items())),
        ratings=dict(sorted(ratings.items())),
        retention=Recalled("all", *all_recalled) if all_recalled[0] else None,
        by_level=tuple(Recalled(name, *levels[name]) for name in ("junior", "mid", "senior") if name in levels),
        by_age=tuple(Recalled(age_name(at), *ages[at]) for at in sorted(ages)),
        pace=tuple(Pace(kind, len(ms), median(ms) / 1000) for kind, ms in sorted(times.items())),
        hardest=tuple(Hard(name, count, answers) for count, answers, name in hard[:HARDEST]),
        confidence=sureness(confided),
    )


def age_name(place: int) -> str:
    """A class of ages in words."""
    least, most = AGES[place]
    return f"over {least - 1} days" if most is None else f"{least} to {most} days"


def _age(days: int) -> int:
    return next(at for at, (_, most) in enumerate(AGES) if most is None or days <= most)


def _hardest(each: tuple[int, int, str]) -> tuple[int, float, str]:
    count, answers, name = each
    return -count, -count / answers, name
