"""Counts the work of a command instead of its time, and prints it as JSON on standard error: what a machine's load,
its disk and its processor leave as it is. Run as a script, with the words of a command.
"""

import contextlib
import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

COUNTS = {"statements": 0, "rows": 0}


class _Cursor(sqlite3.Cursor):
    def fetchall(self) -> list[Any]:
        found = super().fetchall()
        COUNTS["rows"] += len(found)
        return found

    def fetchone(self) -> Any:
        found = super().fetchone()
        COUNTS["rows"] += found is not None
        return found

    def __next__(self) -> Any:
        found = super().__next__()
        COUNTS["rows"] += 1
        return found


class _Connection(sqlite3.Connection):
    def execute(self, *words: Any) -> sqlite3.Cursor:
        return self.cursor(_Cursor).execute(*words)


def _count(statement: str) -> None:
    COUNTS["statements"] += 1


def _counting(connect: Any) -> Any:
    def counted(*places: Any, **options: Any) -> sqlite3.Connection:
        opened: sqlite3.Connection = connect(*places, **{"factory": _Connection, **options})
        opened.set_trace_callback(_count)
        return opened

    return counted


def _reads() -> dict[str, int]:
    """Bytes that were read, and system calls that read them, by this process; on Linux alone."""
    with contextlib.suppress(OSError):
        rows = dict(line.split(": ") for line in Path("/proc/self/io").read_text("ascii").splitlines())
        return {"bytes": int(rows["rchar"]), "calls": int(rows["syscr"])}
    return {}


def main() -> None:
    """Runs a command and says what it took."""
    sqlite3.connect = _counting(sqlite3.connect)
    from backprep.cli import main as run

    with contextlib.suppress(SystemExit):
        run(sys.argv[1:])
    ours = sum(name.startswith("backprep") for name in sys.modules)
    sys.stderr.write(json.dumps({"modules": len(sys.modules), "ours": ours, **COUNTS, **_reads()}) + "\n")


if __name__ == "__main__":
    main()
