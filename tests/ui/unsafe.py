"""Which characters a terminal acts on instead of showing them, and how tests look for them."""

import re
import unicodedata

from hypothesis import strategies as st

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LINE_ENDS = "\u2028\u2029"
SEQUENCES = [
    "\x1b]0;title\x07", "\x1b[2J", "\x1b[31m", "\x9b31m", "\x9d0;t\x9c", "\x1bP1$r\x1b\\", "\x1b]8;;http://x\x07y\x1b]8;;\x07",
    "\r", "\r\n", "\b\b", "\x7f", "\x00", "\x0e", "\ud800", *BIDI, *LINE_ENDS,
]  # fmt: skip
"""Window titles, cleared screens, colours, links, other character sets: what a text could do to a terminal."""

_COLOURS = re.compile("\x1b\\[[0-9;]*m")


def acts(text: str, kept: str = "\n") -> list[str]:
    """The characters in a text that a terminal would act on, other than those in ``kept``."""
    return [
        each
        for each in text
        if each not in kept and (unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp") or each in BIDI)
    ]


def without_colours(text: str) -> str:
    """The text without the codes that set colours and weights, which are Rich's own."""
    return _COLOURS.sub("", text)


def any_text(max_size: int = 60) -> st.SearchStrategy[str]:
    """Texts of all kinds of characters, with sequences in them that terminals act on."""
    pieces = st.one_of(
        st.text(max_size=10),
        st.sampled_from(SEQUENCES),
        st.sampled_from(
            ["**", "*", "`", "```", "\n", "\n\n", "- ", "1. ", "[bold]", "[/]", "<b>", "    ", "\t", "word"]
        ),
        st.characters(),
    )
    return st.lists(pieces, max_size=max_size // 4).map("".join)
