"""Two sessions at once, a full disk, a place that cannot be written: nothing is lost, and it is said in words."""

import resource
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.app.errors import ProgressError
from backprep.core.review import LogEntry
from faults.files import filled, review
from faults.tracing import child, kept


def test_two_sessions_at_once_lose_nothing(tmp_path: Path) -> None:
    """Two processes write to one new file as fast as they can: both finish, and every answer of both is there."""
    file = tmp_path / "progress.sqlite3"
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(lambda first: child(file, first, first + 59), (1, 101, 201)))
    assert [kept(each) for each in done] == [60, 160, 260], [each.stderr for each in done]
    progress = SqliteProgress(file)
    expected = {review(first + at).id for first in (1, 101, 201) for at in range(60)}
    assert {each.id for each in progress.log()} == expected
    assert progress.faults() == []
    progress.close()


def test_a_full_disk_costs_at_most_the_answer_in_flight(tmp_path: Path) -> None:
    """When no more can be written the answer is refused in words; what came before is there, in a sound file."""
    file = tmp_path / "progress.sqlite3"
    filled(file, 20)
    progress = SqliteProgress(file)
    before = list(progress.log())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size, hard))
    written: list[LogEntry] = []

    def go_on() -> None:
        for number in range(1_000, 2_000):
            progress.record(review(number, "a long reply " * 50))
            written.append(review(number, "a long reply " * 50))

    try:
        with pytest.raises(ProgressError) as caught:
            go_on()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert "full" in caught.value.what or "cannot be used" in caught.value.what
    assert caught.value.mend
    assert sorted(progress.log(), key=lambda each: each.id) == sorted(before + written, key=lambda each: each.id)
    assert progress.faults() == []
    progress.record(review(3_000))
    progress.close()
