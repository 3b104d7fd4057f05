"""What a person does to single questions: a note, a flag, leaving one out, mending one in its bank."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from backprep import __version__
from backprep.app.errors import UsageError
from backprep.app.found import Entry, Filter
from backprep.app.reports import CheckReport
from backprep.app.world import World
from backprep.core.review import SUSPENDED, Chosen, Note
from backprep.core.suggest import did_you_mean


@dataclass(frozen=True, slots=True)
class FlagsReport:
    """Everything that was flagged, and the file that it is in."""

    file: str
    text: str


def question(world: World, name: str) -> Entry:
    """The question of an id. Raises ``UsageError``, with the id that is nearest."""
    entry = world.catalogue.entry(name)
    if entry is None:
        near = did_you_mean(name, [each.id for each in world.catalogue.questions(Filter())])
        mend = f"Did you mean {near}?" if near else "Look for it: backprep find WORDS"
        raise UsageError(f"there is no question {name!r}", mend=mend)
    return entry


def suspend(world: World, names: Sequence[str], *, on: bool) -> int:
    """Keeps questions from being asked, or lets them be asked again; returns how many were not so before."""
    for name in names:
        if on or not is_suspended(world, name):
            question(world, name)
    changed = [name for name in dict.fromkeys(names) if is_suspended(world, name) is not on]
    now = world.clock.now()
    value = "on" if on else None
    entries = [Chosen(id=world.ids.new(), setting=f"{SUSPENDED}{name}", at=now, value=value) for name in changed]
    if entries:
        world.progress.record(*entries)
    return len(changed)


def is_suspended(world: World, name: str) -> bool:
    """Whether a question is kept from being asked."""
    return world.progress.settings().chosen.get(f"{SUSPENDED}{name}") == "on"


def suspended(world: World) -> tuple[str, ...]:
    """The ids of all questions that are kept from being asked."""
    chosen = world.progress.settings().chosen
    names = (name for name, value in chosen.items() if name.startswith(SUSPENDED) and value == "on")
    return tuple(sorted(name.removeprefix(SUSPENDED) for name in names))


def write_note(world: World, name: str, text: str | None) -> str | None:
    """Keeps a note on a question, written in the editor where no text is given; an empty one takes it away."""
    entry = question(world, name)
    before = world.progress.note(name) or ""
    after = world.editor.compose(before, entry.question.prompt) if text is None else text.strip()
    if after != before:
        world.progress.record(Note(id=world.ids.new(), question=name, at=world.clock.now(), text=after))
    return after or None


def flag(world: World, name: str, why: str) -> Path:
    """Keeps what is wrong with a question, with everything that its author needs to find it."""
    entry = question(world, name)
    if not why.strip():
        raise UsageError("what is wrong with it?", mend='Say so: backprep flag ID --why "…"')
    prompt = " ".join(entry.question.prompt.split())
    return world.flags.add(
        f"## {name}\n\n> {prompt}\n\n{why.strip()}\n\n"
        f"- bank: {Path(entry.file).name}, line {entry.line}\n- content: {entry.content}\n- backprep: {__version__}\n"
    )


def edit(world: World, name: str) -> CheckReport:
    """Opens a question's bank at its line, and says what is wrong with the bank afterwards."""
    entry = question(world, name)
    world.editor.open_at(entry.file, entry.line)
    files, faults = world.checker.check([Path(entry.file)])
    return CheckReport(len(files), tuple(faults))
