"""A conversation with the plain desk."""

from dataclasses import replace
from io import StringIO
from typing import Any

from backprep.ui.plain_desk import PlainDesk
from ui.samples import asking, example

ASKED_AGAIN = "That does not fit here."


class Talk:
    """A desk that has so many lines to read, and what it said."""

    def __init__(self, *lines: str, echo: bool = False) -> None:
        self.out = StringIO()
        self.desk = PlainDesk(StringIO("".join(f"{line}\n" for line in lines)), self.out, echo=echo)

    @property
    def said(self) -> str:
        """Everything that was written."""
        return self.out.getvalue()

    @property
    def plain(self) -> str:
        """The same on one line."""
        return " ".join(self.said.split())


def screen_of(gesture: Any) -> Any:
    """A question that is asked with just that gesture."""
    screen = asking(example("open"))
    return replace(screen, presented=replace(screen.presented, gesture=gesture))
