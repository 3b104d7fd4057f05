"""Rows of the progress file: entries in and out.

Rows that may be longer than a page of the file carry a seal, a checksum over their values: SQLite notices a damaged
page of a table, but not one that holds nothing but the rest of a long text.
"""

import json
import sqlite3
from typing import Any
from zlib import crc32

from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Chosen, LogEntry, Note, Paper, Reset, Retraction, Review

COLUMNS = "id, session, session_kind, question, content, at, zone, rating, score, took, confidence, reply, skill, seal"
NOTE_COLUMNS = "id, question, at, zone, text, seal"
PAPER_COLUMNS = "id, sort, subject, at, zone, body, seal"
COUNTS = "id NOT IN (SELECT review FROM retraction)"
CAN_BE_RETRACTED = (
    "SELECT 1 FROM review WHERE id = ?1 UNION ALL SELECT 1 FROM reset WHERE id = ?1"
    " UNION ALL SELECT 1 FROM paper WHERE subject = ?1"
)
SHREDDED = "DELETE FROM paper WHERE subject IN (SELECT review FROM retraction)"
"""Takes out the papers whose subject was retracted, here or on another machine."""


def insertion(entry: LogEntry) -> str:
    """The statement that adds an entry."""
    if isinstance(entry, Review):
        return f"INSERT INTO review ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    if isinstance(entry, Retraction):
        return "INSERT INTO retraction (id, review, at, zone) VALUES (?, ?, ?, ?)"
    if isinstance(entry, Reset):
        return "INSERT INTO reset (id, question, at, zone) VALUES (?, ?, ?, ?)"
    if isinstance(entry, Chosen):
        return "INSERT INTO chosen (id, setting, at, zone, value) VALUES (?, ?, ?, ?, ?)"
    if isinstance(entry, Paper):
        return f"INSERT INTO paper ({PAPER_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
    return f"INSERT INTO note ({NOTE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"


def as_row(entry: LogEntry) -> tuple[Any, ...]:
    """An entry as the values of that statement."""
    at = (entry.at.ms, entry.at.zone)
    if isinstance(entry, Retraction):
        return (entry.id, entry.review, *at)
    if isinstance(entry, Reset):
        return (entry.id, entry.question, *at)
    if isinstance(entry, Chosen):
        return (entry.id, entry.setting, *at, entry.value)
    if isinstance(entry, Paper):
        return sealed((entry.id, entry.sort, entry.subject, *at, entry.body))
    if isinstance(entry, Note):
        return sealed((entry.id, entry.question, *at, entry.text))
    who = (entry.id, entry.session, entry.session_kind, entry.question, entry.content)
    score = None if entry.score is None else float(entry.score)
    return sealed((*who, *at, int(entry.rating), score, entry.took, entry.confidence, entry.reply, entry.skill))


def sealed(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row with its seal behind it."""
    return (*row, seal_of(*row))


def seal_of(*values: Any) -> int:
    """A checksum over values, the same on every machine."""
    return crc32(json.dumps(values).encode())


class BrokenSealError(ValueError):
    """A row is not what was written."""


def _check(row: tuple[Any, ...]) -> None:
    if row[-1] != seal_of(*row[:-1]):
        raise BrokenSealError(f"the entry {row[0]} is not what was written")


def as_review(row: tuple[Any, ...]) -> Review:
    """A review out of a row of ``COLUMNS``. Raises ``BrokenSealError``."""
    _check(row)
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
        skill=row[12],
    )


def as_retraction(row: tuple[Any, ...]) -> Retraction:
    """A retraction out of a row."""
    return Retraction(id=row[0], review=row[1], at=Instant(row[2], row[3]))


def as_reset(row: tuple[Any, ...]) -> Reset:
    """A reset out of a row."""
    return Reset(id=row[0], question=row[1], at=Instant(row[2], row[3]))


def as_chosen(row: tuple[Any, ...]) -> Chosen:
    """A choice out of a row."""
    return Chosen(id=row[0], setting=row[1], at=Instant(row[2], row[3]), value=row[4])


def as_note(row: tuple[Any, ...]) -> Note:
    """A note out of a row of ``NOTE_COLUMNS``. Raises ``BrokenSealError``."""
    _check(row)
    return Note(id=row[0], question=row[1], at=Instant(row[2], row[3]), text=row[4])


def as_paper(row: tuple[Any, ...]) -> Paper:
    """A paper out of a row of ``PAPER_COLUMNS``. Raises ``BrokenSealError``."""
    _check(row)
    return Paper(id=row[0], sort=row[1], subject=row[2], at=Instant(row[3], row[4]), body=row[5])


SEALED = (
    (as_review, f"SELECT {COLUMNS} FROM review"),
    (as_note, f"SELECT {NOTE_COLUMNS} FROM note"),
    (as_paper, f"SELECT {PAPER_COLUMNS} FROM paper"),
)
"""The tables with seals, and what makes entries of their rows."""


def broken_seals(db: sqlite3.Connection) -> list[str]:
    """Each entry that is not what was written."""
    found = []
    for make, query in SEALED:
        for row in db.execute(query):
            try:
                make(row)
            except BrokenSealError as error:
                found.append(str(error))
    return found
