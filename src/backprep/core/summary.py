"""How a session went, skill by skill."""

from collections.abc import Iterable
from dataclasses import dataclass

from backprep.core.rating import Rating
from backprep.core.session import Answer


@dataclass(frozen=True, slots=True)
class SkillResult:
    """The answers of one skill in a session. ``share`` is what was right, from 0 to 1."""

    skill: str
    answered: int
    right: int
    share: float


_SHARE_OF_RATING = {Rating.AGAIN: 0.0, Rating.HARD: 0.5, Rating.GOOD: 1.0, Rating.EASY: 1.0}


def by_skill(answers: Iterable[Answer]) -> tuple[SkillResult, ...]:
    """One result for each skill, weakest first. A flashcard, which has no score, counts by its rating."""
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(answer.skill, []).append(answer)
    results = [
        SkillResult(
            skill=skill,
            answered=len(group),
            right=sum(answer.right for answer in group),
            share=sum(_share(answer) for answer in group) / len(group),
        )
        for skill, group in groups.items()
    ]
    return tuple(sorted(results, key=lambda result: (result.share, result.skill)))


def _share(answer: Answer) -> float:
    return _SHARE_OF_RATING[answer.rating] if answer.score is None else answer.score
