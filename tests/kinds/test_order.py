"""Put in order: what counts is how many pairs of steps stand the right way round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.gesture import PutInOrder, present
from backprep.core.mark import Mark, Verdict
from backprep.core.reply import Ordered
from backprep.kinds.order import KIND
from builders import faults, order

ORDERS = st.integers(3, 8).flatmap(lambda count: st.permutations(range(count)))


def mark(given_order: list[int]) -> Mark:
    """What an order of the author's positions is worth."""
    return KIND.mark(order(*(f"step {at}" for at in range(len(given_order)))), Ordered(tuple(given_order)))


@given(ORDERS)
def test_only_the_right_order_is_right(replied: list[int]) -> None:
    """The word right and the full score are for the right order alone."""
    got = mark(replied)
    assert (replied == sorted(replied)) == got.right == (got.score == 1)
    assert 0 <= got.score <= 1


@given(ORDERS)
def test_an_order_or_its_reverse_earns_nothing(replied: list[int]) -> None:
    """A pair stands one way or the other: whoever guesses gains nothing on average."""
    assert 0 == min(mark(replied).score, mark(replied[::-1]).score)


@given(ORDERS, st.data())
def test_putting_neighbours_right_never_costs(replied: list[int], data: st.DataObject) -> None:
    """Two neighbours put the right way round earn one pair, counted as right and no more as wrong."""
    at = data.draw(st.integers(0, len(replied) - 2))
    one, other = sorted(replied[at : at + 2])
    worse, better = ([*replied[:at], *two, *replied[at + 2 :]] for two in ((other, one), (one, other)))
    pairs = len(replied) * (len(replied) - 1) // 2
    gained = mark(better).score - mark(worse).score
    assert gained == pytest.approx(2 / pairs) or mark(worse).score == 0 <= gained < 2 / pairs


@given(ORDERS)
def test_every_step_out_of_place_says_where_it_was_put(replied: list[int]) -> None:
    """Steps are listed in the right order with their reasons, and a misplaced one says where the person had it."""
    parts = mark(replied).parts
    assert [(f"step {at}", f"why step {at}") for at in range(len(replied))] == [(each.text, each.why) for each in parts]
    for at, part in enumerate(parts):
        put = replied.index(at)
        expected = (Verdict.RIGHT, None) if put == at else (Verdict.WRONG, f"you put it at {put + 1}")
        assert expected == (part.verdict, part.note)


@pytest.mark.parametrize(
    ("replied", "note"),
    [([0, 1, 2], "3 of 3 pairs in order"), ([1, 0, 2], "2 of 3 pairs in order"), ([2, 1, 0], "0 of 3 pairs in order")],
)
def test_the_note_counts_the_pairs(replied: list[int], note: str) -> None:
    """The person reads how many pairs stand the right way round, out of how many."""
    assert note == mark(replied).note


@given(st.integers(3, 8), st.integers())
def test_the_steps_are_never_shown_in_the_right_order(count: int, seed: int) -> None:
    """Whoever leaves everything as it was shown is never right."""
    steps = tuple(f"step {at}" for at in range(count))
    presented = present(KIND.gesture(order(*steps)), seed)
    assert isinstance(presented.gesture, PutInOrder)
    assert sorted(steps) == sorted(presented.gesture.options)
    assert steps != presented.gesture.options
    untouched = presented.to_author(Ordered(tuple(range(count))))
    assert not KIND.mark(order(*steps), untouched).right


def test_the_back_of_a_card_numbers_the_steps() -> None:
    """Turning the card shows the steps in order, with their numbers."""
    assert ("1. wake", "2. rise", "3. shine") == KIND.back(order("wake", "rise", "shine"))


def test_an_author_is_told_what_is_wrong() -> None:
    """Too few or too many steps, a step that is there twice and a missing explanation are faults; limits are not."""
    assert [(("steps",), "step-count")] == faults(order("a", "b"))
    assert [(("steps",), "step-count")] == faults(order(*"abcdefghi"))
    assert [(("steps", 2), "repeated-step")] == faults(order("go on", "stop", "Go  on"))
    assert [((), "no-answer")] == faults(order("a", "b", "c", answer=None))
    assert [] == faults(order(*"abc")) + faults(order(*"abcdefgh"))
