"""Predicting recall: how good it is, how it is fitted to the person, and that fitting never makes it much worse."""

import math
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprep.core.instant import Instant
from backprep.core.memory import DEFAULTS, Memory, Model
from backprep.core.metrics import Predicted, auc, calibration, log_loss, rmse_bins
from backprep.core.rating import Rating
from backprep.core.recalibrate import TRUST, Recalibration
from backprep.core.replay import Prediction, Step, predictions
from backprep.core.tune import LEAST, tune

LOG = Path(__file__).parents[3] / "shared" / "data" / "reviews.csv"
DAY = 86_400_000
NOON = 20_000 * DAY + DAY // 2
MADE = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)


# Figures --------------------------------------------------------------------------------------------------------


def test_figures_of_a_small_log() -> None:
    """Log loss, AUC and bins of four predictions, worked out by hand."""
    made = [(0.9, True), (0.6, False), (0.6, True), (0.2, False)]
    expected = -(math.log(0.9) + math.log(0.4) + math.log(0.6) + math.log(0.8)) / 4
    assert log_loss(made) == pytest.approx(expected)
    assert auc(made) == pytest.approx(3.5 / 4)
    bins = [(each.count, each.predicted, each.actual) for each in calibration(made)]
    assert bins == [(1, 0.2, 0.0), (2, pytest.approx(0.6), 0.5), (1, 0.9, 1.0)]
    assert rmse_bins(made, 10) == pytest.approx(math.sqrt((0.04 + 2 * 0.01 + 0.01) / 4))


@given(MADE)
def test_auc_is_the_share_of_pairs_in_the_right_order(made: list[Predicted]) -> None:
    """The definition, pair by pair."""
    good = [p for p, recalled in made if recalled]
    bad = [p for p, recalled in made if not recalled]
    if not good or not bad:
        assert auc(made) is None
        return
    pairs = sum((one > other) + (one == other) / 2 for one in good for other in bad)
    assert auc(made) == pytest.approx(pairs / (len(good) * len(bad)))


@given(MADE)
def test_no_figure_is_infinite(made: list[Predicted]) -> None:
    """Also who is certain and wrong gets a number."""
    assert 0 <= log_loss(made) < 20
    assert 0 <= rmse_bins(made) <= 1
    assert sum(each.count for each in calibration(made)) == len(made)


# Replay ---------------------------------------------------------------------------------------------------------


def step(question: str, day: float, rating: int) -> Step:
    """A review so many days from the first noon."""
    return Step(question, Instant(NOON + round(day * DAY)), Rating(rating))


def test_what_is_predicted_and_from_what() -> None:
    """Only reviews of a later day are predicted, each from what came before it and nothing else."""
    steps = [step("a", 0, 1), step("a", 0.01, 3), step("b", 1, 3), step("a", 2, 1), step("a", 2.01, 3), step("a", 9, 3)]
    first, second = predictions(steps, Model())
    model = Model()
    memory = model.run([(0, 1), (0, 3)])
    assert first == Prediction("a", model.recall(memory, 2), 2, False, 0, False)
    memory = model.run([(0, 1), (0, 3), (2, 1), (0, 3)])
    assert second == Prediction("a", model.recall(memory, 7), 7, False, 1, True)


# Recalibration --------------------------------------------------------------------------------------------------

SEEN = st.builds(
    Prediction,
    question=st.just("q"),
    plain=st.floats(0, 1),
    days=st.integers(1, 400),
    failed=st.booleans(),
    lapses=st.integers(0, 9),
    recalled=st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(SEEN, max_size=80))
def test_on_no_log_is_it_worse_by_more_than_was_promised(log: list[Prediction]) -> None:
    """Whatever happens, even the worst luck: the whole loss is above the plain model's by at most -ln 0.95."""
    person = Recalibration()
    mixed = sum(-math.log(p if each.recalled else 1 - p) for each in log for p in [person.learn(each)])
    plain = sum(
        -math.log(p if each.recalled else 1 - p) for each in log for p in [min(max(each.plain, 1e-4), 1 - 1e-4)]
    )
    assert mixed <= plain - math.log(TRUST) + 1e-6


@given(SEEN)
def test_before_the_first_outcome_it_is_the_model(seen: Prediction) -> None:
    """Of somebody of whom nothing is known it says what the model says."""
    person = Recalibration()
    assert person.predict(seen.plain, seen.days, seen.failed, seen.lapses) == pytest.approx(
        min(max(seen.plain, 1e-4), 1 - 1e-4)
    )


@given(st.lists(SEEN, max_size=20), SEEN)
def test_learning_says_what_it_would_have_predicted(log: list[Prediction], last: Prediction) -> None:
    """No outcome is known before its own prediction: both ways to ask give the same number."""
    person = Recalibration()
    for each in log:
        person.learn(each)
    before = person.predict(last.plain, last.days, last.failed, last.lapses)
    assert 0 < before < 1
    assert person.learn(last) == before


def draw(count: int, seed: int, truth: Model, bias: float = 0.0) -> list[Step]:
    """The log of a learner who forgets as ``truth`` has it, with ``bias`` in the log-odds; reviewed when due."""
    dice = random.Random(seed)
    steps: list[Step] = []
    memory: dict[str, tuple[Memory, int]] = {}
    due: dict[int, list[str]] = {}
    day = 0
    while len(steps) < count:
        for name in [*due.pop(day, []), *(f"q{day}-{at}" for at in range(4))]:
            known = memory.get(name)
            if known is None:
                rating, gap = dice.choices([1, 2, 3, 4], [2, 1, 5, 1])[0], 0
            else:
                gap = day - known[1]
                p = truth.recall(known[0], gap)
                p = 1 / (1 + math.exp(-math.log(p / (1 - p)) - bias)) if bias else p
                rating = dice.choices([2, 3, 4], [1, 6, 1])[0] if dice.random() < p else 1
            after = truth.after(known[0] if known else None, gap, Rating(rating))
            memory[name] = (after, day)
            steps.append(step(name, day + len(steps) % 1000 / 100_000, rating))
            wait = max(1, round(truth.interval(after, dice.choice([0.8, 0.9, 0.95]))))
            due.setdefault(day + min(wait, 300), []).append(name)
        day += 1
    return steps[:count]


@pytest.mark.parametrize("count", [60, 300, 1500, 6000])
@pytest.mark.parametrize("seed", [1, 2])
def test_on_a_learner_who_is_as_the_model_has_it_nothing_is_lost(count: int, seed: int) -> None:
    """For whom the model is perfect already, fitting costs less than half a per cent."""
    found = list(predictions(draw(count, seed, Model()), Model()))
    person = Recalibration()
    fitted = log_loss([(person.learn(each), each.recalled) for each in found])
    assert fitted <= 1.005 * log_loss([(each.plain, each.recalled) for each in found])


def other(factor: float, place: int) -> Model:
    """The model of somebody of whom one parameter is another."""
    return Model(tuple(value * (factor if at == place else 1) for at, value in enumerate(DEFAULTS)))


def turned(count: int, before: float, after: float) -> list[Step]:
    """The log of somebody who changes half way: new questions, and another bias in the log-odds."""
    first, second = draw(count // 2, 11, Model(), before), draw(count - count // 2, 12, Model(), after)
    days = first[-1].at.ms // DAY - second[0].at.ms // DAY + 1
    return first + [Step(f"later-{each.question}", Instant(each.at.ms + days * DAY), each.rating) for each in second]


@pytest.mark.parametrize("count", [50, 300, 1000, 4000])
@pytest.mark.parametrize("kind", ["shorter", "longer", "decay", "slightly", "worse half way", "back half way"])
def test_on_no_kind_of_learner_is_more_than_half_a_percent_lost(kind: str, count: int) -> None:
    """Other parameters than the defaults, a small bias, a change in either direction: never clearly worse overall."""
    log = {
        "shorter": lambda: draw(count, 4, other(0.4, 2)),
        "longer": lambda: draw(count, 5, other(2.5, 2)),
        "decay": lambda: draw(count, 6, other(2.0, 20)),
        "slightly": lambda: draw(count, 7, Model(), -0.2),
        "worse half way": lambda: turned(count, 0.0, -0.8),
        "back half way": lambda: turned(count, -0.8, 0.0),
    }[kind]()
    found = list(predictions(log, Model()))
    person = Recalibration()
    fitted = log_loss([(person.learn(each), each.recalled) for each in found])
    assert fitted <= 1.005 * log_loss([(each.plain, each.recalled) for each in found])


def test_each_step_is_the_one_of_the_textbook() -> None:
    """What is written out for speed gives the weights that the update in matrices gives, over a whole log."""
    person, size = Recalibration(), 6
    weights = [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    prior = (0.5, 0.3, 0.5, 0.3, 0.5, 0.3)
    spread = [[prior[at] ** 2 * (at == to) for to in range(size)] for at in range(size)]
    lately = 0.0
    for each in predictions(draw(1500, 8, Model(), -0.5), Model()):
        odds = math.log(each.plain / (1 - each.plain))
        lapses = math.log1p(each.lapses)
        features = [1.0, odds, float(each.failed), math.log(each.days) - 1, lapses, 5 * lately]
        person.learn(each)
        p = 1 / (1 + math.exp(-sum(a * b for a, b in zip(weights, features, strict=True))))
        gains = [sum(a * b for a, b in zip(row, features, strict=True)) for row in spread]
        scale = 1 + p * (1 - p) * sum(a * b for a, b in zip(gains, features, strict=True))
        weights = [w + gain * (each.recalled - p) / scale for w, gain in zip(weights, gains, strict=True)]
        spread = [
            [spread[at][to] - p * (1 - p) / scale * gains[at] * gains[to] for to in range(size)] for at in range(size)
        ]
        lately += 0.05 * (each.recalled - each.plain - lately)
    assert person.weights == pytest.approx(weights, rel=1e-7)


@pytest.mark.parametrize("bias", [-0.8, 0.8])
def test_on_a_learner_who_differs_much_is_gained(bias: float) -> None:
    """Who forgets faster or slower than the model thinks is predicted clearly better."""
    found = list(predictions(draw(3000, 3, Model(), bias), Model()))
    person = Recalibration()
    fitted = log_loss([(person.learn(each), each.recalled) for each in found])
    assert fitted <= 0.98 * log_loss([(each.plain, each.recalled) for each in found])
    assert person.trust < 0.01


@pytest.mark.skipif(not LOG.is_file(), reason="the real log is not here")
def test_on_a_real_log() -> None:
    """12,580 reviews of one person: the plain model as it was measured, and the fitted one better by two per cent."""
    import importlib.util

    spec = importlib.util.spec_from_file_location(
        "bench_memory", Path(__file__).parents[2] / "benchmarks" / "memory.py"
    )
    assert spec
    assert spec.loader
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    found = list(predictions(bench.read(LOG), Model()))
    made = bench.plain(found)
    assert len(made) == 6276
    assert log_loss(made) <= 0.4655
    assert (auc(made) or 0) >= 0.726
    better = bench.fitted(found)
    assert log_loss(better) <= 0.455
    assert (auc(better) or 0) >= 0.74


# Tuning ---------------------------------------------------------------------------------------------------------

FAST = tuple(value * (0.4 if at < 4 else 1) for at, value in enumerate(DEFAULTS))


def test_too_little_is_left_alone() -> None:
    """Below the minimum nothing is fitted, and the count says how much there was."""
    found = tune(draw(200, 1, Model()))
    assert found.reviews < LEAST
    assert (found.before, found.after, found.parameters) == (None, None, None)


def test_who_forgets_faster_gets_a_model_that_knows() -> None:
    """The fit predicts the newest fifth better, and its first stabilities are shorter than the defaults."""
    found = tune(draw(5000, 1, Model(FAST)))
    assert found.parameters
    assert found.before
    assert found.after
    assert found.after < found.before
    assert found.parameters[2] < DEFAULTS[2]
    assert tune(draw(5000, 1, Model(FAST))) == found


def test_a_fit_that_is_no_better_is_refused() -> None:
    """For somebody whom the parameters describe already nothing is adopted that predicts worse."""
    steps = draw(4000, 5, Model())
    found = tune(steps)
    assert found.before
    assert found.after
    assert (found.parameters is None) == (found.after >= found.before)
    best = tune(draw(5000, 1, Model(FAST))).parameters
    assert best
    again = tune(draw(5000, 1, Model(FAST)), best)
    assert again.parameters is None or again.after < again.before  # type: ignore[operator]
