"""What answers add up to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.statistics import AGES, Day, Hard, Look, Pace, Recalled, age_name, statistics

KNOWN = {"a": ("choice", "junior"), "b": ("open", "senior")}


def look(question: str = "a", day: int = 0, rating: int = 3, took: int = 10_000, **changes: object) -> Look:
    """An answer."""
    return Look(question, day, rating, took, **changes)  # type: ignore[arg-type]


def test_nothing_adds_up_to_nothing() -> None:
    """No figure is made up."""
    found = statistics([], {})
    assert (found.answers, found.questions, found.minutes, found.days, found.retention) == (0, 0, 0, (), None)


def test_work_is_counted_by_study_day() -> None:
    """Answers and minutes; an answer that was left lying counts five minutes."""
    found = statistics([look(day=3, took=30_000), look(day=5, took=9_000_000), look("b", 5, took=30_000)], KNOWN)
    assert found.days == (Day(3, 1, 0.5), Day(5, 2, 5.5))
    assert (found.answers, found.questions, found.minutes) == (3, 2, 6.0)


def test_retention_is_what_was_recalled_on_a_later_day() -> None:
    """The first answer, another one on the same day, and crammed ones tell nothing; 'again' is not recalled."""
    looks = [look(day=0), look(day=0, rating=1), look(day=2, rating=1), look(day=9, rating=2), look("b", 9, rating=4)]
    looks += [look("b", 40, crammed=True), look("b", 80, rating=3)]
    found = statistics(looks, KNOWN)
    assert found.retention == Recalled("all", 3, 2)
    assert found.by_level == (Recalled("junior", 2, 1), Recalled("senior", 1, 1))
    assert found.by_age == (
        Recalled("1 to 3 days", 1, 0),
        Recalled("4 to 7 days", 1, 1),
        Recalled("over 60 days", 1, 1),
    )
    assert found.answers == 7


@pytest.mark.parametrize(
    ("days", "name"),
    [
        (1, "1 to 3 days"),
        (3, "1 to 3 days"),
        (4, "4 to 7 days"),
        (8, "8 to 21 days"),
        (22, "22 to 60 days"),
        (61, "over 60 days"),
    ],
)
def test_ages_have_no_gaps(days: int, name: str) -> None:
    """Each number of days is in one class."""
    assert [each.name for each in statistics([look(), look(day=days)], {}).by_age] == [name]
    assert age_name(len(AGES) - 1) == "over 60 days"


def test_the_time_for_an_answer_is_the_median_of_its_kind() -> None:
    """A question that has left the banks has no kind any more, and still counts."""
    looks = [look(took=1_000), look(took=3_000), look(took=200_000), look("b", took=4_000), look("gone", took=1)]
    found = statistics(looks, KNOWN)
    assert found.pace == (Pace("choice", 3, 3.0), Pace("open", 1, 4.0))
    assert found.answers == 5


def test_the_hardest_were_failed_more_than_once() -> None:
    """Most often first; of two alike the one that was asked less often."""
    looks = [
        look(name, rating=rating)
        for name, ratings in {"a": "1131", "b": "113", "c": "13", "d": "11"}.items()
        for rating in map(int, ratings)
    ]
    assert statistics(looks, {}).hardest == (Hard("a", 3, 4), Hard("d", 2, 2), Hard("b", 2, 3))


def test_since_narrows_what_is_counted() -> None:
    """What came before still tells how old a memory was."""
    looks = [look(day=0), look(day=10, rating=1), look("b", 10), look("b", 12)]
    since = statistics(looks, KNOWN, since=10)
    assert (since.answers, since.questions, since.retention) == (3, 2, Recalled("all", 2, 1))
    assert statistics(looks, KNOWN, since=13).answers == 0


def test_confidence_needs_a_score() -> None:
    """A flashcard has none."""
    looks = [look(confidence=4, score=1.0), look(confidence=4, score=0.2), look(confidence=2), look(score=1.0)]
    (step,) = statistics(looks, KNOWN).confidence
    assert (step.step, step.count, step.right) == (4, 2, 1)


@given(
    st.lists(
        st.builds(look, st.sampled_from("abc"), st.integers(0, 200), st.integers(1, 4), st.integers(0, 10**7)),
        max_size=40,
    )
)
def test_the_parts_sum_to_the_whole(looks: list[Look]) -> None:
    """Days, ratings and ages each hold every answer that they are about once."""
    looks.sort(key=lambda each: each.day)
    found = statistics(looks, KNOWN)
    assert sum(each.answers for each in found.days) == sum(found.ratings.values()) == found.answers == len(looks)
    assert sum(each.minutes for each in found.days) == pytest.approx(found.minutes)
    assert sum(each.answers for each in found.by_age) == (found.retention.answers if found.retention else 0)
