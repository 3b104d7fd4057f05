"""The desk without a terminal: lines out."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example as for_instance
from hypothesis import given, settings
from hypothesis import strategies as st

from backprep.app.screens import Notice
from backprep.core.gesture import PickOne, PickSeveral, PutInOrder, SpeakThenTick
from backprep.core.reply import Ordered, Picked, PickedSeveral, Reply, Ticked, Told, Typed, Wish
from backprep.kinds import KINDS
from ui.samples import HOSTILE, as_shown, asking, example, fronting, full, hostile, revealing, ticking
from ui.talk import Talk, screen_of
from ui.unsafe import acts, any_text


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_says_everything_in_lines(kind: str) -> None:
    """The place, the area, the level, what to do, the prompt, and the numbered options, in the order of the screen."""
    asked = full(kind)
    screen = asking(asked, area="An area", skill="A skill")
    talk = Talk()
    talk.desk.ask(screen)
    assert f"Question 3 of 10. An area: A skill. Level: {asked.level}. {KINDS[kind].label}" in talk.said
    assert asked.prompt in talk.said
    options: tuple[str, ...] = getattr(screen.presented.gesture, "options", ())
    assert all(f"  {place}. {text}\n" in talk.said for place, text in enumerate(options, start=1))


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_the_mark_is_said_in_words_with_every_reason(kind: str, right: bool) -> None:
    """Right or wrong, with the rating; every option with its verdict and its reason; mistakes, follow-ups, sources."""
    asked = full(kind)
    sample = KINDS[kind].example
    shown = revealing(asking(asked), sample.right if right else sample.wrong)
    talk = Talk("")
    assert talk.desk.reveal(shown) is Wish.NEXT
    said = talk.plain
    assert said.startswith("Right." if right else "Wrong.")
    assert f"Rating: {shown.rating.label}." in said
    for part in shown.mark.parts:
        assert f"{' '.join(part.text.split())}: {part.verdict.value}" in said
        assert " ".join((part.why or "").split()) in said
        assert (part.note or "") in said
    wanted = [each for mistake in asked.mistakes for each in (mistake.claim, mistake.why)]
    wanted += [each for follow_up in asked.follow_ups for each in (follow_up.ask, follow_up.good) if each]
    wanted += [
        each for source in asked.sources for each in (source.title, source.at, source.version, source.url) if each
    ]
    wanted += [asked.answer] if asked.answer and kind != "open" else []
    for text in wanted:
        assert " ".join(text.split()) in said


def test_a_partly_right_answer_is_called_so() -> None:
    """Half of it is neither right nor wrong."""
    talk = Talk()
    talk.desk.reveal(revealing(asking(example("several")), PickedSeveral(frozenset({0}))))
    assert talk.plain.startswith("Partly right. 1 of 2 found. Rating: hard.")


def test_options_keep_their_numbers_on_the_mark() -> None:
    """The number of an option after the reply is the one that it was answered by."""
    screen = asking(example("choice"), seed=3)
    talk = Talk()
    talk.desk.ask(screen)
    talk.desk.reveal(revealing(screen, Picked(0)))
    gesture = screen.presented.gesture
    assert isinstance(gesture, PickOne)
    for place, text in enumerate(gesture.options, start=1):
        assert len(re.findall(rf"  {place}\. {text}\b", talk.said)) == 2


def test_a_slip_of_spelling_is_spelt_out() -> None:
    """A forgiven slip is shown letter by letter."""
    asked: Any = example("fill")
    asked = replace(asked, accept=("idempotent",), wrong=())
    talk = Talk()
    talk.desk.reveal(revealing(asking(asked), Typed("idempotant")))
    assert "Spelling: idempot[-a-]{+e+}nt" in talk.said


def test_a_wrong_word_is_not_spelt_out() -> None:
    """Between two answers that have little in common no letters are compared."""
    talk = Talk()
    talk.desk.reveal(revealing(asking(example("fill")), Typed("timeout")))
    assert "Spelling" not in talk.said


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_can_be_answered_through_a_pipe(kind: str) -> None:
    """The right reply of every kind can be given in lines."""
    screen = asking(example(kind))
    right = KINDS[kind].example.right
    shown: Reply = as_shown(screen.presented, right)
    match shown:
        case Picked(choice=place):
            line = f"{place + 1}"
        case PickedSeveral(choices=places) | Ticked(points=places):
            line = " ".join(f"{place + 1}" for place in places)
        case Ordered(order=order):
            line = " ".join(f"{place + 1}" for place in order)
        case Typed(text=text):
            line = text
        case _:
            raise AssertionError(shown)
    talk = Talk(*(["", line] if isinstance(shown, Ticked) else [line]))
    got = talk.desk.ask(screen)
    if isinstance(got, Told):
        got = talk.desk.tick(ticking(screen, got.text))
    assert not isinstance(got, Wish)
    assert screen.presented.to_author(got) == right


# Whatever is read or shown --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_does_nothing(kind: str) -> None:
    """A bank that is full of control sequences writes none of them, on no screen."""
    asked = hostile(full(kind))
    screen = asking(asked, area=HOSTILE, skill=HOSTILE)
    shown = revealing(screen, Typed(HOSTILE) if kind == "fill" else KINDS[kind].example.wrong)
    talk = Talk(HOSTILE, echo=True)
    talk.desk.ask(screen)
    if isinstance(screen.presented.gesture, SpeakThenTick):
        talk.desk.tick(ticking(replace(screen, note=HOSTILE), HOSTILE))
    talk.desk.reveal(shown)
    talk.desk.front(fronting(screen))
    talk.desk.back(fronting(screen))
    talk.desk.notice(Notice(HOSTILE))
    assert acts(talk.said) == []
    assert "[bold red]x[/] ␛]0;title␇ ␛[2J <U+202E>evil" in talk.said


GESTURES = [
    PickOne(("a", "b", "c")),
    PickOne(("True", "False"), fixed=True),
    PickSeveral(("a", "b", "c", "d")),
    PickSeveral(("a", "b", "c", "d"), 2),
    PutInOrder(("a", "b", "c")),
    SpeakThenTick(60, ("a", "b")),
]
LINES = st.one_of(
    any_text(40).map(lambda text: " ".join(text.split("\n"))),
    st.lists(st.sampled_from("0123456789abcdtf ,"), max_size=8).map("".join),
    st.sampled_from(["skip", "undo", "leave", "help", "?", "true", "false", "1 2", "213", "9" * 5_000, "İ", "²"]),
)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(GESTURES), st.lists(LINES, max_size=8))
@for_instance(GESTURES[0], ["9" * 5_000])
@for_instance(GESTURES[2], ["İ"])
def test_any_lines_end_in_a_fair_reply_or_leave(gesture: Any, lines: list[str]) -> None:
    """Whatever is piped in, nothing breaks, nothing acts on a terminal, and only what can be marked comes out."""
    talk = Talk(*lines, echo=True)
    screen = screen_of(gesture)
    got = talk.desk.ask(screen)
    if isinstance(got, Told):
        assert isinstance(gesture, SpeakThenTick)
        got = talk.desk.tick(ticking(screen, got.text))
    count = len(getattr(gesture, "options", getattr(gesture, "points", ())))
    match got:
        case Wish():
            assert got in (Wish.SKIP, Wish.UNDO, Wish.LEAVE)
        case Picked(choice=place):
            assert place < count
        case PickedSeveral(choices=places) | Ticked(points=places):
            assert places <= set(range(count))
            assert getattr(gesture, "pick", None) in (None, len(places))
        case Ordered(order=order):
            assert sorted(order) == list(range(count))
        case _:
            raise AssertionError(got)
    assert acts(talk.said, kept="\n\t") == []
