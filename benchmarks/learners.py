"""Learners for `make bench-planner`: four truths about forgetting that the planner does not know.

A learner has questions 0 to n - 1, none of them met. ``recall(i, day)`` is the probability of knowing a question on a
day (0 for one never met), ``review(i, day)`` draws a rating and changes the memory, and ``gain(i, day, end)`` is what
a review on a day is expected to add to the recall on the last day, told from the true state: for an upper bound.
"""

import csv
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import pairwise
from math import exp, log
from pathlib import Path

from backprep.core.memory import DEFAULTS, Memory, Model, fit
from backprep.core.rating import Rating

FIRST = (0.35, 0.12, 0.38, 0.15)
RECALLED = (0.22, 0.63, 0.15)
LOG = Path(__file__).parents[2] / "shared" / "data" / "reviews.csv"


class Learner:
    """What all truths share. A state is whatever a truth keeps of a question."""

    def __init__(self, count: int, rng: random.Random) -> None:
        self.rng = rng
        self.states: list[object] = [None] * count
        self.last: list[int | None] = [None] * count
        self.bias = [rng.gauss(0, 1) for _ in range(count)]

    def known(self, state: object, days: float, bias: float) -> float:
        """Recall after some days in a state."""
        raise NotImplementedError

    def after(self, state: object, days: int, rating: int, bias: float, day: int) -> object:
        """The state after a rating; ``state`` is None for a first answer."""
        raise NotImplementedError

    def recall(self, at: int, day: int) -> float:
        """The probability of knowing a question on a day."""
        last = self.last[at]
        return 0.0 if last is None else self.known(self.states[at], day - last, self.bias[at])

    def review(self, at: int, day: int) -> int:
        """The rating (1 to 4) of an answer on a day."""
        last = self.last[at]
        if last is None:
            rating = 1 + pick(self.rng, FIRST)
        else:
            known = self.rng.random() < self.recall(at, day)
            rating = 2 + pick(self.rng, RECALLED) if known else 1
        self.states[at] = self.after(self.states[at], 0 if last is None else day - last, rating, self.bias[at], day)
        self.last[at] = day
        return rating

    def gain(self, at: int, day: int, end: int) -> float:
        """What a review on a day adds to the recall at the end, on average."""
        last, bias, state = self.last[at], self.bias[at], self.states[at]
        days = 0 if last is None else day - last
        known = self.recall(at, day)
        shares = FIRST if last is None else (1 - known, *(known * share for share in RECALLED))
        then = sum(
            share * self.known(self.after(state, days, rating, bias, day), end - day, bias)
            for rating, share in enumerate(shares, 1)
        )
        return then - self.recall(at, end)


class Fsrs(Learner):
    """FSRS-6 with some parameters."""

    model = Model(DEFAULTS)

    def known(self, state: object, days: float, bias: float) -> float:
        """The power law."""
        return self.model.recall(state, days)  # type: ignore[arg-type]

    def after(self, state: object, days: int, rating: int, bias: float, day: int) -> Memory:
        """As the library has it."""
        return self.model.after(state, days, Rating(rating))  # type: ignore[arg-type]


def fitted(file: Path = LOG) -> type[Fsrs] | None:
    """FSRS-6 with the parameters that fit a real log; None where there is no log."""
    if not file.exists():
        return None
    cards: dict[str, list[tuple[int, int]]] = defaultdict(list)
    with file.open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            day = int((datetime.fromisoformat(row["review_time"]).timestamp() - 4 * 3600) // 86400)
            cards[row["card_id"]].append((day, int(row["review_rating"])))
    histories = []
    for reviews in cards.values():
        reviews.sort(key=lambda each: each[0])
        days = [0, *(b[0] - a[0] for a, b in pairwise(reviews))]
        steps = [(gap, rating) for gap, (_, rating) in zip(days, reviews, strict=True)]
        histories += [steps[: at + 1] for at, gap in enumerate(days) if gap >= 1]
    return type("Fitted", (Fsrs,), {"model": Model(fit(histories))})


class HalfLife(Learner):
    """Recall halves with every half-life; a success stretches it, the more the less likely it was; a failure halves it.

    In the manner of Settles and Meeder, A trainable spaced repetition model for language learning, ACL 2016.
    """

    starts = (0.6, 1.2, 2.5, 6.0)
    stretch = (1.2, 2.0, 3.0)

    def known(self, state: object, days: float, bias: float) -> float:
        """Two to the power of minus the half-lives passed."""
        return float(2.0 ** (-days / state))  # type: ignore[operator]

    def after(self, state: object, days: int, rating: int, bias: float, day: int) -> float:
        """The half-life in days."""
        if state is None:
            return self.starts[rating - 1] * exp(0.3 * bias)
        half = float(state)  # type: ignore[arg-type]
        if rating == 1:
            return max(0.4, half / 2)
        return half * (1 + self.stretch[rating - 2] * min(1.0, 2 * (1 - self.known(half, days, bias))))


class PowerLaw(Learner):
    """ACT-R's base-level learning with a decay that hangs on how present a memory was when it was practised.

    Pavlik and Anderson, Practice and forgetting effects on vocabulary memory, Cognitive Science 29(4), 2005: activation
    is ln(sum of t^-d), d = c e^(activation at the time) + a; time between sessions counts for 0.025 of its length.
    """

    threshold, noise, c, a, slow = -0.704, 0.255, 0.217, 0.177, 86_400 * 0.025

    def activation(self, state: object, now: float, bias: float) -> float:
        """Of practices, given as day and decay."""
        traces = state if isinstance(state, tuple) else ()
        strength = sum((max(now - day, 0.003) * self.slow) ** -decay for day, decay in traces)
        return 0.35 * bias + log(strength) if traces else -9.0

    def known(self, state: object, days: float, bias: float) -> float:
        """A logistic function of the activation."""
        last = state[-1][0] if isinstance(state, tuple) else 0.0
        return 1 / (1 + exp((self.threshold - self.activation(state, last + days, bias)) / self.noise))

    def after(self, state: object, days: int, rating: int, bias: float, day: int) -> tuple[tuple[float, float], ...]:
        """One practice more; what was good or easy at first had been practised before."""
        if not isinstance(state, tuple):
            return tuple((day - 0.001 * each, self.a) for each in range((1, 1, 2, 4)[rating - 1]))[::-1]
        present = self.activation(state, state[-1][0] + days, bias) - 0.35 * bias
        return (*state, (day, self.c * exp(min(present, 1.5)) + self.a))


def pick(rng: random.Random, shares: Sequence[float]) -> int:
    """An index, drawn by shares."""
    point = rng.random()
    for at, share in enumerate(shares):
        point -= share
        if point < 0:
            return at
    return len(shares) - 1


def truths(log_file: Path = LOG) -> dict[str, Callable[[int, random.Random], Learner]]:
    """By name. To try another one, add it here."""
    found: dict[str, Callable[[int, random.Random], Learner]] = {"FSRS": Fsrs}
    own = fitted(log_file)
    if own:
        found["FSRS, fitted"] = own
    return {**found, "half-life": HalfLife, "power law": PowerLaw}
