"""A person made of a list of replies."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from backprep.app.screens import (
    Asking,
    Asks,
    Fronting,
    Judging,
    Notice,
    Paused,
    Planning,
    Revealing,
    Saying,
    Ticking,
)
from backprep.core.rating import Rating
from backprep.core.reply import Reply, Wish

T = TypeVar("T")
Scripted = Reply | Wish | Rating | type[BaseException] | Callable[[Any], Reply | Wish]


class ScriptedDesk:
    """Gives the scripted replies in turn, and remembers every screen. When they run out, the person leaves.

    A reveal is answered with ``NEXT`` unless the script's next entry is marked for it by ``on_reveal``.
    """

    def __init__(
        self, replies: Sequence[Scripted] = (), on_reveal: Sequence[Rating | Wish | type[BaseException]] = ()
    ) -> None:
        self.replies = list(replies)
        self.on_reveal = list(on_reveal)
        self.sure: list[int | Wish] = []
        self.held: list[Wish] = []
        self.judged: list[int | Wish] = []
        self.screens: list[object] = []

    def ask(self, screen: Asking) -> Any:
        """The next reply."""
        return self._next(screen)

    def confide(self, screen: Asking) -> Any:
        """The next of the steps that it was given; certain when there is none."""
        return self.sure.pop(0) if self.sure else 4

    def tick(self, screen: Ticking) -> Any:
        """The next reply."""
        return self._next(screen)

    def reveal(self, screen: Revealing) -> Rating | Wish:
        """Goes on, or does what the script for reveals says."""
        self.screens.append(screen)
        wish = self.on_reveal.pop(0) if self.on_reveal else Wish.NEXT
        if isinstance(wish, type):
            raise wish
        return wish

    def front(self, screen: Fronting) -> Any:
        """The next reply."""
        return self._next(screen)

    def back(self, screen: Fronting) -> Any:
        """The next reply."""
        return self._next(screen)

    def hold(self, screen: Planning | Paused | Asks) -> Wish:
        """Goes on, unless it was told otherwise."""
        self.screens.append(screen)
        return self.held.pop(0) if self.held else Wish.NEXT

    def say(self, screen: Saying) -> Any:
        """The next reply."""
        return self._next(screen)

    def judge(self, screen: Judging) -> int | Wish:
        """The next of the steps that it was given; 3 when there is none."""
        self.screens.append(screen)
        return self.judged.pop(0) if self.judged else 3

    def notice(self, notice: Notice) -> None:
        """Remembers it."""
        self.screens.append(notice)

    def seen(self, kind: type[T]) -> list[T]:
        """The screens of one kind."""
        return [screen for screen in self.screens if isinstance(screen, kind)]

    def _next(self, screen: Asking | Fronting | Ticking | Saying) -> Any:
        self.screens.append(screen)
        reply: Any = self.replies.pop(0) if self.replies else Wish.LEAVE
        if isinstance(reply, type):
            raise reply
        return reply(screen) if callable(reply) else reply
