"""A world made of fakes."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from backprep.app.errors import ProgressError
from backprep.app.found import Copy
from backprep.app.lint.advice import Linted
from backprep.app.mock.reports import MockReport
from backprep.app.plan import PlanReport
from backprep.app.snippets import Snippet, SnippetRunner
from backprep.app.transfer import PathReport
from backprep.app.world import World
from backprep.core.ask_them import AskThem
from backprep.core.problem import Fault
from backprep.core.question import Question
from backprep.exchange.calendar_ics import calendar
from backprep.exchange.progress_jsonl import JsonLines
from fakes.catalogue import MemoryCatalogue
from fakes.desk import ScriptedDesk
from fakes.small import CountedIds, FakeEditor, SetClock
from fakes.store import MemoryProgress


@dataclass
class NoFaults:
    """A checker that is always content."""

    def check(self, paths: Sequence[Path]) -> tuple[Sequence[Path], Sequence[Fault]]:
        """No faults."""
        return paths, []

    def lint(self, paths: Sequence[Path]) -> Linted:
        """No advice."""
        return Linted(paths)


@dataclass
class NoSnippets:
    """Banks in which there is nothing to run."""

    def read(self, paths: Sequence[Path]) -> tuple[Sequence[Path], Sequence[Fault], Sequence[Snippet]]:
        """No snippets."""
        return paths, [], []

    def runner(self) -> AbstractContextManager[SnippetRunner]:
        """Nothing is executed in a world of fakes."""
        raise NotImplementedError


@dataclass
class KeptFlags:
    """Flags in a list."""

    texts: list[str] = field(default_factory=list)

    def add(self, text: str) -> Path:
        """Keeps it."""
        self.texts.append(text)
        return Path("/flags.md")

    def read(self) -> tuple[Path, str]:
        """All of them."""
        return Path("/flags.md"), "\n".join(self.texts)


@dataclass
class CountedBackups:
    """Remembers the days of which a copy was wanted."""

    days: list[date] = field(default_factory=list)
    problem: ProgressError | None = None
    held: list[Copy] = field(default_factory=list)

    def daily(self, day: date) -> None:
        """Remembers it, or fails as it was told to."""
        if self.problem:
            raise self.problem
        self.days.append(day)

    def copies(self) -> Sequence[Copy]:
        """What it was given."""
        return self.held

    def restore(self, copy: Path, stamp: str) -> Path | None:
        """Nothing was there."""
        return None

    def salvage(self, stamp: str) -> tuple[int, Path]:
        """Three entries."""
        return 3, Path(f"/backups/replaced-{stamp}")


@dataclass
class FakeWorld:
    """Questions in, everything else made up."""

    questions: Sequence[Question]
    desk: ScriptedDesk = field(default_factory=ScriptedDesk)
    clock: SetClock = field(default_factory=SetClock)
    ids: CountedIds = field(default_factory=CountedIds)
    editor: FakeEditor = field(default_factory=FakeEditor)
    progress: MemoryProgress = field(default_factory=MemoryProgress)
    checker: NoFaults = field(default_factory=NoFaults)
    snippets: NoSnippets = field(default_factory=NoSnippets)

    flags: KeptFlags = field(default_factory=KeptFlags)
    backups: CountedBackups = field(default_factory=CountedBackups)
    log_format: JsonLines = field(default_factory=JsonLines)

    def __post_init__(self) -> None:
        self.catalogue = MemoryCatalogue(self.questions, self.progress)

    def limited_to(self, banks: Sequence[str]) -> World:
        """Itself: there is one bank."""
        return self

    def whereabouts(self) -> PathReport:
        """Nowhere."""
        return PathReport("/progress", "/banks", "/cache", sum(1 for _ in self.progress.reviews()), "/backups")

    def waiting(self, words: str) -> AbstractContextManager[None]:
        """Nobody looks."""
        return nullcontext()

    def counting(self, words: str, of: int) -> AbstractContextManager[Callable[[], None]]:
        """Nobody counts."""
        return nullcontext(lambda: None)

    def document(self, report: MockReport, suffix: str) -> str:
        """A word about it."""
        return f"{suffix} of interview {report.interview.number}"

    def calendar(self, plan: PlanReport) -> bytes:
        """The real thing: it is only text."""
        return calendar(plan)

    def help_texts(self) -> dict[str, str]:
        """One."""
        return {"keys": "# Keys\n\nPress them."}

    def asks(self) -> Sequence[AskThem]:
        """Two."""
        return [
            AskThem(id=name, theme="work", whom="anybody", ask=f"{name}?", why="So.", good="Yes.", worrying="No.")
            for name in ("first", "second")
        ]

    def bank_schema(self) -> dict[str, object]:
        """No schema."""
        return {}
