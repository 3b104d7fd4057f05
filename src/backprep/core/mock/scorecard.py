"""What an interview was worth: four bands, by area, the best and the worst answer, and what to do next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal, get_args

from backprep.core.mock.answers import Given
from backprep.core.mock.plan import Plan

Band = Literal["poor", "mixed", "good", "excellent"]
BANDS: tuple[Band, ...] = get_args(Band)
_FROM = (0.4, 0.65, 0.85)
"""The shares from which an interview is mixed, good and excellent."""
Dimension = Literal["content", "depth", "communication", "time"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
ASKS: dict[Dimension, str] = {
    "content": "the key points that your answers held; a skipped question held none",
    "depth": "how far your replies to follow-ups went",
    "communication": "structure, concision and clarity, as you judged them",
    "time": "answers that took about the time they should",
}

WORDS_A_MINUTE = 140
"""How fast people speak to be followed, where somebody has not said otherwise."""
_IN_TIME = (0.5, 1.1)
"""Shares of its time between which an answer is in time."""
_FAR_OVER, _FAR_UNDER = 2.0, 0.1


@dataclass(frozen=True, slots=True)
class Figure:
    """One dimension: a share from 0 to 1 with its band; None where nothing stands behind it."""

    dimension: Dimension
    share: float | None

    @property
    def band(self) -> Band | None:
        """The word for it."""
        return None if self.share is None else band(self.share)


@dataclass(frozen=True, slots=True)
class AreaFigure:
    """The content of the answers in one area."""

    area: str
    share: float
    questions: int


@dataclass(frozen=True, slots=True)
class Next:
    """Something to do next: a command to paste, and why."""

    command: str
    why: str


@dataclass(frozen=True, slots=True)
class Scorecard:
    """``areas`` weakest first; ``strongest`` and ``weakest`` are None where there are not two answers to compare;
    ``asked`` of ``planned`` questions were come to, ``skipped`` of them were left unanswered.
    """

    figures: tuple[Figure, ...]
    areas: tuple[AreaFigure, ...]
    strongest: Given | None
    weakest: Given | None
    next: tuple[Next, ...]
    asked: int
    skipped: int
    planned: int


def band(share: float) -> Band:
    """Poor below 0.4, mixed below 0.65, good below 0.85, excellent from there on."""
    return BANDS[sum(share >= least for least in _FROM)]


def timing(given: Given, words_a_minute: float = WORDS_A_MINUTE) -> float:
    """How well an answer kept its time, from 0 to 1.

    1 between a half and 1.1 of ``say``; from there it falls in a line to 0 at twice the time, or at a tenth of it.
    What was typed counts by the time that saying it would take.
    """
    seconds = given.took / 1000 if given.words is None else given.words * 60 / words_a_minute
    share = seconds / given.say
    least, most = _IN_TIME
    if share > most:
        return max(0.0, (_FAR_OVER - share) / (_FAR_OVER - most))
    if share < least:
        return max(0.0, (share - _FAR_UNDER) / (least - _FAR_UNDER))
    return 1.0


def worth(given: Given) -> float:
    """One answer as a whole, to tell the strongest from the weakest: mostly its content, then depth, then how it was
    said (0.6, 0.2, 0.2; what there is no figure for is left out).
    """
    parts = [(0.6, given.score), (0.2, _depth([given])), (0.2, _communication([given]))]
    known = [(weight, share) for weight, share in parts if share is not None]
    total = sum(weight for weight, _ in known)
    return sum(weight * share for weight, share in known) / total if total else 0.0


def scorecard(plan: Plan, answers: Sequence[Given], words_a_minute: float = WORDS_A_MINUTE) -> Scorecard:
    """The figures of an interview, also of one that is not over. The end ('your questions to them') has none."""
    asked = [each for each in answers if each.part != "closing"]
    said = [each for each in asked if not each.skipped]
    scores = [each.score or 0.0 for each in asked]
    shares: dict[Dimension, float | None] = {
        "content": fmean(scores) if scores else None,
        "depth": _depth(said),
        "communication": _communication(said),
        "time": fmean(timing(each, words_a_minute) for each in said) if said else None,
    }
    figures = tuple(Figure(each, shares[each]) for each in DIMENSIONS)
    areas = _areas(asked)
    ranked = sorted(said, key=worth)
    several = len(ranked) > 1
    weakest = ranked[0] if several else None
    return Scorecard(
        figures=figures,
        areas=areas,
        strongest=ranked[-1] if several else None,
        weakest=weakest,
        next=_next(plan, shares, areas, asked, weakest),
        asked=len(asked),
        skipped=len(asked) - len(said),
        planned=len(plan.questions),
    )


def trend(cards: Iterable[Scorecard]) -> Mapping[Dimension, tuple[float, ...]]:
    """Each dimension's shares over several interviews, in their order."""
    found: dict[Dimension, tuple[float, ...]] = {}
    for card in cards:
        for each in card.figures:
            if each.share is not None:
                found[each.dimension] = (*found.get(each.dimension, ()), each.share)
    return found


def _depth(answers: Iterable[Given]) -> float | None:
    held = [each.held for given in answers for each in given.follow_ups if each.held is not None]
    return fmean((each - 1) / 2 for each in held) if held else None


def _communication(answers: Iterable[Given]) -> float | None:
    steps = [
        step for given in answers for step in (given.structure, given.concision, given.clarity) if step is not None
    ]
    return fmean((step - 1) / 3 for step in steps) if steps else None


def _areas(asked: Sequence[Given]) -> tuple[AreaFigure, ...]:
    by_area: dict[str, list[float]] = {}
    for each in asked:
        by_area.setdefault(each.area, []).append(each.score or 0.0)
    found = [AreaFigure(area, fmean(scores), len(scores)) for area, scores in by_area.items()]
    return tuple(sorted(found, key=lambda each: (each.share, each.area)))


def _next(
    plan: Plan,
    shares: Mapping[Dimension, float | None],
    areas: Sequence[AreaFigure],
    asked: Sequence[Given],
    weakest: Given | None,
) -> tuple[Next, ...]:
    """Three commands, the most needed first, none twice."""
    found: list[Next] = []
    technical = [each for each in areas if not each.area.startswith("behavioural")]
    if technical and technical[0].share < _FROM[2]:
        found.append(Next(f"backprep quiz --area {technical[0].area}", "the area in which your answers held least"))
    worst = next((each for each in asked if each.skipped), weakest)
    if worst is not None and (worst.skipped or worth(worst) < _FROM[2]):
        said = "the question that you skipped" if worst.skipped else "your weakest answer, with what a strong one holds"
        found.append(Next(f"backprep show {worst.question}", said))
    story = next((each for each in areas if each.area.startswith("behavioural") and each.share < _FROM[2]), None)
    if story is not None:
        found.append(Next("backprep story new", "write down the story that you were looking for, and rehearse it"))
    short = min(20, plan.minutes)
    lacking = [each for each in ("communication", "time", "depth") if (shares[each] or 0.0) < _FROM[2]]
    whys = {
        "communication": "how you say it improves by saying it: a short one, the same level",
        "time": "your answers were too long or too short: a short one against the clock",
        "depth": "follow-ups need practice of their own: a short one",
    }
    if lacking and shares[lacking[0]] is not None:  # type: ignore[index]
        found.append(Next(f"backprep mock --minutes {short} --level {plan.level}", whys[lacking[0]]))
    found += [
        Next("backprep quiz", "what is due today, this interview's questions among it in time"),
        Next("backprep ask-them", "what to ask them at the end"),
        Next(f"backprep mock --minutes {plan.minutes} --level {_higher(plan.level)}", "the next one, a step harder"),
    ]
    return tuple({each.command: each for each in found}.values())[:3]


def _higher(level: str) -> str:
    return {"junior": "mid", "mid": "senior"}.get(level, "senior")
