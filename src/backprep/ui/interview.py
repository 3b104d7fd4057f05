"""An interview at the desk: what it looks like, and the keys that it knows."""

from collections.abc import Callable

from rich.box import ASCII as ASCII_BOX
from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from backprep.app.screens import Asks, InterviewHeading, Judging, Paused, Planning, Saying
from backprep.core.reply import Picked, Told, Wish
from backprep.ui import draw
from backprep.ui.interaction import LEAVE, Interaction, Key, Outcome
from backprep.ui.interactions import Waiting, clock
from backprep.ui.literal import literal
from backprep.ui.look import Signs
from backprep.ui.prose import hanging, inline, prose

_BACK = Key("b", "back", "Go back to the last question and answer it anew.")
_PAUSE = Key("p", "pause", "Let the clocks stand still.")
_PASS = Key("s", "skip", "Say that you do not know, and go on. A skipped question holds nothing.")
_STOP = Key("q", "leave", "Stop here; `backprep mock --resume` goes on. Ctrl-C does the same at any moment.")
_WIDTH = 30


class Clocked(Interaction):
    """Thinking, then speaking, against a clock that turns at its end and cuts nothing off.

    ``elapsed`` gives the seconds of the stage that runs.
    """

    ticks = True

    def __init__(self, screen: Saying, elapsed: Callable[[], float]) -> None:
        back = ((_BACK, Wish.BACK),) if screen.heading.can_go_back or screen.after is not None else ()
        self.wishes = ((_PASS, Wish.SKIP), (_PAUSE, Wish.PAUSE), *back, (_STOP, Wish.LEAVE))
        self.typing = False
        self._screen = screen
        self._elapsed = elapsed

    def press(self, key: str) -> Outcome | None:
        """Enter or space goes on: from thinking to speaking, from speaking to what comes after."""
        if key in ("enter", "space"):
            return Wish.NEXT if self._screen.thinking else Told()
        if key == "t":
            self.typing = True
            return Told()
        return Wish.COMPOSE if key == "e" else None

    def draw(self, signs: Signs) -> RenderableType:
        """The clock of the stage."""
        seconds = max(0, int(self._elapsed()))  # a clock may be set back
        say = self._screen.say
        if self._screen.thinking:
            return Text.assemble(
                ("   Think. ", "bold"), f"{clock(seconds)}", (f"  then speak for about {clock(say)}", "quiet")
            )
        full = min(_WIDTH, seconds * _WIDTH // say)
        over = seconds > say
        style = "missed" if over else "place"
        said = f"  {clock(seconds)} of {clock(say)}" + (": over time, come to an end" if over else "")
        return Group(
            Text("   Speak aloud, to somebody who is listening."),
            Text.assemble("   ", (signs.done * full, style), (signs.to_do * (_WIDTH - full), "quiet"), (said, style)),
        )

    def keys(self) -> tuple[Key, ...]:
        """Going on, or writing instead."""
        go = Key("space", "I begin to speak", "Start the clock of the answer. Enter does the same.")
        done = Key("space", "I have said it", "Go on. Enter does the same.")
        return (
            go if self._screen.thinking else done,
            Key("t", "type", "Type the answer on a line instead of saying it."),
            Key("e", "editor", "Write the answer in your editor ($EDITOR)."),
        )


class Stepped(Interaction):
    """Judging oneself by steps, at once by digit."""

    def __init__(self, screen: Judging) -> None:
        self.wishes = ((LEAVE, Wish.LEAVE),)
        self._steps = screen.steps

    def press(self, key: str) -> Outcome | None:
        """The digit of a step."""
        return Picked(int(key)) if key.isascii() and key.isdigit() and int(key) in self._steps else None

    def draw(self, signs: Signs) -> RenderableType:
        """Each step with its sentence."""
        return Group(*(hanging(Text(f"   {step}", "key"), Text(words)) for step, words in self._steps.items()))

    def keys(self) -> tuple[Key, ...]:
        """The digits."""
        last = max(self._steps)
        return (Key(f"1-{last}", "that one", "Say which of the sentences is truest; nobody else will see it."),)


class Held(Waiting):
    """Something to read, with a key that says what comes next."""

    def __init__(self, word: str, explained: str, *, can_leave: bool) -> None:
        leave = ((_STOP, Wish.LEAVE),) if can_leave else ()
        super().__init__(leave, Key("Enter", word, explained))


def held(screen: Planning | Paused | Asks) -> Held:
    """The key that goes on from a screen."""
    match screen:
        case Planning(resumed=resumed):
            word = "go on" if resumed else "begin"
            return Held(word, "Ask the first question; the clock starts then.", can_leave=True)
        case Paused():
            return Held("go on", "Start the clock again where it stood.", can_leave=True)
        case Asks():
            return Held("see how it went", "Go on to the scorecard.", can_leave=False)


def draw_held(screen: Planning | Paused | Asks, signs: Signs) -> RenderableType:
    """What there is to read."""
    match screen:
        case Planning():
            return _plan(screen, signs)
        case Paused():
            return Group(Text(" Paused.", "bold"), Text(" The clocks stand still."))
        case Asks():
            return asks(screen, signs)


def _plan(screen: Planning, signs: Signs) -> RenderableType:
    title = "The interview goes on" if screen.resumed else f"Mock interview {screen.number}"
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    table.add_column(justify="right")
    for part in screen.parts:
        count = f"{part.questions} question{'s' * (part.questions != 1)}"
        table.add_row(literal(part.title), count, f"{clock(part.seconds)}")
    said = (
        "Answer aloud. After each answer come follow-ups, then what a strong answer holds; you judge yourself."
        " Skip, pause and go back as you like."
    )
    kept = (
        "What you type is kept in your progress file, and nowhere else; `backprep mock delete` takes it out."
        if screen.transcript
        else "What you type is not kept."
    )
    about = f"  {signs.dot} {screen.minutes} minutes {signs.dot} {literal(screen.about)}"
    box = ROUNDED if signs.dot == "·" else ASCII_BOX
    return Group(
        Text.assemble((f" {title}", "bold"), (about, "quiet")),
        Text(),
        Panel(table, box=box, border_style="frame", padding=(0, 2), expand=False),
        Text(),
        hanging(Text(" "), Text(said)),
        hanging(Text(" "), Text(kept, "quiet")),
    )


def heading(head: InterviewHeading, signs: Signs) -> RenderableType:
    """Where in the interview the person is, in words and as a bar."""
    if head.size == 1:  # a rehearsal
        return Text()
    done = round(24 * (head.place - 1) / head.size)
    return Text.assemble(
        " ",
        (signs.done * done, "place"),
        (signs.to_do * (24 - done), "quiet"),
        f"  {head.place} of {head.size}",
        (f"  {signs.dot} {head.spent} of {head.minutes} minutes", "quiet"),
    )


def saying(screen: Saying, signs: Signs, *, tight: bool) -> tuple[RenderableType, ...]:
    """The question or the follow-up in its frame."""
    follow_up = screen.after is not None
    word = "the interviewer goes on" if follow_up else screen.label
    frame = Panel(
        prose(screen.prompt),
        title=Text.assemble(" ", (literal(screen.heading.part), "title"), " ", no_wrap=True, overflow="ellipsis"),
        title_align="left",
        subtitle=Text(f" {literal(word)} ", no_wrap=True),
        subtitle_align="right",
        box=ROUNDED if signs.dot == "·" else ASCII_BOX,
        border_style="frame",
        padding=(0 if tight else 1, 2),
    )
    rows: list[RenderableType] = [heading(screen.heading, signs)]
    if screen.after is not None:
        rows.append(hanging(Text(" "), Text(f"After: {literal(screen.after)}", "quiet")))
    return (*rows, frame)


def judging(screen: Judging, signs: Signs) -> tuple[RenderableType, ...]:
    """What is to be judged, with what a good reply holds."""
    rows: list[RenderableType] = []
    if screen.ask:
        ask = inline(screen.ask)
        ask.stylize("bold")
        rows.append(hanging(Text(" ?"), ask))
    rows += draw.titled("You wrote", screen.told)
    rows += draw.titled("A good reply", screen.good)
    return (*rows, Text(f"\n {screen.title}" if rows else f" {screen.title}", "title"))


def asks(screen: Asks, signs: Signs) -> RenderableType:
    """Questions that could have been asked."""
    rows: list[RenderableType] = [*draw.titled("You asked", screen.told), Text("\n You could also ask", "title")]
    for each in screen.asks:
        ask = inline(each.ask)
        ask.stylize("bold")
        rows.append(hanging(Text(" ?"), Group(ask, Text(literal(each.why), "quiet"))))
    rows.append(Text("\n What good and worrying replies sound like: backprep ask-them", "quiet"))
    return Group(*rows)
