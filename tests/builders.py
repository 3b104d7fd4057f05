"""Small builders of questions and candidates, so that a test says only what it is about."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml
from pydantic import TypeAdapter

from backprep.core.gesture import Presented
from backprep.core.pick import Candidate
from backprep.core.problem import Path
from backprep.core.question import Question
from backprep.core.reply import Ordered, Picked, PickedSeveral, Reply
from backprep.kinds import KINDS, kind_of
from backprep.kinds.base import Choice
from backprep.kinds.choice import ChoiceQuestion
from backprep.kinds.fill import FillQuestion, NearMiss
from backprep.kinds.open import KeyPoint, OpenQuestion
from backprep.kinds.order import OrderQuestion, Step
from backprep.kinds.several import SeveralQuestion
from backprep.kinds.story import Cover, StoryQuestion
from backprep.kinds.true_false import TrueFalseQuestion

_PARTS = ("situation", "task", "action", "result", "learned")
_COMMON: Mapping[str, Any] = {"skill": "api-design/rate-limiting", "level": "mid", "prompt": "Well?", "answer": "So."}


def parsed(written: str) -> Question:
    """A question as an author writes it, shorthands and all."""
    raw = yaml.safe_load(written)
    kind = KINDS[raw["kind"]]
    for field, key in {**kind.shorthand, "follow_ups": "ask"}.items():
        if field in raw:
            raw[field] = [{key: item} if isinstance(item, str) else item for item in raw[field]]
    question: Question = TypeAdapter(kind.record).validate_python(raw)
    return question


def choice(*right: bool, **changes: Any) -> ChoiceQuestion:
    """A question with one option for each flag, which says whether it is right."""
    return ChoiceQuestion(**_fields("choice", {"choices": _choices(right), **changes}))


def several(*right: bool, **changes: Any) -> SeveralQuestion:
    """The same, where every option that applies is wanted."""
    return SeveralQuestion(**_fields("several", {"choices": _choices(right), **changes}))


def true_false(truth: bool, **changes: Any) -> TrueFalseQuestion:
    """A statement with its reason, and where it is false with its correction."""
    correction = None if truth else "It is the other way round."
    return TrueFalseQuestion(
        **_fields("true_false", {"truth": truth, "why": "Because.", "correction": correction, **changes})
    )


def order(*steps: str, **changes: Any) -> OrderQuestion:
    """Steps in their right order, each with a reason."""
    made = tuple(Step(text=step, why=f"why {step}") for step in steps)
    return OrderQuestion(**_fields("order", {"steps": made, **changes}))


def fill(*accept: str, wrong: Iterable[str] = (), **changes: Any) -> FillQuestion:
    """A blank with the answers that fill it, and those that are something else (each with the reason ``not TEXT``)."""
    misses = tuple(NearMiss(text=text, why=f"not {text}") for text in wrong)
    return FillQuestion(**_fields("fill", {"accept": accept, "wrong": misses, **changes}))


def open_question(*weights: int, must: Iterable[int] = (), **changes: Any) -> OpenQuestion:
    """A question with one key point for each weight; ``must`` are the positions that an interviewer insists on."""
    insisted = set(must)
    points = tuple(
        KeyPoint(point=f"point {at}", weight=weight, must=at in insisted) for at, weight in enumerate(weights)
    )
    return OpenQuestion(**_fields("open", {"key_points": points, **changes}))


def story(points: int, **changes: Any) -> StoryQuestion:
    """A question about the person with so many points to cover."""
    cover = tuple(Cover(part=_PARTS[at % len(_PARTS)], point=f"point {at}") for at in range(points))  # type: ignore[arg-type]
    return StoryQuestion(**_fields("story", {"cover": cover, "answer": None, **changes}))


def candidate(name: str, area: str = "python", level: str = "mid", **changes: Any) -> Candidate:
    """A question that may be asked; never met, unless ``met`` says otherwise."""
    return Candidate(id=name, area=area, level=level, **{"skill": f"{area}/basics", **changes})


def as_shown(presented: Presented, reply: Reply) -> Reply:
    """A reply in the author's positions, as a person gives it who sees the options where the screen has them."""
    place = {author: shown for shown, author in enumerate(presented.order)}
    match reply:
        case Picked(at):
            return Picked(place[at])
        case PickedSeveral(those):
            return PickedSeveral(frozenset(place[at] for at in those))
        case Ordered(those_in_order):
            return Ordered(tuple(place[at] for at in those_in_order))
        case _:
            return reply


def faults(question: Question) -> list[tuple[Path, str]]:
    """Where an author went wrong, and the code of it. Every problem has to say what is wrong and how to mend it."""
    problems = list(kind_of(question).problems(question))
    assert all(problem.message.strip() and problem.hint.strip() for problem in problems)
    return [(problem.path, problem.code) for problem in problems]


def _choices(right: Iterable[bool]) -> tuple[Choice, ...]:
    return tuple(Choice(text=f"option {at}", why=f"why {at}", correct=each) for at, each in enumerate(right))


def _fields(kind: str, own: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": f"a-{kind.replace('_', '-')}-question", "kind": kind, **_COMMON, **own}
