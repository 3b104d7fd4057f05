"""The desk in a terminal: frames, colours, single keys."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

from rich.console import Console, Group, RenderableType
from rich.text import Text

from backprep.app.screens import (
    Asking,
    Asks,
    Fronting,
    Judging,
    Notice,
    Paused,
    Planning,
    Revealing,
    Saying,
    Ticking,
    Tone,
)
from backprep.core.gesture import FillIn
from backprep.core.rating import Rating
from backprep.core.reply import Picked, Reply, Told, Typed, Wish
from backprep.ui import draw
from backprep.ui.interaction import LEAVE, SKIP, UNDO, WHY, Interaction, Key, Outcome
from backprep.ui.interactions import Accept, Confiding, Rate, Speaking, Waiting, interaction_for
from backprep.ui.lists import TickingPoints
from backprep.ui.literal import literal
from backprep.ui.look import MAX_WIDTH, signs_for

_EDIT = Key("e", "edit", "Open the question in your editor, at its line in the bank.")
_NOTES = Key("n", "notes", "Write your own notes for this question; they are kept with your answers.")
_TYPING_KEYS = (
    Key("Enter", "done", "Go on to what a strong answer holds, and tick what yours held."),
    Key("Alt-Enter", "new line", "Begin a new line (Escape, then Enter, where Alt does not work)."),
    Key("Tab", "speak instead", "Go back to the clock; what you typed is dropped."),
)
_FILLING_KEYS = (
    Key("Enter", "answer", "Answer with what you typed. Case and spacing do not matter."),
    Key("Tab", "skip", "Ask another question; nothing is recorded."),
)
_READING_ROWS = 8
"""Rows that are left to a text above points that are to be ticked."""
_FRAMED_ROWS = 36
"""Below so many rows a question that was answered is not framed again."""
_FEW_ROWS = 24
"""Below so many rows the frame of a question has no empty lines in it."""
_LEAVE_TYPING = Key("Ctrl-D", "leave", "Stop here, on an empty line. What you answered is kept. Ctrl-C does so always.")
_HELP_TYPING = Key("F1", "help", "Show or hide these lines.")


class RichDesk:
    """Draws each screen where the cursor is and takes it away again; what a reply was worth stays in the scrollback.

    ``now`` gives milliseconds, for the clock that runs while a person speaks.
    """

    def __init__(self, console: Console, now: Callable[[], int]) -> None:
        self._console = console
        self._now = now
        self._signs = signs_for(console)
        self._help = False
        self._ready = False
        """Whether the key reader is loaded."""

    # The port ---------------------------------------------------------------------------------------------------

    def ask(self, screen: Asking) -> Reply | Wish:
        """A question with what answers it."""
        above = self._above(screen)
        if isinstance(screen.presented.gesture, FillIn):
            return self._fill_in(above)
        began = self._now()
        interaction = interaction_for(screen, lambda: (self._now() - began) / 1000)
        while True:
            reply = self._run(interaction, above)
            if isinstance(interaction, Speaking) and interaction.typing:
                interaction.typing = False
                typed = self._type(above, _TYPING_KEYS, Wish.UNDO)
                if typed is Wish.LEAVE:
                    return typed
                if isinstance(typed, Wish) or not typed.strip():
                    continue  # back to speaking
                return Told(typed.strip())
            return _no_rating(reply)

    def _fill_in(self, above: tuple[RenderableType, ...]) -> Reply | Wish:
        while True:
            typed = self._type(above, _FILLING_KEYS, Wish.SKIP)
            if isinstance(typed, Wish):
                return typed
            if typed.strip() == "?":
                self._help = True
            elif typed.strip():
                return Typed(typed)

    def confide(self, screen: Asking) -> int | Wish:
        """The four steps of being sure, below the question."""
        sure = self._run(Confiding(self._wishes(screen, LEAVE)), self._above(screen))
        return sure.choice + 1 if isinstance(sure, Picked) else Wish.LEAVE

    def tick(self, screen: Ticking) -> Reply | Wish:
        """The model answer, and the points to tick."""
        asking = screen.asking
        points = TickingPoints(screen.gesture, self._wishes(asking, LEAVE))
        above = self._above(asking)
        if self._console.height < _FRAMED_ROWS:  # the question is known; what it wants of the reader is the answer
            above = draw.heading(asking.heading, self._signs), draw.reminder(asking.question)
        if asking.question.kind == "story" and asking.note:
            above = (*above, *draw.titled("Your notes", asking.note))
        return _no_rating(self._run(points, (*above, draw.model_answer(asking.question, screen.told))))

    def reveal(self, screen: Revealing) -> Rating | Wish:
        """What it was worth. The whole of it stays in the scrollback."""
        story = screen.asking.question.kind == "story"
        notes = ((_NOTES, Wish.NOTE),) if story else ()
        wishes = (*notes, (UNDO, Wish.UNDO), (LEAVE, Wish.LEAVE))
        above = (*self._above(screen.asking), draw.reveal(screen, self._signs))
        wish = self._run(Accept(wishes, screen.rating, screen.delays), above)
        if wish is not Wish.NOTE:
            if isinstance(wish, Rating):
                screen = replace(screen, rating=wish)
            self._print(*self._above(screen.asking), draw.reveal(screen, self._signs, in_full=True), Text())
        return wish if isinstance(wish, Rating | Wish) else Wish.NEXT

    def front(self, screen: Fronting) -> Wish:
        """A flashcard before it is turned."""
        turn = Key("space", "turn", "Show the back. Enter does the same.")
        above = (*self._above(screen.asking), draw.front(screen, self._signs))
        wish = self._run(Waiting(self._card_wishes(screen), turn), above)
        return wish if isinstance(wish, Wish) else Wish.NEXT

    def back(self, screen: Fronting) -> Rating | Wish:
        """Its back, and the four ratings."""
        above = (*self._above(screen.asking), draw.back(screen, self._signs))
        answer = self._run(Rate(self._card_wishes(screen), screen.delays), above)
        return answer if isinstance(answer, Rating | Wish) else Wish.NEXT

    def hold(self, screen: Planning | Paused | Asks) -> Wish:
        """The plan, a pause, the end."""
        from backprep.ui import interview

        wish = self._run(interview.held(screen), (Text(), interview.draw_held(screen, self._signs)))
        return wish if isinstance(wish, Wish) else Wish.NEXT

    def say(self, screen: Saying) -> Told | Wish:
        """A question or a follow-up of an interview, and its clock."""
        from backprep.ui import interview

        above = interview.saying(screen, self._signs, tight=self._console.height < _FEW_ROWS)
        began = self._now()
        clocked = interview.Clocked(screen, lambda: screen.spent + (self._now() - began) / 1000)
        while True:
            reply = self._run(clocked, above)
            if not clocked.typing:
                return reply if isinstance(reply, Told | Wish) else Wish.LEAVE
            clocked.typing = False
            typed = self._type(above, _TYPING_KEYS, Wish.UNDO)
            if typed is Wish.LEAVE:
                return typed
            if not isinstance(typed, Wish) and typed.strip():
                return Told(typed.strip())

    def judge(self, screen: Judging) -> int | Wish:
        """The steps, below what is judged."""
        from backprep.ui import interview

        step = self._run(interview.Stepped(screen), (Text(), *interview.judging(screen, self._signs)))
        return step.choice if isinstance(step, Picked) else Wish.LEAVE

    def notice(self, notice: Notice) -> None:
        """A line between screens."""
        self._print(Text(f" {literal(notice.text)}", "warning" if notice.tone is Tone.WARNING else ""))

    # Inside -----------------------------------------------------------------------------------------------------

    def _above(self, screen: Asking) -> tuple[RenderableType, ...]:
        tight = self._console.height < _FEW_ROWS
        return draw.heading(screen.heading, self._signs), draw.question(screen, self._signs, tight=tight)

    def _wishes(self, screen: Asking, *keys: Key) -> tuple[tuple[Key, Wish], ...]:
        names = {SKIP: Wish.SKIP, UNDO: Wish.UNDO, LEAVE: Wish.LEAVE}
        return tuple((key, names[key]) for key in keys)

    def _card_wishes(self, screen: Fronting) -> tuple[tuple[Key, Wish], ...]:
        undo = ((UNDO, Wish.UNDO),) if screen.asking.heading.can_undo else ()
        return (SKIP, Wish.SKIP), *undo, (WHY, Wish.WHY), (_EDIT, Wish.EDIT), (LEAVE, Wish.LEAVE)

    def _run(self, interaction: Interaction, above: tuple[RenderableType, ...]) -> Outcome:
        """Shows a screen and reads keys until one leads somewhere."""

        def press(key: str) -> Outcome | None:
            if key == "?":
                self._help = not self._help
                return None
            wish = interaction.wish(key)
            return interaction.press(key) if wish is None else wish

        lines = self._layout(above, interaction.all_keys(), interaction)
        self._get_ready(lines)
        from backprep.ui import keys

        try:
            return keys.run(
                lines,
                press,
                pointer=self._signs.pointer,
                scrolls=interaction.scrolls,
                ticks=interaction.ticks,
            )
        except EOFError:
            return Wish.LEAVE

    def _type(self, above: tuple[RenderableType, ...], shown: tuple[Key, ...], on_tab: Wish) -> str | Wish:
        """Shows a screen and a line to type on. Tab is the one wish that fits on it."""

        def press(key: str) -> Wish | None:
            if key == "f1":
                self._help = not self._help
                return None
            return on_tab

        lines = self._layout(above, (*shown, _LEAVE_TYPING, _HELP_TYPING))
        self._get_ready(lines)
        from backprep.ui import keys

        try:
            return keys.line(lines, press, lead=f" {self._signs.pointer} ", keys=("tab", "f1"))
        except EOFError:
            return Wish.LEAVE

    def _layout(
        self, above: tuple[RenderableType, ...], shown: tuple[Key, ...], interaction: Interaction | None = None
    ) -> Callable[[int], tuple[list[str], list[str]]]:
        """What draws a screen for a width: the lines that may scroll, and those at the bottom that never do."""

        def lines(width: int) -> tuple[list[str], list[str]]:
            width = min(width, MAX_WIDTH)
            drawn: tuple[RenderableType, ...] = (Text(),)
            if isinstance(interaction, Waiting) and not isinstance(interaction, Accept):
                drawn = ()  # there is nothing but the keys, and those keep their distance
            elif interaction is not None:
                drawn = (Text(), interaction.draw(self._signs))
            keys = draw.foot(shown, self._help, self._signs)
            if interaction is not None and (interaction.in_foot or interaction.stays):
                foot = self._lines(Group(*drawn, keys), width)
                if interaction.in_foot or len(foot) <= self._console.height - _READING_ROWS:
                    return self._lines(Group(*above), width), foot
            return self._lines(Group(*above, *drawn), width), self._lines(keys, width)

        return lines

    def _get_ready(self, lines: Callable[[int], tuple[list[str], list[str]]]) -> None:
        """Shows the first screen before the key reader is loaded, which then draws over it."""
        if self._ready:
            return
        with quiet_terminal():
            drawn = self._show_at_once(lines)
            import backprep.ui.keys  # noqa: F401 - while the person reads
        self._console.file.write(f"\x1b[{drawn}A\r\x1b[J")
        self._console.file.flush()
        self._ready = True

    def _show_at_once(self, lines: Callable[[int], tuple[list[str], list[str]]]) -> int:
        """Prints a screen with nothing but Rich; returns how many lines it took."""
        body, foot = lines(self._console.width)
        room = max(1, self._console.height - 1 - len(foot))
        seen = [*body[:room], *foot]
        self._console.file.write("\n".join(seen) + "\n")
        self._console.file.flush()
        return len(seen)

    def _lines(self, renderable: RenderableType, width: int) -> list[str]:
        with self._console.capture() as captured:
            self._console.print(renderable, width=width)
        return captured.get().removesuffix("\n").split("\n")

    def _print(self, *renderables: RenderableType) -> None:
        for renderable in renderables:
            self._console.print(renderable, width=min(self._console.width, MAX_WIDTH))


def _no_rating(outcome: Outcome) -> Reply | Wish:
    if isinstance(outcome, Rating):  # pragma: no cover - only a flashcard's back is rated
        raise TypeError(outcome)
    return outcome


@contextlib.contextmanager
def quiet_terminal() -> Iterator[None]:
    """Keeps keys that are pressed meanwhile from being shown, and keeps them for whoever reads next."""
    try:
        import termios
    except ImportError:  # Windows shows nothing that is not read
        yield
        return
    try:
        before = termios.tcgetattr(sys.stdin)
    except (termios.error, ValueError, OSError):
        yield
        return
    quiet = list(before)
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(sys.stdin, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSANOW, before)
