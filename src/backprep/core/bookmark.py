"""Where a session is, so that one that was interrupted can go on."""

from dataclasses import dataclass, replace

from backprep.core.instant import Instant
from backprep.core.session import Answer, Play, Repeat, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A session as it was at an instant (``at``, milliseconds UTC). ``left`` is the milliseconds that it still had."""

    session: str
    kind: Play
    cram: bool
    seed: int
    at: int
    queue: tuple[str, ...]
    size: int
    left: int | None
    answers: tuple[Answer, ...]
    skipped: tuple[str, ...]
    repeats: tuple[Repeat, ...]
    asks_confidence: bool = False


def bookmark(session: Session, seed: int, now: Instant) -> Bookmark:
    """Where a session is now."""
    return Bookmark(
        session=session.id,
        kind=session.kind,
        cram=session.cram,
        seed=seed,
        at=now.ms,
        queue=session.queue,
        size=session.size,
        left=None if session.until is None else max(0, session.until - now.ms),
        answers=session.answers,
        skipped=session.skipped,
        repeats=session.repeats,
        asks_confidence=session.asks_confidence,
    )


def resumed(mark: Bookmark, gone: frozenset[str], now: Instant) -> Session:
    """The session that goes on now. Answers that were taken back meanwhile (``gone``) are asked for again."""
    session = Session(
        id=mark.session,
        kind=mark.kind,
        cram=mark.cram,
        queue=mark.queue,
        size=mark.size,
        until=None if mark.left is None else now.ms + mark.left,
        answers=tuple(answer for answer in mark.answers if answer.review not in gone),
        skipped=mark.skipped,
        repeats=mark.repeats,
        asks_confidence=mark.asks_confidence,
    )
    for answer in mark.answers:
        if answer.review in gone and not session.is_repeat(answer.question):
            others = tuple(each for each in session.repeats if each.question != answer.question)
            session = replace(session, repeats=(Repeat(answer.question, 0), *others))
    return session


def is_over(mark: Bookmark) -> bool:
    """Whether nothing is left of the session."""
    session = resumed(mark, frozenset(), Instant(mark.at))
    return len(session.firsts) >= session.size or session.current(Instant(mark.at)) is None
