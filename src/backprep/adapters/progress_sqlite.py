"""The progress file: one SQLite database, to whose log entries are only ever added."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from backprep.adapters.progress_file import ProgressFile
from backprep.adapters.progress_rows import (
    CAN_BE_RETRACTED,
    COLUMNS,
    COUNTS,
    NOTE_COLUMNS,
    PAPER_COLUMNS,
    SHREDDED,
    as_chosen,
    as_note,
    as_paper,
    as_reset,
    as_retraction,
    as_review,
    as_row,
    broken_seals,
    insertion,
)
from backprep.app.errors import ProgressError
from backprep.core.review import LogEntry, Paper, PaperSort, Reset, Retraction, Review

if TYPE_CHECKING:  # these bring the memory model, which no first question needs
    from backprep.core.bookmark import Bookmark
    from backprep.core.schedule import Seen, Standing
    from backprep.core.settings import Settings
    from backprep.core.statistics import Look

T = TypeVar("T")
_WEEK = 7 * 86_400_000


class SqliteProgress:
    """The log in a file, and what follows from it."""

    def __init__(self, path: Path) -> None:
        self.file = ProgressFile(path)
        self._path = path

    def verify(self) -> None:
        """Opens the file if there is one; raises ``ProgressError`` when it cannot be used."""
        self.file.reading()

    def ready(self) -> None:
        """Looks whether the file, or the folder that it will be in, may be written. Writes nothing."""
        self.verify()
        self.file.check_writable()

    # Adding -----------------------------------------------------------------------------------------------------

    def record(self, *what: LogEntry, bookmark: Bookmark | None = None) -> None:
        """One transaction; when this returns, the answer is on the disk."""
        from backprep.adapters.progress_derive import derive

        with self.file.changing() as db:
            for each in what:
                if isinstance(each, Retraction) and not db.execute(CAN_BE_RETRACTED, (each.review,)).fetchone():
                    raise ProgressError("there is no such answer to take back", str(self._path))
                db.execute(insertion(each), as_row(each))
            _shred(db, what)
            derive(db, what)
            if bookmark is not None:
                _keep(db, bookmark)

    def merge(self, entries: Iterable[LogEntry]) -> int:
        """All of them in one transaction, or none. What is there already stays as it is."""
        from backprep.adapters.progress_derive import derive, derive_all

        with self.file.changing() as db:
            # Only an identity that is there already is passed over; anything else that does not fit undoes it all.
            new = [
                each
                for each in entries
                if db.execute(f"{insertion(each)} ON CONFLICT (id) DO NOTHING", as_row(each)).rowcount
            ]
            _shred(db, new)
            # What was shredded here before does not come back, and is no news.
            new = [each for each in new if not isinstance(each, Paper) or _is_there(db, each)]
            if len(new) > 1000:
                derive_all(db)  # question by question would read the log over and over
            else:
                derive(db, new)
        return len(new)

    def rebuild(self) -> int:
        """Throws the standings away and derives them again."""
        from backprep.adapters.progress_derive import derive_all

        if self.file.reading() is None:
            return 0
        with self.file.changing() as db:
            derive_all(db)
            return int(db.execute("SELECT count(*) FROM standing").fetchone()[0])

    # The log ----------------------------------------------------------------------------------------------------

    def reviews(self) -> Iterator[Review]:
        """Every review that counts, oldest first."""
        return self._select(as_review, f"SELECT {COLUMNS} FROM review WHERE {COUNTS} ORDER BY at, id")

    def count(self) -> int:
        """How many answers count."""
        row = self._one(f"SELECT count(*) FROM review WHERE {COUNTS}")
        return row[0] if row else 0

    def last(self) -> Review | Reset | None:
        """The newest review or reset that counts."""
        newest = f"WHERE {COUNTS} ORDER BY at DESC, id DESC LIMIT 1"
        review = next(self._select(as_review, f"SELECT {COLUMNS} FROM review {newest}"), None)
        reset = next(self._select(as_reset, f"SELECT id, question, at, zone FROM reset {newest}"), None)
        if review is None or reset is None:
            return review or reset
        return review if (review.at.ms, review.id) > (reset.at.ms, reset.id) else reset

    def log(self) -> Iterator[LogEntry]:
        """Everything that was ever recorded, by identity."""
        yield from self._select(as_review, f"SELECT {COLUMNS} FROM review ORDER BY id")
        yield from self._select(as_retraction, "SELECT id, review, at, zone FROM retraction ORDER BY id")
        yield from self._select(as_reset, "SELECT id, question, at, zone FROM reset ORDER BY id")
        yield from self._select(as_chosen, "SELECT id, setting, at, zone, value FROM chosen ORDER BY id")
        yield from self._select(as_note, f"SELECT {NOTE_COLUMNS} FROM note ORDER BY id")
        yield from self._select(as_paper, f"SELECT {PAPER_COLUMNS} FROM paper ORDER BY id")

    def retracted(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of some reviews that do not count."""
        return frozenset(each for each in ids if not self._one(f"SELECT 1 FROM review WHERE id = ? AND {COUNTS}", each))

    def failed_since(self, ms: int) -> Sequence[str]:
        """Questions that were rated 'again' at or after an instant, the last one first."""
        query = f"SELECT question FROM review WHERE at >= ? AND rating = 1 AND {COUNTS} ORDER BY at DESC, id DESC"
        return list(dict.fromkeys(self._select(lambda row: str(row[0]), query, ms)))

    def days_since(self, ms: int, starts: int) -> Mapping[int, int]:
        """Counted by SQLite."""
        query = f"SELECT (at / 1000 + zone - ?) / 86400, count(*) FROM review WHERE at >= ? AND {COUNTS} GROUP BY 1"
        return dict(self._select(lambda row: (int(row[0]), int(row[1])), query, starts, ms))

    def last_times(self, count: int) -> Sequence[int]:
        """The newest first."""
        query = f"SELECT took FROM review WHERE {COUNTS} ORDER BY at DESC LIMIT ?"
        return list(self._select(lambda row: int(row[0]), query, count))

    def note(self, question_id: str) -> str | None:
        """The newest version of the note on a question."""
        newest = f"SELECT {NOTE_COLUMNS} FROM note WHERE question = ? ORDER BY at DESC, id DESC LIMIT 1"
        note = next(self._select(as_note, newest, question_id), None)
        return note.text or None if note else None

    def looks(self, starts: int, area: str | None = None) -> Iterator[Look]:
        """Without the texts, and so without looking at their seals: statistics that are off by one harm nobody.

        Plain rows, which are as good as ``Look``; the table is read from end to end, which is faster than by its index.
        """
        db = self.file.reading()
        if db is None:
            return
        within = "" if area is None else " AND substr(skill, 1, instr(skill, '/') - 1) = ?"
        query = (
            "SELECT question, (at / 1000 + zone - ?) / 86400, rating, took, score, confidence, session_kind = 'cram'"
            f" FROM review NOT INDEXED WHERE {COUNTS}{within} ORDER BY at, id"
        )
        with self.file.named_errors():
            yield from db.execute(query, (starts,) if area is None else (starts, area))

    def papers(self, sort: PaperSort, subject: str | None = None) -> Iterator[Paper]:
        """Those of a sort, and of one subject where one is named, oldest first."""
        values = [sort] if subject is None else [sort, subject]
        where = "sort = ?" if subject is None else "sort = ? AND subject = ?"
        return self._select(as_paper, f"SELECT {PAPER_COLUMNS} FROM paper WHERE {where} ORDER BY at, id", *values)

    def settings(self) -> Settings:
        """What the person has chosen."""
        db = self.file.reading()
        if db is None:
            from backprep.core.settings import Settings

            return Settings()
        from backprep.adapters.progress_settings import settings_in

        with self.file.named_errors():
            return settings_in(db)

    # What follows from it ---------------------------------------------------------------------------------------

    def standing(self, question_id: str) -> Standing | None:
        """How a question stands."""
        from backprep.adapters.progress_derive import STANDING, as_standing

        row = self._one(f"SELECT {STANDING} FROM standing WHERE question = ?", question_id)
        return as_standing(row) if row else None

    def histories(self, count: int) -> list[list[Seen]]:
        """Of the questions that were answered last."""
        db = self.file.reading()
        if db is None:
            return []
        from backprep.adapters.progress_derive import histories

        with self.file.named_errors():
            return histories(db, count)

    def faults(self) -> list[str]:
        """Asks SQLite about the file, and compares the standings with the log."""
        db = self.file.reading()
        if db is None:
            return []
        from backprep.adapters.progress_derive import STANDINGS, derive_all

        with self.file.named_errors():
            found = [str(row[0]) for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
            found = found or broken_seals(db)
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

    # The session, and copies ------------------------------------------------------------------------------------

    def bookmarks(self) -> list[Bookmark]:
        """The sessions that did not come to their end, the newest first."""
        from backprep.adapters.progress_bookmark import as_bookmark

        found = self._select(
            lambda row: as_bookmark(*row), "SELECT session, at, body FROM bookmark ORDER BY at DESC, session DESC"
        )
        return [each for each in found if each is not None]

    def finished(self, session: str) -> None:
        """Forgets where a session was."""
        if self._one("SELECT 1 FROM bookmark WHERE session = ?", session):
            with self.file.changing() as db:
                db.execute("DELETE FROM bookmark WHERE session = ?", (session,))

    def back_up(self, to: Path) -> None:
        """By SQLite's own backup: a whole file, whatever is written meanwhile."""
        db = self.file.reading()
        if db is None:
            raise ProgressError("there is nothing to back up yet", str(self._path), "Answer something: backprep quiz")
        try:
            os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError as error:
            raise ProgressError("the file is there already", str(to), "Name a new one.") from error
        except OSError as error:
            raise ProgressError(f"the copy cannot be written: {error.strerror}", str(to), "Name another.") from error
        with self.file.named_errors(), contextlib.closing(sqlite3.connect(to)) as copy:
            db.backup(copy)

    def close(self) -> None:
        """Gives the file back."""
        self.file.close()

    def _select(self, make: Callable[[tuple[Any, ...]], T], query: str, *values: object) -> Iterator[T]:
        db = self.file.reading()
        if db is None:
            return
        with self.file.named_errors():
            for row in db.execute(query, values):
                yield make(row)

    def _one(self, query: str, *values: str) -> tuple[Any, ...] | None:
        db = self.file.reading()
        if db is None:
            return None
        with self.file.named_errors():
            row: tuple[Any, ...] | None = db.execute(query, values).fetchone()
            return row


def _shred(db: sqlite3.Connection, entries: Iterable[LogEntry]) -> None:
    """Takes papers out for good where their subject was retracted; what is left of them is overwritten, too."""
    if any(isinstance(each, Retraction | Paper) for each in entries):
        db.execute("PRAGMA secure_delete = ON")
        db.execute(SHREDDED)


def _is_there(db: sqlite3.Connection, paper: Paper) -> bool:
    return db.execute("SELECT 1 FROM paper WHERE id = ?", (paper.id,)).fetchone() is not None


def _keep(db: sqlite3.Connection, mark: Bookmark) -> None:
    from backprep.adapters.progress_bookmark import as_body

    db.execute("DELETE FROM bookmark WHERE at < ?", (mark.at - _WEEK,))
    db.execute("INSERT OR REPLACE INTO bookmark VALUES (?, ?, ?)", (mark.session, mark.at, as_body(mark)))
