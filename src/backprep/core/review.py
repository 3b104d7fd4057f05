"""What the progress file holds. It is only ever added to; nothing is changed, and nothing but papers taken out."""

from dataclasses import dataclass
from typing import Literal

from backprep.core.instant import Instant
from backprep.core.rating import Rating

SessionKind = Literal["quiz", "cards", "cram", "mock", "story"]
"""``cram`` is a quiz or cards with the schedule left alone: its reviews are kept, and move no date."""
PaperSort = Literal["mock", "mock-answer", "story"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One recorded answer. ``took`` is in milliseconds; ``score`` from 0 to 1, None for a flashcard;
    ``content`` is the hash of the question as it was then, ``skill`` what it was filed under (None where that was not
    written down yet); ``reply`` what was typed, if anything was.
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
    skill: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """The undoing of a review or of a reset: that stays in the log, and no longer counts. Papers leave the file."""

    id: str
    review: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset:
    """A question begins anew: its reviews up to this instant stay in the log, and no longer count."""

    id: str
    question: str
    at: Instant


TARGET = "target."
"""What the name of a setting begins with that holds an interview to study for; the rest is its date."""
SUSPENDED = "suspended."
"""What the name of a setting begins with that keeps a question (the rest of the name) from being asked: on, or off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A value that the person chose for a setting. The newest counts; None goes back to the default."""

    id: str
    setting: str
    at: Instant
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A version of the person's own note on a question. The newest counts; an empty one means that there is none."""

    id: str
    question: str
    at: Instant
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Something longer that belongs to the person: an interview, an answer in it, a version of a story.

    ``subject`` is the identity of the interview or of the story; ``body`` is JSON. A retraction of a subject takes its
    papers out of the file for good: what was said in an interview is nobody's business but the person's.
    """

    id: str
    sort: PaperSort
    subject: str
    at: Instant
    body: str


LogEntry = Review | Retraction | Reset | Chosen | Note | Paper


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """How often a question was answered, and the last answer."""

    times: int
    last_at: int
    last_rating: Rating
