"""The composition root: which adapter stands behind which port."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from backprep.app.ports import Backups, Catalogue, Checker, Clock, Desk, Editor, Flags, Ids, LogFormat
from backprep.app.world import World

if TYPE_CHECKING:
    from backprep.adapters.places import Places
    from backprep.adapters.progress_sqlite import SqliteProgress
    from backprep.app.mock.reports import MockReport
    from backprep.app.plan import PlanReport
    from backprep.app.snippets import Snippets
    from backprep.app.transfer import PathReport
    from backprep.core.ask_them import AskThem


class RealWorld(World):
    """Everything is imported and opened when it is first asked for, and nothing that a command does not need."""

    def __init__(self, only: Sequence[str] = ()) -> None:
        self._only = tuple(only)
        self._others: list[RealWorld] = []

    @cached_property
    def places(self) -> "Places":
        """The folders."""
        from backprep.adapters.places import find_places

        return find_places(os.environ)

    @cached_property
    def clock(self) -> Clock:
        """The computer's clock."""
        from backprep.adapters.clock import SystemClock

        return SystemClock()

    @cached_property
    def ids(self) -> Ids:
        """Random identities."""
        from backprep.adapters.ids import RandomIds

        return RandomIds()

    @cached_property
    def progress(self) -> "SqliteProgress":
        """The progress file."""
        from backprep.adapters.progress_sqlite import SqliteProgress

        return SqliteProgress(self.places.progress)

    @cached_property
    def backups(self) -> Backups:
        """Copies of it."""
        from backprep.adapters.progress_backup import SqliteBackups

        return SqliteBackups(self.progress.file)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The compiled banks."""
        from backprep.adapters.catalogue_sqlite import SqliteCatalogue
        from backprep.ui.waiting import CompileBar

        self.progress.verify()
        files = [Path(name).absolute() for name in self._only if is_file_name(name)]
        only = [str(Path(name).absolute()) if is_file_name(name) else name for name in self._only]
        with CompileBar() as bar:
            return SqliteCatalogue(self.places, bar.on_compile, files, only)

    @cached_property
    def checker(self) -> Checker:
        """Reads banks from their text."""
        from backprep.adapters.checker import BankChecker

        return BankChecker(self.places)

    @cached_property
    def snippets(self) -> "Snippets":
        """Reads and runs what banks say that code does."""
        from backprep.adapters.snippets import BankSnippets

        return BankSnippets(self.places)

    @cached_property
    def desk(self) -> Desk:
        """Frames and keys in a terminal, lines of text without one."""
        from backprep.ui.look import is_interactive, make_console

        if is_interactive(os.environ):
            from backprep.app.settings import theme
            from backprep.ui.rich_desk import RichDesk

            return RichDesk(make_console(colours=theme(self)), lambda: self.clock.now().ms)
        from backprep.ui.plain_desk import PlainDesk

        return PlainDesk(sys.stdin, sys.stdout, echo=not sys.stdin.isatty())

    @cached_property
    def editor(self) -> Editor:
        """The person's editor."""
        from backprep.adapters.editor import SystemEditor

        return SystemEditor(os.environ, lambda: self.progress.settings().value("editor"))

    @cached_property
    def flags(self) -> Flags:
        """A file in the person's home."""
        from backprep.adapters.flags import FlagFile

        return FlagFile(self.places.home / "flags.md")

    @cached_property
    def log_format(self) -> LogFormat:
        """JSON Lines."""
        from backprep.exchange.progress_jsonl import JsonLines

        return JsonLines()

    def limited_to(self, banks: Sequence[str]) -> World:
        """A world with a catalogue of its own; everything else is opened anew when it is needed."""
        if not banks:
            return self
        self._others.append(RealWorld(banks))
        return self._others[-1]

    def close(self) -> None:
        """Gives back the files that were opened."""
        for opened in [self.__dict__.get(name) for name in ("catalogue", "progress")] + self._others:
            if opened is not None:
                opened.close()

    def whereabouts(self) -> "PathReport":
        """The folders, and how many answers are in the log."""
        from backprep.app.transfer import PathReport

        places = self.places
        answers = self.progress.count()
        return PathReport(str(places.progress), str(places.own_banks), str(places.cache), answers, str(places.copies))

    def waiting(self, words: str) -> AbstractContextManager[None]:
        """A moving line on standard error, where somebody looks."""
        from backprep.ui.waiting import moving

        return moving(words)

    def counting(self, words: str, of: int) -> AbstractContextManager[Callable[[], None]]:
        """A bar that fills, on standard error, where somebody looks."""
        from backprep.ui.waiting import filling

        return filling(words, of)

    def document(self, report: "MockReport", suffix: str) -> str:
        """Text, a page, or a picture of the scorecard."""
        if suffix == ".svg":
            from backprep.ui.picture import picture

            return picture(report)
        if suffix == ".html":
            from backprep.exchange.mock_html import page

            return page(report)
        from backprep.exchange.mock_markdown import text

        return text(report)

    def calendar(self, plan: "PlanReport") -> bytes:
        """One event a day."""
        from backprep.exchange.calendar_ics import calendar

        return calendar(plan)

    def help_texts(self) -> Mapping[str, str]:
        """The files in the help folder of the data."""
        files = sorted((self.places.data / "help").glob("*.md"))
        return {file.stem: file.read_text("utf-8") for file in files}

    def asks(self) -> "Sequence[AskThem]":
        """Read from their file, which is short."""
        from backprep.adapters.asks import load_asks

        return load_asks(self.places)

    def bank_schema(self) -> dict[str, object]:
        """The JSON Schema of a bank."""
        from backprep.exchange.json_schema import bank_schema

        return bank_schema()


def is_file_name(name: str) -> bool:
    """Whether ``--bank NAME`` means a file and not the id of a bank."""
    return name.endswith((".yaml", ".yml")) or os.sep in name or "/" in name
