"""Ways to choose the next question, for `make bench-planner`."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from learners import Learner as Truth

from backprep.core.memory import Memory, Model
from backprep.core.plan.learner import LIKE_THE_MODEL, WAYS, Learner, Outcome, Way
from backprep.core.plan.order import ENOUGH, Item, Known, order
from backprep.core.plan.worth import Worths
from backprep.core.rating import Rating


@dataclass
class Scene:
    """One run: what every policy may know. ``assumed``: seconds that each question is thought to take."""

    weights: Sequence[float]
    assumed: Sequence[float]
    end: int
    seconds: float
    days: Sequence[int]
    rng: random.Random


class Policy:
    """Follows the answers with the program's memory model, as the program does."""

    model = Model()
    worths = Worths(model)

    def __init__(self, scene: Scene, truth: Truth) -> None:
        count = len(scene.weights)
        self.scene, self.truth = scene, truth
        self.memory: list[Memory | None] = [None] * count
        self.last = [0] * count
        self.times = [0] * count

    def saw(self, at: int, day: int, rating: int) -> None:
        """An answer was given."""
        days = day - self.last[at] if self.memory[at] else 0
        self.learn(at, days, rating)
        self.memory[at] = self.model.after(self.memory[at], days, Rating(rating))
        self.last[at], self.times[at] = day, self.times[at] + 1

    def learn(self, at: int, days: int, rating: int) -> None:
        """What the policy makes of it."""

    def today(self, day: int) -> Sequence[int]:
        """The questions in their order."""
        raise NotImplementedError

    def shuffled(self) -> list[int]:
        """All questions in an order of their own."""
        questions = list(range(len(self.memory)))
        random.Random(len(questions)).shuffle(questions)
        return questions


class Fixed(Policy):
    """What is due at a fixed retention, the nearest to being forgotten first, and then what is new."""

    retention = 0.9

    def today(self, day: int) -> Sequence[int]:
        """Due, then new."""
        due, new = [], []
        for at in self.shuffled():
            memory = self.memory[at]
            if memory is None:
                new.append(at)
            elif self.last[at] + max(1, round(self.model.interval(memory, self.retention))) <= day:
                due.append((-(day - self.last[at]) / memory.stability, at))
        return [at for _, at in sorted(due)] + new


class Chance(Policy):
    """At random."""

    def today(self, day: int) -> Sequence[int]:
        """Any order."""
        questions = self.shuffled()
        self.scene.rng.shuffle(questions)
        return questions


class InOrder(Policy):
    """One after the other, again and again."""

    def today(self, day: int) -> Sequence[int]:
        """The least often asked first."""
        return sorted(range(len(self.memory)), key=lambda at: (self.times[at], at))


class HardestFirst(Policy):
    """What is least likely to be known first."""

    def today(self, day: int) -> Sequence[int]:
        """New ones, then by difficulty."""
        return sorted(self.shuffled(), key=self._ease)

    def _ease(self, at: int) -> float:
        memory = self.memory[at]
        return -(memory.difficulty if memory else 11.0)


class Ours(Policy):
    """The planner, as the program uses it."""

    def __init__(self, scene: Scene, truth: Truth) -> None:
        super().__init__(scene, truth)
        self.learner = Learner(self.model)

    def learn(self, at: int, days: int, rating: int) -> None:
        """As the program learns."""
        memory = self.memory[at]
        if memory is None:
            self.learner.rated_first(rating)
        elif days:
            self.learner.observe(Outcome(memory.stability, days, self.times[at], rating > 1))
            if rating > 1:
                self.learner.rated_recalled(rating)

    def items(self, day: int) -> list[Item]:
        """The questions as the planner sees them."""
        items = []
        for at, (weight, seconds) in enumerate(zip(self.scene.weights, self.scene.assumed, strict=True)):
            memory = self.memory[at]
            known = Known(memory.stability, memory.difficulty, day - self.last[at], self.times[at]) if memory else None
            items.append(Item(at, weight, seconds, known))  # type: ignore[arg-type]
        return items

    def today(self, day: int) -> Sequence[int]:
        """As the planner has it."""
        scene = self.scene
        seconds = scene.seconds * sum(each >= day for each in scene.days)
        ranked = order(self.items(day), scene.end - day, seconds, self.learner, self.worths)
        return [each.id for each in ranked if each.worth > 0]  # type: ignore[misc]


class Knowing(Ours):
    """The planner, told the true model and its true parameters (for truths of the family that it plans with)."""

    def __init__(self, scene: Scene, truth: Truth) -> None:
        super().__init__(scene, truth)
        self.model = truth.model  # type: ignore[attr-defined]
        self.learner = _Sure(self.model)
        self.worths = _WORTHS.setdefault(id(self.model), Worths(self.model))

    def learn(self, at: int, days: int, rating: int) -> None:
        """There is nothing to learn."""


class Greedy(Policy):
    """Sees the true state, and takes what a review adds to the last day for its time."""

    def today(self, day: int) -> Sequence[int]:
        """By true gain."""
        scene = self.scene
        found = [
            (scene.weights[at] * self.truth.gain(at, day, scene.end) / scene.assumed[at], at)
            for at in range(len(self.memory))
        ]
        return [at for gain, at in sorted(found, reverse=True) if gain > 0]


class _Sure(Learner):
    """Somebody who forgets as the model says."""

    def __init__(self, model: Model) -> None:
        super().__init__(model)
        self.seen = ENOUGH

    def way(self) -> Way:
        """Always the model's."""
        return WAYS[LIKE_THE_MODEL]


_WORTHS: dict[int, Worths] = {}


def fixed(retention: float) -> type[Fixed]:
    """A policy for one retention."""
    return type(f"Fixed{round(retention * 100)}", (Fixed,), {"retention": retention})
