"""The study day: it begins some hours after midnight, in the zone that the person was in."""

from collections.abc import Iterable, Iterator

from backprep.core.instant import Instant

DAY = 86_400
"""Seconds."""
STARTS = 4 * 3600
"""Seconds after midnight at which a study day begins, unless the person has chosen otherwise."""


def study_day(at: Instant, starts: int = STARTS) -> int:
    """The number of the study day, counted from 1970-01-01. ``starts`` in seconds after local midnight."""
    return (at.ms // 1000 + at.zone - starts) // DAY


def weekday(day: int) -> int:
    """The day of the week of a study day, Monday 0, Sunday 6."""
    return (day + 3) % 7  # 1970-01-01 was a Thursday


def elapsed(days: Iterable[int]) -> Iterator[int]:
    """Days since the review before, for each of a row of reviews; 0 for the first, and where the calendar went back
    (a flight over the date line, a clock that was set back).
    """
    last: int | None = None
    for day in days:
        yield 0 if last is None else max(0, day - last)
        last = day if last is None else max(last, day)
