"""The interview that a person studies for: when it is, how much time there is until then, and what it will ask."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from backprep.core.question import Level
from backprep.core.review import TARGET

EPOCH = date(1970, 1, 1)
MINUTES = 25
EVERY_DAY = frozenset(range(7))
LEVELS: Mapping[Level | None, Mapping[Level, float]] = {
    None: {"junior": 1.0, "mid": 1.0, "senior": 0.5},
    "junior": {"junior": 1.0, "mid": 0.6, "senior": 0.2},
    "mid": {"junior": 0.8, "mid": 1.0, "senior": 0.5},
    "senior": {"junior": 0.5, "mid": 1.0, "senior": 1.0},
}
"""How much a question counts by its level, for an interview of a level."""
EARLY = 1.5
"""How much more a question counts that every interview may begin with."""
ROLE = 1.5
"""How much more an area counts that the role is about."""
ASKED = {1: 2.5, 2: 2.0, 3: 1.5, 4: 1.25, 5: 1.25}
"""How much more an area counts that an earlier interview asked about, by how that felt (1 badly, 5 very well)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an interview went: the areas that were asked, and how it felt, from 1 (badly) to 5 (very well)."""

    areas: tuple[str, ...]
    felt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """``minutes`` a day; ``areas``: weights of those that count other than 1; ``days`` of the week (Monday 0) on which
    the person studies, and the dates ``off`` among them; ``outcome`` once it is over and closed.
    """

    on: date
    minutes: int = MINUTES
    level: Level | None = None
    role: str | None = None
    areas: Mapping[str, float] = field(default_factory=dict)
    days: frozenset[int] = EVERY_DAY
    off: frozenset[date] = frozenset()
    outcome: Outcome | None = None

    @property
    def day(self) -> int:
        """The study day of the interview."""
        return (self.on - EPOCH).days

    @property
    def name(self) -> str:
        """What its setting is called."""
        return f"{TARGET}{self.on.isoformat()}"

    def study_days(self, today: int) -> tuple[int, ...]:
        """The study days that are left, today included; the day of the interview is none."""
        return tuple(
            day for day in range(today, self.day) if (day + 3) % 7 in self.days and date_of(day) not in self.off
        )


def date_of(day: int) -> date:
    """The date of a study day."""
    return EPOCH + timedelta(days=day)


def weight_of_area(target: Target, area: str, role_areas: Iterable[str], asked: Mapping[str, float]) -> float:
    """How much the questions of an area count: as the person said, or else by the role and earlier interviews."""
    if area in target.areas:
        return target.areas[area]
    return max(ROLE if area in set(role_areas) else 1.0, asked.get(area, 1.0))


def asked_before(closed: Iterable[Target]) -> dict[str, float]:
    """By area: how much more it counts after the interviews that are over. The latest one decides."""
    found: dict[str, float] = {}
    for target in sorted(closed, key=lambda each: each.on):
        if target.outcome:
            found.update(dict.fromkeys(target.outcome.areas, ASKED[target.outcome.felt]))
    return found


def nearness(targets: Sequence[Target], today: int) -> list[float]:
    """How much each of several interviews counts, summing to 1: an interview in a week twice as much as one in two."""
    odds = [1 / max(1, target.day - today) for target in targets]
    return [each / sum(odds) for each in odds]


def to_text(target: Target) -> str:
    """As the log keeps it."""
    held: dict[str, object] = {"minutes": target.minutes}
    if target.level:
        held["level"] = target.level
    if target.role:
        held["role"] = target.role
    if target.areas:
        held["areas"] = dict(sorted(target.areas.items()))
    if target.days != EVERY_DAY:
        held["days"] = sorted(target.days)
    if target.off:
        held["off"] = sorted(each.isoformat() for each in target.off)
    if target.outcome:
        held["outcome"] = {"areas": list(target.outcome.areas), "felt": target.outcome.felt}
    return json.dumps(held)


def from_text(name: str, text: str) -> Target | None:
    """Out of the log; None where it cannot be read (another version may have written it)."""
    try:
        held = json.loads(text)
        outcome = held.get("outcome")
        return Target(
            on=date.fromisoformat(name.removeprefix(TARGET)),
            minutes=int(held["minutes"]),
            level=held.get("level") if held.get("level") in LEVELS else None,
            role=held.get("role"),
            areas={str(area): float(weight) for area, weight in held.get("areas", {}).items()},
            days=frozenset(int(day) for day in held.get("days", EVERY_DAY)),
            off=frozenset(date.fromisoformat(each) for each in held.get("off", ())),
            outcome=Outcome(tuple(outcome["areas"]), min(5, max(1, int(outcome["felt"])))) if outcome else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def targets_in(chosen: Mapping[str, str]) -> list[Target]:
    """All that are kept among the settings, the nearest first."""
    found = [from_text(name, text) for name, text in chosen.items() if name.startswith(TARGET)]
    return sorted((each for each in found if each), key=lambda each: each.on)
