"""What the person has done, how well it held, and what is to come."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from backprep.app.errors import UsageError
from backprep.app.world import World
from backprep.core.confidence import verdict
from backprep.core.statistics import Statistics, statistics
from backprep.core.study_day import study_day

if TYPE_CHECKING:
    from backprep.core.mock.scorecard import Dimension

AHEAD = 30
"""Days that are forecast."""
_EPOCH = date(1970, 1, 1)
_AGO = re.compile(r"(\d{1,4})\s*([dwmy])", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True)
class StatsReport:
    """Everything that the answers add up to; what will come back on each of the next days; the shares of every
    interview so far, by dimension.

    ``today`` and ``since`` are study days; ``title`` of the area, where one was asked for.
    """

    statistics: Statistics
    today: int
    forecast: tuple[int, ...]
    mocks: "Mapping[Dimension, tuple[float, ...]]"
    since: int | None = None
    area: str | None = None
    title: str | None = None
    verdict: str | None = None


def stats_report(world: World, since: str | None = None, area: str | None = None) -> StatsReport:
    """Adds everything up. Raises ``UsageError`` for a day or an area that is none."""
    starts = world.progress.settings().day_starts
    today = study_day(world.clock.now(), starts)
    first = None if since is None else _day(since, today)
    named = None if area is None else _area(world, area)
    found = statistics(world.progress.looks(starts, named), world.catalogue.met(), first)
    forecast = world.catalogue.forecast(today, AHEAD, named) if found.answers else ()
    shares = _mocks(world)
    title = world.catalogue.skill_titles().get(named) if named else None
    return StatsReport(found, today, tuple(forecast), shares, first, named, title, verdict(found.confidence))


def _mocks(world: World) -> "Mapping[Dimension, tuple[float, ...]]":
    if next(iter(world.progress.papers("mock")), None) is None:
        return {}  # most people have held none, and need not wait for what reads them
    from backprep.app.mock.reports import mock_list
    from backprep.core.mock.scorecard import trend

    return trend(card for _, card in reversed(mock_list(world).interviews) if card.asked)


def day_name(day: int) -> str:
    """A study day as a date."""
    return (_EPOCH + timedelta(days=day)).isoformat()


def stats_data(report: StatsReport) -> dict[str, Any]:
    """All the figures."""
    found = report.statistics
    return {
        "since": None if report.since is None else day_name(report.since),
        "area": report.area,
        "answers": found.answers,
        "questions": found.questions,
        "minutes": found.minutes,
        "days": [{"day": day_name(each.day), "answers": each.answers, "minutes": each.minutes} for each in found.days],
        "ratings": {str(rating): count for rating, count in found.ratings.items()},
        "retention": asdict(found.retention) if found.retention else None,
        "retention_by_level": [asdict(each) for each in found.by_level],
        "retention_by_age": [asdict(each) for each in found.by_age],
        "seconds_by_kind": [asdict(each) for each in found.pace],
        "hardest": [asdict(each) for each in found.hardest],
        "confidence": [asdict(each) for each in found.confidence],
        "verdict": report.verdict,
        "forecast": [
            {"day": day_name(report.today + at), "questions": count} for at, count in enumerate(report.forecast)
        ],
        "mocks": {name: list(shares) for name, shares in report.mocks.items()},
    }


def _area(world: World, word: str) -> str:
    from backprep.app.find import area_of

    return area_of(world.catalogue, word)


def _day(text: str, today: int) -> int:
    ago = _AGO.fullmatch(text.strip())
    if ago:
        return today - int(ago.group(1)) * _DAYS[ago.group(2).lower()] + 1
    try:
        return (date.fromisoformat(text.strip()) - _EPOCH).days
    except ValueError:
        mend = "Give a date such as 2026-11-23, or how long ago: 30d, 12w, 6m, 1y."
        raise UsageError(f"{text!r} is no day", mend=mend) from None
