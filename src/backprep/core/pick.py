"""What to ask next, until there is a memory model: least well and least recently answered, and areas mixed."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from backprep.core.shuffle import mixed

NEW_FOR_EACH_OLD = 2
"""New questions between two that were answered before and are worth repeating."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be asked, as far as choosing needs to know it. ``rating`` is None before the first answer."""

    id: str
    area: str
    skill: str
    level: str
    early: bool = False
    last_at: int | None = None
    rating: int | None = None


def plan(candidates: Iterable[Candidate], count: int, seed: int) -> tuple[str, ...]:
    """The ids to ask, in order, at most ``count``.

    Early questions that were never met come first. Then come new questions, easier levels sooner, two for each one that
    was answered before (worst rating first, then longest ago). Where two neighbours would share an area, the next
    question of another area is pulled forward.
    """
    pool = sorted(candidates, key=lambda each: (mixed(seed, each.id), each.id))
    new = [each for each in pool if each.rating is None]
    early = [each for each in new if each.early]
    fresh = sorted((each for each in new if not each.early), key=_easier_first(seed))
    old = sorted((each for each in pool if each.rating is not None), key=lambda each: (each.rating, each.last_at))
    blended = early + _blend(_spread(fresh), old)
    return tuple(each.id for each in _apart(blended[: max(count * 4, 40)])[:count])


def _easier_first(seed: int) -> Callable[[Candidate], float]:
    rank = {"junior": 0, "mid": 1, "senior": 2}

    def key(each: Candidate) -> float:
        # Levels overlap: a junior question comes sooner as a rule, and not every time.
        return rank.get(each.level, 1) + 2 * (mixed(seed, "level", each.id) / 2**64)

    return key


def _spread(ordered: Sequence[Candidate]) -> list[Candidate]:
    """Takes from each area in turn, keeping the order within an area."""
    queues: dict[str, deque[Candidate]] = {}
    for each in ordered:
        queues.setdefault(each.area, deque()).append(each)
    spread: list[Candidate] = []
    while queues:
        for area in list(queues):
            spread.append(queues[area].popleft())
            if not queues[area]:
                del queues[area]
    return spread


def _blend(new: Sequence[Candidate], old: Sequence[Candidate]) -> list[Candidate]:
    blended: list[Candidate] = []
    fresh, repeats = deque(new), deque(old)
    while fresh or repeats:
        for _ in range(NEW_FOR_EACH_OLD):
            if fresh:
                blended.append(fresh.popleft())
        if repeats:
            blended.append(repeats.popleft())
    return blended


def _apart(ordered: Sequence[Candidate]) -> list[Candidate]:
    """Pulls the next question of another area forward where two neighbours would share one."""
    rest = list(ordered)
    apart: list[Candidate] = []
    while rest:
        at = 0
        if apart:
            at = next((i for i, each in enumerate(rest) if each.area != apart[-1].area), 0)
        apart.append(rest.pop(at))
    return apart
