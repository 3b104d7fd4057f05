"""What a reply was worth, part by part."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How one part of a reply fared. The words are what a person without colour reads."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    SPARED = "rightly left"


@dataclass(frozen=True, slots=True)
class Part:
    """One option, step or point, with its verdict and the reason."""

    text: str
    verdict: Verdict
    why: str | None = None
    note: str | None = None


class Change(StrEnum):
    """A stretch of a typed answer against the accepted one."""

    SAME = "same"
    EXTRA = "extra"
    LACKING = "lacking"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters of a diff."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """``score`` from 0 to 1; ``right`` when nothing was wrong or missing; ``capped`` when a point that an
    interviewer insists on was missed; ``parts`` in the author's order.
    """

    score: float
    right: bool
    parts: tuple[Part, ...] = ()
    note: str | None = None
    diff: tuple[Segment, ...] = ()
    capped: bool = False
