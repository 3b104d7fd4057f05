"""A moment, with the zone that the person was in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """``ms`` since 1970-01-01 UTC, and the zone's offset from UTC in seconds, east positive."""

    ms: int
    zone: int = 0
