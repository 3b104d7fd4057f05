"""Undo after the session, and the log on its way to another machine."""

import json
from pathlib import Path

import pytest

from e2e.test_pipe import run


def answer(home: Path, count: int = 3) -> None:
    """Some questions of the shipped banks, answered."""
    run(home, "quiz", "--seed", "1", "-n", str(count), "-b", "interview", "-k", "choice", lines="1\n" * count)


def met(home: Path) -> list[tuple[str, int, str | None]]:
    """Each question with how often it was answered, and how the last time."""
    listed = json.loads(run(home, "bank", "show", "interview", "--json").stdout)["data"]["list"]
    return [(each["id"], each["times"], each["last_rating"]) for each in listed if each["times"]]


def log(home: Path) -> str:
    """The exported log."""
    done = run(home, "progress", "export")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_undo_works_after_a_restart(home: Path) -> None:
    """The last answer does not count any more, and the ones before are as they were."""
    answer(home, 2)
    before = met(home)
    answer(home, 1)
    assert met(home) != before
    done = run(home, "undo")
    assert done.returncode == 0
    assert "Taken back:" in done.stdout
    assert met(home) == before
    for _ in range(2):
        assert run(home, "undo").returncode == 0
    assert met(home) == []
    nothing = run(home, "undo")
    assert nothing.returncode == 2
    assert "no answer to take back" in nothing.stderr


def test_a_log_moves_to_another_machine(home: Path, tmp_path: Path) -> None:
    """What was answered there counts here; importing again changes nothing; both machines end alike."""
    other = tmp_path / "other"
    answer(home, 3)
    run(home, "undo")
    answer(other, 2)
    mine, theirs = tmp_path / "mine.jsonl", tmp_path / "theirs.jsonl"
    run(home, "progress", "export", str(mine))
    run(other, "progress", "export", str(theirs))
    done = run(home, "progress", "import", str(theirs))
    assert "2 entries read" in done.stdout
    assert "2 of them new" in done.stdout
    assert "0 of them new" in run(home, "progress", "import", str(theirs)).stdout
    run(other, "progress", "import", str(mine))
    assert log(home) == log(other)
    assert met(home) == met(other) != []


def test_an_export_overwrites_nothing(home: Path, tmp_path: Path) -> None:
    """A file that is there stays as it is."""
    answer(home, 1)
    (tmp_path / "precious").write_text("mine")
    done = run(home, "progress", "export", str(tmp_path / "precious"))
    assert done.returncode == 2
    assert (tmp_path / "precious").read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"\xff", b"{}", b"bank: x", b'{"backprep":"progress","format":1}\n{'])
def test_a_log_that_is_none_changes_nothing(home: Path, tmp_path: Path, content: bytes) -> None:
    """An error with the place, no traceback, and the answers as they were."""
    answer(home, 1)
    before = log(home)
    file = tmp_path / "log.jsonl"
    file.write_bytes(content)
    done = run(home, "progress", "import", str(file))
    assert done.returncode in (2, 4)
    assert str(file) in done.stderr
    assert "Traceback" not in done.stderr
    assert log(home) == before


def test_path_says_where_everything_is(home: Path) -> None:
    """The file, the folder for banks, and how many answers count."""
    answer(home, 2)
    data = json.loads(run(home, "progress", "path", "--json").stdout)["data"]
    assert data["progress"] == str(home / "progress.sqlite3")
    assert data["banks"] == str(home / "banks")
    assert data["answers"] == 2
