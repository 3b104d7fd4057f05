"""How one person forgets, as far as their answers tell: a handful of ways to forget, and how likely each of them is.

The memory model's stability and difficulty are kept as they are. What is learnt is how recall follows from them: a way
to forget says that the stability that counts is ``scale * stability ** power * times ** practice`` days, with one of
three curves through 0.9. ``scale`` is for people who forget faster or slower than the model thinks, ``power`` for
memories that grow less with each success, ``practice`` for those where every repetition counts, failed ones too, and
the curves for whether forgetting slows down (a power law, as in FSRS) or goes on (near an exponential). So the planner
stays near the truth where the model is wrong about a person. After every answer that came a day or more after the one
before, each way is weighted by how likely it had held what happened (Bayes' rule).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log, log2
from typing import NamedTuple

from backprep.core.memory import Model

FIRST = (0.35, 0.12, 0.38, 0.15)
"""Shares of again, hard, good and easy among first answers, before anything is known about a person."""
RECALLED = (0.22, 0.63, 0.15)
"""Shares of hard, good and easy among the answers that were recalled."""
_FIRST_PRIOR, _RECALLED_PRIOR = 20, 60
"""As many answers as these shares count for."""
_STEADY = 0.5
"""How much likelier (as a logarithm) another way to forget must be before the planner changes to it."""

Curve = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to forget."""

    scale: float
    power: float
    practice: float
    shape: str

    @property
    def surprise(self) -> float:
        """The logarithm of its prior weight, up to a constant: most people are near the model."""
        spread = log2(self.scale * (2 if self.practice else 1)) / 1.5
        return -spread * spread / 2 - 3.5 * (1 - self.power) - 0.7 * _SHAPES.index(self.shape) - (self.practice > 0)


_SHAPES = ("model", "steep", "steeper")
WAYS = tuple(
    Way(2.0**scale, power, practice, shape)
    for scale in range(-7, 3)
    for power in (1.0, 0.8, 0.6)
    for shape in _SHAPES
    for practice in (0.0, 0.75)
)
LIKE_THE_MODEL = WAYS.index(Way(1.0, 1.0, 0.0, "model"))


def curves(model: Model) -> dict[str, Curve]:
    """Recall over days passed / stability: all are 1 at once and 0.9 when as many days have passed as the stability."""
    flat = model.curve
    steep = 0.9 ** (-1 / 0.4) - 1

    return {
        "model": flat,
        "steep": lambda passed: float((1 + steep * passed) ** -0.4),
        "steeper": lambda passed: float(1 / (1 + passed**1.2 / 9)),
    }


class Outcome(NamedTuple):
    """An answer that came ``days`` (1 or more) after the one before, with the memory before it, in the model's terms;
    ``times``: how often the question had been answered.
    """

    stability: float
    days: int
    times: int
    recalled: bool


class Learner:
    """What is known about one person."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._curves = curves(model)
        self._weights = [way.surprise for way in WAYS]
        self._first = [share * _FIRST_PRIOR for share in FIRST]
        self._recalled = [share * _RECALLED_PRIOR for share in RECALLED]
        self._way = LIKE_THE_MODEL
        self.seen = 0

    def recall(self, way: Way, stability: float, days: float, times: int) -> float:
        """The recall (0 to 1) that a way to forget expects."""
        lasting = way.scale * stability**way.power * max(times, 1) ** way.practice
        return self._curves[way.shape](days / lasting)

    def observe(self, outcome: Outcome) -> None:
        """Takes in what happened."""
        self.seen += 1
        stability, days, times, recalled = outcome
        powers = {power: stability**power for power in (1.0, 0.8, 0.6)}
        practices = {0.0: 1.0, 0.75: max(times, 1) ** 0.75}
        weights = self._weights
        for at, way in enumerate(WAYS):
            passed = days / (way.scale * powers[way.power] * practices[way.practice])
            expected = min(0.999, max(0.001, self._curves[way.shape](passed)))
            weights[at] += log(expected if recalled else 1 - expected)

    def rated_first(self, rating: int) -> None:
        """Takes in the rating (1 to 4) of a first answer."""
        self._first[rating - 1] += 1

    def rated_recalled(self, rating: int) -> None:
        """Takes in the rating (2 to 4) of an answer that was recalled."""
        self._recalled[rating - 2] += 1

    @property
    def first(self) -> tuple[float, ...]:
        """Shares of again, hard, good and easy among this person's first answers."""
        return _shares(self._first)

    @property
    def recalled(self) -> tuple[float, ...]:
        """Shares of hard, good and easy among what this person recalls, in steps of a tenth around the usual ones: what
        is derived from them is costly, and nothing hangs on more.
        """
        shares = _shares(self._recalled)
        hard, easy = (
            min(0.5, max(0.0, usual + round((share - usual) * 10) / 10))
            for share, usual in ((shares[0], RECALLED[0]), (shares[2], RECALLED[2]))
        )
        return (hard, 1 - hard - easy, easy)

    def way(self) -> Way:
        """The likeliest way to forget; it stays until another one is clearly likelier."""
        best = max(range(len(WAYS)), key=self._weights.__getitem__)
        if self._weights[best] > self._weights[self._way] + _STEADY:
            self._way = best
        return WAYS[self._way]

    def possible(self) -> list[tuple[Way, float]]:
        """Ways to forget with their probabilities, the likeliest first, down to a thousandth.

        Flatter than what the answers say: no way of these is quite that of a person, and of somebody without answers
        nothing should be foreseen with confidence. How flat was chosen so that the interval of a forecast holds what
        comes as often as it says (`make bench-forecast`).
        """
        flat = (self.seen + 13) / (2 * self.seen + 40)
        most = max(self._weights)
        odds = [exp(flat * (weight - most)) for weight in self._weights]
        total = sum(odds)
        found = [(way, each / total) for way, each in zip(WAYS, odds, strict=True) if each / total > 0.001]
        return sorted(found, key=lambda each: -each[1])


def _shares(counts: Sequence[float]) -> tuple[float, ...]:
    total = sum(counts)
    return tuple(count / total for count in counts)
