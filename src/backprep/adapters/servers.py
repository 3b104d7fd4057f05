"""Private database servers for running snippets: in a folder of their own, on a socket, gone when they are stopped."""

import contextlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from pathlib import Path

from backprep.adapters.processes import end_group, finished

PATIENCE = 30
"""Seconds that a server may take to start."""


class ServerError(Exception):
    """The server cannot be had here; the message says why."""


class Server(ABC):
    """Started when it is made."""

    name: str
    needs: tuple[str, ...]
    """Programs."""
    elsewhere: tuple[str, ...] = ()
    """Folders in which they may be besides the PATH."""
    end = signal.SIGTERM
    """What makes it end without waiting for anybody."""

    def __init__(self) -> None:
        self._path = os.pathsep.join([os.environ.get("PATH", os.defpath), *self._found_elsewhere()])
        for program in self.needs:
            if shutil.which(program, path=self._path) is None:
                raise ServerError(f"{program} is not installed")
        self.folder = Path(tempfile.mkdtemp(prefix=f"backprep-{self.name}-"))
        self._process: subprocess.Popen[bytes] | None = None
        self._count = 0
        try:
            self._process = self._start()
            end = time.monotonic() + PATIENCE
            while not self._is_up():
                if time.monotonic() > end or self._process.poll() is not None:
                    raise ServerError(f"{self.name} did not start")
                time.sleep(0.1)
        except (OSError, subprocess.SubprocessError) as error:
            self.stop()
            raise ServerError(f"{self.name} did not start: {error}") from error
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Ends the server, and removes what it wrote."""
        try:
            if self._process is not None and self._process.poll() is None:
                self._process.send_signal(self.end)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(10)
        finally:
            if self._process is not None:
                end_group(self._process)
            shutil.rmtree(self.folder, ignore_errors=True)

    @abstractmethod
    def run(self, code: str, seconds: float) -> subprocess.CompletedProcess[str]:
        """Runs statements on an empty database."""

    @abstractmethod
    def _start(self) -> "subprocess.Popen[bytes]": ...

    @abstractmethod
    def _is_up(self) -> bool: ...

    def _found_elsewhere(self) -> list[str]:
        return [str(folder) for pattern in self.elsewhere for folder in sorted(Path("/").glob(pattern))]

    def _words(self, *words: str, user: str | None = None) -> list[str]:
        program = shutil.which(words[0], path=self._path) or words[0]
        as_user = ["setpriv", f"--reuid={user}", f"--regid={_group(user)}", "--clear-groups"] if user else []
        return [*as_user, program, *words[1:]]

    def _spawn(self, *words: str, user: str | None = None) -> "subprocess.Popen[bytes]":
        with (self.folder / "server.log").open("ab") as log:
            return subprocess.Popen(
                self._words(*words, user=user), cwd=self.folder, env=self._env(), stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def _done(
        self, *words: str, given: str = "", seconds: float = PATIENCE, user: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        return finished(self._words(*words, user=user), self.folder, self._env(), given, seconds)

    def _env(self) -> dict[str, str]:
        return {"PATH": self._path, "HOME": str(self.folder), "LANG": "C.UTF-8", "TZ": "UTC"}

    def _fresh(self) -> str:
        self._count += 1
        return f"snippet_{self._count}"


def _group(user: str) -> int:
    return pwd.getpwnam(user).pw_gid


def _other_user() -> str | None:
    """Whom to be where a server refuses to run as root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("nobody").pw_name
    except KeyError:
        raise ServerError("it does not run as root, and there is no user nobody") from None


class MariaDb(Server):
    """MariaDB, where it does what MySQL does."""

    name = "mariadb"
    needs = ("mariadbd", "mariadb-install-db", "mariadb")
    elsewhere = ("usr/sbin", "usr/local/sbin")

    def _start(self) -> "subprocess.Popen[bytes]":
        user = ("--user=root",) if os.geteuid() == 0 else ()
        data = f"--datadir={self.folder / 'data'}"
        made = self._done(
            "mariadb-install-db", "--no-defaults", data, "--auth-root-authentication-method=normal", *user
        )
        if made.returncode:
            raise ServerError(f"mariadb-install-db failed: {made.stderr.strip()[-200:]}")
        return self._spawn(
            "mariadbd", "--no-defaults", data, f"--socket={self._socket}", "--skip-networking", *user,
            f"--pid-file={self.folder / 'pid'}", "--innodb-buffer-pool-size=16M", f"--tmpdir={self.folder}",
        )  # fmt: skip

    @property
    def _socket(self) -> Path:
        return self.folder / "s"

    def _client(self, *words: str, given: str = "", seconds: float = PATIENCE) -> subprocess.CompletedProcess[str]:
        client = (
            "mariadb",
            "--no-defaults",
            f"--socket={self._socket}",
            "--user=root",
            "--batch",
            "--skip-column-names",
        )
        return self._done(*client, *words, given=given, seconds=seconds)

    def _is_up(self) -> bool:
        return self._client("--execute=SELECT 1").returncode == 0

    def run(self, code: str, seconds: float) -> subprocess.CompletedProcess[str]:
        """Statements on a new database, which is dropped afterwards."""
        database = self._fresh()
        self._client(f"--execute=CREATE DATABASE {database} CHARACTER SET utf8mb4")
        done = self._client(database, given=code, seconds=seconds)
        self._client(f"--execute=DROP DATABASE IF EXISTS {database}")
        return done


class PostgreSql(Server):
    """PostgreSQL."""

    name = "postgresql"
    end = signal.SIGINT  # the fast shutdown
    needs = ("initdb", "postgres", "psql")
    elsewhere = ("usr/lib/postgresql/*/bin", "usr/local/bin", "usr/local/pgsql/bin")

    def _start(self) -> "subprocess.Popen[bytes]":
        self._user = _other_user()
        if self._user:
            shutil.chown(self.folder, self._user)
        data = str(self.folder / "data")
        words = ("initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        made = self._done(*words, user=self._user)
        if made.returncode:
            raise ServerError(f"initdb failed: {made.stderr.strip()[-200:]}")
        (self.folder / "server.log").touch()
        options = ("-c", "listen_addresses=", "-c", "fsync=off", "-c", "timezone=UTC", "-c", "deadlock_timeout=200ms")
        return self._spawn("postgres", "-D", data, "-k", str(self.folder), *options, user=self._user)

    def _client(self, *words: str, given: str = "", seconds: float = PATIENCE) -> subprocess.CompletedProcess[str]:
        client = ("psql", "-X", "-h", str(self.folder), "-U", "postgres", "-At")
        return self._done(*client, *words, given=given, seconds=seconds)

    def _is_up(self) -> bool:
        return self._client("-c", "SELECT 1").returncode == 0

    def run(self, code: str, seconds: float) -> subprocess.CompletedProcess[str]:
        """Statements on a new database, which is dropped afterwards."""
        database = self._fresh()
        self._client("-c", f"CREATE DATABASE {database}")
        done = self._client("-v", "ON_ERROR_STOP=1", "-d", database, given=code, seconds=seconds)
        self._client("-c", f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
        return done


class Redis(Server):
    """Redis."""

    name = "redis"
    needs = ("redis-server", "redis-cli")

    def _start(self) -> "subprocess.Popen[bytes]":
        return self._spawn("redis-server", "--port", "0", "--unixsocket", str(self.folder / "s"), "--save", "")

    def _client(self, *words: str, given: str = "", seconds: float = PATIENCE) -> subprocess.CompletedProcess[str]:
        return self._done("redis-cli", "-s", str(self.folder / "s"), *words, given=given, seconds=seconds)

    def _is_up(self) -> bool:
        return self._client("PING").stdout.strip() == "PONG"

    def run(self, code: str, seconds: float) -> subprocess.CompletedProcess[str]:
        """Commands, one a line, on an empty server. It has failed where any of them was answered with an error."""
        self._client("FLUSHALL")
        self._client("CONFIG", "RESETSTAT")
        done = self._client(given=code + "\n", seconds=seconds)
        errors = re.search(r"^total_error_replies:(\d+)", self._client("INFO", "stats").stdout, re.MULTILINE)
        done.returncode = done.returncode or int(errors is not None and errors[1] != "0")
        return done
