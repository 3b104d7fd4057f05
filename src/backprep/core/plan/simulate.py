"""Plays the days until the interview, many times over, with somebody who forgets as the person probably does."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from backprep.core.memory import Memory, Model
from backprep.core.plan.learner import Learner, Way
from backprep.core.plan.order import Item, Known, order
from backprep.core.plan.worth import Worths
from backprep.core.rating import Rating

SAMPLE = 150
"""Questions that are simulated; of more, every so many-th, with as much less time."""
_UNSURE = 0.01
"""What is added to the interval on either side, for what no way to forget foresees."""


@dataclass(frozen=True, slots=True)
class Day:
    """What a day brings, on average: minutes, new questions and repeated ones by area; ``left``: days until the
    interview; ``readiness``: what would be known on the day of the interview, were nothing studied after this one.
    """

    left: int
    minutes: float
    new: dict[str, float]
    again: dict[str, float]
    readiness: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """``readiness`` on the day (0 to 1), with the interval that holds it four times in five; ``left_out``: the share of
    the questions that are never asked; ``days`` as they will be; ``ends``: the readiness that each run came to.
    """

    readiness: float
    low: float
    high: float
    left_out: float
    days: tuple[Day, ...]
    ends: tuple[float, ...]


def forecast(
    items: Sequence[Item], areas: Sequence[str], days: Sequence[int], seconds: float, learner: Learner, worths: Worths,
    *, runs: int, seed: int,
) -> Forecast:  # fmt: skip
    """What the plan leads to. ``days``: those of study, counted back from the interview (its eve is 1), the first one
    first; ``seconds`` on each. The same seed gives the same forecast.
    """
    step = max(1, -(-len(items) // SAMPLE))
    sample = list(range(0, len(items), step))
    share = len(sample) / max(1, len(items))
    ways = learner.possible()
    drawn = _random(seed).choices([way for way, _ in ways], [odds for _, odds in ways], k=runs)
    ends: list[float] = []
    left_out = []
    plans: dict[int, list[_Played]] = {left: [] for left in days}
    for number, way in enumerate(drawn):
        run = _Run([items[at] for at in sample], learner, way, _random(seed + number + 1))
        for left in days:
            played = run.day(left, seconds * share, days, worths)
            played.readiness = run.readiness()
            plans[left].append(played)
        ends.append(run.readiness())
        left_out.append(run.never_asked())
    ordered = sorted(ends)
    low, middle, high = (_quantile(ordered, each) for each in (0.1, 0.5, 0.9))
    found = tuple(_day(left, plans[left], [areas[at] for at in sample], 1 / share) for left in days)
    return Forecast(middle, max(0.0, low - _UNSURE), min(1.0, high + _UNSURE), mean(left_out), found, tuple(ends))


@dataclass(slots=True)
class _Played:
    seconds: float
    new: list[int]
    again: list[int]
    readiness: float = 0.0


def _day(left: int, played: Sequence[_Played], areas: Sequence[str], scale: float) -> Day:
    new: dict[str, float] = {}
    again: dict[str, float] = {}
    for each in played:
        for counts, asked in ((new, each.new), (again, each.again)):
            for at in asked:
                counts[areas[at]] = counts.get(areas[at], 0.0) + scale / len(played)
    return Day(
        left, mean(each.seconds for each in played) * scale / 60, new, again, mean(each.readiness for each in played)
    )


def _quantile(ordered: Sequence[float], share: float) -> float:
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (at - low) * (ordered[high] - ordered[low])


def _random(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 (chance, and no secrets)


class _Run:
    def __init__(self, items: Sequence[Item], learner: Learner, way: Way, rng: random.Random) -> None:
        self._items, self._learner, self._way, self._rng = items, learner, way, rng
        self._model: Model = learner.model
        self._memory = [Memory(each.known.stability, each.known.difficulty) if each.known else None for each in items]
        self._times = [each.known.times if each.known else 0 for each in items]
        self._since = [each.known.days if each.known else 0 for each in items]
        self._now: int | None = None

    def day(self, left: int, seconds: float, days: Sequence[int], worths: Worths) -> _Played:
        """Studies for a day, with so many days left."""
        passed = 0 if self._now is None else self._now - left
        self._now = left
        self._since = [since + passed for since in self._since]
        items = [
            Item(str(at), each.weight, each.seconds, self._known(at)) for at, each in enumerate(self._items)
        ]  # fmt: skip
        played = _Played(0.0, [], [])
        time = seconds * sum(each <= left for each in days)
        for ranked in order(items, left, time, self._learner, worths):
            at = int(ranked.id)
            # Whether the last one is begun is chance, so that days are as long as they should be on average.
            if played.seconds + self._items[at].seconds * self._rng.random() > seconds or ranked.worth <= 0:
                break
            (played.again if self._memory[at] else played.new).append(at)
            played.seconds += self._items[at].seconds
            self._answer(at)
        return played

    def _known(self, at: int) -> Known | None:
        memory = self._memory[at]
        return Known(memory.stability, memory.difficulty, self._since[at], self._times[at]) if memory else None

    def _answer(self, at: int) -> None:
        memory = self._memory[at]
        rng, learner = self._rng, self._learner
        if memory is None:
            rating = rng.choices((1, 2, 3, 4), learner.first)[0]
        else:
            recall = learner.recall(self._way, memory.stability, self._since[at], self._times[at])
            rating = rng.choices((2, 3, 4), learner.recalled)[0] if rng.random() < recall else 1
        self._memory[at] = self._model.after(memory, self._since[at] if memory else 0, Rating(rating))
        self._times[at] += 1
        self._since[at] = 0

    def readiness(self) -> float:
        """On the day of the interview."""
        ahead = self._now or 0
        known = total = 0.0
        for at, each in enumerate(self._items):
            total += each.weight
            memory = self._memory[at]
            if memory:
                days = self._since[at] + ahead
                known += each.weight * self._learner.recall(self._way, memory.stability, days, self._times[at])
        return known / total if total else 0.0

    def never_asked(self) -> float:
        """The share of the questions."""
        return sum(memory is None for memory in self._memory) / max(1, len(self._memory))
