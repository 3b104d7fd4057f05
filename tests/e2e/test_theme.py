"""The colours that a person has chosen are those that they see, and no line is wider than their terminal."""

import re
from pathlib import Path

import pytest

from e2e.terminal import Terminal, command, environment

COLOURS = {"3": "plain", "9": "bright"}


def colours_in(raw: str) -> set[str]:
    """Which families of colours a text for a terminal uses."""
    codes = {code for codes in re.findall(r"\x1b\[([\d;]*)m", raw) for code in codes.split(";")}
    return {COLOURS[code[0]] for code in codes if len(code) == 2 and code[0] in COLOURS and code[1] in "01234567"}


def choose(home: Path, theme: str) -> None:
    """Sets the theme as a person would."""
    with Terminal(command("config", "set", "theme", theme), environment(home)) as terminal:
        assert terminal.end() == 0


@pytest.mark.parametrize(
    ("theme", "seen"), [("standard", {"plain"}), ("light", {"plain"}), ("contrast", {"bright"}), ("mono", set())]
)
def test_a_report_and_a_quiz_have_the_colours_of_the_theme(tmp_path: Path, theme: str, seen: set[str]) -> None:
    """Bright colours for the one who wants contrast, none for the one who wants none; in both ways of drawing."""
    choose(tmp_path, theme)
    with Terminal(command("config", "list"), environment(tmp_path)) as terminal:
        assert terminal.end() == 0
        assert colours_in(terminal.raw) == seen
    with Terminal(command("quiz", "--seed", "1"), environment(tmp_path)) as terminal:
        terminal.see("Enter")
        assert colours_in(terminal.raw) == seen


def test_light_has_no_yellow_and_no_cyan(tmp_path: Path) -> None:
    """These two are what nobody can read on white."""
    choose(tmp_path, "light")
    with Terminal(command("quiz", "--seed", "1"), environment(tmp_path)) as terminal:
        terminal.see("Enter")
        assert not re.search(r"\x1b\[(\d;)?3[36]m", terminal.raw)


def test_a_log_that_cannot_be_read_does_not_hide_what_has_nothing_to_do_with_it(tmp_path: Path) -> None:
    """The colours are then those that everybody has."""
    tmp_path.joinpath("progress.sqlite3").write_bytes(b"no log at all" * 1000)
    with Terminal(command("help", "keys"), environment(tmp_path)) as terminal:
        assert terminal.end() == 0
        assert "Enter" in terminal.everything()
