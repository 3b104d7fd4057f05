"""What the saved reports on an interview have in common: the same facts in the same order, as plain texts."""

from collections.abc import Iterator
from datetime import UTC, datetime

from backprep.app.mock.kept import Interview
from backprep.app.mock.reports import MockReport
from backprep.core.mock.answers import COMMUNICATION, HELD, FollowedUp, Given


def head(report: MockReport) -> tuple[str, str]:
    """The title, and a line about the interview."""
    held = report.interview
    plan = held.plan
    focus = [report.titles.get(area, area) for area in plan.focus]
    role = [plan.role] if plan.role else []
    about = ", ".join([day(held), f"{plan.minutes} minutes", f"{plan.level} level", *role, *focus])
    return f"Mock interview {held.number}", about


def day(held: Interview) -> str:
    """When it was held, by the clock of the place."""
    return datetime.fromtimestamp(held.at.ms / 1000 + held.at.zone, UTC).strftime("%Y-%m-%d %H:%M")


def percent(share: float | None) -> str:
    """A share in words."""
    return "no figure" if share is None else f"{share:.0%}"


def facts(given: Given) -> Iterator[tuple[str, str]]:
    """What is to be said about an answer besides its words: a label and a text each."""
    if given.skipped:
        yield "Skipped", "nothing was said"
        return
    if given.score is not None:
        yield "Content", percent(given.score)
    said = f"{given.words} words typed" if given.words is not None else "spoken"
    yield "Time", f"{clock(given.took)} of {clock(given.say * 1000)}, after {clock(given.think)} of thinking; {said}"
    for name in COMMUNICATION:
        step = getattr(given, name)
        if step is not None:
            yield name.capitalize(), f"{step} of 4: {COMMUNICATION[name][step]}"
    if given.confidence is not None:
        yield "Confidence", f"{given.confidence} of 4"


def follow_up(each: FollowedUp) -> str:
    """How the reply to a follow-up went."""
    return "not judged" if each.held is None else HELD[each.held]


def clock(ms: int) -> str:
    """Minutes and seconds."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"
