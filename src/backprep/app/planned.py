"""What the planner needs of the world: the questions with their weights and times, and how the person forgets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backprep.app.found import Filter
from backprep.app.target import today_of, weights
from backprep.app.world import World
from backprep.core.memory import DEFAULTS, Memory, Model
from backprep.core.plan.learner import Learner, Outcome
from backprep.core.plan.order import Item, Known, order
from backprep.core.plan.pace import expected, factors
from backprep.core.plan.worth import Worths
from backprep.core.rating import Rating
from backprep.core.settings import Settings
from backprep.core.study_day import DAY, elapsed
from backprep.core.target import EARLY, LEVELS, Target, nearness, targets_in

if TYPE_CHECKING:
    from backprep.app.found import Plannable

HISTORIES = 250
"""Questions, those answered last, from which it is told how the person forgets."""
OUTCOMES = 500
"""The newest repeats that are looked at for it."""
PACES = 400
"""The last answers by which it is told how long questions take."""
_NEXT_FEW = 5
_LEAST = 1e-3
"""A weight below which a question is none."""


@dataclass(frozen=True, slots=True)
class Studied:
    """One person, as the planner sees them: what they may be asked, with the area of each, and how they forget."""

    items: tuple[Item, ...]
    areas: tuple[str, ...]
    learner: Learner


def coming(settings: Settings, today: int) -> list[Target]:
    """The interviews to come, the nearest first."""
    return [each for each in targets_in(settings.chosen) if each.day > today and each.outcome is None]


def studied(world: World, target: Target, wanted: Filter | None = None) -> Studied:
    """For a target."""
    settings = world.progress.settings()
    today = today_of(world)
    found = [each for each in world.catalogue.plannable(wanted or Filter()) if each.kind != "story"]
    pace = factors(world.catalogue.paces(PACES))
    by_area = weights(world, target)
    items, areas = [], []
    for each in found:
        weight = _weight(each, target, by_area)
        if weight > _LEAST:
            items.append(_item(each, weight, pace.get(each.kind, 1.0), today))
            areas.append(each.area)
    return Studied(tuple(items), tuple(areas), learner_of(world, settings))


def learner_of(world: World, settings: Settings) -> Learner:
    """How the person forgets, by the newest of what they have answered."""
    model = Model(settings.value("parameters") or DEFAULTS)
    learner = Learner(model)
    outcomes: list[tuple[int, Outcome]] = []
    for history in world.progress.histories(HISTORIES):
        days = [(each.at // 1000 + each.zone - settings.day_starts) // DAY for each in history]
        memory: Memory | None = None
        for times, (gap, each) in enumerate(zip(elapsed(days), history, strict=True)):
            rating = Rating(each.rating)
            if memory is None:
                learner.rated_first(rating)
            elif gap:
                outcomes.append((each.at, Outcome(memory.stability, gap, times, rating > Rating.AGAIN)))
                if rating > Rating.AGAIN:
                    learner.rated_recalled(rating)
            memory = model.after(memory, gap, rating)
    outcomes.sort(key=lambda each: each[0])
    for _, outcome in outcomes[-OUTCOMES:]:
        learner.observe(outcome)
    return learner


def queue(world: World, targets: Sequence[Target], wanted: Filter, most: int) -> tuple[str, ...]:
    """The ids to ask today, those first that add most to what is known on the days of the interviews."""
    today = today_of(world)
    shares = nearness(targets, today)
    scores: dict[str, float] = {}
    area_of: dict[str, str] = {}
    for target, share in zip(targets, shares, strict=True):
        person = studied(world, target, wanted)
        days = target.study_days(today)
        seconds = target.minutes * 60.0 * max(1, len(days)) * share
        ranked = order(person.items, target.day - today, seconds, person.learner, Worths(person.learner.model))
        area_of |= dict(zip((each.id for each in person.items), person.areas, strict=True))
        # Of several orders one: a question scores by its places in all of them, as the interviews count.
        for place, each in enumerate(ranked):
            scores[each.id] = scores.get(each.id, 0.0) + share / (place + 1)
    return _varied(sorted(scores, key=lambda name: -scores[name])[:most], area_of)


def _varied(names: Sequence[str], areas: Mapping[str, str]) -> tuple[str, ...]:
    """The same, with neighbours of different areas where one of the next few is of another."""
    rest, varied = list(names), list[str]()
    while rest:
        last = areas[varied[-1]] if varied else None
        at = next((at for at, name in enumerate(rest[:_NEXT_FEW]) if areas[name] != last), 0)
        varied.append(rest.pop(at))
    return tuple(varied)


def why(world: World, name: str) -> str:
    """In a line: why a question is asked now."""
    settings = world.progress.settings()
    today = today_of(world)
    targets = coming(settings, today)
    standing = world.progress.standing(name)
    model = Model(settings.value("parameters") or DEFAULTS)
    if not targets:
        if standing is None:
            return "It is new to you: what is due comes first, and then new questions, easier ones sooner."
        days = max(0, today - standing.last_day)
        recall = model.recall(standing.memory, days)
        return f"You answered it {_ago(days)}, and would still know it with a probability of about {recall:.0%}."
    target = targets[0]
    learner = learner_of(world, settings)
    way, left = learner.way(), max(1, target.day - today)
    after = {rating: model.after(None, 0, rating) for rating in Rating}
    known, without, times = 0.0, 0.0, 0
    shares = learner.first
    if standing is not None:
        gap = max(0, today - standing.last_day)
        times = standing.times
        known = learner.recall(way, standing.memory.stability, gap, times)
        without = learner.recall(way, standing.memory.stability, gap + left, times)
        after = {rating: model.after(standing.memory, gap, rating) for rating in Rating}
        shares = (1 - known, *(known * share for share in learner.recalled))
    then = sum(
        share * learner.recall(way, after[rating].stability, left, times + 1)
        for rating, share in zip(Rating, shares, strict=True)
    )
    begun = f"As it stands you would know this on the day with a chance of {without:.0%}"
    if standing is None:
        begun = "This is new to you"
    ahead = f"Your interview is in {left} day{'s' * (left != 1)}."
    gained = f"with {then:.0%}" if standing else f"you would know it on the day with a chance of {then:.0%}"
    return f"{ahead} {begun}; answered today, {gained}."


def _ago(days: int) -> str:
    return "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"


def _weight(each: "Plannable", target: Target, by_area: Mapping[str, float]) -> float:
    level = LEVELS[target.level][each.level]
    return by_area.get(each.area, 1.0) * level * (EARLY if each.early else 1.0)


def _item(each: "Plannable", weight: float, factor: float, today: int) -> Item:
    known = None
    if each.stability is not None:
        known = Known(each.stability, each.difficulty or 5.0, max(0, today - (each.last_day or 0)), each.times)
    return Item(each.id, weight, expected(each.kind, each.say, factor), known)
