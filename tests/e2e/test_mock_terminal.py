"""`backprep mock` in a real terminal: a whole interview, and everything that can happen in one."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest

from e2e.terminal import CTRL_C, CTRL_D, CTRL_Z, ENTER, Terminal, command, environment

pytestmark = pytest.mark.pty

BEGIN = 1_800_000_000_000
CLOCKED = str(Path(__file__).with_name("clocked.py"))
THINKING, SPEAKING, TICKING, JUDGING = "I begin to speak", "I have said it", "what did you say?", "that one"


class Candidate:
    """Somebody in an interview: sees which screen it is, and does what belongs there."""

    def __init__(self, home: Path, *words: str, rows: int = 24, columns: int = 80) -> None:
        self.clock = home / "clock"
        if not self.clock.exists():
            self.clock.write_text(str(BEGIN), "ascii")
        tests = str(Path(__file__).parents[1])
        line = [sys.executable, CLOCKED, str(self.clock), "mock", *words]
        self.terminal = Terminal(line, environment(home, PYTHONPATH=tests), rows, columns)
        self.stages: list[str] = []

    def __enter__(self) -> Self:
        self.terminal.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self.terminal.child.close(force=True)

    def pass_time(self, seconds: float) -> None:
        """The clock on the wall goes on."""
        now = int(self.clock.read_text("ascii")) + round(seconds * 1000)
        part = self.clock.with_suffix(".part")
        part.write_text(str(now), "ascii")
        part.replace(self.clock)

    def stage(self) -> str:
        """Which screen it is, once one is there."""
        words = ("Enter begin", "Enter go on", THINKING, SPEAKING, TICKING, JUDGING, "see how it went", "\n Next\n")
        self.terminal.settle()
        shown = self.terminal._until(lambda seen: any(word in seen for word in words), f"one of {words!r}")
        found = next(word for word in words if word in shown)
        if found == SPEAKING and "the interviewer goes on" in shown:
            return "follow-up"
        return found

    def act(self, take: Callable[[str], float] = lambda stage: 30) -> str:
        """Does one thing, and waits until the screen is another; returns the stage that it was."""
        stage = self.stage()
        before = self.terminal.text()
        keys = {
            THINKING: " ", SPEAKING: " ", "follow-up": " ", TICKING: "1" + ENTER, JUDGING: "3",
        }  # fmt: skip
        if stage == "\n Next\n":
            return stage
        if stage in (THINKING, SPEAKING, "follow-up"):
            self.pass_time(take(stage))
        self.terminal.press(*keys.get(stage, ENTER))
        if stage == "Enter begin":  # that screen is drawn twice, before and after the reader of keys is loaded
            self.terminal.see(THINKING)
        else:
            self.terminal._until(lambda seen: _still(seen) != _still(before), f"something after {stage}")
        self.stages.append(stage)
        return stage

    def until(self, stage: str, times: int = 1) -> None:
        """Goes on until a certain screen is there for the nth time."""
        while True:
            if self.stage() == stage:
                times -= 1
                if not times:
                    return
            self.act()


def _still(text: str) -> str:
    """The screen without its clocks."""
    return re.sub(r"\d+:\d\d|[━─]", "", text)


def shown(home: Path, *words: str) -> Any:
    """What a command says to scripts."""
    done = subprocess.run(command(*words, "--json"), env=environment(home), capture_output=True, text=True, check=False)
    return json.loads(done.stdout)["data"]


def answered(home: Path) -> list[str]:
    """The questions that were answered in the only interview."""
    return [each["question"] for each in shown(home, "mock", "show")["answers"]]


@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (40, 120)])
def test_a_whole_interview_of_45_minutes(home: Path, rows: int, columns: int) -> None:
    """From the plan to the scorecard, each answer as long as it should be: a figure for each dimension."""
    with Candidate(home, "--minutes", "45", "--seed", "3", rows=rows, columns=columns) as someone:
        terminal = someone.terminal
        terminal.see("45 minutes", "Your questions to them")
        resized = False
        while (stage := someone.stage()) != "\n Next\n":
            seconds = 10
            if stage in (SPEAKING, "follow-up"):
                found = re.search(r"of (\d+):(\d\d)", terminal.text())
                assert found
                seconds = int(found.group(1)) * 60 + int(found.group(2))
            if stage == SPEAKING and not resized:
                resized = True
                terminal.resize(30, 70)
                terminal.see(SPEAKING)
                terminal.resize(rows, columns)
                terminal.see(SPEAKING)
                someone.pass_time(seconds + 5)
                terminal.see("over time")
                seconds = -5
            someone.act(lambda stage, seconds=seconds: seconds)  # type: ignore[misc]
        assert terminal.end() == 0
    data = shown(home, "mock", "show")
    assert data["complete"]
    gone = int(someone.clock.read_text("ascii")) - BEGIN
    assert 0.6 * 45 * 60_000 < gone < 45 * 60_000
    figures = data["scorecard"]["figures"]
    assert figures["time"]["share"] == 1
    assert figures["depth"]["share"] == 1
    assert figures["communication"]["band"] == "good"
    assert figures["content"]["share"] is not None
    assert len(data["answers"]) == data["scorecard"]["planned"] + 1
    assert {THINKING, SPEAKING, "follow-up", TICKING, JUDGING} <= set(someone.stages)


STAGES = [
    ("Enter begin", 1, 0), (THINKING, 2, 1), (SPEAKING, 2, 1), ("follow-up", 2, 1), (TICKING, 2, 1), (JUDGING, 1, 0),
    ("see how it went", 1, 6),
]  # fmt: skip


@pytest.mark.parametrize(("stage", "times", "kept"), STAGES)
def test_a_kill_loses_at_most_the_answer_on_the_screen(home: Path, stage: str, times: int, kept: int) -> None:
    """Wherever it strikes; `--resume` goes on with the next question, and nothing is asked twice."""
    with Candidate(home, "--minutes", "15", "--seed", "5") as someone:
        someone.until(stage, times)
        someone.terminal.child.kill(signal.SIGKILL)
    if stage == "Enter begin":
        assert shown(home, "mock", "list") == {"interviews": []}
        return
    assert len(answered(home)) == kept
    if kept == 6:
        assert shown(home, "mock", "show")["complete"]
        return
    with Candidate(home, "--resume") as again:
        again.terminal.see("The interview goes on")
        again.until("\n Next\n")
        assert again.terminal.end() == 0
    names = answered(home)
    assert len(names) == len(set(names)) == 6


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 0), ("q", 0)])
@pytest.mark.parametrize(
    ("stage", "times"), [("Enter begin", 1), (THINKING, 2), ("follow-up", 1), (TICKING, 1), (JUDGING, 1)]
)
def test_leaving_anywhere(home: Path, stage: str, times: int, key: str, code: int) -> None:
    """No traceback, the terminal as it was, what was answered kept, and a word on how to go on."""
    with Candidate(home, "--minutes", "15", "--seed", "5") as someone:
        someone.until(stage, times)
        someone.terminal.press(key)
        assert someone.terminal.end() == code
        said = someone.terminal.everything()
        assert "Traceback" not in said
        if stage == THINKING:
            assert "backprep mock --resume" in said
    if stage == THINKING:
        assert len(answered(home)) == 1


def test_stopping_and_coming_back(home: Path) -> None:
    """Ctrl-Z gives the shell back, and fg draws the question again."""
    with Candidate(home, "--minutes", "15", "--seed", "5") as someone:
        someone.until(SPEAKING)
        someone.terminal.press(CTRL_Z)
        someone.terminal.child.kill(signal.SIGCONT)
        someone.terminal.see(SPEAKING)
        someone.act()
        someone.terminal.press("q")
        someone.terminal.end()


def test_pausing_skipping_going_back_and_typing(home: Path) -> None:
    """Each by its key, and each where it belongs in the report."""
    with Candidate(home, "--minutes", "15", "--seed", "5") as someone:
        terminal = someone.terminal
        someone.until(THINKING)
        terminal.press("p")
        terminal.see("Paused.")
        someone.pass_time(600)
        terminal.press(ENTER)
        terminal.see("Think. 0:00")
        terminal.press("s")
        terminal.see("2 of 6")
        terminal.press("t")
        terminal.see("new line")
        terminal.press("My typed answer", ENTER)
        someone.until(THINKING)
        terminal.see("3 of 6")
        terminal.press("b")
        terminal.see("2 of 6")
        terminal.press("t")
        terminal.see("new line")
        terminal.press("Another one, better", ENTER)
        someone.until("\n Next\n")
        terminal.end()
    answers = shown(home, "mock", "show")["answers"]
    assert [each["skipped"] for each in answers] == [True, *[False] * 5]
    assert answers[1]["text"] == "Another one, better"
    assert answers[1]["words"] == 3
    assert len(answers) == 6


def test_a_short_interview_in_real_time(home: Path) -> None:
    """With the computer's own clock: seconds that pass are seconds that count."""
    with Terminal(command("mock", "--minutes", "15", "--seed", "5"), environment(home)) as terminal:
        terminal.see("Enter begin")
        terminal.press(ENTER)
        terminal.see("Think. 0:01")
        terminal.press(" ")
        terminal.see("0:02 of")
        terminal.press(" ")
        terminal.see("the interviewer goes on")
        terminal.press(CTRL_C)
        assert terminal.end() == 130


def test_an_interview_from_a_pipe(home: Path, tmp_path: Path) -> None:
    """Without a terminal: lines in, words out, the same report, and files of it."""
    lines = []
    for _ in range(8):
        lines += ["It is so.", "", "1", "3", "3", "3", "3"]
    done = subprocess.run(
        command("mock", "--minutes", "15", "--seed", "5", "--save", str(tmp_path / "mock.html")),
        input="\n".join(lines) + "\n" * 30,
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert "Interview 1" in done.stdout
    assert "It is so." in (tmp_path / "mock.html").read_text("utf-8")
    for ending in ("md", "svg"):
        file = tmp_path / f"mock.{ending}"
        subprocess.run(
            command("mock", "show", "--save", str(file)), env=environment(home), check=True, capture_output=True
        )
        assert file.stat().st_size > 500
    gone = subprocess.run(
        command("mock", "delete", "1"), env=environment(home), capture_output=True, text=True, input="", check=False
    )
    assert gone.returncode == 2
    assert "--yes" in gone.stderr
    subprocess.run(command("mock", "delete", "1", "--yes"), env=environment(home), check=True, capture_output=True)
    assert shown(home, "mock", "list") == {"interviews": []}
    assert b"It is so." not in (home / "progress.sqlite3").read_bytes()
