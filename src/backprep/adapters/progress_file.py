"""Opening the progress file: durable, of the right version, and with every error in a person's words."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from backprep.adapters.progress_rows import BrokenSealError
from backprep.adapters.progress_schema import APPLICATION_ID, MIGRATIONS, VERSION
from backprep.app.errors import ProgressError


class ProgressFile:
    """Opens the file when it is first needed, and makes it when the first answer is recorded."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: sqlite3.Connection | None = None

    def reading(self) -> sqlite3.Connection | None:
        """The file, if there is one."""
        if self._open is None and self.path.exists():
            self._open = self._connect()
        return self._open

    def check_writable(self) -> None:
        """Raises ``ProgressError`` where the file, or the folder that it will be in, may not be written."""
        there = self.path
        while not there.exists() and there != there.parent:
            there = there.parent
        if not os.access(there, os.W_OK) or (there != self.path and not there.is_dir()):
            raise ProgressError(*explain(PermissionError(), self.path))

    @contextlib.contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """The file inside one durable transaction, which is undone when anything goes wrong in it."""
        with self.named_errors():
            if self._open is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                # What somebody typed in private is theirs alone; SQLite keeps the rights of a file that is there.
                os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
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

    def close(self) -> None:
        """Gives the file back."""
        if self._open is not None:
            self._open.close()
            self._open = None

    @contextlib.contextmanager
    def named_errors(self) -> Iterator[None]:
        """Turns errors of SQLite and of the disk into ``ProgressError``."""
        try:
            yield
        except (sqlite3.Error, OSError, BrokenSealError) as error:
            raise ProgressError(*explain(error, self.path)) from error

    def _connect(self) -> sqlite3.Connection:
        with self.named_errors():
            db = sqlite3.connect(self.path, timeout=30, isolation_level=None)
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
        if version:
            self._back_up_before(db, version)
        db.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done it while this one waited for the lock.
            for step in MIGRATIONS[self._version(db) :]:
                step(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {VERSION}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise

    def _back_up_before(self, db: sqlite3.Connection, version: int) -> None:
        """Keeps the file as the older program left it. A copy that is there already is as good."""
        to = backup_folder(self.path) / f"before-version-{version + 1}.sqlite3"
        if to.exists():
            return
        copy_whole(db, to)

    def _version(self, db: sqlite3.Connection) -> int:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        application = db.execute("PRAGMA application_id").fetchone()[0]
        tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if application != APPLICATION_ID and (tables or version):
            raise ProgressError(
                "this file is a database of another program", str(self.path), "Move it away, or set BACKPREP_HOME."
            )
        if version > VERSION:
            raise ProgressError(
                "the progress file was written by a newer backprep", str(self.path), "Install the newest backprep."
            )
        return version


def backup_folder(progress: Path) -> Path:
    """Where copies of a progress file are kept."""
    return progress.parent / "backups"


def copy_whole(db: sqlite3.Connection, to: Path) -> None:
    """A copy that is whole or not there at all, by SQLite's own backup, whatever is written meanwhile."""
    to.parent.mkdir(parents=True, exist_ok=True)
    part = to.with_name(f".{to.name}.{os.getpid()}")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with contextlib.closing(sqlite3.connect(part)) as copy:
            db.backup(copy)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)


def explain(error: sqlite3.Error | OSError | BrokenSealError, path: Path) -> tuple[str, str, str]:
    """What went wrong with the progress file, where, and how to mend it."""
    said = str(error).lower()
    if "not a database" in said or "malformed" in said or isinstance(error, BrokenSealError):
        return (
            "the progress file is damaged",
            str(path),
            "Go back to a copy: backprep progress restore. Save what can be read: backprep progress doctor --salvage",
        )
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
