"""The kinds of question: one pure file each, and one line here that registers it."""

from typing import Any

from backprep.core.question import Question
from backprep.kinds.base import Kind
from backprep.kinds.choice import ChoiceKind
from backprep.kinds.fill import FillKind
from backprep.kinds.open import OpenKind
from backprep.kinds.order import OrderKind
from backprep.kinds.several import SeveralKind
from backprep.kinds.story import StoryKind
from backprep.kinds.true_false import TrueFalseKind

KINDS: dict[str, Kind[Any]] = {
    kind.name: kind
    for kind in (
        ChoiceKind(),
        SeveralKind(),
        TrueFalseKind(),
        OrderKind(),
        FillKind(),
        OpenKind(),
        StoryKind(),
    )
}


def kind_of(question: Question) -> Kind[Any]:
    """The kind that a question says it is of."""
    return KINDS[question.kind]
