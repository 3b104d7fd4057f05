"""``fill``: a short typed answer, read as a fair person would read it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import ClassVar

from backprep.core.gesture import FillIn, Gesture
from backprep.core.mark import Change, Mark, Part, Segment, Verdict
from backprep.core.problem import Problem
from backprep.core.question import Question, Record
from backprep.core.reply import Reply, Typed
from backprep.kinds.base import Example, Kind, UnmarkableError

FORGIVING_FROM = 5
"""Letters from which a word may hold one slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss(Record):
    """An answer that people give and that is something else: never accepted, however close its spelling."""

    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FillQuestion(Question):
    """``accept`` lists the right answers, the usual one first."""

    accept: tuple[str, ...]
    wrong: tuple[NearMiss, ...] = ()


class FillKind(Kind[FillQuestion]):
    """Fill in the blank."""

    name = "fill"
    label = "Fill in the blank"
    record = FillQuestion
    shorthand: ClassVar[Mapping[str, str]] = {}
    example: ClassVar[Example] = Example(
        yaml="""\
id: status-too-many-requests
kind: fill
skill: api-design/rate-limiting
level: junior
prompt: A client that sends too many requests in a given time is answered with status ____.
accept: ["429", 429 Too Many Requests]
wrong:
  - {text: "503", why: "The service as a whole cannot answer; 429 says that this client asked too much."}
answer: 429 Too Many Requests; a Retry-After header may say how long to wait.
sources:
  - {title: "RFC 6585: Additional HTTP Status Codes", at: "section 4", checked: 2026-11-23}
""",
        right=Typed("429"),
        wrong=Typed("503"),
    )

    def gesture(self, question: FillQuestion) -> Gesture:
        """One line of text."""
        return FillIn()

    def mark(self, question: FillQuestion, reply: Reply) -> Mark:
        """Accepts a listed answer, case and spacing aside, with one slip in a word of five letters or more."""
        if not isinstance(reply, Typed):
            raise UnmarkableError(self, reply)
        given = " ".join(reply.text.split())
        folded = given.casefold()
        nearest = max(question.accept, key=lambda each: _likeness(folded, each.casefold()))
        for miss in question.wrong:
            if folded == _folded(miss.text):
                return self._wrong(given, nearest, miss.why)
        for accepted in question.accept:
            if folded == _folded(accepted):
                return Mark(1.0, True, (Part(accepted, Verdict.RIGHT),))
        # A slip is forgiven only where it does not lead to another answer that is known to be wrong.
        if not any(_close(folded, _folded(miss.text)) for miss in question.wrong):
            for accepted in question.accept:
                if _close(folded, _folded(accepted)):
                    diff = _diff(given, accepted)
                    return Mark(1.0, True, (Part(accepted, Verdict.RIGHT),), "Accepted; mind the spelling.", diff)
        return self._wrong(given, nearest, None)

    def back(self, question: FillQuestion) -> tuple[str, ...]:
        """The usual answer, and the explanation."""
        return tuple(text for text in (question.accept[0], question.answer) if text)

    def problems(self, question: FillQuestion) -> Iterator[Problem]:
        """At least one answer; none both right and wrong; an explanation."""
        if not question.accept:
            yield Problem(("accept",), "nothing-accepted", "`accept` is empty", "List at least one right answer.")
        accepted = {_folded(each) for each in question.accept}
        for at, miss in enumerate(question.wrong):
            if _folded(miss.text) in accepted:
                yield Problem(
                    ("wrong", at),
                    "right-and-wrong",
                    f"{miss.text!r} is listed as right and as wrong",
                    "Take it out of one of the two.",
                )
        if question.answer is None:
            yield Problem((), "no-answer", "there is no `answer`", "Explain in a sentence why the answer is so.")

    @staticmethod
    def _wrong(given: str, nearest: str, why: str | None) -> Mark:
        parts: tuple[Part, ...] = (Part(nearest, Verdict.MISSED),)
        if given:
            parts = (Part(given, Verdict.WRONG, why), *parts)
        return Mark(0.0, False, parts, None if given else "Nothing was typed.", _diff(given, nearest) if given else ())


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _close(given: str, wanted: str) -> bool:
    """Whether the words are the same but for one slip in each word of five letters or more."""
    mine, theirs = given.split(), wanted.split()
    if not mine or len(mine) != len(theirs):
        # Spacing is no slip: "load balancer" and "loadbalancer" are the same answer.
        return "".join(mine) == "".join(theirs) != ""
    return all(
        one == other or (len(other) >= FORGIVING_FROM and other.isalpha() and one_slip(one, other))
        for one, other in zip(mine, theirs, strict=True)
    )


def one_slip(one: str, other: str) -> bool:
    """Whether one letter added, left out, changed, or swapped with its neighbour makes one word of the other.

    This is Damerau's set of slips (CACM 7(3), 1964), one of them at most.
    """
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    same = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    if len(one) < len(other):
        return one[same:] == other[same + 1 :]
    if one[same + 1 :] == other[same + 1 :]:
        return True
    return one[same : same + 2] == other[same : same + 2][::-1] and one[same + 2 :] == other[same + 2 :]


def _diff(given: str, accepted: str) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    matcher = SequenceMatcher(None, given.casefold(), accepted.casefold(), autojunk=False)
    if len(given.casefold()) != len(given) or len(accepted.casefold()) != len(accepted):
        matcher = SequenceMatcher(None, given, accepted, autojunk=False)  # folding moved the letters
    for what, at, to, other_at, other_to in matcher.get_opcodes():
        if what == "equal":
            segments.append(Segment(Change.SAME, accepted[other_at:other_to]))
            continue
        if to > at:
            segments.append(Segment(Change.EXTRA, given[at:to]))
        if other_to > other_at:
            segments.append(Segment(Change.LACKING, accepted[other_at:other_to]))
    return tuple(segments)
