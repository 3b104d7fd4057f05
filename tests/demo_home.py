"""A made-up person's home: answers over weeks or years, seeded, so that screens can be looked at and measured.

    python tests/demo_home.py HOME --days 365 --a-day 20

What comes back is asked first, then new questions; a memory holds for longer each time, and fails by chance.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from backprep.adapters.catalogue_sqlite import SqliteCatalogue
from backprep.adapters.places import Places, shipped_data
from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.app.found import Filter, Listed
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Review

DAY = 86_400_000
INTERVALS = (1, 3, 8, 20, 45, 100, 220)
SECONDS = {"choice": 25, "several": 35, "true_false": 12, "order": 45, "fill": 15, "open": 110, "story": 120}


def reviews(questions: Sequence[Listed], days: int, a_day: int, seed: int, now: int) -> Iterator[Review]:
    """So many study days, the last one today; on some of them nothing is done."""
    chance = random.Random(seed)
    waiting = list(questions)
    chance.shuffle(waiting)
    due: dict[str, tuple[int, int]] = {}
    known = {each.id: each for each in questions}
    count = 0
    for day in range(days):
        if chance.random() < 0.15:
            continue
        at = now - (days - 1 - day) * DAY - chance.randrange(3_600_000)
        back = sorted(name for name, (when, _) in due.items() if when <= day)[:a_day]
        fresh = [waiting.pop().id for _ in range(min(len(waiting), max(0, a_day - len(back)), 6))]
        extra = chance.sample(sorted(due), min(len(due), max(0, a_day - len(back) - len(fresh)))) if a_day > 30 else []
        for name in [*back, *fresh, *extra]:
            _, step = due.get(name, (day, -1))
            rating = _rating(chance, first=step < 0)
            step = -1 if rating is Rating.AGAIN else min(len(INTERVALS) - 1, step + 1)
            due[name] = (day + (1 if step < 0 else INTERVALS[step]), step)
            question = known[name]
            took = round(SECONDS.get(question.kind, 30) * 1000 * chance.lognormvariate(0, 0.4))
            at += took + 4_000
            count += 1
            yield Review(
                id=f"0190{seed % 10_000:04d}-{count % 10_000:04d}-7000-8000-{count:012d}",
                session=f"0190{seed % 10_000:04d}-0000-7000-8000-{day:012d}",
                session_kind="quiz",
                question=name,
                content="demo",
                at=Instant(at, 3600),
                rating=rating,
                score={1: 0.2, 2: 0.6, 3: 1.0, 4: 1.0}[rating],
                took=took,
                confidence=chance.choice([None, *([4] if rating > 2 else [1]), 2, 3]),
                skill=question.skill,
            )


def _rating(chance: random.Random, *, first: bool) -> Rating:
    weights = (30, 25, 35, 10) if first else (11, 16, 58, 15)
    return chance.choices(list(Rating), weights)[0]


def build(home: Path, days: int, a_day: int, seed: int = 1, now: int | None = None, data: Path | None = None) -> int:
    """Writes the answers into a home; returns how many those are."""
    places = Places(home, home / "cache", data or shipped_data())
    catalogue = SqliteCatalogue(places, lambda done, total: None)
    questions = list(catalogue.questions(Filter()))
    catalogue.close()
    moment = round(time.time() * 1000) if now is None else now
    progress = SqliteProgress(places.progress)
    count = progress.merge(reviews(questions, days, a_day, seed, moment))
    progress.close()
    return count


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--a-day", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sys.stdout.write(f"{build(given.home, given.days, given.a_day, given.seed)} answers in {given.home}\n")
