"""Pick one: all or nothing, with a reason on every option."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from backprep.core.gesture import PickOne
from backprep.core.mark import Verdict
from backprep.core.reply import Picked
from backprep.kinds.choice import KIND
from builders import choice, faults


@given(st.data(), st.integers(2, 8))
def test_only_the_right_option_earns_anything(data: st.DataObject, count: int) -> None:
    """Picking the right option earns everything, any other nothing, and every option shows how it fared and why."""
    right, picked = data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, count - 1))
    question = choice(*(at == right for at in range(count)))
    mark = KIND.mark(question, Picked(picked))
    expected = dict.fromkeys(range(count), Verdict.SPARED) | {right: Verdict.MISSED, picked: Verdict.WRONG}
    if right == picked:
        expected[right] = Verdict.RIGHT
    assert (picked == right, float(picked == right)) == (mark.right, mark.score)
    assert expected == {at: part.verdict for at, part in enumerate(mark.parts)}
    assert [(each.text, each.why) for each in question.choices] == [(part.text, part.why) for part in mark.parts]


def test_all_options_are_shown_and_may_be_shuffled() -> None:
    """The person sees every option, in no fixed order."""
    assert PickOne(("option 0", "option 1", "option 2")) == KIND.gesture(choice(True, False, False))


def test_the_back_of_a_card_is_the_right_option_and_why() -> None:
    """Turning the card shows the one right option with its reason, and no wrong one."""
    assert ("option 1", "why 1") == KIND.back(choice(False, True, False))


def test_an_author_is_told_about_a_missing_right_option() -> None:
    """A question that nobody can answer rightly is a fault."""
    assert [(("choices",), "no-right-choice")] == faults(choice(False, False))


def test_an_author_is_told_about_each_right_option_too_many() -> None:
    """Every right option after the first is pointed at."""
    expected = [(("choices", 1), "two-right-choices"), (("choices", 3), "two-right-choices")]
    assert expected == faults(choice(True, True, False, True))


def test_an_author_is_told_about_too_few_and_too_many_options() -> None:
    """One option is no choice, and nine do not fit on a screen; two and eight do."""
    assert [(("choices",), "choice-count")] == faults(choice(True))
    assert [(("choices",), "choice-count")] == faults(choice(True, *[False] * 8))
    assert [] == faults(choice(True, False))
    assert [] == faults(choice(True, *[False] * 7))


def test_an_author_is_told_about_an_option_that_is_there_twice() -> None:
    """Two options that read the same, but for case and spacing, could not be told apart."""
    question = choice(True, False, False)
    twins = tuple(replace(each, text=text) for each, text in zip(question.choices, ("A  b", "c", "a B"), strict=True))
    assert [(("choices", 2), "repeated-choice")] == faults(replace(question, choices=twins))
