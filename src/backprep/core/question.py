"""What every question holds, whatever its kind. The fields of one kind live in ``kinds/<kind>.py``."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal, get_args

Level = Literal["junior", "mid", "senior"]
LEVELS: tuple[Level, ...] = get_args(Level)


class Record:
    """Something that an author writes in a bank. Keys that it does not name are faults.

    The attribute is read by the validator at the edge (``adapters.bank_check``); here it is only a word.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """Where a fact comes from: a primary source, and where in it."""

    title: str
    at: str
    url: str | None = None
    version: str | None = None
    checked: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake(Record):
    """What people usually say, and why it is wrong."""

    claim: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """The interviewer's next question, and what a good reply to it contains."""

    ask: str
    good: str | None = None


Runner = Literal["python", "sqlite", "node", "java", "php", "ruby", "perl", "sh", "mariadb", "postgresql", "redis"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Record):
    """A snippet with its result, so that what the question claims can be checked by running it.

    ``prints`` is the whole standard output; or, instead, the run ends with an error that says ``fails``.
    """

    using: Runner
    code: str
    prints: str | None = None
    fails: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """The part of a question that every kind has.

    ``id`` is the author's and stable for ever: history hangs on it. ``say`` is in seconds. ``early`` questions are
    met before other new ones. ``judgement`` says that an answer claims no fact, so that it needs no source.
    """

    id: str
    kind: str
    skill: str
    level: Level
    prompt: str
    early: bool = False
    say: int | None = None
    looking_for: str | None = None
    answer: str | None = None
    mistakes: tuple[Mistake, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    sources: tuple[Source, ...] = ()
    judgement: bool = False
    runs: tuple[Run, ...] = ()

    @property
    def area(self) -> str:
        """The area that the question's skill belongs to."""
        return self.skill.partition("/")[0]
