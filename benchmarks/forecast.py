"""`make bench-forecast`: how often the interval of a forecast holds what comes, by truth. It should in 80 % of runs.

Learners as in `make bench-planner`; on the first day the planner says what will be known on the last, and is then
followed. Half of the learners have a history, from which it could be told how they forget.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from statistics import mean

import learners
from planner import _history
from policies import Ours, Scene

from backprep.core.plan.simulate import forecast

RUNS = 24


def one(task: tuple[str, int, bool, int, int]) -> tuple[str, bool, float, float, float]:
    """Truth, whether there was a history, and what was foreseen (low, high) and came."""
    truth, seed, history, days, minutes = task
    rng = random.Random(f"{task}")
    count = 150
    weights = [rng.choice((0.5, 1.0, 1.0, 1.5, 2.0, 3.0)) for _ in range(count)]
    takes = [rng.choice((38, 110)) * rng.uniform(0.7, 1.4) for _ in range(count)]
    learner = learners.truths()[truth](count, rng)
    ours = Ours(Scene(weights, takes, days, minutes * 60.0, range(days), rng), learner)
    if history:
        for day, at in _history(count, rng):
            ours.saw(at, day, learner.review(at, day))
    left = list(range(days, 0, -1))
    found = forecast(
        ours.items(0), [""] * count, left, minutes * 60.0, ours.learner, ours.worths, runs=RUNS, seed=seed
    )  # fmt: skip
    for day in range(days):
        time = minutes * 60.0
        for at in ours.today(day):
            ours.saw(at, day, learner.review(at, day))
            time -= takes[at] * rng.uniform(0.8, 1.25)
            if time <= 0:
                break
    known = sum(weight * learner.recall(at, days) for at, weight in enumerate(weights)) / sum(weights)
    return truth, history, found.low, found.high, known


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, default=20)
    options.add_argument("--days", type=int, nargs="+", default=[7, 14, 30])
    chosen = options.parse_args(arguments)
    tasks = [
        (truth, seed, history, days, 25)
        for truth in learners.truths()
        for history in (False, True)
        for days in chosen.days
        for seed in range(chosen.seeds)
    ]
    with ProcessPoolExecutor(2) as pool:
        found = list(pool.map(one, tasks, chunksize=chosen.seeds))
    print(f"{'truth':<14} {'history':<8} {'held':>5} {'width':>6} {'came - middle':>14}")
    for truth in dict.fromkeys(each[0] for each in found):
        for history in (False, True):
            rows = [each for each in found if each[:2] == (truth, history)]
            held = mean(low <= known <= high for _, _, low, high, known in rows)
            width = mean(high - low for _, _, low, high, _ in rows)
            off = mean(known - (low + high) / 2 for _, _, low, high, known in rows)
            print(f"{truth:<14} {'yes' if history else 'no':<8} {held:>5.0%} {width:>6.3f} {off:>+14.3f}")
    held = mean(low <= known <= high for _, _, low, high, known in found)
    print(f"all of {len(found)} runs: {held:.0%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
