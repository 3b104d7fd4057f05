"""Draws where the person stands: on one screen, and without colour too."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from backprep.app.help import TopicReport
from backprep.app.home import WEEKS, HomeReport
from backprep.app.reports import Welcome
from backprep.ui.literal import literal
from backprep.ui.look import Signs
from backprep.ui.prose import prose

_SHOWN = 7
"""Areas that fit on one screen."""
_BAR = 12
_NARROW = 72
"""Columns below which the figures need all the room."""
_DAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")


def home(report: HomeReport, signs: Signs, width: int) -> RenderableType:
    """What is to be done today, how ready the person is, and the last weeks."""
    rows: list[RenderableType] = [today(report), *_interviews(report), Text()]
    if report.areas:
        rows += [_areas(report, signs, narrow=width < _NARROW), Text()]
    rows += [weeks(report, signs), Text()]
    rows.append(Text.assemble("Go on with: ", (literal(report.command), "key")))
    return Group(*rows)


def _interviews(report: HomeReport) -> list[RenderableType]:
    rows: list[RenderableType] = []
    if report.interview is not None:
        rows.append(_interview(report.interview))
    if report.over is not None:
        rows.append(Text.assemble(f"How did it go on {report.over}? ", ("backprep target close", "key")))
    return rows


def _interview(left: int) -> Text:
    days = f"{left} day{'s' * (left != 1)}"
    return Text.assemble("Your interview is in ", (days, "bold"), ": ", ("backprep plan", "key"))


def today(report: HomeReport) -> Text:
    """What is due and what is new, and how long that will take."""
    streak = f"{report.streak} day{'s' * (report.streak != 1)} in a row" if report.streak else "not studied today"
    if not report.due and not report.new:
        return Text.assemble(("Nothing is due today. ", "bold"), streak, ".")
    minutes = f"about {report.minutes} min" if report.minutes else "less than a minute"
    return Text.assemble((f"{report.due} due, {report.new} new", "bold"), f" today: {minutes}. {streak.capitalize()}.")


def _areas(report: HomeReport, signs: Signs, *, narrow: bool) -> RenderableType:
    bar_width = _BAR // 2 if narrow else _BAR
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False)
    table.add_column(
        "Readiness" if narrow else "Readiness, the weakest first",
        no_wrap=True,
        overflow="ellipsis",
        max_width=20 if narrow else 30,
    )
    table.add_column("", no_wrap=True, min_width=bar_width)
    table.add_column("now", justify="right", no_wrap=True, min_width=4)
    table.add_column("after" if narrow else "+1 session", justify="right", no_wrap=True, min_width=5)
    table.add_column("met", justify="right", no_wrap=True, min_width=8)
    for each in report.areas[:_SHOWN]:
        full = round(each.readiness.share * bar_width)
        bar = Text.assemble((signs.done * full, "place"), (signs.to_do * (bar_width - full), "quiet"))
        gained = f"{each.readiness.after:.0%}"
        met = f"{each.readiness.met} of {each.readiness.questions}"
        table.add_row(literal(each.title), bar, f"{each.readiness.share:.0%}", gained, met)
    more = []
    if len(report.areas) > _SHOWN:
        more.append(f"{len(report.areas) - _SHOWN} more areas begun")
    if report.untouched:
        more.append(f"{report.untouched} not begun")
    rest = [Text(f"{', '.join(more)}: backprep skills", "quiet")] if more else []
    return Group(table, *rest)


def weeks(report: HomeReport, signs: Signs) -> RenderableType:
    """The last 16 weeks, a column each, the days from Monday down; the darker, the more answers."""
    if not any(report.days):
        return Text(f"Nothing was answered in the last {WEEKS} weeks.", "quiet")
    if signs.plain:
        studied = sum(count > 0 for count in report.days)
        return Text(
            f"Studied on {studied} of the last {len(report.days)} days; most answers in a day: {max(report.days)}."
        )
    marks = " .:+#" if signs.dot != "·" else " ·▪▮█"
    most = max(report.days)
    lines = []
    for weekday in range(7):
        line = Text(f"{_DAYS[weekday]:4}", "quiet")
        for week in range(WEEKS):
            # The last column is the week of today; what lies before today by so many days is that far from the end.
            ago = (WEEKS - 1 - week) * 7 + report.weekday - weekday
            if 0 <= ago < len(report.days):
                line.append(f"{_mark(report.days[-1 - ago], most, marks)} ", "place")
        lines.append(line)
    return Group(Text(f"The last {WEEKS} weeks (most in a day: {most})", "quiet"), *lines)


def _mark(count: int, most: int, marks: str) -> str:
    if not count:
        return "-" if marks[1] == "." else "┄"
    return marks[min(4, 1 + int(3.999 * count / most))]


def topic(report: TopicReport) -> RenderableType:
    """A text, or the names of those that there are."""
    if report.text is None:
        return Text(f"Read about: {', '.join(report.topics)}. One of them: backprep help {report.topics[0]}")
    title, _, rest = report.text.partition("\n")
    return Group(Text(literal(title.lstrip("# ")), "title"), Text(), prose(rest.strip()))


def welcome(report: Welcome) -> RenderableType:
    """Three lines and the first command; and the interview, where one is set."""
    greeting = Text.assemble(
        "backprep makes you ready for a back-end developer interview: you answer real\n"
        "questions and see what a strong answer holds. Everything stays on this machine.\n"
        "Begin with ",
        ("backprep quiz", "key"),
        ", or see all commands with ",
        ("backprep --help", "key"),
        ".",
    )
    return greeting if report.interview is None else Group(_interview(report.interview), Text(), greeting)
