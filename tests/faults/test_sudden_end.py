"""Sudden ends: a process that is killed at any write, a machine that loses power at any write."""

from collections import Counter
from pathlib import Path

import pytest

from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.core.review import LogEntry
from faults.files import review
from faults.tracing import CALLS, Call, calls_of, child, kept, needs_strace

pytestmark = needs_strace


def read(file: Path) -> list[LogEntry]:
    """The log of a file that has to be sound."""
    progress = SqliteProgress(file)
    try:
        assert progress.faults() == []
        return list(progress.log())
    finally:
        progress.close()


def answers(last: int) -> list[LogEntry]:
    """The first so many answers."""
    return [review(number) for number in range(1, last + 1)]


@pytest.mark.parametrize("name", CALLS)
def test_killed_at_every_write(name: str, tmp_path: Path) -> None:
    """SIGKILL as the process is about to make each call: what was acknowledged is there, and doctor is clean.

    At most the answer in flight is lost, or it is whole; and the next session goes on with the same file.
    """
    count = Counter(call.name for call in calls_of(tmp_path / "count" / "progress.sqlite3", 1, 2, tmp_path / "log"))
    for when in range(1, count[name] + 1):
        file = tmp_path / f"{when}" / "progress.sqlite3"
        done = child(file, 1, 2, "-o", "/dev/null", "-P", str(file), "-P", f"{file}-journal", "-P", str(file.parent),
                     "-e", f"trace={name}", "-e", f"inject={name}:signal=SIGKILL:when={when}")  # fmt: skip
        acknowledged = kept(done)
        log = read(file)
        assert log in (answers(acknowledged), answers(acknowledged + 1)), f"killed at {name} number {when}"
        assert kept(child(file, len(log) + 1, 3)) in (3, 0)
        assert read(file) == answers(max(3, len(log)))


def after(calls: list[Call], *, lazy: bool) -> tuple[dict[str, bytes], int]:
    """The files that are on the disk when the power goes after some calls, and how many answers were acknowledged.

    A ``lazy`` disk has written nothing that it was not told to: contents are those of a file's last fsync, and names
    come and go with the fsync of the folder.
    """
    seen: dict[str, bytearray] = {}
    disk: dict[str, bytes] = {}
    acknowledged = 0
    for call in calls:
        if call.name == "write":
            acknowledged = int(call.data.split()[1])
        elif call.name == "openat":
            seen.setdefault(call.file, bytearray())
        elif call.name == "unlink":
            seen.pop(call.file, None)
        elif call.name == "ftruncate":
            del seen[call.file][call.at :]
        elif call.name == "pwrite64":
            content = seen[call.file]
            content.extend(bytes(max(0, call.at + len(call.data) - len(content))))
            content[call.at : call.at + len(call.data)] = call.data
        elif call.file in seen:
            disk[call.file] = bytes(seen[call.file])
        elif call.file == "":
            disk = {name: content for name, content in disk.items() if name in seen}
    return (disk if lazy else {name: bytes(content) for name, content in seen.items()}), acknowledged


@pytest.mark.parametrize("lazy", [False, True], ids=["what was written is there", "only what was synced is there"])
def test_power_lost_after_every_write(lazy: bool, tmp_path: Path) -> None:
    """The disk as it is after each prefix of the writes: every acknowledged answer is there, and the file is sound."""
    calls = calls_of(tmp_path / "new" / "progress.sqlite3", 1, 3, tmp_path / "log")
    assert sum(call.name in ("fsync", "fdatasync") for call in calls) >= 9
    assert sum(call.name == "pwrite64" for call in calls) > 20
    for length in range(len(calls) + 1):
        files, acknowledged = after(calls[:length], lazy=lazy)
        folder = tmp_path / f"{length}"
        folder.mkdir()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        log = read(folder / "progress.sqlite3")
        assert log in (answers(acknowledged), answers(acknowledged + 1)), f"power lost after {length} calls"
