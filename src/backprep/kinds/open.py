"""``open``: an answer to be said aloud, and the key points that a strong one holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from backprep.core.gesture import Gesture, SpeakThenTick
from backprep.core.mark import Mark, Part, Verdict
from backprep.core.problem import Problem, repeated
from backprep.core.question import Question, Record
from backprep.core.reply import Reply, Ticked
from backprep.kinds.base import Example, Kind, UnmarkableError

DEFAULT_SAY = 90
CAP = 50
"""The most that an answer earns, of 100, when it misses a point that an interviewer insists on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint(Record):
    """One idea that a listener could tick. ``terms`` are other words for it; to miss a ``must`` caps the mark."""

    point: str
    weight: int
    must: bool = False
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion(Question):
    """A question that is answered in sentences, against weighted key points."""

    key_points: tuple[KeyPoint, ...]


class OpenKind(Kind[OpenQuestion]):
    """Say it aloud."""

    name = "open"
    label = "Say it aloud"
    record = OpenQuestion
    example: ClassVar[Example] = Example(
        yaml="""\
id: why-parameters-stop-injection
kind: open
skill: security-auth/injection
level: junior
say: 30
prompt: Why do bound parameters stop SQL injection?
looking_for: Whether you know the mechanism, and not only the rule.
key_points:
  - {point: The statement is parsed before the value is known, weight: 60, must: true, terms: [prepared, compiled]}
  - {point: "The value travels as data and is never read as SQL", weight: 40, terms: [bound as data, only a value]}
answer: >-
  The database parses the statement while the value is still a placeholder. When the value comes, it is bound as data to
  a plan that is already fixed, so quotes or keywords in it cannot change what the statement does.
mistakes:
  - {claim: It escapes the quotes, why: "No escaping takes place: the value is never part of the SQL text."}
  - {claim: It makes every query safe, why: "Names of tables and columns cannot be bound; those need an allow-list."}
follow_ups:
  - {ask: "How do you sort by a column that the user picks?", good: "Map the input to a fixed list of column names."}
  - {ask: "Is a stored procedure safe as such?", good: "Not when it builds SQL from its arguments."}
sources:
  - {title: "PostgreSQL 18 manual", at: "PREPARE", checked: 2026-11-23}
""",
        right=Ticked(frozenset({0, 1})),
        wrong=Ticked(frozenset()),
    )

    def gesture(self, question: OpenQuestion) -> Gesture:
        """Speak, then tick the key points."""
        return SpeakThenTick(question.say or DEFAULT_SAY, tuple(each.point for each in question.key_points))

    def mark(self, question: OpenQuestion, reply: Reply) -> Mark:
        """The weight of the points that were covered, capped when one was missed that an interviewer insists on."""
        if not isinstance(reply, Ticked):
            raise UnmarkableError(self, reply)
        share = sum(each.weight for at, each in enumerate(question.key_points) if at in reply.points)
        missed_must = any(each.must and at not in reply.points for at, each in enumerate(question.key_points))
        capped = missed_must and share > CAP
        parts = tuple(
            Part(
                each.point,
                Verdict.RIGHT if at in reply.points else Verdict.MISSED,
                note=f"{each.weight} points" + (", insisted on" if each.must else ""),
            )
            for at, each in enumerate(question.key_points)
        )
        note = f"{min(share, CAP) if missed_must else share} of 100"
        if capped:
            note += f" (capped from {share}: a point was missed that an interviewer insists on)"
        return Mark((min(share, CAP) if missed_must else share) / 100, share == 100, parts, note, capped=missed_must)

    def back(self, question: OpenQuestion) -> tuple[str, ...]:
        """The model answer, and the points in it."""
        points = "\n".join(f"- {each.point}" for each in question.key_points)
        return tuple(text for text in (question.answer, points) if text)

    def problems(self, question: OpenQuestion) -> Iterator[Problem]:
        """Weights above 0 that sum to 100, no point twice, a model answer."""
        total = sum(each.weight for each in question.key_points)
        if total != 100:
            yield Problem(
                ("key_points",),
                "weights",
                f"the weights of the key points sum to {total}, and must sum to 100",
                "Raise or lower some by " + f"{abs(100 - total)} in all.",
            )
        for at, each in enumerate(question.key_points):
            if each.weight <= 0:
                yield Problem(
                    ("key_points", at, "weight"),
                    "weight-range",
                    f"the weight {each.weight} is not above 0",
                    "Give it 1 to 100, or remove the point.",
                )
        for at, text in repeated(each.point for each in question.key_points):
            yield Problem(("key_points", at), "repeated-point", f"the point {text!r} is there twice", "Remove one.")
        if question.answer is None:
            yield Problem(
                (), "no-answer", "there is no `answer`", "Write the answer that a strong candidate would say aloud."
            )


KIND = OpenKind()
