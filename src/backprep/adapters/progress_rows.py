"""Rows of the progress file: entries in and out, and the standings that follow from them."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import LogEntry, Note, Retraction, Review

COLUMNS = "id, session, session_kind, question, content, at, zone, rating, score, took, confidence, reply"
COUNTS = "id NOT IN (SELECT review FROM retraction)"
REVIEW_IS_THERE = "SELECT 1 FROM review WHERE id = ?"
_STAND = f"""
INSERT OR REPLACE INTO standing (question, times, last_at, last_rating)
SELECT question, count(*) OVER (), at, rating FROM review
WHERE question = ?1 AND {COUNTS}
ORDER BY at DESC, id DESC LIMIT 1
"""

STANDINGS = "SELECT question, times, last_at, last_rating FROM standing ORDER BY question"


def insertion(entry: LogEntry) -> str:
    """The statement that adds an entry."""
    if isinstance(entry, Review):
        return f"INSERT INTO review ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    if isinstance(entry, Retraction):
        return "INSERT INTO retraction (id, review, at, zone) VALUES (?, ?, ?, ?)"
    return "INSERT INTO note (id, question, at, zone, text) VALUES (?, ?, ?, ?, ?)"


def as_row(entry: LogEntry) -> tuple[Any, ...]:
    """An entry as the values of that statement."""
    at = (entry.at.ms, entry.at.zone)
    if isinstance(entry, Retraction):
        return (entry.id, entry.review, *at)
    if isinstance(entry, Note):
        return (entry.id, entry.question, *at, entry.text)
    who = (entry.id, entry.session, entry.session_kind, entry.question, entry.content)
    return (*who, *at, int(entry.rating), entry.score, entry.took, entry.confidence, entry.reply)


def as_review(row: tuple[Any, ...]) -> Review:
    """A review out of a row of ``COLUMNS``."""
    return Review(
        id=row[0],
        session=row[1],
        session_kind=row[2],
        question=row[3],
        content=row[4],
        at=Instant(row[5], row[6]),
        rating=Rating(row[7]),
        score=row[8],
        took=row[9],
        confidence=row[10],
        reply=row[11],
    )


def as_retraction(row: tuple[Any, ...]) -> Retraction:
    """A retraction out of a row."""
    return Retraction(id=row[0], review=row[1], at=Instant(row[2], row[3]))


def as_note(row: tuple[Any, ...]) -> Note:
    """A note out of a row."""
    return Note(id=row[0], question=row[1], at=Instant(row[2], row[3]), text=row[4])


def derive_all(db: sqlite3.Connection) -> None:
    """All standings from the log; what ``stand`` does for one question."""
    db.execute("DELETE FROM standing")
    db.execute(
        f"INSERT INTO standing SELECT question, times, at, rating FROM (SELECT question, at, rating,"
        " count(*) OVER (PARTITION BY question) AS times,"
        " row_number() OVER (PARTITION BY question ORDER BY at DESC, id DESC) AS place"
        f" FROM review WHERE {COUNTS}) WHERE place = 1"
    )


def stand(db: sqlite3.Connection, entries: Iterable[LogEntry]) -> None:
    """Derives the standings of the questions that the entries are about, from the log and nothing else."""
    questions = set()
    for each in entries:
        if isinstance(each, Review):
            questions.add(each.question)
        elif isinstance(each, Retraction):
            questions |= {row[0] for row in db.execute("SELECT question FROM review WHERE id = ?", (each.review,))}
    for question in questions:
        db.execute("DELETE FROM standing WHERE question = ?", (question,))
        db.execute(_STAND, (question,))
