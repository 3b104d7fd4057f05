"""Studying for a date: setting it, being asked what adds most, looking ahead and back."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.players import right, wrong
from backprep.app.compose import compose
from backprep.app.errors import UsageError
from backprep.app.home import home_report
from backprep.app.plan import plan_report, review_report
from backprep.app.planned import why
from backprep.app.run import Length, Wanted, run_session
from backprep.app.screens import Asking, Notice
from backprep.app.settings import choose
from backprep.app.target import clear, close, set_target, target_report, today_of, weights
from backprep.core.reply import Wish
from backprep.core.session import Session
from backprep.core.target import Target, date_of
from fakes import FakeWorld, ScriptedDesk
from ui.samples import example

DAY = 86_400_000


def world_of(count: int = 12) -> FakeWorld:
    """Questions of three areas."""
    questions = [replace(example("choice"), id=f"q{at}", skill=f"area-{at % 3}/skill-{at}") for at in range(count)]
    return FakeWorld(questions, desk=ScriptedDesk([right] * 90))


def in_days(world: FakeWorld, ahead: int, **changes: object) -> Target:
    """A target so far ahead."""
    return Target(on=date_of(today_of(world) + ahead), **changes)  # type: ignore[arg-type]


def queue(world: FakeWorld, count: int = 6) -> tuple[str, ...]:
    """What a quiz would ask."""
    session = compose(world, "quiz", Wanted(length=Length(count=count)), 1)
    assert isinstance(session, Session)
    return session.queue


def test_a_target_is_set_shown_replaced_and_cleared() -> None:
    """One a date; the same date again replaces it; without a date all that are to come go."""
    world = world_of()
    set_target(world, in_days(world, 14))
    set_target(world, in_days(world, 14, minutes=40))
    set_target(world, in_days(world, 30))
    lines = target_report(world).coming
    assert [(line.days, line.study_days, line.target.minutes) for line in lines] == [(14, 14, 40), (30, 30, 25)]
    assert [each.on for each in clear(world, in_days(world, 30).on)] == [in_days(world, 30).on]
    assert len(clear(world, None)) == 1
    assert target_report(world).coming == ()


@pytest.mark.parametrize(
    ("ahead", "changes", "said"),
    [
        (0, {}, "not in the future"),
        (-3, {}, "not in the future"),
        (9, {"minutes": 0}, "minutes"),
        (9, {"areas": {"area-9": 1.0}}, "no area"),
        (9, {"areas": {"area-1": -1.0}}, "no weight"),
        (1, {"days": frozenset()}, "no day of study"),
    ],
)
def test_what_cannot_be_is_refused(ahead: int, changes: dict[str, object], said: str) -> None:
    """An error says what is wrong, and nothing is kept."""
    world = world_of()
    with pytest.raises(UsageError, match=said) as caught:
        set_target(world, in_days(world, ahead, **changes))
    assert caught.value.mend
    assert target_report(world).coming == ()


def test_with_a_target_the_areas_that_count_come_first() -> None:
    """An area that counts nothing is not asked; one that counts ten times comes before the others."""
    world = world_of()
    set_target(world, in_days(world, 2, areas={"area-1": 10.0, "area-2": 0.0}))
    asked = queue(world)
    assert asked[0] in ("q1", "q4", "q7", "q10")
    assert {"q1", "q4", "q7", "q10"} <= set(asked[:7])  # among them some of another area, for variety
    assert not {"q2", "q5", "q8", "q11"} & set(asked)


def test_areas_take_turns_among_the_next_few() -> None:
    """With a target too, a session does not dwell on one area where it makes little difference."""
    world = world_of()
    set_target(world, in_days(world, 2))
    areas = [int(name[1:]) % 3 for name in queue(world, 12)]
    assert all(one != other for one, other in pairwise(areas[:9]))


def test_without_a_target_nothing_changes() -> None:
    """The same questions as before, once it is cleared or over."""
    plain, world = queue(world_of()), world_of()
    set_target(world, in_days(world, 2, areas={"area-1": 10.0}))
    assert queue(world) != plain
    clear(world, None)
    assert queue(world) == plain
    set_target(world, in_days(world, 2, areas={"area-1": 10.0}))
    world.clock.ms += 3 * DAY
    assert target_report(world).over
    assert "q1" in queue(world, 12)


def test_two_interviews_are_both_studied_for() -> None:
    """What only the later one asks is asked too, after what the nearer one does."""
    world = world_of()
    set_target(world, in_days(world, 2, areas={"area-0": 5.0, "area-1": 0.0, "area-2": 0.0}))
    set_target(world, in_days(world, 20, areas={"area-0": 0.0, "area-1": 5.0, "area-2": 0.0}))
    asked = queue(world, 12)
    assert asked[0] in ("q0", "q3", "q6", "q9")
    assert set(asked) == {f"q{at}" for at in range(12)} - {"q2", "q5", "q8", "q11"}


def test_what_was_asked_counts_more_for_the_next() -> None:
    """An interview that is over is closed with what it asked."""
    world = world_of()
    set_target(world, in_days(world, 1))
    world.clock.ms += 2 * DAY
    close(world, None, ["area-2"], 1)
    assert [each.outcome.areas for each in target_report(world).closed if each.outcome] == [("area-2",)]
    found = weights(world, in_days(world, 9))
    assert found["area-2"] > found["area-1"] == 1
    with pytest.raises(UsageError, match="over"):
        close(world, None, [], 3)


def test_w_says_why() -> None:
    """In a line, with figures, for new questions and for those that were met, with a target and without."""
    world = world_of()
    assert "new" in why(world, "q1")
    run_session(world, "quiz", Wanted(length=Length(count=12)), 1)
    world.clock.ms += DAY
    assert "yesterday" in why(world, "q1")
    set_target(world, in_days(world, 5))
    assert "%" in why(world, "q1")
    assert "in 5 days" in why(world, "q1")


def test_asking_why_costs_nothing() -> None:
    """The question stays, nothing is recorded, and then it is answered."""
    world = world_of()
    world.desk = ScriptedDesk([Wish.WHY, right, Wish.WHY, Wish.LEAVE])
    run_session(world, "quiz", Wanted(length=Length(count=2)), 1)
    assert [screen.heading.place for screen in world.desk.seen(Asking)] == [1, 1, 2, 2]
    assert sum("new to you" in each.text for each in world.desk.seen(Notice)) == 2
    assert len(list(world.progress.reviews())) == 1


def test_a_plan_of_the_days() -> None:
    """Every day of study with its minutes; readiness between its bounds; more time, more readiness."""
    world = world_of(30)
    choose(world, "new-a-day", "3")
    set_target(world, in_days(world, 6, minutes=3, off=frozenset({date_of(today_of(world) + 2)})))
    report = plan_report(world)
    assert len(report.days) == 5
    assert report.now == 0 <= report.low <= report.readiness <= report.high
    assert report.more >= report.readiness
    assert report.less is None
    assert report.questions == 30
    assert all(each.main for each in report.days)
    world.clock.ms += 3 * DAY  # three days are missed
    assert len(plan_report(world).days) == 3


def test_there_is_nothing_to_plan_without_a_target() -> None:
    """The error says what to type."""
    world = world_of()
    with pytest.raises(UsageError) as caught:
        plan_report(world)
    assert "target set" in str(caught.value.mend)
    set_target(world, in_days(world, 3, areas={f"area-{at}": 0.0 for at in range(3)}))
    with pytest.raises(UsageError, match="no question counts"):
        plan_report(world)


def test_home_counts_the_days() -> None:
    """Home says in how many days the interview is, and asks about one that is over."""
    world = world_of()
    run_session(world, "quiz", Wanted(length=Length(count=2)), 1)
    set_target(world, in_days(world, 4))
    report = home_report(world)
    assert report
    assert (report.interview, report.over) == (4, None)
    world.clock.ms += 5 * DAY
    report = home_report(world)
    assert report
    assert (report.interview, report.over) == (None, str(date_of(today_of(world) - 1)))


def test_looking_back() -> None:
    """After the interview: what could be foreseen a week before, against what was recalled."""
    world = world_of()
    run_session(world, "quiz", Wanted(length=Length(count=12)), 1)
    set_target(world, in_days(world, 9))
    with pytest.raises(UsageError, match="no interview is over"):
        review_report(world)
    world.clock.ms += 4 * DAY
    world.desk = ScriptedDesk([wrong] * 40)
    run_session(world, "quiz", Wanted(length=Length(count=12)), 2)
    world.clock.ms += 6 * DAY
    report = review_report(world)
    assert report.all.answers == sum(each.answers for each in report.areas.values()) == 12
    assert report.all.recalled == 0
    assert 0.5 < report.all.foreseen < 1


def test_with_nothing_to_compare_it_says_so() -> None:
    """An interview without study before it leaves nothing to look back at."""
    world = world_of()
    set_target(world, in_days(world, 2))
    world.clock.ms += 3 * DAY
    with pytest.raises(UsageError, match="nothing"):
        review_report(world)
