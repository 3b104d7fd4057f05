"""A report on an interview, for tests that show it."""

from dataclasses import replace

from backprep.app.mock.kept import CLOSING, Interview
from backprep.app.mock.reports import MockReport
from backprep.core.instant import Instant
from backprep.core.mock.answers import FollowedUp, Given
from backprep.core.mock.plan import Plan, Planned
from backprep.core.mock.scorecard import scorecard

PLAN = Plan(
    minutes=45,
    level="mid",
    role="back-end",
    focus=("python",),
    seed=1,
    questions=(
        Planned(question="gil", part="technical", area="python", say=90, follow_ups=2),
        Planned(question="tests", part="process", area="testing-quality", say=60),
        Planned(question="queue", part="design", area="api-design", say=180),
    ),
    closing=240,
)
GIVEN = Given(
    question="gil",
    part="technical",
    area="python",
    prompt="What is the GIL?",
    say=90,
    think=9_000,
    took=95_000,
    words=None,
    score=0.6,
    covered=("One thread runs at a time",),
    missed=("It is released around input and output",),
    follow_ups=(
        FollowedUp(ask="And with C code?", good="It may let go of it.", took=30_000, held=2),
        FollowedUp(ask="And in 3.14?", took=10_000),
    ),
    structure=3,
    concision=2,
    clarity=4,
    confidence=3,
)
TYPED = replace(
    GIVEN,
    question="tests",
    part="process",
    area="testing-quality",
    prompt="What do you test?",
    words=4,
    text="What is likely to break.",
    score=1.0,
    follow_ups=(FollowedUp(ask="And what not?", good="Getters.", text="Nothing trivial.", held=3),),
)
SKIPPED = Given(question="queue", part="design", area="api-design", prompt="Design a queue.", say=180, skipped=True)
LAST = Given(question=CLOSING, part="closing", area="x", prompt="What would you ask?", say=240, text="Why me?", words=2)


def report(*answers: Given, earlier: tuple[float, ...] = (0.3, 0.5)) -> MockReport:
    """A report on an interview with these answers, or with one of every sort."""
    given = answers or (GIVEN, TYPED, SKIPPED, LAST)
    held = Interview(id="m", number=3, at=Instant(1_800_000_000_000, 3600), plan=PLAN, answers=given)
    card = scorecard(PLAN, given)
    titles = {"python": "Python", "testing-quality": "Testing & quality", "api-design": "APIs"}
    trend = {each.dimension: (*earlier, each.share) for each in card.figures if each.share is not None}
    return MockReport(held, card, titles, trend)
