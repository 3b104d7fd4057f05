"""The progress file, in memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from backprep.app.errors import ProgressError
from backprep.core.review import LogEntry, Note, Retraction, Review, Standing


@dataclass
class MemoryProgress:
    """A log, and everything else folded from it each time that it is asked for."""

    entries: list[LogEntry] = field(default_factory=list)
    full: bool = False

    def ready(self) -> None:
        """Always."""

    def record(self, what: LogEntry) -> None:
        """Adds to the log, unless the disk is full."""
        if self.full:
            raise ProgressError("the disk is full; the last answer was not saved", "/progress", "Free some space.")
        self.entries.append(what)

    @property
    def notes(self) -> list[tuple[str, str]]:
        """Question and text of every version of a note."""
        return [(each.question, each.text) for each in self.entries if isinstance(each, Note)]

    def log(self) -> Iterator[LogEntry]:
        """Everything, by kind and identity."""
        for kind in (Review, Retraction, Note):
            yield from sorted((each for each in self.entries if isinstance(each, kind)), key=lambda each: each.id)

    def merge(self, entries: Iterable[LogEntry]) -> int:
        """Adds what has an identity that is not there yet."""
        before = len(self.entries)
        for each in entries:
            if not any(type(held) is type(each) and held.id == each.id for held in self.entries):
                self.entries.append(each)
        return len(self.entries) - before

    def last(self) -> Review | None:
        """The newest review that counts."""
        return next(reversed(list(self.reviews())), None)

    def reviews(self) -> Iterator[Review]:
        """What was not retracted, oldest first."""
        gone = {each.review for each in self.entries if isinstance(each, Retraction)}
        reviews = [each for each in self.entries if isinstance(each, Review) and each.id not in gone]
        yield from sorted(reviews, key=lambda each: (each.at.ms, each.id))

    def faults(self) -> list[str]:
        """None: everything is folded each time."""
        return []

    def rebuild(self) -> int:
        """How many questions were answered."""
        return len({each.question for each in self.reviews()})

    def back_up(self, to: Path) -> None:
        """Nowhere."""

    def standing(self, question_id: str) -> Standing | None:
        """How a question stands."""
        mine = [each for each in self.reviews() if each.question == question_id]
        return Standing(len(mine), mine[-1].at.ms, mine[-1].rating) if mine else None

    def note(self, question_id: str) -> str | None:
        """The newest note."""
        notes = [each for each in self.entries if isinstance(each, Note) and each.question == question_id]
        return max(notes, key=lambda each: (each.at.ms, each.id)).text or None if notes else None
