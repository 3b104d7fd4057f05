"""Draws banks, and what was found in them: one thing a line, as editors and `grep` like it."""

from collections import Counter
from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from backprep.app.reports import BankReport, BanksReport, CheckReport, LintReport
from backprep.app.snippets import Ran, RunsReport, Snippet
from backprep.core.problem import Fault
from backprep.ui.literal import literal
from backprep.ui.look import Signs
from backprep.ui.skills_view import listed

NARROW = 72
"""Columns below which the id of a bank has to be broken, or the figures beside it would not fit."""
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


def banks(report: BanksReport, signs: Signs, width: int) -> RenderableType:
    """Every bank in use, with its questions by level, and those that are skipped."""
    table = Table(box=None, show_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Bank", no_wrap=width >= NARROW, overflow="fold")
    table.add_column("Title", overflow="fold")
    for name in ("Questions", "Junior", "Mid", "Senior"):
        table.add_column(name, justify="right", no_wrap=True)
    for bank in report.banks:
        table.add_row(
            Text(literal(bank.id), "key"),
            literal(bank.title) + ("" if bank.shipped else f" (yours: {literal(bank.path)})"),
            f"{bank.questions}",
            *(f"{bank.by_level.get(level, 0)}" for level in ("junior", "mid", "senior")),
        )
    rows: list[RenderableType] = [table]
    for skipped in report.skipped:
        path, faults = literal(skipped.path), f"{skipped.faults} fault{'s' * (skipped.faults != 1)}"
        said = f"\n{signs.wrong} skipped: {path} has {faults}. See: backprep bank check {path}"
        rows.append(Text(said, "warning"))
    return Group(*rows)


def one_bank(report: BankReport, signs: Signs) -> RenderableType:
    """A bank's questions, and how the person stands with each."""
    bank = report.bank
    kinds = ", ".join(f"{count} {kind}" for kind, count in bank.by_kind.items())
    rows: list[RenderableType] = [
        Text.assemble((literal(bank.title), "title"), "  ", (literal(bank.id), "quiet")),
        Text(literal(bank.path), overflow="fold"),
    ]
    if bank.about:
        rows.append(Text(literal(bank.about)))
    rows += [Text(), Text(f"{bank.questions} question{'s' * (bank.questions != 1)}: {kinds}")]
    return Group(*rows, *listed(report.questions))
