"""The days until the interview, played many times."""

import pytest

from backprep.core.memory import Model
from backprep.core.plan.learner import Learner, Outcome
from backprep.core.plan.order import Item, Known
from backprep.core.plan.pace import USUAL, expected, factors
from backprep.core.plan.simulate import Forecast, forecast
from backprep.core.plan.worth import Worths

MODEL = Model()
WORTHS = Worths(MODEL)


def played(minutes: float, days: int = 5, count: int = 40, seed: int = 1, met: Known | None = None) -> Forecast:
    """Questions of a minute each."""
    items = [Item(str(at), 1, 60, met) for at in range(count)]
    left = list(range(days, 0, -1))
    areas = [f"area-{at % 2}" for at in range(count)]
    return forecast(items, areas, left, minutes * 60, Learner(MODEL), WORTHS, runs=8, seed=seed)


def test_the_same_seed_gives_the_same_forecast() -> None:
    """Whoever looks twice sees the same figures."""
    assert played(10) == played(10)
    assert played(10) != played(10, seed=2)


def test_more_time_never_means_less() -> None:
    """Ten minutes more a day lead to more that is known, and to less that is left out."""
    short, long = played(4), played(14)
    assert long.readiness > short.readiness
    assert long.left_out <= short.left_out


def test_the_interval_is_around_the_forecast() -> None:
    """Readiness is a share, and lies between the ends of its interval."""
    found = played(10)
    assert 0 <= found.low < found.readiness < found.high <= 1


def test_days_hold_what_there_is_time_for() -> None:
    """A day of ten minutes has about ten questions of a minute, and readiness grows from day to day."""
    found = played(10)
    assert [each.left for each in found.days] == [5, 4, 3, 2, 1]
    for day in found.days:
        assert 8 <= day.minutes <= 12
        assert sum(day.new.values()) + sum(day.again.values()) == pytest.approx(day.minutes, abs=1)
    shares = [each.readiness for each in found.days]
    assert shares == sorted(shares)
    assert shares[-1] > found.low


def test_with_time_to_spare_a_day_is_shorter() -> None:
    """Five questions do not fill an hour."""
    assert played(60, count=5).days[0].minutes <= 5


def test_a_large_deck_is_played_by_a_sample() -> None:
    """With a thousand questions the minutes of a day are still those of a day."""
    found = played(10, days=2, count=1000)
    assert 8 <= found.days[0].minutes <= 14
    assert found.left_out > 0.9


def test_who_has_answered_more_is_foreseen_more_closely() -> None:
    """With three hundred answers the interval is narrower than with none."""
    learner = Learner(MODEL)
    for at in range(300):
        learner.observe(Outcome(3.0, 2, 2, recalled=at % 12 != 0))
    items = [Item(str(at), 1, 60, Known(3.0, 5.0, 2, 2)) for at in range(40)]
    of_both = [
        forecast(items, ["a"] * 40, [3, 2, 1], 600, each, WORTHS, runs=16, seed=1)
        for each in (Learner(MODEL), learner)
    ]  # fmt: skip
    unknown, familiar = (each.high - each.low for each in of_both)
    assert familiar < unknown


def test_a_person_s_own_pace() -> None:
    """Somebody who takes twice as long is expected to, once enough answers say so; a few change little."""
    assert factors([]) == {}
    few, many = (factors([("choice", 2 * USUAL["choice"])] * count)["choice"] for count in (1, 200))
    assert 1 < few < 1.2
    assert 1.8 < many <= 2
    assert expected("choice", None, 1.0) == USUAL["choice"]
    assert expected("open", 90, 2.0) == 2 * expected("open", 90, 1.0)
    assert expected("open", 120, 1.0) > expected("open", 30, 1.0)
    assert expected("of a later version", None, 1.0) == 60


def test_an_answer_left_lying_tells_little() -> None:
    """A question on the screen over lunch does not count as an hour."""
    assert factors([("choice", 36_000.0)] * 10)["choice"] < 5
