"""A plan as a calendar file (RFC 5545), for any program with a calendar."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from backprep.app.plan import PlanReport


def calendar(report: PlanReport) -> bytes:
    """One event a day of study, and one for the interview. They take whole days: when to study is the person's choice.

    The events of a day keep their identity, so that a newer plan replaces the older one in the calendar.
    """
    made = Calendar()
    made.add("prodid", "-//backprep//plan//EN")
    made.add("version", "2.0")
    stamp = datetime.combine(report.today, datetime.min.time(), UTC)
    for day in report.days:
        event = Event()
        event.add("uid", f"study-{report.target.on}-{day.on}@backprep")
        event.add("dtstamp", stamp)
        event.add("dtstart", day.on)
        event.add("dtend", day.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        new, again = sum(day.new.values()), sum(day.again.values())
        event.add("summary", f"backprep: {day.minutes} minutes, {new} new, {again} again")
        areas = ", ".join(report.titles.get(area, area) for area in {**day.new, **day.again})
        event.add("description", f"{areas}\nbackprep quiz -m {report.target.minutes}")
        made.add_component(event)
    interview = Event()
    interview.add("uid", f"interview-{report.target.on}@backprep")
    interview.add("dtstamp", stamp)
    interview.add("dtstart", report.target.on)
    interview.add("dtend", report.target.on + timedelta(days=1))
    interview.add("summary", f"Interview (readiness about {report.readiness:.0%})")
    made.add_component(interview)
    text: bytes = made.to_ical()
    return text
