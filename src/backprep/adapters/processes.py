"""Runs a program to its end or to its limits, and leaves nothing of it running."""

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

MOST = 1_000_000
"""Bytes that a program may say."""


class StoppedError(subprocess.SubprocessError):
    """The program was ended before its time; the message says why."""


def finished(
    words: Sequence[str], folder: Path, env: Mapping[str, str], given: str, seconds: float
) -> subprocess.CompletedProcess[str]:
    """What a program said, and how it ended. Raises ``StoppedError`` at a limit, ``OSError`` where it cannot start.

    Files stand at its ends and no pipes: a child that it leaves behind keeps nobody waiting. It leads a group of its
    own, so that such children end with it, also when the person stops us.
    """
    with tempfile.TemporaryFile() as into, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        into.write(given.encode("utf-8", "replace"))
        into.seek(0)
        process = subprocess.Popen(
            words, cwd=folder, env=env, stdin=into, stdout=out, stderr=err, start_new_session=True
        )
        try:
            _wait(process, (out, err), seconds)
        finally:
            end_group(process)
        return subprocess.CompletedProcess(words, process.returncode, _text(out), _text(err))


def end_group(process: "subprocess.Popen[bytes]") -> None:
    """Ends a process that leads a group, and everything in the group."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _wait(process: "subprocess.Popen[bytes]", said: Sequence[IO[bytes]], seconds: float) -> None:
    end, pause = time.monotonic() + seconds, 0.002
    while True:
        running = process.poll() is None
        if any(os.fstat(each.fileno()).st_size > MOST for each in said):
            raise StoppedError(f"(more than {MOST:,} bytes of output)")
        if not running:
            return
        if time.monotonic() > end:
            raise StoppedError(f"(still running after {seconds:g} s)")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace").replace("\r\n", "\n")
