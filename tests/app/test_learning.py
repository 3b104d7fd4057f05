"""What the answers say about the memory model."""

from dataclasses import replace

import pytest

from app.players import right
from backprep.app.learning import adopt, find_fit, memory_report, steps_of
from backprep.app.run import Length, Wanted, run_session
from backprep.app.settings import choose
from backprep.app.statistics import stats_report
from backprep.core.instant import Instant
from backprep.core.memory import DEFAULTS, Model
from backprep.core.rating import Rating
from backprep.core.reply import Wish
from backprep.core.review import Reset, Retraction, Review
from backprep.core.tune import LEAST, Tuning
from core.test_predicting import draw
from fakes import FakeWorld, ScriptedDesk
from ui.samples import example

DAY = 86_400_000


def answered(*days: float, question: str = "q", rating: int = 3) -> list[Review]:
    """Reviews of one question on some days."""
    return [
        Review(
            id=f"{question}-{number}",
            session="s",
            session_kind="quiz",
            question=question,
            content="c",
            at=Instant(round(20_000.5 * DAY + day * DAY)),
            rating=Rating(rating),
            score=1.0,
            took=30_000,
        )
        for number, day in enumerate(days)
    ]


def world_with(*reviews: Review) -> FakeWorld:
    """A world in which these answers were given."""
    world = FakeWorld([])
    world.progress.record(*reviews)
    return world


def test_without_answers_there_is_nothing_to_compare() -> None:
    """Neither for somebody new, nor for somebody who studied on one day."""
    assert memory_report(world_with()).predictions == 0
    report = memory_report(world_with(*answered(0, 0.1)))
    assert (report.reviews, report.predictions, report.plain) == (2, 0, None)


def test_predicted_and_actual_recall() -> None:
    """All that came a day or more later is compared, what was taken back or crammed is not."""
    first, second, third = answered(0, 3, 9)
    crammed = replace(first, id="crammed", session_kind="cram", at=Instant(third.at.ms + DAY))
    undone = replace(first, id="undone", at=Instant(third.at.ms + 2 * DAY), rating=Rating.AGAIN)
    world = world_with(first, second, third, crammed, undone)
    world.progress.record(Retraction(id="r", review="undone", at=Instant(0)))
    report = memory_report(world)
    assert (report.reviews, report.predictions, report.recalled) == (3, 2, 1.0)
    assert report.plain
    assert report.plain.auc is None
    model = Model()
    memory = model.run([(0, 3)])
    assert report.plain.bins[0].predicted <= model.recall(memory, 3) <= report.plain.bins[-1].predicted + 0.1


def test_after_a_reset_a_question_is_another_one() -> None:
    """The first answer after a reset predicts nothing and is predicted by nothing."""
    world = world_with(*answered(0, 3, 9))
    world.progress.record(Reset(id="x", question="q", at=Instant(round(20_005.5 * DAY))))
    assert [step.question for step in steps_of(world.progress)] == ["q", "q", "q 1"]
    assert memory_report(world).predictions == 1


def test_what_was_studied_in_all() -> None:
    """Days are study days; an answer that was left open over lunch counts five minutes."""
    reviews = answered(0, 0.1, 3)
    world = world_with(*reviews, *answered(0, question="other"), replace(reviews[0], id="z", took=9_000_000))
    report = stats_report(world).statistics
    assert (report.answers, report.questions, len(report.days)) == (5, 2, 2)
    assert report.minutes == pytest.approx(4 * 0.5 + 5)


def test_too_little_is_not_fitted() -> None:
    """A few answers leave the model as it is."""
    tuning = find_fit(world_with(*answered(0, 3, 9)))
    assert (tuning.reviews, tuning.parameters) == (2, None)
    assert tuning.reviews < LEAST
    with pytest.raises(ValueError, match="nothing to adopt"):
        adopt(world_with(), tuning)


def test_an_adopted_fit_moves_the_dates_and_can_be_let_go() -> None:
    """The parameters are a setting: what follows from them is derived anew, and a reset goes back."""
    world = world_with(*answered(0, 3, 9))
    before = world.progress.standing("q")
    fast = tuple(value * (0.3 if at < 4 else 1) for at, value in enumerate(DEFAULTS))
    adopt(world, Tuning(500, 0.5, 0.4, fast))
    after = world.progress.standing("q")
    assert before
    assert after
    assert after.due_day < before.due_day
    assert world.progress.settings().value("parameters") == pytest.approx(fast, rel=1e-5)


def test_a_fit_to_ones_own_log() -> None:
    """From the answers in the progress file to parameters that predict the newest of them better."""
    fast = Model(tuple(value * (0.3 if at < 4 else 1) for at, value in enumerate(DEFAULTS)))
    (plain,) = answered(0)
    world = world_with(
        *(
            replace(plain, id=f"{number:05d}", question=step.question, at=step.at, rating=step.rating)
            for number, step in enumerate(draw(4000, 2, fast))
        )
    )
    tuning = find_fit(world)
    assert tuning.parameters
    assert tuning.before
    assert tuning.after
    assert tuning.after < tuning.before


def test_how_sure_they_were_is_asked_kept_and_shown() -> None:
    """With the option each answer but a story asks before the reveal; what was said is in the log and in stats."""
    questions = [replace(example(kind), id=kind, skill=f"area-{kind}/s") for kind in ("choice", "open", "story")]
    world = FakeWorld(questions, desk=ScriptedDesk([right] * 9))
    world.desk.sure = [2, 4]
    run_session(world, "quiz", Wanted(confidence=True), 1)
    kept = {each.question: each.confidence for each in world.progress.reviews()}
    assert kept["story"] is None
    assert sorted(each or 0 for each in kept.values()) == [0, 2, 4]
    assert [(each.step, each.count) for each in stats_report(world).statistics.confidence] == [(2, 1), (4, 1)]


def test_who_does_not_ask_for_it_is_not_asked_how_sure_they_are() -> None:
    """Neither without the option, nor with flashcards; the setting asks in every quiz."""
    world = FakeWorld([replace(example("choice"), id=f"q{at}") for at in range(3)], desk=ScriptedDesk([right] * 9))
    run_session(world, "quiz", Wanted(length=Length(count=1)), 1)
    assert [each.confidence for each in world.progress.reviews()] == [None]
    choose(world, "confidence", "on")
    run_session(world, "quiz", Wanted(length=Length(count=1)), 1)
    assert [each.confidence for each in world.progress.reviews()] == [None, 4]


def test_leaving_instead_of_saying_how_sure_records_nothing() -> None:
    """The answer was not revealed yet, so it does not count."""
    world = FakeWorld([example("choice")], desk=ScriptedDesk([right]))
    world.desk.sure = [Wish.LEAVE]
    run_session(world, "quiz", Wanted(confidence=True), 1)
    assert list(world.progress.reviews()) == []
