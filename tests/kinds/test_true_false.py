"""True or false: all or nothing, and a false statement is put right."""

import pytest

from backprep.core.gesture import PickOne, present
from backprep.core.mark import Verdict
from backprep.core.reply import Picked
from backprep.kinds.true_false import KIND
from builders import faults, true_false

TRUE, FALSE = Picked(0), Picked(1)


@pytest.mark.parametrize("truth", [True, False])
@pytest.mark.parametrize("said", [True, False])
def test_judging_a_statement_is_right_or_wrong(truth: bool, said: bool) -> None:
    """Saying what the statement is earns everything, the opposite nothing."""
    mark = KIND.mark(true_false(truth), TRUE if said else FALSE)
    assert (truth == said, float(truth == said)) == (mark.right, mark.score)
    chosen, other = mark.parts if said else reversed(mark.parts)
    expected = (Verdict.RIGHT, Verdict.SPARED) if truth == said else (Verdict.WRONG, Verdict.MISSED)
    assert expected == (chosen.verdict, other.verdict)


@pytest.mark.parametrize("reply", [TRUE, FALSE])
def test_a_false_statement_is_put_right_whatever_was_said(reply: Picked) -> None:
    """After a false statement the person reads the reason and the correction, and why 'true' does not hold."""
    parts = KIND.mark(true_false(False), reply).parts
    assert [
        ("True", "The statement does not hold."),
        ("False", "Because.\n\nPut right: It is the other way round."),
    ] == [(part.text, part.why) for part in parts]


@pytest.mark.parametrize("reply", [TRUE, FALSE])
def test_a_true_statement_says_why_and_has_nothing_to_put_right(reply: Picked) -> None:
    """After a true statement the person reads the reason."""
    parts = KIND.mark(true_false(True), reply).parts
    assert [("True", "Because."), ("False", "The statement holds.")] == [(part.text, part.why) for part in parts]


def test_true_comes_first_always() -> None:
    """The two answers stand in the same places every time, so that the fingers find them."""
    gesture = KIND.gesture(true_false(True))
    assert {("True", "False")} == {
        shown.options for seed in range(20) if isinstance(shown := present(gesture, seed).gesture, PickOne)
    }


def test_the_back_of_a_card_tells_truth_reason_and_correction() -> None:
    """Turning the card shows whether the statement holds, why, and what would."""
    assert ("True.", "Because.") == KIND.back(true_false(True))
    assert ("False.", "Because.", "It is the other way round.") == KIND.back(true_false(False))


def test_an_author_is_told_about_a_missing_and_a_needless_correction() -> None:
    """A false statement needs a correction, and a true one must not have any."""
    assert [] == faults(true_false(True)) + faults(true_false(False))
    assert [(("truth",), "no-correction")] == faults(true_false(False, correction=None))
    assert [(("correction",), "needless-correction")] == faults(true_false(True, correction="No."))
