"""Identities and seeds."""

import os
import time


class RandomIds:
    """UUIDs of version 7, rising within the process even when the clock does not."""

    def __init__(self) -> None:
        self._last = 0

    def new(self) -> str:
        """RFC 9562, section 5.7; ``rand_a`` and ``rand_b`` are one counter that starts at random (6.2, method 2)."""
        random = int.from_bytes(os.urandom(10)) >> 6  # 74 bits
        value = (time.time_ns() // 1_000_000) << 74 | random
        self._last = value = max(value, self._last + 1)
        milliseconds, counter = value >> 74, value & ((1 << 74) - 1)
        number = milliseconds << 80 | 0x7 << 76 | (counter >> 62) << 64 | 0b10 << 62 | counter & ((1 << 62) - 1)
        text = f"{number:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def seed(self) -> int:
        """63 random bits."""
        return int.from_bytes(os.urandom(8)) >> 1
