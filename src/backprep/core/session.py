"""One session, as a value: what was asked, answered, skipped, and what comes next."""

from dataclasses import dataclass, replace
from typing import Literal, assert_never

from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import LogEntry, Retraction, Review
from backprep.core.steps import AHEAD, STEP

Play = Literal["quiz", "cards"]


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
class Repeat:
    """A question that was failed in this session, and the millisecond (UTC) from which it is asked again."""

    question: str
    due: int


@dataclass(frozen=True, slots=True)
class Session:
    """``queue`` holds what may still be asked, more than ``size`` where questions may be skipped; repeats do not count
    for ``size``. ``until`` (milliseconds UTC) ends it by time; ``shown_at`` is when the question on screen was drawn.
    ``cram`` leaves the schedule alone; ``asks_confidence`` asks before each reveal how sure the person is. ``last`` is
    the review of the last answer, for changing its rating.
    """

    id: str
    kind: Play
    queue: tuple[str, ...]
    size: int
    until: int | None = None
    cram: bool = False
    asks_confidence: bool = False
    answers: tuple[Answer, ...] = ()
    skipped: tuple[str, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    shown_at: Instant | None = None
    last: Review | None = None
    left: bool = False

    @property
    def firsts(self) -> tuple[Answer, ...]:
        """The first answer to each question."""
        first: dict[str, Answer] = {}
        for answer in self.answers:
            first.setdefault(answer.question, answer)
        return tuple(first.values())

    def current(self, now: Instant) -> str | None:
        """The question to ask now; None when the session is over.

        A question that was failed comes back when its time has come, or, when nothing else is left, once before that;
        but never right after it was answered.
        """
        if self.left or (self.until is not None and now.ms >= self.until):
            return None
        before = self.answers[-1].question if self.answers else None
        due = next((each for each in self.repeats if each.due <= now.ms and each.question != before), None)
        if due is not None:
            return due.question
        if self.queue and len(self.firsts) < self.size:
            return self.queue[0]
        for each in self.repeats:
            if each.question != before and each.due - AHEAD <= now.ms and self._times(each.question) == 1:
                return each.question
        return None

    @property
    def complete(self) -> bool:
        """Whether every question was asked that was wanted. Repeats may be left: the schedule brings them back."""
        return not self.left or len(self.firsts) >= self.size

    @property
    def to_come(self) -> int:
        """How many questions may still be asked for the first time."""
        waiting = {*self.queue, *(each.question for each in self.repeats)}
        return sum(not self.is_repeat(question) for question in waiting)

    def is_repeat(self, question: str) -> bool:
        """Whether a question was answered in this session already."""
        return any(answer.question == question for answer in self.answers)

    def _times(self, question: str) -> int:
        return sum(answer.question == question for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Shown:
    """The question is on the screen."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered and marked."""

    review: str
    question: str
    skill: str
    content: str
    rating: Rating
    score: float | None
    right: bool
    text: str | None = None
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Rerated:
    """The person rates the last answer otherwise. Does nothing where there is none, or the rating is the same."""

    retraction: str
    review: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class Skipped:
    """The person wants another question. Nothing is recorded."""

    question: str


@dataclass(frozen=True, slots=True)
class Undone:
    """The last answer is taken back, and its question asked again. Does nothing where there is none."""

    retraction: str


@dataclass(frozen=True, slots=True)
class Left:
    """The person wants to stop."""


Event = Shown | Answered | Rerated | Skipped | Undone | Left


def step(session: Session, event: Event, now: Instant) -> tuple[Session, tuple[LogEntry, ...]]:
    """The session after an event, and what has to be recorded before anything else is drawn."""
    match event:
        case Shown():
            return replace(session, shown_at=now), ()
        case Answered():
            return _answered(session, event, now)
        case Rerated():
            return _rerated(session, event, now)
        case Skipped():
            gone = replace(_without(session, event.question), shown_at=None)
            return replace(gone, skipped=(*session.skipped, event.question)), ()
        case Undone():
            return _undone(session, event, now)
        case Left():
            return replace(session, left=True), ()
        case _:  # pragma: no cover
            assert_never(event)


def _without(session: Session, question: str) -> Session:
    return replace(
        session,
        queue=tuple(each for each in session.queue if each != question),
        repeats=tuple(each for each in session.repeats if each.question != question),
    )


def _answered(session: Session, event: Answered, now: Instant) -> tuple[Session, tuple[LogEntry, ...]]:
    # A clock that was set back in the middle of a question gives no negative time.
    took = max(0, now.ms - session.shown_at.ms) if session.shown_at else 0
    review = Review(
        id=event.review,
        session=session.id,
        session_kind="cram" if session.cram else session.kind,
        question=event.question,
        content=event.content,
        at=now,
        rating=event.rating,
        score=event.score,
        took=took,
        confidence=event.confidence,
        reply=event.text,
        skill=event.skill,
    )
    answer = Answer(event.review, event.question, event.skill, event.rating, event.score, event.right)
    rest = _without(session, event.question)
    after = replace(rest, answers=(*session.answers, answer), shown_at=None, last=review)
    return _with_repeat(after, review), (review,)


def _with_repeat(session: Session, review: Review) -> Session:
    others = tuple(each for each in session.repeats if each.question != review.question)
    if review.rating is Rating.AGAIN:
        others = (*others, Repeat(review.question, review.at.ms + STEP))
    return replace(session, repeats=others)


def _rerated(session: Session, event: Rerated, now: Instant) -> tuple[Session, tuple[LogEntry, ...]]:
    last = session.last
    if last is None or not session.answers or last.rating is event.rating:
        return session, ()
    review = replace(last, id=event.review, rating=event.rating)
    right = session.answers[-1].right if last.score is not None else event.rating >= Rating.GOOD
    answer = replace(session.answers[-1], review=review.id, rating=event.rating, right=right)
    after = replace(session, answers=(*session.answers[:-1], answer), last=review)
    return _with_repeat(after, review), (Retraction(id=event.retraction, review=last.id, at=now), review)


def _undone(session: Session, event: Undone, now: Instant) -> tuple[Session, tuple[LogEntry, ...]]:
    if not session.answers:
        return session, ()
    last = session.answers[-1]
    back = replace(_without(session, last.question), answers=session.answers[:-1], shown_at=None, last=None)
    # Before everything else that is due, and though it may have been skipped since: it is what the person wants now.
    skipped = tuple(each for each in session.skipped if each != last.question)
    back = replace(back, repeats=(Repeat(last.question, 0), *back.repeats), skipped=skipped)
    return back, (Retraction(id=event.retraction, review=last.review, at=now),)
