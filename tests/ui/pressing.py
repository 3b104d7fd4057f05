"""Keys for tests of gestures, and what is on the screen after them."""

from collections.abc import Sequence

from backprep.core.reply import Wish
from backprep.ui.interaction import LEAVE, SKIP, UNDO, Interaction, Outcome
from backprep.ui.look import Signs
from ui.samples import drawn

WISHES = ((SKIP, Wish.SKIP), (UNDO, Wish.UNDO), (LEAVE, Wish.LEAVE))
FOUR = ("GET", "PUT", "POST", "HEAD")
TEN = tuple(f"option {at}" for at in range(1, 11))


def press(interaction: Interaction, keys: str | Sequence[str]) -> Outcome | None:
    """Presses one key after the other, up to the first that leads somewhere."""
    for key in keys.split() if isinstance(keys, str) else keys:
        outcome = interaction.press(key)
        if outcome is not None:
            return outcome
    return None


def shown(interaction: Interaction) -> list[str]:
    """What is on the screen, line by line."""
    return [line.rstrip() for line in drawn(interaction.draw(Signs()), 100).split("\n") if line.strip()]
