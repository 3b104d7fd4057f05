"""What the key reader does with a screen that is taller than the terminal, and with keys as they come in."""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.formatted_text import fragment_list_to_text
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from backprep.core.gesture import PickOne
from backprep.core.reply import Picked, Wish
from backprep.ui import draw, keys
from backprep.ui.interaction import LEAVE, Outcome
from backprep.ui.lists import PickingOne
from backprep.ui.look import ASCII, Signs
from ui.samples import asking, drawn_in_colour, example

ESCAPE_ENTER, UP, DOWN, PAGE_DOWN, PAGE_UP, HOME, END = (
    "\x1b\r",
    "\x1b[A",
    "\x1b[B",
    "\x1b[6~",
    "\x1b[5~",
    "\x1b[H",
    "\x1b[F",
)


class Screen(DummyOutput):
    """A terminal of so many rows."""

    def __init__(self, rows: int, columns: int = 80) -> None:
        self.size = Size(rows=rows, columns=columns)

    def get_size(self) -> Size:
        """Its size."""
        return self.size


class Seen:
    """A view of a body of numbered lines, and what is seen of it."""

    def __init__(self, lines: list[str], rows: int, foot: int = 2, pointer: str = "❯") -> None:
        self.lines = lines
        self.output = Screen(rows)
        self.view = keys._View(lambda width: (self.lines, ["key"] * foot), self.output, pointer)

    def now(self) -> list[str]:
        """The lines of the body on the screen."""
        return fragment_list_to_text(self.view.body()).split("\n")

    def press(self, key: str, free: bool = True) -> bool:
        """Whether a key moved the view."""
        return self.view.scroll(key, free)


def numbered(count: int) -> list[str]:
    """Lines that can be told apart."""
    return [f"line {at}" for at in range(count)]


# Scrolling ------------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(
    count=st.integers(1, 200),
    rows=st.integers(6, 60),
    foot=st.integers(1, 3),
    key=st.sampled_from(["pagedown", "down", "space"]),
)
def test_every_line_can_be_reached(count: int, rows: int, foot: int, key: str) -> None:
    """However tall the text and however small the terminal, every line is seen on the way down, and again upwards."""
    seen = Seen(numbered(count), rows, foot)
    met = set(seen.now())
    while seen.press(key) and "the end" not in seen.now()[-1]:
        met |= set(seen.now())
    met |= set(seen.now())
    assert set(seen.lines) <= met
    back = set(seen.now())
    for _ in range(count):
        seen.press("pageup")
        back |= set(seen.now())
    assert set(seen.lines) <= back
    assert seen.now()[0] == "line 0"


@settings(deadline=None)
@given(
    count=st.integers(1, 100),
    rows=st.integers(5, 40),
    pressed=st.lists(st.sampled_from(["up", "down", "pageup", "pagedown", "home", "end", "space", "x"]), max_size=20),
)
def test_the_screen_is_never_too_full(count: int, rows: int, pressed: list[str]) -> None:
    """Body and foot together always leave a line free, and what is seen is a stretch of the text without a gap."""
    seen = Seen(numbered(count), rows, foot=2)
    for key in pressed:
        now = seen.now()
        assert len(now) + 2 <= max(rows - 1, 3 + 1)
        shown = [int(line.split()[1]) for line in now if line.startswith("line ")]
        assert shown == list(range(shown[0], shown[0] + len(shown)))
        seen.press(key)


def test_a_text_that_fits_is_shown_as_it_is() -> None:
    """Where everything fits no key scrolls, and nothing is said about more lines."""
    seen = Seen(numbered(20), rows=24)
    assert seen.now() == numbered(20)
    assert [seen.press(key) for key in ("down", "pagedown", "space", "end")] == [False] * 4


def test_how_many_lines_are_below_is_said() -> None:
    """The last line says how much is still to come and by which key; at the end it says so."""
    seen = Seen(numbered(50), rows=24)
    assert re.fullmatch(r" \(30 more lines: PageDown\)", seen.now()[-1])
    seen.press("end")
    assert "the end" in seen.now()[-1]
    assert seen.now()[-2] == "line 49"


def test_arrows_scroll_only_where_they_are_free() -> None:
    """On a list the arrows move the pointer; PageUp and PageDown scroll everywhere."""
    seen = Seen(numbered(50), rows=24)
    seen.now()
    assert [seen.press(key, free=False) for key in ("down", "up", "space", "home", "end")] == [False] * 5
    assert seen.press("pagedown", free=False)
    assert seen.now()[0] != "line 0"


def test_space_at_the_end_goes_on() -> None:
    """As in a pager, space scrolls until the end and then stands for 'go on'."""
    seen = Seen(numbered(50), rows=24)
    seen.now()
    pressed = [seen.press("space") for _ in range(6)]
    assert pressed[0]
    assert not pressed[-1]


def test_a_resized_terminal_shows_what_fits() -> None:
    """Making the window larger shows everything, making it smaller scrolls again; the keys stay on the screen."""
    seen = Seen(numbered(30), rows=24)
    seen.press("end")
    seen.output.size = Size(rows=50, columns=80)
    assert seen.now() == numbered(30)
    seen.output.size = Size(rows=10, columns=80)
    seen.now()
    seen.press("end")
    assert seen.now()[:-1] == [f"line {at}" for at in range(24, 30)]
    seen.output.size = Size(rows=20, columns=80)
    assert seen.now()[:-1] == [f"line {at}" for at in range(14, 30)]


@pytest.mark.parametrize("signs", [Signs(), ASCII])
@pytest.mark.parametrize("rows", [10, 12, 16, 24])
def test_the_pointer_is_followed(signs: Signs, rows: int) -> None:
    """On a list that does not fit, the option that the pointer is at is always on the screen, once a key was pressed.

    The frame above and the options' own texts hold signs that look like pointers.
    """
    options = tuple(f"option {at} where a > b and b ❯ c" for at in range(10))
    screen = asking(example("choice"), area="Area > area ❯ x")
    interaction = PickingOne(PickOne(options), ((LEAVE, Wish.LEAVE),))

    def body(width: int) -> tuple[list[str], list[str]]:
        text = drawn_in_colour(draw.question(screen, signs), width) + drawn_in_colour(interaction.draw(signs), width)
        return text.rstrip("\n").split("\n"), ["key"]

    view = keys._View(body, Screen(rows), signs.pointer)
    view.body()
    for key in [*["down"] * 12, *["up"] * 15]:
        interaction.press(key)
        view.follow = True
        now = fragment_list_to_text(view.body()).split("\n")
        assert any(line.startswith(f" {signs.pointer} {interaction.cursor + 1} ") for line in now)


def test_the_question_is_read_first() -> None:
    """Before a key is pressed the screen begins with its first line, wherever the pointer is."""
    lines = [*numbered(40), " ❯ 1 an option"]
    assert Seen(lines, rows=24).now()[0] == "line 0"


# Keys as they come in -------------------------------------------------------------------------------------------


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[PipeInput]:
    """A terminal whose keys are sent by the test, and which shows nothing."""
    monkeypatch.setattr(keys, "make_output", lambda: Screen(24))
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


def screen(width: int) -> tuple[list[str], list[str]]:
    """Something to look at."""
    return ["body"], ["foot"]


def heard(terminal: PipeInput, sent: str, last: str = "enter", *, scrolls: bool = False) -> list[str]:
    """The names of the keys that arrive, up to the last one."""
    names: list[str] = []

    def press(key: str) -> Outcome | None:
        names.append(key)
        return Wish.NEXT if key == last else None

    terminal.send_text(sent)
    keys.run(screen, press, pointer="❯", scrolls=scrolls, ticks=False)
    return names


def test_keys_arrive_by_their_names(terminal: PipeInput) -> None:
    """Arrows, space, backspace and letters arrive under the names that the gestures know."""
    sent = f"{UP}{DOWN} \x7f\t{HOME}{END}{PAGE_UP}{PAGE_DOWN}1aZ?é\r"
    named = [
        "up",
        "down",
        "space",
        "backspace",
        "tab",
        "home",
        "end",
        "pageup",
        "pagedown",
        "1",
        "a",
        "Z",
        "?",
        "é",
        "enter",
    ]
    assert heard(terminal, sent) == named


def test_a_line_feed_is_enter(terminal: PipeInput) -> None:
    """Some terminals send a line feed for Enter."""
    assert heard(terminal, "\n") == ["enter"]


def test_keys_pressed_in_haste_answer_once(terminal: PipeInput) -> None:
    """Of several answers that come at once the first counts."""
    interaction = PickingOne(PickOne(("a", "b", "c")), ())
    terminal.send_text("231")
    assert keys.run(screen, interaction.press, pointer="❯", scrolls=False, ticks=False) == Picked(1)


def test_pasted_text_is_no_row_of_answers(terminal: PipeInput) -> None:
    """Text that is pasted by mistake does nothing."""
    assert heard(terminal, "\x1b[200~1 2 3 skip\x1b[201~\r") == ["enter"]


@pytest.mark.parametrize(
    ("sent", "error"), [("\x03", KeyboardInterrupt), ("\x04", EOFError), ("1\x03", KeyboardInterrupt)]
)
def test_ctrl_c_and_ctrl_d_get_through(sent: str, error: type[BaseException], terminal: PipeInput) -> None:
    """Ctrl-C and Ctrl-D end the screen, also after other keys."""
    with pytest.raises(error):
        heard(terminal, sent)


def typed(terminal: PipeInput, sent: str, press: Callable[[str], Wish | None] = lambda key: Wish.SKIP) -> str | Wish:
    """What comes out of a line on which so much was typed."""
    terminal.send_text(sent)
    return keys.line(screen, press, lead=" ❯ ", keys=("tab", "f1"))


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("idempotent\r", "idempotent"),
        ("idenp\x7f\x7fmpotent\r", "idempotent"),
        ("b\x01a\r", "ab"),
        ("ab\x1b[Dx\r", "axb"),
        (f"one{ESCAPE_ENTER}two\r", "one\ntwo"),
        ("\r", ""),
        ("skip u q ? 1\r", "skip u q ? 1"),
        ("\x1b[200~SELECT 1\x1b[201~\r", "SELECT 1"),
        ("naïve 日本\r", "naïve 日本"),
    ],
)
def test_a_line_is_edited_as_people_know_it(sent: str, text: str, terminal: PipeInput) -> None:
    """Letters, arrows, backspace, Ctrl-A, pasted text and Alt-Enter for a new line; Enter ends it."""
    assert typed(terminal, sent) == text


def test_the_keys_of_a_line_are_wishes(terminal: PipeInput) -> None:
    """Tab is the wish of the screen; help keeps what was typed."""
    assert typed(terminal, "abc\t") is Wish.SKIP


def test_help_keeps_what_was_typed(terminal: PipeInput) -> None:
    """F1 shows the help, and the line goes on."""
    assert typed(terminal, "ab\x1bOPc\r", lambda key: None if key == "f1" else Wish.SKIP) == "abc"


@pytest.mark.parametrize(("sent", "error"), [("\x04", EOFError), ("abc\x03", KeyboardInterrupt)])
def test_a_line_can_be_left(sent: str, error: type[BaseException], terminal: PipeInput) -> None:
    """Ctrl-D on an empty line and Ctrl-C at any moment."""
    with pytest.raises(error):
        typed(terminal, sent)


def test_ctrl_d_in_a_text_does_not_leave(terminal: PipeInput) -> None:
    """Ctrl-D behind what was typed does not throw it away."""
    assert typed(terminal, "abc\x04\r") == "abc"
