"""How often being sure was justified."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.confidence import ENOUGH, Sureness, sureness, verdict

ANSWERS = st.lists(st.tuples(st.integers(1, 4), st.floats(0, 1)), max_size=60)


@given(ANSWERS)
def test_every_answer_is_counted_once(answers: list[tuple[int, float]]) -> None:
    """Steps in order, none empty, and nothing lost; from four fifths on an answer is right."""
    found = sureness(answers)
    assert sorted({step for step, _ in answers}) == [each.step for each in found]
    assert sum(each.count for each in found) == len(answers)
    assert sum(each.right for each in found) == sum(score >= 0.8 for _, score in answers)
    assert all(0 <= each.share <= 1 for each in found)
    assert (verdict(found) is None) == (len(answers) < ENOUGH)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((Sureness(4, 12, 6), Sureness(3, 8, 6)), "certain you were right 6 times of 12"),
        ((Sureness(1, 6, 5), Sureness(2, 8, 7), Sureness(4, 10, 10)), "right 12 times of 14: you know more"),
        ((Sureness(4, 20, 19),), "trust your certainty: it was right 19 times of 20"),
        ((Sureness(3, 20, 10),), "seldom certain"),
        ((Sureness(4, 19, 3),), None),
    ],
)
def test_what_it_means(found: tuple[Sureness, ...], said: str | None) -> None:
    """Too sure, too modest, just right, never sure, and too few to say."""
    sentence = verdict(found)
    assert (said is None and sentence is None) or (said or "") in (sentence or "")
