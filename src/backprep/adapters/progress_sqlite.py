"""The progress file: one SQLite database, to which reviews and retractions are only ever added."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from backprep.adapters.progress_rows import (
    COLUMNS,
    COUNTS,
    REVIEW_IS_THERE,
    STANDINGS,
    as_note,
    as_retraction,
    as_review,
    as_row,
    derive_all,
    insertion,
    stand,
)
from backprep.app.errors import ProgressError
from backprep.core.rating import Rating
from backprep.core.review import LogEntry, Retraction, Review, Standing

APPLICATION_ID = 0x62707270  # "bprp": what `file` and SQLite itself can tell the file by
VERSION = 1

_SCHEMA = """
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
CREATE INDEX review_of_question ON review (question);
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
-- Derived from the two tables above, and only from them.
CREATE TABLE standing (
  question     TEXT PRIMARY KEY,
  times        INTEGER NOT NULL,
  last_at      INTEGER NOT NULL,
  last_rating  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX weakest ON standing (last_rating, last_at);
"""

T = TypeVar("T")


class SqliteProgress:
    """Opens the file when it is first needed, and makes it when the first answer is recorded."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: sqlite3.Connection | None = None

    def verify(self) -> None:
        """Opens the file if there is one; raises ``ProgressError`` when it cannot be used."""
        self._reading()

    def ready(self) -> None:
        """Looks whether the file, or the folder that it will be in, may be written. Writes nothing."""
        self.verify()
        there = self._path
        while not there.exists() and there != there.parent:
            there = there.parent
        if not os.access(there, os.W_OK) or (there != self._path and not there.is_dir()):
            raise ProgressError(*explain(PermissionError(), self._path))

    def record(self, what: LogEntry) -> None:
        """One transaction; when this returns, the answer is on the disk."""
        with self._changing() as db:
            if isinstance(what, Retraction) and not db.execute(REVIEW_IS_THERE, (what.review,)).fetchone():
                raise ProgressError("there is no such answer to take back", str(self._path))
            db.execute(insertion(what), as_row(what))
            stand(db, [what])

    def merge(self, entries: Iterable[LogEntry]) -> int:
        """All of them in one transaction, or none. What is there already stays as it is."""
        with self._changing() as db:
            # Only an identity that is there already is passed over; anything else that does not fit undoes it all.
            new = [
                each
                for each in entries
                if db.execute(f"{insertion(each)} ON CONFLICT (id) DO NOTHING", as_row(each)).rowcount
            ]
            stand(db, new)
        return len(new)

    def reviews(self) -> Iterator[Review]:
        """Every review that counts, oldest first."""
        return self._select(as_review, f"SELECT {COLUMNS} FROM review WHERE {COUNTS} ORDER BY at, id")

    def last(self) -> Review | None:
        """The newest review that counts."""
        return next(
            self._select(as_review, f"SELECT {COLUMNS} FROM review WHERE {COUNTS} ORDER BY at DESC, id DESC LIMIT 1"),
            None,
        )

    def log(self) -> Iterator[LogEntry]:
        """Everything that was ever recorded, by identity."""
        yield from self._select(as_review, f"SELECT {COLUMNS} FROM review ORDER BY id")
        yield from self._select(as_retraction, "SELECT id, review, at, zone FROM retraction ORDER BY id")
        yield from self._select(as_note, "SELECT id, question, at, zone, text FROM note ORDER BY id")

    def faults(self) -> list[str]:
        """Asks SQLite about the file, and compares the standings with the log."""
        db = self._reading()
        if db is None:
            return []
        with self._named_errors():
            found = [str(row[0]) for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
            if found:
                return found
            db.execute("SAVEPOINT comparing")
            try:
                before = db.execute(STANDINGS).fetchall()
                derive_all(db)
                after = db.execute(STANDINGS).fetchall()
            finally:
                db.execute("ROLLBACK TO comparing")
                db.execute("RELEASE comparing")
        wrong = {row[0] for row in set(before) ^ set(after)}
        return [f"the standing of {name} does not follow from the answers" for name in sorted(wrong)]

    def rebuild(self) -> int:
        """Throws the standings away and derives them again."""
        if self._reading() is None:
            return 0
        with self._changing() as db:
            derive_all(db)
            return int(db.execute("SELECT count(*) FROM standing").fetchone()[0])

    def back_up(self, to: Path) -> None:
        """By SQLite's own backup: a whole file, whatever is written meanwhile."""
        db = self._reading()
        if db is None:
            raise ProgressError("there is nothing to back up yet", str(self._path), "Answer something: backprep quiz")
        try:
            os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError as error:
            raise ProgressError("the file is there already", str(to), "Name a new one.") from error
        except OSError as error:
            raise ProgressError(f"the copy cannot be written: {error.strerror}", str(to), "Name another.") from error
        with self._named_errors(), contextlib.closing(sqlite3.connect(to)) as copy:
            db.backup(copy)

    def standing(self, question_id: str) -> Standing | None:
        """How a question stands."""
        row = self._one("SELECT times, last_at, last_rating FROM standing WHERE question = ?", question_id)
        return Standing(row[0], row[1], Rating(row[2])) if row else None

    def note(self, question_id: str) -> str | None:
        """The newest version of the note on a question."""
        row = self._one("SELECT text FROM note WHERE question = ? ORDER BY at DESC, id DESC LIMIT 1", question_id)
        return row[0] or None if row else None

    def close(self) -> None:
        """Gives the file back."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _select(self, make: Callable[[tuple[Any, ...]], T], query: str) -> Iterator[T]:
        db = self._reading()
        if db is None:
            return
        with self._named_errors():
            for row in db.execute(query):
                yield make(row)

    def _one(self, query: str, *values: str) -> tuple[Any, ...] | None:
        db = self._reading()
        if db is None:
            return None
        with self._named_errors():
            row: tuple[Any, ...] | None = db.execute(query, values).fetchone()
            return row

    def _reading(self) -> sqlite3.Connection | None:
        if self._open is None and self._path.exists():
            self._open = self._connect()
        return self._open

    @contextlib.contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with self._named_errors():
            if self._open is None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                # What somebody typed in private is theirs alone; SQLite keeps the rights of a file that is there.
                os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
                self._open = self._connect()
            self._open.execute("BEGIN IMMEDIATE")
            try:
                yield self._open
                self._open.execute("COMMIT")
            except BaseException:
                # Also on Ctrl-C: either the whole answer is in the file, or nothing of it.
                if self._open.in_transaction:
                    self._open.execute("ROLLBACK")
                raise

    def _connect(self) -> sqlite3.Connection:
        with self._named_errors():
            db = sqlite3.connect(self._path, timeout=30, isolation_level=None)
            try:
                # Rollback journal and synchronous=EXTRA: one file at rest, and a commit survives a power cut
                # (docs/decisions/002-one-durable-file.md).
                db.execute("PRAGMA journal_mode = DELETE")
                db.execute("PRAGMA synchronous = EXTRA")
                self._migrate(db)
            except BaseException:
                db.close()
                raise
            return db

    def _migrate(self, db: sqlite3.Connection) -> None:
        version = self._version(db)
        if version == VERSION:
            return
        db.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have made the tables while this one waited for the lock.
            if self._version(db) == 0:
                for statement in _SCHEMA.split(";\n"):
                    if statement.strip():
                        db.execute(statement)
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {VERSION}")
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise

    def _version(self, db: sqlite3.Connection) -> int:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        application = db.execute("PRAGMA application_id").fetchone()[0]
        tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if application != APPLICATION_ID and (tables or version):
            raise ProgressError(
                "this file is a database of another program", str(self._path), "Move it away, or set BACKPREP_HOME."
            )
        if version > VERSION:
            raise ProgressError(
                "the progress file was written by a newer backprep", str(self._path), "Install the newest backprep."
            )
        return version

    @contextlib.contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise ProgressError(*explain(error, self._path)) from error


def explain(error: sqlite3.Error | OSError, path: Path) -> tuple[str, str, str]:
    """What went wrong with the progress file, where, and how to mend it."""
    said = str(error).lower()
    if "not a database" in said or "malformed" in said:
        return "the progress file is damaged", str(path), "Keep it, and put a copy from a backup in its place."
    if "locked" in said:
        return "the progress file is in use", str(path), "Close the other backprep and try again."
    if "full" in said or getattr(error, "errno", None) == 28:
        return "the disk is full; the last answer was not saved", str(path), "Free some space and answer it again."
    if "readonly" in said or "unable to open" in said or isinstance(error, PermissionError):
        return (
            "the progress file cannot be written",
            str(path),
            "Check the rights on the file and its folder, or set BACKPREP_HOME to a folder of yours.",
        )
    return f"the progress file cannot be used: {error}", str(path), "Set BACKPREP_HOME to try with another folder."
