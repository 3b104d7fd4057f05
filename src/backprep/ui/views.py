"""Draws what commands return for a person: one function for each report."""

import json
import sys
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from backprep.app.find import FoundReport
from backprep.app.found import Listed, Tally
from backprep.app.home import HomeReport
from backprep.app.learning import MemoryReport, StatsReport, TuningReport
from backprep.app.mock.asking_them import AsksReport
from backprep.app.mock.reports import MockListReport, MockReport
from backprep.app.reports import (
    BankReport,
    BanksReport,
    CheckReport,
    LintReport,
    RolesReport,
    SchemaReport,
    SkillReport,
    SkillsReport,
    Welcome,
)
from backprep.app.run import Nothing, SessionReport
from backprep.app.settings import SettingsReport
from backprep.app.show import QuestionReport
from backprep.app.snippets import RunsReport
from backprep.app.story.rehearse import NotRehearsed, RehearsalReport
from backprep.app.story.reports import CoverageReport, ExportedReport, StoriesReport
from backprep.app.story.write import NothingWritten, StoryReport
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
from backprep.ui import bank_views, learning_views, mock_view, progress_views, story_view
from backprep.ui.draw import source_line
from backprep.ui.home_view import home
from backprep.ui.literal import literal, one_line
from backprep.ui.look import MAX_WIDTH, Signs, make_console, signs_for
from backprep.ui.prose import hanging
from backprep.ui.question_view import found, question
from backprep.ui.roles import draw_roles
from backprep.ui.session_view import nothing, session_end

NARROW = 72
"""Columns below which the id of a bank has to be broken, or the figures beside it would not fit."""


def draw_view(view: object) -> None:
    """Prints a report on standard output."""
    console = make_console()
    signs = signs_for(console)
    match view:
        case SchemaReport(schema=schema):
            sys.stdout.write(json.dumps(schema, indent=2) + "\n")
        case SessionReport():
            _print(console, session_end(view, signs))
        case Nothing():
            _print(console, nothing(view))
        case SkillsReport():
            _print(console, skill_tree(view, signs))
        case SkillReport():
            _print(console, one_skill(view, signs))
        case RolesReport():
            _print(console, draw_roles(view, signs))
        case BanksReport():
            _print(console, banks(view, signs, narrow=console.width < NARROW))
        case BankReport():
            _print(console, one_bank(view, signs))
        case CheckReport():
            _print(console, bank_views.check(view, signs), wide=True)
        case LintReport():
            _print(console, bank_views.lint(view, signs), wide=True)
        case RunsReport():
            _print(console, bank_views.runs(view, signs), wide=True)
        case MockReport():
            _print(console, mock_view.mock(view, signs))
        case MockListReport():
            _print(console, mock_view.mocks(view, signs))
        case StoryReport():
            _print(console, story_view.story(view, signs))
        case StoriesReport():
            _print(console, story_view.stories(view, signs))
        case CoverageReport():
            _print(console, story_view.coverage(view, signs))
        case RehearsalReport():
            _print(console, story_view.rehearsal(view, signs))
        case NotRehearsed():
            _print(console, Text("Nothing was recorded."))
        case NothingWritten():
            _print(console, Text("Nothing was written, so nothing has changed."))
        case ExportedReport(file=None, text=text):
            sys.stdout.write("\n".join(literal(line) for line in text.split("\n")))
        case ExportedReport():
            count = f"{view.stories} stor{'y' if view.stories == 1 else 'ies'}"
            _print(console, Text(f"{count} written to {literal(view.file or '')}"), wide=True)
        case AsksReport():
            _print(console, mock_view.asks(view, signs))
        case UndoReport():
            _print(console, progress_views.undone(view))
        case PathReport():
            _print(console, progress_views.whereabouts(view), wide=True)
        case DoctorReport():
            _print(console, progress_views.doctor(view, signs), wide=True)
        case CopiesReport():
            _print(console, progress_views.copies(view), wide=True)
        case OrphansReport():
            _print(console, progress_views.orphans(view))
        case ChangedReport():
            _print(console, progress_views.changed(view))
        case MemoryReport():
            _print(console, learning_views.memory(view, signs))
        case TuningReport():
            _print(console, learning_views.tuning(view))
        case StatsReport():
            _print(console, learning_views.totals(view, signs))
        case SettingsReport():
            _print(console, progress_views.settings(view))
        case DoneReport(said=said):
            _print(console, Text(literal(said)))
        case ExportReport(lines=lines) if lines:
            sys.stdout.writelines(f"{line}\n" for line in lines)
        case ExportReport():
            _print(console, Text(f"{_entries(view.entries)} written to {literal(view.file or '')}"), wide=True)
        case ImportReport():
            new = f"{view.new} of them new."
            _print(console, Text(f"{_entries(view.entries)} read from {literal(view.file)}, {new}"), wide=True)
        case FoundReport():
            _print(console, found(view))
        case QuestionReport():
            _print(console, question(view, signs))
        case HomeReport():
            _print(console, home(view, signs))
        case Welcome():
            _print(console, welcome())
        case None:
            pass
        case _:
            raise TypeError(view)


def _print(console: Console, drawn: RenderableType, *, wide: bool = False) -> None:
    console.print(drawn, width=None if wide else min(console.width, MAX_WIDTH), soft_wrap=wide)


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def welcome() -> RenderableType:
    """Three lines and the first command."""
    return Text.assemble(
        "backprep makes you ready for a back-end developer interview: you answer real\n"
        "questions and see what a strong answer holds. Everything stays on this machine.\n"
        "Begin with ",
        ("backprep quiz", "key"),
        ", or see all commands with ",
        ("backprep --help", "key"),
        ".",
    )


# Skills ---------------------------------------------------------------------------------------------------------


def skill_tree(report: SkillsReport, signs: Signs) -> RenderableType:
    """Areas and skills, with questions, how many were met, and how those went."""
    rows: list[RenderableType] = []
    for each in report.areas:
        title = Text.assemble(
            (literal(each.area.title), "title"),
            "  ",
            (each.area.id, "quiet"),
            "" if each.area.named == "no" else f"  {_named(each.area.named)}",
            "  ",
            _tally(each.tally, signs),
        )
        tree = Tree(title, guide_style="quiet", hide_root=False)
        for line in each.skills:
            named = " *" if line.skill.named else ""
            tree.add(
                Text.assemble(
                    literal(line.skill.title), named, "  ", (line.skill.id, "quiet"), "  ", _tally(line.tally, signs)
                )
            )
        rows.append(tree)
    rows.append(
        Text(
            "\n (*) named by the source article, ~ implied by it. "
            "One in full: backprep skills SKILL. Practise one: backprep quiz --skill SKILL",
            "quiet",
        )
    )
    return Group(*rows)


def _named(named: str) -> str:
    return "(*)" if named == "yes" else "(~)"


def _tally(tally: Tally, signs: Signs) -> Text:
    if not tally.questions:
        return Text("none yet", "quiet")
    said = Text(f"{tally.questions} question{'s' * (tally.questions != 1)}, {tally.met} met")
    went = [
        (tally.again, "again", "wrong"),
        (tally.hard, "hard", "missed"),
        (tally.good, "good", "right"),
        (tally.easy, "easy", "right"),
    ]
    for count, word, style in went:
        if count:
            said.append(f" {signs.dot} ").append(f"{count} {word}", style)
    return said


def one_skill(report: SkillReport, signs: Signs) -> RenderableType:
    """What interviewers check, the questions on it, and where to read more."""
    skill = report.line.skill
    rows: list[RenderableType] = [
        Text.assemble((literal(skill.title), "title"), "  ", (report.line.path, "quiet")),
        Text(literal(report.area.title) + (", named by the source article" if skill.named else "")),
        Text(),
        hanging("What interviewers check:", Text(literal(skill.checks))),
    ]
    if skill.aliases:
        rows.append(hanging("In job ads:", Text(literal(", ".join(skill.aliases)))))
    rows += [Text(), _tally(report.line.tally, signs)]
    rows += _questions(report.questions)
    if skill.read:
        rows += [Text(), Text("Where to read more", "title")]
        rows += [hanging(f" {signs.dot}", source_line(source)) for source in skill.read]
    if report.questions:
        rows += [Text(), Text.assemble("Practise it: ", (f"backprep quiz --skill {report.line.path}", "key"))]
    return Group(*rows)


def _questions(questions: Iterable[Listed]) -> list[RenderableType]:
    table = Table.grid(padding=(0, 2, 0, 0))
    for name in ("level", "kind", "last"):
        table.add_column(name, no_wrap=True)
    table.add_column("prompt", ratio=1)
    some = False
    for each in questions:
        some = True
        last = each.standing.last_rating.label if each.standing else "new"
        style = {"again": "wrong", "hard": "missed", "new": "quiet"}.get(last, "right")
        table.add_row(f" {each.level}", each.kind, Text(last, style), Text(one_line(each.prompt, 300)))
    return [Text(), table] if some else []


# Banks ----------------------------------------------------------------------------------------------------------


def banks(report: BanksReport, signs: Signs, *, narrow: bool = False) -> RenderableType:
    """Every bank in use, with its questions by level, and those that are skipped."""
    table = Table(box=None, show_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Bank", no_wrap=not narrow, overflow="fold")
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
    return Group(*rows, *_questions(report.questions))
