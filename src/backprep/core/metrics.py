"""How good predictions of recall were."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

Predicted = tuple[float, bool]
"""A predicted probability of recall (0 to 1), and whether it was recalled."""
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions of about the same probability: how many, their mean, and the share that was recalled."""

    count: int
    predicted: float
    actual: float


def log_loss(predictions: Sequence[Predicted]) -> float:
    """The mean of −ln of the probability that was given to what happened; less is better."""
    total = sum(log(min(max(p if recalled else 1 - p, _LEAST), 1.0)) for p, recalled in predictions)
    return -total / len(predictions)


def auc(predictions: Sequence[Predicted]) -> float | None:
    """The area under the ROC curve: how often a recalled one was given more than a forgotten one, ties counting half.

    By ranks (Mann and Whitney, Annals of Mathematical Statistics 18(1), 1947). None where all or none were recalled.
    """
    ordered = sorted(predictions, key=lambda each: each[0])
    recalled = sum(1 for _, each in ordered if each)
    forgotten = len(ordered) - recalled
    if not recalled or not forgotten:
        return None
    ranks, at = 0.0, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        ranks += sum(1 for _, each in ordered[at:end] if each) * (at + 1 + end) / 2
        at = end
    return (ranks - recalled * (recalled + 1) / 2) / (recalled * forgotten)


def calibration(predictions: Sequence[Predicted], bins: int = 10) -> tuple[Bin, ...]:
    """The predictions in bins of equal width; empty ones are left out."""
    groups: dict[int, list[Predicted]] = {}
    for each in predictions:
        groups.setdefault(min(int(each[0] * bins), bins - 1), []).append(each)
    return tuple(
        Bin(len(group), sum(p for p, _ in group) / len(group), sum(recalled for _, recalled in group) / len(group))
        for _, group in sorted(groups.items())
    )


def rmse_bins(predictions: Sequence[Predicted], bins: int = 20) -> float:
    """The root of the mean squared difference between predicted and actual over bins, weighted by their counts."""
    found = calibration(predictions, bins)
    return sqrt(sum(each.count * (each.predicted - each.actual) ** 2 for each in found) / len(predictions))
