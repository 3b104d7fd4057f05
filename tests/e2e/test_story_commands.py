"""`backprep story` as a person uses it: with an editor, in a terminal, and from a pipe."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from e2e.terminal import CTRL_C, ENTER, Terminal, command, environment

TEXT = """# The rain
themes: deadline, conflict
## Situation
It rained, and we had a release on Friday.
## Action
I cut two reports, and told everybody on Monday.
## Result
It was out on Friday, 2 reports later.
"""


def story(
    home: Path, *words: str, given: str | None = None, editor: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs a command on stories."""
    more = {"EDITOR": editor} if editor else {}
    return subprocess.run(
        command("story", *words),
        env=environment(home, **more),
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def data(home: Path, *words: str) -> Any:
    """The same for scripts."""
    return json.loads(story(home, *words, "--json").stdout)["data"]


@pytest.fixture
def editor(tmp_path: Path) -> str:
    """An editor that writes a whole story under the title that it finds."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        "text = file.read_text('utf-8')\n"
        "text = text.replace('## Action\\n', '## Action\\nI cut two reports.\\n')\n"
        "file.write_text(text, 'utf-8')\n"
    )
    return f"{sys.executable} {script}"


def test_from_the_editor_to_a_file_and_away(home: Path, tmp_path: Path, editor: str) -> None:
    """New, edit, show, list, export, delete: each does what its help says."""
    done = story(home, "new", "--theme", "deadline", "--title", "The rain", editor=editor)
    assert done.returncode == 0, done.stderr
    assert "I cut two reports." in done.stdout
    assert "Missing: situation" in done.stdout
    story(home, "edit", "1", editor=editor)
    held = data(home, "show", "rain")
    assert (held["versions"], held["themes"]) == (2, ["deadline"])
    assert data(home, "show", "1", "--version", "1")["action"] == "I cut two reports."
    story(home, "new", "--from", "-", given=TEXT)
    assert [each["title"] for each in data(home, "list")["stories"]] == ["The rain", "The rain"]
    assert "conflict" not in data(home, "coverage")["missing"]
    file = tmp_path / "stories.md"
    assert story(home, "export", str(file), "--story", "2").returncode == 0
    assert "It was out on Friday, 2 reports later." in file.read_text("utf-8")
    assert "It was out on Friday" in story(home, "export").stdout
    refused = story(home, "delete", "2", given="")
    assert (refused.returncode, "--yes" in refused.stderr) == (2, True)
    assert story(home, "delete", "2", "--yes").returncode == 0
    assert len(data(home, "list")["stories"]) == 1
    assert b"Friday" not in (home / "progress.sqlite3").read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "1"], "no story yet"),
        (["rehearse"], "no story yet"),
        (["export"], "no story yet"),
        (["new"], "which question"),
        (["new", "no-such-question"], "no question"),
        (["new", "--from", "no-such-file"], "cannot be read"),
        (["new", "--theme", "wether"], "theme"),
    ],
)
def test_errors_say_what_to_type(home: Path, words: list[str], said: str) -> None:
    """What, and how to mend it."""
    done = story(home, *words, given="")
    assert done.returncode == 2
    assert said in done.stderr
    assert "mend:" in done.stderr


def test_a_failing_editor_changes_nothing(home: Path) -> None:
    """There is no story afterwards, and a word about why."""
    done = story(home, "new", "--title", "T", editor="false")
    assert done.returncode == 2
    assert "the editor ended with status 1" in done.stderr
    assert data(home, "list") == {"stories": []}
    assert "Nothing was written" in story(home, "new", "--title", "T", editor="true").stdout


@pytest.mark.pty
def test_picking_a_question_and_rehearsing(home: Path, editor: str) -> None:
    """In a terminal: a list of questions to pick from, then the clock, the notes, and when it comes back."""
    with Terminal(command("story", "new"), environment(home, EDITOR=editor)) as terminal:
        terminal.see("0. another one", "Which question")
        terminal.press("99" + ENTER)
        terminal.press("1" + ENTER)
        terminal.see("Not rehearsed yet")
        assert terminal.end() == 0
    assert data(home, "show", "1")["questions"]
    with Terminal(command("story", "rehearse"), environment(home)) as terminal:
        terminal.see("Think.")
        terminal.press(" ")
        terminal.see("Speak aloud")
        terminal.press(" ")
        terminal.see("what did you say?", "Your notes", "I cut two reports.")
        terminal.press("1", ENTER)
        terminal.see("To be rehearsed in")
        assert terminal.end() == 0
    assert data(home, "show", "1")["due_in_days"] >= 0
    with Terminal(command("story", "rehearse", "1"), environment(home)) as terminal:
        terminal.see("Think.")
        terminal.press(CTRL_C)
        terminal.see("Nothing was recorded")
        assert terminal.end() == 130


def test_rehearsing_from_a_pipe(home: Path) -> None:
    """Line by line, without a control code."""
    story(home, "new", "--from", "-", given=TEXT)
    done = story(home, "rehearse", given="\n1 3\n")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "(left out)" in done.stdout
