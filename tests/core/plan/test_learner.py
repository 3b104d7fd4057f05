"""How one person forgets, as far as their answers tell."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.memory import Memory, Model
from backprep.core.plan.learner import FIRST, LIKE_THE_MODEL, RECALLED, WAYS, Learner, Outcome, Way, curves

MODEL = Model()


def taught(way: Way, count: int, seed: int = 1) -> Learner:
    """Somebody who was seen to forget in some way."""
    learner, rng = Learner(MODEL), random.Random(seed)
    for _ in range(count):
        stability, days, times = rng.uniform(0.3, 60), rng.randint(1, 30), rng.randint(1, 8)
        known = rng.random() < learner.recall(way, stability, days, times)
        learner.observe(Outcome(stability, days, times, known))
    return learner


def test_nothing_known_means_the_model() -> None:
    """Before the first answer a person is taken for what the memory model says."""
    learner = Learner(MODEL)
    assert learner.way() == WAYS[LIKE_THE_MODEL]
    for stability, days in ((0.5, 1), (3.0, 7), (40.0, 90)):
        expected = MODEL.recall(Memory(stability, 5.0), days)
        assert learner.recall(learner.way(), stability, days, 3) == pytest.approx(expected)
    assert learner.first == pytest.approx(FIRST)
    assert learner.recalled == pytest.approx(RECALLED)


@given(st.sampled_from(WAYS), st.floats(0.01, 500), st.integers(1, 300), st.integers(1, 50))
def test_recall_falls_with_time_and_is_a_probability(way: Way, stability: float, days: int, times: int) -> None:
    """Whatever the way to forget: the longer ago, the less is known; a longer stability never harms."""
    learner = Learner(MODEL)
    now, later = learner.recall(way, stability, days, times), learner.recall(way, stability, days + 1, times)
    assert 1 >= now >= later >= 0
    assert learner.recall(way, stability * 2, days, times) >= now


def test_all_curves_begin_at_one_and_pass_nine_tenths() -> None:
    """A stability means the same under each of them."""
    for curve in curves(MODEL).values():
        assert curve(0) == pytest.approx(1)
        assert curve(1) == pytest.approx(0.9)


@pytest.mark.parametrize("scale", [1 / 16, 1 / 4, 4])
def test_a_person_who_forgets_otherwise_is_found_out(scale: float) -> None:
    """After two hundred answers the recall that is expected is near the person's own, and not the model's."""
    way = Way(scale, 1.0, 0.0, "model")
    learner = taught(way, 200)
    for stability, days in ((2.0, 3), (10.0, 14)):
        own = learner.recall(way, stability, days, 2)
        found = learner.recall(learner.way(), stability, days, 2)
        assert abs(found - own) < 0.12
        assert abs(found - own) <= abs(MODEL.recall(Memory(stability, 5.0), days) - own)


def test_one_slip_changes_no_mind() -> None:
    """A single surprise is no reason to think otherwise of a person."""
    learner = Learner(MODEL)
    learner.observe(Outcome(30.0, 2, 3, recalled=False))
    assert learner.way().shape == "model"
    assert learner.way().scale >= 0.25


def test_what_is_possible_narrows_with_answers() -> None:
    """The more answers, the more of the probability is with the likeliest ways."""
    top = [sum(odds for _, odds in taught(WAYS[LIKE_THE_MODEL], count).possible()[:10]) for count in (0, 50, 500)]
    assert top == sorted(top)
    assert sum(odds for _, odds in Learner(MODEL).possible()) == pytest.approx(1, abs=0.2)


def test_ratings_are_learnt() -> None:
    """Somebody who finds everything easy is expected to go on so."""
    learner = Learner(MODEL)
    for _ in range(300):
        learner.rated_first(4)
        learner.rated_recalled(4)
    assert learner.first[3] > 0.9
    assert learner.recalled[2] == 0.5
    assert sum(learner.recalled) == pytest.approx(1)
    assert RECALLED[2] < 0.2
