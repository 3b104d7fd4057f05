"""Draws the scorecard of an interview, and the list of interviews."""

from collections.abc import Iterable
from datetime import UTC, datetime

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from backprep.app.mock.asking_them import AsksReport
from backprep.app.mock.kept import Interview
from backprep.app.mock.reports import MockListReport, MockReport
from backprep.app.mock.transcript import facts, follow_up
from backprep.core.mock.scorecard import Figure, Scorecard
from backprep.ui.draw import titled
from backprep.ui.literal import literal, one_line
from backprep.ui.look import Signs
from backprep.ui.prose import hanging, inline

_BAR = 20
_WHOM = {"engineer": "an engineer", "manager": "a manager", "recruiter": "a recruiter"}
_STYLES = {"poor": "wrong", "mixed": "missed", "good": "right", "excellent": "right"}


def mock(report: MockReport, signs: Signs) -> RenderableType:
    """Four bands, by area, the best and the worst answer, what to do next, and how it went before."""
    held, card = report.interview, report.card
    rows: list[RenderableType] = [
        Text.assemble(
            (f" Interview {held.number}", "title"),
            (f"  {_day(held)} {signs.dot} {held.plan.minutes} minutes {signs.dot} {held.plan.level} level", "quiet"),
        ),
        Text(),
        _figures(card.figures, report, signs),
        Text(),
        Text(f" {_asked(card)}"),
    ]
    if card.areas:
        rows += [Text("\n By area", "title"), _areas(report, signs)]
    if card.strongest and card.weakest:
        rows += [
            Text(),
            hanging(Text(f" {signs.right}", "right"), Text(f"Strongest: {one_line(card.strongest.prompt, 160)}")),
            hanging(Text(f" {signs.missed}", "missed"), Text(f"Weakest: {one_line(card.weakest.prompt, 160)}")),
        ]
    rows.append(Text("\n Next", "title"))
    for each in card.next:
        rows.append(hanging(Text(f" {signs.pointer}"), Group(Text(each.command, "key"), Text(each.why, "quiet"))))
    if held.open:
        rows.append(Text("\n It is not over: backprep mock --resume", "warning"))
    if report.saved:
        rows.append(Text(f"\n Written to {literal(report.saved)}"))
    elif held.answers:
        rows.append(Text(f"\n With all that was said: backprep mock show {held.number} --save mock.html", "quiet"))
    return Group(*rows)


def _figures(figures: Iterable[Figure], report: MockReport, signs: Signs) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for figure in figures:
        before = report.trend.get(figure.dimension, ())[:-1][-3:]
        earlier = f"before: {', '.join(f'{share:.0%}' for share in before)}" if before else ""
        if figure.share is None:
            table.add_row(f" {figure.dimension}", Text(signs.to_do * _BAR, "quiet"), "", "no figure", "")
            continue
        table.add_row(
            f" {figure.dimension}",
            bar(figure.share, signs),
            f"{figure.share:4.0%}",
            Text(figure.band or "", f"bold {_STYLES[figure.band or 'poor']}"),
            Text(earlier, "quiet"),
        )
    return table


def transcript(report: MockReport, signs: Signs) -> RenderableType:
    """Every question with what was said, how it was judged, and what it lacked."""
    rows: list[RenderableType] = []
    for given in report.interview.answers:
        prompt = inline(given.prompt)
        prompt.stylize("bold")
        rows += [Text(), hanging(Text(f" {signs.dot}"), prompt)]
        rows += titled("You wrote", given.text)
        rows += [hanging(Text("  "), Text(f"{name}: {literal(said)}", "quiet")) for name, said in facts(given)]
        rows += [hanging(Text(f"   {signs.right}", "right"), Text(literal(point))) for point in given.covered]
        rows += [hanging(Text(f"   {signs.missed}", "missed"), Text(literal(point))) for point in given.missed]
        for each in given.follow_ups:
            rows.append(hanging(Text("   ?"), Text(literal(f"{each.ask} ({follow_up(each)})"))))
            rows += titled("You wrote", each.text)
    return Group(*rows)


def bar(share: float, signs: Signs, width: int = _BAR) -> Text:
    """A share as a bar."""
    full = round(width * share)
    return Text.assemble((signs.done * full, "place"), (signs.to_do * (width - full), "quiet"))


def _areas(report: MockReport, signs: Signs) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for each in report.card.areas:
        title = literal(report.titles.get(each.area, each.area))
        count = f"{each.questions} question{'s' * (each.questions != 1)}"
        table.add_row(f" {title}", bar(each.share, signs, 10), f"{each.share:4.0%}", Text(count, "quiet"))
    return table


def _asked(card: Scorecard) -> str:
    skipped = f", {card.skipped} skipped" if card.skipped else ""
    return f"{card.asked} of {card.planned} questions{skipped}."


def mocks(report: MockListReport, signs: Signs) -> RenderableType:
    """One line for each interview."""
    if not report.interviews:
        return Text("No interview yet. Hold one: backprep mock")
    table = Table.grid(padding=(0, 2))
    table.add_row(
        "", Text("held", "quiet"), "", "", *(Text(each, "quiet") for each in ("content", "depth", "said", "time"))
    )
    for held, card in report.interviews:
        shares = ["-" if each.share is None else f"{each.share:.0%}" for each in card.figures]
        left = f"{card.asked} of {card.planned}" if held.open else ""
        table.add_row(
            f" {held.number}", _day(held), f"{held.plan.minutes} min {held.plan.level}", Text(left, "warning"), *shares
        )
    return Group(table, Text(" One of them: backprep mock show N", "quiet"))


def asks(report: AsksReport, signs: Signs) -> RenderableType:
    """Each question with why to ask it and what to listen for."""
    if not report.asks:
        return Text("There is none for that theme and that person. All of them: backprep ask-them")
    rows: list[RenderableType] = []
    for each in report.asks:
        ask = inline(each.ask)
        ask.stylize("bold")
        heard = [
            Text.assemble(("Good: ", "right"), literal(each.good)),
            Text.assemble(("Worrying: ", "wrong"), literal(each.worrying)),
        ]
        about = Text(f"{each.theme}, to {_WHOM.get(each.whom, each.whom)}", "quiet")
        rows += [hanging(Text(" ?", "key"), Group(ask, about, Text(literal(each.why)), *heard)), Text()]
    return Group(*rows[:-1])


def _day(held: Interview) -> str:
    return datetime.fromtimestamp(held.at.ms / 1000 + held.at.zone, UTC).strftime("%Y-%m-%d %H:%M")
