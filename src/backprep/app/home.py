"""Where the person stands, and what to do now."""

from dataclasses import dataclass
from statistics import median

from backprep.app.compose import unfinished
from backprep.app.found import Moment
from backprep.app.reports import Welcome
from backprep.app.world import World
from backprep.core.memory import DEFAULTS, Model
from backprep.core.readiness import Readiness, readiness, streak
from backprep.core.settings import Settings
from backprep.core.study_day import DAY, study_day
from backprep.core.target import Target, targets_in

WEEKS = 16
DEFAULT_PACE = 60.0
"""Seconds for a question, before there are answers to tell by."""
_MOST = 300
"""Seconds that one answer may count for the pace: longer ones were left lying."""
_ENOUGH = 10
_RECENT = 200
"""Answers by which the pace is told."""


@dataclass(frozen=True, slots=True)
class AreaStanding:
    """An area, by id and title, and how ready the person is for it."""

    area: str
    title: str
    readiness: Readiness


@dataclass(frozen=True, slots=True)
class HomeReport:
    """``due`` now and ``new`` today, in questions; ``pace`` in seconds for one; ``areas`` that were begun, the weakest
    first, and how many were not; ``streak`` in days; ``days``: answers on each of the last 16 weeks' days, the last one
    today; ``weekday`` of today (Monday 0); ``command`` to type next. ``interview``: days until the next one, if one is
    set; ``over``: the date of one that is over and was not closed.
    """

    due: int
    new: int
    pace: float
    areas: tuple[AreaStanding, ...]
    untouched: int
    streak: int
    days: tuple[int, ...]
    weekday: int
    command: str
    interview: int | None = None
    over: str | None = None

    @property
    def minutes(self) -> int:
        """What is due and new will take, in minutes."""
        return round((self.due + self.new) * self.pace / 60)


def welcome_report(world: World) -> Welcome:
    """For somebody who has answered nothing yet."""
    settings = world.progress.settings()
    return Welcome(_interview(settings, study_day(world.clock.now(), settings.day_starts)))


def home_report(world: World) -> HomeReport | None:
    """None for somebody who has answered nothing yet."""
    if world.progress.last() is None:
        return None
    settings = world.progress.settings()
    now = world.clock.now()
    today = study_day(now, settings.day_starts)
    since = now.ms - (WEEKS * 7 + 2) * DAY * 1000
    days = world.progress.days_since(since, settings.day_starts)
    paces = [min(took / 1000, _MOST) for took in world.progress.last_times(_RECENT)]
    catalogue = world.catalogue
    done = catalogue.answered_on(today)
    due = catalogue.due_count(Moment(today, now.ms))
    left = settings.value("reviews-a-day") - sum(each.again for each in done.values())
    room = settings.value("new-a-day") - sum(each.new for each in done.values())
    new = min(max(0, room), catalogue.unmet())
    areas, untouched = _areas(world, Model(settings.value("parameters") or DEFAULTS), today)
    return HomeReport(
        due=max(0, min(due, left)),
        new=new,
        pace=median(paces) if len(paces) >= _ENOUGH else DEFAULT_PACE,
        areas=areas,
        untouched=untouched,
        streak=streak(days, today),
        days=tuple(days.get(day, 0) for day in range(today - WEEKS * 7 + 1, today + 1)),
        weekday=(today + 3) % 7,
        command=_next(world, due, new, areas),
        interview=_interview(settings, today),
        over=max((each.on.isoformat() for each in _open(settings) if each.day <= today), default=None),
    )


def _interview(settings: Settings, today: int) -> int | None:
    return min((each.day - today for each in _open(settings) if each.day > today), default=None)


def _open(settings: Settings) -> list[Target]:
    return [each for each in targets_in(settings.chosen) if each.outcome is None]


def _areas(world: World, model: Model, today: int) -> tuple[tuple[AreaStanding, ...], int]:
    titles = world.catalogue.skill_titles()
    standings = [
        AreaStanding(area, titles.get(area, area), readiness(held, model))
        for area, held in world.catalogue.holdings(today).items()
    ]
    begun = [each for each in standings if each.readiness.met]
    return tuple(sorted(begun, key=lambda each: (each.readiness.share, each.area))), len(standings) - len(begun)


def _next(world: World, due: int, new: int, areas: tuple[AreaStanding, ...]) -> str:
    if unfinished(world, "quiz"):
        return "backprep quiz --resume"
    if due or new:
        return "backprep quiz"
    weakest = f" --area {areas[0].area}" if areas else ""
    return f"backprep quiz --cram{weakest}"
