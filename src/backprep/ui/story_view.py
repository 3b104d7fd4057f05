"""Draws stories: one with what could be better, all of them, what they cover, a rehearsal."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from backprep.app.story.rehearse import NotRehearsed, RehearsalReport
from backprep.app.story.reports import CoverageReport, ExportedReport, StoriesReport
from backprep.app.story.write import NothingWritten, StoryReport
from backprep.ui.draw import titled
from backprep.ui.interactions import clock
from backprep.ui.literal import literal, one_line
from backprep.ui.look import Signs
from backprep.ui.prose import hanging


def story(report: StoryReport, signs: Signs) -> RenderableType:
    """The story part by part, its length against what is wanted, and what to mend."""
    held, told = report.held, report.story
    count = len(held.versions)
    version = f"version {report.version} of {count}" if count > 1 else "first version"
    rows: list[RenderableType] = [
        Text.assemble((f" {held.number}  {literal(told.title)}", "title"), (f"  {version}", "quiet"))
    ]
    about = [*(f"answers {each}" for each in told.questions), *told.themes]
    if about:
        rows.append(hanging(Text(" "), Text(literal(", ".join(about)), "quiet")))
    for name, text in told.told:
        rows += titled(name.capitalize(), text)
    seconds = f"{report.wording.words} words, about {clock(report.wording.seconds)} to say"
    rows.append(Text(f"\n {seconds}; {clock(report.say)} is wanted."))
    rows += [hanging(Text(f" {signs.missed}", "missed"), Text(literal(each))) for each in report.feedback]
    if not report.feedback:
        rows.append(Text(f" {signs.right} Nothing to mend that a program could see.", "right"))
    if report.unknown:
        said = f"Themes that `story coverage` does not know: {', '.join(report.unknown)}."
        rows.append(hanging(Text(f" {signs.dot}", "quiet"), Text(literal(said), "quiet")))
    if report.strangers:
        said = f"In no bank that is in use: {', '.join(report.strangers)}."
        rows.append(hanging(Text(f" {signs.dot}", "quiet"), Text(literal(said), "quiet")))
    todo = f"{_when(report.days).capitalize()}: backprep story rehearse {held.number}"
    rows.append(hanging(Text(f" {signs.pointer}"), Text(todo)))
    return Group(*rows)


def stories(report: StoriesReport, signs: Signs) -> RenderableType:
    """One line for each."""
    if not report.stories:
        return Text("No story yet. Write one: backprep story new")
    table = Table.grid(padding=(0, 2))
    for each in report.stories:
        length = f"{clock(each.wording.seconds)} of {clock(each.say)}"
        mend = f"{len(each.feedback)} to mend" if each.feedback else ""
        title = one_line(each.story.title, 60)
        when = Text(_when(each.days), "quiet")
        table.add_row(f" {each.held.number}", Text(title, "bold"), length, Text(mend, "missed"), when)
    return Group(table, Text(" One of them: backprep story show N", "quiet"))


def coverage(report: CoverageReport, signs: Signs) -> RenderableType:
    """Every theme, with its stories or without."""
    table = Table.grid(padding=(0, 2))
    for theme, about, titles in report.themes:
        sign = Text(f" {signs.right}", "right") if titles else Text(f" {signs.missed}", "missed")
        told = Text(one_line(", ".join(titles), 60)) if titles else Text("no story yet", "quiet")
        table.add_row(sign, Text(theme, "bold"), Text(about, "quiet"), told)
    rows: list[RenderableType] = [table]
    if report.missing:
        rows.append(Text(f"\n Write one: backprep story new --theme {report.missing[0]}"))
    return Group(*rows)


def rehearsal(report: RehearsalReport, signs: Signs) -> RenderableType:
    """What was said, what was left out, how long it took."""
    rows: list[RenderableType] = [
        Text.assemble((f" {literal(report.held.story.title)}", "title"), (f"  {report.rating.label}", "quiet")),
        Text(f" {clock(report.seconds)} of {clock(report.say)}"),
    ]
    rows += [hanging(Text(f" {signs.right}", "right"), Text(literal(each))) for each in report.said]
    rows += [hanging(Text(f" {signs.missed}", "missed"), Text(f"{literal(each)} (left out)")) for each in report.missed]
    rows.append(Text(f" {_when(report.days).capitalize()}.", "quiet"))
    return Group(*rows)


def _when(days: int | None) -> str:
    if days is None:
        return "not rehearsed yet"
    if days <= 0:
        return "to be rehearsed today"
    return f"to be rehearsed in {days} day{'s' * (days != 1)}"


def not_rehearsed(report: NotRehearsed) -> RenderableType:
    """That the person left."""
    return Text("Nothing was recorded.")


def nothing_written(report: NothingWritten) -> RenderableType:
    """That the editor brought nothing new."""
    return Text("Nothing was written, so nothing has changed.")


def exported(report: ExportedReport) -> RenderableType:
    """How many stories went to which file."""
    count = f"{report.stories} stor{'y' if report.stories == 1 else 'ies'}"
    return Text(f"{count} written to {literal(report.file or '')}")
