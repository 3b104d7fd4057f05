"""How sure a person is of an answer before knowing what it was worth, and how often that was justified."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from backprep.core.rating import WELL

STEPS: dict[int, str] = {
    1: "a guess",
    2: "unsure",
    3: "fairly sure",
    4: "certain",
}
ENOUGH = 20
"""Answers from which on the figures are interpreted; below, they are chance."""
_EACH = 5
_OVER, _UNDER = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Sureness:
    """The answers that were given with one step of confidence: how many, and how many of them were right."""

    step: int
    count: int
    right: int

    @property
    def share(self) -> float:
        """What was right of them, from 0 to 1."""
        return self.right / self.count


def sureness(answers: Iterable[tuple[int, float]]) -> tuple[Sureness, ...]:
    """Confidence and score of answers, step by step; steps that were never chosen are left out.

    An answer counts as right from a score of 0.8 on, as it does for its rating.
    """
    counts = {step: [0, 0] for step in STEPS}
    for step, score in answers:
        counts[step][0] += 1
        counts[step][1] += score >= WELL
    return counted(counts)


def counted(counts: Mapping[int, Sequence[int]]) -> tuple[Sureness, ...]:
    """The same from counts: for each step how many answers, and how many of them were right."""
    return tuple(Sureness(step, count, right) for step, (count, right) in sorted(counts.items()) if count)


def verdict(found: Iterable[Sureness]) -> str | None:
    """What the figures mean, in a sentence; None where there are too few."""
    steps = {each.step: each for each in found}
    if sum(each.count for each in steps.values()) < ENOUGH:
        return None
    certain = steps.get(4)
    if certain and certain.count >= _EACH and certain.share < _OVER:
        return (
            f"When you were certain you were right {certain.right} times of {certain.count}: before you say a thing"
            " with conviction, ask yourself how you know it."
        )
    low = [each for step, each in steps.items() if step <= 2]
    count, right = sum(each.count for each in low), sum(each.right for each in low)
    if count >= _EACH and right / count > _UNDER:
        return (
            f"When you doubted yourself you were right {right} times of {count}: you know more than you think, and may"
            " say it with more conviction."
        )
    if certain and certain.count >= _EACH:
        return f"You can trust your certainty: it was right {certain.right} times of {certain.count}."
    return "You are seldom certain, and seldom wrongly so."
