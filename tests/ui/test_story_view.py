"""What stories look like."""

from dataclasses import replace
from typing import Any

import pytest

from backprep.app.story.kept import Kept
from backprep.app.story.rehearse import RehearsalReport
from backprep.app.story.reports import CoverageReport, StoriesReport
from backprep.app.story.write import StoryReport
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.story.text import Story
from backprep.core.story.wording import wording
from backprep.ui import story_view
from backprep.ui.look import ASCII, Signs
from ui.samples import HOSTILE, drawn
from ui.unsafe import acts, without_colours

TOLD = Story(title="The rain", questions=("a-conflict",), themes=("conflict",), situation="It rained.", action="I ran.")
HELD = Kept("s", 3, ((Instant(1), TOLD), (Instant(2), TOLD)))
REPORT = StoryReport(HELD, TOLD, 2, 90, wording(TOLD, 140), ("Missing: result.",), ("bananas",), ("a-conflict",), 4)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_story(width: int) -> None:
    """Its parts, its length against what is wanted, what to mend, and when to rehearse it."""
    seen = " ".join(drawn(story_view.story(REPORT, Signs()), width).split())
    for wanted in (
        "3 The rain version 2 of 2", "answers a-conflict, conflict", "Situation It rained.", "Action I ran.",
        "4 words, about 0:02 to say; 1:30 is wanted.", "Missing: result.", "does not know: bananas",
        "In no bank that is in use: a-conflict.", "To be rehearsed in 4 days: backprep story rehearse 3",
    ):  # fmt: skip
        assert wanted in seen, wanted


def test_a_good_first_version() -> None:
    """There is nothing to mend, and no other version."""
    fine = replace(REPORT, held=Kept("s", 1, ((Instant(1), TOLD),)), feedback=(), unknown=(), strangers=(), days=None)
    seen = drawn(story_view.story(fine, Signs()), 80)
    assert "first version" in seen
    assert "Nothing to mend" in seen
    assert "Not rehearsed yet" in seen
    assert "does not know" not in seen


@pytest.mark.parametrize(
    ("days", "said"), [(1, "in 1 day"), (2, "in 2 days"), (0, "today"), (-3, "today"), (None, "not")]
)
def test_the_list(days: int | None, said: str) -> None:
    """A line for each, with its length, what there is to mend, and when it is due."""
    (line, *_) = drawn(story_view.stories(StoriesReport((replace(REPORT, days=days),)), Signs()), 80).split("\n")
    for wanted in ("3", "The rain", "0:02 of 1:30", "1 to mend", said):
        assert wanted in line
    assert "backprep story new" in drawn(story_view.stories(StoriesReport(()), Signs()), 80)


def test_the_themes() -> None:
    """Those that have a story and those that have none differ without colour; and what to type next."""
    seen = drawn(
        story_view.coverage(
            CoverageReport((("conflict", "a fight", ("The rain",)), ("failure", "a fall", ()))), Signs()
        ),
        80,
    )
    assert "✓  conflict" in seen
    assert "○  failure" in seen
    assert "no story yet" in seen
    assert "backprep story new --theme failure" in seen
    assert "story new" not in drawn(story_view.coverage(CoverageReport((("a", "b", ("c",)),)), Signs()), 80)


def test_a_rehearsal() -> None:
    """What was said, what was left out, how long it took, when it comes back."""
    seen = drawn(
        story_view.rehearsal(
            RehearsalReport(HELD, ("Situation: rain",), ("Result: dry",), 75, 90, Rating.HARD, 2), Signs()
        ),
        80,
    )
    for wanted in ("The rain  hard", "1:15 of 1:30", "✓ Situation: rain", "○ Result: dry (left out)", "in 2 days."):
        assert wanted in seen


@pytest.mark.parametrize("signs", [Signs(), ASCII])
def test_hostile_text_does_nothing(signs: Signs) -> None:
    """Also when it came with an imported log."""
    bad = replace(TOLD, title=HOSTILE, questions=(HOSTILE,), themes=(HOSTILE,), situation=HOSTILE, action=HOSTILE)
    held = Kept("s", 1, ((Instant(1), bad),))
    report = replace(REPORT, held=held, story=bad, unknown=(HOSTILE,), strangers=(HOSTILE,), feedback=(HOSTILE,))
    views: list[Any] = [
        story_view.story(report, signs),
        story_view.stories(StoriesReport((report,)), signs),
        story_view.coverage(CoverageReport((("a", "b", (HOSTILE,)),)), signs),
        story_view.rehearsal(RehearsalReport(held, (HOSTILE,), (HOSTILE,), 1, 1, Rating.GOOD, 0), signs),
    ]
    for view in views:
        assert acts(without_colours(drawn(view, 200))) == []
