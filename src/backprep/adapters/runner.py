"""Runs the snippets of questions, to see whether they do what the questions say. Never part of a session.

Each runs in an empty folder of its own, with a bare environment and a limit of time. Servers (MariaDB, PostgreSQL,
Redis) are private: started when the first snippet needs one, in a folder that goes with them, on a socket and on no
port.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from backprep.adapters.processes import StoppedError, finished
from backprep.adapters.servers import MariaDb, PostgreSql, Redis, Server, ServerError
from backprep.app.snippets import Ran
from backprep.core.question import Run

SECONDS = 10

SCRIPTS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "node": (("node",), "main.js"),
    "java": (("java",), "Main.java"),
    "php": (("php",), "main.php"),
    "ruby": (("ruby",), "main.rb"),
    "perl": (("perl",), "main.pl"),
    "sh": (("sh",), "main.sh"),
}
_SQLITE = """
import sqlite3, sys

def shown(value):
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if not isinstance(value, float):
        return str(value)
    if value in (float("inf"), float("-inf")):
        return "Inf" if value > 0 else "-Inf"
    digits, e, power = f"{value + 0.0:.15g}".partition("e")
    return digits + ("" if "." in digits else ".0") + e + power

db = sqlite3.connect(":memory:", isolation_level=None)
text, statement = sys.stdin.read(), ""
for part in text.replace(";", ";\\0").split("\\0"):
    statement += part
    if sqlite3.complete_statement(statement):
        for row in db.execute(statement):
            print("|".join(map(shown, row)))
        statement = ""
if statement.strip():
    for row in db.execute(statement):
        print("|".join(map(shown, row)))
"""


class Runner:
    """Use it in a ``with``: at the end every server that it started is ended."""

    def __init__(self) -> None:
        self._servers: dict[str, Server | str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with ExitStack() as at_the_end:  # each is stopped, also when stopping another is interrupted
            for server in self._servers.values():
                if not isinstance(server, str):
                    at_the_end.callback(server.stop)
            self._servers.clear()

    def run(self, run: Run) -> Ran:
        """Runs one snippet and compares. White space at the ends of lines and of the whole does not count."""
        try:
            done = self._execute(run)
        except ServerError as error:
            return Ran("skipped", reason=str(error))
        except FileNotFoundError as error:
            return Ran("skipped", reason=f"{Path(str(error.filename)).name} is not installed")
        except StoppedError as error:
            return Ran("failed", _plain(run.fails or run.prints or ""), str(error))
        if run.fails is not None:
            said = _plain(f"{done.stdout}\n{done.stderr}")
            return Ran("fine" if done.returncode and run.fails in said else "differs", run.fails, said)
        expected, got = _plain(run.prints or ""), _plain(done.stdout)
        # To Redis an error is a reply like any other: what comes after it is run, and the bank says both.
        if done.returncode and run.using != "redis":
            return Ran("failed", expected, _plain(f"{got}\n{done.stderr}\n(ended with {done.returncode})"))
        return Ran("fine" if expected == got else "differs", expected, got)

    def _execute(self, run: Run) -> subprocess.CompletedProcess[str]:
        with tempfile.TemporaryDirectory(prefix="backprep-run-") as name:
            folder = Path(name)
            if run.using in ("mariadb", "postgresql", "redis"):
                return self._on_server(run.using, run.code)
            if run.using == "python":
                return _process([sys.executable, "-I", _written(folder, "main.py", run.code)], folder)
            if run.using == "sqlite":
                return _process([sys.executable, "-I", "-c", _SQLITE], folder, run.code)
            words, file = SCRIPTS[run.using]
            if run.using == "node" and any(line.startswith(("import ", "export ")) for line in run.code.splitlines()):
                file = "main.mjs"
            program = shutil.which(words[0])
            if program is None:
                raise FileNotFoundError(2, "not installed", words[0])
            return _process([program, _written(folder, file, run.code)], folder)

    def _on_server(self, using: str, code: str) -> subprocess.CompletedProcess[str]:
        server = self._server(using)
        try:
            return server.run(code, SECONDS)
        except StoppedError:
            # Its client is gone, and it may be busy for long. The next snippet gets a new one.
            del self._servers[using]
            server.stop()
            raise

    def _server(self, using: str) -> Server:
        if using not in self._servers:
            try:
                self._servers[using] = _SERVERS[using]()
            except ServerError as error:
                self._servers[using] = str(error)
        server = self._servers[using]
        if isinstance(server, str):
            raise ServerError(server)
        return server


_SERVERS: dict[str, Callable[[], Server]] = {"mariadb": MariaDb, "postgresql": PostgreSql, "redis": Redis}


def _written(folder: Path, name: str, code: str) -> str:
    file = folder / name
    file.write_text(code + "\n", "utf-8")
    return str(file)


def _process(words: list[str], folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LANG": "C.UTF-8", "TZ": "UTC"}
    return finished(words, folder, env, given, SECONDS)


def _plain(text: str) -> str:
    """Without white space at the ends of lines and of the whole. What a line begins with counts."""
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n"))
