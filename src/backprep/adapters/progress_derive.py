"""What follows from the log in the progress file: how every question stands, and when it comes back."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from backprep.adapters.progress_settings import settings_in
from backprep.core.memory import Memory
from backprep.core.rating import Rating
from backprep.core.review import SUSPENDED, TARGET, Chosen, LogEntry, Reset, Retraction, Review
from backprep.core.schedule import Scheduler, Seen, Standing

STANDING = (
    "question, times, first_day, last_day, last_at, last_rating, skill, content, stability, difficulty, lapses,"
    " due_day, due_at"
)
STANDINGS = f"SELECT {STANDING} FROM standing ORDER BY question"
_STAND = f"INSERT INTO standing ({STANDING}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# Settings that move no date.
_WITHOUT_EFFECT = (
    "new-a-day",
    "reviews-a-day",
    "leech-after",
    "confidence",
    "words-a-minute",
    "minutes",
    "editor",
    "theme",
    SUSPENDED,
    TARGET,
)
_KEPT = "id NOT IN (SELECT review FROM retraction)"
_COUNTS = f"session_kind <> 'cram' AND {_KEPT}"


def derive(db: sqlite3.Connection, entries: Iterable[LogEntry]) -> None:
    """Derives anew what new entries have changed, from the log and nothing else."""
    questions = set()
    for each in entries:
        if isinstance(each, Review | Reset):
            questions.add(each.question)
        elif isinstance(each, Retraction):
            # From this machine no choice is ever retracted; from a log of another one it may be.
            if db.execute("SELECT 1 FROM chosen WHERE id = ?", (each.review,)).fetchone():
                derive_all(db)
                return
            for table in ("review", "reset"):
                found = db.execute(f"SELECT question FROM {table} WHERE id = ?", (each.review,))
                questions |= {row[0] for row in found}
        elif isinstance(each, Chosen) and not each.setting.startswith(_WITHOUT_EFFECT):
            derive_all(db)
            return
    if questions:
        scheduler = Scheduler(settings_in(db))
        for question in questions:
            _derive_one(db, scheduler, question)


def derive_all(db: sqlite3.Connection) -> None:
    """All standings, one question at a time: a million reviews never stand in memory together."""
    scheduler = Scheduler(settings_in(db))
    begun = dict(db.execute(f"SELECT question, max(at) FROM reset WHERE {_KEPT} GROUP BY question").fetchall())
    db.execute("DELETE FROM standing")
    rows = db.execute(
        f"SELECT question, at, zone, rating, skill, content FROM review WHERE {_COUNTS} ORDER BY question, at, id"
    )
    db.executemany(_STAND, _standings(scheduler, rows, begun))


def _standings(
    scheduler: Scheduler, rows: Iterable[tuple[Any, ...]], begun: dict[str, int]
) -> Iterator[tuple[Any, ...]]:
    for question, group in groupby(rows, key=itemgetter(0)):
        after = begun.get(question)
        standing = scheduler.fold(question, (Seen(*row[1:]) for row in group if after is None or row[1] > after))
        if standing is not None:
            yield as_row(question, standing)


def _derive_one(db: sqlite3.Connection, scheduler: Scheduler, question: str) -> None:
    rows = _counting(db, question)
    standing = scheduler.fold(question, (Seen(*row) for row in rows))
    db.execute("DELETE FROM standing WHERE question = ?", (question,))
    if standing is not None:
        db.execute(_STAND, as_row(question, standing))


def histories(db: sqlite3.Connection, count: int) -> list[list[Seen]]:
    """What counts of the answers to the questions that were answered last."""
    names = db.execute("SELECT question FROM standing ORDER BY last_day DESC, question LIMIT ?", (count,)).fetchall()
    return [[Seen(*row) for row in _counting(db, name)] for (name,) in names]


def _counting(db: sqlite3.Connection, question: str) -> list[tuple[Any, ...]]:
    return db.execute(
        f"SELECT at, zone, rating, skill, content FROM review WHERE question = ?1 AND {_COUNTS} AND at >"
        f" coalesce((SELECT max(at) FROM reset WHERE question = ?1 AND {_KEPT}), -1) ORDER BY at, id",
        (question,),
    ).fetchall()


def as_row(question: str, standing: Standing) -> tuple[Any, ...]:
    """A standing as a row of ``STANDING``."""
    each = standing
    return (
        question,
        each.times,
        each.first_day,
        each.last_day,
        each.last_at,
        int(each.last_rating),
        each.skill,
        each.content,
        each.memory.stability,
        each.memory.difficulty,
        each.lapses,
        each.due_day,
        each.due_at,
    )


def as_standing(row: tuple[Any, ...]) -> Standing:
    """A standing out of a row of ``STANDING``."""
    return Standing(
        times=row[1],
        first_day=row[2],
        last_day=row[3],
        last_at=row[4],
        last_rating=Rating(row[5]),
        skill=row[6],
        content=row[7],
        memory=Memory(row[8], row[9]),
        lapses=row[10],
        due_day=row[11],
        due_at=row[12],
    )
