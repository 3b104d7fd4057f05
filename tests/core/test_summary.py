"""How a session went, skill by skill."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.rating import Rating
from backprep.core.session import Answer
from backprep.core.summary import SkillResult, by_skill


def answer(skill: str, score: float | None, right: bool = False, rating: Rating = Rating.AGAIN) -> Answer:
    """One answer of a session."""
    return Answer("r", "q", skill, rating, score, right)


ANSWERS = st.lists(
    st.builds(
        answer,
        st.sampled_from(["python/basics", "sql/joins", "sql/indexes"]),
        st.none() | st.floats(0, 1),
        st.booleans(),
        st.sampled_from(Rating),
    )
)


def test_the_weakest_skill_comes_first() -> None:
    """What needs study most stands on top; skills that went alike are in alphabetical order."""
    results = by_skill([answer("c", 1.0, right=True), answer("b", 0.5), answer("a", 0.5), answer("c", 0.0)])
    expected = [SkillResult("a", 1, 0, 0.5), SkillResult("b", 1, 0, 0.5), SkillResult("c", 2, 1, 0.5)]
    assert expected == list(results)
    assert ["b", "a"] == [result.skill for result in by_skill([answer("a", 0.6), answer("b", 0.5)])]


@pytest.mark.parametrize(
    ("rating", "share"), [(Rating.AGAIN, 0.0), (Rating.HARD, 0.5), (Rating.GOOD, 1.0), (Rating.EASY, 1.0)]
)
def test_a_flashcard_counts_by_its_rating(rating: Rating, share: float) -> None:
    """A card has no score: hard counts half, good and easy in full."""
    assert (SkillResult("a", 1, 0, share),) == by_skill([answer("a", None, rating=rating)])


def test_a_score_counts_as_it_is_whatever_the_rating() -> None:
    """A quiz answer counts with what it was worth."""
    assert (SkillResult("a", 1, 0, 0.7),) == by_skill([answer("a", 0.7, rating=Rating.EASY)])


@given(ANSWERS)
def test_every_answer_counts_once(answers: list[Answer]) -> None:
    """The table's numbers add up to the session."""
    results = by_skill(answers)
    assert len(answers) == sum(result.answered for result in results)
    assert sum(each.right for each in answers) == sum(result.right for result in results)
    assert {each.skill for each in answers} == {result.skill for result in results}
    assert all(0 <= result.share <= 1 for result in results)
    assert sorted(result.share for result in results) == [result.share for result in results]


def test_an_empty_session_has_no_table() -> None:
    """Whoever leaves at once gets no rows."""
    assert () == by_skill([])
