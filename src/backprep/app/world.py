"""Everything outside that a use case may reach, in one hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from backprep.app.mock.reports import MockReport
    from backprep.app.plan import PlanReport
    from backprep.app.ports import Backups, Catalogue, Checker, Clock, Desk, Editor, Flags, Ids, LogFormat, Progress
    from backprep.app.snippets import Snippets
    from backprep.app.transfer import PathReport
    from backprep.core.ask_them import AskThem


class World(Protocol):
    """The ports together. ``wiring`` builds the real one, tests build others."""

    @property
    def clock(self) -> Clock:
        """The time."""
        ...

    @property
    def ids(self) -> Ids:
        """New identities."""
        ...

    @property
    def catalogue(self) -> Catalogue:
        """The questions."""
        ...

    @property
    def checker(self) -> Checker:
        """Faults of banks."""
        ...

    @property
    def snippets(self) -> Snippets:
        """What in banks can be run."""
        ...

    @property
    def progress(self) -> Progress:
        """The answers."""
        ...

    @property
    def backups(self) -> Backups:
        """Copies of the answers."""
        ...

    @property
    def desk(self) -> Desk:
        """What asks and shows."""
        ...

    @property
    def editor(self) -> Editor:
        """The person's editor."""
        ...

    def limited_to(self, banks: Sequence[str]) -> World:
        """The same world with a catalogue of only these banks, each an id or a file; all of them where none is named.

        Raises ``BankError`` when one cannot be used.
        """
        ...

    @property
    def log_format(self) -> LogFormat:
        """How a log travels."""
        ...

    def whereabouts(self) -> PathReport:
        """Where things are."""
        ...

    def waiting(self, words: str) -> AbstractContextManager[None]:
        """Something to look at while a thing is done that may take longer than a moment."""
        ...

    def counting(self, words: str, of: int) -> AbstractContextManager[Callable[[], None]]:
        """The same for a number of things; what it gives is called after each."""
        ...

    @property
    def flags(self) -> Flags:
        """What the person found wrong with questions."""
        ...

    def document(self, report: MockReport, suffix: str) -> str:
        """The report on an interview, as a file with a certain ending holds it (``.md``, ``.html``, ``.svg``)."""
        ...

    def calendar(self, plan: PlanReport) -> bytes:
        """A plan as a calendar file."""
        ...

    def help_texts(self) -> Mapping[str, str]:
        """Topics with their texts, by name."""
        ...

    def asks(self) -> Sequence[AskThem]:
        """What a candidate may ask them."""
        ...

    def bank_schema(self) -> dict[str, object]:
        """The JSON Schema of a bank."""
        ...
