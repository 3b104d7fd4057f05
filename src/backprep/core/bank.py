"""What stands above the questions of a bank."""

from dataclasses import dataclass

from backprep.core.question import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank(Record):
    """The head of a bank. ``bank`` is its id."""

    bank: str
    title: str
    about: str | None = None
    authors: tuple[str, ...] = ()
    licence: str | None = None
