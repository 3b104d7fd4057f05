"""Copies of the progress file: one for each day of study, thinned by age, and the way back from one."""

import contextlib
import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from backprep.adapters.progress_file import ProgressFile, backup_folder, copy_whole
from backprep.adapters.progress_rows import broken_seals
from backprep.adapters.progress_schema import APPLICATION_ID, VERSION
from backprep.app.errors import ProgressError
from backprep.app.found import Copy
from backprep.core.thinning import kept

_DAILY = re.compile(r"(\d{4}-\d{2}-\d{2})\.sqlite3")


def daily_copy(file: ProgressFile, day: date) -> None:
    """Makes the copy of a study day, unless it is there, and thins the older ones.

    A copy that is not sound is thrown away, nothing is thinned, and ``ProgressError`` says that the file is damaged.
    """
    to = backup_folder(file.path) / f"{day.isoformat()}.sqlite3"
    db = file.reading()
    if db is None or to.exists():
        return
    with file.named_errors():
        copy_whole(db, to)
    if problem := what_is_wrong(to):
        to.unlink(missing_ok=True)
        raise ProgressError(f"the progress file is damaged: {problem}", str(file.path), MEND)
    copies = dict(daily_copies(file.path))
    for each in copies.keys() - kept(copies):
        with contextlib.suppress(OSError):
            copies[each].unlink()


MEND = "See what there is: backprep progress restore. Save what can be read: backprep progress doctor --salvage"


def daily_copies(progress: Path) -> Iterator[tuple[date, Path]]:
    """The copies that were made day by day."""
    with contextlib.suppress(OSError):
        for file in backup_folder(progress).iterdir():
            if match := _DAILY.fullmatch(file.name):
                with contextlib.suppress(ValueError):
                    yield date.fromisoformat(match[1]), file


def all_copies(progress: Path) -> list[Path]:
    """Every copy in the folder for them, the newest first."""
    try:
        found = [each for each in backup_folder(progress).glob("*.sqlite3") if not each.name.startswith(".")]
    except OSError:
        return []
    return sorted(found, key=lambda each: (each.stat().st_mtime_ns, each.name), reverse=True)


def what_is_wrong(file: Path) -> str | None:
    """Why a file cannot stand in for the progress file; None when it can. Writes nothing."""
    try:
        with contextlib.closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return "it is no progress file"
            if not 1 <= db.execute("PRAGMA user_version").fetchone()[0] <= VERSION:
                return "it was written by a newer backprep"
            found = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found == "ok" and db.execute("PRAGMA user_version").fetchone()[0] == VERSION:
                found = next(iter(broken_seals(db)), "ok")
            return None if found == "ok" else str(found)
    except sqlite3.Error as error:
        return str(error)


def answers_in(file: Path) -> int | None:
    """How many answers count in a copy; None where that cannot be read."""
    try:
        with contextlib.closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            count = "SELECT count(*) FROM review WHERE id NOT IN (SELECT review FROM retraction)"
            return int(db.execute(count).fetchone()[0])
    except sqlite3.Error:
        return None


def put_in_place(copy: Path, progress: Path, stamp: str) -> Path | None:
    """Lets a copy be the progress file. What was there is kept beside the backups, and returned.

    Raises ``ProgressError``, with nothing changed, for a copy that cannot stand in.
    """
    if problem := what_is_wrong(copy):
        raise ProgressError(
            f"this copy cannot be used: {problem}", str(copy), "See the others: backprep progress restore"
        )
    folder = backup_folder(progress)
    folder.mkdir(parents=True, exist_ok=True)
    part = progress.with_name(f".{progress.name}.{os.getpid()}")
    try:
        with contextlib.closing(sqlite3.connect(copy)) as db:
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with contextlib.closing(sqlite3.connect(part)) as new:
                db.backup(new)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        aside = set_aside(progress, stamp)
        part.replace(progress)
        _sync_folder(progress.parent)
    finally:
        part.unlink(missing_ok=True)
    return aside


def set_aside(progress: Path, stamp: str) -> Path | None:
    """Moves the progress file, and the journal that belongs to it, to the backups; returns where it went."""
    if not progress.exists():
        return None
    aside = backup_folder(progress) / f"replaced-{stamp}.sqlite3"
    for number in range(2, 1000):
        if not aside.exists():
            break
        aside = aside.with_name(f"replaced-{stamp}-{number}.sqlite3")
    journal = progress.with_name(f"{progress.name}-journal")
    if journal.exists():  # without it a file in the middle of a change could not be read
        journal.replace(aside.with_name(f"{aside.name}-journal"))
    progress.replace(aside)
    return aside


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # some systems cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class SqliteBackups:
    """The copies of one progress file."""

    def __init__(self, file: ProgressFile) -> None:
        self._file = file

    def daily(self, day: date) -> None:
        """The copy of a study day, unless it is there."""
        daily_copy(self._file, day)

    def copies(self) -> Sequence[Copy]:
        """Every copy, the newest first."""
        return [Copy(each, answers_in(each)) for each in all_copies(self._file.path)]

    def restore(self, copy: Path, stamp: str) -> Path | None:
        """Lets a copy be the progress file."""
        self._file.close()
        with self._file.named_errors():
            return put_in_place(copy, self._file.path, stamp)

    def salvage(self, stamp: str) -> tuple[int, Path]:
        """Makes a new progress file of what can be read of the damaged one."""
        from backprep.adapters.progress_salvage import salvage
        from backprep.adapters.progress_sqlite import SqliteProgress

        path = self._file.path
        self._file.close()
        part = path.with_name(f".{path.name}.{os.getpid()}")
        with self._file.named_errors():
            backup_folder(path).mkdir(parents=True, exist_ok=True)
            entries = salvage(path)
            try:
                new = SqliteProgress(part)
                try:
                    new.merge(entries)
                finally:
                    new.close()
                aside = set_aside(path, stamp)
                part.replace(path)
                _sync_folder(path.parent)
            finally:
                part.unlink(missing_ok=True)
        if aside is None:
            raise ProgressError("there is no progress file", str(path))
        return len(entries), aside
