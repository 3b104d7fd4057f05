"""Colours, signs and the console: how everything looks, in one place.

The sixteen named colours are used without their bright forms, so that both light and dark backgrounds carry them; who
sees them badly chooses another theme. No meaning hangs on colour alone.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

from rich.console import Console
from rich.theme import Theme

MAX_WIDTH = 100
"""Columns. Longer lines are hard to read."""

_STANDARD = {
    "right": "green",
    "wrong": "red",
    "missed": "yellow",
    "rightly left": "none",
    "place": "cyan",
    "title": "bold",
    "key": "bold cyan",
    "code": "cyan",
    "quiet": "dim",
    "pointer": "bold cyan",
    "frame": "cyan",
    "warning": "yellow",
    "error": "bold red",
}
# Bars are drawn before anybody could say which theme they want, and so without colours.
_BARS = {
    "bar.back": "dim",
    "bar.complete": "bold",
    "bar.finished": "bold",
    "bar.pulse": "bold",
    "progress.percentage": "none",
    "progress.remaining": "none",
    "progress.elapsed": "none",
}
_LIGHT = {"missed": "magenta", "warning": "magenta", "place": "blue", "key": "bold blue", "code": "blue"} | {
    "pointer": "bold blue",
    "frame": "blue",
}
_CONTRAST = {
    "right": "bold bright_green",
    "wrong": "bold bright_red",
    "missed": "bold bright_yellow",
    "place": "bold bright_cyan",
    "key": "bold bright_cyan",
    "code": "bright_cyan",
    "quiet": "none",
    "pointer": "bold bright_cyan",
    "frame": "bright_cyan",
    "warning": "bold bright_yellow",
    "error": "bold bright_red",
}
_MONO = dict.fromkeys(_STANDARD, "none") | {
    "right": "bold",
    "wrong": "underline",
    "title": "bold",
    "key": "bold",
    "quiet": "dim",
    "pointer": "bold",
    "warning": "bold",
    "error": "bold",
}
_CHANGES: dict[str, dict[str, str]] = {"standard": {}, "light": _LIGHT, "contrast": _CONTRAST, "mono": _MONO}


def theme(name: str = "standard") -> Theme:
    """The styles of a theme, by a name in ``core.settings.THEMES``."""
    return Theme(_BARS | _STANDARD | _CHANGES[name])


@dataclass(frozen=True, slots=True)
class Signs:
    """The few signs beside letters, and what stands for them where the encoding is not a Unicode one."""

    right: str = "✓"
    wrong: str = "✗"
    missed: str = "○"
    left: str = "·"
    pointer: str = "❯"
    ticked: str = "[x]"
    empty: str = "[ ]"
    done: str = "━"
    to_do: str = "─"
    within: str = "›"
    dot: str = "·"
    up_down: str = "↑↓"
    plain: bool = False
    """Whether everything is to be said in words: no bars, no boxes, no trees."""


PLAIN = Signs("+", "x", "o", ".", ">", "[x]", "[ ]", "", "", ">", "-", "up/down", plain=True)
"""For screen readers: a bar would be read out sign by sign."""
ASCII = Signs("+", "x", "o", ".", ">", "[x]", "[ ]", "=", "-", ">", "-", "up/down")


def make_console(file: IO[str] | None = None, *, stderr: bool = False, colours: str = "standard") -> Console:
    """A console that takes every text literally. NO_COLOR and TERM=dumb are honoured by Rich itself."""
    # TERMINAL-less output gets no control codes at all, whatever FORCE_COLOR says about colours.
    return Console(
        file=file,
        stderr=stderr,
        theme=theme(colours),
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        no_color=True if wants_plain(os.environ) else None,
    )


def signs_for(console: Console) -> Signs:
    """Unicode signs where the encoding has them, and words where those are wanted."""
    if wants_plain(os.environ):
        return PLAIN
    return Signs() if (console.encoding or "").lower().startswith("utf") else ASCII


def wants_plain(environ: Mapping[str, str]) -> bool:
    """Whether the person wants lines of text alone."""
    return environ.get("BACKPREP_PLAIN", "") not in ("", "0")


def is_interactive(environ: dict[str, str] | os._Environ[str]) -> bool:
    """Whether a person sits at a terminal that can draw and be redrawn."""
    if wants_plain(environ) or environ.get("TERM") in ("dumb", "unknown"):
        return False
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
