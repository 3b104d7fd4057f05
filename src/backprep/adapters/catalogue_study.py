"""Which questions may be asked: what is due, what is new, what went badly. Narrowed here, chosen in ``core.pick``."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from backprep.adapters.catalogue_database import CatalogueDatabase
from backprep.app.found import Answered, Filter, Moment, Orphan, Plannable
from backprep.core.pick import Candidate, Met
from backprep.core.readiness import Held
from backprep.core.shuffle import mixed

if TYPE_CHECKING:  # no quiz needs it
    from backprep.core.mock.compose import Askable
    from backprep.core.question import Level

PER_AREA = 8
"""Unmet questions of each area that are handed to the picker."""
UNMET = 400
"""Unmet questions of each area that are handed to the planner: more than anybody gets to."""
SPOKEN = 60
"""Questions of each area from which an interview is composed."""
_ASKABLE = (
    "q.id, q.skill, q.level, q.kind, q.prompt, json_extract(q.body, '$.say'), json_array_length(q.body, '$.follow_ups')"
)
_PLANNABLE = "q.id, q.area, q.level, q.kind, q.early, json_extract(q.body, '$.say')"
_CANDIDATE = "q.id, q.area, q.skill, q.level, q.early"


class CatalogueStudy(CatalogueDatabase):
    """Candidates for a session."""

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
                    f"SELECT {_CANDIDATE} FROM open q WHERE q.id = ? AND {where}", (name, *values)
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
                f"SELECT {_CANDIDATE} FROM open q WHERE q.early = 1 AND {unmet} LIMIT ?", (*values, limit)
            ).fetchall()
            for area in self._areas(wanted):
                left = limit if wanted.areas or wanted.skills or self._named else max(PER_AREA, limit // 10)
                # Two halves of a circle: from a place that the seed names to the end, then from the beginning.
                for side in (">=", "<"):
                    found = self._db.execute(
                        f"SELECT {_CANDIDATE} FROM open q WHERE q.area = ? AND q.mix {side} ?"
                        f" AND q.early = 0 AND {unmet} ORDER BY q.mix LIMIT ?",
                        (area, start, *values, left),
                    ).fetchall()
                    left -= len(found)
                    rows += found
        return [_candidate(row) for row in rows]

    def plannable(self, wanted: Filter) -> Sequence[Plannable]:
        """What was answered, and of every area what was not, up to a number."""
        where, values = self._where(wanted)
        with self._progress_errors():
            rows = self._db.execute(
                f"SELECT {_PLANNABLE}, s.stability, s.difficulty, s.last_day, s.times"
                f" FROM standing s CROSS JOIN open q ON q.id = s.question WHERE {where}",
                values,
            ).fetchall()
            for area in self._areas(wanted):
                rows += self._db.execute(
                    f"SELECT {_PLANNABLE} FROM open q WHERE q.area = ? AND {where}"
                    " AND NOT EXISTS (SELECT 1 FROM standing s WHERE s.question = q.id) ORDER BY q.mix LIMIT ?",
                    (area, *values, UNMET),
                ).fetchall()
        return [_plannable(*row) for row in rows]

    def paces(self, count: int) -> Sequence[tuple[str, float]]:
        """Of the last answers, whatever they were given in."""
        if not any(row[1] == "progress" for row in self._db.execute("PRAGMA database_list")):
            return []
        with self._progress_errors():
            rows = self._db.execute(
                "SELECT q.kind, r.took FROM (SELECT question, took FROM progress.review ORDER BY at DESC LIMIT ?) r"
                " CROSS JOIN live q ON q.id = r.question",
                (count,),
            ).fetchall()
        return [(kind, took / 1000) for kind, took in rows]

    def spoken(self, seed: int) -> "Sequence[Askable]":
        """Some of every area that are answered aloud, and with them those that open an interview."""
        from backprep.core.mock.compose import OPENERS, Askable
        from backprep.kinds import open as open_kind
        from backprep.kinds import story as story_kind

        start = mixed(seed, "start") - (1 << 63)
        rows = self._db.execute(
            f"SELECT {_ASKABLE} FROM open q WHERE q.skill = ? AND q.kind IN ('open', 'story') LIMIT ?",
            (OPENERS, SPOKEN),
        ).fetchall()
        for area in self._areas(Filter()):
            left = SPOKEN
            for side in (">=", "<"):
                found = self._db.execute(
                    f"SELECT {_ASKABLE} FROM open q WHERE q.area = ? AND q.mix {side} ? AND q.kind IN ('open', 'story')"
                    " AND q.skill <> ? ORDER BY q.mix LIMIT ?",
                    (area, start, OPENERS, left),
                ).fetchall()
                left -= len(found)
                rows += found
        usual = {"open": open_kind.DEFAULT_SAY, "story": story_kind.DEFAULT_SAY}
        return [
            Askable(
                id=row[0], skill=row[1], level=row[2], kind=row[3], prompt=row[4], say=row[5] or usual[row[3]],
                follow_ups=row[6] or 0,
            )
            for row in rows
        ]  # fmt: skip

    def answered_on(self, day: int) -> Mapping[str, Answered]:
        """By area: what was answered on a study day."""
        with self._progress_errors():
            rows = self._db.execute(
                "SELECT substr(skill, 1, instr(skill, '/') - 1), sum(first_day = last_day), sum(first_day < last_day)"
                " FROM standing WHERE last_day = ? GROUP BY 1",
                (day,),
            ).fetchall()
        return {row[0] or "": Answered(row[1], row[2]) for row in rows}

    def due_count(self, moment: Moment) -> int:
        """How many have come back."""
        with self._progress_errors():
            row = self._db.execute(
                "SELECT count(*) FROM standing s CROSS JOIN open q ON q.id = s.question"
                " WHERE s.due_day <= ? AND (s.due_day < ? OR s.due_at IS NULL OR s.due_at <= ?)",
                (moment.day, moment.day, moment.ms),
            ).fetchone()
        return int(row[0])

    def unmet(self) -> int:
        """All questions less those that were met."""
        with self._progress_errors():
            met = "SELECT count(*) FROM standing s CROSS JOIN open q ON q.id = s.question"
            return int(self._db.execute(f"SELECT (SELECT count(*) FROM open) - ({met})").fetchone()[0])

    def holdings(self, today: int, *, by_skill: bool = False) -> Mapping[str, Sequence[Held]]:
        """Questions by area and level, and the memories of those that were met."""
        with self._progress_errors():
            counts = self._db.execute("SELECT skill, level, count(*) FROM open GROUP BY skill, level").fetchall()
            rows = self._db.execute(
                "SELECT q.skill, q.level, s.stability, s.last_day"
                " FROM standing s CROSS JOIN open q ON q.id = s.question"
            ).fetchall()
        met: dict[tuple[str, str], list[tuple[float, int]]] = {}
        for skill, level, stability, last_day in rows:
            met.setdefault((skill, level), []).append((stability, max(0, today - last_day)))
        held: dict[str, list[Held]] = {}
        for skill, level, count in counts:
            part = skill if by_skill else skill.partition("/")[0]
            held.setdefault(part, []).append(Held(level, count, tuple(met.get((skill, level), ()))))
        return held

    def forecast(self, today: int, days: int, area: str | None = None) -> Sequence[int]:
        """By the day on which each comes back; what is overdue is due today."""
        where = "" if area is None else " AND q.area = ?"
        with self._progress_errors():
            rows = self._db.execute(
                "SELECT max(s.due_day, ?) - ?, count(*) FROM standing s CROSS JOIN open q ON q.id = s.question"
                f" WHERE s.due_day < ?{where} GROUP BY 1",
                (today, today, today + days, *([] if area is None else [area])),
            ).fetchall()
        counts = dict(rows)
        return [counts.get(day, 0) for day in range(days)]

    def met(self) -> Mapping[str, tuple[str, str]]:
        """Of the questions that have a standing."""
        with self._progress_errors():
            rows = self._db.execute(
                "SELECT q.id, q.kind, q.level FROM standing s CROSS JOIN live q ON q.id = s.question"
            ).fetchall()
        return {row[0]: (row[1], row[2]) for row in rows}

    def next_due(self, wanted: Filter) -> tuple[int, int] | None:
        """When the next question comes back, and how many do on that day."""
        where, values = self._where(wanted)
        with self._progress_errors():
            row = self._db.execute(
                f"SELECT s.due_day, count(*) FROM standing s CROSS JOIN open q ON q.id = s.question WHERE {where}"
                " GROUP BY s.due_day ORDER BY s.due_day LIMIT 1",
                values,
            ).fetchone()
        return (row[0], row[1]) if row else None

    def orphans(self) -> Sequence[Orphan]:
        """What was answered and is in no bank that can be used: of one with faults nothing is known."""
        with self._progress_errors():
            rows = self._db.execute(
                "SELECT s.question, s.skill, s.times, s.last_at FROM standing s"
                " WHERE NOT EXISTS (SELECT 1 FROM question q WHERE q.id = s.question) AND s.question NOT LIKE 'story:%'"
                " ORDER BY s.question"
            ).fetchall()
        return [Orphan(*row) for row in rows]

    def _met(self, where: str, values: Sequence[object]) -> list[Candidate]:
        with self._progress_errors():
            rows = self._db.execute(
                f"SELECT {_CANDIDATE}, s.last_at, s.last_rating, s.last_day, s.stability"
                f" FROM standing s CROSS JOIN open q ON q.id = s.question WHERE {where}",
                values,
            ).fetchall()
        return [_candidate(row) for row in rows]


def _plannable(name: str, area: str, level: "Level", kind: str, early: int, say: int | None, *met: Any) -> Plannable:
    return Plannable(name, area, level, kind, bool(early), say, *met)


def _candidate(row: tuple[Any, ...]) -> Candidate:
    met = Met(row[5], row[6], row[7], row[8]) if len(row) > 5 else None
    return Candidate(row[0], row[1], row[2], row[3], bool(row[4]), met)
