"""Which rating a mark suggests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.mark import Mark
from backprep.core.rating import ANCHORS, Rating, suggest


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (Mark(1.0, True), Rating.GOOD),
        (Mark(0.99, False), Rating.GOOD),
        (Mark(0.8, False), Rating.GOOD),
        (Mark(4 / 5, False), Rating.GOOD),
        (Mark(12 / 15, False), Rating.GOOD),
        (Mark(0.79, False), Rating.HARD),
        (Mark(0.5, False), Rating.HARD),
        (Mark(0.49, False), Rating.AGAIN),
        (Mark(0.0, False), Rating.AGAIN),
        (Mark(0.9, False, capped=True), Rating.HARD),
        (Mark(0.5, False, capped=True), Rating.HARD),
        (Mark(0.4, False, capped=True), Rating.AGAIN),
    ],
)
def test_the_rating_follows_from_the_mark(mark: Mark, expected: Rating) -> None:
    """From a half on hard, from four fifths on good; with a missed point that is insisted on, hard at best."""
    assert expected is suggest(mark)


@given(st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_a_better_answer_is_never_rated_worse(one: float, other: float, capped: bool) -> None:
    """More of an answer never lowers the rating."""
    worse, better = sorted([one, other])
    assert suggest(Mark(worse, False, capped=capped)) <= suggest(Mark(better, False, capped=capped))
    assert suggest(Mark(better, False, capped=capped)) <= suggest(Mark(1.0, True)) < Rating.EASY


def test_the_numbers_and_words_of_ratings_stay() -> None:
    """The keys 1 to 4 and the numbers in the progress file mean the same for ever, and each has its description."""
    assert {1: "again", 2: "hard", 3: "good", 4: "easy"} == {rating.value: rating.label for rating in Rating}
    assert list(Rating) == list(ANCHORS)
