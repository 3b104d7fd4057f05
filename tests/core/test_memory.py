"""The memory model: it is the engine's, to the last digit."""

import pytest
from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview
from hypothesis import given, settings
from hypothesis import strategies as st

from backprep.core.memory import DEFAULTS, Memory, Model
from backprep.core.rating import Rating

HISTORIES = st.lists(
    st.tuples(st.one_of(st.just(0), st.integers(0, 400)), st.integers(1, 4)), min_size=1, max_size=30
).map(lambda steps: [(0, steps[0][1]), *steps[1:]])
ENGINE = FSRS(list(DEFAULT_PARAMETERS))
MODEL = Model()


@settings(max_examples=1000, deadline=None)
@given(HISTORIES)
def test_memories_are_the_engines_own(history: list[tuple[int, int]]) -> None:
    """After any history, same-day reviews included, stability and difficulty are what the engine computes by itself."""
    item = FSRSItem([FSRSReview(rating, days) for days, rating in history])
    expected = ENGINE.historical_memory_states(item)
    memory: Memory | None = None
    for (days, rating), state in zip(history, expected, strict=True):
        memory = MODEL.after(memory, days, Rating(rating))
        assert memory.stability == pytest.approx(state.stability, rel=1e-4)
        assert memory.difficulty == pytest.approx(state.difficulty, rel=1e-4)
    assert MODEL.run(history) == memory


@settings(max_examples=1000, deadline=None)
@given(HISTORIES, st.floats(0.7, 0.97))
def test_intervals_are_the_engines_own(history: list[tuple[int, int]], retention: float) -> None:
    """For every rating, the interval that is shown is what the engine would choose, and so is the formula's."""
    memory = MODEL.run(history)
    for rating, prospect in MODEL.prospects(memory, 3, retention).items():
        after = MODEL.after(memory, 3, rating)
        assert prospect.memory == after
        engines = ENGINE.next_interval(after.stability, retention, int(rating))
        assert prospect.interval == pytest.approx(engines, rel=1e-4)
        assert MODEL.interval(after, retention) == pytest.approx(engines, rel=1e-3)


@given(st.floats(0.01, 1000), st.floats(1, 10))
def test_recall_falls_to_nine_tenths_after_the_stability(stability: float, difficulty: float) -> None:
    """Stability is what its definition says: the days after which nine of ten are still known; before, more are."""
    memory = Memory(stability, difficulty)
    assert MODEL.recall(memory, 0) == 1
    assert MODEL.recall(memory, stability) == pytest.approx(0.9)
    assert MODEL.recall(memory, stability / 2) > 0.9 > MODEL.recall(memory, stability * 2)


@settings(max_examples=200, deadline=None)
@given(HISTORIES, st.floats(0.7, 0.97))
def test_a_question_comes_back_when_recall_has_fallen_to_what_is_wanted(
    history: list[tuple[int, int]], retention: float
) -> None:
    """Interval and recall are one curve, read in two directions."""
    memory = MODEL.run(history)
    assert MODEL.recall(memory, MODEL.interval(memory, retention)) == pytest.approx(retention)


def test_nothing_met_is_nothing_remembered() -> None:
    """Without a review there is no memory to ask for; the defaults are the engine's."""
    with pytest.raises(ValueError, match="no reviews"):
        MODEL.run([])
    assert MODEL.parameters == DEFAULTS == tuple(DEFAULT_PARAMETERS)
