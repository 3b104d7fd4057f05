"""The small Markdown of banks."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.text import Text

from backprep.ui.code import code
from backprep.ui.literal import literal
from backprep.ui.prose import Block, blocks, inline, prose
from ui.samples import drawn, drawn_in_colour
from ui.unsafe import acts, any_text, without_colours

# Letters of words: no space, no sign that Markdown knows, nothing that would act or has no width of its own.
LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z", "M"], exclude_characters="`*-")
WORDS = st.text(LETTERS, min_size=1, max_size=12).filter(lambda word: not re.fullmatch(r"\d{1,2}[.)]", word))


def words(text: str) -> list[str]:
    """The words of a text, wherever its lines end."""
    return text.split()


@settings(deadline=None)
@given(any_text(), st.sampled_from([20, 60, 120]))
def test_nothing_comes_out_that_a_terminal_acts_on(text: str, width: int) -> None:
    """Whatever text is drawn, in colour or without: nothing in it reaches the terminal as a command."""
    assert acts(drawn(prose(text), width)) == []
    assert acts(without_colours(drawn_in_colour(prose(text), width))) == []


@settings(deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=4))
def test_no_word_is_lost_where_there_is_no_markup(paragraphs: list[list[str]]) -> None:
    """Plain paragraphs come out with every word, in order, and with an empty line between them."""
    text = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
    shown = drawn(prose(text), 2_000)
    assert words(shown) == words(text)
    assert len(shown.rstrip("\n").split("\n")) == 2 * len(paragraphs) - 1


@settings(deadline=None)
@given(any_text(), st.sampled_from([20, 2_000]))
def test_nothing_but_markup_is_ever_lost(text: str, width: int) -> None:
    """Whatever the markup: letters and signs other than ` * - and spaces all come out, in order.

    The name of a language behind the fence of a code block is markup.
    """
    dropped = re.compile(r"[\s`*•-]")
    fence = re.compile(r"\s*```\s*[\w+#.-]*\s*")
    written = "".join(line for line in literal(text).split("\n") if not fence.fullmatch(line))
    assert dropped.sub("", drawn(prose(text), width)) == dropped.sub("", written)


@pytest.mark.parametrize(
    "text",
    [
        "List<String> and Map<K, V>",
        "a * b * c",
        "2 * 3*4 * 5",
        "[bold]x[/bold]",
        "[link=http://example.org]x[/link]",
        "<b>x</b> &amp; &lt;",
        ":smile: :warning:",
        "SELECT *, count(*) FROM t",
        "count(*) and sum(*)",
        "def f(*args, **kwargs)",
        "f(*a, *b)",
        "**kwargs and **more",
        "char *p, *q",
        "int *p = *q;",
        "x = *p; y = *q;",
        "snake_case and __init__ and _this_",
        "a ** b ** c",
        "C:\\new\\table",
        "~/.ssh",
        "# no heading",
        "> no quotation",
        "1.5 and 3) and -x",
        "don't `stop",
        "| a | b |",
        "http://example.org/a_b*c",
        "/* a comment */ x /* another */",
        "x**2 + y**2 = z**2",
        "(*a) + (*b)",
        "(**a) and (**b)",
        "2**3**4",
        "*.py and *.pyc",
        "rm -rf dist/* build/*",
    ],
)
def test_what_only_looks_like_markup_stays(text: str) -> None:
    """Code and tags that an author did not mark as code come out as they were written."""
    assert drawn(prose(text), 200).rstrip() == text


@pytest.mark.parametrize(
    ("text", "plain", "style"),
    [
        ("use `WHERE`", "use WHERE", "code"),
        ("use `a * b *c*`", "use a * b *c*", "code"),
        ("a **strong** word", "a strong word", "bold"),
        ("**Not** *this*: **that**.", "Not this: that.", "bold italic"),
        ("**a (b) c:** d", "a (b) c: d", "bold"),
        ("an *important* word", "an important word", "italic"),
        ("*All of it.*", "All of it.", "italic"),
        ("(*this*)", "(this)", "italic"),
        ("*a* and *b*", "a and b", "italic"),
        ("so *very* (*very*) odd", "so very (very) odd", "italic"),
    ],
)
def test_code_bold_and_emphasis_are_drawn(text: str, plain: str, style: str) -> None:
    """The three marks inside a line are taken away, and what they held is styled."""
    line = inline(text)
    assert line.plain == plain
    assert sorted({str(span.style) for span in line.spans}) == style.split()


def test_the_lines_of_a_paragraph_flow_together() -> None:
    """Where an author broke a line inside a paragraph says nothing about where the terminal breaks it."""
    assert drawn(prose("one\ntwo\n  three\n\nfour"), 80).split("\n")[:3] == ["one two three", "", "four"]


def test_a_list_hangs_in_its_bullets() -> None:
    """Items of a list stand one under the other without empty lines, long ones hanging behind their bullet."""
    text = "First:\n- one two three four five\n- six\n\n2. seven"
    assert [line.rstrip() for line in drawn(prose(text), 16).rstrip().split("\n")] == [
        "First:",
        "",
        "• one two three",
        "  four five",
        "• six",
        "2. seven",
    ]


def test_code_keeps_its_lines_and_its_spaces() -> None:
    """A fenced block is drawn line by line, its indentation kept, its marks literal."""
    text = "Look:\n```python\ndef f(*a):\n    return `x`  # **no**\n\n\tend\n```\nDone."
    shown = [line.rstrip() for line in drawn(prose(text), 80).split("\n")]
    assert shown == ["Look:", "", "  def f(*a):", "      return `x`  # **no**", "", "      end", "", "Done.", ""]


def test_code_on_one_line_between_fences_is_not_lost() -> None:
    """Three backticks around code on one line open no block that would swallow it and what follows."""
    assert words(drawn(prose("```SELECT 1```\nThen more."), 80)) == ["``SELECT", "1``", "Then", "more."]


def test_a_long_line_of_code_is_folded() -> None:
    """A line of code that is wider than the terminal goes on in the next, and is not cut."""
    code = "SELECT aaaa, bbbb, cccc, dddd"
    assert words(drawn(prose(f"```\n{code}\n```"), 16)) == words(code)


def test_a_fence_that_is_never_closed_loses_nothing() -> None:
    """Forgetting the end of a code block shows its lines all the same."""
    assert list(blocks("a\n```\nb\nc")) == [Block("a"), Block("b\nc", code=True)]


@settings(deadline=None)
@given(any_text(120), st.integers(8, 120))
def test_no_line_is_wider_than_the_terminal(text: str, width: int) -> None:
    """Long words and addresses are folded, and never cut off."""
    from rich.cells import cell_len

    assert max(cell_len(line) for line in drawn(prose(text), width).split("\n")) <= width


TABLE = """Levels:

| level | dirty | `lost` update |
|---|:---:|---|
| read committed | no | **yes** |
| serializable | no |
| a \\| b | x | y | z |
After it."""


def test_tables_are_tables() -> None:
    """A head, a rule and rows; a short row is filled, a long one cut, an escaped bar is a bar."""
    found = list(blocks(TABLE))
    assert [bool(each.rows) for each in found] == [False, True, False]
    assert found[1].rows == (
        ("level", "dirty", "`lost` update"),
        ("read committed", "no", "**yes**"),
        ("serializable", "no", ""),
        ("a | b", "x", "y"),
    )
    seen = drawn(prose(TABLE), 60)
    assert "read committed  no     yes" in seen
    assert "After it." in seen
    assert "|---" not in seen


@pytest.mark.parametrize("text", ["a | b\nc | d", "| a |", "---\n---", "| a | b |\n|---|\n| c |", "x ||\n- a"])
def test_bars_alone_are_no_table(text: str) -> None:
    """Pipes of a shell, a rule, a head without its rule: a paragraph, with every letter there."""
    assert not any(each.rows for each in blocks(text))
    assert "".join(drawn(prose(text), 80).split()).replace("•", "-") == "".join(text.split())


def test_code_keeps_every_letter_and_has_some_colour() -> None:
    """Comments, texts, numbers and common words differ; nothing is changed."""
    source = 'def f(x):  # why\n    return "it is 42" + x  // 2\nSELECT a FROM b -- why\n$#a; a#b; http://x'
    text = code(source)
    assert text.plain == source
    styles = {source[span.start : span.end]: span.style for span in text.spans}
    assert styles["# why"] == "quiet"
    assert styles["-- why"] == "quiet"
    assert styles['"it is 42"'] == "right"
    assert styles["return"] == "bold"
    assert styles["SELECT"] == "bold"
    assert "//x" not in styles
    assert "f" not in styles


@given(st.text(max_size=80))
def test_any_code_is_drawn_as_it_is(source: str) -> None:
    """Whatever it is."""
    assert code(source).plain == Text(source).plain
