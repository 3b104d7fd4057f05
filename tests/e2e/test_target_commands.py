"""`target` and `plan` as a person uses them."""

import json
import subprocess
from pathlib import Path

import pytest

from e2e.terminal import Terminal, command, environment
from e2e.test_commands import interview_that_is_over


def run(home: Path, *words: str, lines: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a command."""
    return subprocess.run(
        command(*words), input=lines, env=environment(home), capture_output=True, text=True, timeout=90, check=False
    )


def test_from_the_date_to_the_calendar(home: Path, tmp_path: Path) -> None:
    """Set, look ahead, be asked, write the calendar, clear: without a terminal too."""
    set_ = run(home, "target", "set", "--date", "10d", "--minutes", "20", "--area", "sql-mysql=3", "--days", "mon-sun")
    assert (set_.returncode, "in 10 days" in set_.stdout) == (0, True), set_.stderr
    file = tmp_path / "study.ics"
    assert "Your interview is in 10 days: backprep plan" in run(home).stdout
    plan = json.loads(run(home, "plan", "--json", "--ics", str(file)).stdout)["data"]
    assert len(plan["days"]) == 10
    assert 0 < plan["low"] < plan["readiness"] < plan["high"] < 1
    assert file.read_bytes().count(b"BEGIN:VEVENT") == 11
    quiz = run(home, "quiz", "-n", "1", lines="why\nleave\n")
    assert "Your interview is in 10 days." in " ".join(quiz.stdout.split())
    assert "in 10 days" not in run(home, "target", "clear").stdout
    assert run(home, "plan").returncode == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("target", "set", "--date", "tomorrow"), "2026-12-10"),
        (("target", "set", "--date", "2020-01-01"), "not in the future"),
        (("target", "set", "--date", "5d", "--days", "someday"), "mon-sat"),
        (("target", "set", "--date", "5d", "--area", "pyton=2"), "python"),
        (("target", "set", "--date", "5d", "--area", "python=much"), "number"),
        (("target", "set", "--date", "5d", "--level", "guru"), "senior"),
        (("target", "set", "--date", "5d", "--role", "pilot"), "back-end"),
        (("target", "clear", "--date", "2030-01-01"), "target show"),
        (("target", "close", "--felt", "3"), "target show"),
        (("plan", "--review"), "backprep plan"),
    ],
)
def test_what_is_wrong_is_said_and_how_to_mend_it(home: Path, words: tuple[str, ...], said: str) -> None:
    """Exit code 2, a line on what is wrong and one on what to do; no traceback."""
    done = run(home, *words)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_a_calendar_that_cannot_be_written(home: Path) -> None:
    """A folder that is not there is named."""
    run(home, "target", "set", "--date", "2d")
    done = run(home, "plan", "--ics", "/no/such/folder/study.ics")
    assert (done.returncode, "/no/such/folder" in done.stderr) == (2, True)


def test_an_interview_that_is_over_is_asked_about(home: Path) -> None:
    """In a terminal `target show` asks how it went; Enter leaves it for later, and a wrong area keeps nothing."""
    interview_that_is_over(home)
    for felt, areas, said in (
        ("", None, "is over"),
        ("2", "pyton", "Did you mean python"),
        ("2", "python", "felt 2 of 5"),
    ):
        with Terminal(command("target", "show"), environment(home)) as terminal:
            terminal.see("How did it feel")
            terminal.press(f"{felt}\r")
            if areas is not None:
                terminal.see("Areas that were asked")
                terminal.press(f"{areas}\r")
            assert terminal.end() == 0
            assert said in " ".join(terminal.text().split())


def test_w_says_why_in_a_terminal(home: Path) -> None:
    """The key is at the bottom of the screen, and leaves the question where it is."""
    run(home, "target", "set", "--date", "5d")
    with Terminal(command("quiz", "-n", "1"), environment(home)) as terminal:
        terminal.see("w why")
        terminal.press("w")
        terminal.see("Your interview is in 5 days.")
        terminal.press("q")
        assert terminal.end() == 0
