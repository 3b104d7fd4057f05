"""A plan as a calendar file."""

from icalendar import Calendar

from backprep.exchange.calendar_ics import calendar
from ui.test_plan_view import PLAN


def test_one_event_a_day_and_the_interview() -> None:
    """A program with a calendar reads it back: whole days, the last one the interview."""
    events = Calendar.from_ical(calendar(PLAN)).walk("VEVENT")
    assert len(events) == len(PLAN.days) + 1
    assert [each.decoded("dtstart") for each in events[:-1]] == [each.on for each in PLAN.days]
    assert events[-1].decoded("dtstart") == PLAN.target.on
    assert "25 minutes" in str(events[0]["summary"])
    assert "Python [b]" in str(events[0]["description"])
    assert "71%" in str(events[-1]["summary"])


def test_a_newer_plan_replaces_the_older_one() -> None:
    """The events keep their identities, so that importing twice leaves one of each."""
    names = [[str(each["uid"]) for each in Calendar.from_ical(calendar(PLAN)).walk("VEVENT")] for _ in range(2)]
    assert names[0] == names[1]


def test_lines_are_as_the_standard_has_them() -> None:
    """RFC 5545, 3.1: lines end in CR LF and are at most 75 octets long."""
    lines = calendar(PLAN).split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert max(map(len, lines)) <= 75
