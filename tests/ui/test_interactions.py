"""Each gesture by single keys: what they do, and what wrong ones do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprep.core.gesture import PickOne, PickSeveral, PutInOrder, SpeakThenTick
from backprep.core.rating import Rating
from backprep.core.reply import Ordered, Picked, PickedSeveral, Ticked, Told, Wish
from backprep.ui.interaction import Key
from backprep.ui.interactions import Rate, Speaking, Waiting, clock
from backprep.ui.lists import Ordering, PickingOne, PickingSeveral, TickingPoints
from ui.pressing import FOUR, TEN, WISHES, press, shown


def picking(options: tuple[str, ...] = FOUR) -> PickingOne:
    """Pick one of four."""
    return PickingOne(PickOne(options), WISHES)


def ticking(pick: int | None = None, options: tuple[str, ...] = FOUR) -> PickingSeveral:
    """Pick several of four."""
    return PickingSeveral(PickSeveral(options, pick), WISHES)


def ordering(options: tuple[str, ...] = FOUR) -> Ordering:
    """Put four in order."""
    return Ordering(PutInOrder(options), WISHES)


# One of several -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "choice"),
    [
        ("1", 0), ("4", 3), ("a", 0), ("d", 3), ("D", 3), ("enter", 0), ("down enter", 1), ("up enter", 3),
        ("down down down down enter", 0), ("end enter", 3), ("end home enter", 0), ("j j k enter", 1), ("tab enter", 1),
        ("down 3", 2),
    ],
)  # fmt: skip
def test_one_option_by_digit_letter_or_arrows(keys: str, choice: int) -> None:
    """A digit or a letter answers at once; arrows move the pointer in a circle, and Enter takes what it is at."""
    assert press(picking(), keys) == Picked(choice)


@pytest.mark.parametrize("key", ["5", "9", "0", "e", "z", "space", "backspace", "left", "pageup", "", "?", "s"])
def test_keys_that_mean_nothing_do_nothing(key: str) -> None:
    """A digit or a letter without an option, and any other key, leaves the screen as it is."""
    interaction = picking()
    before = shown(interaction)
    assert interaction.press(key) is None
    assert shown(interaction) == before


@pytest.mark.parametrize(
    ("keys", "choice"), [("t", 0), ("F", 1), ("1", 0), ("2", 1), ("down enter", 1), ("up enter", 1)]
)
def test_true_and_false_have_letters_of_their_own(keys: str, choice: int) -> None:
    """``t`` and ``f`` answer at once, as the digits do."""
    assert press(PickingOne(PickOne(("True", "False"), fixed=True), WISHES), keys) == Picked(choice)


def test_nought_is_the_tenth_option() -> None:
    """Ten options have a digit each; with ten, ``j`` is the tenth and no longer 'down'."""
    assert press(picking(TEN), "0") == Picked(9)
    assert press(picking(TEN), "j") == Picked(9)
    assert press(picking(TEN), "j enter") == Picked(9)


def test_the_pointer_shows_where_it_is() -> None:
    """The pointer stands before exactly one option, and that line is the one that Enter takes."""
    interaction = picking()
    press(interaction, "down")
    assert shown(interaction) == ["   1 GET", " ❯ 2 PUT", "   3 POST", "   4 HEAD"]


# Several --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "choices"),
    [
        ("1 3 enter", {0, 2}), ("a c enter", {0, 2}), ("space down down space enter", {0, 2}), ("1 2 1 enter", {1}),
        ("3 space 4 enter", {3}), ("up space enter", {3}), ("enter 2 enter", {1}), ("1 2 3 4 enter", {0, 1, 2, 3}),
    ],
)  # fmt: skip
def test_several_options_are_ticked_and_unticked(keys: str, choices: set[int]) -> None:
    """Digits, letters and space tick and untick; Enter answers with what is ticked."""
    assert press(ticking(), keys) == PickedSeveral(frozenset(choices))


def test_nothing_ticked_is_no_answer() -> None:
    """Enter without a tick says how to tick, and the hint goes with the next key."""
    interaction = ticking()
    assert interaction.press("enter") is None
    assert "Nothing is ticked yet" in shown(interaction)[-1]
    interaction.press("down")
    assert len(shown(interaction)) == 4


def test_the_declared_number_has_to_be_ticked() -> None:
    """Where the question says that two apply, Enter with one ticked says so, and two are an answer."""
    interaction = ticking(pick=2)
    assert press(interaction, "1 enter") is None
    assert shown(interaction)[-1].strip() == "1 ticked; 2 apply."
    assert press(interaction, "2 3 enter") is None
    assert press(interaction, "2 enter") == PickedSeveral(frozenset({0, 2}))


def test_ticks_are_seen() -> None:
    """A ticked box differs from an empty one without any colour, and after a digit the pointer is there."""
    interaction = ticking()
    press(interaction, "2 4")
    assert shown(interaction) == ["   1 [ ] GET", "   2 [x] PUT", "   3 [ ] POST", " ❯ 4 [x] HEAD"]


def test_no_point_at_all_is_a_fair_reply() -> None:
    """Whoever covered none of the points goes on with Enter."""
    points = TickingPoints(SpeakThenTick(60, FOUR), WISHES)
    assert points.press("enter") == Ticked(frozenset())
    assert press(points, "2 enter") == Ticked(frozenset({1}))


# In order -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        ("2 1 4 3 enter", (1, 0, 3, 2)),
        ("b a d c enter", (1, 0, 3, 2)),
        ("space down space down space down space enter", (0, 1, 2, 3)),
        ("1 2 3 backspace 4 3 enter", (0, 1, 3, 2)),
        ("1 2 3 left 4 3 enter", (0, 1, 3, 2)),
        ("1 2 1 3 4 1 enter", (1, 2, 3, 0)),
        ("backspace 1 2 3 4 enter", (0, 1, 2, 3)),
        ("1 2 3 enter 4 enter", (0, 1, 2, 3)),
    ],
)
def test_steps_are_named_one_after_the_other(keys: str, order: tuple[int, ...]) -> None:
    """Each digit, letter or space gives the next place, again takes it away; Enter answers when all have one."""
    assert press(ordering(), keys) == Ordered(order)


def test_an_order_with_gaps_is_no_answer() -> None:
    """Enter before every step has a place says how many lack one."""
    interaction = ordering()
    assert press(interaction, "2 enter") is None
    assert shown(interaction)[-1].strip() == "3 still without a place."


def test_places_are_seen() -> None:
    """Every step shows its place, and one without a place that it has none."""
    interaction = ordering()
    press(interaction, "3 1")
    assert shown(interaction) == [" ❯ 1  2. GET", "   2  __ PUT", "   3  1. POST", "   4  __ HEAD"]


# A long answer --------------------------------------------------------------------------------------------------


def speaking(seconds: float, say: int = 90) -> Speaking:
    """Somebody who has been speaking for so long."""
    return Speaking(SpeakThenTick(say, FOUR), WISHES, lambda: seconds)


@pytest.mark.parametrize("key", ["enter", "space"])
def test_a_spoken_answer_ends_with_enter_or_space(key: str) -> None:
    """Saying it is all that is needed."""
    assert speaking(5).press(key) == Told()


def test_typing_and_the_editor_have_their_keys() -> None:
    """``t`` asks the desk for a line to type on, ``e`` for the editor."""
    interaction = speaking(5)
    assert interaction.press("t") == Told()
    assert interaction.typing
    assert speaking(5).press("e") is Wish.COMPOSE


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0:00 of 1:30"),
        (59.9, "0:59 of 1:30"),
        (90, "1:30 of 1:30"),
        (91, "1:31 of 1:30: over time"),
        (6_000, "100:00"),
    ],
)
def test_the_clock_says_how_long_in_words(seconds: float, said: str) -> None:
    """The time taken stands beside the time there is; past it the clock says so and cuts nothing off."""
    assert said in shown(speaking(seconds))[-1]
    assert speaking(seconds).press("enter") == Told()


@settings(deadline=None)
@given(st.floats(-1e6, 1e6), st.integers(1, 3_600))
def test_the_bar_keeps_its_length(seconds: float, say: int) -> None:
    """The bar is as long at the end as at the start, whatever the clock says (a clock may be set back)."""
    line = shown(speaking(seconds, say))[-1]
    assert sum(line.count(sign) for sign in "━─") == 30
    assert "-" not in line


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (59, "0:59"), (60, "1:00"), (3_601, "60:01")])
def test_seconds_are_said_as_minutes(seconds: int, said: str) -> None:
    """The clock counts minutes and seconds, two digits for the seconds."""
    assert clock(seconds) == said


# Going on and rating --------------------------------------------------------------------------------------------


def test_enter_goes_on_and_space_where_the_screen_says_so() -> None:
    """After a mark Enter goes on; a card is turned with space or Enter."""
    mark, card = Waiting(WISHES), Waiting(WISHES, Key("space", "turn", "Show the back."))
    assert [mark.press("enter"), card.press("enter"), card.press("space")] == [Wish.NEXT] * 3
    assert [mark.press("x"), card.press("x"), mark.press("1")] == [None] * 3


@pytest.mark.parametrize("rating", Rating)
def test_a_card_is_rated_by_one_digit(rating: Rating) -> None:
    """1 to 4 rate at once, and the screen says what each of them means."""
    rate = Rate(WISHES)
    assert rate.press(str(int(rating))) is rating
    assert any(f"{int(rating)} {rating.label}" in line for line in shown(rate))


@pytest.mark.parametrize("key", ["0", "5", "enter", "space", "a", "", "11", "٣"])
def test_no_other_key_rates(key: str) -> None:
    """Enter or space in haste rate nothing."""
    assert Rate(WISHES).press(key) is None
