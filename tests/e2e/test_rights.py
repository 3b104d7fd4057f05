"""Places that may not be written, and people without a home: said in words, before anybody answers in vain."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.terminal import command, environment

ROOT = os.geteuid() == 0
STRANGER = 54_321
"""A user that the system does not know."""


def as_stranger(*words: str) -> list[str]:
    """A command as somebody whom the rights of files bind, where the tests run as root."""
    return ["setpriv", f"--reuid={STRANGER}", f"--regid={STRANGER}", "--clear-groups", *words] if ROOT else [*words]


def run(env: dict[str, str], *words: str, lines: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a command."""
    return subprocess.run(
        as_stranger(*command(*words)), input=lines, env=env, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture
def shared(warm_cache: Path) -> Iterator[Path]:
    """A home that everybody may read."""
    folder = Path(tempfile.mkdtemp(prefix="backprep-rights-"))
    shutil.copytree(warm_cache / "cache", folder / "cache")
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o755 if each.is_dir() else 0o644)
    try:
        done = run(environment(folder), "--version")
        if done.returncode:
            pytest.skip(f"nobody else can run the program here: {done.stderr[-200:]}")
        yield folder
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def refused(done: subprocess.CompletedProcess[str]) -> None:
    """The progress file's own exit code, what, where and how to mend it; no question was shown, no traceback."""
    assert done.returncode == 4, done.stdout + done.stderr
    assert done.stderr.startswith("error: the progress file cannot be written")
    assert "mend:  Check the rights" in " ".join(done.stderr.split("\n"))
    assert "Question 1" not in done.stdout
    assert "Traceback" not in done.stderr


def test_a_folder_that_may_not_be_written(shared: Path) -> None:
    """Whoever cannot save is told before the first question."""
    shared.chmod(0o555)
    refused(run(environment(shared), "quiz", "-n", "1", lines="1\n"))


def test_a_file_that_may_not_be_written(shared: Path) -> None:
    """A file of somebody else, or one that was made read-only: the answers in it can be looked at, not added to."""
    done = subprocess.run(
        command("quiz", "-n", "1", "-k", "choice"),
        input="1\n",
        env=environment(shared),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    file = shared / "progress.sqlite3"
    file.chmod(0o444)
    refused(run(environment(shared), "quiz", "-n", "1", lines="1\n"))
    shown = run(environment(shared), "stats")
    assert (shown.returncode, "1 answer to 1 question" in shown.stdout) == (0, True), shown.stderr


def test_nobody_knows_where_home_is() -> None:
    """Without a home and without BACKPREP_HOME the error says what to set."""
    if not ROOT:
        pytest.skip("only root can be somebody whom the system does not know")
    env = {
        name: value for name, value in environment(Path("/nowhere")).items() if name not in ("HOME", "BACKPREP_HOME")
    }
    done = run(env, "quiz", "-n", "1")
    assert done.returncode == 4, done.stdout + done.stderr
    assert "BACKPREP_HOME" in done.stderr
    assert "Traceback" not in done.stderr
