"""Advice on typed answers: what a slip in one leads to."""

from dataclasses import replace

import pytest

from backprep.app.lint.bank import advice_on_bank
from backprep.app.lint.terms import advice_on_slips
from backprep.core.question import Question
from backprep.core.reply import Typed
from backprep.kinds import KINDS
from backprep.kinds.base import Choice
from backprep.kinds.choice import ChoiceQuestion
from backprep.kinds.fill import FillQuestion, NearMiss
from backprep.kinds.open import KeyPoint, OpenQuestion

SKILL = "python/typing"


def fill(name: str, *accept: str, wrong: tuple[str, ...] = ()) -> FillQuestion:
    """A question with a typed answer."""
    misses = tuple(NearMiss(text=text, why="No.") for text in wrong)
    return FillQuestion(
        id=name, kind="fill", skill=SKILL, level="mid", prompt=f"What is {name}?", accept=accept, wrong=misses
    )


OPEN = OpenQuestion(
    id="o", kind="open", skill=SKILL, level="mid", prompt="Well?", say=30, answer="So.",
    key_points=(KeyPoint(point="Read by static analysis", weight=100, terms=("strict",)),),
)  # fmt: skip
CHOICE = ChoiceQuestion(
    id="c", kind="choice", skill=SKILL, level="mid", prompt="Which?",
    choices=(Choice(text="strict", why="So.", correct=True), Choice(text="brave", why="No.")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        (fill("f", "struct"), fill("g", "strict")),
        (fill("f", "struct"), fill("g", "else", wrong=("strict",))),
        (fill("f", "Struct"), OPEN),
        (fill("f", "struct"), CHOICE),
        (fill("f", "record", "the struct"), fill("g", "strict")),
    ],
)
def test_a_slip_must_not_lead_to_another_term(asked: FillQuestion, other: Question) -> None:
    """Whoever types the other term would be told that it is right but for its spelling. Marking agrees."""
    assert KINDS["fill"].mark(asked, Typed("strict")).score == 1
    assert [(each.question, each.code) for each in advice_on_slips([asked, other]) if each.question == "f"] == [
        ("f", "one-letter-away")
    ]


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        (fill("f", "struct", wrong=("strict",)), fill("g", "strict")),
        (fill("f", "struct", "strict"), fill("g", "strict")),
        (fill("f", "lock"), fill("g", "look")),
        (fill("f", "thread"), fill("g", "Threads")),
        (fill("f", "threads"), fill("g", "thread")),
        (fill("f", "struct"), fill("g", "stricts")),
        (fill("f", "serialise", "serialize"), fill("g", "serialize")),
    ],
)
def test_where_a_slip_leads_nowhere_nothing_is_said(asked: FillQuestion, other: Question) -> None:
    """Listed as wrong or as right, too short to be forgiven, a plural, or further away."""
    assert [each for each in advice_on_slips([asked, other]) if each.question == "f"] == []


def test_slips_are_part_of_the_advice_on_a_bank() -> None:
    """In a bank of any size."""
    others = fill("f", "struct"), replace(fill("g", "strict"), prompt="Which word comes first?")
    assert [each.code for each in advice_on_bank(others, (), lambda one, other: 0)] == ["one-letter-away"] * 2
