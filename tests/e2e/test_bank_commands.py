"""Lint and run, as an author meets them: exit codes, order, and that nothing is executed unasked."""

import json
import subprocess
from pathlib import Path

import pytest

from e2e.terminal import CTRL_C, ENTER, Terminal, command, environment

BANK = """\
bank: mine
title: Mine
questions:
  - id: one-question
    kind: true_false
    skill: python/typing
    level: mid
    prompt: One is printed as a number.
    truth: true
    why: It is so.
    sources: [{{title: A manual, at: page 1{checked}}}]
    runs:
      - using: python
        prints: "{prints}"
        code: |
          open({touched!r}, "w").close()
          print(1)
"""


@pytest.fixture
def touched(tmp_path: Path) -> Path:
    """What is there once the bank's code was executed."""
    return tmp_path / "touched"


def write(tmp_path: Path, prints: str = "1", checked: str = ", checked: 2026-11-23") -> Path:
    """A bank with one snippet."""
    file = tmp_path / "mine.yaml"
    file.write_text(BANK.format(prints=prints, checked=checked, touched=str(tmp_path / "touched")), "utf-8")
    return file


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs a command without a terminal."""
    return subprocess.run(
        command("bank", *words), stdin=subprocess.DEVNULL, env=environment(home), capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip


def test_lint_ends_with_0_1_or_3(home: Path, tmp_path: Path) -> None:
    """Nothing to say, warnings, faults; the last line sums up."""
    fine = run(home, "lint", str(write(tmp_path)))
    assert (0, "1 bank, 1 question, no warnings.") == (fine.returncode, fine.stdout.strip()[2:])
    file = write(tmp_path, checked="")
    warned = run(home, "lint", str(file))
    assert warned.returncode == 1
    assert warned.stdout.startswith(f"{file}:4:")
    assert "(question one-question)" in warned.stdout.split("\n")[0]
    assert warned.stdout.rstrip().endswith("1 bank, 1 question, 1 warning: 1 source-undated")
    file.write_text(file.read_text().replace("level: mid", "level: middle"))
    faulty = run(home, "lint", str(file))
    assert faulty.returncode == 3
    assert "middle" in faulty.stdout
    assert "source-undated" not in faulty.stdout


def test_lint_json(home: Path, tmp_path: Path) -> None:
    """Exactly the promised keys; advice has the shape of faults."""
    file = write(tmp_path, checked="")
    done = run(home, "lint", str(file), "--json")
    envelope = json.loads(done.stdout)
    assert (1, False) == (done.returncode, envelope["ok"])
    data = envelope["data"]
    assert ["files", "banks", "questions", "faults", "advice"] == list(data)
    assert ([str(file)], 1, 1, []) == (data["files"], data["banks"], data["questions"], data["faults"])
    [advice] = data["advice"]
    assert ["file", "line", "column", "question", "code", "message", "hint"] == list(advice)
    assert (4, "one-question", "source-undated") == (advice["line"], advice["question"], advice["code"])


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_nothing_is_executed_where_nobody_can_be_asked(
    home: Path, tmp_path: Path, touched: Path, more: tuple[str, ...]
) -> None:
    """Without a terminal it takes --yes, and says so."""
    done = run(home, "run", str(write(tmp_path)), *more)
    assert done.returncode == 2
    assert "executes 1 snippet of code (with python)" in done.stdout + done.stderr
    assert "--yes" in done.stdout + done.stderr
    assert not touched.exists()


@pytest.mark.parametrize(("prints", "code", "outcome"), [("1", 0, "fine"), ("2", 1, "differs")])
def test_run_says_whether_the_code_does_what_the_bank_says(
    home: Path, tmp_path: Path, touched: Path, prints: str, code: int, outcome: str
) -> None:
    """Exit code, and a line for the run."""
    done = run(home, "run", str(write(tmp_path, prints)), "--yes")
    assert (code, "") == (done.returncode, done.stderr)
    assert f"one-question, run 1 (python): {outcome}" in done.stdout
    assert done.stdout.rstrip().endswith(f"1 snippet in 1 bank: 1 {outcome}")
    assert touched.exists()


def test_run_json(home: Path, tmp_path: Path) -> None:
    """Exactly the promised keys, with what was expected and what was got."""
    done = run(home, "run", str(write(tmp_path, "2")), "--yes", "--json")
    envelope = json.loads(done.stdout)
    assert (1, "bank run", False) == (done.returncode, envelope["command"], envelope["ok"])
    assert ["files", "faults", "counts", "runs"] == list(envelope["data"])
    [each] = envelope["data"]["runs"]
    assert ("one-question", 1, "python", "differs", "2", "1") == tuple(
        each[key] for key in ("question", "number", "using", "outcome", "expected", "got")
    )


def test_a_bank_with_a_fault_is_not_run(home: Path, tmp_path: Path, touched: Path) -> None:
    """Faults first, and 3."""
    file = write(tmp_path)
    file.write_text(file.read_text().replace("level: mid", "level: middle"))
    done = run(home, "run", str(file), "--yes")
    assert done.returncode == 3
    assert "middle" in done.stdout
    assert not touched.exists()


def test_only_some_programs(home: Path, tmp_path: Path, touched: Path) -> None:
    """What is not wished for is not run, and there is nothing to be asked about."""
    done = run(home, "run", str(write(tmp_path)), "--using", "sqlite")
    assert (0, "1 file read, no snippets to run.\n") == (done.returncode, done.stdout)
    assert not touched.exists()
    assert run(home, "run", str(tmp_path / "mine.yaml"), "--using", "pyton").returncode == 2


@pytest.mark.pty
@pytest.mark.parametrize(
    ("keys", "code", "executed"),
    [("y" + ENTER, 0, True), (ENTER, 130, False), ("n" + ENTER, 130, False), (CTRL_C, 130, False)],
)
def test_it_asks_first(home: Path, tmp_path: Path, touched: Path, keys: str, code: int, executed: bool) -> None:
    """At a terminal the person is told what will be executed; only yes executes it."""
    with Terminal(command("bank", "run", str(write(tmp_path))), environment(home)) as person:
        person.see("This executes 1 snippet of code", "Go on?")
        assert not touched.exists()
        person.press(keys)
        assert code == person.end()
    assert executed == touched.exists()


@pytest.mark.pty
def test_a_bar_shows_that_something_is_going_on(home: Path, tmp_path: Path) -> None:
    """Whoever waits for longer than a moment sees why; in the end only the result is left."""
    file = write(tmp_path)
    file.write_text(file.read_text().replace("print(1)", "__import__('time').sleep(2); print(1)"))
    with Terminal(command("bank", "run", str(file), "--yes"), environment(home)) as person:
        person.see("Running snippets")
        person.see("1 snippet in 1 bank: 1 fine")
        assert 0 == person.end()
        assert "Running snippets" not in person.text()


@pytest.mark.pty
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
def test_ctrl_c_ends_what_was_started(home: Path, tmp_path: Path, touched: Path) -> None:
    """The snippet that runs ends with the command."""
    file = write(tmp_path)
    code = "import os, time; out.write(str(os.getpid())); out.close(); time.sleep(100)"
    file.write_text(
        file.read_text().replace(").close()", ")").replace("open(", "out = open(").replace("print(1)", code)
    )
    with Terminal(command("bank", "run", str(file), "--yes"), environment(home)) as person:
        person.see("Running snippets")
        snippet = Path("/proc") / touched.read_text()
        assert snippet.exists()
        person.press(CTRL_C)
        assert 130 == person.end()
    assert not snippet.exists()


def test_no_session_loads_what_runs_code(home: Path) -> None:
    """What executes a bank's code, and what compares its texts, is not there while somebody is asked questions."""
    code = (
        "import sys; from backprep.cli import main; main(['quiz', '-n', '1']);"
        "mine = ('.runner', '.servers', '.processes');"
        "print([name for name in sys.modules if name.endswith(mine) or 'rapidfuzz' in name])"
    )
    done = subprocess.run(
        [command()[0], "-c", code], input="leave\n", env=environment(home), capture_output=True, text=True, check=True
    )
    assert "[]" == done.stdout.splitlines()[-1]
