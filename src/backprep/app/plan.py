"""The days until the interview: what they will hold, and what will be known at their end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backprep.app.errors import UsageError
from backprep.app.planned import coming, studied
from backprep.app.target import today_of
from backprep.app.world import World
from backprep.core.memory import DEFAULTS, Memory, Model
from backprep.core.plan.learner import Learner, Outcome
from backprep.core.plan.order import Item
from backprep.core.plan.simulate import Forecast, forecast
from backprep.core.plan.worth import Worths
from backprep.core.rating import Rating
from backprep.core.schedule import Seen
from backprep.core.study_day import DAY, elapsed
from backprep.core.target import Target, date_of, targets_in

RUNS, OTHER_RUNS = 24, 12
"""How often the days are played with the minutes of the target, and with more and less."""
SEED = 1
OTHER_MINUTES = 10
BEFORE = 7
"""Days before an interview from which is looked ahead, when it is over."""
_HISTORIES = 2_000


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A day of study: minutes, new questions and repeated ones (by area, rounded), and the readiness that it leads to,
    were nothing studied after it.
    """

    on: date
    minutes: int
    new: Mapping[str, int]
    again: Mapping[str, int]
    readiness: float

    @property
    def main(self) -> str | None:
        """The area that takes most of it."""
        counts: dict[str, int] = {}
        for part in (self.new, self.again):
            for area, count in part.items():
                counts[area] = counts.get(area, 0) + count
        return max(counts, key=lambda area: (counts[area], area), default=None)


@dataclass(frozen=True, slots=True)
class PlanReport:
    """``readiness`` on the day (0 to 1), in four of five cases between ``low`` and ``high``; ``now``: what would be
    known on the day without any more study; ``more`` and ``less``: with ten minutes a day more, or less;
    ``left_out``: of ``questions`` those for which there is no time.
    """

    target: Target
    today: date
    now: float
    readiness: float
    low: float
    high: float
    more: float
    less: float | None
    questions: int
    left_out: int
    days: tuple[PlanDay, ...]
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What was foreseen for some answers, and what came: shares recalled of ``answers``."""

    answers: int
    foreseen: float
    recalled: float


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """What a week before an interview could be foreseen of its last days, against what happened."""

    target: Target
    all: Foreseen
    areas: Mapping[str, Foreseen]
    titles: Mapping[str, str]


def plan_report(world: World) -> PlanReport:
    """For the nearest interview. Raises ``UsageError`` where there is none."""
    today = today_of(world)
    targets = coming(world.progress.settings(), today)
    if not targets:
        raise UsageError(
            "there is no interview to plan for", mend="Say when it is: backprep target set --date 2026-12-10"
        )
    target = targets[0]
    person = studied(world, target)
    if not person.items:
        raise UsageError("no question counts for this interview", mend="Give some area a weight above 0.")
    days = [target.day - day for day in target.study_days(today)]
    worths = Worths(person.learner.model)

    def played(minutes: int, runs: int) -> Forecast:
        return forecast(
            person.items, person.areas, days, minutes * 60.0, person.learner, worths, runs=runs, seed=SEED
        )  # fmt: skip

    main = played(target.minutes, RUNS)
    # Each run against the one of the plan itself with the same memory and the same chance.
    same = sum(main.ends[:OTHER_RUNS])

    def instead(minutes: int) -> float:
        ends = played(minutes, OTHER_RUNS).ends
        return min(1.0, main.readiness * sum(ends) / same) if same else sum(ends) / OTHER_RUNS

    more = instead(target.minutes + OTHER_MINUTES)
    less = instead(target.minutes - OTHER_MINUTES) if target.minutes > OTHER_MINUTES else None
    return PlanReport(
        target=target,
        today=date_of(today),
        now=_without_study(person.items, person.learner, target.day - today),
        readiness=main.readiness,
        low=main.low,
        high=main.high,
        more=max(main.readiness, more),
        less=None if less is None else min(main.readiness, less),
        questions=len(person.items),
        left_out=round(main.left_out * len(person.items)),
        days=tuple(
            PlanDay(
                target.on - timedelta(days=each.left), round(each.minutes), _rounded(each.new), _rounded(each.again),
                each.readiness,
            )
            for each in main.days
        ),
        titles=world.catalogue.skill_titles(),
    )  # fmt: skip


def _without_study(items: tuple[Item, ...], learner: Learner, left: int) -> float:
    way = learner.way()
    known = sum(
        each.weight * learner.recall(way, each.known.stability, each.known.days + left, each.known.times)
        for each in items
        if each.known
    )
    return known / sum(each.weight for each in items)


def _rounded(counts: Mapping[str, float]) -> dict[str, int]:
    found = {area: round(count) for area, count in sorted(counts.items(), key=lambda each: -each[1])}
    return {area: count for area, count in found.items() if count}


def review_report(world: World) -> ReviewReport:
    """For the last interview that is over. Raises ``UsageError`` where there is none, or nothing to compare."""
    settings = world.progress.settings()
    today = today_of(world)
    over = [each for each in targets_in(settings.chosen) if each.day <= today]
    if not over:
        raise UsageError("no interview is over yet", mend="Look ahead instead: backprep plan")
    target = over[-1]
    cut = target.day - BEFORE
    model = Model(settings.value("parameters") or DEFAULTS)
    learner = Learner(model)
    skills: dict[str, list[tuple[float, bool]]] = {}
    pending: list[tuple[str, Memory, int, int, bool]] = []
    for history in world.progress.histories(_HISTORIES):
        _look_back(history, settings.day_starts, cut, target.day, learner, pending)
    way = learner.way()
    for area, memory, gap, times, recalled in pending:
        skills.setdefault(area, []).append((learner.recall(way, memory.stability, gap, times), recalled))
    pairs = [pair for each in skills.values() for pair in each]
    if not pairs:
        raise UsageError(
            "nothing that was learnt a week before it was answered again in its last days", mend="See: backprep stats"
        )
    found = {area: _foreseen(each) for area, each in sorted(skills.items())}
    return ReviewReport(target, _foreseen(pairs), found, world.catalogue.skill_titles())


def _look_back(
    history: Sequence[Seen], starts: int, cut: int, end: int, learner: Learner,
    pending: list[tuple[str, Memory, int, int, bool]],
) -> None:  # fmt: skip
    """Learns from what came before a day, and keeps the first answer after it, with the memory as it was then."""
    days = [(each.at // 1000 + each.zone - starts) // DAY for each in history]
    memory: Memory | None = None
    for times, (day, gap, each) in enumerate(zip(days, elapsed(days), history, strict=True)):
        rating = Rating(each.rating)
        if day > end:
            return
        if day >= cut:
            if memory is not None and gap:
                area = (each.skill or "").partition("/")[0]
                pending.append((area, memory, gap, times, rating > Rating.AGAIN))
            return
        if memory is None:
            learner.rated_first(rating)
        elif gap:
            learner.observe(Outcome(memory.stability, gap, times, rating > Rating.AGAIN))
        memory = learner.model.after(memory, gap, rating)


def _foreseen(pairs: list[tuple[float, bool]]) -> Foreseen:
    count = len(pairs)
    return Foreseen(count, sum(share for share, _ in pairs) / count, sum(known for _, known in pairs) / count)
