"""Advice on typed answers: a slip is forgiven, unless it leads to another thing that the bank speaks of."""

from collections.abc import Iterator, Sequence

from backprep.app.lint.advice import Advice
from backprep.core.question import Question
from backprep.core.spelling import alike, slipped
from backprep.kinds.choice import ChoiceQuestion
from backprep.kinds.fill import FillQuestion
from backprep.kinds.open import OpenQuestion
from backprep.kinds.several import SeveralQuestion


def advice_on_slips(questions: Sequence[Question]) -> Iterator[Advice]:
    """Accepted answers of five or more letters from which another term of the bank is one letter away."""
    known = list(dict.fromkeys(term for each in questions for term in _terms(each)))
    for question in questions:
        if isinstance(question, FillQuestion):
            yield from _on_fill(question, known)


def _on_fill(question: FillQuestion, terms: Sequence[str]) -> Iterator[Advice]:
    for term in terms:
        if any(alike(term, accepted) or _plural(term, accepted) for accepted in question.accept):
            continue
        # As `fill` marks: what is near an answer that is listed as wrong is not forgiven.
        if any(slipped(term, miss.text, forgiving_from=1) for miss in question.wrong):
            continue
        near = next((accepted for accepted in question.accept if slipped(term, accepted)), None)
        if near is not None:
            said = f"{term!r}, of which the bank speaks too, would pass for {near!r} with a slip"
            hint = "List it under `wrong`, with why; or under `accept`, if it is the same."
            yield Advice(question.id, "one-letter-away", said, hint)


def _plural(one: str, other: str) -> bool:
    """Whether they differ by a final s alone: the same thing, for whoever reads fairly."""
    return alike(f"{one}s", other) or alike(one, f"{other}s")


def _terms(question: Question) -> Iterator[str]:
    match question:
        case FillQuestion():
            yield from question.accept
            yield from (miss.text for miss in question.wrong)
        case OpenQuestion():
            for point in question.key_points:
                yield from point.terms
        case ChoiceQuestion() | SeveralQuestion():
            yield from (choice.text for choice in question.choices)
