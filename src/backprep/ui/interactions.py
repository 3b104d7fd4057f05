"""Each gesture as a little machine: a key goes in, and out comes a reply, a wish, or nothing yet."""

from collections.abc import Callable, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from backprep.app.screens import Asking
from backprep.core.confidence import STEPS
from backprep.core.gesture import PickOne, PickSeveral, PutInOrder, SpeakThenTick
from backprep.core.rating import ANCHORS, Rating
from backprep.core.reply import Picked, Told, Wish
from backprep.core.steps import Delay
from backprep.ui.draw import KeyRow
from backprep.ui.interaction import LEAVE, SKIP, UNDO, WHY, Interaction, Key, Outcome
from backprep.ui.lists import Ordering, PickingOne, PickingSeveral
from backprep.ui.look import Signs
from backprep.ui.prose import hanging


class Speaking(Interaction):
    """A clock against the time that the answer should take. It turns at the end, and cuts nothing off."""

    ticks = True

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


class Accept(Waiting):
    """Something to read, and below it the ratings: Enter takes the one that follows from the mark, a digit another."""

    in_foot = True

    def __init__(self, wishes: tuple[tuple[Key, Wish], ...], suggested: Rating, delays: Mapping[Rating, Delay]) -> None:
        super().__init__(wishes)
        self._suggested = suggested
        self._delays = delays

    def press(self, key: str) -> Outcome | None:
        """A digit rates and goes on."""
        return Rating(int(key)) if key in ("1", "2", "3", "4") else super().press(key)

    def draw(self, signs: Signs) -> RenderableType:
        """The four in a row, the suggested one marked, each with when it brings the question back."""
        return KeyRow([self._rating(rating, signs) for rating in Rating])

    def _rating(self, rating: Rating, signs: Signs) -> Text:
        delay = f" {self._delays[rating]}" if rating in self._delays else ""
        if rating is self._suggested:
            return Text.assemble((f"{signs.pointer}{rating.value}", "key"), (f" {rating.label}{delay}", "bold"))
        return Text.assemble((f" {rating.value}", "key"), (f" {rating.label}{delay}", "quiet"))

    def keys(self) -> tuple[Key, ...]:
        """Going on, and the digits."""
        means = "; ".join(f"{rating.label}: {anchor}" for rating, anchor in ANCHORS.items())
        return (*super().keys(), Key("1-4", "rate otherwise", f"Rate it yourself. {means}."))


class Rate(Interaction):
    """The four ratings, each with the words that anchor it: below the card, however long that is."""

    scrolls = True
    in_foot = True

    def __init__(self, wishes: tuple[tuple[Key, Wish], ...], delays: Mapping[Rating, Delay] | None = None) -> None:
        self.wishes = wishes
        self._delays = delays or {}

    def press(self, key: str) -> Outcome | None:
        """1 to 4, at once."""
        return Rating(int(key)) if key in ("1", "2", "3", "4") else None

    def draw(self, signs: Signs) -> RenderableType:
        """What each rating means, and when it brings the card back."""
        return Group(*(self._line(rating, anchor) for rating, anchor in ANCHORS.items()))

    def _line(self, rating: Rating, anchor: str) -> RenderableType:
        delay = f"{self._delays[rating]!s:>6}" if rating in self._delays else ""
        said = Text.assemble((f"{rating.label:5}", "bold"), (delay, "quiet"), f"  {anchor}")
        return hanging(Text(f"   {rating.value}", "key"), said)

    def keys(self) -> tuple[Key, ...]:
        """The digits."""
        return (Key("1-4", "rate", "Say how well you knew it; the next card follows at once."),)


class Confiding(Interaction):
    """How sure the person is, before anything is shown."""

    def __init__(self, wishes: tuple[tuple[Key, Wish], ...]) -> None:
        self.wishes = wishes

    def press(self, key: str) -> Outcome | None:
        """1 to 4, at once: one of the steps is picked."""
        return Picked(int(key) - 1) if key in ("1", "2", "3", "4") else None

    def draw(self, signs: Signs) -> RenderableType:
        """The four steps."""
        rows = [hanging(Text(f"   {step}", "key"), Text(words)) for step, words in STEPS.items()]
        return Group(Text(" How sure are you?", "title"), Text(), *rows)

    def keys(self) -> tuple[Key, ...]:
        """The digits."""
        return (Key("1-4", "how sure", "Say how sure you are of your answer; then see what is right."),)


def clock(seconds: int) -> str:
    """Minutes and seconds."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def interaction_for(asking: Asking, elapsed: Callable[[], float]) -> Interaction:
    """The machine for a question's gesture. (A line of text needs more than keys: the desk has it.)"""
    undo = ((UNDO, Wish.UNDO),) if asking.heading.can_undo else ()
    wishes = ((SKIP, Wish.SKIP), *undo, (WHY, Wish.WHY), (LEAVE, Wish.LEAVE))
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
