"""Putting a session together: what is due, what is new, within what the person wants of a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from backprep.app.errors import BankError, UsageError
from backprep.app.found import Answered, Filter, Moment
from backprep.app.world import World
from backprep.core.bookmark import Bookmark, is_over, resumed
from backprep.core.instant import Instant
from backprep.core.pick import Room, plan, plan_cram
from backprep.core.review import TARGET
from backprep.core.session import Play, Session
from backprep.core.settings import Settings
from backprep.core.study_day import DAY, study_day

SPARE = 20
"""Questions held ready beyond the number asked for, so that skipping one brings another."""
BY_TIME = 500
"""The most that a session bounded by minutes alone may ask."""

Mistakes = Literal["today", "week"]


@dataclass(frozen=True, slots=True)
class Length:
    """How long a session lasts: a number of questions, minutes, or whichever ends first."""

    count: int | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a session is to be: its questions, its length, and which of the ways to choose them.

    ``cram`` asks whatever the filter lets through, and leaves the schedule alone; ``mistakes`` asks again what went
    wrong on this study day, or in the last seven; ``confidence`` asks how sure the person is (as the setting does).
    """

    questions: Filter = field(default_factory=Filter)
    length: Length = field(default_factory=Length)
    cram: bool = False
    mistakes: Mistakes | None = None
    confidence: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing is to be asked now, and why: in how many study days the next question comes back, and how many do then;
    whether new ones are held back by the limit of a day.
    """

    kind: Play
    days: int | None
    count: int
    held_back: bool
    mistakes: Mistakes | None = None


def compose(world: World, kind: Play, wanted: Wanted, seed: int) -> Session | Nothing:
    """The session that is wanted, or why there is nothing to ask. Raises ``UsageError`` when no question fits."""
    settings = world.progress.settings()
    size, minutes = wanted.length.count, wanted.length.minutes
    if size is None and minutes is None:
        minutes = settings.value("minutes")
    if size is None:
        size = BY_TIME if minutes is not None else 10
    now = world.clock.now()
    most = size + SPARE
    if wanted.mistakes:
        queue = _mistakes(world, wanted, settings, now, seed, most)
    elif wanted.cram:
        queue = _cram(world, wanted.questions, seed, most)
    else:
        queue = _study(world, wanted.questions, settings, now, seed, most)
    if not queue:
        return _nothing(world, kind, wanted, settings, now)
    until = None if minutes is None else now.ms + round(minutes * 60_000)
    size = min(size, len(queue))
    sure = kind == "quiz" and (wanted.confidence or settings.value("confidence"))
    return Session(world.ids.new(), kind, queue, size, until, cram=wanted.cram, asks_confidence=sure)


def _study(world: World, wanted: Filter, settings: Settings, now: Instant, seed: int, most: int) -> tuple[str, ...]:
    catalogue = world.catalogue
    today = study_day(now, settings.day_starts)
    if any(name.startswith(TARGET) for name in settings.chosen):
        from backprep.app.planned import coming, queue

        if targets := coming(settings, today):
            return queue(world, targets, wanted, most)
    done = catalogue.answered_on(today)
    new = _room(settings, "new-a-day", {area: each.new for area, each in done.items()})
    due = _room(settings, "reviews-a-day", {area: each.again for area, each in done.items()})
    candidates = list(catalogue.due(wanted, Moment(today, now.ms), most * 2)) if due.left else []
    # New ones are looked for only where what is due does not fill the session by itself.
    if new.left and len(candidates) < most * 2:
        candidates += catalogue.new(wanted, seed, most)
    return plan(candidates, most, seed, today, new, due)


def _room(settings: Settings, name: str, done: Mapping[str, int]) -> Room:
    left = settings.value(name) - sum(done.values())
    return Room(max(0, left), {area: most - done.get(area, 0) for area, most in settings.by_area(name).items()})


def _cram(world: World, wanted: Filter, seed: int, most: int) -> tuple[str, ...]:
    catalogue = world.catalogue
    return plan_cram([*catalogue.new(wanted, seed, most), *catalogue.weakest(wanted, most)], most, seed)


def _mistakes(world: World, wanted: Wanted, settings: Settings, now: Instant, seed: int, most: int) -> tuple[str, ...]:
    today = study_day(now, settings.day_starts)
    first = today if wanted.mistakes == "today" else today - 6
    since = (first * DAY + settings.day_starts - now.zone) * 1000
    found = world.catalogue.among(wanted.questions, world.progress.failed_since(since)[:most])
    return plan_cram(found, most, seed)


def _nothing(world: World, kind: Play, wanted: Wanted, settings: Settings, now: Instant) -> Nothing:
    catalogue = world.catalogue
    if not catalogue.banks():
        raise BankError("no bank can be used", mend="See what is wrong: backprep bank check")
    if wanted.mistakes:
        return Nothing(kind, None, 0, held_back=False, mistakes=wanted.mistakes)
    coming = catalogue.next_due(wanted.questions)
    held_back = not wanted.cram and bool(catalogue.new(wanted.questions, 0, 1))
    if coming is None and not held_back:
        raise UsageError(
            "no question fits what you asked for", mend="Ask for less at once, or see what there is: backprep bank list"
        )
    today = study_day(now, settings.day_starts)
    return Nothing(kind, max(0, coming[0] - today) if coming else None, coming[1] if coming else 0, held_back)


# Sessions that were interrupted ---------------------------------------------------------------------------------


def unfinished(world: World, kind: Play) -> Bookmark | None:
    """The newest session of a kind that has something left."""
    return next((each for each in world.progress.bookmarks() if each.kind == kind and not is_over(each)), None)


def resume(world: World, kind: Play) -> tuple[Session, int]:
    """The session that goes on, and its seed. Raises ``UsageError`` where there is none."""
    mark = unfinished(world, kind)
    if mark is None:
        raise UsageError(f"there is no unfinished session of {kind}", mend=f"Begin a new one: backprep {kind}")
    gone = world.progress.retracted([answer.review for answer in mark.answers])
    return resumed(mark, gone, world.clock.now()), mark.seed


__all__ = ["Answered", "Length", "Mistakes", "Nothing", "Wanted", "compose", "resume", "unfinished"]
