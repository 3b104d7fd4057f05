"""Times and peak memory of programs, as the person in front of the terminal has them."""

import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pexpect

CURSOR_ASKED, CURSOR_IS = "\x1b[6n", "\x1b[1;1R"


class Taken(NamedTuple):
    """``seconds``, and the most memory that the process had until then in MB (0 where the system does not say)."""

    seconds: float
    memory: float = 0.0


class Terminal:
    """A program in a pseudo-terminal of 80 x 24, which answers as a terminal does where the cursor stands."""

    def __init__(self, words: Sequence[str], env: Mapping[str, str], cwd: Path | None = None) -> None:
        self.began = time.perf_counter()
        self._child = pexpect.spawn(
            words[0],
            list(words[1:]),
            env=dict(env),
            cwd=cwd and str(cwd),
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=60,
        )
        self._child.delaybeforesend = None

    def press(self, keys: str) -> None:
        """Types."""
        self.began = time.perf_counter()
        self._child.send(keys)

    def until(self, text: str) -> Taken:
        """Waits for a text; the time is that since the start or the last key."""
        while self._child.expect_exact([text, CURSOR_ASKED]):
            self._child.send(CURSOR_IS)
        seconds = time.perf_counter() - self.began
        return Taken(seconds, self._memory())

    def close(self) -> None:
        """Ends the program."""
        self._child.close(force=True)

    def _memory(self) -> float:
        return peak(self._child.pid or 0)


def peak(process: int) -> float:
    """The most memory that a process had so far, in MB; 0 where the system does not say, or it is no more."""
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
    return 0.0


def until_seen(
    words: Sequence[str], env: Mapping[str, str], text: str, keys: str = "", cwd: Path | None = None
) -> Taken:
    """From the start of a program until a text is on its terminal; the keys are typed ahead."""
    terminal = Terminal(words, env, cwd)
    if keys:
        began = terminal.began
        terminal.press(keys)
        terminal.began = began
    try:
        return terminal.until(text)
    finally:
        terminal.close()


def until_ended(words: Sequence[str], env: Mapping[str, str], cwd: Path | None = None) -> Taken:
    """What a program takes that asks nothing."""
    began = time.perf_counter()
    subprocess.run(
        words, env=dict(env), cwd=cwd, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=True
    )  # fmt: skip
    return Taken(time.perf_counter() - began)


def memory_of(words: Sequence[str], env: Mapping[str, str]) -> float:
    """The most memory that a program has which asks nothing, in MB. What a child's usage says of it begins with its
    parent's, so that it is looked at while it runs.
    """
    child = subprocess.Popen(words, env=dict(env), stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    most = 0.0
    while child.poll() is None:
        most = max(most, peak(child.pid))
        time.sleep(0.002)
    return most


def interleaved(cases: Mapping[str, Callable[[], Taken]], runs: int) -> dict[str, Taken]:
    """The median time and the most memory of each case, in turn so that a slow moment of the machine hits all alike."""
    taken: dict[str, list[Taken]] = {name: [] for name in cases}
    for each in cases.values():
        each()  # byte code and disk caches
    for _ in range(runs):
        for name, each in cases.items():
            taken[name].append(each())
    return {
        name: Taken(statistics.median(each.seconds for each in found), max(each.memory for each in found))
        for name, found in taken.items()
    }
