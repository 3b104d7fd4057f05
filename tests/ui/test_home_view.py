"""The home screen: all of it on one screen, and legible without colour."""

from datetime import date, timedelta
from typing import Any

import pytest

from backprep.app.home import WEEKS, AreaStanding, HomeReport
from backprep.core.readiness import Readiness

MONDAY = date.fromisoformat("2026-11-23")


def report(**changes: Any) -> HomeReport:
    """Somebody in the middle of it, on a Wednesday."""
    areas = tuple(
        AreaStanding(f"area-{at}", f"Area with a title of its own, number {at}", Readiness(at / 10, 0.9, at, 36))
        for at in range(1, 10)
    )
    fields: dict[str, Any] = {
        "due": 12,
        "new": 20,
        "pace": 45.0,
        "areas": areas,
        "untouched": 17,
        "streak": 3,
        "days": tuple((at * 7) % 23 for at in range(WEEKS * 7)),
        "weekday": 2,
        "command": "backprep quiz",
    }
    return HomeReport(**{**fields, **changes})


def test_everything_fits_on_one_screen(show: Any) -> None:
    """At 80 columns and 24 lines nothing is cut and nothing scrolls."""
    lines = show(report()).rstrip("\n").split("\n")
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80
    text = "\n".join(lines)
    for said in (
        "12 due, 20 new today: about 24 min. 3 days in a row.",
        "2 more areas begun, 17 not begun",
        "10%",
        "1 of 36",
    ):
        assert said in text
    assert text.rstrip().endswith("Go on with: backprep quiz")


@pytest.mark.parametrize("weekday", range(7))
def test_every_day_stands_in_the_row_of_its_weekday(weekday: int, show: Any) -> None:
    """One answer, so many days ago: it is in the row of that weekday, and in the column of that week."""
    today = MONDAY + timedelta(days=weekday)
    for ago in (0, 1, 6, 7, 30, 100):
        days = [0] * (WEEKS * 7)
        days[-1 - ago] = 5
        text = show(report(days=tuple(days), weekday=weekday, areas=()))
        rows = text.split("weeks (most in a day: 5)\n")[1].split("\n")[:7]
        (found,) = [(row, line.index("█") // 2 - 2) for row, line in enumerate(rows) if "█" in line]
        day = today - timedelta(days=ago)
        weeks_ago = ((today - timedelta(days=today.weekday())) - (day - timedelta(days=day.weekday()))).days // 7
        assert found == (day.weekday(), WEEKS - 1 - weeks_ago)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"due": 0, "new": 0}, "Nothing is due today. 3 days in a row."),
        ({"streak": 0}, "Not studied today."),
        ({"due": 0, "new": 1, "pace": 10.0}, "less than a minute"),
        ({"days": (0,) * (WEEKS * 7)}, "Nothing was answered in the last 16 weeks."),
    ],
)
def test_what_is_not_there_is_said(changes: dict[str, Any], said: str, show: Any) -> None:
    """Nothing due, no streak, little time, a long pause: words instead of empty plots."""
    assert said in " ".join(show(report(**changes)).split())
