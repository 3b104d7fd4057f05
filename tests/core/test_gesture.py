"""What is shown, and how a reply finds its way back to the author's positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.gesture import FillIn, Gesture, PickOne, PickSeveral, PutInOrder, SpeakThenTick, present
from backprep.core.reply import Ordered, Picked, PickedSeveral, Reply, Ticked, Told, Typed
from builders import as_shown

OPTIONS = st.lists(st.text(max_size=3), min_size=1, max_size=10, unique=True).map(tuple)
SEEDS = st.integers()


@given(OPTIONS, SEEDS, st.data())
def test_a_reply_means_the_option_that_was_read(options: tuple[str, ...], seed: int, data: st.DataObject) -> None:
    """What the person picks on the screen is what the mark is about."""
    for gesture in (PickOne(options), PickSeveral(options, 2), PutInOrder(options)):
        shown = present(gesture, seed)
        assert isinstance(shown.gesture, type(gesture))
        place = data.draw(st.integers(0, len(options) - 1))
        picked = shown.to_author(Picked(place))
        assert isinstance(picked, Picked)
        assert shown.gesture.options[place] == options[picked.choice]


@given(OPTIONS, SEEDS, st.data())
def test_the_way_to_the_screen_and_back_changes_nothing(
    options: tuple[str, ...], seed: int, data: st.DataObject
) -> None:
    """Picks, ticks and orders come back as they were meant."""
    shown = present(PickSeveral(options), seed)
    places = st.integers(0, len(options) - 1)
    replies: list[Reply] = [
        Picked(data.draw(places)),
        PickedSeveral(data.draw(st.frozensets(places))),
        Ordered(tuple(data.draw(st.permutations(range(len(options)))))),
    ]
    for reply in replies:
        assert reply == shown.to_author(as_shown(shown, reply))


@pytest.mark.parametrize("gesture", [PickOne(("True", "False"), fixed=True), FillIn(), SpeakThenTick(60, ("a", "b"))])
def test_what_has_no_order_to_hide_is_shown_as_it_is(gesture: Gesture) -> None:
    """True stays before false, and key points stay as the author orders them."""
    assert {gesture} == {present(gesture, seed).gesture for seed in range(20)}


def test_fixed_options_mean_themselves() -> None:
    """The first option shown is the author's first."""
    shown = present(PickOne(("True", "False"), fixed=True), 3)
    assert [Picked(0), Picked(1)] == [shown.to_author(Picked(0)), shown.to_author(Picked(1))]


@pytest.mark.parametrize("reply", [Typed("x"), Told("x"), Told(), Ticked(frozenset({1}), "x")])
def test_words_and_ticked_points_need_no_translation(reply: Typed | Told | Ticked) -> None:
    """What has no place on the screen comes back as it is."""
    assert reply == present(SpeakThenTick(60, ("a", "b")), 1).to_author(reply)


def test_everything_but_the_order_of_a_gesture_is_kept() -> None:
    """The number of options that apply is still told after shuffling."""
    shown = present(PickSeveral(("a", "b", "c"), 2), 4).gesture
    assert isinstance(shown, PickSeveral)
    assert (2, ["a", "b", "c"]) == (shown.pick, sorted(shown.options))
