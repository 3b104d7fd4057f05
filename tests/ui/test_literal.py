"""Text of strangers, made safe."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprep.ui.literal import literal, one_line
from ui.samples import HOSTILE
from ui.unsafe import SEQUENCES, acts, any_text


@settings(deadline=None)
@given(any_text())
def test_nothing_comes_out_that_a_terminal_acts_on(text: str) -> None:
    """Whatever a bank holds: no control character, no turn of the writing direction, no half of a character."""
    assert acts(literal(text), kept="\n\t") == []


@settings(deadline=None)
@given(any_text())
def test_safe_text_can_be_written_in_utf_8(text: str) -> None:
    """What comes out can be printed: nothing in it breaks the encoding."""
    safe = literal(text)
    assert safe.encode("utf-8").decode("utf-8") == safe


@settings(deadline=None)
@given(any_text())
def test_making_text_safe_twice_changes_nothing(text: str) -> None:
    """What is safe already stays as it is."""
    assert literal(literal(text)) == literal(text)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"])))
def test_harmless_text_stays_as_it_is(text: str) -> None:
    """Text of any language comes out as it went in."""
    assert literal(text) == text


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_what_is_hidden_is_shown(sequence: str) -> None:
    """A sequence that would act is shown with something for each of its characters, so that a person can see it."""
    safe = literal(f"a{sequence}b")
    assert safe.startswith("a")
    assert safe.endswith("b")
    assert len(safe) >= len("ab") + len(sequence.replace("\r\n", "\n"))


def test_line_ends_of_windows_are_line_ends() -> None:
    """A bank that was written on Windows looks as if it was not."""
    assert literal("one\r\ntwo\n") == "one\ntwo\n"


def test_a_lone_carriage_return_hides_nothing() -> None:
    """A carriage return inside a line cannot write over what stands before it."""
    assert literal("safe\revil") == "safe␍evil"


def test_marks_of_right_to_left_languages_stay() -> None:
    """Hebrew and Arabic keep their marks: they turn nothing around."""
    assert literal("\u200fשלום\u200e!") == "\u200fשלום\u200e!"


@settings(deadline=None)
@given(any_text(), st.integers(1, 200))
def test_one_line_is_one_line_of_that_width(text: str, width: int) -> None:
    """A prompt in a list takes one line, cut to the width, with an ellipsis where it was cut."""
    line = one_line(text, width)
    assert acts(line, kept="") == []
    assert len(line) <= width
    assert line == " ".join(literal(text).split()) or line.endswith("…")


def test_hostile_text_is_legible_on_one_line() -> None:
    """The words between the codes can still be read."""
    line = one_line(HOSTILE, 200)
    assert line.startswith("[bold red]x[/] ␛]0;title␇ ␛[2J <U+202E>evil")
