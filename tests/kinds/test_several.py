"""Pick all that apply: what was found is worth something, and ticking wrong things costs."""

from hypothesis import assume, given
from hypothesis import strategies as st

from backprep.core.gesture import PickSeveral
from backprep.core.mark import Mark, Verdict
from backprep.core.reply import PickedSeveral
from backprep.kinds.several import KIND, SeveralQuestion
from builders import faults, several

RIGHT_OPTIONS = st.lists(st.booleans(), min_size=2, max_size=10).filter(any)
TICKS = st.frozensets(st.integers(0, 9))


def mark(question: SeveralQuestion, ticks: frozenset[int]) -> Mark:
    """What these ticks are worth, as far as they are on the screen."""
    return KIND.mark(question, PickedSeveral(frozenset(at for at in ticks if at < len(question.choices))))


@given(RIGHT_OPTIONS, TICKS)
def test_only_exactly_the_right_ticks_are_right(right: list[bool], ticks: frozenset[int]) -> None:
    """The full score, and the word right, are for exactly the options that apply; else it is a share below one."""
    wanted = {at for at, each in enumerate(right) if each}
    got = mark(several(*right), ticks)
    assert (wanted == {at for at in ticks if at < len(right)}) == got.right
    assert got.right == (got.score == 1)
    assert 0 <= got.score <= 1


@given(RIGHT_OPTIONS, TICKS, st.integers(0, 9))
def test_one_more_right_tick_never_costs_and_one_more_wrong_tick_never_pays(
    right: list[bool], ticks: frozenset[int], more: int
) -> None:
    """Finding another option that applies never lowers the score; ticking one that does not never raises it."""
    assume(more < len(right))
    question = several(*right)
    before, after = mark(question, ticks - {more}).score, mark(question, ticks | {more}).score
    assert after >= before if right[more] else after <= before


@given(RIGHT_OPTIONS, TICKS)
def test_every_option_says_how_it_fared(right: list[bool], ticks: frozenset[int]) -> None:
    """Ticked or not, every option is shown as right, wrong, missed or rightly left, with its reason."""
    question = several(*right)
    words = {
        (True, True): Verdict.RIGHT,
        (True, False): Verdict.MISSED,
        (False, True): Verdict.WRONG,
        (False, False): Verdict.SPARED,
    }
    expected = [
        (f"option {at}", words[wanted, at in ticks], question.choices[at].why) for at, wanted in enumerate(right)
    ]
    assert expected == [(part.text, part.verdict, part.why) for part in mark(question, ticks).parts]


@given(st.integers(1, 5), st.integers(1, 5))
def test_to_tick_nothing_earns_nothing(right: int, wrong: int) -> None:
    """Whoever ticks nothing has found nothing."""
    assert 0 == mark(several(*[True] * right, *[False] * wrong), frozenset()).score


@given(st.integers(1, 5), st.integers(0, 4))
def test_to_tick_everything_earns_nothing_where_half_is_wrong(right: int, more: int) -> None:
    """Ticking everything is no knowledge: with at least as many wrong options as right ones it earns nothing."""
    assume(2 * right + more <= 10)
    question = several(*[True] * right, *[False] * (right + more))
    assert 0 == mark(question, frozenset(range(10))).score


def test_the_note_counts_what_was_found_and_what_was_too_much() -> None:
    """The person reads how many were found, and how many ticks do not apply, if any."""
    question = several(True, True, True, False)
    assert "2 of 3 found" == mark(question, frozenset({0, 1})).note
    assert "2 of 3 found, 1 ticked that do not apply" == mark(question, frozenset({0, 1, 3})).note


def test_the_person_is_told_how_many_where_the_author_tells() -> None:
    """The number of options that apply is shown only where the author gives it."""
    options = ("option 0", "option 1", "option 2")
    assert PickSeveral(options) == KIND.gesture(several(True, True, False))
    assert PickSeveral(options, 2) == KIND.gesture(several(True, True, False, pick=2))


def test_the_back_of_a_card_holds_what_applies() -> None:
    """Turning the card shows the options that apply with their reasons, and no other."""
    assert ("option 0: why 0", "option 2: why 2") == KIND.back(several(True, False, True))


def test_an_author_is_told_what_is_wrong() -> None:
    """No right option, another number than declared, and too few or too many options are faults; limits are not."""
    assert [(("choices",), "no-right-choice")] == faults(several(False, False))
    assert [(("pick",), "pick-mismatch")] == faults(several(True, False, True, pick=1))
    assert [(("choices",), "choice-count")] == faults(several(True))
    assert [(("choices",), "choice-count")] == faults(several(*[True] * 11))
    assert [] == faults(several(True, False, pick=1))
    assert [] == faults(several(*[True] * 10))
