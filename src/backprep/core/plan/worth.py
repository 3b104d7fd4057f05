"""What a review today is worth, against one on a later day, for a question in a given state.

The states of a question are laid on a grid of stability and difficulty. Backwards from the day of the interview, for
every number of days left (on a coarser scale the farther away it is), the best that can still become of a question is
computed: the recall on the day if it is left alone, or the expected worth of what a review on one of the later days
leads to, less the price of that review (dynamic programming; Bellman 1957). The price is what the person's time is
worth elsewhere, in units of recall: it decides for how many questions there is room, and is found in ``order``.

With the price as the Lagrange multiplier of the time, each question can be planned by itself, and what is best for all
follows from what is best for each (Whittle, Restless bandits, Journal of Applied Probability 25A, 1988).
"""

from collections.abc import Sequence
from math import exp, log
from typing import Any, NamedTuple

from backprep.core.memory import Memory, Model
from backprep.core.plan.learner import Learner, Way, curves
from backprep.core.rating import Rating

_STABILITIES = 24
_LOW, _HIGH = log(0.05), log(1500.0)
_STEP = (_HIGH - _LOW) / (_STABILITIES - 1)
_DIFFICULTIES = (2.0, 5.0, 8.0)
_ROW = len(_DIFFICULTIES)
_STATES = _STABILITIES * _ROW
_SMALLEST, _LAST = exp(_LOW), _STABILITIES - 1.000001
LATER = (1, 2, 3, 4, 5, 7, 9, 12, 16, 21, 28, 38, 54, 80, 120, 200)
"""Days left at which a later review is considered."""
PASSED = (1, 2, 4, 8, 16, 35, 80, 200)
"""Days since the last review for which tables are made; between them is interpolated."""
_CHEAPEST, _DEARER = 0.0006, 2.0
PRICES = (0.0, *(_CHEAPEST * _DEARER**step for step in range(12)))
"""Prices of one review, in units of recall."""
_LOG_DEARER = log(_DEARER)
_TIMES = (1.0, 2.4, 5.4, 12.0)
"""What stands for one answer, two or three, four to seven, and more."""

_EXACT = 10

Table = list[list[float]]
"""By price and state."""


class Spot(NamedTuple):
    """Where a state lies on the grid: the first of the four states around it, and how much each counts."""

    at: int
    here: float
    harder: float
    longer: float
    both: float


class Step(NamedTuple):
    """What a review leads to: for each rating the state below the new one, and how much it and the state above count.

    Flat, as everything is summed over it: the difficulty is taken to the nearest of the grid.
    """

    again: int
    again_here: float
    again_longer: float
    hard: int
    hard_here: float
    hard_longer: float
    good: int
    good_here: float
    good_longer: float
    easy: int
    easy_here: float
    easy_longer: float


class Outlook(NamedTuple):
    """For one number of days left. ``gain``: what the best plan that begins with a review today leads to, above leaving
    the question alone; ``haste``: the same above the best plan that leaves out today; ``need``: how many reviews the
    best of all plans is expected to take. By days passed, price and state.
    """

    gain: Sequence[Table]
    haste: Sequence[Table]
    need: Sequence[Table]


class Unmet(NamedTuple):
    """The same for a question that was never answered, by price."""

    gain: list[float]
    haste: list[float]
    need: list[float]


class Place(NamedTuple):
    """Where a question that was met stands in an outlook: how often it was asked (as a class), between which days."""

    times: int
    passed: int
    later: float
    spot: Spot


def spot(stability: float, difficulty: float) -> Spot:
    """The four states around one, and their weights."""
    along = (log(stability) - _LOW) / _STEP if stability > _SMALLEST else 0.0
    along = along if along < _LAST else _LAST
    across = (difficulty - 2.0) / 3.0 if difficulty > 2.0 else 0.0  # the steps of _DIFFICULTIES
    across = across if across < _ROW - 1 else _ROW - 1.000001
    row, column = int(along), int(across)
    more, harder = along - row, across - column
    both = more * harder
    return Spot(row * _ROW + column, 1 - more - harder + both, harder - both, more - both, both)


def class_of(times: int) -> int:
    """How often a question was answered, as a class."""
    return 0 if times < 2 else 1 if times < 4 else 2 if times < 8 else 3


def place(stability: float, difficulty: float, days: int, times: int) -> Place:
    """Where a question stands that was last answered some days ago (0: today)."""
    passed, later = _BETWEEN[days if days < PASSED[-1] else PASSED[-1]]
    return Place(class_of(times), passed, later, spot(stability, difficulty))


def level(price: float) -> tuple[int, float]:
    """The price of ``PRICES`` below a price, and how far it is to the next."""
    scaled = price / _CHEAPEST
    along = scaled if scaled < 1 else 1 + log(scaled) / _LOG_DEARER
    along = along if along < len(PRICES) - 1 else len(PRICES) - 1.000001
    return int(along), along - int(along)


def look(tables: Sequence[Table], where: Place, price: tuple[int, float]) -> float:
    """A value of an outlook, interpolated between the prices too."""
    cheap, dear = price
    return (1 - dear) * glance(tables, where, cheap) + dear * glance(tables, where, cheap + 1)


def glance(tables: Sequence[Table], where: Place, price: int) -> float:
    """A value of an outlook at one of the prices."""
    _, passed, later, (at, here, harder, longer, both) = where
    row = tables[passed][price]
    found = here * row[at] + harder * row[at + 1] + longer * row[at + _ROW] + both * row[at + _ROW + 1]
    if not later:
        return found
    row = tables[passed + 1][price]
    after = here * row[at] + harder * row[at + 1] + longer * row[at + _ROW] + both * row[at + _ROW + 1]
    return (1 - later) * found + later * after


def _between() -> list[tuple[int, float]]:
    """By days passed: which of ``PASSED`` comes before, and how far it is to the next."""
    found = []
    for days in range(PASSED[-1] + 1):
        at = next(at for at in range(len(PASSED) - 1) if days <= PASSED[at + 1])
        found.append((at, max(0.0, (days - PASSED[at]) / (PASSED[at + 1] - PASSED[at]))))
    return found


_BETWEEN = _between()


def roundly(left: int) -> int:
    """The days left to plan with: far from the interview a tenth more or less makes no difference, and tables cost."""
    if left <= _EXACT:
        return left
    return round(_EXACT * 1.12 ** round(log(min(left, 365) / _EXACT) / log(1.12)))


class _Ahead:
    """One way to forget, for questions that were answered about so many times."""

    def __init__(self, worth: "Worth", times: int) -> None:
        way, model = worth.way, worth.model
        self._worth = worth
        about = _TIMES[times]
        self._scale = way.scale * about**way.practice
        # An answer more, where answers count: as stability, so that the grid need not know how many there were.
        self._growth = ((about + 1) / about) ** (way.practice / way.power)
        self._curve = curves(model)[way.shape]
        self._lasting = [self._scale * stability**way.power for stability in _grid_stabilities()]
        self._values: dict[int, tuple[Table, Table]] = {}
        self._steps: dict[int, list[Step]] = {}
        self._outlooks: dict[int, Outlook] = {}

    def recall(self, days: int) -> list[float]:
        """By state."""
        curve = self._curve
        return [share for lasting in self._lasting for share in [curve(days / lasting)] * _ROW]

    def steps(self, days: int) -> list[Step]:
        """By state: where a review after some days leads to."""
        if days not in self._steps:
            leads = self._worth.leads(days, self._growth)
            hard, good, easy = self._worth.recalled
            steps = []
            for known, after in zip(self.recall(days), leads, strict=True):
                flat: list[Any] = []
                for share, (at, here, longer) in zip(
                    (1 - known, known * hard, known * good, known * easy), after, strict=True
                ):
                    flat += (at, share * here, share * longer)
                steps.append(Step(*flat))
            self._steps[days] = steps
        return self._steps[days]

    def values(self, left: int) -> tuple[Table, Table]:
        """By price and state right after a review with some days left: the best that can become of it, net of the
        prices of later reviews, and how many of these are to be expected.
        """
        if left not in self._values:
            alone = self.recall(left)
            best, need = [alone[:] for _ in PRICES], [[0.0] * _STATES for _ in PRICES]
            for later in LATER:
                if later >= left:
                    break
                then, more = self.values(later)
                steps = self.steps(left - later)
                for cost, row, count, ahead, rest in zip(PRICES, best, need, then, more, strict=True):
                    for state, value in enumerate(_led_to(steps, ahead)):
                        if value - cost > row[state]:
                            row[state] = value - cost
                            count[state] = 1 + _led_to(steps[state : state + 1], rest)[0]
            self._values[left] = best, need
        return self._values[left]

    def outlook(self, left: int) -> Outlook:
        """For questions that were met."""
        if left not in self._outlooks:
            each = [self._passed(left, passed) for passed in PASSED]
            self._outlooks[left] = Outlook(*zip(*each, strict=True))
        return self._outlooks[left]

    def _passed(self, left: int, passed: int) -> tuple[Table, Table, Table]:
        alone = self.recall(passed + left)
        then, more = self.values(left)
        steps = self.steps(passed)
        gains, hastes, needs = [], [], []
        options = [(later, self.steps(passed + left - later), self.values(later)) for later in LATER if later < left]
        for at, cost in enumerate(PRICES):
            ahead, rest = then[at], more[at]
            now = _led_to(steps, ahead)
            wait, need = alone[:], [0.0] * _STATES
            for _, later_steps, (later_then, later_more) in options:
                ahead_later, rest_later = later_then[at], later_more[at]
                for state, value in enumerate(_led_to(later_steps, ahead_later)):
                    if value - cost > wait[state]:
                        wait[state] = value - cost
                        need[state] = 1 + _led_to(later_steps[state : state + 1], rest_later)[0]
            for state, count in enumerate(_led_to(steps, rest)):
                if now[state] - cost > wait[state]:
                    need[state] = 1 + count
            gains.append([a - b for a, b in zip(now, alone, strict=True)])
            hastes.append([a - b for a, b in zip(now, wait, strict=True)])
            needs.append(need)
        return gains, hastes, needs

    def unmet(self, left: int, first: Sequence[float], starts: Sequence[Spot]) -> Unmet:
        """For questions that were never answered."""
        mix = list(zip(first, starts, strict=True))
        then, more = self.values(left)
        gain = [_mean(mix, row) for row in then]
        wait, need = [0.0] * len(PRICES), [0.0] * len(PRICES)
        for later in LATER:
            if later >= left:
                break
            later_then, later_more = self.values(later)
            for at, cost in enumerate(PRICES):
                value = _mean(mix, later_then[at]) - cost
                if value > wait[at]:
                    wait[at] = value
                    need[at] = 1 + _mean(mix, later_more[at])
        for at, cost in enumerate(PRICES):
            if gain[at] - cost > wait[at]:
                need[at] = 1 + _mean(mix, more[at])
        return Unmet(gain, [a - b for a, b in zip(gain, wait, strict=True)], need)


class Worth:
    """The tables for one way to forget and one person's shares of ratings. They are made when they are needed."""

    def __init__(self, model: Model, way: Way, recalled: Sequence[float]) -> None:
        self.model, self.way, self.recalled = model, way, recalled
        classes = range(len(_TIMES)) if way.practice else [0]
        self._ahead = [_Ahead(self, times) for times in classes]

    def outlook(self, left: int, times: int) -> Outlook:
        """For questions that were met so many times (as a class, ``class_of``), with some days left (1 or more)."""
        return self._ahead[min(times, len(self._ahead) - 1)].outlook(roundly(left))

    def unmet(self, left: int, first: Sequence[float]) -> Unmet:
        """For questions that were never answered."""
        memories = [self.model.after(None, 0, rating) for rating in Rating]
        return self._ahead[0].unmet(roundly(left), first, [spot(each.stability, each.difficulty) for each in memories])

    def leads(self, days: int, growth: float) -> list[tuple[tuple[int, float, float], ...]]:
        """By state: where each rating leads to, ``days`` after the last review."""
        return [
            tuple(
                _nearest(each.memory.stability * growth, each.memory.difficulty)
                for each in self.model.prospects(Memory(stability, difficulty), days, 0.9).values()
            )
            for stability in _grid_stabilities()
            for difficulty in _DIFFICULTIES
        ]


class Worths:
    """The tables made so far, for as many ways to forget as were likely at some time."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._made: dict[tuple[Way, tuple[float, ...]], Worth] = {}

    def of(self, learner: Learner) -> Worth:
        """Those for a person."""
        key = (learner.way(), learner.recalled)
        if key not in self._made:
            self._made[key] = Worth(self._model, *key)
        return self._made[key]


def _mean(mix: Sequence[tuple[float, Spot]], values: Sequence[float]) -> float:
    total = 0.0
    for share, (at, here, harder, longer, both) in mix:
        total += share * (
            here * values[at] + harder * values[at + 1] + longer * values[at + _ROW] + both * values[at + _ROW + 1]
        )
    return total


def _led_to(steps: Sequence[Step], values: Sequence[float]) -> list[float]:
    """What reviews lead to, on average."""
    row = _ROW
    return [
        f * values[i] + g * values[i + row]
        + h * values[j] + k * values[j + row]
        + m * values[n] + o * values[n + row]
        + p * values[q] + r * values[q + row]
        for i, f, g, j, h, k, n, m, o, q, p, r in steps
    ]  # fmt: skip


def _nearest(stability: float, difficulty: float) -> tuple[int, float, float]:
    """The state below one in stability, nearest in difficulty, and how much it and the one above count."""
    along = min(max((log(stability) - _LOW) / _STEP, 0.0), _STABILITIES - 1.000001)
    column = min(max(round((difficulty - 2.0) / 3.0), 0), _ROW - 1)
    row = int(along)
    return row * _ROW + column, 1 - (along - row), along - row


def _grid_stabilities() -> list[float]:
    return [exp(_LOW + step * _STEP) for step in range(_STABILITIES)]
