"""The tables of the progress file, and how older files become newer ones."""

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x62707270  # "bprp": what `file` and SQLite itself can tell the file by

LOG = """
CREATE TABLE review (
  id            TEXT PRIMARY KEY,
  session       TEXT NOT NULL,
  session_kind  TEXT NOT NULL,
  question      TEXT NOT NULL,
  content       TEXT NOT NULL,
  at            INTEGER NOT NULL,
  zone          INTEGER NOT NULL,
  rating        INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
  score         REAL CHECK (score BETWEEN 0 AND 1),
  took          INTEGER NOT NULL CHECK (took >= 0),
  confidence    INTEGER CHECK (confidence BETWEEN 1 AND 4),
  reply         TEXT
) STRICT;
CREATE TABLE retraction (
  id      TEXT PRIMARY KEY,
  review  TEXT NOT NULL,
  at      INTEGER NOT NULL,
  zone    INTEGER NOT NULL
) STRICT;
CREATE INDEX retraction_of_review ON retraction (review);
CREATE TABLE note (
  id        TEXT PRIMARY KEY,
  question  TEXT NOT NULL,
  at        INTEGER NOT NULL,
  zone      INTEGER NOT NULL,
  text      TEXT NOT NULL
) STRICT;
CREATE INDEX note_on_question ON note (question, at);
"""

SECOND = """
DROP INDEX IF EXISTS review_of_question;
DROP TABLE IF EXISTS standing;
ALTER TABLE review ADD COLUMN skill TEXT;
ALTER TABLE review ADD COLUMN seal INTEGER;
ALTER TABLE note ADD COLUMN seal INTEGER;
UPDATE review SET seal = seal_of(
  id, session, session_kind, question, content, at, zone, rating, score, took, confidence, reply, skill
);
UPDATE note SET seal = seal_of(id, question, at, zone, text);
CREATE INDEX review_of_question ON review (question, at);
CREATE INDEX review_at ON review (at);
CREATE TABLE reset (
  id        TEXT PRIMARY KEY,
  question  TEXT NOT NULL,
  at        INTEGER NOT NULL,
  zone      INTEGER NOT NULL
) STRICT;
CREATE INDEX reset_of_question ON reset (question);
CREATE TABLE chosen (
  id       TEXT PRIMARY KEY,
  setting  TEXT NOT NULL,
  at       INTEGER NOT NULL,
  zone     INTEGER NOT NULL,
  value    TEXT
) STRICT;
-- Derived from the tables above, and only from them.
CREATE TABLE standing (
  question     TEXT PRIMARY KEY,
  times        INTEGER NOT NULL,
  first_day    INTEGER NOT NULL,
  last_day     INTEGER NOT NULL,
  last_at      INTEGER NOT NULL,
  last_rating  INTEGER NOT NULL,
  skill        TEXT,
  content      TEXT NOT NULL,
  stability    REAL NOT NULL,
  difficulty   REAL NOT NULL,
  lapses       INTEGER NOT NULL,
  due_day      INTEGER NOT NULL,
  due_at       INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX weakest ON standing (last_rating, last_at);
CREATE INDEX coming_back ON standing (due_day, due_at);
CREATE INDEX answered_on ON standing (last_day);
-- Where a session is: what `--resume` goes on with. Of this machine alone, and not part of the log.
CREATE TABLE bookmark (
  session  TEXT PRIMARY KEY,
  at       INTEGER NOT NULL,
  body     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

THIRD = """
CREATE TABLE paper (
  id       TEXT PRIMARY KEY,
  sort     TEXT NOT NULL,
  subject  TEXT NOT NULL,
  at       INTEGER NOT NULL,
  zone     INTEGER NOT NULL,
  body     TEXT NOT NULL,
  seal     INTEGER
) STRICT;
CREATE INDEX paper_on_subject ON paper (sort, subject, at);
"""

MIGRATIONS: list[Callable[[sqlite3.Connection], None]] = []
"""What makes version N + 1 out of version N, in order."""


def migration(step: Callable[[sqlite3.Connection], None]) -> Callable[[sqlite3.Connection], None]:
    """Adds a step. Steps are never changed once they were released: files that they made are out there."""
    MIGRATIONS.append(step)
    return step


def run(db: sqlite3.Connection, statements: str) -> None:
    """Several statements inside the transaction that is open (``executescript`` would end it)."""
    for statement in statements.split(";\n"):
        if statement.strip():
            db.execute(statement)


@migration
def _the_log(db: sqlite3.Connection) -> None:
    run(db, LOG)


@migration
def _the_schedule(db: sqlite3.Connection) -> None:
    """Skills in reviews, resets, settings, and when each question comes back."""
    from backprep.adapters.progress_derive import derive_all
    from backprep.adapters.progress_rows import seal_of

    db.create_function("seal_of", -1, seal_of, deterministic=True)
    run(db, SECOND)
    derive_all(db)


@migration
def _the_papers(db: sqlite3.Connection) -> None:
    """Interviews and stories."""
    run(db, THIRD)


VERSION = len(MIGRATIONS)
