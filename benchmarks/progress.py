"""Progress files of any size, for timing."""

import random
import sqlite3
import time
from pathlib import Path

from backprep.adapters.progress_rows import COLUMNS, as_row
from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Review

YEARS = 3


def answer(number: int, question: str, ms: int) -> Review:
    """An answer like any other."""
    return Review(
        id=f"01900000-0000-7000-8000-{number:012d}",
        session=f"session-{number // 10}",
        session_kind="quiz",
        question=question,
        content="0123456789abcdef0123456789abcdef",
        at=Instant(ms, 3600),
        rating=Rating.GOOD,
        score=1.0,
        took=20_000,
        skill="python/typing",
    )


def make(file: Path, reviews: int, questions: int) -> None:
    """A progress file with so many reviews of so many questions, over three years; nothing derived yet."""
    progress = SqliteProgress(file)
    progress.merge([])
    progress.close()
    dice = random.Random(reviews)
    now = int(time.time() * 1000)
    gap = YEARS * 365 * 86_400_000 // max(1, reviews)
    rows = (
        as_row(answer(number, f"question-{dice.randrange(questions):06d}", now - (reviews - number) * gap))
        for number in range(reviews)
    )
    db = sqlite3.connect(file)
    db.execute("PRAGMA synchronous = OFF")
    db.executemany(f"INSERT INTO review ({COLUMNS}) VALUES ({', '.join('?' * 14)})", rows)
    db.commit()
    db.close()


def rebuild(file: Path) -> float:
    """Seconds to derive everything from the log."""
    progress = SqliteProgress(file)
    began = time.perf_counter()
    progress.rebuild()
    seconds = time.perf_counter() - began
    progress.close()
    return seconds


class Saver:
    """Seconds to save an answer; each one is another question's."""

    def __init__(self, file: Path) -> None:
        self._progress = SqliteProgress(file)
        self._count = 10**9

    def __call__(self) -> float:
        """Saves one answer."""
        self._count += 1
        review = answer(self._count, f"question-{self._count % 1000:06d}", int(time.time() * 1000))
        began = time.perf_counter()
        self._progress.record(review)
        return time.perf_counter() - began


class BareCommit:
    """Seconds to commit one row with the same durability, and nothing else."""

    def __init__(self, file: Path) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.execute("PRAGMA synchronous = EXTRA")
        self._db.execute("CREATE TABLE t (text TEXT)")

    def __call__(self) -> float:
        """Commits one row."""
        began = time.perf_counter()
        self._db.execute("INSERT INTO t VALUES (?)", ("x" * 200,))
        return time.perf_counter() - began
