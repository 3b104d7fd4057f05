"""The compiled catalogue, opened together with the progress file, and what every question about them needs."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from backprep.adapters.catalogue_file import OnCompile, find_sources, open_catalogue
from backprep.adapters.places import Places
from backprep.adapters.progress_file import explain
from backprep.app.errors import BankError, ProgressError
from backprep.app.found import Filter
from backprep.core.review import SUSPENDED


class CatalogueDatabase:
    """Questions of the banks that count in this run (the view ``live``), beside how they stand (``standing``).

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
            self._db.execute(
                f"CREATE TEMP VIEW live AS SELECT rowid AS number, * FROM question WHERE bank IN ({numbers})"
            )
            self._leave_out_suspended()
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        """Gives the files back."""
        self._db.close()

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

    def _leave_out_suspended(self) -> None:
        """Makes ``open``: the questions that may be asked, which are those the person has not suspended."""
        self._db.execute("CREATE TEMP TABLE suspended (id TEXT PRIMARY KEY) WITHOUT ROWID")
        gone: dict[str, bool] = {}
        if any(row[1] == "progress" for row in self._db.execute("PRAGMA database_list")):
            with self._progress_errors():
                rows = self._db.execute(
                    "SELECT setting, value FROM progress.chosen WHERE setting GLOB ? AND id NOT IN"
                    " (SELECT review FROM progress.retraction) ORDER BY at, id",
                    (f"{SUSPENDED}*",),
                )
                gone = {setting.removeprefix(SUSPENDED): value == "on" for setting, value in rows}
        names = [(name,) for name, on in gone.items() if on]
        self._db.executemany("INSERT INTO suspended VALUES (?)", names)
        but = " WHERE id NOT IN (SELECT id FROM suspended)" if names else ""
        self._db.execute(f"CREATE TEMP VIEW open AS SELECT * FROM live{but}")

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
