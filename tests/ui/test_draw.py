"""What is on the screens: every kind, at every width, with and without colours."""

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from backprep.core.mark import Change, Segment
from backprep.core.reply import Ordered, PickedSeveral, Reply, Ticked, Typed
from backprep.kinds import KINDS
from backprep.ui import draw
from backprep.ui.look import ASCII
from ui.samples import (
    asking,
    drawn,
    fronting,
    full,
    revealing,
)
from ui.screens import SIGNS, WIDTHS, flat, seen, texts

# Everything is there --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("right", [True, False])
def test_no_line_is_wider_than_the_terminal(kind: str, width: int, right: bool) -> None:
    """On every screen of every kind, every line fits."""
    example = KINDS[kind].example
    for name, text in seen(full(kind), example.right if right else example.wrong, width).items():
        assert max(cell_len(line) for line in text.split("\n")) <= width, name


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_says_what_is_asked_and_where_one_is(kind: str, width: int) -> None:
    """The prompt, the place in the session, the area, the level and what to do are on each screen."""
    asked = full(kind)
    for text in seen(asked, KINDS[kind].example.right, width).values():
        plain = flat(text)
        assert flat(asked.prompt.replace("`", "")) in plain
        assert "question 3 of 10" in plain
        assert asked.area in plain
        assert f"{asked.level} · {KINDS[kind].label}" in plain


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("right", [True, False])
def test_the_reveal_gives_the_reason_for_every_choice(kind: str, width: int, right: bool) -> None:
    """Right or wrong, every option, step or point is there with its reason; then mistakes, follow-ups, sources."""
    example = KINDS[kind].example
    asked = full(kind)
    reply = example.right if right else example.wrong
    shown = revealing(asking(asked), reply)
    plain = flat(drawn(draw.reveal(shown, SIGNS), width))
    assert shown.mark.parts
    for part in shown.mark.parts:
        assert flat(part.text) in plain
        assert flat((part.why or "").replace("`", "")) in plain
        assert part.note is None or part.note in plain
    for text in texts(asked):
        assert flat(text) in plain
    assert asked.answer is None or kind == "open" or flat(asked.answer) in plain


@pytest.mark.parametrize("kind", ["open", "story"])
def test_the_model_answer_stands_beside_what_was_typed(kind: str) -> None:
    """Before ticking one reads one's own words, the strong answer, and what the interviewer looks for."""
    asked = full(kind)
    plain = flat(seen(asked, Ticked(frozenset()))["tick"])
    assert "You wrote What I typed" in plain
    assert flat(str(asked.looking_for)) in plain
    assert ("A strong answer" in plain) == (kind == "open")
    for part in revealing(asking(asked), Ticked(frozenset())).mark.parts:
        assert flat(part.text) in plain


@pytest.mark.parametrize("kind", KINDS)
def test_the_back_of_a_card_holds_the_answer_and_the_rest(kind: str) -> None:
    """The back of a card shows the right answer, what each rating means, and where the facts are from."""
    asked = full(kind)
    plain = flat(seen(asked, KINDS[kind].example.right)["back"])
    for text in [*fronting(asking(asked)).back, *texts(asked)]:
        assert flat(re.sub("(?m)^- ", "• ", text).replace("`", "")) in plain
    assert "1 again I could not have said it" in plain


@pytest.mark.parametrize("kind", KINDS)
def test_the_front_of_a_card_gives_nothing_away(kind: str) -> None:
    """Before the card is turned, no reason is on it; the options stand in the order of the screen."""
    asked = full(kind)
    screen = asking(asked)
    shown = revealing(screen, KINDS[kind].example.right)
    plain = flat(seen(asked, KINDS[kind].example.right)["front"])
    assert all(flat(part.why) not in plain for part in shown.mark.parts if part.why)
    options: tuple[str, ...] = getattr(screen.presented.gesture, "options", ())
    assert all(f"{place} {text}" in plain for place, text in enumerate(options, start=1))


# Without colours ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "reply", "words"),
    [
        ("choice", KINDS["choice"].example.wrong, ["✗ Wrong", "(wrong)", "(missed)"]),
        ("choice", KINDS["choice"].example.right, ["✓ Right", "(right)"]),
        ("several", PickedSeveral(frozenset({0, 2})), ["(right)", "(wrong)", "(missed)"]),
        ("true_false", KINDS["true_false"].example.wrong, ["✗ Wrong", "(wrong)", "(missed)", "Put right:"]),
        ("order", Ordered((1, 0, 2)), ["○ Partly", "(wrong)", "(right)", "you put it at 2"]),
        ("order", KINDS["order"].example.wrong, ["✗ Wrong", "0 of 3 pairs in order"]),
        ("fill", Typed("503"), ["✗ Wrong", "503 (wrong)", "429 (missed)"]),
        ("fill", Typed("429"), ["✓ Right", "429 (right)"]),
        ("open", Ticked(frozenset({0})), ["○ Partly", "(covered)", "(missed)", "60 of 100"]),
        ("open", Ticked(frozenset({1})), ["○ Partly", "insisted on", "40 of 100"]),
        ("story", Ticked(frozenset({0})), ["○ Partly", "1 of 4 covered", "(missed)"]),
    ],
)
def test_what_was_right_or_wrong_is_said_in_words(kind: str, reply: Reply, words: list[str]) -> None:
    """Without any colour the words say what was right, wrong and missed, and the rating that follows."""
    shown = revealing(asking(full(kind)), reply)
    plain = flat(drawn(draw.reveal(shown, SIGNS), 100))
    for word in words:
        assert word in plain
    assert f"· {shown.rating.label}" in plain


def test_the_signs_differ_from_each_other() -> None:
    """Each verdict has a sign of its own, in Unicode and in ASCII."""
    for signs in (SIGNS, ASCII):
        assert len({signs.right, signs.wrong, signs.missed, signs.left}) == 4
        assert len({signs.done, signs.to_do}) == len({signs.ticked, signs.empty}) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_options_keep_the_numbers_that_they_were_answered_by(kind: str) -> None:
    """After the reply, an option has the number that it had on the screen; steps stand in the right order."""
    screen = asking(full(kind), seed=3)
    shown = revealing(screen, KINDS[kind].example.right)
    plain = flat(drawn(draw.reveal(shown, SIGNS), 120))
    options: tuple[str, ...] = getattr(screen.presented.gesture, "options", ())
    in_order = [part.text for part in shown.mark.parts] if kind == "order" else options
    assert all(f"{place} {text} " in f"{plain} " for place, text in enumerate(in_order, 1) if options)


def test_a_slip_of_spelling_is_shown_letter_by_letter() -> None:
    """A typed answer with a slip shows what is too much in brackets and what lacks in braces; no colour needed."""
    diff = (Segment(Change.SAME, "idem"), Segment(Change.EXTRA, "m"), Segment(Change.LACKING, "p"))
    assert drawn(draw.spelling(diff), 80).strip() == "idem[-m-]{+p+}"


def test_a_wrong_word_shows_no_letters() -> None:
    """Between two words that have little in common no letters are compared."""
    text = seen(full("fill"), Typed("timeout"))["reveal"]
    assert "[-" not in text
    assert "{+" not in text


def test_notes_are_on_the_mark_of_a_story() -> None:
    """The person's own notes stand below the mark of a story, and nothing where there are none."""
    shown = revealing(asking(full("story")), Ticked(frozenset()))
    with_notes = flat(drawn(draw.reveal(shown, SIGNS), 80))
    without = flat(drawn(draw.reveal(replace(shown, note=None), SIGNS), 80))
    assert "Your notes My own note" in with_notes
    assert "Your notes" not in without
