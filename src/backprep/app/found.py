"""What ports hand over: values that are looked up, and what they are looked up by."""

from __future__ import annotations  # nothing named here is needed before it is used: a start pays for no type

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from backprep.core.question import Level, Question
    from backprep.core.review import LastAnswer


@dataclass(frozen=True, slots=True)
class Filter:
    """Which questions a session may ask. Empty fields let everything through; several values of one mean 'any'."""

    skills: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    banks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A question as the catalogue holds it: the record, the hash of its content, and where it was written."""

    question: Question
    content: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Plannable:
    """A question as the planner needs it; without a memory where it was never answered."""

    id: str
    area: str
    level: Level
    kind: str
    early: bool
    say: int | None
    stability: float | None = None
    difficulty: float | None = None
    last_day: int | None = None
    times: int = 0


@dataclass(frozen=True, slots=True)
class BankInfo:
    """One bank. ``faults`` is how many things are wrong with it; a bank with any is not asked from."""

    id: str
    title: str
    path: str
    questions: int
    by_kind: Mapping[str, int]
    by_level: Mapping[str, int]
    about: str | None = None
    shipped: bool = True


@dataclass(frozen=True, slots=True)
class SkippedBank:
    """A bank that cannot be used as it is."""

    path: str
    faults: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How a skill stands: questions in the banks, those met, and the last ratings of those."""

    questions: int = 0
    met: int = 0
    again: int = 0
    hard: int = 0
    good: int = 0
    easy: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list of questions. ``standing`` is None before the first answer."""

    id: str
    skill: str
    level: str
    kind: str
    bank: str
    prompt: str
    standing: LastAnswer | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A study day, and the millisecond (UTC) of it."""

    day: int
    ms: int


@dataclass(frozen=True, slots=True)
class Answered:
    """Questions answered on one study day: those that were met on it, and those that had been met before."""

    new: int = 0
    again: int = 0


@dataclass(frozen=True, slots=True)
class Orphan:
    """A question that is in no bank any more, with what is kept of it."""

    id: str
    skill: str | None
    times: int
    last_at: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the progress file, and how many answers count in it (None: it cannot be read)."""

    path: Path
    answers: int | None


HIT, HIT_ENDS = "\x02", "\x03"
"""Signs around what was searched for in a passage; no bank can hold them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A question that a search found. ``passage`` is where, with ``HIT`` and ``HIT_ENDS`` around the words."""

    id: str
    skill: str
    level: str
    kind: str
    prompt: str
    passage: str
