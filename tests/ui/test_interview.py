"""An interview at both desks: its screens, its keys, its words."""

from dataclasses import replace
from typing import Any

import pytest
from rich.console import Group

from backprep.app.screens import Asks, InterviewHeading, Judging, Part, Paused, Planning, Saying
from backprep.core.ask_them import AskThem
from backprep.core.mock.answers import COMMUNICATION, HELD
from backprep.core.reply import Picked, Told, Wish
from backprep.ui import interview, mock_view
from backprep.ui.look import ASCII, Signs
from mocks import SKIPPED, TYPED, report
from ui.samples import HOSTILE, drawn
from ui.talk import ASKED_AGAIN, Talk
from ui.unsafe import acts, without_colours

PLANNING = Planning((Part("Opening", 1, 155), Part("Technical depth", 4, 760)), 45, "mid level, back-end", 2)
HEADING = InterviewHeading("Technical depth", 3, 9, 12, 45)
SAYING = Saying(HEADING, "What is the GIL?", 90, thinking=True, label="Say it aloud")
FOLLOW_UP = replace(SAYING, prompt="And in C?", after="What is the GIL?", thinking=False, say=45)
JUDGING = Judging("Did it hold?", HELD, "And in C?", "It may let go.", "I typed this.")
ASKS = Asks(
    "Why me?",
    (
        AskThem(
            id="a", theme="work", whom="anybody", ask="Why is it open?", why="It tells.", good="Good.", worrying="Bad."
        ),
    ),
)


def shown(*rows: Any, width: int = 80) -> str:
    """What stands on the screen."""
    return drawn(Group(*rows), width)


# The terminal ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_plan_has_every_part_and_its_time(width: int) -> None:
    """Before it starts, in words, with what becomes of what is typed."""
    seen = shown(interview.draw_held(PLANNING, Signs()), width=width)
    for wanted in ("Mock interview 2", "45 minutes", "Opening", "1 question", "2:35", "4 questions", "12:40", "kept"):
        assert wanted in seen
    assert max(map(len, seen.split("\n"))) <= width
    assert "goes on" in shown(interview.draw_held(replace(PLANNING, resumed=True), Signs()))
    assert "is not kept" in shown(interview.draw_held(replace(PLANNING, transcript=False), Signs()))


def test_thinking_then_speaking() -> None:
    """Space goes from one to the other, and the clock says which runs; over time it turns and cuts nothing off."""
    thinking = interview.Clocked(SAYING, lambda: 7.9)
    assert thinking.press("space") is Wish.NEXT
    assert "Think. 0:07" in shown(thinking.draw(Signs()))
    speaking = interview.Clocked(replace(SAYING, thinking=False), lambda: 90.2)
    assert speaking.press("enter") == Told()
    assert "1:30 of 1:30" in shown(speaking.draw(Signs()))
    assert "over time" not in shown(speaking.draw(Signs()))
    late = interview.Clocked(replace(SAYING, thinking=False), lambda: 91)
    assert "1:31 of 1:30: over time" in shown(late.draw(Signs()))
    assert "0:00" in shown(interview.Clocked(SAYING, lambda: -5).draw(Signs()))
    assert thinking.ticks


def test_the_keys_of_an_answer() -> None:
    """Typing, the editor, skipping, pausing, leaving; and back where there is something before it."""
    clocked = interview.Clocked(SAYING, lambda: 0)
    assert clocked.press("t") == Told()
    assert clocked.typing
    assert clocked.press("e") is Wish.COMPOSE
    assert clocked.press("x") is None
    wishes = {key: clocked.wish(key) for key in "spqb"}
    assert wishes == {"s": Wish.SKIP, "p": Wish.PAUSE, "q": Wish.LEAVE, "b": None}
    later = interview.Clocked(replace(SAYING, heading=replace(HEADING, can_go_back=True)), lambda: 0)
    assert later.wish("b") is Wish.BACK
    assert interview.Clocked(FOLLOW_UP, lambda: 0).wish("b") is Wish.BACK


def test_a_question_and_its_follow_up_look_unlike() -> None:
    """The part, the place, the minutes; at a follow-up also what it follows on."""
    asked = shown(*interview.saying(SAYING, Signs(), tight=False))
    assert "3 of 9" in asked
    assert "12 of 45 minutes" in asked
    assert "Technical depth" in asked
    after = shown(*interview.saying(FOLLOW_UP, Signs(), tight=True))
    assert "After: What is the GIL?" in after
    assert "the interviewer goes on" in after


def test_judging_shows_what_is_good_beside_what_was_said() -> None:
    """The steps stand below, each with its sentence and its digit."""
    seen = shown(*interview.judging(JUDGING, Signs()), interview.Stepped(JUDGING).draw(Signs()))
    for wanted in ("And in C?", "It may let go.", "I typed this.", "Did it hold?", "1 no:", "3 yes:"):
        assert wanted in seen
    stepped = interview.Stepped(JUDGING)
    assert stepped.press("3") == Picked(3)
    assert [stepped.press(key) for key in ("0", "4", "٣", "x", "enter")] == [None] * 5
    bare = shown(*interview.judging(Judging("How?", COMMUNICATION["clarity"]), Signs()))
    assert bare.strip() == "How?"


@pytest.mark.parametrize(
    ("screen", "word", "leaves"), [(PLANNING, "begin", True), (Paused(), "go on", True), (ASKS, "see", False)]
)
def test_screens_that_wait(screen: Any, word: str, leaves: bool) -> None:
    """Enter goes on, and says to what."""
    held = interview.held(screen)
    assert held.press("enter") is Wish.NEXT
    assert word in held.keys()[0].word
    assert (held.wish("q") is Wish.LEAVE) is leaves
    assert shown(interview.draw_held(screen, Signs()))


def test_the_end_shows_what_could_be_asked() -> None:
    """Beside what was asked."""
    seen = shown(interview.draw_held(ASKS, Signs()))
    assert "Why me?" in seen
    assert "Why is it open?" in seen
    assert "backprep ask-them" in seen


@pytest.mark.parametrize("signs", [Signs(), ASCII])
def test_hostile_text_is_shown_as_it_is(signs: Signs) -> None:
    """Whatever a bank or a person wrote, no terminal acts on it."""
    screens = [
        *interview.saying(replace(FOLLOW_UP, prompt=HOSTILE, after=HOSTILE, label=HOSTILE), signs, tight=False),
        *interview.judging(Judging("t", HELD, HOSTILE, HOSTILE, HOSTILE), signs),
        interview.draw_held(Asks(HOSTILE, tuple(replace(each, ask=HOSTILE, why=HOSTILE) for each in ASKS.asks)), signs),
        interview.draw_held(replace(PLANNING, about=HOSTILE, parts=(Part(HOSTILE, 1, 1),)), signs),
        mock_view.mock(report(replace(SKIPPED, prompt=HOSTILE)), signs),
        mock_view.transcript(report(replace(TYPED, prompt=HOSTILE, text=HOSTILE, missed=(HOSTILE,))), signs),
    ]
    seen = without_colours(shown(*screens, width=200))
    assert acts(seen) == []
    assert "[bold red]x[/]" in seen


def test_the_scorecard() -> None:
    """Four bands with their shares, the areas, the best and the worst, three commands, and the figures before."""
    seen = shown(mock_view.mock(report(), Signs()))
    for wanted in (
        "Interview 3", "content", "53%", "mixed", "before: 30%, 50%", "depth", "3 of 3 questions, 1 skipped",
        "APIs", "Strongest: What do you test?", "Weakest: What is the GIL?", "backprep quiz --area api-design",
        "backprep show queue", "mock show 3 --save",
    ):  # fmt: skip
        assert wanted in seen, wanted
    assert "not over" not in seen
    assert "Written to /tmp/x.html" in shown(mock_view.mock(replace(report(), saved="/tmp/x.html"), Signs()))
    assert "It is not over" in shown(mock_view.mock(report(SKIPPED), Signs()))
    assert "no figure" in shown(mock_view.mock(report(SKIPPED), Signs()))


# Lines of text -------------------------------------------------------------------------------------------------------


def test_the_plan_in_words() -> None:
    """From a pipe it goes on by itself; who types presses Enter."""
    talk = Talk(echo=True)
    assert talk.desk.hold(PLANNING) is Wish.NEXT
    assert "Mock interview 2: 45 minutes, mid level, back-end. - Opening: 1 question, 2:35 minutes" in talk.plain
    assert Talk("").desk.hold(PLANNING) is Wish.NEXT
    assert Talk("leave").desk.hold(PLANNING) is Wish.LEAVE
    secret = Talk(echo=True)
    secret.desk.hold(replace(PLANNING, transcript=False, resumed=True))
    assert "resumed" in secret.said
    assert "What you type is not kept." in secret.said


def test_an_answer_in_words() -> None:
    """The question, then the answer: an empty line, or the typed one; and every wish."""
    talk = Talk("", "The lock of the interpreter.", "nonsense is an answer, too", "")
    assert talk.desk.say(SAYING) is Wish.NEXT
    assert "Technical depth, 3 of 9. 12 of 45 minutes gone. Say it aloud. What is the GIL?" in talk.plain
    speaking = replace(SAYING, thinking=False)
    assert talk.desk.say(speaking) == Told()
    assert talk.desk.say(speaking) == Told("The lock of the interpreter.")
    assert talk.desk.say(FOLLOW_UP) == Told("nonsense is an answer, too")
    assert "The interviewer goes on: And in C?" in talk.said
    wishes = {word: Talk(word).desk.say(speaking) for word in ("skip", "pause", "editor", "leave", "quit")}
    assert wishes == {
        "skip": Wish.SKIP, "pause": Wish.PAUSE, "editor": Wish.COMPOSE, "leave": Wish.LEAVE, "quit": Wish.LEAVE,
    }  # fmt: skip
    assert Talk("back").desk.say(speaking) == Told("back")
    assert Talk("back").desk.say(FOLLOW_UP) is Wish.BACK
    assert Talk().desk.say(speaking) is Wish.LEAVE
    helped = Talk("help", "")
    helped.desk.say(FOLLOW_UP)
    assert "Or type: back, skip, pause, editor, leave, help." in helped.said


def test_judging_in_words() -> None:
    """By number; anything else is asked for again."""
    talk = Talk("4", "x", "2")
    assert talk.desk.judge(JUDGING) == 2
    assert talk.said.count(ASKED_AGAIN) == 2
    assert "A good reply: It may let go." in talk.plain
    assert "3. yes: what matters was there" in talk.said
    assert Talk("leave").desk.judge(JUDGING) is Wish.LEAVE


def test_pause_and_end_in_words() -> None:
    """A pause waits, also in a pipe, for a line; the end does not."""
    assert Talk("").desk.hold(Paused()) is Wish.NEXT
    assert Talk("leave").desk.hold(Paused()) is Wish.LEAVE
    talk = Talk(echo=True)
    assert talk.desk.hold(ASKS) is Wish.NEXT
    assert "You could also ask: - Why is it open? It tells." in talk.plain


def test_hostile_words_do_nothing() -> None:
    """At the plain desk, too."""
    talk = Talk("", "1", echo=True)
    talk.desk.say(replace(FOLLOW_UP, prompt=HOSTILE))
    talk.desk.say(replace(SAYING, prompt=HOSTILE, label=HOSTILE))
    talk.desk.judge(Judging("t", HELD, HOSTILE, HOSTILE))
    talk.desk.hold(Asks(None, tuple(replace(each, ask=HOSTILE, why=HOSTILE) for each in ASKS.asks)))
    talk.desk.hold(replace(PLANNING, about=HOSTILE, parts=(Part(HOSTILE, 1, 1),)))
    assert acts(talk.said) == []
