"""Draws what is known of the progress file and of the settings."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from backprep.app.own import FlagsReport
from backprep.app.settings import SettingsReport
from backprep.app.transfer import (
    ChangedReport,
    CopiesReport,
    DoctorReport,
    DoneReport,
    ExportReport,
    ImportReport,
    OrphansReport,
    PathReport,
    UndoReport,
)
from backprep.core.review import Reset
from backprep.ui.literal import literal, one_line
from backprep.ui.look import Signs


def undone(report: UndoReport) -> RenderableType:
    """Which answer was taken back."""
    what = one_line(report.prompt or report.review.question, 60)
    if isinstance(report.review, Reset):
        return Text(f"Taken back: the reset of {what}. Its earlier answers count again.")
    return Text(f"Taken back: {what} ({report.review.rating.label}). It will be asked again.")


def doctor(report: DoctorReport, signs: Signs) -> RenderableType:
    """Each thing that is wrong, and what to do about it."""
    if not report.faults:
        return Text.assemble((f"{signs.right} ", "right"), f"{literal(report.file)}: all is well.")
    rows = [Text.assemble((f"{signs.wrong} ", "wrong"), literal(fault)) for fault in report.faults]
    derived = all("does not follow" in fault for fault in report.faults)
    mend = (
        "Derive it anew: backprep progress rebuild"
        if derived
        else "Go back to a copy: backprep progress restore. Save what can be read: backprep progress doctor --salvage"
    )
    return Group(Text(literal(report.file)), *rows, Text(mend))


def whereabouts(report: PathReport) -> RenderableType:
    """Folders and the number of answers, each on its line."""
    answers = f"{report.answers} answer{'s' * (report.answers != 1)}"
    lines = [
        ("answers", f"{report.progress} ({answers})"),
        ("copies", report.copies),
        ("banks", report.banks),
        ("cache", report.cache),
    ]
    return Group(*(Text.assemble((f"{name:9}", "title"), literal(text)) for name, text in lines))


def orphans(report: OrphansReport) -> RenderableType:
    """Questions that are in no bank any more."""
    if not report.orphans:
        return Text("Every question that you have answered is still in a bank.")
    if report.removed:
        many = "1 question" if report.removed == 1 else f"{report.removed} questions"
        return Text(f"{many} will not be counted any more. To take one back: backprep undo")
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("Question", overflow="fold")
    table.add_column("Answers", justify="right", no_wrap=True)
    table.add_column("Skill", overflow="fold")
    for each in report.orphans:
        table.add_row(literal(each.id), f"{each.times}", literal(each.skill or ""))
    mend = "Their answers are kept, and count again when the questions come back. To count them no more: add --remove"
    broken = [
        Text(f"{literal(path)} has faults: its questions are among these until it is mended.", "warning")
        for path in report.skipped
    ]
    return Group(Text("Answered, and in no bank any more:"), Text(), table, Text(), *broken, Text(mend))


def changed(report: ChangedReport) -> RenderableType:
    """Questions that are not what they were."""
    if not report.questions:
        return Text("No question has changed since you answered it.")
    rows = [
        Text.assemble("  ", (literal(each.id), "key"), f"  {one_line(each.prompt, 60)}") for each in report.questions
    ]
    mend = "To begin anew with one that asks something else now: backprep progress reset ID"
    return Group(Text("Changed since you answered them last:"), Text(), *rows, Text(), Text(mend))


def settings(report: SettingsReport) -> RenderableType:
    """Every setting with its value, where it comes from, and what it is for."""
    rows: list[RenderableType] = []
    for each in report.lines:
        chosen = Text(f"  (yours; without it {literal(each.default)})", "quiet") if each.chosen else Text()
        rows.append(Text.assemble((literal(each.name), "key"), " = ", (literal(each.shown), "bold"), chosen))
        if each.about:
            rows += [Text(f"  {each.about}", "quiet")]
    mend = "To change one: backprep config set NAME VALUE, for an area: backprep config set retention.AREA VALUE"
    return Group(*rows, Text(), Text(mend))


def copies(report: CopiesReport) -> RenderableType:
    """The copies, each with how to go back to it."""
    if not report.copies:
        return Text("There is no copy yet. One is made on every day on which you study.")
    rows = [
        Text.assemble(
            "  ",
            (f"backprep progress restore {literal(each.path.stem)}", "key"),
            f"  {each.answers} answers" if each.answers is not None else "  damaged",
        )
        for each in report.copies
    ]
    where = Text(f"Copies in {literal(str(report.copies[0].path.parent))}, the newest first:")
    return Group(where, Text(), *rows)


def done(report: DoneReport) -> RenderableType:
    """The sentence about it."""
    return Text(literal(report.said))


def exported(report: ExportReport) -> RenderableType:
    """How much went to which file."""
    return Text(f"{_entries(report.entries)} written to {literal(report.file or '')}")


def imported(report: ImportReport) -> RenderableType:
    """How much came from which file."""
    return Text(f"{_entries(report.entries)} read from {literal(report.file)}, {report.new} of them new.")


def flags(report: FlagsReport) -> RenderableType:
    """The file, and what is in it."""
    if not report.text.strip():
        return Text('Nothing was flagged yet. Flag a question: backprep flag ID --why "…"')
    return Text(f"{literal(report.text.rstrip())}\n\n{literal(report.file)}")


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
