"""One session, as a value: what was asked, answered, skipped, and what comes next."""

from dataclasses import dataclass, replace
from typing import assert_never

from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Retraction, Review, SessionKind


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that counts in this session."""

    review: str
    question: str
    skill: str
    rating: Rating
    score: float | None
    right: bool


@dataclass(frozen=True, slots=True)
class Session:
    """``queue`` holds what may still be asked, more than ``size`` where questions may be skipped;
    ``until`` (milliseconds UTC) ends it by time; ``shown_at`` is when the question on screen was drawn.
    """

    id: str
    kind: SessionKind
    queue: tuple[str, ...]
    size: int
    until: int | None = None
    answers: tuple[Answer, ...] = ()
    skipped: tuple[str, ...] = ()
    shown_at: Instant | None = None
    left: bool = False

    def current(self, now: Instant) -> str | None:
        """The question to ask now; None when the session is over."""
        if self.left or len(self.answers) >= self.size or not self.queue:
            return None
        if self.until is not None and now.ms >= self.until:
            return None
        return self.queue[0]


@dataclass(frozen=True, slots=True)
class Shown:
    """The question on top of the queue is on the screen."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The question on top of the queue was answered and marked."""

    review: str
    skill: str
    content: str
    rating: Rating
    score: float | None
    right: bool
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """The person wants another question. Nothing is recorded. Does nothing where there is none to skip."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The last answer is taken back, and its question asked again. Does nothing where there is none."""

    retraction: str


@dataclass(frozen=True, slots=True)
class Left:
    """The person wants to stop."""


Event = Shown | Answered | Skipped | Undone | Left


def step(session: Session, event: Event, now: Instant) -> tuple[Session, Review | Retraction | None]:
    """The session after an event, and what has to be recorded before anything else is drawn."""
    match event:
        case Shown():
            return replace(session, shown_at=now), None
        case Answered():
            return _answered(session, event, now)
        case Skipped():
            if not session.queue:
                return session, None
            skipped = (*session.skipped, session.queue[0])
            return replace(session, queue=session.queue[1:], skipped=skipped, shown_at=None), None
        case Undone():
            if not session.answers:
                return session, None
            last = session.answers[-1]
            queue = (last.question, *session.queue)
            back = replace(session, answers=session.answers[:-1], queue=queue, shown_at=None)
            return back, Retraction(id=event.retraction, review=last.review, at=now)
        case Left():
            return replace(session, left=True), None
        case _:  # pragma: no cover
            assert_never(event)


def _answered(session: Session, event: Answered, now: Instant) -> tuple[Session, Review]:
    question = session.queue[0]
    # A clock that was set back in the middle of a question gives no negative time.
    took = max(0, now.ms - session.shown_at.ms) if session.shown_at else 0
    review = Review(
        id=event.review,
        session=session.id,
        session_kind=session.kind,
        question=question,
        content=event.content,
        at=now,
        rating=event.rating,
        score=event.score,
        took=took,
        reply=event.text,
    )
    answer = Answer(event.review, question, event.skill, event.rating, event.score, event.right)
    return replace(session, queue=session.queue[1:], answers=(*session.answers, answer), shown_at=None), review
