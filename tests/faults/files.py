"""Progress files for tests that break them."""

from pathlib import Path

from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Chosen, LogEntry, Note, Paper, Reset, Retraction, Review

DAY = 86_400_000


def review(number: int, reply: str | None = None) -> Review:
    """A review, one an hour."""
    return Review(
        id=f"01900000-0000-7000-8000-{number:012d}",
        session=f"session-{number // 10}",
        session_kind="cram" if number % 11 == 10 else "quiz",
        question=f"question-{number % 23}",
        content="0123456789abcdef",
        at=Instant(1_700_000_000_000 + number * 3_600_000, 3600),
        rating=Rating(1 + number % 4),
        score=(number % 5) / 4,
        took=1000 + number,
        confidence=None,
        reply=reply,
        skill="python/typing",
    )


def entries(count: int) -> list[LogEntry]:
    """So many reviews, some with long typed replies, and a few of everything else."""
    log: list[LogEntry] = [review(at, "long " * 2_500 if at % 40 == 7 else None) for at in range(count)]
    at = Instant(1_800_000_000_000, 3600)
    log += [
        Retraction(id=f"01900000-0000-7000-8001-{at_:012d}", review=review(at_).id, at=at)
        for at_ in range(0, count, 17)
    ]
    log += [
        Reset(id="01900000-0000-7000-8002-000000000000", question="question-3", at=Instant(1_700_100_000_000)),
        Chosen(id="01900000-0000-7000-8003-000000000000", setting="retention", at=at, value="0.85"),
        Chosen(id="01900000-0000-7000-8003-000000000001", setting="new-a-day", at=at, value=None),
        Note(id="01900000-0000-7000-8004-000000000000", question="story", at=at, text="My own words."),
        Paper(id="01900000-0000-7000-8005-000000000000", sort="story", subject="0190", at=at, body='"told"' * 1_500),
    ]
    return log


def filled(file: Path, count: int = 200) -> list[LogEntry]:
    """Makes a progress file; returns what is in it."""
    log = entries(count)
    progress = SqliteProgress(file)
    progress.merge(log)
    log = list(progress.log())
    progress.close()
    return log
