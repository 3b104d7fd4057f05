"""The report on an interview as one page: nothing is fetched, nothing runs, every picture is told in words, too."""

from collections.abc import Iterator
from html import escape

from backprep.app.mock.reports import MockReport
from backprep.app.mock.transcript import facts, follow_up, head, percent
from backprep.core.mock.answers import Given
from backprep.core.mock.plan import TITLES
from backprep.core.mock.scorecard import ASKS, BANDS

_STYLE = """
:root { color-scheme: light dark; --line: #8888; --fill: #2a7f9e; --soft: #8883; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem .3rem 0; vertical-align: top; }
svg { display: block; max-width: 100%; } svg text { font: .75rem system-ui, sans-serif; fill: currentColor; }
article { margin: 2rem 0; } blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid var(--fill); white-space: pre-wrap; }
code { background: var(--soft); padding: .1rem .3rem; border-radius: .2rem; }
.quiet { opacity: .75; } .held::before { content: "\\2713  "; } .missed::before { content: "\\25CB  "; }
li.held, li.missed { list-style: none; }
"""  # noqa: E501 - one rule a line


def page(report: MockReport) -> str:
    """The whole page."""
    title, about = head(report)
    body = "\n".join(_body(report, title, about))
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _body(report: MockReport, title: str, about: str) -> Iterator[str]:
    card = report.card
    yield f'<header><h1>{escape(title)}</h1><p class="quiet">{escape(about)}</p></header>\n<main>'
    yield "<section><h2>Scorecard</h2><table><thead>"
    yield "<tr><th>What</th><th>Share</th><th>Band</th><th>Of</th></tr></thead><tbody>"
    for figure in card.figures:
        bar = _bar(figure.dimension, figure.share)
        said = f"<td>{bar}</td><td>{figure.band or '-'}</td><td class='quiet'>{ASKS[figure.dimension]}</td>"
        yield f"<tr><th scope='row'>{figure.dimension}</th>{said}</tr>"
    yield "</tbody></table>"
    yield f"<p>{card.asked} of {card.planned} questions, {card.skipped} skipped.</p>"
    if card.strongest and card.weakest:
        yield f"<p>Strongest answer: {escape(card.strongest.prompt)}</p><p>Weakest: {escape(card.weakest.prompt)}</p>"
    yield "</section>"
    if card.areas:
        yield "<section><h2>By area</h2><table><tbody>"
        for area in card.areas:
            name = report.titles.get(area.area, area.area)
            cells = f"<td>{_bar(name, area.share)}</td><td>{area.questions}</td>"
            yield f"<tr><th scope='row'>{escape(name)}</th>{cells}</tr>"
        yield "</tbody></table></section>"
    longer = {name: shares for name, shares in report.trend.items() if len(shares) > 1}
    if longer:
        yield "<section><h2>Interviews so far</h2>"
        yield from (_curve(name, shares) for name, shares in longer.items())
        yield "</section>"
    yield "<section><h2>Next</h2><ul>"
    yield from (f"<li><code>{escape(each.command)}</code>: {escape(each.why)}</li>" for each in card.next)
    yield "</ul></section><section><h2>Transcript</h2>"
    for given in report.interview.answers:
        yield from _answer(given)
    yield "</section></main>"


def _answer(given: Given) -> Iterator[str]:
    yield f"<article><h3>{escape(TITLES[given.part])}: {escape(given.prompt)}</h3>"
    if given.text:
        yield f"<blockquote>{escape(given.text)}</blockquote>"
    yield "<ul>"
    yield from (f"<li>{escape(name)}: {escape(said)}</li>" for name, said in facts(given))
    yield from (f"<li class='held'>{escape(point)} <span class='quiet'>(held)</span></li>" for point in given.covered)
    yield from (
        f"<li class='missed'>{escape(point)} <span class='quiet'>(missed)</span></li>" for point in given.missed
    )
    yield "</ul>"
    for each in given.follow_ups:
        yield f"<p><strong>{escape(each.ask)}</strong> <span class='quiet'>{escape(follow_up(each))}</span></p>"
        if each.text:
            yield f"<blockquote>{escape(each.text)}</blockquote>"
        if each.good:
            yield f"<p class='quiet'>A good reply: {escape(each.good)}</p>"
    yield "</article>"


def _bar(name: str, share: float | None) -> str:
    """A bar, with its figure beside it and in its description."""
    said = percent(share)
    width = 0 if share is None else round(120 * share)
    return (
        f'<svg role="img" width="180" height="18" viewBox="0 0 180 18"><title>{escape(name)}: {said}</title>'
        '<rect x="0" y="3" width="120" height="12" fill="var(--soft)"></rect>'
        f'<rect x="0" y="3" width="{width}" height="12" fill="var(--fill)"></rect>'
        f'<text x="126" y="13">{said}</text></svg>'
    )


def _curve(name: str, shares: tuple[float, ...]) -> str:
    """The figures of several interviews as a line."""
    step = 300 / (len(shares) - 1)
    points = [(20 + step * at, 90 - 80 * share) for at, share in enumerate(shares)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="var(--fill)"></circle>' for x, y in points)
    told = ", ".join(percent(each) for each in shares)
    heights = [round(90 - 80 * at / len(BANDS)) for at in range(len(BANDS) + 1)]
    grid = "".join(f'<line x1="20" x2="320" y1="{y}" y2="{y}" stroke="var(--soft)"></line>' for y in heights)
    return (
        f'<figure><svg role="img" width="340" height="100" viewBox="0 0 340 100"><title>{escape(name)}</title>'
        f"<desc>From the first interview to this one: {told}</desc>{grid}"
        f'<polyline points="{line}" fill="none" stroke="var(--fill)" stroke-width="2"></polyline>{dots}</svg>'
        f"<figcaption>{escape(name)}: {told}</figcaption></figure>"
    )
