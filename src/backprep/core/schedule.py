"""When a question comes back: folded from its reviews, and from nothing else.

A standing is a function of the reviews (in the order of their instants), the settings and the memory model. The same
log gives the same dates, whatever the order in which machines exchanged it: no date depends on another question's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from backprep.core.instant import Instant
from backprep.core.memory import DEFAULTS, Memory, Model
from backprep.core.rating import Rating
from backprep.core.settings import Settings
from backprep.core.shuffle import mixed
from backprep.core.steps import STEP, Delay
from backprep.core.study_day import DAY, elapsed, study_day, weekday

EASY_DAY = 0.25
"""How much a weekday that the person wants easy counts beside another day."""


class Seen(NamedTuple):
    """What the schedule needs of a review. ``at`` in milliseconds, ``zone`` in seconds."""

    at: int
    zone: int
    rating: int
    skill: str | None
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a question stands. Days are study days.

    ``due_day``: the day on which it comes back; ``due_at`` the millisecond, for a repeat on the same day, else None.
    ``skill`` and ``content`` are those of the last review. ``lapses``: how often it was forgotten, a day or more after
    the review before.
    """

    times: int
    first_day: int
    last_day: int
    last_at: int
    last_rating: Rating
    skill: str | None
    content: str
    memory: Memory
    lapses: int
    due_day: int
    due_at: int | None

    def is_due(self, today: int, now: int) -> bool:
        """Whether it is to be asked on a study day, at a millisecond of it."""
        return self.due_day < today or (self.due_day == today and (self.due_at is None or self.due_at <= now))


class Scheduler:
    """The schedule for one person's settings."""

    def __init__(self, settings: Settings | None = None) -> None:
        settings = settings or Settings()
        self._starts = settings.day_starts
        self._retention: float = settings.value("retention")
        self._by_area: Mapping[str, float] = settings.by_area("retention")
        self._longest: int = settings.value("longest-interval")
        self._easy: frozenset[int] = settings.value("easy-days")
        self.model = Model(settings.value("parameters") or DEFAULTS)

    def day(self, at: Instant) -> int:
        """The study day of an instant."""
        return study_day(at, self._starts)

    def fold(self, question: str, reviews: Iterable[Seen]) -> Standing | None:
        """How a question stands after its reviews, which come in the order of their instants; None without any."""
        seen = list(reviews)
        if not seen:
            return None
        starts = self._starts
        days = [(each[0] // 1000 + each[1] - starts) // DAY for each in seen]
        passed = list(elapsed(days))
        steps = [(gap, each.rating) for gap, each in zip(passed, seen, strict=True)]
        last = seen[-1]
        before = self.model.run(steps[:-1]) if len(steps) > 1 else None
        today = max(days)
        rating = Rating(last.rating)
        delays, memories = self._outcomes(question, before, passed[-1], today, len(seen), last.skill)
        delay = delays[rating]
        return Standing(
            times=len(seen),
            first_day=min(days),
            last_day=today,
            last_at=last.at,
            last_rating=rating,
            skill=last.skill,
            content=last.content,
            memory=memories[rating],
            lapses=sum(gap > 0 and rating == Rating.AGAIN for gap, rating in steps),
            due_day=today + delay.days,
            due_at=None if delay.days else last.at + delay.minutes * 60_000,
        )

    def delays(self, question: str, standing: Standing | None, skill: str, now: Instant) -> dict[Rating, Delay]:
        """What each rating would mean, were it given now."""
        today = self.day(now)
        if standing is None:
            return self._outcomes(question, None, 0, today, 1, skill)[0]
        gap = max(0, today - standing.last_day)
        day = max(today, standing.last_day)
        return self._outcomes(question, standing.memory, gap, day, standing.times + 1, skill)[0]

    def _outcomes(
        self, question: str, before: Memory | None, gap: int, today: int, times: int, skill: str | None
    ) -> tuple[dict[Rating, Delay], dict[Rating, Memory]]:
        area = (skill or "").partition("/")[0]
        prospects = self.model.prospects(before, gap, self._by_area.get(area, self._retention))
        # One number for all ratings, so that a better rating never comes back sooner.
        chance = mixed(0, question, times) / 2**64
        delays = {Rating.AGAIN: Delay(0, STEP // 60_000)}
        least = 1
        for rating in (Rating.HARD, Rating.GOOD, Rating.EASY):
            least = max(least, self._spread(prospects[rating].interval, today, chance))
            delays[rating] = Delay(min(least, self._longest))
        return delays, {rating: prospect.memory for rating, prospect in prospects.items()}

    def _spread(self, interval: float, today: int, chance: float) -> int:
        """A day near an interval, so that what was learnt together does not come back together."""
        first, last = window(interval, self._longest)
        weights = [EASY_DAY if weekday(today + days) in self._easy else 1.0 for days in range(first, last + 1)]
        wanted = chance * sum(weights)
        days = first
        while days < last and wanted >= weights[days - first]:
            wanted -= weights[days - first]
            days += 1
        return days


_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))


def window(interval: float, longest: int) -> tuple[int, int]:
    """The first and the last day that an interval may be moved to, as Anki has it (rslib/src/scheduler/states/fuzz.rs):
    a day, and 15 % of what lies between 2.5 and 7 days, 10 % up to 20, and 5 % beyond. Below 2.5 days nothing moves.
    """
    interval = min(max(interval, 1.0), longest)
    if interval < 2.5:
        days = min(round(interval), longest)
        return days, days
    delta = 1 + sum(share * max(0.0, min(interval, end) - start) for start, end, share in _FUZZ)
    first = max(2, round(interval - delta))
    return min(first, longest), min(max(first, round(interval + delta)), longest)
