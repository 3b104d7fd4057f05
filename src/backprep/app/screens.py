"""What a desk is asked to show, as values. No colours, no boxes: those are the desk's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backprep.core.gesture import Presented, SpeakThenTick
from backprep.core.mark import Mark
from backprep.core.question import Question
from backprep.core.rating import Rating
from backprep.core.steps import Delay


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the person is: the question's place in the session, its area, skill and level, and what to do."""

    place: int
    size: int
    area: str
    skill: str
    level: str
    label: str
    can_undo: bool = False
    repeat: bool = False
    """Whether it was answered in this session already, and failed."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, with the gesture that answers it."""

    heading: Heading
    question: Question
    presented: Presented
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Ticking:
    """What a strong answer holds, after ``told`` was typed or the answer was given aloud (None)."""

    asking: Asking
    gesture: SpeakThenTick
    told: str | None


@dataclass(frozen=True, slots=True)
class Revealing:
    """What the reply was worth, in the order in which the options stood on the screen.

    ``delays``: when each rating would bring the question back; empty where the schedule is left alone. ``hints``: what
    else the person should know about this question.
    """

    asking: Asking
    mark: Mark
    rating: Rating
    note: str | None = None
    delays: Mapping[Rating, Delay] = field(default_factory=dict)
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fronting:
    """A flashcard: the front, and the lines of its back."""

    asking: Asking
    back: tuple[str, ...]
    delays: Mapping[Rating, Delay] = field(default_factory=dict)


class Tone(StrEnum):
    """How a notice is meant."""

    PLAIN = "plain"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Notice:
    """A line between screens."""

    text: str
    tone: Tone = Tone.PLAIN
