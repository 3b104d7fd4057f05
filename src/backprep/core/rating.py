"""The four ratings, and the one rule that turns a mark into one."""

from enum import IntEnum

from backprep.core.mark import Mark

PARTLY = 0.5
"""The share from which a partial answer counts as hard and no longer as again."""
WELL = 0.8
"""The share from which an answer that is not complete counts as good."""


class Rating(IntEnum):
    """How well an answer came, worst first. The numbers are stored and stay."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def label(self) -> str:
        """The word for it."""
        return self.name.lower()


ANCHORS: dict[Rating, str] = {
    Rating.AGAIN: "I could not have said it",
    Rating.HARD: "I got there, with gaps or much effort",
    Rating.GOOD: "I said it, with some thought",
    Rating.EASY: "I said it at once, and could teach it",
}


def suggest(mark: Mark) -> Rating:
    """Right is good, wrong is again; in between the share decides: from a half on hard, from four fifths on good.

    A mark that is capped (a point was missed that an interviewer insists on) is never better than hard.
    """
    if mark.right:
        return Rating.GOOD
    if mark.score < PARTLY:
        return Rating.AGAIN
    if mark.capped or mark.score < WELL:
        return Rating.HARD
    return Rating.GOOD
