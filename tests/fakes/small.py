"""A clock that is set by hand, identities that count, an editor that types what it was told to."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from backprep.app.errors import EditorError
from backprep.core.instant import Instant


@dataclass
class SetClock:
    """Moves on by ``step`` milliseconds each time that it is looked at."""

    ms: int = 1_800_000_000_000
    zone: int = 3600
    step: int = 0

    def now(self) -> Instant:
        """The time, before it moves on."""
        seen = Instant(self.ms, self.zone)
        self.ms += self.step
        return seen


@dataclass
class CountedIds:
    """Identities 1, 2, 3 …, and always the same seed."""

    count: int = 0

    def new(self) -> str:
        """The next identity."""
        self.count += 1
        return f"id-{self.count:06d}"

    def seed(self) -> int:
        """Seven."""
        return 7


@dataclass
class FakeEditor:
    """Returns the given texts one after the other; fails when there is none left."""

    texts: list[str] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)
    begun_with: list[str] = field(default_factory=list)

    def edit(self, text: str) -> str:
        """The next text."""
        return self.compose(text, "")

    def compose(self, text: str, hint: str) -> str:
        """The next text."""
        self.begun_with.append(text)
        if not self.texts:
            raise EditorError("there is no text editor", mend="Set EDITOR to the command that starts yours.")
        return self.texts.pop(0)

    def open_at(self, path: str, line: int) -> None:
        """Remembers what was opened."""
        self.opened.append((path, line))


def firsts(things: Sequence[tuple[str, object]]) -> list[str]:
    """The first of each pair."""
    return [first for first, _ in things]
