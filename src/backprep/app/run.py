"""Playing a session, new or resumed, and saying how it went."""

from dataclasses import dataclass
from datetime import date, timedelta

from backprep.app.compose import Length, Nothing, Wanted, compose, resume, unfinished
from backprep.app.errors import ProgressError
from backprep.app.play import Played, Player
from backprep.app.screens import Notice, Tone
from backprep.app.world import World
from backprep.core.session import Play, Session
from backprep.core.study_day import study_day
from backprep.core.summary import SkillResult, by_skill

__all__ = ["Length", "Nothing", "SessionReport", "Wanted", "resume_session", "run_session"]

OFFERED = 24 * 3_600_000
"""Milliseconds for which an unfinished session is pointed out."""


@dataclass(frozen=True, slots=True)
class SessionReport:
    """How a session went, by the first answer to each question. ``results`` by skill, weakest first; ``titles`` of the
    skills in them; ``repeats``: how many questions that were failed are still to be repeated.
    """

    kind: Play
    answered: int
    right: int
    skipped: int
    interrupted: bool
    complete: bool
    results: tuple[SkillResult, ...]
    titles: dict[str, str]
    repeats: int = 0
    cram: bool = False


def run_session(world: World, kind: Play, wanted: Wanted, seed: int | None) -> SessionReport | Nothing:
    """Plays a session from the first question to the report. Raises ``UsageError`` when no question fits."""
    seed = world.ids.seed() if seed is None else seed
    world.progress.ready()
    session = compose(world, kind, wanted, seed)
    if isinstance(session, Nothing):
        return session
    _tell_of_skipped_banks(world)
    _offer_to_resume(world, kind)
    _tell_of_limit(world, session, wanted)
    return _played(world, session, seed)


def resume_session(world: World, kind: Play) -> SessionReport:
    """Goes on with the newest session that did not come to its end. Raises ``UsageError`` where there is none."""
    world.progress.ready()
    session, seed = resume(world, kind)
    return _played(world, session, seed)


def _played(world: World, session: Session, seed: int) -> SessionReport:
    played = Player(world, session, seed).play()
    if not played.interrupted and played.session.complete:
        world.progress.finished(session.id)
    if played.session.answers:
        _keep_copy(world)
    return _report(world, played)


def _keep_copy(world: World) -> None:
    """One copy of the answers for each study day. That it cannot be made is said, and ends nothing."""
    day = study_day(world.clock.now(), world.progress.settings().day_starts)
    try:
        world.backups.daily(date(1970, 1, 1) + timedelta(days=day))
    except ProgressError as error:
        where = f" ({error.where})" if error.where else ""
        said = f"No copy of your answers could be made: {error.what}{where}. {error.mend or ''}"
        world.desk.notice(Notice(said.rstrip(), Tone.WARNING))


def _offer_to_resume(world: World, kind: Play) -> None:
    mark = unfinished(world, kind)
    if mark and world.clock.now().ms - mark.at < OFFERED:
        done = len({answer.question for answer in mark.answers})
        said = f"Your last session stopped after {done} of {mark.size}. Go on with it: backprep {kind} --resume"
        world.desk.notice(Notice(said))


def _tell_of_limit(world: World, session: Session, wanted: Wanted) -> None:
    asked_for = wanted.length.count
    if asked_for is None or session.size >= asked_for or session.cram or wanted.mistakes:
        return
    if any(each.id not in session.queue for each in world.catalogue.new(wanted.questions, 0, len(session.queue) + 1)):
        said = f"{session.size} instead of {asked_for}: that is as many new questions as you set out to meet in a day."
        world.desk.notice(Notice(f"{said} See: backprep config. All the same: backprep {session.kind} --cram"))


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
    results = by_skill(session.firsts)
    titles = world.catalogue.skill_titles()
    return SessionReport(
        kind=session.kind,
        answered=len(session.firsts),
        right=sum(answer.right for answer in session.firsts),
        skipped=len(session.skipped),
        interrupted=played.interrupted,
        complete=not played.interrupted and session.complete,
        results=results,
        titles={result.skill: titles.get(result.skill, result.skill) for result in results},
        repeats=len(session.repeats),
        cram=session.cram,
    )
