"""Composing an interview as a real one runs. Pure: the same questions, wishes and seed give the same interview."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf, log

from backprep.core.mock.plan import FOLLOW_SAY, PartName, Plan, Planned
from backprep.core.question import LEVELS, Level
from backprep.core.shuffle import mixed

SHORTEST, LONGEST = 15, 180
"""Minutes between which an interview can be composed."""

_SHARES: Mapping[PartName, float] = {
    "opener": 0.09,
    "process": 0.14,
    "technical": 0.41,
    "design": 0.14,
    "behavioural": 0.14,
    "closing": 0.08,
}
_LEAST_CLOSING, _MOST_CLOSING = 60, 360
_MOST_FOLLOW_UPS = 2
_LONG = 75
"""Minutes from which a second opener and a second design question may come."""
_ASKED_BEFORE = 0.2
_SAME_AREA = 0.4
_LOWER_LEVEL = 0.35

OPENERS = "behavioural-communication-career/motivation-language-coding-story"
_ASK_THEM = "behavioural-communication-career/questions-to-ask"
_BEHAVIOURAL = "behavioural-communication-career"
_PROCESS = ("testing-quality", "lifecycle-legacy-teamwork", "version-control")
_DESIGN_SKILL = "distributed-systems-scaling/classic-design-exercises"
_DESIGN = re.compile(r"^design\b|\b(design|architect|sketch)\b (a|an|the|your|how|out)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Askable:
    """A question that is answered aloud. ``follow_ups``: how many there are; ``asked``: in one of the last mocks."""

    id: str
    skill: str
    level: Level
    kind: str
    say: int
    prompt: str
    follow_ups: int = 0
    asked: bool = False

    @property
    def area(self) -> str:
        """The area of its skill."""
        return self.skill.partition("/")[0]

    @property
    def part(self) -> PartName:
        """Where in an interview it belongs."""
        if self.skill == OPENERS:
            return "opener"
        if self.area == _BEHAVIOURAL:
            return "behavioural"
        if self.kind == "open" and (self.skill == _DESIGN_SKILL or _DESIGN.search(self.prompt)):
            return "design"
        return "process" if self.area in _PROCESS else "technical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the person wants. ``weights``: how much an area matters (its importance, and how weak the person is in it);
    1 where none is given.
    """

    minutes: int
    level: Level = "mid"
    role: str | None = None
    focus: tuple[str, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)


def compose(questions: Iterable[Askable], wanted: Wanted, seed: int) -> Plan:
    """An interview that fits the minutes, with every part for which there is a question.

    First one question for each part, then more where a part lacks most of its share of the time, then second
    follow-ups; what is left of the time is the person's own, at the end. Raises ``ValueError`` without any question.
    """
    draft = _Draft(_usable(questions, wanted), wanted, seed)
    for part in ("opener", "process", "technical", "design", "behavioural"):
        draft.add(part)
    if not draft.chosen:
        raise ValueError("there is no question to ask")
    draft.shorten()
    draft.fill()
    draft.go_deeper()
    return draft.plan()


def _usable(questions: Iterable[Askable], wanted: Wanted) -> list[Askable]:
    """Of each part the questions of the level, and of the one below; others only where a part has none of those."""
    parts: dict[PartName, list[Askable]] = {}
    for each in questions:
        if each.skill != _ASK_THEM:  # the end of every interview, and not a question in it
            parts.setdefault(each.part, []).append(each)
    own = LEVELS.index(wanted.level)
    fitting = {LEVELS[own], LEVELS[max(0, own - 1)]}
    usable: list[Askable] = []
    for those in parts.values():
        good = [each for each in those if each.level in fitting] or those
        usable += good
    return usable


class _Draft:
    """An interview in the making."""

    def __init__(self, usable: Sequence[Askable], wanted: Wanted, seed: int) -> None:
        self.wanted = wanted
        self.seed = seed
        self.budget = wanted.minutes * 60
        self.closing = min(_MOST_CLOSING, max(_LEAST_CLOSING, round(_SHARES["closing"] * self.budget)))
        self.usable = list(usable)
        self.chosen: list[Planned] = []
        self._skills: list[str] = []
        self._deepest = {each.id: min(_MOST_FOLLOW_UPS, each.follow_ups) for each in usable}

    @property
    def left(self) -> int:
        """Seconds that are not planned yet."""
        return self.budget - self.closing - sum(each.seconds for each in self.chosen)

    def add(self, part: PartName, most: float | None = None) -> bool:
        """Adds the next question of a part: one that fits its share where there is one, else the shortest."""
        ids = {each.question for each in self.chosen}
        pool = [each for each in self.usable if each.part == part and each.id not in ids]
        if most is None:
            # In a short interview every part has about the same time.
            share = max(1.5 * _SHARES[part] * self.budget, 1.1 * (self.budget - self.closing) / (len(_SHARES) - 1))
            fitting = [each for each in pool if self._planned(each).seconds <= share]
            pool = fitting or sorted(pool, key=lambda each: (each.say, each.id))[:1]
        else:
            pool = [each for each in pool if self._planned(each).seconds <= most]
        best = min(
            pool,
            key=lambda each: (self._beside(each), each.skill in self._skills, self._turn(each), each.id),
            default=None,
        )
        if best is None:
            return False
        self.chosen.append(self._planned(best))
        self._skills.append(best.skill)
        return True

    def _beside(self, each: Askable) -> bool:
        """Whether it goes beside what the person wants to be asked about, and so comes after all of that."""
        focus = self.wanted.focus
        return bool(focus) and each.part == "technical" and each.area not in focus

    def _planned(self, each: Askable) -> Planned:
        follow_ups = min(1, each.follow_ups)
        return Planned(question=each.id, part=each.part, area=each.area, say=each.say, follow_ups=follow_ups)

    def _turn(self, each: Askable) -> float:
        """A race: the smallest wins, and a weight of two wins twice as often (Efraimidis, Spirakis: Weighted random
        sampling with a reservoir, Information Processing Letters 97(5), 2006).
        """
        luck = (mixed(self.seed, each.id) + 1) / (1 << 64)
        weight = self._weight(each)
        return -log(luck) / weight if weight > 0 else inf

    def _weight(self, each: Askable) -> float:
        weight = max(0.0, self.wanted.weights.get(each.area, 1.0))
        if each.level != self.wanted.level:
            weight *= _LOWER_LEVEL
        if each.asked:
            weight *= _ASKED_BEFORE
        areas = sum(skill.partition("/")[0] == each.area for skill in self._skills)
        return weight * _SAME_AREA**areas if each.part == "technical" else weight

    def shorten(self) -> None:
        """Leaves follow-ups out of an interview that has no time for them: the last ones first."""
        for at in reversed(range(len(self.chosen))):
            if self.left < 0:
                self.chosen[at] = replace(self.chosen[at], follow_ups=0)

    def fill(self) -> None:
        """Adds questions as long as one fits, where most time of a part's share is left."""
        full: set[PartName] = {"closing"} if self.wanted.minutes >= _LONG else {"closing", "opener", "design"}
        limits: Mapping[PartName, int] = {"opener": 2, "design": 2}
        while True:
            lacking = {part: self._lack(part) for part in _SHARES if part not in full}
            if not lacking:
                return
            part = max(lacking, key=lambda each: lacking[each])
            there = sum(each.part == part for each in self.chosen)
            if there >= limits.get(part, 99) or not self.add(part, self.left):
                full.add(part)

    def _lack(self, part: PartName) -> float:
        used = sum(each.seconds for each in self.chosen if each.part == part)
        return _SHARES[part] * self.budget - used

    def go_deeper(self) -> None:
        """Second follow-ups, technical ones first, while there is time."""
        order = sorted(range(len(self.chosen)), key=lambda at: self.chosen[at].part not in ("technical", "design"))
        for at in order:
            each = self.chosen[at]
            while each.follow_ups < self._deepest[each.question] and self.left >= FOLLOW_SAY:
                each = self.chosen[at] = replace(each, follow_ups=each.follow_ups + 1)

    def plan(self) -> Plan:
        """The interview. A rest that is too short for anything else belongs to the end."""
        order = list(_SHARES)
        questions = tuple(sorted(self.chosen, key=lambda each: order.index(each.part)))
        closing = self.closing + max(0, min(self.left, self.closing))
        if self.left < 0:
            closing = max(_LEAST_CLOSING, self.closing + self.left)
        wanted = self.wanted
        return Plan(
            minutes=wanted.minutes,
            level=wanted.level,
            role=wanted.role,
            focus=wanted.focus,
            seed=self.seed,
            questions=questions,
            closing=closing,
        )


def weights(importance: Collection[str], share: Mapping[str, float]) -> dict[str, float]:
    """How much each area matters: twice where the role's skills name it, and up to four times where nothing of it is
    known (``share``: the readiness of each area, from 0 to 1).
    """
    return {
        area: (2.0 if area in importance else 1.0) * (1.0 + 3.0 * (1.0 - min(1.0, max(0.0, known))))
        for area, known in share.items()
    }
