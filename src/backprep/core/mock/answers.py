"""What was said in an interview: everything that a person may want to read again, whatever becomes of the banks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from backprep.core.mock.plan import PartName
from backprep.core.spelling import folded

_WORD = re.compile(r"\w+")
_TELLING = 5
"""Letters from which a word says what a sentence is about."""

HELD: dict[int, str] = {
    1: "no: I had nothing, or something else",
    2: "partly: some of it",
    3: "yes: what matters was there",
}
"""Whether the reply to a follow-up held what a good one holds."""

COMMUNICATION: dict[str, dict[int, str]] = {
    "structure": {
        1: "I jumped about, and a listener could not have said where I was",
        2: "There was an order, but I found it while speaking",
        3: "A point first, then reasons, in an order that can be followed",
        4: "I said where I was going, went there, and closed it",
    },
    "concision": {
        1: "I went on long after the answer was out, or stopped before it",
        2: "There were detours, or I repeated myself",
        3: "Little of it could have been left out",
        4: "Every sentence did something, and I stopped when it was said",
    },
    "clarity": {
        1: "Vague words, half sentences; I would not have understood myself",
        2: "It can be understood by somebody who knows it already",
        3: "Plain words and the right terms; an example where one was needed",
        4: "Somebody new to it could repeat it",
    },
}
"""How it was said, apart from what was said: each from 1 to 4, a sentence for each step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp:
    """A follow-up: what was asked, what a good reply holds, what was said (``took`` in milliseconds; ``text`` where it
    was typed), and whether that held it (``HELD``; None where it was skipped).
    """

    ask: str
    good: str | None = None
    took: int = 0
    text: str | None = None
    held: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A question of the interview and what was said to it. Times in milliseconds, ``say`` in seconds; ``score`` from
    0 to 1; ``text`` where it was typed and is kept; ``words``: how many were typed, None for what was spoken.
    """

    question: str
    part: PartName
    area: str
    prompt: str
    say: int
    skipped: bool = False
    think: int = 0
    took: int = 0
    words: int | None = None
    text: str | None = None
    score: float | None = None
    covered: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    follow_ups: tuple[FollowedUp, ...] = ()
    structure: int | None = None
    concision: int | None = None
    clarity: int | None = None
    confidence: int | None = None
    review: str | None = None


def missed_points(told: str, points: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    """The points that a typed answer does not seem to hold: none of a point's terms is in it, nor half of its longer
    words. A guess, good enough for choosing what to ask next.
    """
    said = _words(told)
    text = f" {' '.join(said)} "
    missed = []
    for point, terms in points:
        telling = _telling(point)
        half = bool(telling) and 2 * len(telling.intersection(said)) >= len(telling)
        if not half and not any(f" {' '.join(_words(term))} " in text for term in terms if _words(term)):
            missed.append(point)
    return tuple(missed)


def choose_follow_ups(asks: Iterable[str], missed: Iterable[str], count: int) -> tuple[int, ...]:
    """Which follow-ups to ask: those that touch what was missed come first, and otherwise the author's order holds."""
    wanted = set().union(*map(_telling, missed))
    touching = [len(wanted & _telling(ask)) for ask in asks]
    order = sorted(range(len(touching)), key=lambda at: (-touching[at], at))
    return tuple(order[:count])


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _telling(text: str) -> set[str]:
    return {word for word in _words(text) if len(word) >= _TELLING}
