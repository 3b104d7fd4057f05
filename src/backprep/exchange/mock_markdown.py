"""The report on an interview as Markdown."""

import re
from collections.abc import Iterator

from backprep.app.mock.reports import MockReport
from backprep.app.mock.transcript import facts, follow_up, head, percent
from backprep.core.mock.answers import Given
from backprep.core.mock.plan import TITLES
from backprep.core.mock.scorecard import ASKS

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_AT_START = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def text(report: MockReport) -> str:
    """Everything: the scorecard, then every question with what was said."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: MockReport) -> Iterator[str]:
    title, about = head(report)
    card = report.card
    yield from (f"# {title}", "", _plain(about), "", "## Scorecard", "", "| | share | band | of |", "|---|---|---|---|")
    for figure in card.figures:
        yield f"| {figure.dimension} | {percent(figure.share)} | {figure.band or '-'} | {ASKS[figure.dimension]} |"
    yield from ("", f"{card.asked} of {card.planned} questions, {card.skipped} skipped.", "")
    if card.areas:
        yield from ("## By area", "")
        for area in card.areas:
            name = _plain(report.titles.get(area.area, area.area))
            yield f"- {name}: {percent(area.share)} ({area.questions} question{'s' * (area.questions != 1)})"
        yield ""
    if card.strongest and card.weakest:
        yield from (
            f"Strongest answer: {_plain(card.strongest.prompt)}",
            "",
            f"Weakest: {_plain(card.weakest.prompt)}",
            "",
        )
    longer = {name: shares for name, shares in report.trend.items() if len(shares) > 1}
    if longer:
        yield from ("## Interviews so far", "")
        yield from (f"- {name}: {', '.join(percent(each) for each in shares)}" for name, shares in longer.items())
        yield ""
    yield from ("## Next", "")
    yield from (f"- `{each.command}`: {each.why}" for each in card.next)
    yield from ("", "## Transcript", "")
    for given in report.interview.answers:
        yield from _answer(given)


def _answer(given: Given) -> Iterator[str]:
    yield from (f"### {TITLES[given.part]}: {_plain(given.prompt)}", "")
    if given.text:
        yield from ("\n".join(f"> {_plain(line)}" for line in given.text.split("\n")), "")
    yield from (f"- {name}: {_plain(said)}" for name, said in facts(given))
    yield from (f"- Held: {_plain(point)}" for point in given.covered)
    yield from (f"- Missed: {_plain(point)}" for point in given.missed)
    for each in given.follow_ups:
        yield f"- Follow-up: {_plain(each.ask)} ({follow_up(each)})"
        if each.text:
            yield f"  - You: {_plain(each.text)}"
        if each.good:
            yield f"  - A good reply: {_plain(each.good)}"
    yield ""


def _plain(text: str) -> str:
    """The text on one line, with nothing in it that Markdown would read as a sign."""
    line = " ".join(text.split())
    return _AT_START.sub(r"\1\\\2\3", _SIGNS.sub(r"\\\1", line))
