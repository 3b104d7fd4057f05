"""Screens with hostile text, in narrow terminals, and without Unicode; the bar and the keys."""

from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Group, RenderableType

from backprep.app.screens import Heading
from backprep.core.reply import Ticked, Typed
from backprep.kinds import KINDS
from backprep.ui import draw
from backprep.ui.interaction import LEAVE, SKIP, UNDO, Key
from backprep.ui.look import ASCII
from ui.samples import (
    HOSTILE,
    asking,
    drawn,
    drawn_in_colour,
    drawn_in_latin,
    fronting,
    full,
    hostile,
    revealing,
)
from ui.screens import SIGNS, WIDTHS, above, flat, screens, seen
from ui.unsafe import acts, without_colours

# Hostile text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_does_nothing(kind: str, width: int) -> None:
    """A bank that is full of control sequences, markup and turned text changes nothing on any screen."""
    asked = hostile(full(kind))
    for reply in (KINDS[kind].example.right, KINDS[kind].example.wrong, Typed(HOSTILE)):
        if isinstance(reply, Typed) != (kind == "fill"):
            continue
        for name, screen in screens(asked, reply, area=HOSTILE, skill=HOSTILE).items():
            text = drawn(screen, width)
            assert acts(text) == [], name
            assert "⚠" not in text, name
            assert acts(without_colours(drawn_in_colour(screen, width))) == [], name
            assert max(cell_len(line) for line in text.split("\n")) <= width, name


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_is_shown_as_it_is(kind: str) -> None:
    """What would have acted can be read: the markup as it was written, the codes as signs that stand for them."""
    shown = flat("[bold red]x[/] ␛]0;title␇ ␛[2J <U+202E>evil<U+2066> <U+009B>31m a␍b")
    asked = hostile(full(kind))
    for name, text in seen(asked, KINDS[kind].example.right, 200).items():
        assert shown in flat(text), name
    reveal = flat(drawn(draw.reveal(revealing(asking(asked), KINDS[kind].example.right), SIGNS), 2_000))
    for part in revealing(asking(full(kind)), KINDS[kind].example.right).mark.parts:
        assert f"{part.text} {shown}" in reveal or kind == "true_false"


def test_hostile_notes_do_nothing() -> None:
    """Notes and typed answers may have been pasted from anywhere."""
    screen = asking(full("story"))
    shown = replace(revealing(screen, Ticked(frozenset())), note=HOSTILE)
    assert acts(drawn(draw.reveal(shown, SIGNS), 80)) == []
    assert acts(drawn(draw.model_answer(full("open"), HOSTILE), 80)) == []


# The place and the keys -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("place", "size"), [(1, 1), (1, 10), (5, 10), (10, 10), (11, 10), (1, 0), (499, 500)])
def test_the_bar_is_always_as_long(place: int, size: int) -> None:
    """The bar keeps its length from the first question to the last, and the words say the same."""
    line = drawn(draw.heading(Heading(place, size, "a", "s", "mid", "x"), SIGNS), 80)
    assert sum(line.count(sign) for sign in (SIGNS.done, SIGNS.to_do)) == 24
    assert f"question {place} of {size}" in line


def test_a_key_and_its_word_stay_together() -> None:
    """Where the keys do not fit into a row, they go on in the next; none is cut in two or lost."""
    shown = (Key("Backspace", "take back", "x."), Key("Enter", "done", "x."), SKIP, UNDO, LEAVE)
    for width in range(20, 100):
        lines = drawn(draw.foot(shown, False, SIGNS), width).split("\n")
        assert max(cell_len(line) for line in lines) <= width
        assert all(any(f"{key.name} {key.word}" in line for line in lines) for key in shown)


@pytest.mark.parametrize("width", WIDTHS)
def test_help_gives_a_sentence_for_every_key(width: int) -> None:
    """``?`` shows each key with its sentence."""
    shown = (Key("↑↓", "move", "Move the pointer."), SKIP, UNDO, LEAVE)
    plain = flat(drawn(draw.foot(shown, True, SIGNS), width))
    assert all(f"{key.name} {flat(key.help)}" in plain for key in shown)


@pytest.mark.parametrize("kind", KINDS)
def test_a_terminal_without_unicode_gets_none(kind: str) -> None:
    """With the ASCII signs nothing but the bank's own text goes beyond ASCII."""
    asked = replace(full(kind), prompt="Steps:\n\n- one\n- two")
    screen = asking(asked, area="APIs", skill="Limits")
    shown = revealing(screen, KINDS[kind].example.wrong)
    card = fronting(screen)
    parts: list[RenderableType] = [*above(screen, ASCII), draw.reveal(shown, ASCII), draw.front(card, ASCII)]
    parts += [draw.back(card, ASCII), draw.foot((Key("↑↓", "move", "Move."), SKIP), False, ASCII)]
    text = drawn_in_latin(Group(*parts), 80)
    assert text.isascii()
    assert "- one" in text
