"""The desk without a terminal: lines in."""

from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from backprep.app.screens import Notice, Tone
from backprep.core.gesture import PickOne, PickSeveral
from backprep.core.question import Question
from backprep.core.rating import Rating
from backprep.core.reply import Ordered, Picked, PickedSeveral, Ticked, Told, Typed, Wish
from backprep.kinds import KINDS
from backprep.ui.plain_desk import PlainDesk
from ui.samples import asking, example, fronting, ticking
from ui.talk import ASKED_AGAIN, Talk, screen_of


def reply(asked: Question, *lines: str, seed: int = 1) -> Any:
    """What the desk makes of the lines, in the places of the screen."""
    return Talk(*lines).desk.ask(asking(asked, seed=seed))


def choice(count: int = 4) -> Question:
    """A question with so many options."""
    asked: Any = example("choice")
    options = tuple(replace(asked.choices[1], text=f"option {at}") for at in range(count))
    made: Question = replace(asked, choices=options)
    return made


# Every gesture --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["2", " 2 ", "b", "B", "02"])
def test_one_option_by_number_or_letter(line: str) -> None:
    """A number or a letter picks the option at that place."""
    assert reply(choice(), line) == Picked(1)


@pytest.mark.parametrize("line", ["0", "5", "1 2", "1,2", "e", "yes", "", "-1", "1.", "٢", "İ", "9" * 5_000])
def test_nonsense_for_one_option_is_asked_again(line: str) -> None:
    """Whatever names no option, or more than one, is asked again; the next line counts."""
    talk = Talk(line, "3")
    assert talk.desk.ask(asking(choice())) == Picked(2)
    assert talk.said.count(ASKED_AGAIN) == 1


@pytest.mark.parametrize(
    ("line", "picked"),
    [("t", 0), ("True", 0), ("TRUE", 0), ("f", 1), ("false", 1), ("1", 0), ("2", 1)],
)
def test_true_and_false_by_word_letter_or_number(line: str, picked: int) -> None:
    """A statement is judged by its word, its letter or its number."""
    assert reply(example("true_false"), line) == Picked(picked)


@pytest.mark.parametrize("line", ["two", "first", "tomorrow", "fine", "3", "truefalse", ""])
def test_a_word_that_only_begins_like_true_is_asked_again(line: str) -> None:
    """A word that merely begins with ``t`` or ``f`` is no judgement."""
    assert reply(example("true_false"), line, "leave") is Wish.LEAVE


@pytest.mark.parametrize("line", ["1 3", "3 1", "1,3", "1, 3", "13", "ac", "A C", "1 3 3", "1 c"])
def test_several_options_in_any_writing(line: str) -> None:
    """Numbers or letters, with spaces, commas or nothing between them."""
    assert reply(example("several"), line) == PickedSeveral(frozenset({0, 2}))


@pytest.mark.parametrize("line", ["", "0", "5", "1 x", "1 9", "none", "-"])
def test_nonsense_for_several_is_asked_again(line: str) -> None:
    """A line with one word that names no option is asked again as a whole."""
    talk = Talk(line, "1")
    assert talk.desk.ask(asking(example("several"))) == PickedSeveral(frozenset({0}))
    assert talk.said.count(ASKED_AGAIN) == 1


def test_the_declared_number_of_options_is_asked_for() -> None:
    """Where two apply the prompt says so, and one or three are asked again."""
    talk = Talk("1", "1 2 3", "2 2", "1 2")
    screen = screen_of(PickSeveral(("a", "b", "c"), 2))
    assert talk.desk.ask(screen) == PickedSeveral(frozenset({0, 1}))
    assert "the 2 that apply" in talk.said
    assert talk.said.count(ASKED_AGAIN) == 3


@pytest.mark.parametrize("line", ["3 1 2", "3,1,2", "312", "cab", "C A B"])
def test_an_order_in_any_writing(line: str) -> None:
    """The numbers in the right order, written as one likes."""
    assert reply(example("order"), line) == Ordered((2, 0, 1))


@pytest.mark.parametrize("line", ["", "1 2", "1 2 2", "1 2 3 4", "1 2 4", "first", "123 "[:2]])
def test_an_order_with_a_gap_or_a_repetition_is_asked_again(line: str) -> None:
    """Every step has to be named once."""
    assert reply(example("order"), line, "1 2 3") == Ordered((0, 1, 2))


def test_ten_options_can_be_written_with_spaces() -> None:
    """With ten options, ``10`` is the tenth, and so is ``0``."""
    screen = screen_of(PickOne(tuple(f"option {at}" for at in range(10))))
    assert [Talk(line).desk.ask(screen) for line in ("10", "0", "1")] == [Picked(9), Picked(9), Picked(0)]


def test_a_short_answer_is_taken_as_it_is_typed() -> None:
    """What is typed is the answer; an empty line is asked again and never an answer."""
    talk = Talk("", "   ", "429 Too Many")
    assert talk.desk.ask(asking(example("fill"))) == Typed("429 Too Many")
    assert talk.said.count(ASKED_AGAIN) == 2


@pytest.mark.parametrize(
    ("line", "told"), [("", Told()), ("Because it is parsed first.", Told("Because it is parsed first."))]
)
def test_a_long_answer_is_spoken_or_typed(line: str, told: Told) -> None:
    """An empty line says that it was said aloud; a full one is the answer."""
    assert reply(example("open"), line) == told


@pytest.mark.parametrize(
    ("line", "points"), [("1 2", {0, 1}), ("2", {1}), ("0", set()), ("", set()), ("ab", {0, 1}), ("1,2", {0, 1})]
)
def test_points_are_ticked_by_number(line: str, points: set[int]) -> None:
    """The numbers of the points that were covered; 0 or an empty line for none."""
    talk = Talk(line)
    assert talk.desk.tick(ticking(asking(example("open")))) == Ticked(frozenset(points))


def test_before_ticking_the_strong_answer_is_shown() -> None:
    """The model answer, what the interviewer looks for, and the points stand before the line is read."""
    asked = example("open")
    talk = Talk("nonsense", "1")
    assert talk.desk.tick(ticking(asking(asked), "mine")) == Ticked(frozenset({0}))
    assert " ".join(str(asked.answer).split()) in talk.plain
    assert str(asked.looking_for) in talk.plain
    assert "1. The statement is parsed before the value is known 2. The value travels" in talk.plain
    assert talk.said.count(ASKED_AGAIN) == 1


def test_the_notes_on_a_story_are_shown_before_ticking() -> None:
    """The person's own notes are part of what a story is compared with."""
    talk = Talk("")
    talk.desk.tick(ticking(asking(example("story"))))
    assert "Your notes: My own note" in talk.plain


def test_a_card_is_turned_and_rated() -> None:
    """An empty line turns a card; a number from 1 to 4 rates it; anything else is asked again."""
    card = fronting(asking(example("choice")))
    front, back = Talk("x", ""), Talk("5", "", "good", "3")
    assert front.desk.front(card) is Wish.NEXT
    assert back.desk.back(card) is Rating.GOOD
    assert (front.said.count(ASKED_AGAIN), back.said.count(ASKED_AGAIN)) == (1, 3)
    assert "PUT" in back.said
    assert "4. easy: I said it at once" in back.plain


# What every line understands ------------------------------------------------------------------------------------

PROMPTS = ["ask", "tick", "front", "back"]


def prompted(where: str, talk: Talk, kind: str = "open") -> Any:
    """One of the four prompts."""
    screen = asking(example(kind))
    if where == "ask":
        return talk.desk.ask(screen)
    if where == "tick":
        return talk.desk.tick(ticking(screen))
    return talk.desk.front(fronting(screen)) if where == "front" else talk.desk.back(fronting(screen))


@pytest.mark.parametrize("where", PROMPTS)
@pytest.mark.parametrize(
    ("line", "wish"),
    [("skip", Wish.SKIP), ("Undo", Wish.UNDO), (" leave ", Wish.LEAVE), ("QUIT", Wish.LEAVE)],
)
def test_wishes_are_understood_at_every_prompt(where: str, line: str, wish: Wish) -> None:
    """skip, undo and leave work wherever a line is read."""
    assert prompted(where, Talk(line)) is wish


@pytest.mark.parametrize("kind", KINDS)
def test_wishes_are_understood_for_every_kind(kind: str) -> None:
    """No kind of question takes 'skip' for an answer."""
    assert reply(example(kind), "skip") is Wish.SKIP


@pytest.mark.parametrize("where", PROMPTS)
@pytest.mark.parametrize("line", ["help", "?", "HELP"])
def test_help_says_what_can_be_typed(where: str, line: str) -> None:
    """Help names the commands and asks again, without calling anything wrong."""
    talk = Talk(line, "leave")
    assert prompted(where, talk) is Wish.LEAVE
    assert "Or type: skip, undo, why, leave, help." in talk.said
    assert ASKED_AGAIN not in talk.said


@pytest.mark.parametrize("where", PROMPTS)
def test_the_end_of_the_input_leaves(where: str) -> None:
    """When the pipe is empty the session ends as if the person had left."""
    talk = Talk()
    assert prompted(where, talk) is Wish.LEAVE
    assert talk.said.endswith("\n")


@pytest.mark.parametrize("where", PROMPTS)
def test_the_end_of_the_input_after_nonsense_leaves(where: str) -> None:
    """Nonsense to the last line ends, and does not wait for ever."""
    assert prompted(where, Talk("no such thing" if where != "ask" else "help")) is Wish.LEAVE


def test_a_last_line_without_a_line_end_counts() -> None:
    """``printf 2 | backprep quiz`` is an answer."""
    desk = PlainDesk(StringIO("2"), StringIO(), echo=False)
    assert desk.ask(asking(choice())) == Picked(1)


def test_lines_of_windows_count() -> None:
    """A carriage return at the end of a line is no part of the answer."""
    desk = PlainDesk(StringIO("429\r\n", newline=""), StringIO(), echo=False)
    assert desk.ask(asking(example("fill"))) == Typed("429")


@pytest.mark.parametrize("echo", [True, False])
def test_what_comes_from_a_pipe_is_seen(echo: bool) -> None:
    """From a pipe the reply is written behind its prompt, as it would be seen at a terminal; elsewhere it is not."""
    talk = Talk("2", echo=echo)
    talk.desk.ask(asking(choice()))
    assert talk.said.endswith(": 2\n" if echo else ": ")


@pytest.mark.parametrize("tone", Tone)
def test_a_notice_is_a_line(tone: Tone) -> None:
    """A notice stands on a line of its own."""
    talk = Talk()
    talk.desk.notice(Notice("Nothing to undo.", tone))
    assert talk.said == "Nothing to undo.\n"
