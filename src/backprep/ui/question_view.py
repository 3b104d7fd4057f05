"""Draws one question in full."""

from datetime import UTC, datetime

from rich.console import Group, RenderableType
from rich.text import Text

from backprep.app.show import QuestionReport
from backprep.core.review import Review
from backprep.ui import draw
from backprep.ui.literal import literal
from backprep.ui.look import Signs

_SHOWN = 10
"""Answers of a long history that are listed."""


def question(report: QuestionReport, signs: Signs) -> RenderableType:
    """The question, its answer, and the person's history with it."""
    asked = report.card.asking.question
    rows: list[RenderableType] = [
        draw.question(report.card.asking, signs),
        draw.front(report.card, signs),
        Text(),
        draw.back(report.card, signs),
        *draw.titled("What the interviewer looks for", asked.looking_for),
        *draw.titled("Your note", report.note),
        Text(),
        *_history(report),
        Text(f" {literal(asked.id)}, {literal(report.file)}:{report.line}", "quiet"),
    ]
    return Group(*rows)


def _history(report: QuestionReport) -> list[RenderableType]:
    if not report.history:
        return [Text(" You have not met this question yet.")]
    lines = [Text(f"   {_day(each)}  {each.rating.label}{_more(each)}") for each in report.history[-_SHOWN:]]
    earlier = len(report.history) - _SHOWN
    if earlier > 0:
        lines.insert(0, Text(f"   {earlier} earlier", "quiet"))
    return [Text(" Your answers", "title"), *lines, Text(f" {_due(report)}")]


def _day(review: Review) -> str:
    return datetime.fromtimestamp(review.at.ms / 1000 + review.at.zone, UTC).strftime("%Y-%m-%d %H:%M")


def _more(review: Review) -> str:
    share = "" if review.score is None else f", {review.score:.0%}"
    return share + (", crammed" if review.session_kind == "cram" else "")


def _due(report: QuestionReport) -> str:
    if report.days is None:
        return "It will be asked as new."
    if report.days <= 0:
        return "It is due today." if not report.days else f"It has been due for {-report.days} days."
    return f"It comes back in {report.days} day{'s' * (report.days != 1)}."
