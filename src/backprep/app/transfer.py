"""Taking the last answer back, and carrying the log from one machine to another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from backprep.app.errors import UsageError
from backprep.app.ports import Listed, Orphan
from backprep.app.world import World
from backprep.core.review import Reset, Retraction, Review


@dataclass(frozen=True, slots=True)
class UndoReport:
    """The answer or the reset that was taken back, and the prompt of its question where that is still in a bank."""

    review: Review | Reset
    prompt: str | None


@dataclass(frozen=True, slots=True)
class ExportReport:
    """An exported log: its lines, unless they were written to a file."""

    file: str | None
    entries: int
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an imported log held, and how much of it was new."""

    file: str
    entries: int
    new: int


@dataclass(frozen=True, slots=True)
class PathReport:
    """Where things are, and how many answers count."""

    progress: str
    banks: str
    cache: str
    answers: int


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """What is wrong with the progress file."""

    file: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoneReport:
    """Something was done to the progress file; ``said`` is a sentence for a person."""

    said: str


@dataclass(frozen=True, slots=True)
class OrphansReport:
    """Questions that were answered and are in no bank any more; ``removed``: how many of them count no more."""

    orphans: tuple[Orphan, ...]
    removed: int = 0


@dataclass(frozen=True, slots=True)
class ChangedReport:
    """Questions whose content is not what it was when they were answered last."""

    questions: tuple[Listed, ...]


def undo_last(world: World) -> UndoReport:
    """Retracts the newest answer that counts. The answer stays in the log, and no longer counts."""
    last = world.progress.last()
    if last is None:
        raise UsageError("there is no answer to take back", mend="Answer something first: backprep quiz")
    world.progress.record(Retraction(id=world.ids.new(), review=last.id, at=world.clock.now()))
    entry = world.catalogue.entry(last.question)
    return UndoReport(last, entry.question.prompt if entry else None)


def export_lines(world: World) -> tuple[str, ...]:
    """The whole log as lines, its head first."""
    return tuple(world.log_format.write(world.progress.log()))


def import_lines(world: World, lines: Iterable[str], name: str) -> ImportReport:
    """Merges an exported log into this one: the union of both, by identity. Importing twice changes nothing."""
    entries = world.log_format.read(lines, name)
    return ImportReport(name, len(entries), world.progress.merge(entries))


def reset(world: World, questions: Sequence[str]) -> int:
    """Lets questions begin anew; their answers stay in the log. Raises ``UsageError`` for one without answers."""
    for name in questions:
        if world.progress.standing(name) is None:
            raise UsageError(
                f"the question {name!r} has no answers that count", mend="See its id: backprep bank show BANK"
            )
    now = world.clock.now()
    names = list(dict.fromkeys(questions))
    world.progress.record(*(Reset(id=world.ids.new(), question=name, at=now) for name in names))
    return len(names)


def orphans(world: World, *, remove: bool) -> OrphansReport:
    """The questions that are in no bank any more; with ``remove`` they count no more."""
    found = tuple(world.catalogue.orphans())
    if remove and found:
        return OrphansReport(found, reset(world, [each.id for each in found]))
    return OrphansReport(found)
