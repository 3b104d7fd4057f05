"""Draws what was found in banks: one thing a line, as editors and `grep` like it."""

from collections import Counter
from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from backprep.app.reports import CheckReport, LintReport
from backprep.app.snippets import Ran, RunsReport, Snippet
from backprep.core.problem import Fault
from backprep.ui.literal import literal
from backprep.ui.look import Signs

MOST_LINES = 30
"""Lines of an output that are shown."""


def check(report: CheckReport, signs: Signs) -> RenderableType:
    """Each fault as file:line:column, and how many there are."""
    files = _count(report.files, "file")
    if not report.faults:
        return Text.assemble((f"{signs.right} ", "right"), f"{files} checked, no faults.")
    total = Text(f"\n{signs.wrong} {_count(len(report.faults), 'fault')} in {files}.", "wrong")
    return Group(*_faults(report.faults), total)


def lint(report: LintReport, signs: Signs) -> RenderableType:
    """The same for advice, with how often each sort came."""
    if report.faults:
        last = Text("\nThese are faults. When they are mended, lint says what could be better.", "wrong")
        return Group(check(CheckReport(report.files, report.faults), signs), last)
    read = f"{_count(report.banks, 'bank')}, {_count(report.questions, 'question')}"
    if not report.advice:
        return Text.assemble((f"{signs.right} ", "right"), f"{read}, no warnings.")
    sorts = Counter(each.code for each in report.advice).most_common()
    said = ", ".join(f"{count} {code}" for code, count in sorts)
    total = Text(f"\n{signs.missed} {read}, {_count(len(report.advice), 'warning')}: {said}", "missed")
    return Group(*_faults(report.advice), total)


def runs(report: RunsReport, signs: Signs) -> RenderableType:
    """What became of each snippet; of those that came out otherwise, what was expected and what was got."""
    if report.faults:
        last = Text("\nNothing was run: these faults come first.", "wrong")
        return Group(check(CheckReport(report.files, report.faults), signs), last)
    if not report.results:
        return Text(f"{_count(report.files, 'file')} read, no snippets to run.")
    banks = _count(len({snippet.file for snippet, _ in report.results}), "bank")
    counts = ", ".join(f"{count} {outcome}" for outcome, count in report.counts.items() if count)
    sign, style = (signs.right, "right") if report.well else (signs.wrong, "wrong")
    total = Text(f"\n{sign} {_count(len(report.results), 'snippet')} in {banks}: {counts}", style)
    return Group(*(_ran(snippet, ran, signs) for snippet, ran in report.results), total)


def _ran(snippet: Snippet, ran: Ran, signs: Signs) -> Text:
    what = f"{literal(snippet.question)}, run {snippet.number} ({snippet.run.using})"
    if ran.outcome == "fine":
        return Text.assemble((f"{signs.right} ", "right"), f"{what}: fine")
    if ran.outcome == "skipped":
        return Text.assemble((f"{signs.missed} ", "missed"), f"{what}: skipped, {literal(ran.reason)}")
    return Text.assemble(
        (f"{literal(snippet.file)}:{snippet.line}:{snippet.column}:", "bold"),
        f" {what}: {ran.outcome}",
        f"\n    expected:{_output(ran.expected)}\n    got:{_output(ran.got)}",
    )


def _output(text: str) -> str:
    lines = literal(text).split("\n")
    shown = lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        shown.append(f"(and {_count(len(lines) - MOST_LINES, 'more line', 'more lines')})")
    return "".join(f"\n      {line}" for line in shown) if text else " (nothing)"


def _faults(faults: Iterable[Fault]) -> list[RenderableType]:
    rows: list[RenderableType] = []
    for fault in faults:
        where = f" (question {literal(fault.question)})" if fault.question else ""
        rows.append(
            Text.assemble(
                (f"{literal(fault.file)}:{fault.line}:{fault.column}:", "bold"),
                f" {literal(fault.message)}{where}",
                f"\n    {literal(fault.hint)}",
            )
        )
    return rows


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"
