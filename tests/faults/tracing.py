"""What a process does to the disk, call by call, as strace sees it."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

CALLS = ("openat", "pwrite64", "write", "ftruncate", "unlink", "fsync", "fdatasync")
_LINE = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")
_TESTS = Path(__file__).parents[1]


@dataclass(frozen=True)
class Call:
    """One call that changed something: the file that it was about (by name), the bytes, and where they went."""

    name: str
    file: str
    data: bytes = b""
    at: int = 0


@cache
def works() -> bool:
    """Whether strace is here and allowed to trace."""
    if shutil.which("strace") is None:
        return False
    done = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, timeout=30, check=False)
    return done.returncode == 0


needs_strace = pytest.mark.skipif("not __import__('faults.tracing').tracing.works()", reason="strace cannot trace here")


def child(file: Path, first: int, last: int, *options: str) -> subprocess.CompletedProcess[str]:
    """A session in a process, under strace where options are given."""
    words = [sys.executable, "-m", "faults.child", str(file), str(first), str(last)]
    if options:
        words = ["strace", "-f", *options, *words]
    return subprocess.run(words, cwd=_TESTS, capture_output=True, text=True, timeout=60, check=False)


def kept(done: subprocess.CompletedProcess[str]) -> int:
    """The last answer that was acknowledged; 0 for none."""
    return max((int(line.split()[1]) for line in done.stdout.splitlines()), default=0)


def calls_of(file: Path, first: int, last: int, log: Path) -> list[Call]:
    """Everything that a session does to the folder of its progress file, and its acknowledgements (``write`` to '')."""
    done = child(file, first, last, "-o", str(log), "-y", "-xx", "-s", "100000", "-e", f"trace={','.join(CALLS)}")
    assert kept(done) == last, done.stderr
    found = []
    for line in log.read_text().splitlines():
        match = _LINE.match(line)
        if match and int(match[3]) >= 0 and (call := _call(match[1], match[2], str(file.parent))):
            found.append(call)
    return found


def _call(name: str, arguments: str, folder: str) -> Call | None:
    texts = [bytes.fromhex(each.replace("\\x", "")) for each in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', arguments)]
    opened = re.search(r"<([^>]*)>", arguments)
    path = bytes.fromhex(opened[1].replace("\\x", "")).decode() if opened and "\\x" in opened[1] else ""
    path = path or (opened[1] if opened else "")
    if name == "write" and texts and texts[0].startswith(b"kept "):
        return Call(name, "", texts[0])
    if name in ("openat", "unlink"):
        path = texts[0].decode() if texts else ""
        if name == "openat" and "O_CREAT" not in arguments:
            return None
    if not path.startswith(folder):
        return None
    numbers = [int(each) for each in re.findall(r"(?<=, )\d+", arguments.rpartition('"')[2])]
    at = numbers[-1] if numbers and name == "pwrite64" else 0
    if name == "ftruncate":
        at = int(arguments.rpartition(", ")[2])
    return Call(name, path[len(folder) :].lstrip("/"), texts[0] if texts and name == "pwrite64" else b"", at)
