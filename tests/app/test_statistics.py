"""Statistics of a whole world."""

from dataclasses import replace

import pytest

from backprep.app.errors import UsageError
from backprep.app.mock.hold import hold
from backprep.app.mock.setup import Wishes
from backprep.app.run import Length, Wanted, run_session
from backprep.app.statistics import AHEAD, stats_report
from backprep.core.reply import Picked, Wish
from builders import choice, open_question
from fakes import FakeWorld, ScriptedDesk

DAY = 86_400_000


def studied() -> FakeWorld:
    """Two questions of two areas, answered today and ten days ago."""
    questions = (
        choice(True, False, id="one", skill="python/gil"),
        choice(True, False, id="two", skill="sql-mysql/joins"),
    )
    world = FakeWorld(questions)
    for ms in (0, 10 * DAY):
        world.clock.ms += ms
        world.desk = ScriptedDesk([Picked(0), Picked(0)])
        run_session(world, "quiz", Wanted(length=Length(2)), 1)
    return world


def test_a_report_on_everything() -> None:
    """Answers, days, what comes back, and the pace of the kind."""
    report = stats_report(studied())
    assert report.statistics.answers == 4
    assert report.statistics.questions == 2
    assert len(report.statistics.days) == 2
    assert [each.kind for each in report.statistics.pace] == ["choice"]
    assert len(report.forecast) == AHEAD
    assert sum(report.forecast) == 2
    assert report.mocks == {}


@pytest.mark.parametrize(
    ("since", "answers"), [("30d", 4), ("5d", 2), ("1d", 2), ("1w", 2), ("2 W", 4), ("2027-01-20", 2)]
)
def test_since_a_day(since: str, answers: int) -> None:
    """A date, or how long ago; today is the last of the days."""
    assert stats_report(studied(), since).statistics.answers == answers


def test_one_area() -> None:
    """Its answers and what comes back of it; a name that is none is an error with a suggestion."""
    report = stats_report(studied(), area="Python")
    assert (report.statistics.answers, sum(report.forecast), report.area, report.title) == (2, 1, "python", "python")
    with pytest.raises(UsageError, match="area"):
        stats_report(studied(), area="pyton")


@pytest.mark.parametrize("since", ["", "soon", "2026-13-01", "d", "5"])
def test_a_day_that_is_none(since: str) -> None:
    """What would be one is said."""
    with pytest.raises(UsageError, match="is no day") as caught:
        stats_report(studied(), since)
    assert "30d" in (caught.value.mend or "")


def test_interviews_over_time() -> None:
    """One figure for each that had a question answered or skipped."""
    world = FakeWorld([open_question(100, id="o", say=60)], desk=ScriptedDesk([Wish.SKIP, Wish.SKIP]))
    assert hold(world, Wishes(minutes=15), 1, transcript=True, confidence=False)
    assert stats_report(world).mocks == {"content": (0.0,)}
    assert stats_report(replace(world, questions=world.questions)).statistics.answers == 0
