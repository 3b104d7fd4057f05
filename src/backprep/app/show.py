"""One question in full: what it asks, what a strong answer holds, how it went, and when it comes back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from backprep.app import own
from backprep.app.ask import asking
from backprep.app.screens import Fronting
from backprep.app.world import World
from backprep.core.review import Review
from backprep.core.schedule import Standing
from backprep.core.session import Session
from backprep.core.study_day import study_day
from backprep.kinds import kind_of


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """``days`` until it comes back (0: today, below: overdue); None for a question that was never answered."""

    card: Fronting
    file: str
    line: int
    history: tuple[Review, ...]
    standing: Standing | None
    days: int | None
    note: str | None
    suspended: bool = False


def question_report(world: World, name: str) -> QuestionReport:
    """Raises ``UsageError`` with a suggestion for an id that is none."""
    entry = own.question(world, name)
    question = entry.question
    card = Fronting(asking(world, Session("", "cards", (name,), 1), entry, 0), kind_of(question).back(question))
    history = tuple(review for review in world.progress.reviews() if review.question == name)
    standing = world.progress.standing(name)
    today = study_day(world.clock.now(), world.progress.settings().day_starts)
    days = standing.due_day - today if standing else None
    note = world.progress.note(name)
    suspended = own.is_suspended(world, name)
    return QuestionReport(card, entry.file, entry.line, history, standing, days, note, suspended)


def question_data(report: QuestionReport) -> Mapping[str, Any]:
    """The same for scripts."""
    return {
        "question": asdict(report.card.asking.question, dict_factory=_as_json),
        "file": report.file,
        "line": report.line,
        "history": [
            {"at": each.at.ms, "rating": each.rating.label, "score": each.score, "session": each.session_kind}
            for each in report.history
        ],
        "due_in_days": report.days,
        "lapses": report.standing.lapses if report.standing else 0,
        "note": report.note,
        "suspended": report.suspended,
    }


def _as_json(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields}
