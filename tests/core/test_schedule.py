"""When questions come back."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprep.core.instant import Instant
from backprep.core.memory import Model
from backprep.core.rating import Rating
from backprep.core.schedule import Scheduler, Seen, Standing, window
from backprep.core.settings import Settings
from backprep.core.steps import Delay
from backprep.core.study_day import weekday

DAY = 86_400_000
NOON = 20_000 * DAY + DAY // 2
PLAIN = Scheduler()


def seen(day: float, rating: int = 3, skill: str = "python/typing") -> Seen:
    """A review so many days from the first noon."""
    return Seen(NOON + round(day * DAY), 0, rating, skill, "content")


def fold(*reviews: Seen, scheduler: Scheduler = PLAIN, name: str = "q") -> Standing:
    """How a question stands after some reviews."""
    standing = scheduler.fold(name, reviews)
    assert standing
    return standing


REVIEWS = st.lists(st.tuples(st.floats(0, 5), st.integers(1, 4)), min_size=1, max_size=12)


def in_order(steps: list[tuple[float, int]]) -> list[Seen]:
    """Reviews one after the other, given as days between them."""
    reviews, day = [], 0.0
    for gap, rating in steps:
        day += gap
        reviews.append(seen(day, rating))
    return reviews


def test_a_question_never_met_does_not_stand() -> None:
    """Without reviews there is nothing to fold."""
    assert PLAIN.fold("q", []) is None


def test_what_a_new_question_is_offered() -> None:
    """The four ratings of a first answer: ten minutes, a day, two days, and more than a week."""
    delays = PLAIN.delays("q", None, "python/typing", Instant(NOON))
    said = {rating.label: str(delay) for rating, delay in delays.items()}
    assert (said["again"], said["hard"], said["good"]) == ("<10m", "1d", "2d")
    assert 6 <= delays[Rating.EASY].days <= 10


@settings(max_examples=300, deadline=None)
@given(REVIEWS, st.integers(1, 4), st.floats(0, 400))
def test_what_is_promised_is_kept(steps: list[tuple[float, int]], rating: int, later: float) -> None:
    """The interval shown beside a rating is exactly when the question comes back if that rating is given."""
    reviews = in_order(steps)
    now = seen((reviews[-1].at - NOON) / DAY + later, rating)
    promised = PLAIN.delays("q", fold(*reviews), "python/typing", Instant(now.at))[Rating(rating)]
    after = fold(*reviews, now)
    today = PLAIN.day(Instant(now.at))
    assert after.due_day - today == promised.days
    if promised.days:
        assert after.due_at is None
    else:
        assert after.due_at == now.at + promised.minutes * 60_000


@settings(max_examples=300, deadline=None)
@given(REVIEWS, st.text("abcdef", max_size=5), st.sampled_from(["none", "sat,sun", "mon,wed,fri"]))
def test_a_better_rating_never_comes_back_sooner(steps: list[tuple[float, int]], name: str, easy: str) -> None:
    """Again, hard, good, easy: each waits at least as long as the one before, whatever the easy days."""
    scheduler = Scheduler(Settings({"easy-days": easy}))
    reviews = in_order(steps)
    standing = scheduler.fold(name, reviews)
    days = [each.days for each in scheduler.delays(name, standing, "a/b", Instant(reviews[-1].at)).values()]
    assert sorted(days) == days
    assert days[0] == 0
    assert days[1] >= 1


@settings(max_examples=200, deadline=None)
@given(REVIEWS)
def test_the_memory_is_the_models(steps: list[tuple[float, int]]) -> None:
    """The fold hands the engine the study days between reviews, and nothing else."""
    reviews = in_order(steps)
    days = [PLAIN.day(Instant(each.at)) for each in reviews]
    gaps = [0, *(later - earlier for earlier, later in pairwise(days))]
    expected = Model().run([(gap, each.rating) for gap, each in zip(gaps, reviews, strict=True)])
    assert fold(*reviews).memory == expected


def test_replaying_a_log_gives_the_same_dates() -> None:
    """No clock and no chance is in it: these dates were written down, and must never change for this log."""
    names = [f"question-{at}" for at in range(8)]
    due = [fold(seen(0), seen(2), seen(11), name=name).due_day - fold(seen(11)).last_day for name in names]
    assert due == [42, 44, 43, 46, 43, 45, 41, 43]


def test_what_is_learnt_together_does_not_come_back_together() -> None:
    """A thousand questions answered alike are spread evenly over the days around their interval: no pile-up."""
    load = Counter(fold(seen(0), seen(2, 4), name=f"q{at}").due_day for at in range(1000))
    assert len(load) >= 4
    assert max(load.values()) <= 1.5 * 1000 / len(load)


def test_easy_days_are_easy() -> None:
    """On the days that the person wants free, a quarter as many come back as on others, and none is lost."""
    scheduler = Scheduler(Settings({"easy-days": "sat,sun"}))
    load: Counter[int] = Counter()
    for at in range(2000):
        standing = fold(seen(0), seen(2), seen(11, 4), scheduler=scheduler, name=f"q{at}")
        load[weekday(standing.due_day)] += 1
    easy = (load[5] + load[6]) / 2
    others = sum(load[each] for each in range(5)) / 5
    assert sum(load.values()) == 2000
    assert easy < others / 2


@given(st.floats(0.01, 40_000), st.integers(1, 36_500))
def test_a_window_holds_its_interval(interval: float, longest: int) -> None:
    """A date is moved by little, never before tomorrow, and never beyond the longest interval."""
    first, last = window(interval, longest)
    assert 1 <= first <= last <= longest
    if 2.5 <= interval <= longest:
        assert first <= interval + 1
        assert last >= interval - 1
        assert last - first <= 2 * (1 + 0.15 * 4.5 + 0.1 * 13 + 0.05 * max(0, interval - 20)) + 1


def test_no_interval_is_longer_than_was_set() -> None:
    """Who wants to see everything once in ten days does."""
    scheduler = Scheduler(Settings({"longest-interval": "10"}))
    for name in "abcdef":
        standing = fold(seen(0, 4), seen(9, 4), seen(18, 4), scheduler=scheduler, name=name)
        assert 8 <= standing.due_day - standing.last_day <= 10


def test_an_area_may_be_wanted_better() -> None:
    """A higher retention for one area brings its questions back sooner, and leaves the others alone."""
    scheduler = Scheduler(Settings({"retention.python": "0.95"}))

    def due(skill: str, scheduler: Scheduler) -> int:
        return fold(*(seen(day, skill=skill) for day in (0, 2, 11)), scheduler=scheduler).due_day

    assert due("python/typing", scheduler) < due("python/typing", PLAIN)
    assert due("sql-mysql/joins", scheduler) == due("sql-mysql/joins", PLAIN)


def test_lapses_are_what_was_forgotten_overnight() -> None:
    """Failing the first time, or again on the same day, is no lapse; failing a day later is."""
    assert fold(seen(0, 1), seen(0.01, 1), seen(0.02)).lapses == 0
    assert fold(seen(0), seen(3, 1), seen(3.01, 1), seen(3.02), seen(5, 1)).lapses == 2


@pytest.mark.parametrize(("today", "minutes", "due"), [(0, 9, False), (0, 10, True), (1, -600, True), (-1, 10, False)])
def test_a_failed_question_is_due_in_ten_minutes_or_on_any_later_day(today: int, minutes: int, due: bool) -> None:
    """The same day the minute counts, from the next day on it does not."""
    standing = fold(seen(0, 1))
    assert due == standing.is_due(standing.last_day + today, NOON + minutes * 60_000)


def test_a_good_answer_is_due_on_its_day_from_the_first_hour_on() -> None:
    """What comes back by days comes back when its day begins."""
    standing = fold(seen(0))
    assert not standing.is_due(standing.due_day - 1, NOON)
    assert standing.is_due(standing.due_day, 0)


@pytest.mark.parametrize(
    ("delay", "short", "words"),
    [
        (Delay(0, 10), "<10m", "10 minutes"),
        (Delay(1), "1d", "1 day"),
        (Delay(59), "59d", "59 days"),
        (Delay(91), "3.0mo", "3.0 months"),
        (Delay(548), "1.5y", "1.5 years"),
    ],
)
def test_delays_are_said(delay: Delay, short: str, words: str) -> None:
    """Short beside a key, and in words in a sentence."""
    assert (str(delay), delay.words) == (short, words)
