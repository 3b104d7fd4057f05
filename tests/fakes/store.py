"""The progress file, in memory."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from backprep.app.errors import ProgressError
from backprep.core.instant import Instant
from backprep.core.review import Retraction, Review, Standing


@dataclass
class MemoryProgress:
    """A log, and everything else folded from it each time that it is asked for."""

    log: list[Review | Retraction] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    full: bool = False

    def record(self, what: Review | Retraction) -> None:
        """Adds to the log, unless the disk is full."""
        if self.full:
            raise ProgressError("the disk is full; the last answer was not saved", "/progress", "Free some space.")
        self.log.append(what)

    def reviews(self) -> Iterator[Review]:
        """What was not retracted, oldest first."""
        gone = {each.review for each in self.log if isinstance(each, Retraction)}
        reviews = [each for each in self.log if isinstance(each, Review) and each.id not in gone]
        yield from sorted(reviews, key=lambda each: (each.at.ms, each.id))

    def standing(self, question_id: str) -> Standing | None:
        """How a question stands."""
        mine = [each for each in self.reviews() if each.question == question_id]
        return Standing(len(mine), mine[-1].at.ms, mine[-1].rating) if mine else None

    def note(self, question_id: str) -> str | None:
        """The newest note."""
        mine = [text for question, text in self.notes if question == question_id]
        return mine[-1] or None if mine else None

    def write_note(self, question_id: str, text: str, at: Instant) -> None:
        """Adds a version."""
        self.notes.append((question_id, text))
