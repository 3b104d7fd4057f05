"""Something to look at while a thing is done, where that takes over half a second."""

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

PATIENCE = 0.5
"""Seconds without a sign of life that a person does not mind."""


class CompileBar:
    """A progress bar on standard error; nothing at all where the work is done before anybody would look."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._stop: Callable[[], None] | None = None
        self._tell: Callable[[int, int], None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._stop is not None:
            self._stop()

    def on_compile(self, done: int, of: int) -> None:
        """Told of every bank that is done."""
        if not sys.stderr.isatty() or time.monotonic() - self._began < PATIENCE:
            return
        if self._tell is None:
            self._start(of)
        if self._tell is not None:
            self._tell(done, of)

    def _start(self, of: int) -> None:
        from rich.progress import Progress

        from backprep.ui.look import make_console

        bar = Progress(console=make_console(stderr=True), transient=True)
        task = bar.add_task("Reading the banks", total=of)
        bar.start()
        self._stop = bar.stop
        self._tell = lambda done, of: bar.update(task, completed=done, total=of)


@contextlib.contextmanager
def moving(words: str) -> Iterator[None]:
    """A bar that moves, on standard error, while something is done whose end cannot be foreseen."""
    with _bar(words, None):
        yield


@contextlib.contextmanager
def filling(words: str, of: int) -> Iterator[Callable[[], None]]:
    """A bar that fills, on standard error, by one of so many things at each call."""
    with _bar(words, of) as advance:
        yield advance


@contextlib.contextmanager
def _bar(words: str, of: int | None) -> Iterator[Callable[[], None]]:
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from backprep.ui.look import make_console

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=make_console(stderr=True), transient=True)
    task = bar.add_task(words, total=of)
    start = threading.Timer(PATIENCE, bar.start)
    start.daemon = True
    start.start()
    try:
        yield lambda: bar.advance(task)
    finally:
        start.cancel()
        start.join()
        bar.stop()
