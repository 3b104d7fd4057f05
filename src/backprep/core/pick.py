"""What to ask in a session: what is due, then new questions, and topics apart."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from backprep.core.shuffle import mixed


@dataclass(frozen=True, slots=True)
class Met:
    """How a question that was met stands, as far as choosing needs to know it. Days are study days."""

    last_at: int
    last_rating: int
    last_day: int
    stability: float

    def urgency(self, today: int) -> float:
        """Days passed over stability: recall falls with it, whatever the parameters of the model."""
        return (today - self.last_day) / self.stability


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be asked. ``met`` is None before the first answer."""

    id: str
    area: str
    skill: str
    level: str
    early: bool = False
    met: Met | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """How many questions may still be asked today: in all, and in the areas that have a limit of their own."""

    left: int
    by_area: Mapping[str, int] = field(default_factory=dict)

    @property
    def closed(self) -> frozenset[str]:
        """The areas of which no more may be asked."""
        return frozenset(area for area, left in self.by_area.items() if left <= 0)

    def admit(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """The first of the candidates that there is room for."""
        left = dict(self.by_area)
        admitted: list[Candidate] = []
        for each in candidates:
            if len(admitted) >= self.left:
                break
            if left.get(each.area, 1) > 0:
                admitted.append(each)
                if each.area in left:
                    left[each.area] -= 1
        return admitted


NO_LIMIT = Room(1_000_000)


def plan(
    candidates: Iterable[Candidate], count: int, seed: int, today: int, new: Room = NO_LIMIT, due: Room = NO_LIMIT
) -> tuple[str, ...]:
    """The ids to ask on a study day, in order, at most ``count``.

    First what is due, the nearest to being forgotten first. Then new questions: early ones, then easier levels sooner,
    areas in turn. Neighbours share neither an area nor, where that cannot be, a skill, as long as there is a choice.
    """
    pool = _in_any_order(candidates, seed)
    back = sorted((each for each in pool if each.met), key=lambda each: -each.met.urgency(today) if each.met else 0.0)
    fresh = sorted((each for each in pool if not each.met and not each.early), key=_easier_first(seed))
    early = [each for each in pool if not each.met and each.early]
    most = max(count * 4, 40)
    first = due.admit(back)[:most]
    then = new.admit(early + _spread(fresh))[:most]
    return tuple(each.id for each in _apart(first, then)[:count])


def plan_cram(candidates: Iterable[Candidate], count: int, seed: int) -> tuple[str, ...]:
    """The ids to ask when the schedule does not count: two new ones, then the weakest that was met, and so on."""
    pool = _in_any_order(candidates, seed)
    new = _spread(sorted((each for each in pool if not each.met), key=_easier_first(seed)))
    old = sorted((each for each in pool if each.met), key=_weakest_first)
    return tuple(each.id for each in _apart(_blend(new, old)[: max(count * 4, 40)], [])[:count])


def _in_any_order(candidates: Iterable[Candidate], seed: int) -> list[Candidate]:
    return sorted(candidates, key=lambda each: (mixed(seed, each.id), each.id))


def _weakest_first(each: Candidate) -> tuple[int, int]:
    return (each.met.last_rating, each.met.last_at) if each.met else (0, 0)


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
        for _ in range(2):
            if fresh:
                blended.append(fresh.popleft())
        if repeats:
            blended.append(repeats.popleft())
    return blended


def _apart(first: Sequence[Candidate], then: Sequence[Candidate]) -> list[Candidate]:
    """``first``, then ``then``, neighbours apart; one of ``then`` comes earlier only to part two of one skill."""
    rest, later = list(first), list(then)
    apart: list[Candidate] = []
    while rest or later:
        now = rest or later
        at = _other(now, apart[-1]) if apart else 0
        if at is None and now is rest and later:
            now, at = later, _other(later, apart[-1])
        if at is None:
            now, at = rest or later, 0
        apart.append(now.pop(at))
    return apart


def _other(ordered: Sequence[Candidate], last: Candidate) -> int | None:
    """Where the first one stands that is of another area, or else of another skill."""
    for at, each in enumerate(ordered):
        if each.area != last.area:
            return at
    return next((at for at, each in enumerate(ordered) if each.skill != last.skill), None)
