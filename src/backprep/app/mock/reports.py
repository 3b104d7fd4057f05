"""What can be said about interviews that were held."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from backprep.app.errors import UsageError
from backprep.app.mock.kept import Interview, interview, interviews
from backprep.app.world import World
from backprep.core.mock.scorecard import Dimension, Scorecard, scorecard, trend

DOCUMENTS = (".md", ".html", ".svg")
"""How a report can be saved."""


@dataclass(frozen=True, slots=True)
class MockReport:
    """An interview with its scorecard. ``titles`` of the areas; ``trend``: the figures of the interviews up to it;
    ``saved``: the file that the report was written to; ``interrupted``: it was left with Ctrl-C just now.
    """

    interview: Interview
    card: Scorecard
    titles: Mapping[str, str]
    trend: Mapping[Dimension, tuple[float, ...]]
    saved: str | None = None
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class MockListReport:
    """All interviews that are kept, the newest first, each with its scorecard."""

    interviews: tuple[tuple[Interview, Scorecard], ...]


def mock_report(world: World, number: int | None) -> MockReport:
    """The report on one interview. Raises ``UsageError`` where there is none of that number."""
    return report_on(world, interview(world, number))


def report_on(world: World, held: Interview) -> MockReport:
    """The report on an interview."""
    pace = world.progress.settings().value("words-a-minute")
    upto = [each for each in interviews(world) if each.number <= held.number and each.answers]
    cards = [scorecard(each.plan, each.answers, pace) for each in upto]
    titles = {path: title for path, title in world.catalogue.skill_titles().items() if "/" not in path}
    return MockReport(held, scorecard(held.plan, held.answers, pace), titles, trend(cards))


def mock_list(world: World) -> MockListReport:
    """All of them."""
    pace = world.progress.settings().value("words-a-minute")
    found = [(each, scorecard(each.plan, each.answers, pace)) for each in interviews(world)]
    return MockListReport(tuple(reversed(found)))


def suffix_of(name: str) -> str:
    """The ending of a file that a report is to be written to. Raises ``UsageError`` for one that means nothing."""
    suffix = "." + name.rpartition(".")[2].lower() if "." in name else ""
    if suffix not in DOCUMENTS:
        raise UsageError(
            f"a report cannot be saved as {name!r}", mend=f"End the name with one of: {', '.join(DOCUMENTS)}"
        )
    return suffix


def mock_data(report: MockReport) -> dict[str, Any]:
    """The report as ``mock show`` gives it to scripts."""
    held = report.interview
    return {
        "number": held.number,
        "at": held.at.ms,
        "zone": held.at.zone,
        "minutes": held.plan.minutes,
        "level": held.plan.level,
        "role": held.plan.role,
        "focus": list(held.plan.focus),
        "complete": not held.open,
        "scorecard": card_data(report.card),
        "trend": {name: list(shares) for name, shares in report.trend.items()},
        "answers": [asdict(each) for each in held.answers],
    }


def card_data(card: Scorecard) -> dict[str, Any]:
    """A scorecard as data."""
    return {
        "figures": {each.dimension: {"share": each.share, "band": each.band} for each in card.figures},
        "areas": [asdict(each) for each in card.areas],
        "strongest": card.strongest.question if card.strongest else None,
        "weakest": card.weakest.question if card.weakest else None,
        "next": [asdict(each) for each in card.next],
        "asked": card.asked,
        "skipped": card.skipped,
        "planned": card.planned,
    }


def list_data(report: MockListReport) -> dict[str, Any]:
    """The list as data."""
    found = [
        {
            "number": held.number,
            "at": held.at.ms,
            "zone": held.at.zone,
            "minutes": held.plan.minutes,
            "level": held.plan.level,
            "complete": not held.open,
            "scorecard": card_data(card),
        }
        for held, card in report.interviews
    ]
    return {"interviews": found}
