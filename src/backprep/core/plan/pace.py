"""How long questions take a person."""

from collections.abc import Iterable, Mapping
from math import exp, log

USUAL: Mapping[str, float] = {
    "choice": 40.0, "several": 55.0, "true_false": 25.0, "order": 60.0, "fill": 35.0, "open": 120.0, "story": 120.0
}  # fmt: skip
"""Seconds for a question of a kind, with reading what is right, before there are answers to tell by."""
_OTHER = 60.0
_SAID, _AROUND = 60, 45.0
"""Seconds that an open answer takes where the question does not say, and those around the answer itself."""
_PRIOR = 10
"""Answers for which the usual time counts."""
_MOST = 600.0
"""Seconds that one answer may count for: longer ones were left lying."""


def factors(took: Iterable[tuple[str, float]]) -> dict[str, float]:
    """By kind: how much longer than usual the person takes. From kinds and seconds, shrunk towards the usual."""
    sums: dict[str, tuple[float, int]] = {}
    for kind, seconds in took:
        ratio = log(min(_MOST, max(1.0, seconds)) / USUAL.get(kind, _OTHER))
        total, count = sums.get(kind, (0.0, 0))
        sums[kind] = total + ratio, count + 1
    return {kind: exp(total / (count + _PRIOR)) for kind, (total, count) in sums.items()}


def expected(kind: str, say: int | None, factor: float) -> float:
    """Seconds that a question will take. ``say``: the seconds that its record gives to a spoken answer."""
    usual = (say or _SAID) + _AROUND if kind in ("open", "story") else USUAL.get(kind, _OTHER)
    return usual * factor
