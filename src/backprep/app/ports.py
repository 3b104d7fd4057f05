"""What the use cases need from the world outside. Adapters and desks implement these; tests fake them."""

from __future__ import annotations  # nothing named here is needed before it is used: a start pays for no type

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from backprep.app.found import (
        Answered,
        BankInfo,
        Copy,
        Entry,
        Filter,
        Found,
        Listed,
        Moment,
        Orphan,
        Plannable,
        SkippedBank,
        Tally,
    )
    from backprep.app.lint.advice import Linted
    from backprep.app.screens import (
        Asking,
        Asks,
        Fronting,
        Judging,
        Notice,
        Paused,
        Planning,
        Revealing,
        Saying,
        Ticking,
    )
    from backprep.core.bookmark import Bookmark
    from backprep.core.instant import Instant
    from backprep.core.mock.compose import Askable
    from backprep.core.pick import Candidate
    from backprep.core.problem import Fault
    from backprep.core.rating import Rating
    from backprep.core.readiness import Held
    from backprep.core.reply import Reply, Told, Wish
    from backprep.core.review import LogEntry, Paper, PaperSort, Reset, Review
    from backprep.core.schedule import Seen, Standing
    from backprep.core.settings import Settings
    from backprep.core.skills import SkillTree
    from backprep.core.statistics import Look


class Clock(Protocol):
    """The time of day."""

    def now(self) -> Instant:
        """The present moment, in the zone that the person is in."""
        ...


class Ids(Protocol):
    """New identities and seeds."""

    def new(self) -> str:
        """A UUID of version 7: unique, and later ones sort after earlier ones."""
        ...

    def seed(self) -> int:
        """A number that nobody could have guessed, for a session that names none."""
        ...


class Catalogue(Protocol):
    """The compiled banks, joined with how the person stands."""

    def due(self, wanted: Filter, moment: Moment, limit: int) -> Sequence[Candidate]:
        """Questions that are due at a moment, those that have waited longest."""
        ...

    def new(self, wanted: Filter, seed: int, limit: int) -> Sequence[Candidate]:
        """Questions that were never answered, some of every area, already narrowed."""
        ...

    def plannable(self, wanted: Filter) -> Sequence[Plannable]:
        """All questions that were answered, and of those that were not some hundreds of every area."""
        ...

    def paces(self, count: int) -> Sequence[tuple[str, float]]:
        """Kinds and seconds of the last answers."""
        ...

    def spoken(self, seed: int) -> Sequence[Askable]:
        """Questions that are answered aloud, some of every area."""
        ...

    def weakest(self, wanted: Filter, limit: int) -> Sequence[Candidate]:
        """Questions that were answered, the worst rated first."""
        ...

    def among(self, wanted: Filter, ids: Sequence[str]) -> Sequence[Candidate]:
        """Those of some questions that are in the banks, and that the filter lets through."""
        ...

    def answered_on(self, day: int) -> Mapping[str, Answered]:
        """By area: how many questions were answered on a study day."""
        ...

    def due_count(self, moment: Moment) -> int:
        """How many questions are due at a moment."""
        ...

    def unmet(self) -> int:
        """How many questions were never answered."""
        ...

    def holdings(self, today: int, *, by_skill: bool = False) -> Mapping[str, Sequence[Held]]:
        """By area, or by skill: its questions, and how those stand that were met."""
        ...

    def forecast(self, today: int, days: int, area: str | None = None) -> Sequence[int]:
        """How many questions come back on each of the next days, today (with what is overdue) first."""
        ...

    def met(self) -> Mapping[str, tuple[str, str]]:
        """Kind and level of every question that was met and is in a bank."""
        ...

    def next_due(self, wanted: Filter) -> tuple[int, int] | None:
        """The study day on which the next question comes back, and how many come back on it."""
        ...

    def orphans(self) -> Sequence[Orphan]:
        """Questions that were answered and are in no bank any more."""
        ...

    def search(self, words: Sequence[str], limit: int) -> Sequence[Found]:
        """The questions that hold all of some words (or of their beginnings), the best first."""
        ...

    def changed(self) -> Sequence[Listed]:
        """Questions whose content is not what it was when they were answered last."""
        ...

    def entry(self, question_id: str) -> Entry | None:
        """One question in full."""
        ...

    def skills(self) -> SkillTree:
        """Areas, skills and roles."""
        ...

    def skill_titles(self) -> Mapping[str, str]:
        """Titles by area and by ``area/skill``, without reading the rest of the tree."""
        ...

    def tallies(self) -> Mapping[str, Tally]:
        """How each skill stands, by ``area/skill``."""
        ...

    def questions(self, wanted: Filter) -> Sequence[Listed]:
        """The questions that a filter lets through, in the order of the banks."""
        ...

    def banks(self) -> Sequence[BankInfo]:
        """The banks in use."""
        ...

    def skipped(self) -> Sequence[SkippedBank]:
        """The banks that are not used, because something is wrong with them."""
        ...


class Checker(Protocol):
    """Reads banks from their text and says everything that is wrong."""

    def check(self, paths: Sequence[Path]) -> tuple[Sequence[Path], Sequence[Fault]]:
        """The files that were read and every fault in them; without paths, all banks in use."""
        ...

    def lint(self, paths: Sequence[Path]) -> Linted:
        """The faults, and where there are none, what could be better."""
        ...


class Progress(Protocol):
    """The log of answers. What is acknowledged is on the disk."""

    def ready(self) -> None:
        """Raises ``ProgressError`` where an answer could not be kept: before anybody answers in vain."""
        ...

    def record(self, *what: LogEntry, bookmark: Bookmark | None = None) -> None:
        """Adds to the log, and says where the session is, in one durable transaction."""
        ...

    def bookmarks(self) -> Sequence[Bookmark]:
        """The sessions that did not come to their end, the newest first."""
        ...

    def finished(self, session: str) -> None:
        """Forgets where a session was."""
        ...

    def looks(self, starts: int, area: str | None = None) -> Iterable[Look]:
        """Every answer that counts (of an area, where one is named), oldest first, as far as statistics need it; days
        start at ``starts``.
        """
        ...

    def papers(self, sort: PaperSort, subject: str | None = None) -> Iterable[Paper]:
        """Those of a sort, and of one subject where one is named, oldest first."""
        ...

    def settings(self) -> Settings:
        """What the person has chosen."""
        ...

    def log(self) -> Iterable[LogEntry]:
        """Everything that was ever recorded, by identity: reviews first, then retractions, then notes."""
        ...

    def merge(self, entries: Iterable[LogEntry]) -> int:
        """Adds what is not in the log yet, in one transaction; returns how many entries that were."""
        ...

    def last(self) -> Review | Reset | None:
        """The newest review or reset that was not retracted."""
        ...

    def retracted(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of some reviews that were retracted, or are not there."""
        ...

    def days_since(self, ms: int, starts: int) -> Mapping[int, int]:
        """How many answers were given on each study day (that starts at ``starts``) since an instant."""
        ...

    def last_times(self, count: int) -> Sequence[int]:
        """How many milliseconds each of the last answers took."""
        ...

    def histories(self, count: int) -> Sequence[Sequence[Seen]]:
        """What counts of the answers to each of the questions that were answered last, oldest first."""
        ...

    def failed_since(self, ms: int) -> Sequence[str]:
        """Questions that were rated 'again' at or after an instant, the last one first."""
        ...

    def faults(self) -> Sequence[str]:
        """What is wrong with the file, or with what was derived from its log; nothing when all is well."""
        ...

    def rebuild(self) -> int:
        """Derives everything anew from the log, in one transaction; returns how many questions have a standing."""
        ...

    def back_up(self, to: Path) -> None:
        """Writes a whole copy, also while others write. Raises ``ProgressError`` where the copy is there already."""
        ...

    def reviews(self) -> Iterable[Review]:
        """Every review that was not retracted, oldest first."""
        ...

    def standing(self, question_id: str) -> Standing | None:
        """How a question stands; None before its first answer."""
        ...

    def note(self, question_id: str) -> str | None:
        """The person's own note on a question."""
        ...


class Backups(Protocol):
    """Copies of the progress file, and the ways back."""

    def daily(self, day: date) -> None:
        """Makes the copy of a study day, unless it is there, and thins the older ones.

        Raises ``ProgressError`` when the file turns out to be damaged; no older copy is touched then.
        """
        ...

    def copies(self) -> Sequence[Copy]:
        """Every copy, the newest first."""
        ...

    def restore(self, copy: Path, stamp: str) -> Path | None:
        """Lets a copy be the progress file; what was there is kept, under a name with ``stamp``, and returned."""
        ...

    def salvage(self, stamp: str) -> tuple[int, Path]:
        """Makes a new progress file of what can be read of a damaged one; returns how many entries that is, and where
        the damaged one is kept.
        """
        ...


class LogFormat(Protocol):
    """The log of answers as lines of text, for other machines and for keeping."""

    def write(self, entries: Iterable[LogEntry]) -> Iterable[str]:
        """One line for each entry, after a head."""
        ...

    def read(self, lines: Iterable[str], name: str) -> Sequence[LogEntry]:
        """The entries; raises ``ProgressError``, naming the line, when one cannot be read."""
        ...


class Flags(Protocol):
    """What the person found wrong with questions, in a file to send to whoever wrote them."""

    def add(self, text: str) -> Path:
        """Adds a passage to the file, and says which file that is. Raises ``ProgressError`` where that fails."""
        ...

    def read(self) -> tuple[Path, str]:
        """The file, and what is in it; nothing where nothing was flagged yet."""
        ...


class Editor(Protocol):
    """The person's own text editor."""

    def compose(self, text: str, hint: str) -> str:
        """Lets the person write; returns the text without the hint."""
        ...

    def edit(self, text: str) -> str:
        """Lets the person change a text; returns it as they left it."""
        ...

    def open_at(self, path: str, line: int) -> None:
        """Opens a file at a line, and returns when the editor is closed."""
        ...


class Desk(Protocol):
    """What asks and shows. It knows gestures and screens, and no kinds.

    Ctrl-C is a ``KeyboardInterrupt``; the end of the input is ``Wish.LEAVE``.
    """

    def ask(self, screen: Asking) -> Reply | Wish:
        """Draws a question and waits for a reply to its gesture."""
        ...

    def confide(self, screen: Asking) -> int | Wish:
        """Asks how sure the person is, from 1 to 4, before anything is shown."""
        ...

    def tick(self, screen: Ticking) -> Reply | Wish:
        """Shows what a strong answer holds and waits for the points that were covered."""
        ...

    def reveal(self, screen: Revealing) -> Rating | Wish:
        """Shows what the reply was worth and waits for the person to go on, or to rate it otherwise."""
        ...

    def front(self, screen: Fronting) -> Wish:
        """Shows the front of a flashcard; ``NEXT`` turns it."""
        ...

    def back(self, screen: Fronting) -> Rating | Wish:
        """Shows its back and waits for a rating."""
        ...

    def hold(self, screen: Planning | Paused | Asks) -> Wish:
        """Shows something of an interview, and waits: ``NEXT`` goes on."""
        ...

    def say(self, screen: Saying) -> Told | Wish:
        """Runs the clock while the person thinks (``NEXT``: begins to speak) or speaks."""
        ...

    def judge(self, screen: Judging) -> int | Wish:
        """Asks the person to judge something by the steps that it shows."""
        ...

    def notice(self, notice: Notice) -> None:
        """One line between screens."""
        ...
