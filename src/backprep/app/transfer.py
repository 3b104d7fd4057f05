"""Taking the last answer back, and carrying the log from one machine to another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from backprep.app.errors import ProgressError, UsageError
from backprep.app.found import Copy, Listed, Orphan
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
    copies: str


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """What is wrong with the progress file."""

    file: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopiesReport:
    """The copies of the progress file that can be gone back to, the newest first."""

    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class DoneReport:
    """Something was done to the progress file; ``said`` is a sentence for a person."""

    said: str


@dataclass(frozen=True, slots=True)
class OrphansReport:
    """Questions that were answered and are in no bank any more; ``removed``: how many of them count no more.

    ``skipped``: banks that have faults, whose questions are among them.
    """

    orphans: tuple[Orphan, ...]
    removed: int = 0
    skipped: tuple[str, ...] = ()


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
    if remove and (skipped := world.catalogue.skipped()):
        raise UsageError(
            "a bank has faults, and its questions seem to be gone",
            skipped[0].path,
            f"Mend it first: backprep bank check {skipped[0].path}",
        )
    if remove and found:
        return OrphansReport(found, reset(world, [each.id for each in found]))
    return OrphansReport(found, skipped=tuple(each.path for each in world.catalogue.skipped()))


def examine(world: World) -> DoctorReport:
    """Whatever is wrong with the progress file, also that it cannot be opened."""
    try:
        faults = tuple(world.progress.faults())
    except ProgressError as error:
        return DoctorReport(error.where or "", (error.what,))
    return DoctorReport(world.whereabouts().progress, faults)


def restore(world: World, name: str) -> DoneReport:
    """Goes back to a copy: a file, or a day of which there is one. What was there is kept beside the copies."""
    copy = next((each.path for each in world.backups.copies() if name in (each.path.stem, each.path.name)), Path(name))
    if not copy.is_file():
        raise UsageError(f"there is no copy {name!r}", mend="See what there is: backprep progress restore")
    aside = world.backups.restore(copy, _stamp(world))
    kept = f" What was there is kept as {aside}." if aside else ""
    return DoneReport(f"Gone back to {copy}.{kept}")


def salvage(world: World) -> DoneReport:
    """Saves what can be read of a damaged progress file. Raises ``UsageError`` for a sound one."""
    if not examine(world).faults:
        raise UsageError("nothing is wrong with the progress file", mend="Leave it as it is.")
    count, aside = world.backups.salvage(_stamp(world))
    entries = "1 entry" if count == 1 else f"{count} entries"
    return DoneReport(f"{entries} saved. The damaged file is kept as {aside}.")


def _stamp(world: World) -> str:
    now = world.clock.now()
    return datetime.fromtimestamp(now.ms / 1000 + now.zone, UTC).strftime("%Y-%m-%d-%H%M%S")
