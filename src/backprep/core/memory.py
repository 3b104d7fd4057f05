"""The memory of one question: FSRS-6, the model that Anki runs (the library ``fsrs-rs-python``, imported only here).

The model: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
"""

from collections.abc import Sequence
from dataclasses import dataclass

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, MemoryState

from backprep.core.rating import Rating

DEFAULTS: tuple[float, ...] = tuple(DEFAULT_PARAMETERS)
"""The parameters for somebody of whom nothing is known yet."""
_DECAY = 20  # where among the parameters the shape of forgetting stands


@dataclass(frozen=True, slots=True)
class Memory:
    """``stability``: the days after which recall has fallen to 90 %; ``difficulty``: from 1 to 10."""

    stability: float
    difficulty: float


@dataclass(frozen=True, slots=True)
class Prospect:
    """What one rating would lead to: the memory, and the days until recall falls to what is desired."""

    memory: Memory
    interval: float


class Model:
    """Memories before and after reviews. Days are whole study days; a review on the same day has 0."""

    def __init__(self, parameters: Sequence[float] = DEFAULTS) -> None:
        self.parameters = tuple(parameters)
        self._engine = FSRS(list(parameters))
        self._decay = -self.parameters[_DECAY]
        self._factor = 0.9 ** (1 / self._decay) - 1

    def after(self, memory: Memory | None, days: int, rating: Rating) -> Memory:
        """The memory after a review ``days`` after the last one; None stands for a question never met."""
        state = MemoryState(memory.stability, memory.difficulty) if memory else None
        return _memory(getattr(self._engine.next_states(state, 0.9, days), rating.label).memory)

    def run(self, reviews: Sequence[tuple[int, int]]) -> Memory:
        """The memory after reviews of one question, given as days since the one before, and rating (1 to 4)."""
        state = None
        advance = self._engine.next_states
        for days, rating in reviews:
            states = advance(state, 0.9, days)
            if rating == 3:
                state = states.good.memory
            elif rating == 1:
                state = states.again.memory
            elif rating == 2:
                state = states.hard.memory
            else:
                state = states.easy.memory
        if state is None:
            raise ValueError("no reviews, no memory")
        return _memory(state)

    def prospects(self, memory: Memory | None, days: int, retention: float) -> dict[Rating, Prospect]:
        """What each rating would lead to, ``days`` after the last review, for a desired retention (0 to 1)."""
        state = MemoryState(memory.stability, memory.difficulty) if memory else None
        states = self._engine.next_states(state, retention, days)
        each = (states.again, states.hard, states.good, states.easy)
        return {rating: Prospect(_memory(one.memory), one.interval) for rating, one in zip(Rating, each, strict=True)}

    def interval(self, memory: Memory, retention: float) -> float:
        """The days until recall falls to a desired retention (0 to 1)."""
        days: float = memory.stability / self._factor * (retention ** (1 / self._decay) - 1)
        return days

    def recall(self, memory: Memory, days: float) -> float:
        """Retrievability: the probability (0 to 1) of recall, ``days`` after the last review."""
        return self.curve(days / memory.stability)

    def curve(self, passed: float) -> float:
        """Recall when ``passed`` times as many days have passed as the stability has.

        The power forgetting curve of FSRS-6: (1 + factor · passed) ^ decay, with the factor such that recall is 0.9
        when as many days have passed as the stability has.
        """
        recall: float = (1 + self._factor * passed) ** self._decay
        return recall


def _memory(state: MemoryState) -> Memory:
    return Memory(state.stability, state.difficulty)


def fit(histories: Sequence[Sequence[tuple[int, int]]], parameters: Sequence[float] = DEFAULTS) -> tuple[float, ...]:
    """The parameters that fit some histories best, by the engine's own optimiser (it starts from its defaults).

    Each history is that of one question up to a review that came a day or more after the one before: days since the
    review before, and rating. The same histories give the same parameters.
    """
    from fsrs_rs_python import FSRSItem, FSRSReview

    items = [FSRSItem([FSRSReview(rating, days) for days, rating in history]) for history in histories]
    return tuple(FSRS(list(parameters)).compute_parameters(items))
