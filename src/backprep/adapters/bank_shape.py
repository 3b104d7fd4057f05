"""Types of fields: pydantic does the checking, and its errors are put into an author's words."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from backprep.adapters.bank_messages import Nearest, described, plain, quoted
from backprep.core.problem import Path, Problem

LONGEST_TEXT = 20_000
"""Characters."""
# pydantic takes seconds since 1970 and times of day for a date as well.
_DATES = frozenset({"checked"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def adapter(record: type) -> TypeAdapter[Any]:
    """The validator of a record, built once."""
    if record not in _ADAPTERS:
        _ADAPTERS[record] = TypeAdapter(record)
    return _ADAPTERS[record]


def validated(record: type, raw: dict[str, Any], nearest: Nearest) -> tuple[Any, list[Problem]]:
    """The record that a mapping makes, or None and everything that is wrong with its types."""
    problems = [] if _fine(raw) else list(_texts(raw, ()))
    try:
        made = adapter(record).validate_python(raw)
        return (None if problems else made), problems
    except ValidationError as error:
        seen: set[Path] = {problem.path for problem in problems}
        for detail in error.errors(include_url=False, include_context=True):
            path = tuple(detail["loc"])
            if path not in seen:  # a text that is blank was said to be so
                seen.add(path)
                problems.append(_problem(record, path, detail, nearest))
        return None, problems


def _fine(value: Any) -> bool:
    """Whether ``_texts`` would find nothing, as in nearly every question; in doubt not."""
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, str):
            if not each or len(each) > LONGEST_TEXT or each[0].isspace() or not each[0].isprintable():
                return False
        elif isinstance(each, dict):
            if any(isinstance(each.get(key), str) and not _DAY.fullmatch(each[key]) for key in _DATES):
                return False
            left += each.values()
        elif isinstance(each, list):
            left += each
    return True


def _texts(value: Any, path: Path) -> Iterator[Problem]:
    """Texts that are empty or endless. Depth is bounded by the notation."""
    if isinstance(value, str):
        if not value.strip() or not any(each.isprintable() and not each.isspace() for each in value):
            yield Problem(path, "blank", f"{_name(path)} is empty", "Write something, or take the key out.")
        elif len(value) > LONGEST_TEXT:
            yield Problem(
                path, "too-long", f"{_name(path)} has {len(value)} characters", f"At most {LONGEST_TEXT} are shown."
            )
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in _DATES and isinstance(inner, str) and inner.strip() and not _DAY.fullmatch(inner):
                yield _bad_date((*path, key), inner)
            else:
                yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _texts(inner, (*path, at))


def _bad_date(path: Path, given: object) -> Problem:
    message = f"{_name(path)} must be a date, and is {described(given)}"
    return Problem(path, "bad-date", message, "Write it as 2026-11-23.")


def _problem(record: type, path: Path, detail: ErrorDetails, nearest: Nearest) -> Problem:
    kind = detail["type"]
    name = _name(path)
    given = described(detail["input"])
    if kind == "unexpected_keyword_argument":
        return _unknown_key(path, _record_at(record, path[:-1]), detail["input"], nearest)
    if kind == "missing":
        hint = f"Add `{_last_key(path)}: …`."
        return Problem(path, "missing-key", f"the key {name} is missing{_within(path)}", hint)
    if kind == "literal_error":
        allowed = [str(each) for each in _literals(record, path)]
        near = nearest(str(detail["input"]), allowed)
        hint = f"Did you mean {near}?" if near else f"One of: {', '.join(allowed)}."
        return Problem(path, "wrong-value", f"{name} cannot be {given}", hint)
    if kind.startswith("date"):
        return _bad_date(path, detail["input"])
    wanted, hint = _WANTED.get(kind.partition("_")[0], ("something else", "See: backprep bank schema"))
    if wanted == "a text" and detail["input"] is None:
        hint = "Write a text; quote one that begins with #, or that is null or ~."
    inner = _record_at(record, path)
    if inner is not None:
        keys = ", ".join(field.name for field in fields(inner))
        hint = f"{hint} Its keys: {keys}." if wanted == "a mapping" else f"{hint} Keys of an item: {keys}."
    return Problem(path, "wrong-type", f"{name} must be {wanted}, and is {given}", hint)


# By the first word of pydantic's name for the error: what was wanted, and how to write it.
_WANTED = {
    "string": ("a text", "Write a text; quote it where it looks like something else."),
    "tuple": ("a list", "Write one item a line, each after `- `."),
    "dataclass": ("a mapping", "Write it as `key: value`."),
    "bool": ("true or false", "Write true or false."),
    "int": ("a whole number", "Write it in digits."),
}


def _unknown_key(path: Path, owner: type | None, value: object, nearest: Nearest) -> Problem:
    known = [field.name for field in fields(owner)] if owner and is_dataclass(owner) else []
    near = nearest(str(path[-1]), known)
    hint = f"Did you mean `{near}`?" if near else f"Known here: {', '.join(known)}."
    if path[-1] == "<<":
        hint = "Banks know no merging: write the keys out."
    elif value is None and not near and len(path) > 1:
        # {text: B, why: no, never} has a key that the author meant as the end of a text.
        hint = f"If it belongs to the text before it, quote that text: it holds a comma. {hint}"
    return Problem(path, "unknown-key", f"the key {quoted(path[-1])} is not known{_within(path)}", hint)


def _record_at(record: type, path: Path) -> type | None:
    """The type of record that a path leads to, through lists; None where it leads to a plain value."""
    here: type | None = record
    for step in path:
        if isinstance(step, int):
            continue
        if here is None:
            return None
        field = next((each for each in fields(here) if each.name == step), None)
        nested = [each for each in (field.type, *get_args(field.type)) if is_dataclass(each)] if field else []
        here = nested[0] if nested and isinstance(nested[0], type) else None
    return here


def _literals(record: type, path: Path) -> tuple[Any, ...]:
    owner = _record_at(record, path[:-1])
    for field in fields(owner) if owner else ():
        if field.name == path[-1]:
            for each in (field.type, *get_args(field.type)):
                if get_origin(each) is Literal:
                    return get_args(each)
    return ()


def _name(path: Path) -> str:
    """What a path is called: its last key, or its place in a list."""
    if path and isinstance(path[-1], int):
        return f"item {path[-1] + 1} of `{_last_key(path)}`"
    return f"`{_last_key(path)}`"


def _last_key(path: Path) -> str:
    return plain(next((step for step in reversed(path) if isinstance(step, str)), ""))


def _within(path: Path) -> str:
    return f" in {_name(path[:-1])}" if len(path) > 1 else ""
