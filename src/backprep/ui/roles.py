"""The three roles, side by side where there is room, and what else the source article says."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from backprep.app.reports import RolesReport
from backprep.core.skills import NamedSkill, Role
from backprep.ui.literal import literal
from backprep.ui.look import Signs
from backprep.ui.prose import hanging


def draw_roles(report: RolesReport, signs: Signs) -> RenderableType:
    """The comparison for all roles; one role in full."""
    tree = report.tree
    rows: list[RenderableType] = []
    if len(report.roles) > 1:
        rows += [_side_by_side(report.roles)]
        rows += _titled("What a back-end developer does", _list(report.roles[0].responsibilities, signs))
        rows += _titled("Who they work with", Text(literal(", ".join(report.roles[0].works_with))))
    else:
        rows += _one(report.roles[0], report, signs)
    rows += _titled("Ways in", *(hanging(f" {signs.dot}", _named(way.title, way.about)) for way in tree.ways_in))
    rows += _titled("Technical skills the source article names", _skills(tree.technical_skills, signs))
    rows += _titled("Personal skills it names", _skills(tree.personal_skills, signs))
    if tree.pay:
        figures = [hanging(f" {signs.dot}", _named(each.label, each.amount)) for each in tree.pay.figures]
        rows += _titled("Pay", Text(literal(tree.pay.note), "warning"), *figures)
    rows += (
        [Text(), Text.assemble(" One in full: ", ("backprep role front-end", "key"))] if len(report.roles) > 1 else []
    )
    return Group(*rows)


def _side_by_side(roles: Sequence[Role]) -> RenderableType:
    table = Table(show_edge=False, box=None, padding=(0, 2, 1, 0), expand=True)
    table.add_column("", no_wrap=True, style="bold")
    for role in roles:
        table.add_column(literal(role.title), ratio=1, overflow="fold")
    table.add_row("Focus", *(literal(role.focus) for role in roles))
    table.add_row("In short", *(literal(role.about) for role in roles))
    table.add_row("Works on", *(literal("; ".join(role.works_on)) for role in roles))
    table.add_row("Languages", *(literal(", ".join(role.languages)) for role in roles))
    return table


def _one(role: Role, report: RolesReport, signs: Signs) -> list[RenderableType]:
    rows: list[RenderableType] = [
        Text.assemble((literal(role.title), "title"), f"  {literal(role.focus)}"),
        Text(literal(role.about)),
    ]
    if role.works_on:
        rows += _titled("Works on", Text(literal("; ".join(role.works_on))))
    if role.languages:
        rows += _titled("Languages", Text(literal(", ".join(role.languages))))
    if role.responsibilities:
        rows += _titled("Responsibilities", _list(role.responsibilities, signs))
    if role.works_with:
        rows += _titled("Works with", Text(literal(", ".join(role.works_with))))
    if role.skills:
        skills = [
            hanging(
                f" {signs.dot}", Text.assemble(literal(report.titles.get(path, path)), "  ", (literal(path), "quiet"))
            )
            for path in role.skills
        ]
        rows += _titled("Skills that an interview turns on", *skills)
    return rows


def _titled(title: str, *rows: RenderableType) -> list[RenderableType]:
    return [Text(f"\n{title}", "title"), *(Padding(row, (0, 0, 0, 1)) for row in rows)]


def _list(texts: Sequence[str], signs: Signs) -> RenderableType:
    return Group(*(hanging(f"{at}.", Text(literal(text))) for at, text in enumerate(texts, start=1)))


def _named(title: str, about: str | None) -> Text:
    return Text.assemble((literal(title), "bold"), f": {literal(about)}" if about else "")


def _skills(skills: Sequence[NamedSkill], signs: Signs) -> RenderableType:
    return Group(*(hanging(f"{signs.dot}", _named(skill.title, skill.about)) for skill in skills))
