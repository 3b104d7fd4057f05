"""``story``: a personal answer. The bank says what to cover; the story is the person's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from backprep.core.gesture import Gesture, SpeakThenTick
from backprep.core.mark import Mark, Part, Verdict
from backprep.core.problem import Problem, repeated
from backprep.core.question import Question, Record
from backprep.core.reply import Reply, Ticked
from backprep.kinds.base import Example, Kind, UnmarkableError

DEFAULT_SAY = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover(Record):
    """Something that the story should hold, and the part of it where it belongs."""

    part: Literal["situation", "task", "action", "result", "learned"]
    point: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryQuestion(Question):
    """A question about the person. There is no model answer: nobody else's story would do."""

    cover: tuple[Cover, ...]


class StoryKind(Kind[StoryQuestion]):
    """Tell your own story."""

    name = "story"
    label = "Tell your own story"
    record = StoryQuestion
    sourced = False
    example: ClassVar[Example] = Example(
        yaml="""\
id: missed-deadline
kind: story
skill: behavioural-communication-career/time-management
level: mid
say: 120
prompt: Tell me about a deadline that you saw you would miss.
looking_for: Whether you say it early, and what you do besides.
cover:
  - {part: situation, point: "What was due, for whom, and what hung on it"}
  - {part: task, point: What you were answerable for}
  - {part: action, point: "When you said it, to whom, and what you offered instead"}
  - {part: result, point: "What was delivered, and when, with numbers"}
follow_ups:
  - {ask: "What would you do earlier today?", good: "A concrete sign that was there, and what they now watch for."}
  - {ask: "Who was let down?", good: "They know, and say what they did about it."}
""",
        right=Ticked(frozenset({0, 1, 2, 3})),
        wrong=Ticked(frozenset()),
    )

    def gesture(self, question: StoryQuestion) -> Gesture:
        """Speak, then tick what was covered."""
        points = tuple(f"{each.part.capitalize()}: {each.point}" for each in question.cover)
        return SpeakThenTick(question.say or DEFAULT_SAY, points, heading="What to cover")

    def mark(self, question: StoryQuestion, reply: Reply) -> Mark:
        """The share of the points that were covered; all count alike."""
        if not isinstance(reply, Ticked):
            raise UnmarkableError(self, reply)
        parts = tuple(
            Part(
                f"{each.part.capitalize()}: {each.point}",
                Verdict.RIGHT if at in reply.points else Verdict.MISSED,
            )
            for at, each in enumerate(question.cover)
        )
        covered = sum(part.verdict is Verdict.RIGHT for part in parts)
        return Mark(covered / len(parts), covered == len(parts), parts, f"{covered} of {len(parts)} covered")

    def back(self, question: StoryQuestion) -> tuple[str, ...]:
        """What to cover."""
        return ("\n".join(f"- {each.part.capitalize()}: {each.point}" for each in question.cover),)

    def problems(self, question: StoryQuestion) -> Iterator[Problem]:
        """Something to cover, nothing twice, and no made-up answer."""
        if not question.cover:
            yield Problem(("cover",), "nothing-to-cover", "`cover` is empty", "Say what a good story holds.")
        for at, text in repeated(each.point for each in question.cover):
            yield Problem(("cover", at), "repeated-point", f"the point {text!r} is there twice", "Remove one.")
        if question.answer is not None:
            yield Problem(
                ("answer",),
                "story-answer",
                "a story has no model `answer`",
                "Take it out: the answer is the person's own. What it should hold goes into `cover`.",
            )


KIND = StoryKind()
