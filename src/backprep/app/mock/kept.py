"""Interviews in the progress log: written as they go, read again, and shredded."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from backprep.app.errors import UsageError
from backprep.app.world import World
from backprep.core.instant import Instant
from backprep.core.mock.answers import Given
from backprep.core.mock.plan import Plan
from backprep.core.review import Paper, Retraction
from backprep.kinds.codec import build


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """A mock interview: its plan, and what was answered so far (the newest answer to each question, in the plan's
    order). ``number``: 1 for the first that is kept. ``transcript``: whether typed words are kept.
    """

    id: str
    number: int
    at: Instant
    plan: Plan
    transcript: bool = True
    confidence: bool = False
    answers: tuple[Given, ...] = ()

    @property
    def open(self) -> tuple[str, ...]:
        """The questions that were not come to yet, the end among them."""
        done = {each.question for each in self.answers}
        return tuple(name for name in (*(each.question for each in self.plan.questions), CLOSING) if name not in done)


CLOSING = "ask-them"
"""What stands for the end of the interview, where other answers name their question."""


def keep_plan(world: World, held: Interview) -> None:
    """Writes the plan down, so that the interview can be resumed from its first moment."""
    body = json.dumps({"plan": asdict(held.plan), "transcript": held.transcript, "confidence": held.confidence})
    world.progress.record(Paper(id=world.ids.new(), sort="mock", subject=held.id, at=held.at, body=body))


def as_paper(world: World, interview: str, given: Given, at: Instant) -> Paper:
    """An answer as it is kept."""
    return Paper(id=world.ids.new(), sort="mock-answer", subject=interview, at=at, body=json.dumps(asdict(given)))


def interviews(world: World) -> tuple[Interview, ...]:
    """All that are kept, the oldest first."""
    given: dict[str, dict[str, Given]] = {}
    for paper in world.progress.papers("mock-answer"):
        answer = build(Given, json.loads(paper.body))
        given.setdefault(paper.subject, {})[answer.question] = answer
    found = []
    for number, paper in enumerate(world.progress.papers("mock"), start=1):
        body = json.loads(paper.body)
        plan = build(Plan, body["plan"])
        answers = given.get(paper.subject, {})
        order = [*(each.question for each in plan.questions), CLOSING]
        found.append(
            Interview(
                id=paper.subject,
                number=number,
                at=paper.at,
                plan=plan,
                transcript=body["transcript"],
                confidence=body["confidence"],
                answers=tuple(answers[name] for name in order if name in answers),
            )
        )
    return tuple(found)


def interview(world: World, number: int | None) -> Interview:
    """One of them by its number, or the newest. Raises ``UsageError`` where there is none."""
    found = interviews(world)
    if not found:
        raise UsageError("there is no interview yet", mend="Hold one: backprep mock")
    if number is None:
        return found[-1]
    if not 1 <= number <= len(found):
        raise UsageError(f"there is no interview {number}", mend="See which there are: backprep mock list")
    return found[number - 1]


def unfinished(found: Sequence[Interview]) -> Interview | None:
    """The newest that has something left."""
    return next((each for each in reversed(found) if each.open), None)


def shred(world: World, each: Interview) -> None:
    """Takes an interview out of the file for good. What its answers did to the schedule stays."""
    world.progress.record(Retraction(id=world.ids.new(), review=each.id, at=world.clock.now()))
