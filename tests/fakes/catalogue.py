"""The catalogue, in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from backprep.app.ports import BankInfo, Entry, Filter, Listed, SkippedBank, Tally
from backprep.core.pick import Candidate
from backprep.core.question import Question
from backprep.core.skills import Area, Skill, SkillTree
from fakes.store import MemoryProgress


@dataclass
class MemoryCatalogue:
    """Holds the questions that it was given, in one bank."""

    held: Sequence[Question]
    progress: MemoryProgress = field(default_factory=MemoryProgress)
    broken: Sequence[SkippedBank] = ()
    tree: SkillTree | None = None
    """Skills, where just those that the questions name will not do."""

    def candidates(self, wanted: Filter, seed: int, limit: int) -> Sequence[Candidate]:
        """Every question that the filter lets through."""
        found = []
        for question in self._through(wanted):
            standing = self.progress.standing(question.id)
            found.append(
                Candidate(
                    question.id,
                    question.area,
                    question.skill,
                    question.level,
                    question.early,
                    standing.last_at if standing else None,
                    int(standing.last_rating) if standing else None,
                )
            )
        return found

    def entry(self, question_id: str) -> Entry | None:
        """One question; its hash is its id, its line its place in the list."""
        for line, question in enumerate(self.held, start=1):
            if question.id == question_id:
                return Entry(question, f"content-of-{question_id}", "/banks/fake.yaml", line)
        return None

    def skills(self) -> SkillTree:
        """The tree that was given, or one with just the skills that the questions name."""
        if self.tree is not None:
            return self.tree
        areas: dict[str, dict[str, Skill]] = {}
        for question in self.held:
            skill = question.skill.partition("/")[2]
            title = skill.replace("-", " ")
            areas.setdefault(question.area, {})[skill] = Skill(
                id=skill, title=title, checks=f"whether {title} is known"
            )
        return SkillTree(
            areas=tuple(
                Area(id=area, title=area.replace("-", " "), about="An area.", skills=tuple(skills.values()))
                for area, skills in areas.items()
            )
        )

    def skill_titles(self) -> Mapping[str, str]:
        """Titles made from the ids."""
        titles = {}
        for area in self.skills().areas:
            titles[area.id] = area.title
            titles |= {f"{area.id}/{skill.id}": skill.title for skill in area.skills}
        return titles

    def tallies(self) -> Mapping[str, Tally]:
        """Only how many there are."""
        return {
            question.skill: Tally(questions=sum(each.skill == question.skill for each in self.held))
            for question in self.held
        }

    def questions(self, wanted: Filter) -> Sequence[Listed]:
        """The questions that a filter lets through."""
        return [
            Listed(each.id, each.skill, each.level, each.kind, "fake", each.prompt, self.progress.standing(each.id))
            for each in self._through(wanted)
        ]

    def banks(self) -> Sequence[BankInfo]:
        """The one bank, unless it is empty."""
        if not self.held:
            return []
        return [BankInfo("fake", "Fake", "/banks/fake.yaml", len(self.held), {}, {})]

    def skipped(self) -> Sequence[SkippedBank]:
        """What the test said is broken."""
        return self.broken

    def _through(self, wanted: Filter) -> list[Question]:
        return [
            each
            for each in self.held
            if (not wanted.levels or each.level in wanted.levels)
            and (not wanted.kinds or each.kind in wanted.kinds)
            and (not (wanted.skills or wanted.areas) or each.skill in wanted.skills or each.area in wanted.areas)
        ]
