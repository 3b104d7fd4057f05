"""``choice``: one option is right, and every option says why it is right or wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from backprep.core.gesture import Gesture, PickOne
from backprep.core.mark import Mark
from backprep.core.problem import Problem
from backprep.core.question import Question
from backprep.core.reply import Picked, Reply
from backprep.kinds.base import Choice, Example, Kind, UnmarkableError, choice_problems, marked


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion(Question):
    """One right option among two to eight."""

    choices: tuple[Choice, ...]


class ChoiceKind(Kind[ChoiceQuestion]):
    """Pick one."""

    name = "choice"
    label = "Pick one"
    record = ChoiceQuestion
    example: ClassVar[Example] = Example(
        yaml="""\
id: put-idempotent
kind: choice
skill: internet-http/http-methods-safety
level: junior
prompt: Which method is defined as idempotent but not safe?
choices:
  - {text: PUT, correct: true, why: "Putting the same thing twice leaves what one PUT leaves, yet it changes state."}
  - {text: POST, why: "Two POSTs may create two orders: neither safe nor idempotent."}
  - {text: GET, why: "GET is idempotent, and safe as well."}
sources:
  - {title: "RFC 9110: HTTP Semantics", at: "section 9.2.2", checked: 2026-11-23}
""",
        right=Picked(0),
        wrong=Picked(1),
    )

    def gesture(self, question: ChoiceQuestion) -> Gesture:
        """All options, of which one is to be picked."""
        return PickOne(tuple(choice.text for choice in question.choices))

    def mark(self, question: ChoiceQuestion, reply: Reply) -> Mark:
        """All or nothing."""
        if not isinstance(reply, Picked):
            raise UnmarkableError(self, reply)
        right = question.choices[reply.choice].correct
        parts = marked(question.choices, frozenset({reply.choice}))
        return Mark(float(right), right, parts)

    def back(self, question: ChoiceQuestion) -> tuple[str, ...]:
        """The right option and its reason."""
        return tuple(line for choice in question.choices if choice.correct for line in (choice.text, choice.why))

    def problems(self, question: ChoiceQuestion) -> Iterator[Problem]:
        """Exactly one right option, no option twice, two to eight of them."""
        right = [at for at, choice in enumerate(question.choices) if choice.correct]
        if not right:
            yield Problem(("choices",), "no-right-choice", "no choice is right", "Mark one with `correct: true`.")
        for at in right[1:]:
            yield Problem(
                ("choices", at),
                "two-right-choices",
                f"{len(right)} choices are right, where the kind `choice` has one",
                "Leave `correct: true` on one of them, or make the kind `several`.",
            )
        yield from choice_problems(question.choices, 8, "Three to five make a good question.")


KIND = ChoiceKind()
