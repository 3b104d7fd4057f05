"""Runs an interaction in the terminal: draws it where the cursor is, reads keys, draws it again.

prompt_toolkit does the reading, the redrawing, resizing and Ctrl-Z; Rich does the drawing. This module is imported
after the first screen is on display, because prompt_toolkit takes longer to import than everything before it.
"""

import re
import sys
from collections.abc import Callable, Sequence
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples, to_formatted_text
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, Container, FormattedTextControl, HSplit, Layout, VSplit, Window
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.output import Output, create_output

from backprep.core.reply import Wish
from backprep.ui.interaction import Outcome

Draw = Callable[[int], tuple[list[str], list[str]]]
"""Width in columns in; the lines of the body and of the foot out, with ANSI codes."""

_TYPED_LINES = 8
"""Lines of a typed answer that are seen at a time."""

_CODES = re.compile("\x1b\\[[0-9;]*m")

_NAMED = {
    Keys.Up: "up",
    Keys.Down: "down",
    Keys.Left: "left",
    Keys.Right: "right",
    Keys.Home: "home",
    Keys.End: "end",
    Keys.PageUp: "pageup",
    Keys.PageDown: "pagedown",
    Keys.ControlM: "enter",
    Keys.ControlJ: "enter",
    Keys.ControlI: "tab",
    Keys.ControlH: "backspace",
}


def run(draw: Draw, press: Callable[[str], Outcome | None], *, pointer: str, scrolls: bool, ticks: bool) -> Outcome:
    """Lets the person press keys until one leads somewhere, and erases what was drawn.

    A body that is taller than the terminal scrolls: by PageUp and PageDown always, by arrows and space where
    ``scrolls``, and so that the line that holds ``pointer`` is seen. ``ticks`` draws anew each second.
    Raises KeyboardInterrupt on Ctrl-C and EOFError on Ctrl-D.
    """
    view = _View(draw, make_output(), pointer)
    view.down = "space or PageDown" if scrolls else "PageDown"
    bindings = _bindings()

    def handle(event: KeyPressEvent) -> None:
        key = event.key_sequence[0].key
        name = _NAMED.get(key, "") if isinstance(key, Keys) else "space" if key == " " else key
        if not view.scroll(name, scrolls):
            view.follow = True
            _end(event, press(name))

    for named in _NAMED:
        bindings.add(named)(handle)
    bindings.add(Keys.Any)(handle)
    bindings.add(Keys.ControlD)(_raising(EOFError))
    bindings.add(Keys.BracketedPaste)(lambda event: None)  # pasted text is no row of answers
    application: Application[Outcome] = _application(
        HSplit([_window(view.body), _window(view.foot)]), bindings, view.output, ticks
    )
    return application.run(handle_sigint=False)


def line(draw: Draw, press: Callable[[str], Wish | None], *, lead: str, keys: Sequence[str]) -> str | Wish:
    """Lets the person type a text, which may be of several lines (Alt-Enter), and ends with Enter.

    ``keys`` are those that go to ``press`` as in ``run``; all others edit the text, as readline's do.
    Raises KeyboardInterrupt on Ctrl-C, and EOFError on Ctrl-D where nothing is typed.
    """
    text = Buffer(multiline=True)
    view = _View(draw, make_output(), lead, lambda: min(_TYPED_LINES, text.document.line_count + len(text.text) // 60))
    bindings = _bindings()
    bindings.add(Keys.ControlM)(lambda event: _end(event, text.text))
    bindings.add(Keys.Escape, Keys.ControlM)(lambda event: text.insert_text("\n"))
    empty = Condition(lambda: not text.text)
    bindings.add(Keys.ControlD, filter=empty)(_raising(EOFError))
    for name in keys:
        bindings.add(name)(lambda event, name=name: _end(event, press(name)))
    typed = VSplit(
        [
            Window(FormattedTextControl(lead), width=len(lead), dont_extend_height=True),
            Window(BufferControl(text), wrap_lines=True, dont_extend_height=True, height=Dimension(max=_TYPED_LINES)),
        ]
    )
    application: Application[str | Wish] = _application(
        HSplit([_window(view.body), typed, _window(view.foot)]), bindings, view.output, ticks=False
    )
    return application.run(handle_sigint=False)


def _application(container: Container, bindings: KeyBindings, output: Output, ticks: bool) -> Application[Any]:
    application: Application[Any] = Application(
        layout=Layout(container),
        key_bindings=bindings,
        erase_when_done=True,
        refresh_interval=1.0 if ticks else None,
        output=output,
    )
    application.ttimeoutlen = 0.05  # seconds that an Escape may be the beginning of an arrow key
    return application


def _bindings() -> KeyBindings:
    bindings = KeyBindings()
    bindings.add(Keys.ControlC)(_raising(KeyboardInterrupt))
    bindings.add(Keys.ControlZ)(lambda event: event.app.suspend_to_background())
    return bindings


def _end(event: KeyPressEvent, result: object) -> None:
    # Several keys may be waiting: only the first that leads somewhere counts.
    if result is not None and not event.app.is_done:
        event.app.exit(result=result)


def _raising(error: type[BaseException]) -> Callable[[KeyPressEvent], None]:
    def leave(event: KeyPressEvent) -> None:
        if not event.app.is_done:
            event.app.exit(exception=error)

    return leave


def make_output() -> Output:
    """The terminal, without asking it where its cursor is: nothing here needs to know, and some do not answer."""
    if sys.platform == "win32":
        return create_output()
    from prompt_toolkit.output.vt100 import Vt100_Output

    output = Vt100_Output.from_pty(sys.stdout)
    output.enable_cpr = False
    return output


def _window(lines: Callable[[], StyleAndTextTuples]) -> Window:
    return Window(
        FormattedTextControl(lines, show_cursor=False),
        wrap_lines=False,
        dont_extend_height=True,
        always_hide_cursor=True,
    )


class _View:
    """Which lines of a screen are seen."""

    def __init__(self, draw: Draw, output: Output, pointer: str, taken: Callable[[], int] = lambda: 0) -> None:
        self.output = output
        self.down = "PageDown"
        self._taken = taken
        self._draw = draw
        self._pointer = pointer
        self._top = 0
        self._room = 0
        self._lines: list[str] = []
        self._foot: list[str] = []
        self.follow = False

    def body(self) -> StyleAndTextTuples:
        """The lines of the body that fit, with a word on how many do not."""
        size = self.output.get_size()
        self._lines, self._foot = self._draw(size.columns)
        # One line less than the terminal has: writing in the last column of the last line would scroll it.
        self._room = max(1, size.rows - 1 - len(self._foot) - self._taken())
        if len(self._lines) <= self._room:
            self._top = 0
            return _fragments(self._lines)
        self._room = max(1, self._room - 1)
        self._follow_pointer()
        self._top = min(self._top, len(self._lines) - self._room)
        seen = self._lines[self._top : self._top + self._room]
        below = len(self._lines) - self._top - self._room
        more = f" ({below} more lines: {self.down})" if below else " (the end; PageUp goes back)"
        return _fragments([*seen, more])

    def foot(self) -> StyleAndTextTuples:
        """The keys."""
        return _fragments(self._foot)

    def scroll(self, key: str, free: bool) -> bool:
        """Moves the view where the key is one that scrolls; says whether it did."""
        if len(self._lines) <= self._room:
            return False
        steps = {"pageup": -max(1, self._room - 1), "pagedown": max(1, self._room - 1)}
        if free:
            steps |= {"up": -1, "down": 1, "space": max(1, self._room - 1), "home": -len(self._lines)}
            steps |= {"end": len(self._lines)}
        if key not in steps:
            return False
        self.follow = False
        furthest = len(self._lines) - self._room
        before = self._top
        self._top = max(0, min(furthest, self._top + steps[key]))
        # Space at the end of a text means "go on", as in a pager.
        return not (key == "space" and self._top == before)

    def _follow_pointer(self) -> None:
        """Brings the line with the pointer into view. A text above it is read first: not before a key was pressed."""
        # At the beginning of its line: elsewhere the sign may be a part of the text.
        lead = f" {self._pointer} "
        at = next((number for number, line in enumerate(self._lines) if _CODES.sub("", line).startswith(lead)), -1)
        if self.follow and at >= 0:
            self._top = max(at - self._room + 2, min(self._top, at - 1), 0)


def _fragments(lines: list[str]) -> StyleAndTextTuples:
    return to_formatted_text(ANSI("\n".join(lines)))
