"""What the progress file holds: reviews, retractions of them, and notes. All are only ever added."""

from dataclasses import dataclass
from typing import Literal

from backprep.core.instant import Instant
from backprep.core.rating import Rating

SessionKind = Literal["quiz", "cards"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One recorded answer. ``took`` is in milliseconds; ``score`` from 0 to 1, None for a flashcard;
    ``content`` is the hash of the question as it was then; ``reply`` what was typed, if anything was.
    """

    id: str
    session: str
    session_kind: SessionKind
    question: str
    content: str
    at: Instant
    rating: Rating
    score: float | None
    took: int
    confidence: int | None = None
    reply: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """The undoing of a review: the review stays in the log, and no longer counts."""

    id: str
    review: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A version of the person's own note on a question. The newest counts; an empty one means that there is none."""

    id: str
    question: str
    at: Instant
    text: str


LogEntry = Review | Retraction | Note


@dataclass(frozen=True, slots=True)
class Standing:
    """How a question stands: how often it was answered, and the last answer. Derived from the reviews."""

    times: int
    last_at: int
    last_rating: Rating
