"""``true_false``: a statement to judge. A false one comes with the correction."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from backprep.core.gesture import Gesture, PickOne
from backprep.core.mark import Mark
from backprep.core.problem import Problem
from backprep.core.question import Question
from backprep.core.reply import Picked, Reply
from backprep.kinds.base import Choice, Example, Kind, UnmarkableError, marked


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalseQuestion(Question):
    """The prompt is the statement; ``why`` is the reason; ``correction`` puts a false statement right."""

    truth: bool
    why: str
    correction: str | None = None


class TrueFalseKind(Kind[TrueFalseQuestion]):
    """True or false?"""

    name = "true_false"
    label = "True or false?"
    record = TrueFalseQuestion
    example: ClassVar[Example] = Example(
        yaml="""\
id: no-cache-stores
kind: true_false
skill: caching-performance/http-cdn-caching
level: mid
prompt: "`Cache-Control: no-cache` in a response means that it may not be stored."
truth: false
why: "It may be stored; it may not be reused without being validated at the origin first. `no-store` forbids storing."
correction: "`no-cache` lets caches store the response and makes them validate it before each reuse."
sources:
  - {title: "RFC 9111: HTTP Caching", at: "section 5.2.2.4", checked: 2026-11-23}
""",
        right=Picked(1),
        wrong=Picked(0),
    )

    def gesture(self, question: TrueFalseQuestion) -> Gesture:
        """True first, always."""
        return PickOne(("True", "False"), fixed=True)

    def mark(self, question: TrueFalseQuestion, reply: Reply) -> Mark:
        """All or nothing."""
        if not isinstance(reply, Picked):
            raise UnmarkableError(self, reply)
        right = (reply.choice == 0) == question.truth
        said = question.why if question.truth else f"{question.why}\n\nPut right: {question.correction}"
        other = "The statement holds." if question.truth else "The statement does not hold."
        choices = (
            Choice(text="True", why=said if question.truth else other, correct=question.truth),
            Choice(text="False", why=other if question.truth else said, correct=not question.truth),
        )
        return Mark(float(right), right, marked(choices, frozenset({reply.choice})))

    def back(self, question: TrueFalseQuestion) -> tuple[str, ...]:
        """Whether it is true, why, and the correction."""
        return tuple(
            line for line in ("True." if question.truth else "False.", question.why, question.correction) if line
        )

    def problems(self, question: TrueFalseQuestion) -> Iterator[Problem]:
        """A false statement has a correction, a true one none."""
        if not question.truth and question.correction is None:
            yield Problem(
                ("truth",), "no-correction", "a false statement has no `correction`", "Add the statement put right."
            )
        if question.truth and question.correction is not None:
            yield Problem(
                ("correction",),
                "needless-correction",
                "a true statement has a `correction`",
                "Take it out, or make `truth` false.",
            )


KIND = TrueFalseKind()
