"""What every interaction has: keys, wishes, a way to press and a way to draw. No terminal in here.

Keys are named as ``ui.keys`` names them: ``up``, ``down``, ``enter``, ``space``, ``backspace``, or the character.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from rich.console import RenderableType

from backprep.core.rating import Rating
from backprep.core.reply import Reply, Wish
from backprep.ui.look import Signs

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
WHY = Key("w", "why", "Say why this question is asked now.")
HELP = Key("?", "help", "Show or hide these lines.")


class Interaction(ABC):
    """A gesture under way."""

    wishes: tuple[tuple[Key, Wish], ...] = ()
    scrolls = False
    """Whether the arrow keys and space are free to scroll."""
    ticks = False
    """Whether it is drawn anew each second."""
    in_foot = False
    """Whether it is drawn with the keys, where it never scrolls away."""
    stays = False
    """Whether it is drawn there as long as it leaves some lines of the terminal to what is above it."""

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
