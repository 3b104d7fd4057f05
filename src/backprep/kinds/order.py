"""``order``: steps that have to be put in order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from backprep.core.gesture import Gesture, PutInOrder
from backprep.core.mark import Mark, Part, Verdict
from backprep.core.problem import Problem, repeated
from backprep.core.question import Question, Record
from backprep.core.reply import Ordered, Reply
from backprep.kinds.base import Example, Kind, UnmarkableError


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Record):
    """One step, and why it stands where it stands."""

    text: str
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderQuestion(Question):
    """Three to eight steps in the right order, which must be beyond dispute."""

    steps: tuple[Step, ...]


class OrderKind(Kind[OrderQuestion]):
    """Put in order."""

    name = "order"
    label = "Put in order"
    record = OrderQuestion
    shorthand: ClassVar[Mapping[str, str]] = {"steps": "text"}
    example: ClassVar[Example] = Example(
        yaml="""\
id: tcp-handshake-order
kind: order
skill: internet-http/tcp-udp-tls
level: junior
prompt: Put the opening of a TCP connection in order.
steps:
  - The client sends SYN with its initial sequence number
  - The server answers SYN and ACK with its own
  - The client acknowledges with ACK
answer: Each side announces its sequence number and has it acknowledged; the server's two messages travel as one.
sources:
  - {title: "RFC 9293: Transmission Control Protocol", at: "section 3.5", checked: 2026-11-23}
""",
        right=Ordered((0, 1, 2)),
        wrong=Ordered((2, 1, 0)),
    )

    def gesture(self, question: OrderQuestion) -> Gesture:
        """All steps, to be shuffled before they are shown."""
        return PutInOrder(tuple(step.text for step in question.steps))

    def mark(self, question: OrderQuestion, reply: Reply) -> Mark:
        """Pairs of steps the right way round, less those the wrong way, over all pairs; never below nothing.

        That is Kendall's tau, with which a guess earns nothing on average.
        Source: M. G. Kendall, A new measure of rank correlation, Biometrika 30 (1938).
        """
        if not isinstance(reply, Ordered):
            raise UnmarkableError(self, reply)
        count = len(question.steps)
        place = {step: at for at, step in enumerate(reply.order)}
        pairs = list(combinations(range(count), 2))
        in_order = sum(place[first] < place[second] for first, second in pairs)
        parts = tuple(
            Part(
                step.text,
                Verdict.RIGHT if place[at] == at else Verdict.WRONG,
                step.why,
                None if place[at] == at else f"you put it at {place[at] + 1}",
            )
            for at, step in enumerate(question.steps)
        )
        score = max(0, 2 * in_order - len(pairs)) / len(pairs)
        return Mark(score, in_order == len(pairs), parts, f"{in_order} of {len(pairs)} pairs in order")

    def back(self, question: OrderQuestion) -> tuple[str, ...]:
        """The steps, numbered."""
        return tuple(f"{at}. {step.text}" for at, step in enumerate(question.steps, start=1))

    def problems(self, question: OrderQuestion) -> Iterator[Problem]:
        """Three to eight different steps, and an explanation."""
        if not 3 <= len(question.steps) <= 8:
            yield Problem(
                ("steps",),
                "step-count",
                f"the number of steps is {len(question.steps)}, and must be 3 to 8",
                "Join or split steps.",
            )
        for at, text in repeated(step.text for step in question.steps):
            yield Problem(("steps", at), "repeated-step", f"the step {text!r} is there twice", "Reword or remove one.")
        if question.answer is None:
            yield Problem((), "no-answer", "there is no `answer`", "Explain in a sentence or two why the order is so.")


KIND = OrderKind()
