"""The catalogue, in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from backprep.app.found import (
    Answered,
    BankInfo,
    Entry,
    Filter,
    Found,
    Listed,
    Moment,
    Orphan,
    Plannable,
    SkippedBank,
    Tally,
)
from backprep.core.mock.compose import Askable
from backprep.core.pick import Candidate, Met
from backprep.core.question import Question
from backprep.core.readiness import Held
from backprep.core.review import SUSPENDED, LastAnswer
from backprep.core.schedule import Standing
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

    def due(self, wanted: Filter, moment: Moment, limit: int) -> Sequence[Candidate]:
        """What is due, the longest overdue first."""
        found = [each for each in self._met(wanted) if each[1].is_due(moment.day, moment.ms)]
        return [each for each, _ in sorted(found, key=lambda pair: (pair[1].due_day, pair[1].due_at or 0))][:limit]

    def new(self, wanted: Filter, seed: int, limit: int) -> Sequence[Candidate]:
        """Everything that was never answered."""
        return [
            Candidate(each.id, each.area, each.skill, each.level, each.early)
            for each in self._open(wanted)
            if self.progress.standing(each.id) is None
        ]

    def plannable(self, wanted: Filter) -> Sequence[Plannable]:
        """All of them."""
        found = []
        for each in self._open(wanted):
            standing = self.progress.standing(each.id)
            memory = standing.memory if standing else None
            found.append(
                Plannable(
                    each.id, each.area, each.level, each.kind, each.early, each.say,
                    memory.stability if memory else None, memory.difficulty if memory else None,
                    standing.last_day if standing else None, standing.times if standing else 0,
                )
            )  # fmt: skip
        return found

    def paces(self, count: int) -> Sequence[tuple[str, float]]:
        """By the questions that are here."""
        kinds = {each.id: each.kind for each in self.held}
        last = list(self.progress.reviews())[::-1][:count]
        return [(kinds[each.question], each.took / 1000) for each in last if each.question in kinds]

    def spoken(self, seed: int) -> Sequence[Askable]:
        """All that are answered aloud."""
        return [
            Askable(
                id=each.id,
                skill=each.skill,
                level=each.level,
                kind=each.kind,
                say=each.say or 60,
                prompt=each.prompt,
                follow_ups=len(each.follow_ups),
            )
            for each in self._open(Filter())
            if each.kind in ("open", "story")
        ]

    def weakest(self, wanted: Filter, limit: int) -> Sequence[Candidate]:
        """Everything that was answered."""
        found = sorted(self._met(wanted), key=lambda pair: (pair[1].last_rating, pair[1].last_at))
        return [each for each, _ in found][:limit]

    def among(self, wanted: Filter, ids: Sequence[str]) -> Sequence[Candidate]:
        """Those that are here."""
        there = {each.id: each for each in self._open(wanted)}
        return [
            Candidate(name, there[name].area, there[name].skill, there[name].level) for name in ids if name in there
        ]

    def answered_on(self, day: int) -> Mapping[str, Answered]:
        """By area."""
        done: dict[str, Answered] = {}
        for each, standing in self._met(Filter()):
            if standing.last_day == day:
                new = standing.first_day == day
                before = done.get(each.area, Answered())
                done[each.area] = Answered(before.new + new, before.again + (not new))
        return done

    def due_count(self, moment: Moment) -> int:
        """How many are due."""
        return len(self.due(Filter(), moment, 10_000))

    def unmet(self) -> int:
        """How many were never answered."""
        return len(self.new(Filter(), 0, 10_000))

    def holdings(self, today: int, *, by_skill: bool = False) -> Mapping[str, Sequence[Held]]:
        """By area or skill, and level."""

        def part(each: Question) -> str:
            return each.skill if by_skill else each.area

        found: dict[str, list[Held]] = {}
        for area, level in dict.fromkeys((part(each), each.level) for each in self.held):
            those = [each for each in self.held if (part(each), each.level) == (area, level)]
            stand = [self.progress.standing(each.id) for each in those]
            met = tuple((each.memory.stability, max(0, today - each.last_day)) for each in stand if each)
            found.setdefault(area, []).append(Held(level, len(those), met))
        return found

    def forecast(self, today: int, days: int, area: str | None = None) -> Sequence[int]:
        """Day by day."""
        wanted = Filter(areas=(area,) if area else ())
        due = [max(today, standing.due_day) - today for _, standing in self._met(wanted)]
        return [due.count(day) for day in range(days)]

    def met(self) -> Mapping[str, tuple[str, str]]:
        """Those with a standing."""
        return {each.id: (each.kind, each.level) for each in self.held if self.progress.standing(each.id)}

    def next_due(self, wanted: Filter) -> tuple[int, int] | None:
        """The first day, and how many come back on it."""
        days = sorted(standing.due_day for _, standing in self._met(wanted))
        return (days[0], days.count(days[0])) if days else None

    def orphans(self) -> Sequence[Orphan]:
        """What was answered and is not here."""
        there = {each.id for each in self.held}
        met = {each.question for each in self.progress.reviews() if not each.question.startswith("story:")}
        names = sorted(met - there)
        found = [(name, self.progress.standing(name)) for name in names]
        return [Orphan(name, each.skill, each.times, each.last_at) for name, each in found if each]

    def search(self, words: Sequence[str], limit: int) -> Sequence[Found]:
        """Those whose prompts hold all the words."""
        return [
            Found(each.id, each.skill, each.level, each.kind, each.prompt, each.prompt)
            for each in self.held
            if all(word.casefold() in each.prompt.casefold() for word in words)
        ][:limit]

    def changed(self) -> Sequence[Listed]:
        """What was answered with another content."""
        return [
            each
            for each in self.questions(Filter())
            if (standing := self.progress.standing(each.id)) and standing.content != f"content-of-{each.id}"
        ]

    def _met(self, wanted: Filter) -> list[tuple[Candidate, Standing]]:
        found = []
        for each in self._open(wanted):
            standing = self.progress.standing(each.id)
            if standing is not None:
                met = Met(standing.last_at, standing.last_rating, standing.last_day, standing.memory.stability)
                found.append((Candidate(each.id, each.area, each.skill, each.level, each.early, met), standing))
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
            Listed(each.id, each.skill, each.level, each.kind, "fake", each.prompt, self._last(each.id))
            for each in self._through(wanted)
        ]

    def _last(self, name: str) -> LastAnswer | None:
        standing = self.progress.standing(name)
        return LastAnswer(standing.times, standing.last_at, standing.last_rating) if standing else None

    def banks(self) -> Sequence[BankInfo]:
        """The one bank, unless it is empty."""
        if not self.held:
            return []
        return [BankInfo("fake", "Fake", "/banks/fake.yaml", len(self.held), {}, {})]

    def skipped(self) -> Sequence[SkippedBank]:
        """What the test said is broken."""
        return self.broken

    def _open(self, wanted: Filter) -> list[Question]:
        """Without those that are suspended."""
        chosen = self.progress.settings().chosen
        return [each for each in self._through(wanted) if chosen.get(f"{SUSPENDED}{each.id}") != "on"]

    def _through(self, wanted: Filter) -> list[Question]:
        return [
            each
            for each in self.held
            if (not wanted.levels or each.level in wanted.levels)
            and (not wanted.kinds or each.kind in wanted.kinds)
            and (not (wanted.skills or wanted.areas) or each.skill in wanted.skills or each.area in wanted.areas)
        ]
