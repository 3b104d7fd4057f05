"""A session as a process of its own, for tests that end it: records answers, and says so after each."""

import sys
from pathlib import Path

from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.core.bookmark import bookmark
from backprep.core.instant import Instant
from backprep.core.session import Session
from faults.files import review


def main(file: str, first: int, last: int) -> None:
    """Records reviews from the first number to the last."""
    progress = SqliteProgress(Path(file))
    for number in range(first, last + 1):
        session = Session("s", "quiz", tuple(f"q{each}" for each in range(20)), 10)
        progress.record(review(number), bookmark=bookmark(session, 7, Instant(number)))
        sys.stdout.write(f"kept {number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
