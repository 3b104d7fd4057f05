"""What a person sees who types nothing but the name of the program."""

from dataclasses import replace
from typing import Any

from app.players import right, wrong
from backprep.app.home import DEFAULT_PACE, WEEKS, home_report
from backprep.app.run import Length, Wanted, run_session
from backprep.app.settings import choose
from backprep.core.reply import Reply, Wish
from fakes import FakeWorld, ScriptedDesk
from ui.samples import example

DAY = 86_400_000


def world_of(count: int = 6) -> FakeWorld:
    """Questions of two areas."""
    questions = [replace(example("choice"), id=f"q{at}", skill=f"area-{at % 2}/skill-{at}") for at in range(count)]
    return FakeWorld(questions, desk=ScriptedDesk([right] * 50))


def test_somebody_new_has_no_home_yet() -> None:
    """Before the first answer there is nothing to show."""
    assert home_report(world_of()) is None


def test_where_a_person_stands() -> None:
    """What is due and new today, the areas that were begun, the days; and what to type next."""
    world = world_of()
    run_session(world, "quiz", Wanted(length=Length(count=3)), 1)
    report = home_report(world)
    assert report
    assert (report.due, report.new, report.pace) == (0, 3, DEFAULT_PACE)
    assert (report.minutes, report.streak) == (3, 1)
    assert sum(each.readiness.met for each in report.areas) == 3
    assert (len(report.areas), report.untouched) == (2, 0)
    assert (len(report.days), report.days[-1], sum(report.days)) == (WEEKS * 7, 3, 3)
    assert report.command == "backprep quiz"
    world.clock.ms += 2 * DAY
    later = home_report(world)
    assert later
    assert (later.due, later.streak, later.days[-3]) == (3, 0, 3)
    assert (later.weekday - report.weekday) % 7 == 2


def test_limits_of_a_day_hold_here_too() -> None:
    """What is shown as new is what a session would ask."""
    world = world_of()
    choose(world, "new-a-day", "4")
    run_session(world, "quiz", Wanted(length=Length(count=3)), 1)
    report = home_report(world)
    assert report
    assert report.new == 1


def test_an_unfinished_session_comes_first() -> None:
    """Somebody who was interrupted is shown how to go on."""
    world = world_of()
    world.desk = ScriptedDesk([right, Wish.LEAVE])
    run_session(world, "quiz", Wanted(), 1)
    report = home_report(world)
    assert report
    assert report.command == "backprep quiz --resume"


def test_when_all_is_done_the_weakest_area_is_proposed() -> None:
    """Nothing due, nothing new: who wants more may cram where it helps most."""
    world = world_of(4)
    world.desk = ScriptedDesk([right] * 9)
    run_session(world, "quiz", Wanted(), 1)
    report = home_report(world)
    assert report
    assert (report.due, report.new) == (0, 0)
    assert report.command == f"backprep quiz --cram --area {report.areas[0].area}"


def test_the_pace_is_the_persons_own() -> None:
    """From ten answers on; one that was left lying over lunch does not count for more than five minutes."""
    world = world_of(30)
    choose(world, "new-a-day", "30")

    def slowly(screen: Any) -> Reply:
        world.clock.ms += 20_000
        return right(screen)

    world.desk = ScriptedDesk([*[slowly] * 11, wrong])
    run_session(world, "quiz", Wanted(length=Length(count=12)), 1)
    report = home_report(world)
    assert report
    assert report.pace == 20
