"""Reads a bank, and finds everything that is wrong with it in one go."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backprep.adapters.bank_messages import CODES, MOST_FAULTS, Nearest, described, plain, quoted, shortened
from backprep.adapters.bank_rules import id_problems, kind_problems, only_common, rules, tree_problems, unknown_to_all
from backprep.adapters.bank_shape import adapter, validated
from backprep.adapters.bank_source import read_bank
from backprep.adapters.bank_yaml import Map, Seq, parse, place
from backprep.core.ask_them import AskThemBank
from backprep.core.bank import Bank
from backprep.core.problem import Fault, Problem
from backprep.core.question import Question
from backprep.core.skills import SkillTree
from backprep.kinds import KINDS

__all__ = ["CODES", "LoadedBank", "LoadedQuestion", "duplicate_ids", "load_bank", "load_skills"]

_NOT_CONTENT = {"early", "level", "skill", "sources", "looking_for", "follow_ups", "runs"}


@dataclass(frozen=True, slots=True)
class LoadedQuestion:
    """A question, where it stands, its JSON, and the hash of what matters for answering it."""

    question: Question
    line: int
    column: int
    body: str
    content: str


@dataclass(frozen=True, slots=True)
class LoadedBank:
    """What could be read of a bank, and its faults. ``digest`` is empty where the file could not be read.

    ``ids`` are those of all its questions, also of the faulty ones, each with its line and column.
    """

    path: str
    digest: str
    id: str | None
    title: str | None
    about: str | None
    questions: tuple[LoadedQuestion, ...]
    faults: tuple[Fault, ...]
    ids: tuple[tuple[str, int, int], ...] = ()


def load_bank(path: Path, skills: Collection[str] | None) -> LoadedBank:
    """Reads a bank. Never raises for what is in the file.

    ``skills`` are the paths that a question may name; None leaves them unchecked.
    """
    content = read_bank(path)
    if isinstance(content, Fault):
        return LoadedBank(str(path), "", None, None, None, (), (content,))
    digest = hashlib.sha256(content[0]).hexdigest()
    root, faults = parse(content[1], str(path))
    reader = _Reader(str(path), root, faults)
    questions: list[LoadedQuestion] = []
    head: Bank | None = None
    if reader.is_bank():
        head = reader.head()
        questions = list(reader.questions(skills))
    bank_id = head.bank if head else None
    title, about = (head.title, head.about) if head else (None, None)
    return LoadedBank(str(path), digest, bank_id, title, about, tuple(questions), reader.report(), tuple(reader.ids))


def load_skills(path: Path) -> tuple[SkillTree | None, tuple[Fault, ...]]:
    """Reads the skills file."""
    content = read_bank(path)
    if isinstance(content, Fault):
        return None, (content,)
    root, faults = parse(content[1], str(path))
    reader = _Reader(str(path), root, faults)
    tree: SkillTree | None = None
    if reader.is_mapping("areas"):
        tree, problems = validated(SkillTree, root, reader.nearest)
        reader.add(problems, (), None)
        if tree is not None:
            reader.add(tree_problems(tree, reader.nearest), (), None)
    return tree, reader.report()


def load_asks(path: Path) -> tuple[AskThemBank | None, tuple[Fault, ...]]:
    """Reads the questions that a candidate may ask."""
    content = read_bank(path)
    if isinstance(content, Fault):
        return None, (content,)
    root, faults = parse(content[1], str(path))
    reader = _Reader(str(path), root, faults)
    bank: AskThemBank | None = None
    if reader.is_mapping("questions"):
        bank, problems = validated(AskThemBank, root, reader.nearest)
        reader.add(problems, (), None)
    return bank, reader.report()


def duplicate_ids(banks: Sequence[LoadedBank]) -> tuple[Fault, ...]:
    """One fault at every place where an id is used that came earlier, in the same bank or in another.

    What came earlier in the same bank is worded as the bank's own report has it, so that it can be told once.
    """
    first: dict[str, str] = {}
    faults = []
    for bank in banks:
        here: dict[str, str] = {}
        for name, line, column in bank.ids:
            earlier = here.get(name) or first.get(name)
            if earlier:
                faults.append(_duplicate(bank.path, line, column, name, earlier))
            here.setdefault(name, f"{bank.path}:{line}")
        for name, at in here.items():
            first.setdefault(name, at)
    return tuple(faults)


def _duplicate(file: str, line: int, column: int, name: str, first: str) -> Fault:
    return Fault(
        file,
        line,
        column,
        plain(name),
        "duplicate-id",
        f"the id {quoted(name)} is used already, at {first}",
        "Choose another.",
    )


class _Reader:
    """One file on its way from text to records; gathers faults."""

    def __init__(self, file: str, root: Any, faults: list[Fault]) -> None:
        self.file = file
        self.root = root
        self.faults = faults
        self.ids: list[tuple[str, int, int]] = []
        self.nearest = Nearest()

    def report(self) -> tuple[Fault, ...]:
        """The faults in the order of the file; of very many the first ones, and how many more there are."""
        ordered = sorted(self.faults, key=lambda fault: (fault.line, fault.column, fault.code))
        left = len(ordered) - MOST_FAULTS
        if left <= 0:
            return tuple(ordered)
        last = ordered[MOST_FAULTS]
        more = Fault(
            self.file,
            last.line,
            last.column,
            None,
            "more-faults",
            f"and {left} more faults",
            "Mend the ones above first.",
        )
        return (*ordered[:MOST_FAULTS], more)

    def is_mapping(self, needed: str) -> bool:
        """Whether there is a mapping to go on with."""
        if isinstance(self.root, Map):
            return True
        if self.root is not None:
            hint = f"Begin with keys: `{needed}:` is one of them."
            self._fault((1, 1), None, "not-a-mapping", f"the file holds {described(self.root)}", hint)
        elif not self.faults:
            self._fault((1, 1), None, "empty-file", "the file is empty", f"Write at least `{needed}:`.")
        return False

    def is_bank(self) -> bool:
        """Whether there is a mapping, as a bank must be."""
        return self.is_mapping("questions")

    def head(self) -> Bank | None:
        """What stands above the questions."""
        raw = {key: value for key, value in self.root.items() if key != "questions"}
        head, problems = validated(Bank, raw, self.nearest)
        if "questions" not in self.root:
            problems = [self._hint_questions(each) if each.code == "unknown-key" else each for each in problems]
        self.add(problems, (), None)
        if isinstance(raw.get("bank"), str) and raw["bank"].strip():
            self.add(id_problems(raw["bank"], ("bank",)), (), None)
        bank: Bank | None = head
        return bank

    def _hint_questions(self, problem: Problem) -> Problem:
        near = self.nearest(str(problem.path[-1]), ["questions"])
        return Problem(problem.path, problem.code, problem.message, f"Did you mean `{near}`?") if near else problem

    def questions(self, skills: Collection[str] | None) -> Iterator[LoadedQuestion]:
        """The questions that have no fault; the others' faults are gathered."""
        listed = self.root.get("questions")
        if not isinstance(listed, Seq) or not listed:
            if "questions" not in self.root:
                self._fault(
                    (1, 1), None, "missing-key", "the key `questions` is missing", "List the questions under it."
                )
            elif isinstance(listed, Seq) or listed is None:
                at = place(self.root, ("questions",))
                self._fault(at, None, "empty-bank", "there are no questions", "Write one, beginning with `- id: …`.")
            else:
                at = place(self.root, ("questions",))
                hint = "Begin each question with `- id: …`."
                self._fault(at, None, "wrong-type", f"`questions` must be a list, and is {described(listed)}", hint)
            return
        first: dict[str, int] = {}
        for number, raw in enumerate(listed):
            line, column = listed.items_at[number]
            if not isinstance(raw, Map):
                hint = "Begin it with `- id: …` and line its keys up below `id`."
                message = f"question {number + 1} must be a mapping, and is {described(raw)}"
                self._fault((line, column), None, "wrong-type", message, hint)
                continue
            before = len(self.faults)
            loaded = self._question(raw, number, skills, line, column)
            name = raw.get("id")
            if isinstance(name, str) and name.strip():
                at = raw.keys_at["id"]
                self.ids.append((name, *at))
                if name in first:
                    self.faults.append(_duplicate(self.file, *at, name, f"{self.file}:{first[name]}"))
                first.setdefault(name, at[0])
            if loaded is not None and len(self.faults) == before:
                yield loaded

    def _question(
        self, raw: Map, at: int, skills: Collection[str] | None, line: int, column: int
    ) -> LoadedQuestion | None:
        path = ("questions", at)
        name = raw.get("id") if isinstance(raw.get("id"), str) else None
        kind = KINDS.get(raw["kind"]) if isinstance(raw.get("kind"), str) else None
        if kind is None:
            self.add(kind_problems(raw, self.nearest), path, name)
            record, problems = validated(Question, only_common(raw), self.nearest)
            self.add([each for each in problems if each.path != ("kind",)], path, name)
            self.add(unknown_to_all(raw, self.nearest), path, name)
        else:
            for field, key in {**kind.shorthand, "follow_ups": "ask"}.items():
                _expand(raw.get(field), key)
            record, problems = validated(kind.record, raw, self.nearest)
            self.add(problems, path, name)
        self.add(rules(raw, skills, self.nearest, sourced=kind is not None and kind.sourced), path, name)
        if record is None or kind is None:
            return None
        self.add(kind.problems(record), path, name)
        body = adapter(kind.record).dump_json(record, exclude_defaults=True)
        matter = adapter(kind.record).dump_json(record, exclude_defaults=True, exclude=_NOT_CONTENT)
        return LoadedQuestion(record, line, column, body.decode(), hashlib.sha256(matter).hexdigest()[:32])

    def add(self, problems: Any, path: tuple[str | int, ...], question: str | None) -> None:
        """Turns problems of a record into faults with a place."""
        for problem in problems:
            at = place(self.root, (*path, *problem.path))
            self._fault(at, question, problem.code, problem.message, problem.hint)

    def _fault(self, at: tuple[int, int], question: str | None, code: str, message: str, hint: str) -> None:
        shown = plain(question) if question else None
        self.faults.append(Fault(self.file, at[0], at[1], shown, code, shortened(message), hint))


def _expand(items: Any, key: str) -> None:
    """Writes out items that were given as plain text."""
    if isinstance(items, Seq):
        for at, item in enumerate(items):
            if isinstance(item, str):
                written = Map(items.items_at[at])
                written[key] = item
                written.keys_at[key] = written.values_at[key] = items.items_at[at]
                items[at] = written
