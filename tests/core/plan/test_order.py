"""Which question deserves the next minute."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprep.core.memory import Memory, Model
from backprep.core.plan.learner import Learner
from backprep.core.plan.order import ENOUGH, Item, Known, order
from backprep.core.plan.worth import PRICES, Worths, level, roundly
from backprep.core.rating import Rating

MODEL = Model()
WORTHS = Worths(MODEL)
KNOWN = st.builds(Known, st.floats(0.05, 300), st.floats(1, 10), st.integers(0, 90), st.integers(1, 12))
ITEMS = st.lists(st.tuples(st.floats(0.1, 5), st.floats(10, 300), st.none() | KNOWN), min_size=1, max_size=12).map(
    lambda rows: [Item(str(at), *row) for at, row in enumerate(rows)]
)


def sure() -> Learner:
    """Somebody of whom enough is known: a day does not begin with probes."""
    learner = Learner(MODEL)
    learner.seen = ENOUGH
    return learner


def first(items: list[Item], left: int, minutes: float = 60) -> str:
    """The question that is asked first."""
    return order(items, left, minutes * 60, sure(), WORTHS)[0].id


def known(days: int, stability: float = 5.0, difficulty: float = 5.0, times: int = 2) -> Known:
    """A question that was met."""
    return Known(stability, difficulty, days, times)


@settings(max_examples=60, deadline=None)
@given(ITEMS, st.integers(1, 60), st.floats(60, 1e5))
def test_everything_has_its_place_once(items: list[Item], left: int, seconds: float) -> None:
    """Every question is in the order once, but for those that were answered today; the same again gives the same."""
    ranked = order(items, left, seconds, Learner(MODEL), WORTHS)
    asked = [each.id for each in items if each.known is None or each.known.days > 0]
    assert sorted(each.id for each in ranked) == sorted(asked)
    assert ranked == order(items, left, seconds, Learner(MODEL), WORTHS)


@settings(max_examples=40, deadline=None)
@given(KNOWN.filter(lambda each: each.days > 0))
def test_what_counts_more_or_takes_less_comes_first(met: Known) -> None:
    """On the eve, of questions that stand alike: the one that counts twice, and the one that takes half the time."""
    alike = [Item("plain", 1, 60, met), Item("heavy", 2, 60, met), Item("quick", 1, 30, met)]
    ranked = {each.id: each.worth for each in order(alike, 1, 600, sure(), WORTHS)}
    assert ranked["heavy"] == ranked["quick"] == pytest.approx(2 * ranked["plain"])


def test_on_the_eve_what_is_half_forgotten_beats_what_is_known() -> None:
    """With one day left, a review adds most where most is missing."""
    items = [Item("known", 1, 60, known(1, 60.0)), Item("fading", 1, 60, known(20, 3.0)), Item("new", 1, 60, None)]
    assert [each.id for each in order(items, 1, 600, sure(), WORTHS)] == ["new", "fading", "known"]


def test_what_was_learnt_yesterday_waits() -> None:
    """With weeks to go, repeating what was met yesterday gains less than what was met a week ago."""
    items = [Item("yesterday", 1, 60, known(1, 3.0)), Item("week", 1, 60, known(7, 3.0))]
    assert first(items, 21) == "week"


def test_nothing_is_planned_for_which_there_is_no_time() -> None:
    """With an hour for a hundred questions, some are left out, those that count least for their time."""
    items = [Item(f"{at}", 1 + at / 20, 60, None) for at in range(100)]
    ranked = order(items, 5, 3600, sure(), WORTHS)
    planned = [int(each.id) for each in ranked if each.planned]
    assert 0 < len(planned) < 80
    assert planned == [int(each.id) for each in ranked[: len(planned)]]
    assert set(planned) == set(range(100 - len(planned), 100))


def test_an_interview_far_off_can_be_planned_for() -> None:
    """With most of a year to go there is an order too."""
    items = [Item("new", 1, 60, None), Item("met", 1, 60, known(3)), Item("old", 1, 60, known(500, 90.0, 3.0, 9))]
    assert {each.id for each in order(items, 300, 1e6, sure(), WORTHS)} == {"new", "met", "old"}


def test_with_time_for_everything_everything_is_planned() -> None:
    """Nobody is told to leave out a question that there is time for."""
    items = [Item(f"{at}", 1, 60, None) for at in range(20)]
    assert all(each.planned for each in order(items, 10, 10 * 3600, sure(), WORTHS))


def test_a_day_begins_with_what_tells_how_one_forgets() -> None:
    """As long as little is known of a person, three repeats come first, and are marked."""
    items = [Item(f"n{at}", 3, 30, None) for at in range(5)] + [Item(f"m{at}", 1, 60, known(2)) for at in range(6)]
    ranked = order(items, 7, 3600, Learner(MODEL), WORTHS)
    assert [each.probe for each in ranked[:4]] == [True, True, True, False]
    assert all(each.id.startswith("m") for each in ranked[:3])
    assert not any(each.probe for each in order(items, 7, 3600, sure(), WORTHS))


def test_the_plan_beats_the_clock() -> None:
    """Played to the end, more is known on the day than with what is due first and then what is new."""
    planned, scheduled = (sum(play(how, seed) for seed in range(6)) / 6 for how in ("plan", "due"))
    assert planned > 1.1 * scheduled


def play(how: str, seed: int) -> float:
    """The share of sixty questions that somebody like the model knows after a week of ten minutes a day."""
    rng = random.Random(seed)
    weights = [rng.choice((1, 2, 3)) for _ in range(60)]
    takes = [rng.choice((30, 120)) for _ in range(60)]
    memory: list[Memory | None] = [None] * 60
    last, times = [0] * 60, [0] * 60
    learner = Learner(MODEL)
    for day in range(7):
        items = [
            Item(
                str(at),
                weights[at],
                takes[at],
                Known(m.stability, m.difficulty, day - last[at], times[at]) if m else None,
            )
            for at, m in enumerate(memory)
        ]
        if how == "plan":
            asked = [int(each.id) for each in order(items, 7 - day, 600 * (7 - day), learner, WORTHS) if each.worth > 0]
        else:
            due = [at for at, m in enumerate(memory) if m and last[at] + max(1, round(MODEL.interval(m, 0.9))) <= day]
            asked = due + [at for at, m in enumerate(memory) if m is None]
        time = 600.0
        for at in asked:
            m, gap = memory[at], day - last[at]
            recall = MODEL.recall(m, gap) if m else 0.65
            rating = Rating.GOOD if rng.random() < recall else Rating.AGAIN
            memory[at] = MODEL.after(m, gap if m else 0, rating)
            last[at], times[at] = day, times[at] + 1
            time -= takes[at]
            if time <= 0:
                break
    known_then = sum(
        w * MODEL.recall(m, 7 - last[at]) for at, (w, m) in enumerate(zip(weights, memory, strict=True)) if m
    )
    return known_then / sum(weights)


@given(st.integers(1, 365))
def test_days_are_exact_where_it_matters(left: int) -> None:
    """Up to ten days nothing is rounded; beyond, by less than a tenth."""
    assert roundly(left) == left if left <= 10 else abs(roundly(left) / left - 1) < 0.1


@given(st.floats(1e-7, 10))
def test_prices_are_between_their_neighbours(price: float) -> None:
    """What is looked up in a table stands where its price does, as far as the table goes."""
    at, share = level(price)
    assert 0 <= share <= 1
    if PRICES[1] <= price < PRICES[-1]:
        assert PRICES[at] <= price * 1.000001
        assert price <= PRICES[at + 1] * 1.000001


def test_a_price_of_nothing_is_the_first() -> None:
    """The cheapest table is for what costs nothing."""
    assert level(0.0) == (0, 0.0)
