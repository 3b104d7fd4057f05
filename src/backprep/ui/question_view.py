"""Draws one question in full."""

from datetime import UTC, datetime

from rich.console import Group, RenderableType
from rich.text import Text

from backprep.app.find import FoundReport
from backprep.app.found import HIT, HIT_ENDS
from backprep.app.show import QuestionReport
from backprep.core.review import Review
from backprep.ui import draw
from backprep.ui.literal import literal, one_line
from backprep.ui.look import Signs
from backprep.ui.prose import hanging

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
        return [Text(" You have not met this question yet."), *([Text(f" {_due(report)}")] if report.suspended else [])]
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
    if report.suspended:
        name = literal(report.card.asking.question.id)
        return f"You keep it from being asked. To let it be asked again: backprep unsuspend {name}"
    if report.days is None:
        return "It will be asked as new."
    if report.days <= 0:
        return "It is due today." if not report.days else f"It has been due for {-report.days} days."
    return f"It comes back in {report.days} day{'s' * (report.days != 1)}."


def found(report: FoundReport) -> RenderableType:
    """Ids to copy, prompts, and the passages with the words that were searched for."""
    if not report.found:
        return Text(
            f"No question holds all of: {literal(', '.join(report.words))}. Try fewer words, or their beginnings."
        )
    rows: list[RenderableType] = []
    for each in report.found:
        rows.append(Text.assemble((literal(each.id), "key"), (f"  {each.level}, {each.kind}", "quiet")))
        rows.append(hanging(Text("  "), Text(one_line(each.prompt, 150))))
        rows.append(hanging(Text("  "), _passage(each.passage)))
    if report.more:
        rows.append(Text(f"More were found than these {len(report.found)}: add a word, or -n N.", "quiet"))
    rows.append(Text("In full: backprep show ID", "quiet"))
    return Group(*rows)


def _passage(text: str) -> Text:
    passage = Text("", "quiet")
    for at, part in enumerate(text.replace(HIT_ENDS, HIT).split(HIT)):
        # Brackets, for terminals without colour.
        passage.append(
            f"[{one_line(part, 80)}]" if at % 2 else literal(" ".join(part.split()) if part.strip() else " ")
        )
        if at % 2 == 0 and part[-1:].isspace():
            passage.append(" ")
    return passage
