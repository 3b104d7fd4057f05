"""The compiled catalogue, joined with the standings in the progress file."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from backprep.adapters.catalogue_study import CatalogueStudy
from backprep.app.found import HIT, HIT_ENDS, BankInfo, Entry, Filter, Found, Listed, SkippedBank, Tally
from backprep.core.question import LEVELS
from backprep.core.rating import Rating
from backprep.core.review import LastAnswer
from backprep.core.skills import SkillTree


class SqliteCatalogue(CatalogueStudy):
    """Answers every question about the banks out of SQLite; records are decoded one at a time, when they are shown."""

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
            counts = self._db.execute("SELECT skill, count(*) FROM live GROUP BY skill").fetchall()
            met = self._db.execute(
                "SELECT q.skill, count(*), sum(s.last_rating = 1), sum(s.last_rating = 2), sum(s.last_rating = 3),"
                " sum(s.last_rating = 4) FROM standing s CROSS JOIN live q ON q.id = s.question GROUP BY q.skill"
            ).fetchall()
        went = {row[0]: row[1:] for row in met}
        return {skill: Tally(count, *went.get(skill, ())) for skill, count in counts}

    def questions(self, wanted: Filter) -> Sequence[Listed]:
        """The questions that a filter lets through, in the order of the banks."""
        return self._listed(*self._where(wanted))

    def search(self, words: Sequence[str], limit: int) -> Sequence[Found]:
        """By SQLite's full-text index: all of the words, by their beginnings; what stands in the prompt counts most."""
        query = " ".join('"' + word.replace('"', '""') + '"*' for word in words)
        rows = self._db.execute(
            "SELECT q.id, q.skill, q.level, q.kind, q.prompt, snippet(words, -1, ?, ?, '…', 16)"
            " FROM words JOIN live q ON q.number = words.rowid WHERE words MATCH ?"
            " ORDER BY bm25(words, 10.0, 5.0, 1.0), q.id LIMIT ?",
            (HIT, HIT_ENDS, query, limit),
        ).fetchall()
        return [Found(*row) for row in rows]

    def changed(self) -> Sequence[Listed]:
        """What reads otherwise than when it was answered last."""
        return self._listed("s.content <> q.content", [])

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

    def _counts(self, column: str, bank: int) -> dict[str, int]:
        rows = self._db.execute(
            f"SELECT {column}, count(*) FROM question WHERE bank = ? GROUP BY {column} ORDER BY {column}", (bank,)
        )
        return dict(rows.fetchall())
