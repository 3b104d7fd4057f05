"""Homes of any size: banks of one's own, and a log of answers."""

import random
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

from backprep.adapters.catalogue_sqlite import SqliteCatalogue
from backprep.adapters.places import Places, shipped_data
from backprep.adapters.progress_rows import COLUMNS, as_row
from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.app.found import Filter, Listed
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Review

MOST_ANSWERED = 20_000
"""Questions that the answers are about, at most."""
_DAYS = 3 * 365
_AREAS = (
    "python/typing", "sql-mysql/joins", "security-auth/injection", "api-design/webhooks", "java-jvm/exceptions",
    "testing-quality/tdd", "caching-performance/redis", "internet-http/dns", "concurrency-os/races",
    "linux-hosting/logs-disk",
)  # fmt: skip
_LEVELS = ("junior", "mid", "senior")


def banks(folder: Path, questions: int, each: int = 4_000) -> None:
    """Writes so many questions, in files of at most 4 MiB."""
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, questions, each):
        rows = [f"bank: large-{first}\ntitle: Large {first}\nquestions:"]
        rows += [
            f"  - id: large-{number}\n    kind: true_false\n    skill: {_AREAS[number % len(_AREAS)]}\n"
            f"    level: {_LEVELS[number % 3]}\n    judgement: true\n    truth: true\n"
            f"    why: Because it is so, {number} times.\n"
            f"    prompt: Is statement number {number} about partitions and consistency true?\n"
            for number in range(first, min(questions, first + each))
        ]
        (folder / f"large-{first}.yaml").write_text("\n".join(rows), "utf-8")


def answer(number: int, question: str, skill: str, at: int, rating: Rating = Rating.GOOD) -> Review:
    """An answer like any other; ``at`` in milliseconds."""
    return Review(
        id=f"01900000-0000-7000-8000-{number:012d}",
        session=f"session-{number // 10}",
        session_kind="quiz",
        question=question,
        content="0123456789abcdef0123456789abcdef",
        at=Instant(at, 3600),
        rating=rating,
        score=1.0,
        took=20_000,
        skill=skill,
    )


def listed(home: Path) -> list[Listed]:
    """The questions of a home; compiles what is not."""
    catalogue = SqliteCatalogue(Places(home, home / "cache", shipped_data()), lambda done, total: None)
    found = list(catalogue.questions(Filter()))
    catalogue.close()
    return found


def log(file: Path, reviews: int, questions: Sequence[Listed]) -> float:
    """Writes so many answers of three years, up to yesterday; returns the seconds that deriving from them takes."""
    progress = SqliteProgress(file)
    progress.merge([])
    dice = random.Random(reviews)
    asked = dice.sample(questions, min(MOST_ANSWERED, len(questions)))
    now = int(time.time() * 1000) - 2 * 86_400_000
    gap = _DAYS * 86_400_000 // max(1, reviews)
    rows = (
        as_row(answer(number, each.id, each.skill, now - (reviews - number) * gap, rating))
        for number in range(reviews)
        for each, rating in [(dice.choice(asked), dice.choices(list(Rating), (15, 15, 55, 15))[0])]
    )
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.executemany(f"INSERT INTO review ({COLUMNS}) VALUES ({', '.join('?' * 14)})", rows)
    db.close()
    began = time.perf_counter()
    progress.rebuild()
    seconds = time.perf_counter() - began
    progress.close()
    return seconds
