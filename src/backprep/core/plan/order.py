"""In which order questions deserve the person's time today."""

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from backprep.core.plan.learner import Learner
from backprep.core.plan.worth import Outlook, Place, Unmet, Worths, class_of, glance, level, look, place

FILLED = 1.1
"""The share of the time left that the plan fills: some always goes elsewhere."""
PROBES = 3
ENOUGH = 30
"""As long as fewer repeats than ``ENOUGH`` tell how the person forgets, a day begins with ``PROBES`` of them."""
_SAMPLE = 160
"""Questions by which the price is found, at most."""
_CHEAP, _DEAR, _HALVINGS = 1e-6, 0.3, 11


class Known(NamedTuple):
    """A question that was answered: its memory, days since the last answer (0: today), and how many there were."""

    stability: float
    difficulty: float
    days: int
    times: int


class Item(NamedTuple):
    """A question to choose from. ``weight``: how much it counts on the day; ``seconds``: what it takes this person."""

    id: str
    weight: float
    seconds: float
    known: Known | None


class Ranked(NamedTuple):
    """A question in its place: ``worth`` the recall on the day that a second on it brings, ``planned`` whether there is
    room for it at all; ``probe``: it comes first because it shows how the person forgets.
    """

    id: str
    worth: float
    planned: bool
    probe: bool = False


def order(items: Sequence[Item], left: int, seconds: float, learner: Learner, worths: Worths) -> list[Ranked]:
    """Questions, the one first that deserves the next minute. Those that were answered today are left out.

    ``left``: days until the interview (1 or more); ``seconds``: the time for study until then, today's included.
    """
    worth = worths.of(learner)
    unmet = worth.unmet(left, learner.first)
    open_ = [each for each in items if each.known is None or each.known.days > 0]
    classes = {class_of(each.known.times) for each in open_ if each.known}
    outlooks = {times: worth.outlook(left, times) for times in classes}
    price = _price(_needs(open_, unmet, outlooks), len(open_), seconds * FILLED)
    planned: list[Ranked] = []
    rest: list[Ranked] = []
    fresh: dict[str, float] = {}
    levels: dict[float, tuple[int, float]] = {}
    for name, weight, takes, known in open_:
        ratio = takes / weight
        cost = price * ratio
        # Most questions share what they take and count with many others.
        cheap, dear = levels.get(ratio) or levels.setdefault(ratio, level(cost))
        at = cheap + (dear >= 0.5)
        if known is None:
            haste, gain = _of(unmet.haste, (cheap, dear)), unmet.gain[at]
        else:
            where = place(*known)
            outlook = outlooks[where.times]
            haste = glance(outlook.haste, where, at)
            # Nothing has more haste than worth, so that the second look is seldom needed.
            gain = haste if haste >= cost else glance(outlook.gain, where, at)
        if gain < cost:
            rest.append(Ranked(name, haste / ratio, False))
            continue
        planned.append(Ranked(name, haste / ratio, True))
        if known is None:
            fresh[name] = gain / ratio
    planned.sort(key=_WORTH, reverse=True)
    rest.sort(key=_WORTH, reverse=True)
    _most_first(planned, fresh)
    ranked = planned + rest
    return _probing(ranked, {each.id for each in open_ if each.known}) if learner.seen < ENOUGH else ranked


_WORTH = attrgetter("worth")


def _most_first(ranked: list[Ranked], gains: Mapping[str, float]) -> None:
    """Lets the planned new questions take their places in the order of what they add, the most first.

    When each of them is met makes little difference to the day, as all of them will be: haste alone would begin with
    those that count least, to which it harms least to be forgotten. But a day may be missed.
    """
    places = [at for at, each in enumerate(ranked) if each.id in gains]
    new = sorted((ranked[at] for at in places), key=lambda each: -gains[each.id])
    for at, each in zip(places, new, strict=True):
        ranked[at] = each


def _needs(items: Sequence[Item], unmet: Unmet, outlooks: Mapping[int, Outlook]) -> Callable[[float, int], float]:
    """Seconds until the interview that the best plan for an item takes, at a price."""
    places: dict[int, Place] = {}

    def need(price: float, at: int) -> float:
        each = items[at]
        cost = level(price * each.seconds / each.weight)
        if each.known is None:
            return each.seconds * _of(unmet.need, cost)
        where = places.get(at) or places.setdefault(at, place(*each.known))
        return each.seconds * look(outlooks[where.times].need, where, cost)

    return need


def _of(values: Sequence[float], price: tuple[int, float]) -> float:
    cheap, dear = price
    return (1 - dear) * values[cheap] + dear * values[cheap + 1]


def _price(need: Callable[[float, int], float], count: int, seconds: float) -> float:
    """The recall that a second must bring, so that what is worth it just fills the time."""
    step = max(1, -(-count // _SAMPLE))
    sample = range(0, count, step)
    share = len(sample) / max(count, 1)
    low, high = _CHEAP, _DEAR
    for _ in range(_HALVINGS):
        price = (low * high) ** 0.5
        if sum(need(price, at) for at in sample) > seconds * share:
            low = price
        else:
            high = price
    return high


def _probing(ranked: Sequence[Ranked], met: Set[str]) -> list[Ranked]:
    probes = list(islice((each for each in ranked if each.id in met and each.worth > 0), PROBES))
    first = {each.id for each in probes}
    return [*(each._replace(probe=True) for each in probes), *(each for each in ranked if each.id not in first)]
