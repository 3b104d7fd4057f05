"""A whole session: how long it lasts, what it asks, and what it says at the end."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.players import asked, right, wrong
from backprep.app.errors import BankError, Exit, UsageError
from backprep.app.found import Filter, SkippedBank
from backprep.app.run import Length, Nothing, SessionReport, Wanted, run_session
from backprep.app.screens import Asking, Notice, Tone
from backprep.core.question import Question
from backprep.core.rating import Rating
from backprep.core.reply import Reply, Wish
from backprep.core.review import Chosen, Review
from fakes import FakeWorld, ScriptedDesk, SetClock
from ui.samples import example

AREAS = ("api-design", "python", "sql-mysql")


def many(count: int) -> list[Question]:
    """Questions of three areas in turn."""
    return [replace(example("choice"), id=f"q{at}", skill=f"{AREAS[at % 3]}/topic-{at % 2}") for at in range(count)]


def run(world: FakeWorld, length: Length | None = None, seed: int | None = 1, **wanted: Any) -> SessionReport:
    """A quiz, answered rightly unless the world's desk has a script."""
    report = run_session(world, "quiz", Wanted(Filter(**wanted), length or Length()), seed)
    assert isinstance(report, SessionReport)
    return report


def world_of(count: int, *script: Any, clock: SetClock | None = None) -> FakeWorld:
    """A world of so many questions, and a person who answers the rest of them rightly."""
    desk = ScriptedDesk([*script, *[right] * 200])
    world = FakeWorld(many(count), desk=desk, clock=clock or SetClock())
    set_to(world, "new-a-day", "9999")
    return world


def set_to(world: FakeWorld, setting: str, value: str) -> None:
    """Chooses a setting."""
    world.progress.record(Chosen(id=world.ids.new(), setting=setting, at=world.clock.now(), value=value))


# How long -------------------------------------------------------------------------------------------------------


def test_ten_questions_unless_told_otherwise() -> None:
    """A session without a length asks ten questions, and the heading says so from the first."""
    world = world_of(40)
    report = run(world)
    assert (report.answered, report.complete) == (10, True)
    assert [screen.heading.size for screen in world.desk.seen(Asking)] == [10] * 10


@settings(deadline=None, max_examples=30)
@given(count=st.integers(1, 60), there=st.integers(1, 40), seed=st.integers(0, 2**63))
def test_count_is_kept_exactly(count: int, there: int, seed: int) -> None:
    """``-n`` asks exactly so many questions, or all of them where there are fewer; none comes twice."""
    world = world_of(there)
    report = run(world, Length(count=count), seed)
    assert report.answered == min(count, there)
    assert len(set(asked(world))) == len(asked(world)) == report.answered


def test_skipping_costs_no_question() -> None:
    """Whoever skips three of five questions still answers five."""
    report = run(world_of(30, Wish.SKIP, right, Wish.SKIP, Wish.SKIP), Length(count=5))
    assert (report.answered, report.skipped, report.complete) == (5, 3, True)


def slowly(world: FakeWorld, seconds: int) -> FakeWorld:
    """A person who takes so long for each answer."""

    def answer(screen: Asking) -> Reply:
        world.clock.ms += seconds * 1_000
        return right(screen)

    world.desk = ScriptedDesk([answer] * 1_000)
    return world


@pytest.mark.parametrize(
    ("length", "seconds", "answered"),
    [
        (Length(minutes=1), 20, 3),
        (Length(minutes=1), 25, 3),
        (Length(minutes=1), 600, 1),
        (Length(minutes=0.5), 10, 3),
        (Length(count=2, minutes=1), 20, 2),
        (Length(count=9, minutes=1), 20, 3),
    ],
)
def test_minutes_end_a_session_between_questions(length: Length, seconds: int, answered: int) -> None:
    """When the time is over no further question comes; the answer under way is finished, and counts."""
    world = slowly(world_of(60), seconds)
    report = run(world, length)
    assert (report.answered, report.complete) == (answered, True)
    assert len(list(world.progress.reviews())) == answered


def test_minutes_alone_are_not_bounded_by_ten_questions() -> None:
    """A session by minutes goes on for as long as there is time and a question."""
    assert run(slowly(world_of(60), 1), Length(minutes=1)).answered == 60


def test_a_clock_that_runs_on_by_itself_ends_the_session() -> None:
    """Time that passes outside of the questions counts as well."""
    report = run(world_of(60, clock=SetClock(step=10_000)), Length(minutes=1))
    assert 1 <= report.answered <= 3


# Which questions ------------------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=10)
@given(seed=st.integers(0, 2**63))
def test_the_same_seed_asks_the_same(seed: int) -> None:
    """``--seed`` brings the same questions in the same order, with their options in the same order."""
    first, second = world_of(30), world_of(30)
    run(first, seed=seed)
    run(second, seed=seed)
    assert [(each.question, each.presented) for each in first.desk.seen(Asking)] == [
        (each.question, each.presented) for each in second.desk.seen(Asking)
    ]


def test_another_seed_asks_something_else() -> None:
    """Twenty seeds bring more than one order."""
    orders = set()
    for seed in range(20):
        world = world_of(30)
        run(world, seed=seed)
        orders.add(tuple(asked(world)))
    assert len(orders) > 15


def test_without_a_seed_one_is_drawn() -> None:
    """A session without a seed takes one that nobody chose (the fake's is seven)."""
    drawn, given_seven = world_of(30), world_of(30)
    run(drawn, seed=None)
    run(given_seven, seed=7)
    assert asked(given_seven) == asked(drawn)


def test_seed_nought_is_a_seed() -> None:
    """``--seed 0`` is taken as it is, and not as 'none'."""
    zero, drawn = world_of(30), world_of(30)
    run(zero, seed=0)
    run(drawn, seed=None)
    assert asked(zero) != asked(drawn)


def test_areas_are_mixed() -> None:
    """Neighbouring questions are of different areas."""
    world = world_of(30)
    run(world)
    areas = [screen.question.area for screen in world.desk.seen(Asking)]
    assert all(one != other for one, other in pairwise(areas))


def test_only_what_was_asked_for_is_asked() -> None:
    """A filter by area lets no other question through, also where fewer than ten are left."""
    world = world_of(12)
    report = run(world, areas=("python",))
    assert (report.answered, {screen.question.area for screen in world.desk.seen(Asking)}) == (4, {"python"})


def test_what_went_wrong_comes_back_first_when_its_time_has_come() -> None:
    """Ten minutes later what was answered wrongly is asked before what was never met."""
    world = world_of(4, wrong)
    run(world, Length(count=1))
    went_wrong = asked(world)[0]
    world.clock.ms += 10 * 60_000
    world.desk = ScriptedDesk()
    run(world, Length(count=1))
    assert [went_wrong] == asked(world)


def test_what_went_well_is_not_asked_again_before_it_is_due() -> None:
    """Of four questions two are known: the next session asks the other two."""
    world = world_of(4)
    run(world, Length(count=2))
    known = asked(world)
    world.desk = ScriptedDesk([right] * 9)
    report = run(world)
    assert report.answered == 2
    assert not set(known) & set(asked(world))


# When there is nothing to ask -----------------------------------------------------------------------------------


def test_no_question_that_fits_says_how_to_find_one() -> None:
    """A filter that lets nothing through ends with a usage error that says what to do."""
    world = world_of(5)
    with pytest.raises(UsageError) as caught:
        run(world, levels=("senior",))
    assert (caught.value.exit, world.desk.screens) == (Exit.USAGE, [])
    assert "backprep bank list" in str(caught.value.mend)


def test_no_bank_at_all_is_a_bank_error() -> None:
    """Without one usable bank the error says how to see what is wrong with them."""
    with pytest.raises(BankError) as caught:
        run(FakeWorld([]))
    assert caught.value.exit == Exit.BANK
    assert "backprep bank check" in str(caught.value.mend)


def test_a_skipped_bank_is_named_once_before_the_first_question() -> None:
    """Each bank that cannot be used is named once, with the command that shows why; the session goes on."""
    world = world_of(5)
    world.catalogue.broken = [SkippedBank("/own/one.yaml", 1), SkippedBank("/own/two.yaml", 3)]
    report = run(world)
    first, second = world.desk.seen(Notice)
    assert world.desk.screens[:2] == [first, second]
    assert first.text == "Skipped a bank: /own/one.yaml has 1 fault. See why: backprep bank check /own/one.yaml"
    assert "has 3 faults" in second.text
    assert (first.tone, report.answered) == (Tone.WARNING, 5)


def test_when_nothing_is_due_it_says_when_something_will_be() -> None:
    """All is known: no question is asked, and the answer is the day on which the first comes back."""
    world = world_of(3)
    run(world)
    world.desk = ScriptedDesk()
    assert run_session(world, "quiz", Wanted(), 1) == Nothing("quiz", 2, 3, held_back=False)
    assert world.desk.screens == []
    world.clock.ms += 2 * 86_400_000
    world.desk = ScriptedDesk([right] * 3)
    assert run(world).answered == 3


def test_no_more_new_questions_than_were_set_out_for_a_day() -> None:
    """With five new questions a day, the sixth waits for tomorrow, also in another session."""
    world = world_of(20)
    set_to(world, "new-a-day", "5")
    assert run(world, Length(count=3)).answered == 3
    assert run(world).answered == 2
    assert run_session(world, "quiz", Wanted(), 1) == Nothing("quiz", 2, 5, held_back=True)
    world.clock.ms += 86_400_000
    assert run(world).answered == 5


def test_a_session_cut_short_by_the_limit_of_a_day_says_so() -> None:
    """Whoever asks for ten and gets five learns why, and how to get more."""
    world = world_of(20)
    set_to(world, "new-a-day", "5")
    run(world, Length(count=10))
    (notice,) = world.desk.seen(Notice)
    assert "5 instead of 10" in notice.text
    assert "backprep config" in notice.text


def test_an_area_may_have_a_limit_of_its_own() -> None:
    """One new question of Python a day, and of the rest as many as there are."""
    world = world_of(12)
    set_to(world, "new-a-day.python", "1")
    run(world)
    assert [screen.question.area for screen in world.desk.seen(Asking)].count("python") == 1


def test_no_more_comes_back_than_was_set_out_for_a_day() -> None:
    """With two reviews a day, the third question that is due waits, and new ones are asked."""
    world = world_of(6)
    run(world, Length(count=4))
    known = set(asked(world))
    world.clock.ms += 30 * 86_400_000
    set_to(world, "reviews-a-day", "2")
    world.desk = ScriptedDesk([right] * 9)
    run(world)
    assert (len(known & set(asked(world))), len(asked(world))) == (2, 4)


# Apart from the schedule ----------------------------------------------------------------------------------------


def test_cramming_moves_no_date() -> None:
    """Everything may be asked again the same day; it is recorded, and every question stands as before."""
    world = world_of(4)
    run(world)
    before = {name: world.progress.standing(name) for name in asked(world)}
    world.desk = ScriptedDesk([wrong] * 20)
    report = run_session(world, "quiz", Wanted(cram=True), 1)
    assert isinstance(report, SessionReport)
    assert (report.answered, report.right, report.cram) == (4, 0, True)
    assert before == {name: world.progress.standing(name) for name in before}
    kinds = [each.session_kind for each in world.progress.entries if isinstance(each, Review)]
    assert (kinds.count("quiz"), kinds.count("cram") >= 4) == (4, True)


def test_the_mistakes_of_today_and_of_the_week() -> None:
    """What went wrong yesterday is no mistake of today, and one of the week; a week later it is neither."""
    world = world_of(6, wrong)
    run(world, Length(count=3))
    mistaken = asked(world)[0]
    world.clock.ms += 86_400_000
    world.desk = ScriptedDesk([right] * 9)
    assert run_session(world, "quiz", Wanted(mistakes="today"), 1) == Nothing("quiz", None, 0, False, "today")
    report = run_session(world, "quiz", Wanted(mistakes="week"), 1)
    assert isinstance(report, SessionReport)
    assert [mistaken] == asked(world)
    world.clock.ms += 7 * 86_400_000
    assert run_session(world, "quiz", Wanted(mistakes="week"), 1) == Nothing("quiz", None, 0, False, "week")


# The report -----------------------------------------------------------------------------------------------------


def test_the_report_counts_by_skill_weakest_first() -> None:
    """The table at the end holds every skill that was answered, with its title, the weakest at the top."""
    questions = [
        replace(example("choice"), id="a", skill="python/gc"),
        replace(example("choice"), id="b", skill="python/gc"),
        replace(example("choice"), id="c", skill="api-design/rate-limiting"),
    ]

    def only_c(screen: Asking) -> Reply:
        return right(screen) if screen.question.id == "c" else wrong(screen)

    report = run(FakeWorld(questions, desk=ScriptedDesk([only_c] * 3)))
    assert [(each.skill, each.answered, each.right, each.share) for each in report.results] == [
        ("python/gc", 2, 0, 0.0),
        ("api-design/rate-limiting", 1, 1, 1.0),
    ]
    assert report.titles == {"python/gc": "gc", "api-design/rate-limiting": "rate limiting"}
    assert (report.answered, report.right, report.skipped) == (3, 1, 0)


@pytest.mark.parametrize(
    ("script", "answered", "interrupted", "complete"),
    [
        ([right, Wish.LEAVE], 1, False, False),
        ([right, right, KeyboardInterrupt], 2, True, False),
        ([KeyboardInterrupt], 0, True, False),
        ([], 10, False, True),
    ],
)
def test_the_report_says_how_the_session_ended(
    script: list[Any], answered: int, interrupted: bool, complete: bool
) -> None:
    """Leaving, Ctrl-C and the natural end are told apart; the answers are counted in every case."""
    report = run(world_of(20, *script))
    assert (answered, interrupted, complete) == (report.answered, report.interrupted, report.complete)


def test_an_undone_answer_is_not_in_the_report() -> None:
    """The report counts what counts in the progress file."""
    world = world_of(20, wrong, Wish.UNDO)
    report = run(world, Length(count=3))
    assert (report.answered, report.right) == (3, 3)
    assert len(list(world.progress.reviews())) == 3


def test_cards_report_by_rating() -> None:
    """A session of flashcards counts good and easy as right, and hard as half."""
    questions = [replace(example("choice"), id=f"q{at}", skill="python/gc") for at in range(4)]
    script = [step for rating in Rating for step in (Wish.NEXT, rating)]
    world = FakeWorld(questions, desk=ScriptedDesk(script))
    report = run_session(world, "cards", Wanted(), 1)
    assert isinstance(report, SessionReport)
    (result,) = report.results
    assert (report.kind, result.answered, result.right, result.share) == ("cards", 4, 2, 0.625)
