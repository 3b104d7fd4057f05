"""Draws interviews to come, the days until one, and what came of a forecast."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from backprep.app.plan import Foreseen, PlanReport, ReviewReport
from backprep.app.target import TargetReport
from backprep.core.target import EVERY_DAY, Target
from backprep.ui.literal import literal
from backprep.ui.look import Signs
from backprep.ui.plots import bar

_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NARROW = 72
_MOST = 30
"""Days that are shown one by one; of more, the first ones."""


def targets(report: TargetReport) -> RenderableType:
    """A paragraph for each."""
    rows: list[RenderableType] = []
    for line in report.coming:
        target = line.target
        days = f"in {line.days} day{'s' * (line.days != 1)}"
        rows.append(Text.assemble((f"{target.on:%A, %d %B %Y}", "title"), f", {days}"))
        rows.append(
            Text(f"  {target.minutes} minutes on {line.study_days} days of study: {line.hours:.0f} hours in all.")
        )
        rows += [Text(f"  {each}") for each in _about(target)]
    for target in report.over:
        rows.append(Text.assemble((f"{target.on:%A, %d %B %Y}", "title"), " is over. How did it go?"))
        rows.append(Text.assemble("  ", (f"backprep target close --date {target.on} --asked AREA --felt 1..5", "key")))
    for target in report.closed:
        outcome = target.outcome
        asked = ", ".join(outcome.areas) if outcome and outcome.areas else "nothing noted"
        felt = outcome.felt if outcome else 0
        rows.append(
            Text.assemble((f"{target.on:%A, %d %B %Y}", "quiet"), f": felt {felt} of 5; asked: {literal(asked)}")
        )
    if not rows:
        return Text.assemble(
            "No interview is set. Say when it is, and study is planned for that day:\n",
            ("backprep target set --date 2026-12-10 --minutes 25", "key"),
        )
    if report.coming:
        rows.append(Text.assemble("\nSee the days until then: ", ("backprep plan", "key")))
    return Group(*rows)


def _about(target: Target) -> list[str]:
    said = []
    if target.level or target.role:
        said.append(f"For {' '.join(filter(None, (target.level, literal(target.role or ''))))}.")
    if target.areas:
        weights = ", ".join(f"{literal(area)} {weight:g}" for area, weight in target.areas.items())
        said.append(f"Areas that count other than 1: {weights}.")
    if target.days != EVERY_DAY:
        said.append(f"Study on {', '.join(_WEEK[day] for day in sorted(target.days))}.")
    if target.off:
        said.append(f"Not on {', '.join(each.isoformat() for each in sorted(target.off))}.")
    return said


def plan(report: PlanReport, signs: Signs, width: int) -> RenderableType:
    """The forecast, and every day."""
    on = f"{report.target.on:%A, %d %B}"
    rows: list[RenderableType] = [
        Text.assemble(
            ("On the day, ", "bold"),
            f"{on}, you will know ",
            (f"{report.readiness:.0%}", "bold"),
            f" of what counts, four times in five between {report.low:.0%} and {report.high:.0%}."
            f" Without any more study: {report.now:.0%}.",
        ),
        _other(report),
    ]
    if report.left_out:
        rows.append(
            Text(
                f"There is no time for {report.left_out} of {report.questions} questions:"
                " the plan leaves out those that add least for their time."
            )
        )
    rows += [Text(), _days(report, signs, narrow=width < _NARROW)]
    if len(report.days) > _MOST:
        rows.append(Text(f"and {len(report.days) - _MOST} days more.", "quiet"))
    rows += [Text(), Text.assemble("Begin: ", ("backprep quiz", "key"), f" -m {report.target.minutes}")]
    return Group(*rows)


def _other(report: PlanReport) -> Text:
    said = f"Ten minutes a day more would make it {report.more:.0%}"
    return Text(f"{said}, ten less {report.less:.0%}." if report.less is not None else f"{said}.")


def _days(report: PlanReport, signs: Signs, *, narrow: bool) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False)
    table.add_column("Day", no_wrap=True)
    table.add_column("min", justify="right", no_wrap=True)
    table.add_column("new", justify="right", no_wrap=True)
    table.add_column("again", justify="right", no_wrap=True)
    if not narrow:
        table.add_column("most of it", no_wrap=True, overflow="ellipsis", max_width=22)
    table.add_column("known on the day", no_wrap=True)
    for each in report.days[:_MOST]:
        main = literal(report.titles.get(each.main, each.main)) if each.main else ""
        figure = Text.assemble(f"{each.readiness:>4.0%} ", bar(each.readiness, 8 if narrow else 16, signs))
        cells: list[str | Text] = [
            f"{each.on:%a %d %b}", f"{each.minutes}", f"{sum(each.new.values())}", f"{sum(each.again.values())}"
        ]  # fmt: skip
        table.add_row(*cells, *([] if narrow else [main]), figure)
    return table


def hindsight(report: ReviewReport) -> RenderableType:
    """Foreseen beside recalled."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False)
    for name in ("", "answers", "foreseen", "recalled"):
        table.add_column(name, justify="right" if name else "left", no_wrap=True, overflow="ellipsis")
    for area, each in report.areas.items():
        table.add_row(literal(report.titles.get(area, area)), *_figures(each))
    table.add_row(Text("all", "bold"), *_figures(report.all))
    off = report.all.recalled - report.all.foreseen
    word = "as foreseen" if abs(off) < 0.03 else f"{abs(off):.0%} {'better' if off > 0 else 'worse'} than foreseen"
    return Group(
        Text(
            f"Answers in the last week before {report.target.on:%A, %d %B}, to what had been learnt before it: what"
            " could be foreseen a week ahead, and what came."
        ),
        Text(),
        table,
        Text(),
        Text(f"You recalled {word}."),
    )


def _figures(each: Foreseen) -> tuple[str, str, str]:
    return f"{each.answers}", f"{each.foreseen:.0%}", f"{each.recalled:.0%}"
