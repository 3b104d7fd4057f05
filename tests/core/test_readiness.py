"""How ready a person is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.memory import Memory, Model
from backprep.core.readiness import Held, readiness, streak

MODEL = Model()
MET = st.lists(st.tuples(st.floats(0.1, 500), st.integers(0, 400)), max_size=6).map(tuple)
AREAS = st.lists(
    st.builds(
        lambda level, met, more: Held(level, len(met) + more, met),
        st.sampled_from(["junior", "mid", "senior"]),
        MET,
        st.integers(0, 40),
    ),
    max_size=4,
)


def test_readiness_by_hand() -> None:
    """Two junior questions, one known for certain today; two senior ones, of which none was met, count half each."""
    found = readiness([Held("junior", 2, ((10.0, 0),)), Held("senior", 2)], MODEL)
    assert found.share == pytest.approx(1 / 3)
    assert found.after == pytest.approx((1 + 0.9 + 0.45 + 0.45) / 3)
    assert (found.met, found.questions) == (1, 4)


def test_what_was_met_fades() -> None:
    """Without study readiness falls day by day, as recall does."""
    shares = [readiness([Held("mid", 1, ((10.0, day),))], MODEL).share for day in (0, 5, 10, 100)]
    assert shares == sorted(shares, reverse=True)
    assert shares[2] == pytest.approx(MODEL.recall(Memory(10, 5), 10)) == pytest.approx(0.9)


@given(AREAS)
def test_it_is_a_share_and_a_session_never_harms(area: list[Held]) -> None:
    """Between nothing and everything, whatever there is; one session more is never less."""
    found = readiness(area, MODEL)
    assert 0 <= found.share <= 1
    assert found.share - 1e-9 <= found.after <= 1
    assert found.met <= found.questions
    if not found.met:
        assert found.share == 0


@pytest.mark.parametrize(
    ("days", "count"), [([], 0), ([10], 1), ([9], 1), ([8], 0), ([7, 8, 9], 3), ([10, 9, 9, 7], 2), ([11], 0)]
)
def test_days_in_a_row(days: list[int], count: int) -> None:
    """Up to today (the tenth), and a day that is not over yet breaks nothing."""
    assert streak(days, 10) == count
