"""The compiled catalogue as a file in the cache directory: its tables, and whether it is still what the banks say.

Nothing here reads YAML. A file of a bank is taken as unchanged when its size, inode and time of change are; only then
is its text not read at all. ``catalogue_compile`` is imported when something has changed.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

FORMAT = 4
"""To be raised when the tables, the validator's rules or a kind's fields change: every catalogue is then made anew."""

SCHEMA = f"""
CREATE TABLE bank (
  number    INTEGER PRIMARY KEY,
  path      TEXT NOT NULL UNIQUE,
  origin    TEXT NOT NULL,
  stamp     TEXT NOT NULL,
  digest    TEXT NOT NULL,
  id        TEXT,
  title     TEXT,
  about     TEXT,
  faults    INTEGER NOT NULL,
  clashes   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE question (
  bank    INTEGER NOT NULL REFERENCES bank ON DELETE CASCADE,
  id      TEXT NOT NULL,
  area    TEXT NOT NULL,
  skill   TEXT NOT NULL,
  level   TEXT NOT NULL,
  kind    TEXT NOT NULL,
  early   INTEGER NOT NULL,
  mix     INTEGER NOT NULL,
  line    INTEGER NOT NULL,
  content TEXT NOT NULL,
  prompt  TEXT NOT NULL,
  body    TEXT NOT NULL
) STRICT;
CREATE INDEX question_id ON question (id);
CREATE INDEX question_area ON question (area, mix);
CREATE INDEX question_early ON question (mix) WHERE early = 1;
CREATE INDEX question_bank ON question (bank);
-- Counting by skill and level reads nothing but this.
CREATE INDEX question_skill ON question (skill, level, bank, id);
-- What `find` searches. Words are compared by their stems; a row goes with its question.
CREATE VIRTUAL TABLE words USING fts5 (prompt, points, answer, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER words_go AFTER DELETE ON question BEGIN DELETE FROM words WHERE rowid = old.rowid; END;
CREATE TABLE skill (path TEXT PRIMARY KEY, place INTEGER NOT NULL, title TEXT NOT NULL) STRICT;
CREATE TABLE tree (body TEXT NOT NULL) STRICT;
PRAGMA user_version = {FORMAT}
"""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A YAML file that the catalogue is made of. ``origin``: skills, shipped, own or named (by ``--bank FILE``)."""

    path: Path
    origin: str

    def stamp(self) -> str:
        """What changes when the file does."""
        try:
            seen = self.path.stat()
        except OSError as error:
            return f"error {error.errno}"
        return f"{seen.st_mode} {seen.st_size} {seen.st_mtime_ns} {seen.st_ino}"


OnCompile = Callable[[int, int], None]
"""Told how many of how many files have been compiled."""


def find_sources(data: Path, own: Path, named: Sequence[Path]) -> list[SourceFile]:
    """Every file that counts in this run, the shipped ones first."""
    sources = [SourceFile(data / "skills.yaml", "skills"), SourceFile(data / "questions.yaml", "shipped")]
    sources += [SourceFile(path, "shipped") for path in yaml_files(data / "banks")]
    sources += [SourceFile(path, "own") for path in yaml_files(own)]
    known = {source.path for source in sources}
    return sources + [SourceFile(path, "named") for path in named if path not in known]


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder by name, hidden ones left out; none where there is no such folder."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except OSError:
        return []
    return [folder / name for name in sorted(names) if name.endswith((".yaml", ".yml")) and not name.startswith(".")]


def open_catalogue(cache: Path, sources: Sequence[SourceFile], on_compile: OnCompile) -> sqlite3.Connection:
    """A connection to a catalogue that agrees with the sources.

    A broken file is thrown away and made again. Where the cache directory cannot be written, the catalogue lives in
    memory for this run.
    """
    # One file for each set of shipped banks: two installations do not undo each other's work.
    file = cache / f"catalogue-{_short_hash(str(sources[0].path))}.sqlite3"
    for attempt in ("as it is", "made anew"):
        if attempt == "made anew":
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
        try:
            cache.mkdir(parents=True, exist_ok=True)
            db = _connect(str(file))
        except (OSError, sqlite3.Error):
            continue
        try:
            _agree(db, sources, on_compile)
        except sqlite3.Error:
            db.close()
            continue
        except BaseException:
            db.close()
            raise
        return db
    db = _connect(":memory:")
    _agree(db, sources, on_compile)
    return db


def _connect(name: str) -> sqlite3.Connection:
    db = sqlite3.connect(name, timeout=30, isolation_level=None, uri=False)
    try:
        # A cache may be lost at a power cut: it is only made again.
        db.execute("PRAGMA synchronous = OFF")
    except sqlite3.Error:
        db.close()
        raise
    return db


def _agree(db: sqlite3.Connection, sources: Sequence[SourceFile], on_compile: OnCompile) -> None:
    if not is_current(db, sources):
        from backprep.adapters import catalogue_compile

        catalogue_compile.refresh(db, sources, on_compile)


def is_current(db: sqlite3.Connection, sources: Sequence[SourceFile]) -> bool:
    """Whether every source is in the catalogue as it is on the disk now, and nothing else but files once named."""
    if db.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
        return False
    held = {path: (origin, stamp) for path, origin, stamp in db.execute("SELECT path, origin, stamp FROM bank")}
    for source in sources:
        if held.pop(str(source.path), None) != (source.origin, source.stamp()):
            return False
    return all(origin == "named" for origin, _ in held.values())


def _short_hash(text: str) -> str:
    from zlib import crc32

    return f"{crc32(text.encode()):08x}"
