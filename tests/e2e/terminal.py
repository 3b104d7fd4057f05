"""A person at a real terminal: a pseudo-terminal with the program in it, and a screen that understands its codes."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

PATIENCE = 20
"""Seconds until a screen that does not come counts as a failure."""

UP, DOWN, ENTER, ESCAPE, TAB = "\x1b[A", "\x1b[B", "\r", "\x1b", "\t"
PAGE_DOWN, PAGE_UP, BACKSPACE = "\x1b[6~", "\x1b[5~", "\x7f"
CTRL_C, CTRL_D, CTRL_Z = "\x03", "\x04", "\x1a"


def command(*words: str) -> list[str]:
    """The program as the tests' own Python runs it."""
    return [sys.executable, "-m", "backprep", *words]


def environment(home: Path, **more: str) -> dict[str, str]:
    """A person's environment: a terminal that can draw, a home of their own, no setting of the test run in it."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SYSTEMROOT")}
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", "BACKPREP_HOME": str(home), "COLUMNS": "", **more}


def _hear_interrupts() -> None:
    """As a person's shell does: tests that run in the background would hand on that Ctrl-C is to be ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """Runs a command in a pseudo-terminal of so many rows and columns, and says what is on its screen."""

    def __init__(self, words: Sequence[str], env: Mapping[str, str], rows: int = 24, columns: int = 80) -> None:
        self.screen = pyte.HistoryScreen(columns, rows, history=5000)
        self._stream = pyte.Stream(self.screen)
        self.raw = ""
        self.child = pexpect.spawn(
            words[0], list(words[1:]), env=dict(env), dimensions=(rows, columns), encoding="utf-8", timeout=PATIENCE,
            preexec_fn=_hear_interrupts,
        )  # fmt: skip
        self.child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.child.close(force=True)

    def press(self, *keys: str) -> None:
        """Sends keys, as fast as a terminal would; Ctrl-C only to a program that has come to rest.

        Python loses an interrupt that comes between drawing a prompt and the system call that reads the answer (it is
        noted, and the call blocks nevertheless): a moment that no person meets, and a test does in 2 of 100 runs.
        """
        for key in keys:
            if key == CTRL_C:
                self.settle(0.1)
            self.child.send(key)

    def see(self, *texts: str) -> str:
        """Waits until all the texts are on the screen at once; returns the screen."""
        return self._until(lambda shown: all(text in shown for text in texts), f"all of {texts!r}")

    def gone(self, text: str) -> str:
        """Waits until a text is not on the screen."""
        return self._until(lambda shown: text not in shown, f"the end of {text!r}")

    def settle(self, seconds: float = 0.05) -> None:
        """Reads until the program has drawn nothing for a moment, or for ten such moments where it never stops."""
        end = time.monotonic() + 10 * seconds
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            while time.monotonic() < end:
                self._read(seconds)

    def text(self) -> str:
        """The screen now, without blank ends of lines."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def everything(self) -> str:
        """What has scrolled off the top, and the screen."""
        above = ["".join(row[at].data for at in range(self.screen.columns)) for row in self.screen.history.top]
        return "\n".join(line.rstrip() for line in [*above, *self.screen.display])

    def resize(self, rows: int, columns: int) -> None:
        """The person drags the corner of the window."""
        self.child.setwinsize(rows, columns)
        self.screen.resize(rows, columns)

    def end(self) -> int:
        """Waits until the program has ended; returns its exit code, 128 + N when a signal ended it."""
        with contextlib.suppress(pexpect.EOF):
            while True:
                self._read(PATIENCE)
        self.child.close()
        status = self.child.exitstatus
        return 128 + (self.child.signalstatus or 0) if status is None else status

    def _until(self, fits: Callable[[str], bool], what: str) -> str:
        end = time.monotonic() + PATIENCE
        while not fits(self.text()):
            try:
                self._read(max(0.01, end - time.monotonic()))
            except (pexpect.TIMEOUT, pexpect.EOF) as error:
                raise AssertionError(f"waited for {what}; the screen was:\n{self.text()}") from error
        return self.text()

    def _read(self, seconds: float) -> None:
        seen = self.child.read_nonblocking(size=65536, timeout=seconds)
        self.raw += seen
        self._stream.feed(seen)
