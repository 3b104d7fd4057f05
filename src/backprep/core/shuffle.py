"""Shuffling that is the same for ever for the same seed, on every machine and version of Python.

The generator is SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014,
figure 17); the shuffle is Fisher and Yates's, as Durstenfeld gave it (CACM 7(7), 1964, algorithm 235).
"""

from collections.abc import Iterator
from zlib import crc32

_MASK = (1 << 64) - 1


def mixed(seed: int, *words: str | int) -> int:
    """A number of 64 bits out of a seed and what it is to be used for."""
    state = seed & _MASK
    for word in words:
        state = _step(state ^ crc32(str(word).encode()))
    return _step(state)


def _step(state: int) -> int:
    state = (state + 0x9E3779B97F4A7C15) & _MASK
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & _MASK
    return state ^ (state >> 31)


def _numbers(seed: int) -> Iterator[int]:
    state = seed & _MASK
    while True:
        yield _step(state)
        state = (state + 0x9E3779B97F4A7C15) & _MASK


def shuffled(count: int, seed: int) -> tuple[int, ...]:
    """The numbers below ``count`` in an order that depends on nothing but the seed."""
    order = list(range(count))
    numbers = _numbers(seed)
    for last in range(count - 1, 0, -1):
        # The bias of a remainder is below count / 2**64.
        other = next(numbers) % (last + 1)
        order[last], order[other] = order[other], order[last]
    return tuple(order)


def scrambled(count: int, seed: int) -> tuple[int, ...]:
    """Like ``shuffled``, but never the order that it began with (unless there is no other)."""
    order = shuffled(count, seed)
    if count > 1 and order == tuple(range(count)):
        return (*order[1:], order[0])
    return order
