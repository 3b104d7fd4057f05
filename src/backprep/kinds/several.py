"""``several``: every option that applies; part of them earns part of the mark."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from backprep.core.gesture import Gesture, PickSeveral
from backprep.core.mark import Mark
from backprep.core.problem import Problem
from backprep.core.question import Question
from backprep.core.reply import PickedSeveral, Reply
from backprep.kinds.base import Choice, Example, Kind, UnmarkableError, choice_problems, marked


@dataclass(frozen=True, slots=True, kw_only=True)
class SeveralQuestion(Question):
    """Two to ten options, of which any number is right; ``pick`` tells the person how many."""

    choices: tuple[Choice, ...]
    pick: int | None = None


class SeveralKind(Kind[SeveralQuestion]):
    """Pick every one that applies."""

    name = "several"
    label = "Pick all that apply"
    record = SeveralQuestion
    example: ClassVar[Example] = Example(
        yaml="""\
id: safe-methods
kind: several
skill: internet-http/http-methods-safety
level: junior
prompt: Which of these methods are safe, as HTTP defines the word?
choices:
  - {text: GET, correct: true, why: "Asks for a representation, and for nothing to be changed."}
  - {text: HEAD, correct: true, why: "GET without the content."}
  - {text: DELETE, why: "Idempotent, but it asks for a change."}
  - {text: POST, why: "Asks the resource to process something."}
sources:
  - {title: "RFC 9110: HTTP Semantics", at: "section 9.2.1", checked: 2026-11-23}
""",
        right=PickedSeveral(frozenset({0, 1})),
        wrong=PickedSeveral(frozenset({2, 3})),
    )

    def gesture(self, question: SeveralQuestion) -> Gesture:
        """All options, any number of which may be ticked."""
        return PickSeveral(tuple(choice.text for choice in question.choices), question.pick)

    def mark(self, question: SeveralQuestion, reply: Reply) -> Mark:
        """Right ticks less wrong ticks, over the number of right options, and never below nothing."""
        if not isinstance(reply, PickedSeveral):
            raise UnmarkableError(self, reply)
        wanted = {at for at, choice in enumerate(question.choices) if choice.correct}
        hits, slips = len(wanted & reply.choices), len(reply.choices - wanted)
        parts = marked(question.choices, reply.choices)
        note = f"{hits} of {len(wanted)} found" + (f", {slips} ticked that do not apply" if slips else "")
        return Mark(max(0, hits - slips) / len(wanted), reply.choices == wanted, parts, note)

    def back(self, question: SeveralQuestion) -> tuple[str, ...]:
        """The options that apply."""
        return tuple(f"{choice.text}: {choice.why}" for choice in question.choices if choice.correct)

    def problems(self, question: SeveralQuestion) -> Iterator[Problem]:
        """At least one right option, as many as declared, no option twice."""
        right = sum(choice.correct for choice in question.choices)
        if not right:
            yield Problem(("choices",), "no-right-choice", "no choice is right", "Mark some with `correct: true`.")
        if question.pick is not None and right != question.pick:
            yield Problem(
                ("pick",),
                "pick-mismatch",
                f"`pick` says {question.pick}, and the number of right choices is {right}",
                "Make the two agree, or leave `pick` out.",
            )
        yield from choice_problems(question.choices, 10, "Four to six make a good question.")


KIND = SeveralKind()
