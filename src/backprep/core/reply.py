"""What a person does at the desk: a reply to a question, or a wish about the session."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Picked:
    """One option, by position."""

    choice: int


@dataclass(frozen=True, slots=True)
class PickedSeveral:
    """The options that were ticked, by position."""

    choices: frozenset[int]


@dataclass(frozen=True, slots=True)
class Ordered:
    """Positions in the order in which the person put them."""

    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A short typed answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """A long answer has been given: aloud (``text`` is None) or typed."""

    text: str | None = None


@dataclass(frozen=True, slots=True)
class Ticked:
    """The points of a long answer that the person covered, by position."""

    points: frozenset[int]
    text: str | None = None


Reply = Picked | PickedSeveral | Ordered | Typed | Told | Ticked


class Wish(StrEnum):
    """What a person may want instead of replying."""

    NEXT = "next"
    SKIP = "skip"
    UNDO = "undo"
    EDIT = "edit"
    COMPOSE = "compose"
    NOTE = "note"
    PAUSE = "pause"
    BACK = "back"
    WHY = "why"
    LEAVE = "leave"
