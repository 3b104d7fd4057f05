"""`make bench-planner`: how much is remembered on the day, by the planner and by what else one could do.

Simulates learners by four truths that the planner does not know (``learners.py``), with questions that take from half a
minute to two and a half and count from a half to three. Every policy (``policies.py``) has the same minutes. Writes a
table, a plot and what is judged into docs/planner.md. ``--seeds`` sets how many learners stand behind each figure,
``--log FILE`` another real log for the fitted truth, ``--only TEXT`` the scenarios whose names hold a text.
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product
from math import exp
from pathlib import Path
from statistics import mean, stdev

import learners
from planner_report import UPPER, report
from policies import Chance, Greedy, HardestFirst, InOrder, Knowing, Ours, Policy, Scene, fixed

Truths = dict[str, Callable[[int, random.Random], learners.Learner]]
RETENTIONS = (0.80, 0.85, 0.90, 0.95)
POLICIES: dict[str, type[Policy]] = {
    "ours": Ours,
    **{f"FSRS {round(each * 100)}": fixed(each) for each in RETENTIONS},
    "random": Chance,
    "in order": InOrder,
    "hardest": HardestFirst,
    "true greedy": Greedy,
    "true model": Knowing,
}


@dataclass(frozen=True)
class Scenario:
    """How many questions, days and minutes a day; answers before it began; days missed; noise in the assumed times."""

    questions: int
    days: int
    minutes: int
    history: bool = False
    missed: bool = False
    noise: bool = False
    even: bool = False

    @property
    def name(self) -> str:
        """In a few words."""
        extras = [name for name in ("history", "missed", "noise", "even") if getattr(self, name)]
        return " ".join([f"{self.questions} questions, {self.days} days, {self.minutes} minutes", *extras])


def scenarios() -> list[Scenario]:
    """All sizes with and without history; at 25 minutes, for some numbers of days, also with two days missed, with
    noise in the times, and with questions that all take and count the same.
    """
    sizes = list(product((150, 800), (3, 7, 14, 30, 60), (15, 25, 45), (False, True)))
    some = [size for size in sizes if size[2] == 25 and size[1] in (7, 30)]
    return [
        *(Scenario(*size) for size in sizes),
        *(Scenario(*size, missed=True) for size in some),
        *(Scenario(*size, noise=True) for size in some),
        *(Scenario(*size, even=True) for size in some if not size[3]),
    ]


def run(scenario: Scenario, truth: str, policy: str, seed: int, log: Path = learners.LOG) -> float:
    """The share of the questions, by weight, that a learner knows on the day."""
    rng = random.Random(f"{scenario.name} {seed}")
    count = scenario.questions
    weights = [1.0 if scenario.even else rng.choice((0.5, 1.0, 1.0, 1.5, 2.0, 3.0)) for _ in range(count)]
    takes = [60.0 if scenario.even else rng.choice((38, 110)) * rng.uniform(0.7, 1.4) for _ in range(count)]
    assumed = [each * rng.uniform(0.5, 1.5) if scenario.noise else each for each in takes]
    learner = _truths(log)[truth](count, random.Random(f"{scenario.name} {seed} answers"))
    missed = set(rng.sample(range(1, scenario.days - 1), min(2, scenario.days - 2))) if scenario.missed else set()
    seconds = scenario.minutes * 60.0
    # Nobody knows beforehand which days will be missed.
    scene = Scene(weights, assumed, scenario.days, seconds, range(scenario.days), rng)
    chosen = POLICIES[policy](scene, learner)
    if scenario.history:
        for day, at in _history(count, rng):
            chosen.saw(at, day, learner.review(at, day))
    for day in range(scenario.days):
        if day in missed:
            continue
        left = seconds
        for at in chosen.today(day):
            rating = learner.review(at, day)
            chosen.saw(at, day, rating)
            left -= takes[at] * exp(rng.gauss(0, 0.2)) * (1.15 if rating == 1 else 1.0)
            if left <= 0:
                break
    known: float = sum(weight * learner.recall(at, scenario.days) for at, weight in enumerate(weights))
    return known / sum(weights)


def _history(count: int, rng: random.Random) -> list[tuple[int, int]]:
    """Days (before the first one, so below zero) and questions: three in five were asked, up to four times."""
    found = []
    for at in rng.sample(range(count), count * 3 // 5):
        day = -rng.randint(2, 60)
        for _ in range(rng.randint(1, 4)):
            found.append((day, at))
            day += rng.randint(1, 20)
            if day >= 0:
                break
    return sorted(found)


_TRUTHS: dict[Path, Truths] = {}


def _truths(log: Path) -> Truths:
    if log not in _TRUTHS:
        _TRUTHS[log] = learners.truths(log)
    return _TRUTHS[log]


def _applies(policy: str, truth: str) -> bool:
    return policy != "true model" or truth.startswith("FSRS")


def cell(task: tuple[Scenario, str, int, Path]) -> dict[str, object]:
    """All policies on one scenario and truth."""
    scenario, truth, seeds, log = task
    figures = {
        policy: [
            run(scenario, truth, policy, seed, log) for seed in range(seeds if policy not in UPPER else -(-seeds // 3))
        ]
        for policy in POLICIES
        if _applies(policy, truth)
    }
    return {
        "scenario": scenario.name,
        "truth": truth,
        "days": scenario.days,
        "mean": {policy: mean(each) for policy, each in figures.items()},
        # Of the mean; by the seeds' spread.
        "interval": {policy: 1.96 * stdev(each) / len(each) ** 0.5 for policy, each in figures.items()},
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs everything and writes the page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, default=30)
    options.add_argument("--log", type=Path, default=learners.LOG)
    options.add_argument("--only", default="")
    options.add_argument("--json", type=Path, help="keeps the figures, cell by cell, and goes on from them")
    options.add_argument("--to", type=Path, default=Path(__file__).parents[1] / "docs" / "planner.md")
    options.add_argument("--processes", type=int, default=2)
    chosen = options.parse_args(arguments)
    found: list[dict[str, object]] = []
    if chosen.json and chosen.json.exists():
        found = [json.loads(line) for line in chosen.json.read_text().splitlines()]
    done = {(each["scenario"], each["truth"]) for each in found}
    tasks = [
        (scenario, truth, chosen.seeds, chosen.log)
        for truth in learners.truths(chosen.log)
        for scenario in scenarios()
        if chosen.only in scenario.name and (scenario.name, truth) not in done
    ]
    for result in _all(tasks, chosen.processes):
        found.append(result)
        print(_line(result), f"({len(found)} of {len(tasks) + len(done)})", flush=True)
        if chosen.json:
            with chosen.json.open("a") as out:
                out.write(json.dumps(result) + "\n")
    text, good = report(found, chosen.seeds)
    chosen.to.write_text(text, encoding="utf-8")
    print(text.split("## Every scenario")[0])
    return 0 if good else 1


def _all(tasks: Sequence[tuple[Scenario, str, int, Path]], processes: int) -> Iterator[dict[str, object]]:
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(cell, tasks)


def _line(result: dict[str, object]) -> str:
    figures = "  ".join(f"{policy} {share:.3f}" for policy, share in result["mean"].items())  # type: ignore[attr-defined]
    return f"{result['truth']}: {result['scenario']}: {figures}"


if __name__ == "__main__":
    sys.exit(main())
