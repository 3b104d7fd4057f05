"""What cog puts into the documents: read off the program itself, so that it cannot be out of date."""

from collections import Counter
from dataclasses import MISSING, Field, fields
from inspect import getdoc
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

from backprep.core.question import FollowUp, Mistake, Question, Run, Source
from backprep.kinds import KINDS

ROOT = Path(__file__).parents[1]


def commands() -> None:
    """A table of the commands."""
    from typer.main import get_command

    from backprep.cli import application

    print("| command | what for | example |")
    print("|---|---|---|")
    for name, command in get_command(application()).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        leaves = [(f"{name} {sub}", each) for sub, each in inner.items()] if inner else [(name, command)]
        if inner and command.invoke_without_command:
            leaves.insert(0, (name, command))
        for path, leaf in leaves:
            first = (leaf.help or "").strip().split("\n\n")[0].replace("\n", " ")
            example = (leaf.epilog or "").removeprefix("Example: ")
            print(f"| `backprep {path}` | {first} | `{example}` |")


def areas() -> None:
    """What there is to be asked, area by area."""
    skills = yaml.load((ROOT / "data/skills.yaml").read_text("utf-8"), yaml.CSafeLoader)
    files = [*sorted((ROOT / "data/banks").glob("*.yaml")), ROOT / "data/questions.yaml"]
    questions = [q for file in files for q in yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)["questions"]]
    sources, runs = (sum(len(each.get(of, ())) for each in questions) for of in ("sources", "runs"))
    print(f"{len(questions):,} questions in {len(skills['areas'])} areas, with {sources:,} references", end=" ")
    print("to primary sources.", end=" ")
    print(f"{runs} snippets of code, SQL and commands in them are executed by the tests.\n")
    print("| area | questions | junior | mid | senior | aloud |")
    print("|---|--:|--:|--:|--:|--:|")
    for area in skills["areas"]:
        own = [each for each in questions if each["skill"].split("/")[0] == area["id"]]
        levels = Counter(each["level"] for each in own)
        aloud = sum(each["kind"] in ("open", "story") for each in own)
        counts = " | ".join(str(levels[level]) for level in ("junior", "mid", "senior"))
        print(f"| {area['title']} | {len(own)} | {counts} | {aloud} |")


def kinds() -> None:
    """Every kind: what it is, its fields, its example."""
    for kind in KINDS.values():
        print(f"\n### `{kind.name}`: {kind.label.lower()}\n")
        print(f"{_sentence(kind.record)}\n")
        own = [field for field in fields(kind.record) if field.name not in {each.name for each in fields(Question)}]
        _table(own)
        for record in _nested(own):
            print(f"\nEach item: {_sentence(record)}\n")
            _table(fields(record))
        print("\n```yaml")
        print(indent(kind.example.yaml, "  ").replace("  ", "- ", 1).rstrip())
        print("```")


def common() -> None:
    """The fields that every kind has."""
    print(f"{_sentence(Question)}\n")
    _table(fields(Question))
    for name, record in (("mistakes", Mistake), ("follow_ups", FollowUp), ("sources", Source), ("runs", Run)):
        print(f"\nEach of `{name}`: {_sentence(record)}\n")
        _table(fields(record))


def faults() -> None:
    """The codes of faults."""
    from backprep.adapters.bank_check import CODES

    print("| code | what it means |")
    print("|---|---|")
    for code, meaning in sorted(CODES.items()):
        print(f"| `{code}` | {meaning} |")


def advice() -> None:
    """The codes of advice."""
    from backprep.app.lint.advice import CODES

    print("| code | what it is about |")
    print("|---|---|")
    for code, meaning in sorted(CODES.items()):
        print(f"| `{code}` | {meaning} |")


def _sentence(record: type) -> str:
    return " ".join((getdoc(record) or "").replace("``", "`").split())


def _table(those: Any) -> None:
    print("| field | type | needed |")
    print("|---|---|---|")
    for field in those:
        print(f"| `{field.name}` | {_type(field)} | {'yes' if _needed(field) else 'no'} |")


def _needed(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _type(field: "Field[Any]") -> str:
    said = str(getattr(field.type, "__name__", field.type)) if isinstance(field.type, type) else str(field.type)
    words = {"str": "text", "int": "whole number", "bool": "true or false", "date": "date"}
    said = said.replace("typing.", "").replace("datetime.", "")
    if said.startswith("tuple["):
        inner = said.removeprefix("tuple[").removesuffix(", ...]").rsplit(".", 1)[-1]
        return "list of texts" if inner == "str" else "list"
    if said.startswith("Literal["):
        return said.removeprefix("Literal[").removesuffix("]").replace("'", "`")
    return words.get(said.replace(" | None", ""), said)


def _nested(those: Any) -> list[type]:
    found = []
    for field in those:
        for inner in getattr(field.type, "__args__", ()):
            if hasattr(inner, "__dataclass_fields__"):
                found.append(inner)
    return found
