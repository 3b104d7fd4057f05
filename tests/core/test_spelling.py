"""Slips, likeness and diffs, letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.mark import Change, Segment
from backprep.core.spelling import alike, diff, folded, likeness, one_slip, slipped

WORDS = st.text("ab", max_size=5)


def slips_of(word: str, letters: str) -> set[str]:
    """Every word that one slip makes, spelt out as Damerau defines them."""
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    left_out = {left + right[1:] for left, right in parts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in parts if len(right) > 1}
    changed = {left + letter + right[1:] for left, right in parts if right for letter in letters}
    added = {left + letter + right for left, right in parts for letter in letters}
    return {word} | left_out | swapped | changed | added


@given(WORDS, WORDS)
def test_one_slip_is_one_letter_added_left_out_changed_or_swapped(one: str, other: str) -> None:
    """What counts as one slip is exactly Damerau's set, from either side."""
    expected = other in slips_of(one, "ab")
    assert expected == one_slip(one, other)
    assert expected == one_slip(other, one)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """How a text is read does not depend on whether it was read before."""
    assert folded(text) == folded(folded(text))


@given(st.text(), st.text())
def test_what_is_alike_is_no_less_than_a_slip_apart(given_text: str, listed: str) -> None:
    """A looser reading never turns down what a stricter one takes."""
    if alike(given_text, listed):
        assert slipped(given_text, listed)


@pytest.mark.parametrize("nothing", ["", " \t", "\u200b", "\u00ad "])
def test_nothing_is_like_nothing(nothing: str) -> None:
    """An answer that is blank is not met by typing nothing."""
    assert not alike(nothing, nothing)
    assert not slipped(nothing, nothing)


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_share(one: str, other: str) -> None:
    """Likeness goes from nothing in common to the same."""
    assert 0 <= likeness(one, other) <= 1
    assert 1 == likeness(one, one)


def test_a_diff_shows_what_is_too_much_and_what_lacks() -> None:
    """The person sees the letters that they have too many and those that they lack, and no fuss about case."""
    expected = (
        Segment(Change.SAME, "Idempot"),
        Segment(Change.EXTRA, "a"),
        Segment(Change.LACKING, "e"),
        Segment(Change.SAME, "nt"),
    )
    assert expected == diff("IDEMPOTaNT", "Idempotent")


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_diff_reads_as_both_texts(one: str, other: str) -> None:
    """Nothing is lost: what is the same with what is too much is the one text, with what lacks the other."""
    segments = diff(one, other)
    assert other == "".join(each.text for each in segments if each.change is not Change.EXTRA)
    assert one.casefold() == "".join(each.text for each in segments if each.change is not Change.LACKING).casefold()
    assert all(each.text for each in segments)
