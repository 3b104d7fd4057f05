"""Whatever keys are pressed on whatever gesture."""

import pytest
from hypothesis import example as for_instance
from hypothesis import given, settings
from hypothesis import strategies as st

from backprep.core.gesture import FillIn, Gesture, PickOne, PickSeveral, PutInOrder, SpeakThenTick
from backprep.core.rating import Rating
from backprep.core.reply import Ordered, Picked, PickedSeveral, Ticked, Told, Wish
from backprep.ui.interaction import Interaction, Outcome, position
from backprep.ui.interactions import Rate, Speaking, Waiting, interaction_for
from backprep.ui.lists import Ordering, PickingOne, PickingSeveral, TickingPoints
from backprep.ui.look import ASCII, Signs
from ui.pressing import FOUR, TEN, WISHES, shown
from ui.samples import asking, drawn, example

NAMES = "up down left right home end pageup pagedown enter tab backspace space 0 1 2 3 4 5 a b c d e f j k t"
KEYS = st.one_of(
    st.sampled_from(NAMES.split(" ")),
    st.characters(),
    st.sampled_from(["", "İ", "²", "٣", "ǆ", "ß", "１", "99", "9" * 5_000]),
)


def fair(gesture: Gesture | None, outcome: Outcome) -> bool:
    """Whether an outcome is one that the screen may end with."""
    match gesture, outcome:
        case PickOne(options=options), Picked(choice=choice):
            return 0 <= choice < len(options)
        case PickSeveral(options=options, pick=pick), PickedSeveral(choices=choices):
            return len(choices) > 0 and choices <= set(range(len(options))) and pick in (None, len(choices))
        case PutInOrder(options=options), Ordered(order=order):
            return sorted(order) == list(range(len(options)))
        case SpeakThenTick(points=points), Ticked(points=ticked):
            return ticked <= set(range(len(points)))
        case SpeakThenTick(), Told(text=None) | Wish.COMPOSE:
            return True
        case None, Wish.NEXT | Rating():
            return True
        case _:
            return False


Begun = tuple[Gesture | None, type[Interaction]]
GESTURES: list[Begun] = [
    (PickOne(FOUR), PickingOne),
    (PickOne(("True", "False"), fixed=True), PickingOne),
    (PickOne(TEN), PickingOne),
    (PickSeveral(FOUR), PickingSeveral),
    (PickSeveral(TEN, 3), PickingSeveral),
    (PutInOrder(FOUR[:3]), Ordering),
    (PutInOrder(TEN[:8]), Ordering),
    (SpeakThenTick(60, FOUR), TickingPoints),
    (SpeakThenTick(60, FOUR), Speaking),
    (None, Waiting),
    (None, Rate),
]


def begun(gesture: Gesture | None, machine: type[Interaction]) -> Interaction:
    """A gesture at its beginning."""
    if gesture is None:
        return machine(WISHES)  # type: ignore[call-arg]
    if machine is Speaking:
        assert isinstance(gesture, SpeakThenTick)
        return Speaking(gesture, WISHES, lambda: 12.5)
    return machine(gesture, WISHES)  # type: ignore[call-arg]


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(GESTURES), st.lists(KEYS, max_size=25))
@for_instance((PickOne(TEN), PickingOne), ["İ"])
@for_instance((PickSeveral(FOUR), PickingSeveral), ["9" * 5_000])
def test_any_keys_end_in_a_fair_reply_or_in_none(what: Begun, keys: list[str]) -> None:
    """Whatever is pressed, nothing breaks, the screen can be drawn, and only a reply that can be marked comes out."""
    gesture, machine = what
    interaction = begun(gesture, machine)
    for key in keys:
        outcome = interaction.press(key)
        assert outcome is None or fair(gesture, outcome)
        lines = shown(interaction)
        if hasattr(interaction, "options"):
            assert sum(line.startswith(" ❯ ") for line in lines) == 1
            assert len(lines) in (len(interaction.options), len(interaction.options) + 1)


@pytest.mark.parametrize("what", GESTURES)
def test_every_key_that_does_something_is_shown(what: Begun) -> None:
    """At the bottom stand the keys of the gesture, the wishes, and the help; no name comes twice."""
    keys = begun(*what).all_keys()
    names = [key.name for key in keys]
    assert names[-1] == "?"
    assert {"s", "u", "q"} <= set(names)
    assert len(set(names)) == len(names)
    assert all(key.word and key.help.endswith(".") for key in keys)


def test_a_wish_has_its_key() -> None:
    """``s``, ``u`` and ``q`` are wishes on every screen that offers them, and nothing on others."""
    assert [PickingOne(PickOne(FOUR), WISHES).wish(key) for key in "suqx"] == [Wish.SKIP, Wish.UNDO, Wish.LEAVE, None]
    assert Waiting(()).wish("s") is None


@pytest.mark.parametrize(
    ("kind", "machine"),
    [
        ("choice", PickingOne),
        ("true_false", PickingOne),
        ("several", PickingSeveral),
        ("order", Ordering),
        ("open", Speaking),
        ("story", Speaking),
    ],
)
def test_each_kind_finds_its_gesture(kind: str, machine: type[Interaction]) -> None:
    """A question of each kind is asked by the keys of its gesture; undo is there once there is something to undo."""
    first = interaction_for(asking(example(kind), can_undo=False), lambda: 0.0)
    later = interaction_for(asking(example(kind)), lambda: 0.0)
    assert (type(first), type(later)) == (machine, machine)
    assert (first.wish("u"), later.wish("u")) == (None, Wish.UNDO)


def test_a_line_of_text_is_no_business_of_single_keys() -> None:
    """What is typed goes to the line editor: asking for its keys here is a defect of the program."""
    assert isinstance(asking(example("fill")).presented.gesture, FillIn)
    with pytest.raises(TypeError):
        interaction_for(asking(example("fill")), lambda: 0.0)


def test_no_key_of_a_wish_names_an_option() -> None:
    """With up to ten options, no digit and no letter of an option is the key of a wish."""
    assert [key.name for key, _ in WISHES if position(key.name, 10) is not None] == []


@pytest.mark.parametrize("signs", [Signs(), ASCII])
@pytest.mark.parametrize("what", GESTURES)
def test_it_is_drawn_with_the_signs_of_the_terminal(what: Begun, signs: Signs) -> None:
    """A terminal without Unicode gets none."""
    text = drawn(begun(*what).draw(signs), 60)
    assert signs is not ASCII or text.isascii()
