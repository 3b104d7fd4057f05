"""Gestures: the few ways in which a question can be put. The desk knows these, and no kinds."""

from dataclasses import dataclass, replace

from backprep.core.reply import Ordered, Picked, PickedSeveral, Reply
from backprep.core.shuffle import scrambled, shuffled


@dataclass(frozen=True, slots=True)
class PickOne:
    """Pick one of the options. ``fixed`` options keep their order (true, false)."""

    options: tuple[str, ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class PickSeveral:
    """Pick every option that applies; ``pick`` says how many those are, where the author tells."""

    options: tuple[str, ...]
    pick: int | None = None


@dataclass(frozen=True, slots=True)
class PutInOrder:
    """Put the options in order."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FillIn:
    """Type a short answer."""


@dataclass(frozen=True, slots=True)
class SpeakThenTick:
    """Speak (or type) for ``say`` seconds, then tick the points that were covered."""

    say: int
    points: tuple[str, ...]
    heading: str = "Key points"


Gesture = PickOne | PickSeveral | PutInOrder | FillIn | SpeakThenTick


@dataclass(frozen=True, slots=True)
class Presented:
    """A gesture as it is shown: ``order[i]`` is the author's position of what stands at place ``i``."""

    gesture: Gesture
    order: tuple[int, ...]

    def to_author(self, reply: Reply) -> Reply:
        """Translates places on the screen back into the author's positions."""
        if isinstance(reply, Picked):
            return Picked(self.order[reply.choice])
        if isinstance(reply, PickedSeveral):
            return PickedSeveral(frozenset(self.order[place] for place in reply.choices))
        if isinstance(reply, Ordered):
            return Ordered(tuple(self.order[place] for place in reply.order))
        return reply


def present(gesture: Gesture, seed: int) -> Presented:
    """Shuffles the options of a gesture. Steps to be ordered are never shown in the right order."""
    if isinstance(gesture, PickSeveral | PutInOrder) or (isinstance(gesture, PickOne) and not gesture.fixed):
        mix = scrambled if isinstance(gesture, PutInOrder) else shuffled
        order = mix(len(gesture.options), seed)
        return Presented(replace(gesture, options=tuple(gesture.options[at] for at in order)), order)
    count = len(gesture.options) if isinstance(gesture, PickOne) else 0
    return Presented(gesture, tuple(range(count)))
