"""A file in which a page was overwritten: it is found out, never used as if whole, and what is left is saved."""

import contextlib
import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from backprep.adapters.progress_backup import SqliteBackups
from backprep.adapters.progress_salvage import salvage
from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.app.errors import ProgressError
from backprep.core.review import LogEntry, Review
from faults.files import entries, filled, review

PAGE = 4096
DAMAGE = {
    "noise": os.urandom(PAGE),
    "noughts": bytes(PAGE),
    "ones": b"\xff" * PAGE,
    "text": (b"the disk wrote somebody else's letter here. " * 100)[:PAGE],
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[LogEntry]]:
    """A good file as bytes, and its log."""
    file = tmp_path_factory.mktemp("whole") / "progress.sqlite3"
    log = filled(file)
    return file.read_bytes(), log


def damaged(file: Path, content: bytes, page: int, by: bytes) -> SqliteProgress:
    """The file with one page overwritten."""
    file.write_bytes(content[: page * PAGE] + by + content[(page + 1) * PAGE :])
    return SqliteProgress(file)


@pytest.mark.parametrize("by", DAMAGE.values(), ids=DAMAGE)
def test_every_damaged_page_is_found_and_everything_else_is_saved(
    whole: tuple[bytes, list[LogEntry]], tmp_path: Path, by: bytes
) -> None:
    """Each page in turn: doctor names the damage, and salvage keeps every review that stands on another page."""
    content, log = whole
    pages = len(content) // PAGE
    assert pages > 10
    reviews = {each.id for each in log if isinstance(each, Review)}
    on_page = [{name for name in reviews if name.encode() in page} for page in split(content)]
    for page in range(pages):
        file = tmp_path / f"{page}.sqlite3"
        progress = damaged(file, content, page, by)
        try:
            found = progress.faults()
        except ProgressError as error:
            found = [error.what]
        finally:
            progress.close()
        assert found, f"page {page} is broken, and nobody noticed"
        saved = {each.id for each in salvage(file)}
        assert reviews - on_page[page] <= saved, f"page {page} broken: a review on another page is lost"
        assert saved <= {each.id for each in log}
        file.unlink()


def split(content: bytes) -> list[bytes]:
    """The leaves of the table of reviews; an index holds the ids as well, and none of the rest."""
    return [
        page if (page[100] if at == 0 else page[0]) == 0x0D else b""
        for at in range(len(content) // PAGE)
        for page in [content[at * PAGE : (at + 1) * PAGE]]
    ]


@pytest.mark.parametrize("by", DAMAGE.values(), ids=DAMAGE)
def test_damage_is_never_silently_used(whole: tuple[bytes, list[LogEntry]], tmp_path: Path, by: bytes) -> None:
    """Reading a damaged log ends with the damage named, or gives exactly what was in it: never a part."""
    content, log = whole
    for page in range(len(content) // PAGE):
        progress = damaged(tmp_path / f"{page}.sqlite3", content, page, by)
        try:
            with contextlib.suppress(ProgressError):
                assert list(progress.log()) == log, f"page {page} is broken, and something else was read"
            with contextlib.suppress(ProgressError):
                before = {each.id for each in log}
                progress.record(review(9_999))
                after = {each.id for each in progress.log()}
                assert after - before == {review(9_999).id}
                assert before <= after
        finally:
            progress.close()


def test_a_whole_file_is_salvaged_entry_for_entry(tmp_path: Path) -> None:
    """Page by page, without SQLite, everything comes out as it went in: long replies, undos, resets, notes."""
    log = filled(tmp_path / "progress.sqlite3", 300)
    saved = salvage(tmp_path / "progress.sqlite3")
    assert sorted(saved, key=lambda each: each.id) == sorted(log, key=lambda each: each.id)
    assert {type(each) for each in saved} == {type(each) for each in entries(1)}


def test_any_other_file_holds_nothing_to_salvage(tmp_path: Path) -> None:
    """Noise, text and an empty file are read without a word."""
    file = tmp_path / "x"
    for content in (b"", b"x", os.urandom(50_000), b"\x0d" * 20_000, b"\x0d\x00\x00\xff\xff" + bytes(4091)):
        file.write_bytes(content)
        assert salvage(file) == []


def test_salvage_makes_a_good_file_and_keeps_the_bad_one(tmp_path: Path) -> None:
    """Afterwards doctor is content, the standings are derived anew, and nothing was thrown away."""
    file = tmp_path / "progress.sqlite3"
    log = filled(file)
    content = file.read_bytes()
    progress = damaged(file, content, 0, DAMAGE["noise"])
    count, aside = SqliteBackups(progress.file).salvage("stamp")
    assert progress.faults() == []
    assert (count, len(list(progress.log()))) == (len(log), len(log))
    assert progress.standing("question-5") is not None
    assert aside.read_bytes()[PAGE:] == content[PAGE:]
    progress.close()


# Copies ---------------------------------------------------------------------------------------------------------


def test_one_copy_a_day_and_old_ones_thinned(tmp_path: Path) -> None:
    """The first session of a day makes it; it holds everything; after a long while few are left."""
    progress = SqliteProgress(tmp_path / "progress.sqlite3")
    backups = SqliteBackups(progress.file)
    backups.daily(date(2026, 1, 1))
    assert backups.copies() == []  # nothing answered yet, nothing to copy
    for day in range(1, 31):
        progress.record(review(day))
        backups.daily(date(2026, 1, day))
        backups.daily(date(2026, 1, day))
    copies = backups.copies()
    assert [each.path.stem for each in copies][:7] == [f"2026-01-{day}" for day in range(30, 23, -1)]
    assert len(copies) == 9
    assert copies[0].answers == 30
    (tmp_path / "backups" / "holiday.txt").write_text("mine")
    progress.record(review(31))
    backups.daily(date(2026, 1, 31))
    assert (tmp_path / "backups" / "holiday.txt").exists()
    progress.close()


def test_a_damaged_file_pushes_out_no_good_copy(tmp_path: Path) -> None:
    """The daily copy looks at what it copied: a damaged one is not kept, and no older one goes."""
    file = tmp_path / "progress.sqlite3"
    filled(file)
    progress = SqliteProgress(file)
    backups = SqliteBackups(progress.file)
    for day in range(1, 9):
        backups.daily(date(2026, 2, day))
    progress.close()
    before = [each.path for each in backups.copies()]
    content = file.read_bytes()
    leaf = next(at for at, page in enumerate(split(content)) if b"-7000-8000-" in page)
    progress = damaged(file, content, leaf, DAMAGE["noughts"])
    with pytest.raises(ProgressError, match="damaged"):
        SqliteBackups(progress.file).daily(date(2026, 3, 1))
    assert [each.path for each in backups.copies()] == before
    progress.close()


def test_going_back_to_a_copy_loses_nothing(tmp_path: Path) -> None:
    """The copy is the progress file afterwards, to the last answer, and what it took the place of is still there."""
    file = tmp_path / "progress.sqlite3"
    filled(file, 50)
    progress = SqliteProgress(file)
    backups = SqliteBackups(progress.file)
    backups.daily(date(2026, 2, 1))
    log = list(progress.log())
    progress.record(review(900))
    newest = list(progress.log())
    (copy,) = backups.copies()
    aside = backups.restore(copy.path, "stamp")
    assert list(progress.log()) == log
    assert progress.faults() == []
    assert aside is not None
    other = SqliteProgress(aside)
    assert list(other.log()) == newest
    other.close()
    assert backups.restore(copy.path, "stamp") != aside
    progress.close()


@pytest.mark.parametrize("content", [b"", b"not a database", os.urandom(8192)])
def test_what_is_no_copy_is_refused(tmp_path: Path, content: bytes) -> None:
    """A file that cannot stand in for the answers changes nothing."""
    file = tmp_path / "progress.sqlite3"
    log = filled(file, 5)
    (tmp_path / "bad").write_bytes(content)
    progress = SqliteProgress(file)
    with pytest.raises(ProgressError, match="cannot be used"):
        SqliteBackups(progress.file).restore(tmp_path / "bad", "stamp")
    assert list(progress.log()) == log
    progress.close()


def test_a_copy_of_another_program_is_refused(tmp_path: Path) -> None:
    """Any SQLite file will not do."""
    other = tmp_path / "other.sqlite3"
    with contextlib.closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE t (x)")
        db.commit()
    with pytest.raises(ProgressError, match="no progress file"):
        SqliteBackups(SqliteProgress(tmp_path / "progress.sqlite3").file).restore(other, "stamp")
