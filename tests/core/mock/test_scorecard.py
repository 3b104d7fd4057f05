"""What an interview was worth."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.mock.answers import FollowedUp, Given
from backprep.core.mock.plan import Plan, Planned
from backprep.core.mock.scorecard import BANDS, band, scorecard, timing, trend, worth

PLAN = Plan(
    minutes=45,
    level="mid",
    seed=1,
    questions=tuple(
        Planned(question=name, part="technical", area="python", say=60) for name in ("one", "two", "three", "four")
    ),
    closing=200,
)


def said(name: str, score: float | None = 0.5, area: str = "python", **changes: Any) -> Given:
    """An answer of a minute that took a minute."""
    given = Given(question=name, part="technical", area=area, prompt=f"{name}?", say=60, took=60_000, score=score)
    return replace(given, **changes)


def shares(*answers: Given) -> dict[str, float | None]:
    """The four figures."""
    return {each.dimension: each.share for each in scorecard(PLAN, answers).figures}


@pytest.mark.parametrize(
    ("share", "word"),
    [
        (0, "poor"),
        (0.39, "poor"),
        (0.4, "mixed"),
        (0.64, "mixed"),
        (0.65, "good"),
        (0.85, "excellent"),
        (1, "excellent"),
    ],
)
def test_bands(share: float, word: str) -> None:
    """Where each begins."""
    assert band(share) == word


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_is_never_worse(one: float, other: float) -> None:
    """Bands rise with the share."""
    low, high = sorted((one, other))
    assert BANDS.index(band(low)) <= BANDS.index(band(high))


@pytest.mark.parametrize(
    ("seconds", "share"), [(60, 1), (30, 1), (66, 1), (120, 0), (300, 0), (93, 0.5), (6, 0), (0, 0), (18, 0.5)]
)
def test_time(seconds: int, share: float) -> None:
    """From a half to a tenth above it is in time; twice as long or a tenth is not at all."""
    assert timing(said("one", took=seconds * 1000)) == pytest.approx(share)


def test_what_was_typed_counts_by_its_words() -> None:
    """140 words are a minute, however long the typing took; the person's own pace changes that."""
    typed = said("one", words=140, took=600_000)
    assert timing(typed) == 1
    assert timing(replace(typed, words=280)) == 0
    assert timing(replace(typed, words=280), words_a_minute=280) == 1


def test_the_four_figures() -> None:
    """Content counts a skipped question as nothing; depth and communication count what was judged."""
    follow_ups = (FollowedUp(ask="a", held=3), FollowedUp(ask="b", held=2), FollowedUp(ask="c"))
    one = said("one", 1.0, follow_ups=follow_ups, structure=4, concision=1, clarity=4)
    skipped = said("two", skipped=True, score=None, took=0)
    assert shares(one, skipped) == {
        "content": 0.5,
        "depth": 0.75,
        "communication": pytest.approx(2 / 3),
        "time": 1.0,
    }


def test_nothing_is_made_up_where_nothing_was_said() -> None:
    """An interview that was left at once has no figures, and still says what to do."""
    card = scorecard(PLAN, [])
    assert {each.share for each in card.figures} == {None}
    assert {each.band for each in card.figures} == {None}
    assert (card.asked, card.skipped, card.planned, card.strongest, card.weakest) == (0, 0, 4, None, None)
    assert len(card.next) == 3
    closing = said("ask-them", part="closing", score=None)
    assert scorecard(PLAN, [closing]).asked == 0


def test_areas_weakest_first() -> None:
    """Each with the mean of its answers."""
    answers = [
        said("one", 0.9, "a"),
        said("two", 0.2, "b"),
        said("three", 0.4, "b"),
        said("four", 0.1, "c", skipped=True),
    ]
    areas = scorecard(PLAN, answers).areas
    assert [(each.area, each.questions) for each in areas] == [("c", 1), ("b", 2), ("a", 1)]
    assert areas[1].share == pytest.approx(0.3)


def test_the_strongest_and_the_weakest_answer() -> None:
    """By content first; of two alike, by depth and by how they were said. A skipped one is neither."""
    plain, deep = said("one"), said("two", follow_ups=(FollowedUp(ask="a", held=3),))
    poor = said("three", structure=1, concision=1, clarity=1)
    card = scorecard(PLAN, [plain, deep, poor, said("four", 1.0, skipped=True)])
    assert card.strongest == deep
    assert card.weakest == poor
    assert (card.asked, card.skipped) == (4, 1)
    assert worth(plain) == pytest.approx(0.5)
    assert worth(replace(plain, score=None)) == 0
    assert scorecard(PLAN, [plain]).weakest is None


def test_three_things_to_do_next_none_twice() -> None:
    """The weakest area, the skipped question, the story that was missing; in this order."""
    answers = [
        said("one", 0.3),
        said("two", 0.0, "sql-mysql", skipped=True),
        said("three", 0.2, "behavioural-communication-career", part="behavioural"),
    ]
    assert [each.command for each in scorecard(PLAN, answers).next] == [
        "backprep quiz --area sql-mysql",
        "backprep show two",
        "backprep story new",
    ]


def test_what_went_well_is_not_sent_back_to_practice() -> None:
    """Who was excellent at everything is sent to what is due, to the end of the interview, and a step higher."""
    best: dict[str, Any] = {"structure": 4, "concision": 4, "clarity": 4, "follow_ups": (FollowedUp(ask="a", held=3),)}
    card = scorecard(PLAN, [said("one", 1.0, **best), said("two", 0.9, **best)])
    assert [each.command for each in card.next] == [
        "backprep quiz",
        "backprep ask-them",
        "backprep mock --minutes 45 --level senior",
    ]


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"structure": 2, "concision": 2, "clarity": 2}, "how you say it"),
        ({"structure": 4, "concision": 4, "clarity": 4, "took": 600_000}, "too long"),
        (
            {"structure": 4, "concision": 4, "clarity": 4, "follow_ups": (FollowedUp(ask="a", held=1),)},
            "follow-ups",
        ),
    ],
)
def test_good_answers_that_lack_something_else(changes: dict[str, Any], word: str) -> None:
    """Communication, time and depth are practised in a short interview."""
    card = scorecard(PLAN, [said("one", 1.0, **changes), said("two", 1.0, **changes)])
    found = [each for each in card.next if each.command == "backprep mock --minutes 20 --level mid"]
    assert len(found) == 1
    assert word in found[0].why


def test_a_good_technical_interview_with_a_poor_story() -> None:
    """The area is not sent to practice, the story is; the weakest answer is shown."""
    best: dict[str, Any] = {"structure": 4, "concision": 4, "clarity": 4}
    card = scorecard(PLAN, [said("one", 1.0, **best), said("two", 0.3, "behavioural-communication-career", **best)])
    assert [each.command for each in card.next] == ["backprep show two", "backprep story new", "backprep quiz"]


def test_the_trend_leaves_out_what_has_no_figure() -> None:
    """Interviews in their order."""
    cards = [scorecard(PLAN, [said("one", score)]) for score in (0.2, 0.8)]
    assert trend([scorecard(PLAN, []), *cards]) == {"content": (0.2, 0.8), "time": (1.0, 1.0)}


def test_seniors_go_on_as_seniors() -> None:
    """There is no level above."""
    card = scorecard(replace(PLAN, level="senior"), [])
    assert card.next[-1].command == "backprep mock --minutes 45 --level senior"
