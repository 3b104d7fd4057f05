"""Each gesture as a little machine: a key goes in, and out comes a reply, a wish, or nothing yet. No terminal in here.

Keys are named as ``ui.keys`` names them: ``up``, ``down``, ``enter``, ``space``, ``backspace``, or the character.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from backprep.app.screens import Asking
from backprep.core.gesture import PickOne, PickSeveral, PutInOrder, SpeakThenTick
from backprep.core.rating import ANCHORS, Rating
from backprep.core.reply import Ordered, Picked, PickedSeveral, Reply, Ticked, Told, Wish
from backprep.ui.look import Signs
from backprep.ui.prose import hanging, inline

Outcome = Reply | Wish | Rating


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is shown at the bottom: its name, a word for it, and a sentence for the help."""

    name: str
    word: str
    help: str


SKIP = Key("s", "skip", "Ask another question; nothing is recorded.")
UNDO = Key("u", "undo", "Take back the last answer and be asked again.")
LEAVE = Key("q", "leave", "Stop here. What you answered is kept. Ctrl-C does the same at any moment.")
HELP = Key("?", "help", "Show or hide these lines.")


class Interaction(ABC):
    """A gesture under way."""

    wishes: tuple[tuple[Key, Wish], ...] = ()
    scrolls = False
    """Whether the arrow keys and space are free to scroll."""
    in_foot = False
    """Whether it is drawn with the keys, where it never scrolls away."""

    @abstractmethod
    def press(self, key: str) -> Outcome | None:
        """What a key leads to; None while the person is still at it."""

    @abstractmethod
    def draw(self, signs: Signs) -> RenderableType:
        """How it looks now."""

    @abstractmethod
    def keys(self) -> tuple[Key, ...]:
        """The keys that do something here, most used first."""

    def wish(self, key: str) -> Wish | None:
        """The wish that a key stands for."""
        return next((wish for shown, wish in self.wishes if shown.name == key), None)

    def all_keys(self) -> tuple[Key, ...]:
        """The keys of the gesture, the wishes and the help."""
        return (*self.keys(), *(key for key, _ in self.wishes), HELP)


def position(key: str, count: int) -> int | None:
    """The place that a number (1 first; 0 is the tenth) or a letter (a first) names, if there is one."""
    if not key.isascii() or len(key) > 4:  # other scripts have digits, too, and letters that two small ones stand for
        return None
    if key.isdigit():
        place = 9 if key == "0" else int(key) - 1
    elif len(key) == 1 and "a" <= key.lower() <= "j":
        place = ord(key.lower()) - ord("a")
    else:
        return None
    return place if 0 <= place < count else None


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

    def __init__(self, gesture: SpeakThenTick, wishes: tuple[tuple[Key, Wish], ...]) -> None:
        super().__init__(gesture.points, wishes)

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


class Speaking(Interaction):
    """A clock against the time that the answer should take. It turns at the end, and cuts nothing off."""

    def __init__(
        self, gesture: SpeakThenTick, wishes: tuple[tuple[Key, Wish], ...], elapsed: Callable[[], float]
    ) -> None:
        self.say = gesture.say
        self.wishes = wishes
        self._elapsed = elapsed
        self.typing = False

    def press(self, key: str) -> Outcome | None:
        """Enter or space when it has been said; the desk opens a line to type in when ``typing`` is set."""
        if key in ("enter", "space"):
            return Told()
        if key == "t":
            self.typing = True
            return Told()
        return Wish.COMPOSE if key == "e" else None

    def draw(self, signs: Signs) -> RenderableType:
        """The time taken against the time there is."""
        seconds = max(0, int(self._elapsed()))  # a clock may be set back
        width = 30
        full = min(width, seconds * width // self.say)
        over = seconds > self.say
        style = "missed" if over else "place"
        said = f"  {clock(seconds)} of {clock(self.say)}" + (": over time, come to an end" if over else "")
        return Group(
            Text("   Answer aloud, as you would in the interview."),
            Text.assemble("   ", (signs.done * full, style), (signs.to_do * (width - full), "quiet"), (said, style)),
        )

    def keys(self) -> tuple[Key, ...]:
        """Said, typed or written elsewhere."""
        return (
            Key("Enter", "I have said it", "Go on to what a strong answer holds, and tick what yours held."),
            Key("t", "type instead", "Type the answer on a line."),
            Key("e", "editor", "Write the answer in your editor ($EDITOR)."),
        )


class Waiting(Interaction):
    """Something to read, and a key to go on."""

    scrolls = True

    def __init__(self, wishes: tuple[tuple[Key, Wish], ...], go_on: Key | None = None) -> None:
        self.wishes = wishes
        self._go_on = go_on or Key("Enter", "next", "Go on to the next question.")

    def press(self, key: str) -> Outcome | None:
        """Enter goes on; so does space, once there is nothing left to scroll to."""
        return Wish.NEXT if key in ("enter", "space") else None

    def draw(self, signs: Signs) -> RenderableType:
        """Nothing of its own."""
        return Text()

    def keys(self) -> tuple[Key, ...]:
        """The one key."""
        return (self._go_on,)


class Rate(Interaction):
    """The four ratings, each with the words that anchor it: below the card, however long that is."""

    scrolls = True
    in_foot = True

    def __init__(self, wishes: tuple[tuple[Key, Wish], ...]) -> None:
        self.wishes = wishes

    def press(self, key: str) -> Outcome | None:
        """1 to 4, at once."""
        return Rating(int(key)) if key in ("1", "2", "3", "4") else None

    def draw(self, signs: Signs) -> RenderableType:
        """What each rating means."""
        return Group(
            *(
                hanging(Text(f"   {rating.value}", "key"), Text.assemble((f"{rating.label}", "bold"), f"  {anchor}"))
                for rating, anchor in ANCHORS.items()
            )
        )

    def keys(self) -> tuple[Key, ...]:
        """The digits."""
        return (Key("1-4", "rate", "Say how well you knew it; the next card follows at once."),)


def clock(seconds: int) -> str:
    """Minutes and seconds."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def interaction_for(asking: Asking, elapsed: Callable[[], float]) -> Interaction:
    """The machine for a question's gesture. (A line of text needs more than keys: the desk has it.)"""
    undo = ((UNDO, Wish.UNDO),) if asking.heading.can_undo else ()
    wishes = ((SKIP, Wish.SKIP), *undo, (LEAVE, Wish.LEAVE))
    match asking.presented.gesture:
        case PickOne() as gesture:
            return PickingOne(gesture, wishes)
        case PickSeveral() as gesture:
            return PickingSeveral(gesture, wishes)
        case PutInOrder() as gesture:
            return Ordering(gesture, wishes)
        case SpeakThenTick() as gesture:
            return Speaking(gesture, wishes, elapsed)
        case gesture:
            raise TypeError(gesture)
