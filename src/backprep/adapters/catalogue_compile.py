"""Compiles banks into the catalogue: reads the YAML that has changed, and leaves the rest as it is."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from backprep.adapters.bank_check import LoadedBank, load_bank, load_skills
from backprep.adapters.catalogue_file import FORMAT, SCHEMA, OnCompile, SourceFile, is_current
from backprep.app.errors import BankError
from backprep.core.question import Question
from backprep.core.shuffle import mixed
from backprep.core.skills import SkillTree
from backprep.kinds import kind_of

KEPT_NAMED = 20
"""Files once named with ``--bank`` that stay compiled, so that naming one again costs nothing."""


def refresh(db: sqlite3.Connection, sources: Sequence[SourceFile], on_compile: OnCompile) -> None:
    """Brings the catalogue up to date in one transaction: all of it, or none when it is interrupted."""
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("BEGIN IMMEDIATE")
    try:
        if not is_current(db, sources):  # another process may have been faster
            _refresh(db, sources, on_compile)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _refresh(db: sqlite3.Connection, sources: Sequence[SourceFile], on_compile: OnCompile) -> None:
    if db.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
        _make_tables(db)
    held = {path: (origin, stamp) for path, origin, stamp in db.execute("SELECT path, origin, stamp FROM bank")}
    # A set-up that refers to skills is only as good as the skills: when those change, all banks are read again.
    skills_file = sources[0]
    if held.get(str(skills_file.path)) != (skills_file.origin, skills_file.stamp()):
        db.execute("DELETE FROM bank")
        held = {}
        _store_skills(db, skills_file)
    known = frozenset(path for (path,) in db.execute("SELECT path FROM skill WHERE path LIKE '%/%'"))
    stale = [source for source in sources[1:] if held.get(str(source.path)) != (source.origin, source.stamp())]
    gone = set(held) - {str(source.path) for source in sources}
    gone -= _newest_named(db)
    db.executemany("DELETE FROM bank WHERE path = ?", [(path,) for path in gone])
    for done, source in enumerate(stale):
        on_compile(done, len(stale))
        stamp = source.stamp()  # before reading: a change in between is seen at the next start
        _store_bank(db, source, stamp, load_bank(source.path, known))
    on_compile(len(stale), len(stale))
    _mark_clashes(db)


def _make_tables(db: sqlite3.Connection) -> None:
    # The index of words has tables of its own, which go with it.
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"
    for (name,) in db.execute(tables).fetchall():
        db.execute(f'DROP TABLE IF EXISTS "{name}"')
    for statement in SCHEMA.split(";\n"):
        db.execute(statement)


def _store_skills(db: sqlite3.Connection, source: SourceFile) -> None:
    stamp = source.stamp()
    tree, faults = load_skills(source.path)
    if tree is None or faults:
        first = f"{faults[0]}" if faults else "it cannot be read"
        raise BankError(f"the skills cannot be used: {first}", str(source.path), "Run: backprep bank check")
    db.execute("DELETE FROM skill")
    db.execute("DELETE FROM tree")
    titles = _titles(tree)
    db.executemany("INSERT INTO skill VALUES (?, ?, ?)", [(path, at, title) for at, (path, title) in enumerate(titles)])
    db.execute("INSERT INTO tree VALUES (?)", (_as_json(tree),))
    db.execute(
        "INSERT INTO bank (path, origin, stamp, digest, faults) VALUES (?, ?, ?, '', 0)",
        (str(source.path), source.origin, stamp),
    )


def _titles(tree: SkillTree) -> list[tuple[str, str]]:
    titles = []
    for area in tree.areas:
        titles.append((area.id, area.title))
        titles += [(f"{area.id}/{skill.id}", skill.title) for skill in area.skills]
    return titles


def _as_json(tree: SkillTree) -> str:
    from pydantic import TypeAdapter

    return TypeAdapter(SkillTree).dump_json(tree, exclude_defaults=True).decode()


def _store_bank(db: sqlite3.Connection, source: SourceFile, stamp: str, bank: LoadedBank) -> None:
    db.execute("DELETE FROM bank WHERE path = ?", (str(source.path),))
    number = db.execute(
        "INSERT INTO bank (path, origin, stamp, digest, id, title, about, faults) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (str(source.path), source.origin, stamp, bank.digest, bank.id, bank.title, bank.about, len(bank.faults)),
    ).lastrowid
    if bank.faults:
        return
    # Numbered here, because looking up what number each has got takes the square of their number.
    first = db.execute("SELECT coalesce(max(rowid), 0) + 1 FROM question").fetchone()[0]
    db.executemany(
        "INSERT INTO question (rowid, bank, id, area, skill, level, kind, early, mix, line, content, prompt, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                row,
                number,
                loaded.question.id,
                loaded.question.area,
                loaded.question.skill,
                loaded.question.level,
                loaded.question.kind,
                int(loaded.question.early),
                # Signed, because that is what SQLite holds.
                mixed(0, loaded.question.id) - (1 << 63),
                loaded.line,
                loaded.content,
                loaded.question.prompt,
                loaded.body,
            )
            for row, loaded in enumerate(bank.questions, first)
        ],
    )
    db.executemany(
        "INSERT INTO words (rowid, prompt, points, answer) VALUES (?, ?, ?, ?)",
        [(row, *_words(loaded.question)) for row, loaded in enumerate(bank.questions, first)],
    )


def _words(question: Question) -> tuple[str, str, str]:
    """What a question can be found by: its prompt; what has to be known; the rest that explains it."""
    points = " ".join(kind_of(question).back(question))
    answer = "" if question.kind == "open" else question.answer or ""  # an open one's stands on its back
    more = [text for each in question.mistakes for text in (each.claim, each.why)]
    more += [text for each in question.follow_ups for text in (each.ask, each.good or "")]
    return question.prompt, points, " ".join([answer, question.looking_for or "", *more])


def _mark_clashes(db: sqlite3.Connection) -> None:
    """Counts for each bank the ids that an earlier one has already. A later bank with any is not used."""
    rank = "CASE {0}.origin WHEN 'shipped' THEN 0 WHEN 'own' THEN 1 ELSE 2 END"
    db.execute(
        f"""
        UPDATE bank SET clashes = (
          SELECT count(*) FROM question mine WHERE mine.bank = bank.number AND EXISTS (
            SELECT 1 FROM question other JOIN bank theirs ON theirs.number = other.bank
            WHERE other.id = mine.id AND theirs.origin <> 'named'
              AND ({rank.format("theirs")}, theirs.path) < ({rank.format("bank")}, bank.path)))
        """
    )


def _newest_named(db: sqlite3.Connection) -> set[str]:
    rows = db.execute(
        "SELECT path FROM bank WHERE origin = 'named' ORDER BY number DESC LIMIT ?", (KEPT_NAMED,)
    ).fetchall()
    return {path for (path,) in rows if Path(path).exists()}
