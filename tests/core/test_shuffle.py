"""Shuffling that is the same for ever, and fair."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.shuffle import mixed, scrambled, shuffled

SEEDS = st.integers(min_value=-(2**70), max_value=2**70)


@given(st.integers(0, 200), SEEDS)
def test_a_shuffle_loses_and_doubles_nothing(count: int, seed: int) -> None:
    """Every option is shown once, whatever the seed."""
    assert list(range(count)) == sorted(shuffled(count, seed))
    assert list(range(count)) == sorted(scrambled(count, seed))


@given(st.integers(2, 8), SEEDS)
def test_scrambled_is_never_in_order(count: int, seed: int) -> None:
    """Steps to put in order are never shown in their right order."""
    assert tuple(range(count)) != scrambled(count, seed)


def test_scrambled_turns_a_shuffle_that_changed_nothing() -> None:
    """Where the shuffle happens to leave all as it was, the first goes last; any other shuffle stays."""
    unchanged = [seed for seed in range(50) if shuffled(3, seed) == (0, 1, 2)]
    assert unchanged
    assert {(1, 2, 0)} == {scrambled(3, seed) for seed in unchanged}
    others = [seed for seed in range(50) if seed not in unchanged]
    assert [shuffled(3, seed) for seed in others] == [scrambled(3, seed) for seed in others]


@pytest.mark.parametrize("count", [0, 1])
def test_one_thing_alone_cannot_be_out_of_order(count: int) -> None:
    """Nothing, or one thing, stays what it is."""
    assert tuple(range(count)) == scrambled(count, 5)


@pytest.mark.parametrize(
    ("count", "seed", "expected"),
    [(8, 1, (4, 3, 2, 7, 5, 6, 0, 1)), (8, 2, (5, 2, 7, 4, 1, 3, 0, 6)), (6, -1, (3, 5, 0, 1, 4, 2))],
)
def test_a_seed_shuffles_alike_for_ever(count: int, seed: int, expected: tuple[int, ...]) -> None:
    """A session that was played with a seed can be played again on another machine, years later."""
    assert expected == shuffled(count, seed)


def test_the_generator_is_splitmix64() -> None:
    """The first number for the seed 1234567 is the one that every other SplitMix64 gives."""
    assert 6457827717110365317 == mixed(1234567)
    assert 13817570244787199189 == mixed(7, "cap-theorem")
    assert 9978176676550544157 == mixed(7, "cap-theorem", 3)


def test_mixing_depends_on_every_word_and_their_order() -> None:
    """Two uses of one seed do not go together."""
    uses: list[tuple[str | int, ...]] = [(), ("a",), ("b",), ("a", "b"), ("b", "a"), ("ab",), (1,), (2,), ("a", 1)]
    assert len(uses) == len({mixed(7, *use) for use in uses})
    assert mixed(7, "a") != mixed(8, "a")


@given(SEEDS, st.lists(st.one_of(st.integers(), st.text(st.characters(codec="utf-8")))))
def test_a_mixed_number_has_64_bits(seed: int, words: list[str | int]) -> None:
    """It always fits where it is stored."""
    assert 0 <= mixed(seed, *words) < 2**64


def test_every_order_comes_up_about_as_often() -> None:
    """The place of an option says nothing about whether it is right: no order is favoured."""
    counts = Counter(shuffled(3, seed) for seed in range(6000))
    assert 6 == len(counts)
    assert all(850 < times < 1150 for times in counts.values())
