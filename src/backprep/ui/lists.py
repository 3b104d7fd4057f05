"""Lists to pick from, to tick and to put in order."""

from rich.console import Group, RenderableType
from rich.text import Text

from backprep.core.gesture import PickOne, PickSeveral, PutInOrder, SpeakThenTick
from backprep.core.reply import Ordered, Picked, PickedSeveral, Ticked, Wish
from backprep.ui.interaction import Interaction, Key, Outcome, position
from backprep.ui.look import Signs
from backprep.ui.prose import hanging, inline


class _List(Interaction):
    def __init__(self, options: tuple[str, ...], wishes: tuple[tuple[Key, Wish], ...]) -> None:
        self.options = options
        self.wishes = wishes
        self.cursor = 0
        self.hint = ""

    def _move(self, key: str) -> bool:
        steps = {"up": -1, "k": -1, "down": 1, "j": 1, "tab": 1}
        if key in steps and position(key, len(self.options)) is None:
            self.cursor = (self.cursor + steps[key]) % len(self.options)
            return True
        if key in ("home", "end"):
            self.cursor = 0 if key == "home" else len(self.options) - 1
            return True
        return False

    def _row(self, at: int, lead: str, signs: Signs) -> RenderableType:
        here = at == self.cursor
        margin = Text(f" {signs.pointer if here else ' '} {lead}", "pointer" if here else "")
        body = inline(self.options[at])
        if here:
            body.stylize("bold")
        return hanging(margin, body)

    def _said(self) -> list[RenderableType]:
        return [Text(f"   {self.hint}", "warning")] if self.hint else []

    @property
    def _span(self) -> str:
        return "1" if len(self.options) == 1 else f"1-{len(self.options)}"


class PickingOne(_List):
    """One option: by arrows and Enter, or at once by its digit or letter."""

    def __init__(self, gesture: PickOne, wishes: tuple[tuple[Key, Wish], ...]) -> None:
        super().__init__(gesture.options, wishes)
        # True and false have letters of their own.
        self.letters = {"t": 0, "f": 1} if gesture.options == ("True", "False") else {}

    def press(self, key: str) -> Outcome | None:
        """Enter takes what the pointer is at."""
        if key == "enter":
            return Picked(self.cursor)
        named = self.letters.get(key.lower()) if self.letters else position(key, len(self.options))
        if named is None and self.letters and key.isdigit():
            named = position(key, len(self.options))
        if named is not None:
            return Picked(named)
        self._move(key)
        return None

    def draw(self, signs: Signs) -> RenderableType:
        """Numbered options, the pointer at one of them."""
        return Group(*(self._row(at, f"{at + 1}", signs) for at in range(len(self.options))))

    def keys(self) -> tuple[Key, ...]:
        """Digits first: they are the fastest."""
        last = chr(ord("a") + len(self.options) - 1)
        if self.letters:
            answer = Key("t/f", "answer", "Answer at once: t for true, f for false; 1 and 2 work too.")
        else:
            answer = Key(self._span, "answer", f"Answer at once with the option of that number; a-{last} work too.")
        return (
            answer,
            Key("↑↓", "move", "Move the pointer."),
            Key("Enter", "take it", "Answer with the option that the pointer is at."),
        )


class _Ticking(_List):
    def __init__(self, options: tuple[str, ...], wishes: tuple[tuple[Key, Wish], ...]) -> None:
        super().__init__(options, wishes)
        self.ticked: set[int] = set()

    def press(self, key: str) -> Outcome | None:
        """A digit or a letter, or space at the pointer, ticks and unticks; Enter is for the subclass."""
        self.hint = ""
        named = self.cursor if key == "space" else position(key, len(self.options))
        if named is not None:
            self.cursor = named
            self.ticked ^= {named}
        else:
            self._move(key)
        return None

    def draw(self, signs: Signs) -> RenderableType:
        """Boxes, ticked or not."""
        rows = [
            self._row(at, f"{at + 1} {signs.ticked if at in self.ticked else signs.empty}", signs)
            for at in range(len(self.options))
        ]
        return Group(*rows, *self._said())

    def keys(self) -> tuple[Key, ...]:
        """Ticking, then going on."""
        return (
            Key(self._span, "tick", "Tick or untick the line of that number; letters work too."),
            Key("↑↓", "move", "Move the pointer; space ticks what it is at."),
            Key("Enter", "done", "Go on with what is ticked."),
        )


class PickingSeveral(_Ticking):
    """Every option that applies."""

    def __init__(self, gesture: PickSeveral, wishes: tuple[tuple[Key, Wish], ...]) -> None:
        super().__init__(gesture.options, wishes)
        self.pick = gesture.pick

    def press(self, key: str) -> Outcome | None:
        """Enter answers, once something is ticked."""
        if key != "enter":
            return super().press(key)
        if not self.ticked:
            self.hint = "Nothing is ticked yet. Tick with the digits or with space."
            return None
        if self.pick is not None and len(self.ticked) != self.pick:
            self.hint = f"{len(self.ticked)} ticked; {self.pick} apply."
            return None
        return PickedSeveral(frozenset(self.ticked))


class TickingPoints(_Ticking):
    """The points that an answer covered; none at all is a fair reply."""

    stays = True

    def __init__(self, gesture: SpeakThenTick, wishes: tuple[tuple[Key, Wish], ...]) -> None:
        super().__init__(gesture.points, wishes)
        self._title = f"{gesture.heading}: what did you say?"

    def draw(self, signs: Signs) -> RenderableType:
        """The boxes, under what they are."""
        return Group(Text(f" {self._title}", "title"), super().draw(signs))

    def press(self, key: str) -> Outcome | None:
        """Enter goes on with what is ticked."""
        return Ticked(frozenset(self.ticked)) if key == "enter" else super().press(key)


class Ordering(_List):
    """Steps are numbered one after the other, in the order in which the person names them."""

    def __init__(self, gesture: PutInOrder, wishes: tuple[tuple[Key, Wish], ...]) -> None:
        super().__init__(gesture.options, wishes)
        self.placed: list[int] = []

    def press(self, key: str) -> Outcome | None:
        """A digit, a letter or space gives the next place; backspace takes the last one back; Enter ends it."""
        self.hint = ""
        named = self.cursor if key == "space" else position(key, len(self.options))
        if key == "enter":
            if len(self.placed) == len(self.options):
                return Ordered(tuple(self.placed))
            self.hint = f"{len(self.options) - len(self.placed)} still without a place."
        elif key in ("backspace", "left"):
            self.placed = self.placed[:-1]
        elif named is not None:
            self.cursor = named
            if named in self.placed:
                self.placed.remove(named)
            else:
                self.placed.append(named)
        else:
            self._move(key)
        return None

    def draw(self, signs: Signs) -> RenderableType:
        """Each step with its label, and with its place once it has one."""
        rows = []
        for at in range(len(self.options)):
            place = f"{self.placed.index(at) + 1}." if at in self.placed else "__"
            rows.append(self._row(at, f"{at + 1}  {place}", signs))
        return Group(*rows, *self._said())

    def keys(self) -> tuple[Key, ...]:
        """Placing, taking back, going on."""
        return (
            Key(self._span, "next in order", "Give the step of that number the next place; again takes it away."),
            Key("↑↓", "move", "Move the pointer; space places the step that it is at."),
            Key("Backspace", "take back", "Take the last place away again."),
            Key("Enter", "done", "Answer, once every step has a place."),
        )
