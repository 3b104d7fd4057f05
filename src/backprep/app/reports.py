"""What the commands that look things up return: values to draw, and the same as data for scripts."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from backprep.app.errors import UsageError
from backprep.app.find import topics
from backprep.app.found import BankInfo, Filter, Listed, SkippedBank, Tally
from backprep.app.ports import Catalogue
from backprep.core.problem import Fault
from backprep.core.readiness import Readiness
from backprep.core.skills import Area, Role, Skill, SkillTree
from backprep.core.suggest import did_you_mean


@dataclass(frozen=True, slots=True)
class SkillLine:
    """A skill with how it stands, and how ready the person is for it (None where there is nothing to go by)."""

    path: str
    skill: Skill
    tally: Tally
    readiness: Readiness | None = None


@dataclass(frozen=True, slots=True)
class AreaReport:
    """An area, its skills, and the sum of them."""

    area: Area
    skills: tuple[SkillLine, ...]
    tally: Tally
    readiness: Readiness | None = None


@dataclass(frozen=True, slots=True)
class SkillsReport:
    """All areas, or those that were asked for."""

    areas: tuple[AreaReport, ...]


@dataclass(frozen=True, slots=True)
class SkillReport:
    """One skill in full."""

    area: Area
    line: SkillLine
    questions: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class RolesReport:
    """The roles side by side, or one of them; ``tree`` for the rest of what the source article says."""

    roles: tuple[Role, ...]
    tree: SkillTree
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BanksReport:
    """The banks in use, and those that are not."""

    banks: tuple[BankInfo, ...]
    skipped: tuple[SkippedBank, ...]


@dataclass(frozen=True, slots=True)
class BankReport:
    """One bank and its questions."""

    bank: BankInfo
    questions: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What is wrong with banks."""

    files: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class LintReport:
    """What could be better in banks, or the faults that come first."""

    files: int
    faults: tuple[Fault, ...]
    advice: tuple[Fault, ...]
    banks: int = 0
    questions: int = 0


@dataclass(frozen=True, slots=True)
class SchemaReport:
    """The JSON Schema of a bank."""

    schema: dict[str, object]


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the program says when it is given nothing to do. ``interview``: days until the next one, if one is set."""

    interview: int | None = None


def skills_report(
    catalogue: Catalogue, word: str | None, ready: Mapping[str, Readiness] | None = None
) -> SkillsReport | SkillReport:
    """The tree, the part of it that a word names, or one skill in full; ``ready``: how ready the person is, by area and
    by ``area/skill``.
    """
    tree = catalogue.skills()
    tallies = _Standings(catalogue.tallies(), ready or {})
    if word is None:
        return SkillsReport(tuple(_area(area, tallies) for area in tree.areas))
    found = topics(catalogue, word)
    if len(found) == 1 and (named := tree.skill(found[0])):
        area, skill = named
        questions = tuple(catalogue.questions(Filter(skills=found)))
        return SkillReport(area, _line(area, skill, tallies), questions)
    return SkillsReport(tuple(each for area in tree.areas if (each := _part(area, tallies, found))))


def roles_report(catalogue: Catalogue, word: str | None) -> RolesReport:
    """Every role, or the one of that name."""
    tree = catalogue.skills()
    roles = tree.roles
    if word is not None:
        name = word.casefold().replace(" ", "-").replace("_", "-")
        roles = tuple(role for role in tree.roles if name in (role.id, role.id.replace("-", "")))
        if not roles:
            near = did_you_mean(name, [role.id for role in tree.roles])
            known = ", ".join(role.id for role in tree.roles)
            raise UsageError(f"there is no role {word!r}", mend=f"Did you mean {near}?" if near else f"Known: {known}.")
    return RolesReport(roles, tree, catalogue.skill_titles())


def bank_report(catalogue: Catalogue) -> BankReport:
    """The one bank that the catalogue is limited to."""
    return BankReport(catalogue.banks()[0], tuple(catalogue.questions(Filter())))


@dataclass(frozen=True, slots=True)
class _Standings:
    """Tallies by skill, and readiness by skill and by area."""

    tallies: Mapping[str, Tally]
    readiness: Mapping[str, Readiness]


def _area(area: Area, tallies: _Standings) -> AreaReport:
    lines = tuple(_line(area, skill, tallies) for skill in area.skills)
    return AreaReport(area, lines, _sum([line.tally for line in lines]), tallies.readiness.get(area.id))


def _part(area: Area, tallies: _Standings, found: Sequence[str]) -> AreaReport | None:
    whole = _area(area, tallies)
    if area.id in found:
        return whole
    lines = tuple(line for line in whole.skills if line.path in found)
    return AreaReport(area, lines, _sum([line.tally for line in lines]), whole.readiness) if lines else None


def _line(area: Area, skill: Skill, standings: _Standings) -> SkillLine:
    path = f"{area.id}/{skill.id}"
    return SkillLine(path, skill, standings.tallies.get(path, Tally()), standings.readiness.get(path))


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        questions=sum(each.questions for each in tallies),
        met=sum(each.met for each in tallies),
        again=sum(each.again for each in tallies),
        hard=sum(each.hard for each in tallies),
        good=sum(each.good for each in tallies),
        easy=sum(each.easy for each in tallies),
    )


# As data --------------------------------------------------------------------------------------------------------


def skills_data(report: SkillsReport | SkillReport) -> dict[str, Any]:
    """``{"areas": [...]}``, or for one skill ``{"skill": {...}, "questions": [...]}``."""
    if isinstance(report, SkillReport):
        return {"skill": _skill_data(report.line), "questions": [listed_data(each) for each in report.questions]}
    return {
        "areas": [
            {
                "id": each.area.id,
                "title": each.area.title,
                "about": each.area.about,
                "named": each.area.named,
                **asdict(each.tally),
                "readiness": each.readiness.share if each.readiness else None,
                "skills": [_skill_data(line) for line in each.skills],
            }
            for each in report.areas
        ]
    }


def roles_data(report: RolesReport) -> dict[str, Any]:
    """The roles, and where not just one was asked for, everything else that the source article says."""
    tree = report.tree
    return {
        "roles": [asdict(role) for role in report.roles],
        "ways_in": [asdict(each) for each in tree.ways_in],
        "technical_skills": [asdict(each) for each in tree.technical_skills],
        "personal_skills": [asdict(each) for each in tree.personal_skills],
        "pay": asdict(tree.pay) if tree.pay else None,
    }


def bank_data(bank: BankInfo) -> dict[str, Any]:
    """One bank as ``bank list`` gives it."""
    return {
        "id": bank.id,
        "title": bank.title,
        "path": bank.path,
        "questions": bank.questions,
        "by_kind": dict(bank.by_kind),
        "by_level": dict(bank.by_level),
    }


def listed_data(each: Listed) -> dict[str, Any]:
    """One line of a list of questions."""
    standing = each.standing
    return {
        "id": each.id,
        "skill": each.skill,
        "level": each.level,
        "kind": each.kind,
        "bank": each.bank,
        "prompt": each.prompt,
        "times": standing.times if standing else 0,
        "last_rating": standing.last_rating.label if standing else None,
    }


def fault_data(fault: Fault) -> dict[str, Any]:
    """One fault as ``bank check`` gives it."""
    return asdict(fault)


def _skill_data(line: SkillLine) -> dict[str, Any]:
    skill = line.skill
    return {
        "id": line.path,
        "title": skill.title,
        "checks": skill.checks,
        "named": skill.named,
        "aliases": list(skill.aliases),
        "read": [{"title": each.title, "at": each.at, "url": each.url} for each in skill.read],
        **asdict(line.tally),
        "readiness": line.readiness.share if line.readiness else None,
    }
