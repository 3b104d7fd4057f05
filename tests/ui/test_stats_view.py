"""What the statistics look like, and the files that they are saved to."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from backprep.app.errors import UsageError
from backprep.app.statistics import AHEAD, StatsReport, stats_data
from backprep.core.confidence import Sureness
from backprep.core.statistics import Day, Hard, Pace, Recalled, Statistics
from backprep.ui.look import ASCII, Signs
from backprep.ui.picture import save
from backprep.ui.plots import bar, columns
from backprep.ui.stats_view import stats
from ui.samples import HOSTILE, drawn
from ui.unsafe import acts, without_colours

FOUND = Statistics(
    answers=120,
    questions=40,
    minutes=75.4,
    days=(Day(20_000, 100, 60), Day(20_003, 20, 15.4)),
    ratings={1: 30, 3: 90},
    retention=Recalled("all", 80, 60),
    by_level=(Recalled("junior", 50, 40), Recalled("senior", 30, 20)),
    by_age=(Recalled("1 to 3 days", 80, 60),),
    pace=(Pace("true_false", 7, 12.4),),
    hardest=(Hard("cap-theorem", 5, 9),),
    confidence=(Sureness(4, 10, 9),),
)
REPORT = StatsReport(FOUND, 20_003, (12, 3, *[0] * (AHEAD - 2)), {"content": (0.4, 0.5)}, verdict="You can trust it.")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("signs", [Signs(), ASCII])
def test_every_figure_is_there(width: int, signs: Signs) -> None:
    """At every width, with and without Unicode; no line is longer than the terminal."""
    seen = drawn(stats(REPORT, signs), width)
    plain = " ".join(seen.split())
    for wanted in (
        "120 answers to 40 questions on 2 days, 1 h 15 min in all.", "most in a day: 100; 75 min in all", "again",
        "25%", "of 80 answers", "junior", "1 to 3 days", "12 due now, 3 later", "true false", "12 s", "cap-theorem",
        "failed 5 of 9 times", "certain", "90%", "You can trust it.", "content 40%, 50%",
    ):  # fmt: skip
        assert wanted in plain, wanted
    assert max(len(line.rstrip()) for line in seen.split("\n")) <= width


def test_what_cannot_be_plotted_says_why() -> None:
    """No empty frame, no zero out of nothing."""
    bare = replace(
        FOUND, days=(Day(100, 1, 1),), retention=None, by_level=(), by_age=(), pace=(), hardest=(), confidence=()
    )
    seen = drawn(stats(replace(REPORT, statistics=bare, forecast=(0,) * AHEAD, mocks={}), Signs()), 80)
    assert "No question was answered again on a later day yet." in seen
    assert "Nothing comes back after today." in seen
    assert "Answers on each of the last 42 days\n None." in seen
    assert "Hardest" not in seen
    assert "Mock" not in seen
    nothing = replace(REPORT, statistics=Statistics())
    assert "Begin with: backprep quiz" in drawn(stats(nothing, Signs()), 80)
    assert "Nothing was answered there" in drawn(stats(replace(nothing, since=5), Signs()), 80)


def test_a_part_is_named() -> None:
    """The area and the day from which on it counts."""
    assert "in Python since 1970-01-11 on" in drawn(stats(replace(REPORT, since=10, title="Python"), Signs()), 80)


def test_hostile_names_do_nothing() -> None:
    """Titles and ids come from banks, and from imported logs."""
    bad = replace(FOUND, hardest=(Hard(HOSTILE, 2, 3),))
    assert acts(without_colours(drawn(stats(replace(REPORT, statistics=bad, title=HOSTILE), Signs()), 200))) == []


def test_columns_stand_in_proportion() -> None:
    """The highest reaches the top, a small one is still seen, nothing is nothing."""
    lines = [line.plain for line in columns([0, 1, 50, 100], 4, Signs())]
    assert lines == ["   █", "   █", "  ██", " ▁██"]
    assert [line.plain for line in columns([0, 1, 50, 100], 4, ASCII)] == ["   #", "   #", "  ##", " ###"]
    assert columns([0, 0], 4, Signs()) == []
    assert columns([], 4, Signs()) == []


def test_a_bar_that_is_not_empty_is_seen() -> None:
    """One percent is more than nothing, and more than all is all."""
    assert [bar(share, 4, ASCII).plain for share in (0, 0.01, 0.5, 1, 2)] == ["----", "=---", "==--", "====", "===="]


def test_data_for_scripts() -> None:
    """Days and forecasts are dates; the interviews are there."""
    data = stats_data(replace(REPORT, since=20_000, area="python"))
    assert (data["since"], data["area"], data["answers"]) == ("2024-10-04", "python", 120)
    assert data["days"][0] == {"day": "2024-10-04", "answers": 100, "minutes": 60}
    assert data["forecast"][0] == {"day": "2024-10-07", "questions": 12}
    assert len(data["forecast"]) == AHEAD
    assert data["mocks"] == {"content": [0.4, 0.5]}


@pytest.mark.parametrize("ending", ["svg", "html", "txt", "HTML"])
def test_saving_the_same_view(tmp_path: Path, ending: str) -> None:
    """One drawing, several files: well formed, whole, and without an address to fetch anything from."""
    file = tmp_path / f"stats.{ending}"
    save(REPORT, file, "backprep stats")
    made = file.read_text("utf-8")
    shown = made.replace("\xa0", " ").replace("&#160;", " ")
    assert "cap-theorem" in shown
    assert set(re.findall(r"https?://[^\"' )]*", made)) <= {"http://www.w3.org/2000/svg"}
    if ending == "svg":
        ElementTree.fromstring(made)
    elif ending != "txt":
        html5lib.HTMLParser(strict=True).parse(made)
    else:
        assert "\x1b" not in made


def test_saving_that_fails(tmp_path: Path) -> None:
    """An ending that means nothing, and a folder that is not there."""
    with pytest.raises(UsageError, match="cannot be saved"):
        save(REPORT, tmp_path / "stats.pdf", "t")
    with pytest.raises(UsageError, match="cannot be written") as caught:
        save(REPORT, tmp_path / "no" / "stats.txt", "t")
    assert caught.value.where
