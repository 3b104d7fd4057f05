"""Records out of the JSON that the catalogue holds, without the validator that wrote it."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeVar, get_args

from backprep.core.question import Question
from backprep.kinds import KINDS

T = TypeVar("T")


def decode(kind: str, data: Mapping[str, Any]) -> Question:
    """The question of a kind that was encoded as ``data``; fields that are left out have their defaults."""
    question: Question = build(KINDS[kind].record, data)
    return question


def build(record: type[T], data: Mapping[str, Any]) -> T:
    """A frozen record with everything nested in it, from maps, lists and texts as JSON has them."""
    makers = _makers(record)
    return record(**{name: makers[name](value) if name in makers else value for name, value in data.items()})


_MAKERS: dict[type, dict[str, Callable[[Any], Any]]] = {}


def _makers(record: type) -> dict[str, Callable[[Any], Any]]:
    """For the fields that JSON holds as something else: what makes them. Worked out once for each type of record."""
    if record not in _MAKERS:
        _MAKERS[record] = _work_out(record)
    return _MAKERS[record]


def _work_out(record: type) -> dict[str, Callable[[Any], Any]]:
    found: dict[str, Callable[[Any], Any]] = {}
    for field in fields(record):
        inner = [each for each in (field.type, *get_args(field.type)) if isinstance(each, type)]
        nested = next((each for each in inner if is_dataclass(each)), None)
        many = getattr(field.type, "__origin__", None) is tuple
        if nested is not None and many:
            found[field.name] = _many(nested)
        elif nested is not None:
            found[field.name] = _one(nested)
        elif many:
            found[field.name] = tuple
        elif date in inner:
            found[field.name] = _date
    return found


def _many(record: type) -> Callable[[Any], Any]:
    return lambda values: tuple(build(record, value) for value in values)


def _one(record: type) -> Callable[[Any], Any]:
    return lambda value: None if value is None else build(record, value)


def _date(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
