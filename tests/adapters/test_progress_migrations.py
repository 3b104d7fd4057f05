"""Files of older programs become files of this one, and lose nothing."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from backprep.adapters import progress_schema
from backprep.adapters.progress_backup import answers_in, what_is_wrong
from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.app.errors import ProgressError
from backprep.core.review import Note, Review

FIRST = Path(__file__).parents[1] / "data" / "progress-v1.sqlite3"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that the first version wrote."""
    return Path(shutil.copy(FIRST, tmp_path / "progress.sqlite3"))


def opened(file: Path) -> None:
    """Opens a file once, as a start of the program does."""
    with contextlib.closing(SqliteProgress(file)) as progress:
        progress.verify()


def test_a_first_file_goes_on_as_a_second_one(old: Path) -> None:
    """Every entry is there, what follows from them is derived, and answers can be added and taken back."""
    progress = SqliteProgress(old)
    reviews = [each for each in progress.log() if isinstance(each, Review)]
    assert [each.reply and len(each.reply) for each in reviews] == [None, 7, None, 10_000]
    assert [each.skill for each in reviews] == [None] * 4
    assert [each.text for each in progress.log() if isinstance(each, Note)] == ["mine"]
    standing = progress.standing("cap-theorem")
    assert standing
    assert (standing.times, standing.due_day > standing.last_day) == (2, True)
    assert progress.settings().chosen == {}
    assert progress.faults() == []
    progress.close()


def test_the_file_as_it_was_is_kept(old: Path) -> None:
    """Before anything is changed a copy is made, which the older program could still open."""
    opened(old)
    (copy,) = (old.parent / "backups").iterdir()
    assert copy.name == "before-version-2.sqlite3"
    db = sqlite3.connect(copy)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    db.close()
    assert (answers_in(copy), what_is_wrong(copy)) == (3, None)


def test_a_migration_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in the middle leaves the file to the older program, as it was."""
    before = old.read_bytes()

    def fails(db: sqlite3.Connection) -> None:
        progress_schema.MIGRATIONS[1](db)
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("backprep.adapters.progress_file.MIGRATIONS", [progress_schema.MIGRATIONS[0], fails])
    with pytest.raises(ProgressError, match="disk is full"):
        opened(old)
    db = sqlite3.connect(old)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    assert "skill" not in {row[1] for row in db.execute("PRAGMA table_info(review)")}
    db.close()
    assert len(old.read_bytes()) == len(before)


def test_without_room_for_the_copy_nothing_is_migrated(old: Path) -> None:
    """Where the copy cannot be made the file stays as it is, and the error says so."""
    (old.parent / "backups").write_text("in the way")
    with pytest.raises(ProgressError):
        opened(old)
    db = sqlite3.connect(old)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    db.close()


def test_two_programs_may_open_an_old_file_at_once(old: Path) -> None:
    """The second one finds the work done."""
    one, two = SqliteProgress(old), SqliteProgress(old)
    one.verify()
    two.verify()
    assert list(one.log()) == list(two.log())
    one.close()
    two.close()


def test_a_new_file_and_a_migrated_one_have_the_same_tables(old: Path, tmp_path: Path) -> None:
    """There is one schema, by whichever way it was reached."""

    def schema(file: Path) -> set[tuple[str, str]]:
        db = sqlite3.connect(file)
        tables = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        found = {(name, str(db.execute(f"PRAGMA table_info({name})").fetchall())) for (name,) in tables}
        found |= set(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"))
        db.close()
        return found

    opened(old)
    new = tmp_path / "new" / "progress.sqlite3"
    progress = SqliteProgress(new)
    progress.merge([])
    progress.close()
    assert schema(old) == schema(new)
