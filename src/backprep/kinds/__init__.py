"""The kinds of question: one pure file each, and one line here that registers it."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from backprep.core.question import Question
from backprep.kinds.base import Kind

_REGISTERED = (
    "choice",
    "several",
    "true_false",
    "order",
    "fill",
    "open",
    "story",
)


class _Kinds(Mapping[str, Kind[Any]]):
    """Kinds by name. Each is imported when it is first asked for: a session starts with the kind of its first question.

    The module of a kind has the kind's name and holds it as ``KIND``.
    """

    def __getitem__(self, name: str) -> Kind[Any]:
        if name not in _REGISTERED:
            raise KeyError(name)
        kind: Kind[Any] = import_module(f"backprep.kinds.{name}").KIND
        return kind

    def __iter__(self) -> Iterator[str]:
        return iter(_REGISTERED)

    def __len__(self) -> int:
        return len(_REGISTERED)


KINDS: Mapping[str, Kind[Any]] = _Kinds()


def kind_of(question: Question) -> Kind[Any]:
    """The kind that a question says it is of."""
    return KINDS[question.kind]
