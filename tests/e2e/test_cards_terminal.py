"""`backprep cards` in a real terminal."""

import sqlite3
from pathlib import Path

import pytest

from e2e.terminal import CTRL_C, Terminal, command, environment

pytestmark = pytest.mark.pty


def cards(home: Path, bank: Path, *words: str, **more: str) -> Terminal:
    """Flashcards of one bank, with a seed."""
    return Terminal(command("cards", "--bank", str(bank), "--seed", "1", *words), environment(home, **more))


def ratings(home: Path) -> list[tuple[int, float | None]]:
    """Rating and score of what was recorded and not taken back."""
    db = sqlite3.connect(home / "progress.sqlite3")
    try:
        return db.execute(
            "SELECT rating, score FROM review WHERE id NOT IN (SELECT review FROM retraction) ORDER BY id"
        ).fetchall()
    finally:
        db.close()


def test_turning_and_rating_needs_no_enter(home: Path, every_kind: Path) -> None:
    """Space turns, a digit rates, and the next card is there."""
    with cards(home, every_kind) as terminal:
        terminal.see("question 1 of 7", "space turn")
        terminal.press(" ")
        terminal.see("I said it at once, and could teach it")
        terminal.press("4")
        terminal.see("question 2 of 7", "space turn")
        assert ratings(home) == [(4, None)]
        terminal.press(" ")
        terminal.see("1-4 rate")
        terminal.press("1")
        terminal.see("question 3 of 7")
        assert ratings(home) == [(4, None), (1, None)]
        terminal.press(CTRL_C)
        terminal.see("Stopped. 2 answers are kept. Go on with: backprep cards")
        assert terminal.end() == 130


@pytest.mark.parametrize("kind", ["choice", "several", "true_false", "order", "fill", "open", "story"])
def test_every_kind_has_a_front_and_a_back(home: Path, every_kind: Path, kind: str) -> None:
    """Each kind can be turned and rated, and the session ends."""
    with cards(home, every_kind, "-k", kind) as terminal:
        terminal.see("question 1 of 1", "space turn")
        terminal.press("\r")
        terminal.see("1-4 rate")
        terminal.press("3")
        terminal.see("Done. 1 answer is kept")
        assert terminal.end() == 0


def test_undo_brings_the_card_back(home: Path, every_kind: Path) -> None:
    """U on the next card takes the last rating back."""
    with cards(home, every_kind) as terminal:
        terminal.see("question 1 of 7")
        terminal.press(" ")
        terminal.see("1-4 rate")
        terminal.press("2")
        terminal.see("question 2 of 7", "u undo")
        terminal.press("u")
        terminal.see("question 1 of 7", "space turn")
        assert ratings(home) == []


def test_edit_opens_the_bank_at_the_line(home: Path, every_kind: Path, tmp_path: Path) -> None:
    """E starts the editor with the line of the question, and the card is still there afterwards."""
    log = tmp_path / "log"
    editor = tmp_path / "vi"
    editor.write_text(f'#!/bin/sh\necho "$@" > {log}\n')
    editor.chmod(0o755)
    with cards(home, every_kind, "-k", "choice", EDITOR=str(editor)) as terminal:
        terminal.see("e edit")
        terminal.press("e")
        terminal.see("next session on.", "space turn")
    line, file = log.read_text().split()
    assert Path(file) == every_kind
    assert "id: put-idempotent" in every_kind.read_text().splitlines()[int(line.removeprefix("+")) - 1]
