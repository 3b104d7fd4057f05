"""``fill``: a short typed answer, read as a fair person would read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from backprep.core.gesture import FillIn, Gesture
from backprep.core.mark import Mark, Part, Verdict
from backprep.core.problem import Problem
from backprep.core.question import Question, Record
from backprep.core.reply import Reply, Typed
from backprep.core.spelling import alike, diff, folded, likeness, slipped
from backprep.kinds.base import Example, Kind, UnmarkableError


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
        """Accepts a listed answer, case, spacing, hyphens and an article aside, with one slip in each longer word.

        The closest reading wins, and of two that are as close, that an answer is listed as wrong.
        """
        if not isinstance(reply, Typed):
            raise UnmarkableError(self, reply)
        given = " ".join(reply.text.split())
        if not folded(given):
            return Mark(0.0, False, (Part(question.accept[0], Verdict.MISSED),), "Nothing was typed")
        for reads_as in (_same, alike, slipped):
            for miss in question.wrong:
                if reads_as(given, miss.text):
                    return self._wrong(question, given, miss.why)
            for accepted in question.accept:
                if reads_as(given, accepted):
                    return self._right(question, given, accepted, misspelt=reads_as is slipped)
        return self._wrong(question, given, None)

    def back(self, question: FillQuestion) -> tuple[str, ...]:
        """The usual answer, and the explanation."""
        return tuple(text for text in (question.accept[0], question.answer) if text)

    def problems(self, question: FillQuestion) -> Iterator[Problem]:
        """At least one answer; none both right and wrong; an explanation."""
        if not question.accept:
            yield Problem(("accept",), "nothing-accepted", "`accept` is empty", "List at least one right answer.")
        accepted = {folded(each) for each in question.accept}
        for at, miss in enumerate(question.wrong):
            if folded(miss.text) in accepted:
                yield Problem(
                    ("wrong", at),
                    "right-and-wrong",
                    f"{miss.text!r} is listed as right and as wrong",
                    "Take it out of one of the two.",
                )
        if question.answer is None:
            yield Problem((), "no-answer", "there is no `answer`", "Explain in a sentence why the answer is so.")

    def _right(self, question: FillQuestion, given: str, accepted: str, misspelt: bool) -> Mark:
        part = Part(accepted, Verdict.RIGHT)
        if not misspelt:
            return Mark(1.0, True, (part,))
        # A slip is forgiven only where it leads to no answer that is listed as wrong, be that as short as it may.
        if any(slipped(given, miss.text, forgiving_from=1) for miss in question.wrong):
            return self._wrong(question, given, None)
        return Mark(1.0, True, (part,), "Accepted; mind the spelling", diff(given, accepted))

    def _wrong(self, question: FillQuestion, given: str, why: str | None) -> Mark:
        nearest = max(question.accept, key=lambda each: likeness(given, each))
        parts = (Part(given, Verdict.WRONG, why), Part(nearest, Verdict.MISSED))
        return Mark(0.0, False, parts, diff=diff(given, nearest))


KIND = FillKind()


def _same(given: str, listed: str) -> bool:
    return folded(given) == folded(listed)
