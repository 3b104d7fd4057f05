"""The progress file, in memory."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from backprep.app.errors import ProgressError
from backprep.core.bookmark import Bookmark
from backprep.core.review import Chosen, LogEntry, Note, Paper, PaperSort, Reset, Retraction, Review
from backprep.core.schedule import Scheduler, Seen, Standing
from backprep.core.settings import Settings
from backprep.core.statistics import Look
from backprep.core.study_day import study_day


@dataclass
class MemoryProgress:
    """A log, and everything else folded from it each time that it is asked for."""

    entries: list[LogEntry] = field(default_factory=list)
    full: bool = False

    def ready(self) -> None:
        """Always."""

    marks: dict[str, Bookmark] = field(default_factory=dict)

    def record(self, *what: LogEntry, bookmark: Bookmark | None = None) -> None:
        """Adds to the log, unless the disk is full."""
        if self.full:
            raise ProgressError("the disk is full; the last answer was not saved", "/progress", "Free some space.")
        self.entries += what
        self._shred()
        if bookmark is not None:
            self.marks[bookmark.session] = bookmark

    def bookmarks(self) -> list[Bookmark]:
        """The newest first."""
        return sorted(self.marks.values(), key=lambda each: (each.at, each.session), reverse=True)

    def finished(self, session: str) -> None:
        """Forgets it."""
        self.marks.pop(session, None)

    def settings(self) -> Settings:
        """The newest choices."""
        gone = {each.review for each in self.entries if isinstance(each, Retraction)}
        kept = [each for each in self.entries if isinstance(each, Chosen) and each.id not in gone]
        chosen = sorted(kept, key=lambda each: (each.at.ms, each.id))
        newest = {each.setting: each.value for each in chosen}
        return Settings({name: value for name, value in newest.items() if value is not None})

    @property
    def notes(self) -> list[tuple[str, str]]:
        """Question and text of every version of a note."""
        return [(each.question, each.text) for each in self.entries if isinstance(each, Note)]

    def log(self) -> Iterator[LogEntry]:
        """Everything, by kind and identity."""
        for kind in (Review, Retraction, Reset, Chosen, Note, Paper):
            yield from sorted((each for each in self.entries if isinstance(each, kind)), key=lambda each: each.id)

    def merge(self, entries: Iterable[LogEntry]) -> int:
        """Adds what has an identity that is not there yet."""
        before = len(self.entries)
        for each in entries:
            if not any(type(held) is type(each) and held.id == each.id for held in self.entries):
                self.entries.append(each)
        self._shred()
        return len(self.entries) - before

    def looks(self, starts: int, area: str | None = None) -> list[Look]:
        """Oldest first."""
        return [
            Look(
                each.question, study_day(each.at, starts), int(each.rating),
                each.took, each.score, each.confidence, each.session_kind == "cram",
            )
            for each in self.reviews()
            if area in (None, (each.skill or "").partition("/")[0])
        ]  # fmt: skip

    def papers(self, sort: PaperSort, subject: str | None = None) -> list[Paper]:
        """Oldest first."""
        those = [each for each in self.entries if isinstance(each, Paper) and each.sort == sort]
        those = [each for each in those if subject in (None, each.subject)]
        return sorted(those, key=lambda each: (each.at.ms, each.id))

    def _shred(self) -> None:
        gone = {each.review for each in self.entries if isinstance(each, Retraction)}
        self.entries = [each for each in self.entries if not (isinstance(each, Paper) and each.subject in gone)]

    def last(self) -> Review | Reset | None:
        """The newest review or reset that counts."""
        both: list[Review | Reset] = [*self.reviews(), *self._resets()]
        return max(both, key=lambda each: (each.at.ms, each.id), default=None)

    def retracted(self, ids: Sequence[str]) -> frozenset[str]:
        """Those that do not count."""
        return frozenset(ids) - {each.id for each in self.reviews()}

    def days_since(self, ms: int, starts: int) -> Mapping[int, int]:
        """Study day by study day."""
        return Counter(study_day(each.at, starts) for each in self.reviews() if each.at.ms >= ms)

    def last_times(self, count: int) -> list[int]:
        """The newest first."""
        return [each.took for each in self.reviews()][::-1][:count]

    def histories(self, count: int) -> list[list[Seen]]:
        """Of every question that was answered."""
        found: dict[str, list[Seen]] = {}
        for each in self.reviews():
            if each.session_kind != "cram":
                seen = Seen(each.at.ms, each.at.zone, int(each.rating), each.skill, each.content)
                found.setdefault(each.question, []).append(seen)
        return list(found.values())[:count]

    def failed_since(self, ms: int) -> list[str]:
        """The last one first."""
        failed = [each.question for each in self.reviews() if each.at.ms >= ms and each.rating == 1]
        return list(dict.fromkeys(reversed(failed)))

    def _resets(self) -> list[Reset]:
        gone = {each.review for each in self.entries if isinstance(each, Retraction)}
        return [each for each in self.entries if isinstance(each, Reset) and each.id not in gone]

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
        begun = max((each.at.ms for each in self._resets() if each.question == question_id), default=-1)
        mine = [
            Seen(each.at.ms, each.at.zone, int(each.rating), each.skill, each.content)
            for each in self.reviews()
            if each.question == question_id and each.session_kind != "cram" and each.at.ms > begun
        ]
        return Scheduler(self.settings()).fold(question_id, mine)

    def note(self, question_id: str) -> str | None:
        """The newest note."""
        notes = [each for each in self.entries if isinstance(each, Note) and each.question == question_id]
        return max(notes, key=lambda each: (each.at.ms, each.id)).text or None if notes else None
