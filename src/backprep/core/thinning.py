"""Which of many backups are kept: dense for the last days, sparse for what is long ago."""

from collections.abc import Callable, Iterable
from datetime import date

DAILY, WEEKLY, MONTHLY = 7, 4, 12


def kept(days: Iterable[date]) -> frozenset[date]:
    """Of the days that have a backup, those whose backup is kept.

    These are the newest of each of the last 7 days, 4 weeks (from Monday) and 12 months in which there was one.
    """
    newest_first = sorted(set(days), reverse=True)
    periods: tuple[tuple[int, Callable[[date], object]], ...] = (
        (DAILY, lambda day: day),
        (WEEKLY, lambda day: day.isocalendar()[:2]),
        (MONTHLY, lambda day: (day.year, day.month)),
    )
    keep: set[date] = set()
    for count, period in periods:
        newest: dict[object, date] = {}
        for day in newest_first:
            newest.setdefault(period(day), day)
        keep.update(list(newest.values())[:count])
    return frozenset(keep)
