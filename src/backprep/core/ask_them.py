"""Questions that a candidate asks at the end of an interview."""

from dataclasses import dataclass
from typing import Literal

from backprep.core.question import Record

Theme = Literal["work", "team", "code", "on-call", "product", "growth", "culture", "process"]
Whom = Literal["engineer", "manager", "recruiter", "anybody"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskThem(Record):
    """A question to the people who hire: why to ask it, and what a good and a worrying reply sounds like.

    ``whom``: who can answer it (an engineer, a manager, a recruiter, anybody).
    """

    id: str
    theme: Theme
    whom: Whom
    ask: str
    why: str
    good: str
    worrying: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskThemBank(Record):
    """All of them: what ``data/ask-them.yaml`` holds."""

    title: str
    about: str
    questions: tuple[AskThem, ...]
