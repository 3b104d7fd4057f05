"""What a desk is asked to show, as values. No colours, no boxes: those are the desk's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backprep.core.ask_them import AskThem
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


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an interview: its title, how many questions it has, and its time in seconds."""

    title: str
    questions: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Planning:
    """An interview before it starts. ``about``: level, role and focus in words; ``resumed``: it goes on."""

    parts: tuple[Part, ...]
    minutes: int
    about: str
    number: int
    resumed: bool = False
    transcript: bool = True


@dataclass(frozen=True, slots=True)
class Paused:
    """The clocks stand still."""


@dataclass(frozen=True, slots=True)
class Asks:
    """The end of an interview: what could have been asked."""

    told: str | None
    asks: tuple[AskThem, ...]


@dataclass(frozen=True, slots=True)
class InterviewHeading:
    """Where in an interview the person is: its part, the question's place, and minutes gone (``spent``)."""

    part: str
    place: int
    size: int
    spent: int
    minutes: int
    can_go_back: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """Something to be said aloud against a clock of ``say`` seconds, of which ``spent`` are gone.

    ``thinking``: the person has not begun to speak. ``after``: what a follow-up follows on; None for a question.
    """

    heading: InterviewHeading
    prompt: str
    say: int
    thinking: bool
    spent: float = 0.0
    after: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Judging:
    """Something of one's own to be judged by steps with a sentence each. ``good``: what a good reply holds, beside what
    was ``told``.
    """

    title: str
    steps: Mapping[int, str]
    ask: str | None = None
    good: str | None = None
    told: str | None = None


class Tone(StrEnum):
    """How a notice is meant."""

    PLAIN = "plain"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Notice:
    """A line between screens."""

    text: str
    tone: Tone = Tone.PLAIN
