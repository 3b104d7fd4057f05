"""What holds for every kind of question that is registered, shown on the example that each carries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.gesture import FillIn, Gesture, present
from backprep.core.mark import Mark
from backprep.core.question import Question
from backprep.core.rating import Rating, suggest
from backprep.core.reply import Ordered, Picked, PickedSeveral, Reply, Ticked, Told, Typed
from backprep.kinds import KINDS, kind_of
from backprep.kinds.base import Example, Kind, UnmarkableError
from builders import as_shown, choice, parsed

every_kind = pytest.mark.parametrize("name", KINDS)
SEEDS = st.integers(min_value=-(2**70), max_value=2**70)


@every_kind
def test_the_example_is_a_question_that_a_bank_may_hold(name: str) -> None:
    """The example that the format's reference shows an author can be copied into a bank without a fault."""
    kind = KINDS[name]
    question = parsed(kind.example.yaml)
    assert [] == list(kind.problems(question))
    assert (name, kind) == (question.kind, kind_of(question))
    assert kind.sourced == bool(question.sources)


@every_kind
def test_the_right_reply_is_right_and_the_wrong_one_is_worth_less(name: str) -> None:
    """Answering as the author would earns everything and the rating good; a wrong answer earns less."""
    kind = KINDS[name]
    question = parsed(kind.example.yaml)
    right, wrong = kind.mark(question, kind.example.right), kind.mark(question, kind.example.wrong)
    assert (True, 1.0, Rating.GOOD) == (right.right, right.score, suggest(right))
    assert not wrong.right
    assert wrong.score < right.score
    assert suggest(wrong) < Rating.GOOD


@every_kind
def test_the_desk_has_something_to_say_and_to_turn(name: str) -> None:
    """Every kind tells the person what to do, and its flashcard has a back with words on it."""
    kind = KINDS[name]
    back = kind.back(parsed(kind.example.yaml))
    assert kind.label.strip()
    assert back
    assert all(line.strip() for line in back)


@every_kind
@given(seed=SEEDS)
def test_a_right_answer_is_right_however_the_options_are_shuffled(name: str, seed: int) -> None:
    """Whoever picks the right options where the screen shows them is marked right, for every shuffle."""
    kind = KINDS[name]
    question = parsed(kind.example.yaml)
    presented = present(kind.gesture(question), seed)
    for reply in (kind.example.right, kind.example.wrong):
        back = presented.to_author(as_shown(presented, reply))
        assert reply == back
        assert kind.mark(question, reply) == kind.mark(question, back)
    assert kind.mark(question, presented.to_author(as_shown(presented, kind.example.right))).right


@every_kind
def test_a_reply_to_another_gesture_is_a_defect_that_names_the_kind(name: str) -> None:
    """A desk that mixes up two gestures is stopped with the kind's name, and no mark is made up."""
    kind = KINDS[name]
    question = parsed(kind.example.yaml)
    replies: list[Reply] = [
        Picked(0),
        PickedSeveral(frozenset({0})),
        Ordered((0, 1, 2)),
        Typed("x"),
        Told("x"),
        Ticked(frozenset()),
    ]
    for reply in replies:
        if type(reply) is not type(kind.example.right):
            with pytest.raises(UnmarkableError, match=f"{name} cannot mark {type(reply).__name__}"):
                kind.mark(question, reply)


def test_every_kind_is_registered_once_under_its_own_name() -> None:
    """Every kind that a bank names is found by that name."""
    assert list(KINDS) == [KINDS[name].name for name in KINDS]
    assert len(KINDS) == len(set(KINDS))


def test_a_kind_that_nobody_registered_is_not_there() -> None:
    """A word that is no kind is not taken for some module of that name."""
    assert "base" not in KINDS
    with pytest.raises(KeyError):
        KINDS["base"]


def test_a_question_names_its_area() -> None:
    """The area that a session mixes by is the first part of the question's skill."""
    assert "api-design" == choice(True, False, skill="api-design/rate-limiting").area


def test_a_kind_without_rules_of_its_own_finds_no_problem() -> None:
    """The smallest kind that somebody adds need not write any rule for authors."""

    class Anything(Kind[Question]):
        name = "anything"
        label = "Anything goes"
        record = Question
        example = Example("", Typed("x"), Typed(""))

        def gesture(self, question: Question) -> Gesture:
            return FillIn()

        def mark(self, question: Question, reply: Reply) -> Mark:
            return Mark(1.0, True)

        def back(self, question: Question) -> tuple[str, ...]:
            return ("x",)

    assert [] == list(Anything().problems(choice(True, False)))
