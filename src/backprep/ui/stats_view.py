"""Draws what the person has done, how well it held, and what is to come."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from backprep.app.statistics import AHEAD, StatsReport, day_name
from backprep.core.confidence import ENOUGH, STEPS
from backprep.core.rating import Rating
from backprep.core.statistics import Recalled
from backprep.ui.literal import literal
from backprep.ui.look import Signs
from backprep.ui.plots import bar, columns

_DAYS = 42
"""Study days that are plotted."""
_HEIGHT = 5
_BAR = 16


def stats(report: StatsReport, signs: Signs) -> RenderableType:
    """Figures and plots, each with what it is about; what cannot be plotted yet says why."""
    found = report.statistics
    if not found.answers:
        if report.since is not None or report.area is not None:
            return Text("Nothing was answered there. Look at everything: backprep stats")
        return Text("Nothing was answered yet. Begin with: backprep quiz")
    rows: list[RenderableType] = [_totals(report), *_days(report, signs), *_ratings(report, signs)]
    rows += _retention(report, signs)
    rows += _forecast(report, signs)
    rows += _pace(report)
    rows += _hardest(report)
    rows += _confidence(report, signs)
    rows += _mocks(report)
    rows.append(Text("\nHow well your recall was predicted: backprep stats --memory", "quiet"))
    return Group(*rows)


def _totals(report: StatsReport) -> Text:
    found = report.statistics
    hours, minutes = divmod(round(found.minutes), 60)
    time = f"{hours} h {minutes} min" if hours else f"{minutes} min"
    where = f" in {literal(report.title)}" if report.title else ""
    since = f" since {day_name(report.since)}" if report.since is not None else ""
    return Text(
        f"{_count(found.answers, 'answer')} to {_count(found.questions, 'question')}{where}{since}"
        f" on {_count(len(found.days), 'day')}, {time} in all."
    )


def _days(report: StatsReport, signs: Signs) -> list[RenderableType]:
    done = {each.day: each for each in report.statistics.days}
    shown = range(report.today - _DAYS + 1, report.today + 1)
    counts = [float(done[day].answers) if day in done else 0.0 for day in shown]
    lines = columns(counts, _HEIGHT, signs)
    if not any(counts):
        return [_title(f"Answers on each of the last {_DAYS} days"), Text(" None.", "quiet")]
    most = round(max(counts))
    minutes = sum(done[day].minutes for day in shown if day in done)
    return [
        _title(f"Answers on each of the last {_DAYS} days (most in a day: {most}; {minutes:.0f} min in all)"),
        *_framed(lines, f"{day_name(shown[0])[5:]}", "today"),
    ]


def _forecast(report: StatsReport, signs: Signs) -> list[RenderableType]:
    now, later = report.forecast[0], report.forecast[1:]
    lines = columns([float(each) for each in later], _HEIGHT, signs)
    title = _title(f"What comes back in the next {AHEAD} days ({now} due now, {sum(later)} later)")
    if not any(later):
        return [title, Text(" Nothing comes back after today.", "quiet")]
    last = day_name(report.today + AHEAD - 1)[5:]
    return [title, *_framed(lines, "tomorrow", f"{last} (most in a day: {max(later)})")]


def _framed(lines: Sequence[Text], left: str, right: str) -> list[RenderableType]:
    if not lines:  # the title says it in words
        return []
    width = max(len(line) for line in lines)
    gap = max(1, width - len(left) - len(right))
    return [*(Text.assemble("  ", line) for line in lines), Text(f"  {left}{' ' * gap}{right}", "quiet")]


def _ratings(report: StatsReport, signs: Signs) -> list[RenderableType]:
    counts = report.statistics.ratings
    total = sum(counts.values())
    table = Table.grid(padding=(0, 2))
    for rating in Rating:
        share = counts.get(rating, 0) / total
        table.add_row(f" {rating.label}", bar(share, _BAR, signs), f"{share:4.0%}", f"{counts.get(rating, 0)}")
    return [_title("Ratings"), table]


def _retention(report: StatsReport, signs: Signs) -> list[RenderableType]:
    found = report.statistics
    if found.retention is None:
        return [
            _title("Recalled a day or more after the last answer"),
            Text(" No question was answered again on a later day yet.", "quiet"),
        ]
    table = Table.grid(padding=(0, 2))
    _recalled(table, [found.retention], signs)
    _recalled(table, found.by_level, signs)
    _recalled(table, found.by_age, signs)
    return [_title("Recalled a day or more after the last answer: all, by level, by the days between"), table]


def _recalled(table: Table, rows: Iterable[Recalled], signs: Signs) -> None:
    for each in rows:
        answers = f"of {_count(each.answers, 'answer')}"
        table.add_row(f" {each.name}", bar(each.share, _BAR, signs), f"{each.share:4.0%}", Text(answers, "quiet"))


def _pace(report: StatsReport) -> list[RenderableType]:
    table = Table.grid(padding=(0, 2))
    for each in report.statistics.pace:
        table.add_row(f" {each.kind.replace('_', ' ')}", f"{each.seconds:.0f} s", Text(f"{each.answers}", "quiet"))
    return [_title("Time for an answer, half of them took less"), table] if report.statistics.pace else []


def _hardest(report: StatsReport) -> list[RenderableType]:
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold")
    for each in report.statistics.hardest:
        table.add_row(Text(f" {literal(each.question)}", "key"), f"failed {each.failed} of {each.answers} times")
    return [_title("Hardest, to be read in full with: backprep show ID"), table] if report.statistics.hardest else []


def _confidence(report: StatsReport, signs: Signs) -> list[RenderableType]:
    found = report.statistics.confidence
    if not found:
        return []
    table = Table.grid(padding=(0, 2))
    for each in found:
        count = f"of {_count(each.count, 'answer')}"
        table.add_row(f" {STEPS[each.step]}", bar(each.share, _BAR, signs), f"{each.share:4.0%}", Text(count, "quiet"))
    said = report.verdict or f"From {ENOUGH} such answers on it says what this means."
    return [_title("How often you were right, by how sure you were"), table, Text(f" {said}")]


def _mocks(report: StatsReport) -> list[RenderableType]:
    table = Table.grid(padding=(0, 2))
    for name, shares in report.mocks.items():
        table.add_row(f" {name}", ", ".join(f"{share:.0%}" for share in shares[-8:]))
    return [_title("Mock interviews, from the first to the last"), table] if report.mocks else []


def _title(text: str) -> Text:
    return Text(f"\n{text}", "title")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
