"""Words of a text, as far as telling whether one text holds the idea of another needs them."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’.+#/-][^\W_]+)*[+#]*")
_STEM = 5
"""Letters by which words are compared: enough to tell them apart, few enough to pass over endings."""


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.casefold())


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of four letters or more."""
    return frozenset(word[:_STEM] for word in words(text) if len(word) >= 4)


def share_held(idea: str, text: str) -> float:
    """Which share of an idea's words (by their beginnings) a text has; 1 for an idea without long words."""
    wanted = stems(idea)
    return len(wanted & stems(text)) / len(wanted) if wanted else 1.0
