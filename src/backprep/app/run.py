"""Composing a session, playing it, and saying how it went."""

from dataclasses import dataclass

from backprep.app.errors import BankError, UsageError
from backprep.app.play import Played, Player
from backprep.app.ports import Filter
from backprep.app.screens import Notice, Tone
from backprep.app.world import World
from backprep.core.pick import plan
from backprep.core.review import SessionKind
from backprep.core.session import Session
from backprep.core.summary import SkillResult, by_skill

SPARE = 20
"""Questions held ready beyond the number asked for, so that skipping one brings another."""
BY_TIME = 500
"""The most that a session bounded by minutes alone may ask."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a session lasts: a number of questions, minutes, or whichever ends first."""

    count: int | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class SessionReport:
    """How a session went. ``results`` by skill, weakest first; ``titles`` of the skills in them."""

    kind: SessionKind
    answered: int
    right: int
    skipped: int
    interrupted: bool
    complete: bool
    results: tuple[SkillResult, ...]
    titles: dict[str, str]


def run_session(world: World, kind: SessionKind, wanted: Filter, length: Length, seed: int | None) -> SessionReport:
    """Plays a session from the first question to the report. Raises ``UsageError`` when no question fits."""
    seed = world.ids.seed() if seed is None else seed
    world.progress.ready()
    session = _compose(world, kind, wanted, length, seed)
    _tell_of_skipped_banks(world)
    return _report(world, Player(world, session, seed).play())


def _compose(world: World, kind: SessionKind, wanted: Filter, length: Length, seed: int) -> Session:
    size = length.count if length.count is not None else BY_TIME if length.minutes is not None else 10
    candidates = world.catalogue.candidates(wanted, seed, size + SPARE)
    if not candidates:
        if not world.catalogue.banks():
            raise BankError("no bank can be used", mend="See what is wrong: backprep bank check")
        raise UsageError(
            "no question fits what you asked for", mend="Ask for less at once, or see what there is: backprep bank list"
        )
    now = world.clock.now()
    until = None if length.minutes is None else now.ms + round(length.minutes * 60_000)
    queue = plan(candidates, size + SPARE, seed)
    return Session(id=world.ids.new(), kind=kind, queue=queue, size=min(size, len(queue)), until=until)


def _tell_of_skipped_banks(world: World) -> None:
    for bank in world.catalogue.skipped():
        world.desk.notice(
            Notice(
                f"Skipped a bank: {bank.path} has {bank.faults} fault{'s' * (bank.faults != 1)}."
                f" See why: backprep bank check {bank.path}",
                Tone.WARNING,
            )
        )


def _report(world: World, played: Played) -> SessionReport:
    session = played.session
    results = by_skill(session.answers)
    titles = world.catalogue.skill_titles()
    return SessionReport(
        kind=session.kind,
        answered=len(session.answers),
        right=sum(answer.right for answer in session.answers),
        skipped=len(session.skipped),
        interrupted=played.interrupted,
        complete=not played.interrupted and not session.left,
        results=results,
        titles={result.skill: titles.get(result.skill, result.skill) for result in results},
    )
