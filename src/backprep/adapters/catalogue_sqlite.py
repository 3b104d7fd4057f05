"""The compiled catalogue, joined with the standings in the progress file."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from backprep.adapters.catalogue_file import OnCompile, find_sources, open_catalogue
from backprep.adapters.places import Places
from backprep.adapters.progress_file import explain
from backprep.app.errors import BankError, ProgressError
from backprep.app.ports import Answered, BankInfo, Entry, Filter, Listed, Moment, Orphan, SkippedBank, Tally
from backprep.core.pick import Candidate, Met
from backprep.core.question import LEVELS
from backprep.core.rating import Rating
from backprep.core.review import LastAnswer
from backprep.core.shuffle import mixed
from backprep.core.skills import SkillTree

PER_AREA = 8
"""Unmet questions of each area that are handed to the picker."""
_CANDIDATE = "q.id, q.area, q.skill, q.level, q.early"


class SqliteCatalogue:
    """Answers every question about the banks out of SQLite; records are decoded one at a time, when they are shown.

    ``only`` names the banks to use (a path or a bank's id); without it all shipped and own banks that have no fault.
    """

    def __init__(
        self, places: Places, on_compile: OnCompile, named: Sequence[Path] = (), only: Sequence[str] = ()
    ) -> None:
        self._places = places
        sources = find_sources(places.data, places.own_banks, named)
        self._db = open_catalogue(places.cache, sources, on_compile)
        self._named = {str(path) for path in named}
        try:
            self._attach_standings()
            # Everything below asks `live`: the questions of the banks that count in this run.
            numbers = ", ".join(str(number) for number in self._banks_in_use(only))
            self._db.execute(f"CREATE TEMP VIEW live AS SELECT * FROM question WHERE bank IN ({numbers})")
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        """Gives the files back."""
        self._db.close()

    # Asking -----------------------------------------------------------------------------------------------------

    def due(self, wanted: Filter, moment: Moment, limit: int) -> Sequence[Candidate]:
        """What has come back, the longest overdue first."""
        where, values = self._where(wanted)
        return self._met(
            f"{where} AND s.due_day <= ? AND (s.due_day < ? OR s.due_at IS NULL OR s.due_at <= ?)"
            " ORDER BY s.due_day, s.due_at LIMIT ?",
            (*values, moment.day, moment.day, moment.ms, limit),
        )

    def weakest(self, wanted: Filter, limit: int) -> Sequence[Candidate]:
        """What was met, the worst rated first, then what was answered longest ago."""
        where, values = self._where(wanted)
        return self._met(f"{where} ORDER BY s.last_rating, s.last_at LIMIT ?", (*values, limit))

    def among(self, wanted: Filter, ids: Sequence[str]) -> Sequence[Candidate]:
        """Those of some questions that are live and that the filter lets through, in the order given."""
        where, values = self._where(wanted)
        found = []
        with self._progress_errors():
            for name in ids:
                row = self._db.execute(
                    f"SELECT {_CANDIDATE} FROM live q WHERE q.id = ? AND {where}", (name, *values)
                ).fetchone()
                if row:
                    found.append(_candidate(row))
        return found

    def new(self, wanted: Filter, seed: int, limit: int) -> Sequence[Candidate]:
        """The early questions that were not met, and some unmet ones of every area."""
        where, values = self._where(wanted)
        unmet = f"{where} AND NOT EXISTS (SELECT 1 FROM standing s WHERE s.question = q.id)"
        start = mixed(seed, "start") - (1 << 63)
        with self._progress_errors():
            rows = self._db.execute(
                f"SELECT {_CANDIDATE} FROM live q WHERE q.early = 1 AND {unmet} LIMIT ?", (*values, limit)
            ).fetchall()
            for area in self._areas(wanted):
                left = limit if wanted.areas or wanted.skills or self._named else max(PER_AREA, limit // 10)
                # Two halves of a circle: from a place that the seed names to the end, then from the beginning.
                for side in (">=", "<"):
                    found = self._db.execute(
                        f"SELECT {_CANDIDATE} FROM live q WHERE q.area = ? AND q.mix {side} ?"
                        f" AND q.early = 0 AND {unmet} ORDER BY q.mix LIMIT ?",
                        (area, start, *values, left),
                    ).fetchall()
                    left -= len(found)
                    rows += found
        return [_candidate(row) for row in rows]

    def answered_on(self, day: int) -> Mapping[str, Answered]:
        """By area: what was answered on a study day."""
        with self._progress_errors():
            rows = self._db.execute(
                "SELECT substr(skill, 1, instr(skill, '/') - 1), sum(first_day = last_day), sum(first_day < last_day)"
                " FROM standing WHERE last_day = ? GROUP BY 1",
                (day,),
            ).fetchall()
        return {row[0] or "": Answered(row[1], row[2]) for row in rows}

    def next_due(self, wanted: Filter) -> tuple[int, int] | None:
        """When the next question comes back, and how many do on that day."""
        where, values = self._where(wanted)
        with self._progress_errors():
            row = self._db.execute(
                f"SELECT s.due_day, count(*) FROM standing s CROSS JOIN live q ON q.id = s.question WHERE {where}"
                " GROUP BY s.due_day ORDER BY s.due_day LIMIT 1",
                values,
            ).fetchone()
        return (row[0], row[1]) if row else None

    def orphans(self) -> Sequence[Orphan]:
        """What was answered and is in no bank, not even in one that has faults elsewhere."""
        with self._progress_errors():
            rows = self._db.execute(
                "SELECT s.question, s.skill, s.times, s.last_at FROM standing s"
                " WHERE NOT EXISTS (SELECT 1 FROM question q WHERE q.id = s.question) ORDER BY s.question"
            ).fetchall()
        return [Orphan(*row) for row in rows]

    def changed(self) -> Sequence[Listed]:
        """What reads otherwise than when it was answered last."""
        return self._listed("s.content <> q.content", [])

    def _met(self, where: str, values: Sequence[object]) -> list[Candidate]:
        with self._progress_errors():
            rows = self._db.execute(
                f"SELECT {_CANDIDATE}, s.last_at, s.last_rating, s.last_day, s.stability"
                f" FROM standing s CROSS JOIN live q ON q.id = s.question WHERE {where}",
                values,
            ).fetchall()
        return [_candidate(row) for row in rows]

    def entry(self, question_id: str) -> Entry | None:
        """One question in full."""
        row = self._db.execute(
            "SELECT q.kind, q.body, q.content, b.path, q.line FROM live q JOIN bank b ON b.number = q.bank"
            " WHERE q.id = ?",
            (question_id,),
        ).fetchone()
        if row is None:
            return None
        from backprep.kinds.codec import decode

        return Entry(decode(row[0], json.loads(row[1])), row[2], row[3], row[4])

    # Looking up -------------------------------------------------------------------------------------------------

    def skills(self) -> SkillTree:
        """Everything in ``data/skills.yaml``."""
        from backprep.kinds.codec import build

        return build(SkillTree, json.loads(self._db.execute("SELECT body FROM tree").fetchone()[0]))

    def skill_titles(self) -> Mapping[str, str]:
        """Titles by area and by ``area/skill``, in the tree's order."""
        return dict(self._db.execute("SELECT path, title FROM skill ORDER BY place").fetchall())

    def tallies(self) -> Mapping[str, Tally]:
        """How each skill stands, by ``area/skill``; skills without questions are left out."""
        with self._progress_errors():
            rows = self._db.execute(
                "SELECT q.skill, count(*), count(s.question), coalesce(sum(s.last_rating = 1), 0),"
                " coalesce(sum(s.last_rating = 2), 0), coalesce(sum(s.last_rating = 3), 0),"
                " coalesce(sum(s.last_rating = 4), 0)"
                " FROM live q LEFT JOIN standing s ON s.question = q.id GROUP BY q.skill"
            ).fetchall()
        return {row[0]: Tally(*row[1:]) for row in rows}

    def questions(self, wanted: Filter) -> Sequence[Listed]:
        """The questions that a filter lets through, in the order of the banks."""
        return self._listed(*self._where(wanted))

    def _listed(self, where: str, values: Sequence[str]) -> list[Listed]:
        with self._progress_errors():
            rows = self._db.execute(
                "SELECT q.id, q.skill, q.level, q.kind, b.id, q.prompt, s.times, s.last_at, s.last_rating"
                " FROM live q JOIN bank b ON b.number = q.bank LEFT JOIN standing s ON s.question = q.id"
                f" WHERE {where} ORDER BY b.origin DESC, b.path, q.line",
                values,
            ).fetchall()
        return [
            Listed(
                row[0],
                row[1],
                row[2],
                row[3],
                row[4],
                row[5],
                LastAnswer(row[6], row[7], Rating(row[8])) if row[6] else None,
            )
            for row in rows
        ]

    def banks(self) -> Sequence[BankInfo]:
        """The banks in use, shipped ones first."""
        infos = []
        for number, bank, title, path, about, origin in self._db.execute(
            "SELECT number, id, title, path, about, origin FROM bank WHERE number IN (SELECT bank FROM live)"
            " ORDER BY origin DESC, path"
        ).fetchall():
            kinds = self._counts("kind", number)
            levels = self._counts("level", number)
            by_level: dict[str, int] = {level: levels.get(level, 0) for level in LEVELS}
            infos.append(BankInfo(bank, title, path, sum(kinds.values()), kinds, by_level, about, origin == "shipped"))
        return sorted(infos, key=lambda bank: (not bank.shipped, Path(bank.path).name != "questions.yaml"))

    def skipped(self) -> Sequence[SkippedBank]:
        """The banks that are not used, because something is wrong with them."""
        rows = self._db.execute(
            "SELECT path, faults + clashes FROM bank WHERE faults + clashes > 0 AND origin <> 'named' ORDER BY path"
        )
        return [SkippedBank(path, faults) for path, faults in rows]

    # Inside -----------------------------------------------------------------------------------------------------

    def _counts(self, column: str, bank: int) -> dict[str, int]:
        rows = self._db.execute(
            f"SELECT {column}, count(*) FROM question WHERE bank = ? GROUP BY {column} ORDER BY {column}", (bank,)
        )
        return dict(rows.fetchall())

    def _areas(self, wanted: Filter) -> list[str]:
        if wanted.areas or wanted.skills:
            return sorted({*wanted.areas, *(skill.partition("/")[0] for skill in wanted.skills)})
        return [path for (path,) in self._db.execute("SELECT path FROM skill WHERE path NOT LIKE '%/%'")]

    def _where(self, wanted: Filter) -> tuple[str, list[str]]:
        clauses = ["1"]
        values: list[str] = []
        places = [("q.level", wanted.levels), ("q.kind", wanted.kinds)]
        for column, allowed in places:
            if allowed:
                clauses.append(f"{column} IN ({', '.join('?' * len(allowed))})")
                values += allowed
        # An area and a skill widen each other: `--area python --skill api-design/webhooks` means both.
        topics = [
            f"q.{column} = ?" for column, those in (("area", wanted.areas), ("skill", wanted.skills)) for _ in those
        ]
        if topics:
            clauses.append(f"({' OR '.join(topics)})")
            values += [*wanted.areas, *wanted.skills]
        return " AND ".join(clauses), values

    def _banks_in_use(self, only: Sequence[str]) -> list[int]:
        rows = self._db.execute("SELECT number, path, origin, id, faults, clashes FROM bank WHERE origin <> 'skills'")
        banks = rows.fetchall()
        good = [row for row in banks if not row[4] and not row[5]]
        if not only:
            return [row[0] for row in good if row[2] != "named"]
        chosen: list[int] = []
        for name in only:
            matching = [row for row in good if name in (row[1], row[3]) and (row[2] != "named" or row[1] == name)]
            if not matching:
                raise _no_bank(name, [row[1:] for row in banks if name in (row[1], row[3])], [row[3] for row in good])
            chosen += [row[0] for row in matching]
        return chosen

    def _attach_standings(self) -> None:
        path = self._places.progress
        if path.exists():
            with self._progress_errors():
                self._db.execute("ATTACH DATABASE ? AS progress", (str(path),))
                found = self._db.execute("SELECT name FROM progress.sqlite_schema WHERE name = 'standing'").fetchone()
                if found:
                    return
                self._db.execute("DETACH DATABASE progress")
        self._db.execute(
            "CREATE TEMP TABLE standing (question PRIMARY KEY, times, first_day, last_day, last_at, last_rating, skill,"
            " content, stability, difficulty, lapses, due_day, due_at)"
        )

    @contextmanager
    def _progress_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise ProgressError(*explain(error, self._places.progress)) from error


def _no_bank(name: str, unusable: list[tuple[str, str, str, int, int]], usable: list[str]) -> BankError:
    for path, _, _, faults, clashes in unusable:
        see = f"See them all: backprep bank check {path}"
        if faults:
            return BankError(f"the bank has {faults} fault{'s' * (faults != 1)}", path, see)
        return BankError(f"{clashes} of its questions have ids that another bank uses", path, see)
    from backprep.core.suggest import did_you_mean

    near = did_you_mean(name, usable)
    return BankError(f"there is no bank {name!r}", None, f"Did you mean {near}?" if near else "See: backprep bank list")


def _candidate(row: tuple[Any, ...]) -> Candidate:
    met = Met(row[5], row[6], row[7], row[8]) if len(row) > 5 else None
    return Candidate(row[0], row[1], row[2], row[3], bool(row[4]), met)
