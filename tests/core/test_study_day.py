"""Study days: whatever the calendar, the clock and the traveller do."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.instant import Instant
from backprep.core.study_day import elapsed, study_day, weekday

EPOCH = datetime.fromisoformat("1970-01-01")


def at(text: str, zone: str = "UTC") -> Instant:
    """A local time in a zone, as the program's clock would see it."""
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    offset = local.utcoffset()
    assert offset is not None
    return Instant(int(local.timestamp() * 1000), int(offset.total_seconds()))


def day(text: str) -> int:
    """The number of a date."""
    return (datetime.fromisoformat(text) - EPOCH).days


BERLIN, KATHMANDU, APIA, NEW_YORK = "Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "America/New_York"

CLOCK = {
    "a second before the day begins": (at("2026-03-02T03:59:59"), "2026-03-01"),
    "the moment at which it begins": (at("2026-03-02T04:00:00"), "2026-03-02"),
    "midnight belongs to the day before": (at("2026-03-02T00:00:00"), "2026-03-01"),
    "late at night": (at("2026-03-02T23:59:59"), "2026-03-02"),
    "a leap day": (at("2028-02-29T12:00:00"), "2028-02-29"),
    "the night after a leap day": (at("2028-03-01T03:00:00"), "2028-02-29"),
    "New Year's Eve lasts until four": (at("2027-01-01T03:30:00", BERLIN), "2026-12-31"),
    "before the clocks go forward": (at("2026-03-29T01:30:00", BERLIN), "2026-03-28"),
    "after the clocks went forward": (at("2026-03-29T03:30:00", BERLIN), "2026-03-28"),
    "the day on which they did": (at("2026-03-29T04:00:00", BERLIN), "2026-03-29"),
    "before the clocks go back": (at("2026-10-25T01:30:00", BERLIN), "2026-10-24"),
    "the day on which they did, too": (at("2026-10-25T04:00:00", BERLIN), "2026-10-25"),
    "a zone of three quarters, before": (at("2026-05-01T03:59:59", KATHMANDU), "2026-04-30"),
    "a zone of three quarters, after": (at("2026-05-01T04:00:00", KATHMANDU), "2026-05-01"),
    "east of the date line": (at("2026-05-01T12:00:00", APIA), "2026-05-01"),
}


@pytest.mark.parametrize(("instant", "date"), CLOCK.values(), ids=CLOCK)
def test_the_day_that_an_instant_belongs_to(instant: Instant, date: str) -> None:
    """A study day begins at four in the morning where the person is."""
    assert day(date) == study_day(instant)


STORIES = {
    "two evenings": ([at("2026-03-01T20:00"), at("2026-03-02T20:00")], [0, 1]),
    "an evening and the next morning": ([at("2026-03-01T23:00"), at("2026-03-02T08:00")], [0, 1]),
    "one night": ([at("2026-03-01T23:00"), at("2026-03-02T03:00")], [0, 0]),
    "twenty-three hours, clocks forward": (
        [at("2026-03-28T12:00", BERLIN), at("2026-03-29T12:00", BERLIN), at("2026-03-30T12:00", BERLIN)],
        [0, 1, 1],
    ),
    "twenty-five hours, clocks back": (
        [at("2026-10-24T12:00", BERLIN), at("2026-10-25T12:00", BERLIN), at("2026-10-26T12:00", BERLIN)],
        [0, 1, 1],
    ),
    "flying west, the same day twice": (
        [at("2026-06-01T20:00", BERLIN), at("2026-06-01T22:00", NEW_YORK), at("2026-06-02T09:00", NEW_YORK)],
        [0, 0, 1],
    ),
    "flying east, a day lost": ([at("2026-06-01T20:00", NEW_YORK), at("2026-06-02T20:00", BERLIN)], [0, 1]),
    "over the date line to yesterday": (
        [at("2026-06-02T08:00", APIA), at("2026-06-01T20:00", NEW_YORK), at("2026-06-03T08:00", NEW_YORK)],
        [0, 0, 1],
    ),
    "the clock set back a day, and right again": (
        [at("2026-06-02T12:00"), at("2026-06-01T12:00"), at("2026-06-03T12:00")],
        [0, 0, 1],
    ),
    "a leap day between": ([at("2028-02-28T12:00"), at("2028-03-01T12:00")], [0, 2]),
}


@pytest.mark.parametrize(("instants", "expected"), STORIES.values(), ids=STORIES)
def test_days_that_have_passed_are_study_days(instants: list[Instant], expected: list[int]) -> None:
    """Neither blocks of 24 hours nor dates of another zone: the days that the person lived."""
    assert expected == list(elapsed(study_day(each) for each in instants))


@pytest.mark.parametrize(("starts", "date"), [(0, "2026-03-02"), (6 * 3600, "2026-03-01"), (4 * 3600, "2026-03-02")])
def test_the_day_may_begin_at_another_hour(starts: int, date: str) -> None:
    """Five in the morning is a new day for most, and still the old one for who sets six."""
    assert day(date) == study_day(at("2026-03-02T05:00"), starts)


@given(st.datetimes(EPOCH + timedelta(days=366), EPOCH + timedelta(days=80_000)), st.integers(-12 * 4, 14 * 4))
def test_every_instant_belongs_to_the_date_it_has_four_hours_earlier(local: datetime, quarters: int) -> None:
    """The whole rule in one sentence, for every quarter-hour zone there is."""
    zone = timezone(timedelta(minutes=15 * quarters))
    seen = Instant(int(local.replace(tzinfo=zone).timestamp() * 1000), quarters * 900)
    earlier = local - timedelta(hours=4)
    number = study_day(seen)
    assert EPOCH + timedelta(days=number) <= earlier + timedelta(milliseconds=1)
    assert earlier < EPOCH + timedelta(days=number + 1)
    assert (EPOCH + timedelta(days=number)).weekday() == weekday(number)


@given(st.lists(st.integers(0, 100)))
def test_no_days_pass_backwards(days: list[int]) -> None:
    """Whatever the calendar did, the time between two reviews is never negative, and all of them fill the whole."""
    passed = list(elapsed(days))
    assert all(each >= 0 for each in passed)
    if days:
        assert max(days) - days[0] == sum(passed)
