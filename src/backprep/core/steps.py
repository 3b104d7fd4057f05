"""How long a question waits until it is asked again, as a value. A session needs no memory model for it."""

from dataclasses import dataclass

STEP = 10 * 60_000
"""Milliseconds until a question that was failed is asked again."""
AHEAD = 20 * 60_000
"""Milliseconds by which such a repeat may come early when nothing else is left to ask."""


@dataclass(frozen=True, slots=True)
class Delay:
    """How long until a question comes back: days, or minutes on the same day (``days`` is 0)."""

    days: int
    minutes: int = 0

    def __str__(self) -> str:
        if not self.days:
            return f"<{self.minutes}m"
        if self.days < 60:
            return f"{self.days}d"
        return f"{self.days / 30.4375:.1f}mo" if self.days < 365 else f"{self.days / 365.25:.1f}y"

    @property
    def words(self) -> str:
        """The same in words."""
        if not self.days:
            return f"{self.minutes} minutes"
        if self.days < 60:
            return f"{self.days} day{'s' * (self.days != 1)}"
        return f"{self.days / 30.4375:.1f} months" if self.days < 365 else f"{self.days / 365.25:.1f} years"
