"""Say it aloud: the weights of the points that were covered, capped where an interviewer would not let it pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.gesture import SpeakThenTick
from backprep.core.mark import Mark, Verdict
from backprep.core.rating import Rating, suggest
from backprep.core.reply import Ticked
from backprep.kinds.open import CAP, DEFAULT_SAY, KIND
from builders import faults, open_question


@st.composite
def weighed(draw: st.DrawFn) -> tuple[list[int], set[int], frozenset[int]]:
    """Weights that sum to 100, the points that are insisted on, and those that were ticked."""
    cuts = sorted(draw(st.sets(st.integers(1, 99), max_size=7)))
    weights = [to - at for at, to in zip([0, *cuts], [*cuts, 100], strict=True)]
    places = st.integers(0, len(weights) - 1)
    return weights, draw(st.sets(places)), draw(st.frozensets(places))


def mark(weights: list[int], must: set[int], ticked: frozenset[int]) -> Mark:
    """What the ticked points are worth."""
    return KIND.mark(open_question(*weights, must=must), Ticked(ticked))


@given(weighed())
def test_the_mark_is_the_weight_of_what_was_covered(drawn: tuple[list[int], set[int], frozenset[int]]) -> None:
    """Without a point that is insisted on, the score is the sum of the weights of the ticked points."""
    weights, _, ticked = drawn
    got = mark(weights, set(), ticked)
    assert sum(weights[at] for at in ticked) / 100 == got.score
    assert f"{sum(weights[at] for at in ticked)} of 100" == got.note
    assert (len(ticked) == len(weights)) == got.right
    assert not got.capped


@given(weighed())
def test_missing_a_point_that_is_insisted_on_caps_the_mark(drawn: tuple[list[int], set[int], frozenset[int]]) -> None:
    """Whoever misses such a point gets at most half, and hard at best, however much else they said."""
    weights, must, ticked = drawn
    got, uncapped = mark(weights, must, ticked), mark(weights, set(), ticked)
    missed = bool(must - ticked)
    assert missed == got.capped
    assert (min(uncapped.score, CAP / 100) if missed else uncapped.score) == got.score
    assert ("capped from" in (got.note or "")) == (got.score < uncapped.score)
    if missed:
        assert suggest(got) <= Rating.HARD
        assert not got.right


@given(weighed(), st.integers(0, 7))
def test_another_point_never_costs(drawn: tuple[list[int], set[int], frozenset[int]], more: int) -> None:
    """Covering one point more never lowers the score or the rating."""
    weights, must, ticked = drawn
    before, after = mark(weights, must, ticked), mark(weights, must, ticked | {more % len(weights)})
    assert before.score <= after.score
    assert suggest(before) <= suggest(after)


@given(weighed())
def test_every_point_says_what_it_weighs_and_whether_it_is_insisted_on(
    drawn: tuple[list[int], set[int], frozenset[int]],
) -> None:
    """The person sees for each point whether it was covered, what it weighs, and which are insisted on."""
    weights, must, ticked = drawn
    expected = [
        (
            f"point {at}",
            Verdict.RIGHT if at in ticked else Verdict.MISSED,
            f"{weight} points, insisted on" if at in must else f"{weight} points",
        )
        for at, weight in enumerate(weights)
    ]
    assert expected == [(part.text, part.verdict, part.note) for part in mark(weights, must, ticked).parts]


@pytest.mark.parametrize(
    ("ticked", "score", "note", "rating"),
    [
        ({0, 1, 2}, 1.0, "100 of 100", Rating.GOOD),
        ({0, 1}, 0.8, "80 of 100", Rating.GOOD),
        ({0, 2}, 0.6, "60 of 100", Rating.HARD),
        (
            {1, 2},
            0.5,
            "50 of 100 (capped from 60: a point was missed that an interviewer insists on)",
            Rating.HARD,
        ),
        ({1}, 0.4, "40 of 100", Rating.AGAIN),
        (set(), 0.0, "0 of 100", Rating.AGAIN),
    ],
)
def test_an_answer_is_rated_by_its_share(ticked: set[int], score: float, note: str, rating: Rating) -> None:
    """Of points that weigh 40 (insisted on), 40 and 20, these are the marks and the ratings that follow."""
    got = mark([40, 40, 20], {0}, frozenset(ticked))
    assert (score, note, rating) == (got.score, got.note, suggest(got))


def test_half_is_not_capped_to_half() -> None:
    """Where what was covered is no more than the cap, nothing is said about a cap, and hard is still the best."""
    got = mark([50, 50], {0}, frozenset({1}))
    assert (0.5, "50 of 100", True, Rating.HARD) == (got.score, got.note, got.capped, suggest(got))


def test_the_time_to_speak_is_the_authors_or_the_usual_one() -> None:
    """The clock runs against what the author gives, and else against a minute and a half."""
    points = ("point 0", "point 1")
    assert SpeakThenTick(120, points) == KIND.gesture(open_question(60, 40, say=120))
    assert SpeakThenTick(DEFAULT_SAY, points) == KIND.gesture(open_question(60, 40))


def test_the_back_of_a_card_is_the_answer_and_its_points() -> None:
    """Turning the card shows the model answer, and under it the points."""
    assert ("So.", "- point 0\n- point 1") == KIND.back(open_question(60, 40))
    assert ("- point 0",) == KIND.back(open_question(100, answer=None))


def test_an_author_is_told_what_is_wrong() -> None:
    """Weights that do not sum to 100 or are not above 0, a point that is there twice, a missing answer are faults."""
    assert [] == faults(open_question(100)) + faults(open_question(1, 99))
    assert [(("key_points",), "weights")] == faults(open_question(60, 39))
    assert [(("key_points",), "weights")] == faults(open_question())
    assert [(("key_points", 1, "weight"), "weight-range")] == faults(open_question(100, 0))
    assert [(("key_points", 0, "weight"), "weight-range")] == faults(open_question(-20, 120))
    assert [((), "no-answer")] == faults(open_question(100, answer=None))
    doubled = open_question(60, 40)
    twins = (doubled.key_points[0], open_question(60, 40).key_points[0])
    assert (("key_points", 1), "repeated-point") in faults(open_question(60, 40, key_points=twins))


@pytest.mark.parametrize(("total", "by"), [([60, 39], "1 in all"), ([60, 70], "30 in all")])
def test_an_author_is_told_by_how_much_the_weights_are_off(total: list[int], by: str) -> None:
    """The hint saves the author the sum."""
    (problem,) = KIND.problems(open_question(*total))
    assert f"Raise or lower some by {by}." == problem.hint
