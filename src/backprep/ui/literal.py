"""Text from banks, files and replies, made safe to draw: control characters are shown, and do nothing."""

import re

_ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def literal(text: str) -> str:
    """The text with each character that a terminal would act on replaced by one that shows it.

    ESC becomes ␛ and so on (Unicode's control pictures); what has no picture becomes ``<U+202E>``. Line ends and tabs
    stay; carriage returns before a line end go. Left-to-right and right-to-left marks stay: they turn nothing around.
    """
    return _ACTIVE.sub(_shown, text.replace("\r\n", "\n")) if _ACTIVE.search(text) else text


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def one_line(text: str, width: int) -> str:
    """The text safe, on one line, and cut with an ellipsis where it is longer than ``width`` characters."""
    line = " ".join(literal(text).split())
    return line if len(line) <= width else line[: max(0, width - 1)].rstrip() + "…"
