"""The plan of an interview: its parts, its questions, and the time for each."""

from dataclasses import dataclass
from typing import Literal, get_args

from backprep.core.question import Level

PartName = Literal["opener", "process", "technical", "design", "behavioural", "closing"]
PARTS: tuple[PartName, ...] = get_args(PartName)
TITLES: dict[PartName, str] = {
    "opener": "Opening",
    "process": "Process and testing",
    "technical": "Technical depth",
    "design": "Design",
    "behavioural": "How you work with others",
    "closing": "Your questions to them",
}

THINK = 10
"""Seconds to think before an answer."""
FOLLOW_SAY = 45
"""Seconds that the answer to a follow-up should take."""
LOOK = 25
"""Seconds to look at what a strong answer holds and to judge one's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A question of the interview: ``say`` in seconds, and how many follow-ups come after it."""

    question: str
    part: PartName
    area: str
    say: int
    follow_ups: int = 1

    @property
    def seconds(self) -> int:
        """What it takes in all: thinking, saying, follow-ups and looking back."""
        return THINK + self.say + self.follow_ups * FOLLOW_SAY + LOOK


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An interview before it starts. ``closing``: seconds for the person's own questions at the end."""

    minutes: int
    level: Level
    seed: int
    questions: tuple[Planned, ...]
    closing: int
    role: str | None = None
    focus: tuple[str, ...] = ()

    @property
    def seconds(self) -> int:
        """How long it takes in all."""
        return sum(each.seconds for each in self.questions) + self.closing

    @property
    def parts(self) -> tuple[tuple[PartName, int, int], ...]:
        """Each part that there is, with its questions and its seconds."""
        found: list[tuple[PartName, int, int]] = []
        for part in PARTS[:-1]:
            those = [each for each in self.questions if each.part == part]
            if those:
                found.append((part, len(those), sum(each.seconds for each in those)))
        return (*found, ("closing", 1, self.closing))
