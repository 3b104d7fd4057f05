"""Areas, skills, roles and ways in: what ``data/skills.yaml`` holds."""

from dataclasses import dataclass
from typing import Literal

from backprep.core.question import Record, Source

Named = Literal["yes", "implied", "no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill(Record):
    """One sub-topic of an area. ``checks`` says what an interviewer finds out with it."""

    id: str
    title: str
    checks: str
    named: bool = False
    aliases: tuple[str, ...] = ()
    read: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Record):
    """A field of back-end work. ``named`` says whether the source article names it."""

    id: str
    title: str
    about: str
    named: Named = "no"
    skills: tuple[Skill, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Record):
    """A kind of developer: what they work on, and which skills an interview for the role turns on."""

    id: str
    title: str
    about: str
    focus: str
    works_on: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    responsibilities: tuple[str, ...] = ()
    works_with: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn(Record):
    """A way to become a back-end developer."""

    id: str
    title: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSkill(Record):
    """A skill as the source article words it, and where it is in the tree."""

    title: str
    about: str | None = None
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PayFigure(Record):
    """One figure, as the source article gives it."""

    label: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay(Record):
    """The source article's figures, undated: never to be shown as today's."""

    note: str
    figures: tuple[PayFigure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillTree(Record):
    """Everything in ``data/skills.yaml``."""

    areas: tuple[Area, ...]
    roles: tuple[Role, ...] = ()
    ways_in: tuple[WayIn, ...] = ()
    technical_skills: tuple[NamedSkill, ...] = ()
    personal_skills: tuple[NamedSkill, ...] = ()
    pay: Pay | None = None

    def paths(self) -> tuple[str, ...]:
        """Every skill as ``area/skill``, in the tree's order."""
        return tuple(f"{area.id}/{skill.id}" for area in self.areas for skill in area.skills)

    def area(self, area_id: str) -> Area | None:
        """The area of that id, or None."""
        return next((area for area in self.areas if area.id == area_id), None)

    def skill(self, path: str) -> tuple[Area, Skill] | None:
        """The area and the skill of ``area/skill``, or None."""
        area_id, _, skill_id = path.partition("/")
        for area in self.areas:
            if area.id == area_id:
                for skill in area.skills:
                    if skill.id == skill_id:
                        return area, skill
        return None

    def search(self, words: str) -> tuple[str, ...]:
        """The areas (``area``) and skills (``area/skill``) that a person may mean by ``words``, best first.

        An id, a title or an alias that equals the words wins over one that holds them.
        """
        wanted = words.casefold().strip()
        exact: list[str] = []
        partial: list[str] = []
        for area in self.areas:
            names = [area.id, area.title.casefold()]
            if wanted in names:
                exact.append(area.id)
            elif any(wanted in name for name in names):
                partial.append(area.id)
            for skill in area.skills:
                path = f"{area.id}/{skill.id}"
                names = [path, skill.id, skill.title.casefold(), *(alias.casefold() for alias in skill.aliases)]
                if wanted in names:
                    exact.append(path)
                elif any(wanted in name for name in names):
                    partial.append(path)
        return tuple(exact) or tuple(partial)
