"""`backprep quiz` in a real terminal, key by key."""

import re
import signal
import sqlite3
from pathlib import Path

import pytest

from e2e.terminal import BACKSPACE, CTRL_C, CTRL_D, DOWN, ENTER, PAGE_DOWN, TAB, Terminal, command, environment

pytestmark = pytest.mark.pty

PROMPTS = {
    "choice": "Which method is defined as idempotent",
    "several": "Which of these methods are safe",
    "true_false": "Cache-Control: no-cache",
    "order": "Put the opening of a TCP connection",
    "fill": "A client that sends too many requests",
    "open": "Why do bound parameters stop SQL injection?",
    "story": "Tell me about a deadline",
}


def quiz(home: Path, bank: Path, *words: str, rows: int = 24, columns: int = 80, **more: str) -> Terminal:
    """A quiz on one bank, with a seed."""
    words = ("quiz", "--bank", str(bank), "--seed", "1", *words)
    return Terminal(command(*words), environment(home, **more), rows, columns)


def recorded(home: Path) -> list[tuple[str, int]]:
    """Question and rating of every answer that counts, oldest first."""
    file = home / "progress.sqlite3"
    if not file.exists():
        return []
    db = sqlite3.connect(file)
    try:
        return db.execute(
            "SELECT question, rating FROM review WHERE id NOT IN (SELECT review FROM retraction) ORDER BY id"
        ).fetchall()
    finally:
        db.close()


def place_of(terminal: Terminal, text: str) -> str:
    """The number that stands before an option on the screen."""
    line = next(line for line in terminal.text().split("\n") if text in line)
    return next(word for word in line.split() if word.isdigit())


def answer_rightly(terminal: Terminal, kind: str) -> None:
    """Presses the keys of the right reply to a kind's example."""
    terminal.see(PROMPTS[kind], "leave")
    match kind:
        case "choice":
            terminal.press(place_of(terminal, "PUT"))
        case "several":
            terminal.press(place_of(terminal, "GET"), place_of(terminal, "HEAD"), ENTER)
        case "true_false":
            terminal.press("f")
        case "order":
            for step in ("The client sends SYN", "The server answers", "The client acknowledges"):
                terminal.press(place_of(terminal, step))
            terminal.press(ENTER)
        case "fill":
            terminal.press("429", ENTER)
        case "open":
            terminal.press(ENTER)
            terminal.see("A strong answer", "1-2 tick")
            terminal.press("1", "2", ENTER)
        case "story":
            terminal.press(" ")
            terminal.see("1-4 tick")
            terminal.press("1234", ENTER)


@pytest.mark.parametrize("kind", PROMPTS)
@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (40, 120), (20, 60)])
def test_every_kind_is_answered_by_keys(home: Path, every_kind: Path, kind: str, rows: int, columns: int) -> None:
    """The right keys bring the word Right, the answer is recorded, and the session ends with a table."""
    with quiz(home, every_kind, "-k", kind, rows=rows, columns=columns) as terminal:
        answer_rightly(terminal, kind)
        terminal.see("Right", "Enter next")
        assert [rating for _, rating in recorded(home)] == [3]
        terminal.press(ENTER)
        terminal.see("Done. 1 answer is kept", "Go on with")
        assert terminal.end() == 0


def test_a_wrong_answer_says_why_for_every_choice(home: Path, every_kind: Path) -> None:
    """Each option's reason, the verdicts in words, and the sources can be read after a wrong reply."""
    with quiz(home, every_kind, "-k", "choice", rows=40) as terminal:
        terminal.see(PROMPTS["choice"])
        terminal.press(place_of(terminal, "POST"))
        shown = terminal.see("Wrong", "Sources")
        for text in ("(wrong)", "(missed)", "neither safe nor idempotent", "and safe as well", "RFC 9110"):
            assert text in shown
        assert [rating for _, rating in recorded(home)] == [1]


def test_arrows_and_enter_answer_too(home: Path, every_kind: Path) -> None:
    """The pointer moves by arrows, and Enter takes what it is at."""
    with quiz(home, every_kind, "-k", "true_false") as terminal:
        terminal.see("❯ 1 True")
        terminal.press(DOWN)
        terminal.see("❯ 2 False")
        terminal.press(ENTER)
        terminal.see("Right")


def test_wrong_keys_do_nothing(home: Path, every_kind: Path) -> None:
    """Keys without a meaning leave the question where it is."""
    with quiz(home, every_kind, "-k", "choice") as terminal:
        terminal.see("Enter take it")
        terminal.press("9", "z", "\x1b", "\x1b[15~", TAB, "Ω", "\x1b[200~123\x1b[201~")
        terminal.press("?")
        terminal.see("Show or hide these lines.", PROMPTS["choice"])
        assert recorded(home) == []


def test_a_key_pressed_before_the_program_is_ready_is_not_lost(home: Path, every_kind: Path) -> None:
    """Whoever types ahead is heard, and sees no stray characters."""
    with quiz(home, every_kind, "-k", "true_false") as terminal:
        terminal.see("True or false?")
        terminal.press("f")  # the frame is there; the reader of keys may still be loading
        shown = terminal.see("Right", "Enter next")
        assert "\nf" not in shown


def test_ctrl_c_keeps_what_was_answered(home: Path, every_kind: Path) -> None:
    """One line says what is kept, the exit code is 130, and the answer is in the file."""
    with quiz(home, every_kind) as terminal:
        shown = terminal.see("question 1 of 7", "help")
        kind = next(kind for kind, prompt in PROMPTS.items() if prompt in shown)
        answer_rightly(terminal, kind)
        terminal.see("Enter next")
        terminal.press(ENTER)
        terminal.see("question 2 of 7", "help")
        terminal.press(CTRL_C)
        terminal.see("Stopped. 1 answer is kept. Go on with: backprep quiz")
        assert terminal.end() == 130
        assert len(recorded(home)) == 1


@pytest.mark.parametrize("kind", PROMPTS)
def test_ctrl_c_works_at_every_prompt(home: Path, every_kind: Path, kind: str) -> None:
    """At the question and at what follows it, Ctrl-C ends the program without a traceback."""
    for then in ((), ("answer",)):
        with quiz(home, every_kind, "-k", kind) as terminal:
            terminal.see(PROMPTS[kind], "leave")
            if then:
                answer_rightly(terminal, kind)
                terminal.see("Enter next")
            terminal.press(CTRL_C)
            assert terminal.end() == 130
            assert "Traceback" not in terminal.everything()
            assert "Stopped." in terminal.text()


def test_leaving_by_q_and_by_the_end_of_input(home: Path, every_kind: Path) -> None:
    """Q and Ctrl-D end a session in good order."""
    for key in ("q", CTRL_D):
        with quiz(home, every_kind, "-k", "choice") as terminal:
            terminal.see("Enter take it")
            terminal.press(key)
            terminal.see("Nothing was answered, so nothing was recorded.")
            assert terminal.end() == 0


def test_undo_asks_again(home: Path, every_kind: Path) -> None:
    """After u the question is back, and its answer does not count any more."""
    with quiz(home, every_kind, "-k", "choice") as terminal:
        answer_rightly(terminal, "choice")
        terminal.see("Enter next")
        terminal.press("u")
        terminal.see("Enter take it")
        assert recorded(home) == []
        answer_rightly(terminal, "choice")
        terminal.see("Enter next")
        assert len(recorded(home)) == 1


def test_an_open_answer_can_be_typed_and_is_kept(home: Path, every_kind: Path) -> None:
    """T opens a line; what was typed stands beside the model answer and in the progress file."""
    with quiz(home, every_kind, "-k", "open") as terminal:
        terminal.see("type instead")
        terminal.press("t")
        terminal.see("Enter done")
        terminal.press("Values are data!", BACKSPACE, ".", ENTER)
        terminal.see("You wrote", "Values are data.", "A strong answer")
        terminal.press(PAGE_DOWN, "1", ENTER)
        terminal.see("60 of 100")
    db = sqlite3.connect(home / "progress.sqlite3")
    assert db.execute("SELECT reply, score, rating FROM review").fetchall() == [("Values are data.", 0.6, 2)]
    db.close()


def test_the_editor_writes_the_answer(home: Path, every_kind: Path, tmp_path: Path) -> None:
    """E starts $EDITOR on a scratch file; its text becomes the answer, without the hint."""
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\n{ echo "From the editor."; cat "$1"; } > "$1.new" && mv "$1.new" "$1"\n')
    editor.chmod(0o755)
    with quiz(home, every_kind, "-k", "open", EDITOR=str(editor)) as terminal:
        terminal.see("e editor")
        terminal.press("e")
        shown = terminal.see("You wrote", "From the editor.")
        assert "backprep: write above" not in shown


def test_a_missing_editor_is_said_and_the_question_stays(home: Path, every_kind: Path) -> None:
    """An editor that does not exist is no reason to lose the question."""
    with quiz(home, every_kind, "-k", "open", EDITOR="no-such-editor") as terminal:
        terminal.see("e editor")
        terminal.press("e")
        terminal.see("the editor did not start", "I have said it")


def test_skipping_asks_another_and_records_nothing(home: Path, every_kind: Path) -> None:
    """S goes on without an answer."""
    with quiz(home, every_kind, "-k", "choice", "-k", "true_false") as terminal:
        shown = terminal.see("question 1 of 2", "skip")
        first = "choice" if PROMPTS["choice"] in shown else "true_false"
        terminal.press("s")
        terminal.gone(PROMPTS[first])
        assert recorded(home) == []


def test_resizing_redraws_the_question(home: Path, every_kind: Path) -> None:
    """A window made narrow in the middle of a question shows all of it, and goes on working."""
    with quiz(home, every_kind, "-k", "choice", rows=40, columns=120) as terminal:
        terminal.see("Enter take it")
        terminal.resize(30, 60)
        terminal.press(DOWN)
        shown = terminal.see("❯ 2")
        assert all(len(line) <= 60 for line in shown.split("\n"))
        terminal.press(place_of(terminal, "PUT"))
        terminal.see("Right")


def test_a_killed_session_loses_nothing_that_was_acknowledged(home: Path, every_kind: Path) -> None:
    """Kill -9 while the reveal is on the screen: the answer is in the file, and the file opens."""
    with quiz(home, every_kind, "-k", "choice") as terminal:
        answer_rightly(terminal, "choice")
        terminal.see("Enter next")
        terminal.child.kill(signal.SIGKILL)
        assert terminal.end() == 128 + signal.SIGKILL
    assert len(recorded(home)) == 1
    with quiz(home, every_kind, "-k", "choice", "--cram") as terminal:
        terminal.see("question 1 of 1")


def test_a_killed_session_goes_on_where_it_stopped(home: Path, every_kind: Path) -> None:
    """Kill -9 after the first of two: the next start says so, and --resume asks the other one."""
    with quiz(home, every_kind, "-k", "choice", "-k", "true_false") as terminal:
        shown = terminal.see("question 1 of 2", "skip")
        first = "choice" if PROMPTS["choice"] in shown else "true_false"
        answer_rightly(terminal, first)
        terminal.see("Enter next")
        terminal.child.kill(signal.SIGKILL)
        assert terminal.end() == 128 + signal.SIGKILL
    with quiz(home, every_kind, "-k", "fill") as terminal:
        terminal.see("stopped after 1 of 2", "backprep quiz --resume", PROMPTS["fill"])
        terminal.press("\x04")
        terminal.end()
    with Terminal(command("quiz", "--bank", str(every_kind), "--resume"), environment(home)) as terminal:
        terminal.see("question 2 of 2", PROMPTS["true_false" if first == "choice" else "choice"])


def test_how_sure_comes_before_what_is_right(home: Path, every_kind: Path) -> None:
    """With --confidence the answer is followed by the question how sure one is, and only then by the reasons."""
    with quiz(home, every_kind, "-k", "choice", "--confidence") as terminal:
        answer_rightly(terminal, "choice")
        shown = terminal.see("How sure are you?", "4 certain")
        assert "RFC 9110" not in shown
        terminal.press("3")
        terminal.see("Right", "RFC 9110")
    db = sqlite3.connect(home / "progress.sqlite3")
    assert db.execute("SELECT confidence FROM review").fetchall() == [(3,)]
    db.close()


def test_a_mark_that_does_one_no_justice_can_be_changed(home: Path, every_kind: Path) -> None:
    """The four ratings with their intervals stand below the mark; a digit takes another one and goes on."""
    with quiz(home, every_kind, "-k", "choice") as terminal:
        answer_rightly(terminal, "choice")
        terminal.see("1 again <10m", "❯3 good 2d", "4 easy", "Enter next")
        terminal.press("2")
        terminal.see("Done.", "hard, back in 1 day")
        assert terminal.end() == 0
    assert [("put-idempotent", 2)] == recorded(home)


def test_ctrl_z_and_fg(home: Path, every_kind: Path) -> None:
    """The program can be stopped and taken up again, and draws its question anew."""
    with Terminal(["bash", "--norc", "-i"], environment(home, PS1="ready> ")) as terminal:
        terminal.see("ready>")
        terminal.press(" ".join(command("quiz", "--bank", str(every_kind), "-k", "choice")) + "\r")
        terminal.see("Enter take it")
        terminal.press("\x1a")
        terminal.see("Stopped")
        terminal.press("fg\r")
        terminal.press(DOWN)
        terminal.see("❯ 2", "Enter take it")


HOSTILE = "[bold red]loud[/] \\x1b]0;owned\\x07 \\x1b[2J \\u202Eevil \\x9b31m end"


def test_hostile_text_shows_and_does_nothing(home: Path, tmp_path: Path) -> None:
    """Markup, window titles, clearing and overrides in a bank stand there as text."""
    bank = tmp_path / "hostile.yaml"
    bank.write_text(
        f"""\
bank: hostile
title: "{HOSTILE}"
questions:
  - id: hostile-one
    kind: choice
    skill: python/typing
    level: mid
    prompt: "{HOSTILE}"
    choices:
      - {{text: "right {HOSTILE}", correct: true, why: "{HOSTILE}"}}
      - {{text: "left {HOSTILE}", why: "{HOSTILE}"}}
    answer: "{HOSTILE}"
    mistakes: [{{claim: "{HOSTILE}", why: "{HOSTILE}"}}]
    follow_ups: [{{ask: "{HOSTILE}", good: "{HOSTILE}"}}]
    sources: [{{title: "{HOSTILE}", at: "{HOSTILE}"}}]
"""
    )
    with quiz(home, bank, rows=60, columns=120) as terminal:
        terminal.see("[bold red]loud[/] ␛]0;owned␇ ␛[2J <U+202E>evil <U+009B>31m end", "Enter take it")
        terminal.press(place_of(terminal, "right"))
        terminal.see("Sources", "Enter next")
        for active in ("\x1b]0;", "\x1b[2J", "\u202e", "\x9b", "\x07"):
            assert active not in terminal.raw


def test_no_color_is_honoured(home: Path, every_kind: Path) -> None:
    """With NO_COLOR set, no colour is ever asked for; the words are the same."""
    with quiz(home, every_kind, "-k", "choice", NO_COLOR="1") as terminal:
        answer_rightly(terminal, "choice")
        terminal.see("Right", "Enter next")
        assert re.findall(r"\x1b\[[0-9;]*3[0-7][0-9;]*m", terminal.raw) == []


def test_the_first_screen_comes_before_the_slow_libraries(home: Path, every_kind: Path) -> None:
    """prompt_toolkit is loaded while the person reads; yaml, markdown-it and questionary not at all."""
    watch = """
import sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name in ("prompt_toolkit", "questionary", "yaml", "markdown_it"):
            sys.stdout.write(f"<<{name}>>"); sys.stdout.flush()
sys.meta_path.insert(0, Watch())
from backprep.cli import main
sys.exit(main())
"""
    run = ["quiz", "--bank", str(every_kind), "-k", "choice"]
    with quiz(home, every_kind, "-k", "choice") as warm:
        warm.see("Enter take it")
    words = [command()[0], "-c", watch, *run]
    with Terminal(words, environment(home), rows=24, columns=120) as terminal:
        terminal.see("Enter take it")
        terminal.press(DOWN)
        terminal.see("❯ 2")
        first = terminal.raw.index("<<prompt_toolkit>>")
        assert terminal.raw.index("Which method is defined") < first
        for name in ("questionary", "yaml", "markdown_it"):
            assert f"<<{name}>>" not in terminal.raw
