"""Draws what there is to study, and one skill of it in full."""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from backprep.app.found import Listed, Tally
from backprep.app.reports import SkillReport, SkillsReport
from backprep.core.readiness import Readiness
from backprep.ui.draw import source_line
from backprep.ui.literal import literal, one_line
from backprep.ui.look import Signs
from backprep.ui.prose import hanging


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
            _ready(each.readiness, signs),
        )
        tree = _Indented(title) if signs.plain else Tree(title, guide_style="quiet", hide_root=False)
        for line in each.skills:
            named = " *" if line.skill.named else ""
            tree.add(
                Text.assemble(
                    literal(line.skill.title),
                    named,
                    "  ",
                    (line.skill.id, "quiet"),
                    "  ",
                    _tally(line.tally, signs),
                    _ready(line.readiness, signs),
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


class _Indented:
    """A tree without branches: what stands below is further in."""

    def __init__(self, title: Text) -> None:
        self._rows = [title]

    def add(self, row: Text) -> None:
        """One more line below."""
        self._rows.append(Text.assemble("  ", row))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self._rows


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


def _ready(found: Readiness | None, signs: Signs) -> Text:
    """How ready the person is, where some of the questions were met: what is not met counts as not known."""
    if found is None or not found.met:
        return Text()
    return Text.assemble(f" {signs.dot} ", (f"{found.share:.0%} ready", "place"))


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
    rows += [Text(), Text.assemble(_tally(report.line.tally, signs), _ready(report.line.readiness, signs))]
    rows += listed(report.questions)
    if skill.read:
        rows += [Text(), Text("Where to read more", "title")]
        rows += [hanging(f" {signs.dot}", source_line(source)) for source in skill.read]
    if report.questions:
        rows += [Text(), Text.assemble("Practise it: ", (f"backprep quiz --skill {report.line.path}", "key"))]
    return Group(*rows)


def listed(questions: Iterable[Listed]) -> list[RenderableType]:
    """Questions, a line each: level, kind, the last rating, the prompt."""
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
