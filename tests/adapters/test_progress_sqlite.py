"""The progress file, as a real SQLite file."""

import contextlib
import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprep.adapters.progress_schema import APPLICATION_ID
from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.app.errors import ProgressError
from backprep.core.bookmark import Bookmark
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Chosen, LogEntry, Note, Paper, Reset, Retraction, Review
from backprep.core.session import Answer, Repeat
from fakes import MemoryProgress

RIGHTS = "the rights of a file say nothing to the administrator"


def review(number: int, question: str = "cap-theorem", rating: Rating = Rating.GOOD, ms: int | None = None) -> Review:
    """A review that differs from others in its number."""
    return Review(
        id=f"review-{number:04d}",
        session="session",
        session_kind="quiz",
        question=question,
        content="hash",
        at=Instant(1_000 * number if ms is None else ms, 3600),
        rating=rating,
        score=0.5,
        took=1500,
        confidence=2,
        reply="typed ✓",
        skill="distributed-systems-scaling/cap-pacelc",
    )


def short(progress: SqliteProgress, question: str) -> tuple[int, int, Rating] | None:
    """How often a question was answered, when it was last, and how."""
    each = progress.standing(question)
    return (each.times, each.last_at, each.last_rating) if each else None


def note(number: int, text: str, at: Instant) -> Note:
    """A version of the note on one story."""
    return Note(id=f"note-{number}", question="story", at=at, text=text)


def paper(number: int, subject: str, at: Instant, body: str = "{}") -> Paper:
    """An answer of an interview."""
    return Paper(id=f"paper-{number}", sort="mock-answer", subject=subject, at=at, body=body)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the file will be: in a folder that is not there yet."""
    return tmp_path / "new" / "progress.sqlite3"


@pytest.fixture
def progress(file: Path) -> Iterator[SqliteProgress]:
    """A progress file that is closed after the test."""
    opened = SqliteProgress(file)
    yield opened
    opened.close()


def test_what_was_recorded_is_read_back_by_another_process(progress: SqliteProgress, file: Path) -> None:
    """Every field of a review survives, also those that are empty."""
    bare = Review(
        id="review-0002",
        session="s",
        session_kind="cards",
        question="q",
        content="c",
        at=Instant(2_000, -18_000),
        rating=Rating.EASY,
        score=None,
        took=0,
    )
    progress.record(review(1))
    progress.record(bare)
    other = SqliteProgress(file)
    assert list(other.reviews()) == [review(1), bare]
    other.close()


def test_looking_makes_no_file(progress: SqliteProgress, file: Path) -> None:
    """Who has answered nothing has no progress file, and that is no error."""
    assert list(progress.reviews()) == []
    assert progress.standing("cap-theorem") is None
    assert progress.note("cap-theorem") is None
    progress.verify()
    assert not file.exists()


def test_standing_follows_the_last_answer(progress: SqliteProgress) -> None:
    """How a question stands is its last answer, and how many there were."""
    progress.record(review(1, rating=Rating.AGAIN))
    progress.record(review(2, rating=Rating.EASY))
    assert short(progress, "cap-theorem") == (2, 2_000, Rating.EASY)


def test_a_retraction_takes_back_without_deleting(progress: SqliteProgress, file: Path) -> None:
    """The review counts no more, and is still in the log."""
    progress.record(review(1, rating=Rating.AGAIN))
    progress.record(review(2))
    progress.record(Retraction(id="r", review="review-0002", at=Instant(3_000)))
    assert short(progress, "cap-theorem") == (1, 1_000, Rating.AGAIN)
    db = sqlite3.connect(file)
    assert db.execute("SELECT count(*) FROM review").fetchone() == (2,)
    db.close()


def test_only_what_is_there_can_be_taken_back(progress: SqliteProgress) -> None:
    """A retraction of nothing is refused."""
    progress.record(review(1))
    with pytest.raises(ProgressError, match="no such answer"):
        progress.record(Retraction(id="r", review="nothing", at=Instant(1)))


def test_a_refused_review_leaves_nothing_behind(progress: SqliteProgress) -> None:
    """The same review twice is an error, and the standing is as before."""
    progress.record(review(1))
    with pytest.raises(ProgressError):
        progress.record(review(1))
    assert short(progress, "cap-theorem") == (1, 1_000, Rating.GOOD)
    progress.record(review(2))
    assert len(list(progress.reviews())) == 2


def test_notes_keep_their_newest_version(progress: SqliteProgress) -> None:
    """A new version replaces the old one; an empty one means none."""
    progress.record(note(1, "first", Instant(1)))
    progress.record(note(2, "second", Instant(1)))
    assert progress.note("story") == "second"
    progress.record(note(3, "", Instant(2)))
    assert progress.note("story") is None


def test_an_answer_is_on_the_disk_when_it_is_acknowledged(progress: SqliteProgress, file: Path) -> None:
    """One file, no journal beside it, and the promise that a power cut takes nothing."""
    progress.record(review(1))
    assert [each.name for each in file.parent.iterdir()] == ["progress.sqlite3"]
    db = progress.file.reading()
    assert db is not None
    assert db.execute("PRAGMA synchronous").fetchone() == (3,)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_newer_file_is_refused_and_left_alone(file: Path) -> None:
    """An old program says that it is old, and writes nothing."""
    file.parent.mkdir()
    db = sqlite3.connect(file)
    db.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 999; CREATE TABLE x (y)")
    db.close()
    before = file.read_bytes()
    with pytest.raises(ProgressError, match="newer backprep"):
        SqliteProgress(file).verify()
    assert file.read_bytes() == before


def test_two_programs_at_once_lose_nothing(file: Path) -> None:
    """Two sessions on one file: both write, and both see everything."""
    one, two = SqliteProgress(file), SqliteProgress(file)
    for number in range(10):
        (one if number % 2 else two).record(review(number))
    assert len(list(one.reviews())) == len(list(two.reviews())) == 10
    one.close()
    two.close()


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    """Where a file stands in the way of the folder, the error says what to do."""
    (tmp_path / "wall").write_text("")
    with pytest.raises(ProgressError) as caught:
        SqliteProgress(tmp_path / "wall" / "progress.sqlite3").record(review(1))
    assert caught.value.where == str(tmp_path / "wall" / "progress.sqlite3")
    assert caught.value.mend


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_the_file_and_a_plain_list_agree(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever is answered and taken back, in whatever order of time: the derived standing is that of the log."""
    with contextlib.closing(SqliteProgress(tmp_path_factory.mktemp("p") / "progress.sqlite3")) as real:
        plain = MemoryProgress()
        questions = ["a", "b"]
        taken = st.tuples(st.sampled_from(questions), st.sampled_from(list(Rating)), st.integers(0, 5))
        for number, (question, rating, ms) in enumerate(data.draw(st.lists(taken, min_size=1, max_size=8))):
            each = review(number, question, rating, ms)
            real.record(each)
            plain.record(each)
            if data.draw(st.booleans()):
                undone = Retraction(
                    id=f"r{number}", review=f"review-{data.draw(st.integers(0, number)):04d}", at=Instant(9)
                )
                real.record(undone)
                plain.record(undone)
        for question in questions:
            assert real.standing(question) == plain.standing(question)
        assert list(real.reviews()) == list(plain.reviews())


def test_the_file_belongs_to_the_person(progress: SqliteProgress, file: Path) -> None:
    """What somebody typed in private is not readable by everybody on the machine."""
    progress.record(review(1))
    assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0


STAMPS = st.builds(Instant, st.integers(0, 3), st.sampled_from([-18_000, 0, 20_700]))
ENTRIES: st.SearchStrategy[LogEntry] = st.one_of(
    st.builds(
        lambda number, question, rating, at: replace(review(number, question, rating), at=at),
        st.integers(0, 6),
        st.sampled_from(["a", "b"]),
        st.sampled_from(list(Rating)),
        STAMPS,
    ),
    st.builds(
        lambda number, of, at: Retraction(id=f"r{number}", review=of, at=at),
        st.integers(0, 3),
        st.one_of(
            st.integers(0, 6).map(lambda of: f"review-{of:04d}"), st.sampled_from(["reset-0", "chosen-0", "mock-0"])
        ),
        STAMPS,
    ),
    st.builds(
        lambda number, of, at: Reset(id=f"reset-{number}", question=of, at=at),
        st.integers(0, 1),
        st.sampled_from(["a", "b"]),
        STAMPS,
    ),
    st.builds(
        lambda number, value, at: Chosen(id=f"chosen-{number}", setting="retention", value=value, at=at),
        st.integers(0, 2),
        st.sampled_from(["0.8", "0.95", "nonsense", None]),
        STAMPS,
    ),
    st.builds(lambda number, text, at: note(number, text, at), st.integers(0, 3), st.text(max_size=3), STAMPS),
    st.builds(lambda number, of, at: paper(number, f"mock-{of}", at), st.integers(0, 3), st.integers(0, 1), STAMPS),
)


def one_of_each_id(entries: list[LogEntry]) -> list[LogEntry]:
    """An identity stands for one entry, on whatever machine."""
    return list({(type(each), each.id): each for each in entries}.values())


def state(progress: SqliteProgress) -> tuple[object, ...]:
    """All that can be seen of a file: the log, what counts of it, and what is derived."""
    standings = [progress.standing(question) for question in ("a", "b")]
    chosen = progress.settings().chosen
    return list(progress.log()), list(progress.reviews()), standings, progress.note("story"), progress.last(), chosen


@settings(max_examples=25, deadline=None)
@given(entries=st.lists(ENTRIES, max_size=10).map(one_of_each_id), data=st.data())
def test_machines_that_exchange_logs_agree(
    entries: list[LogEntry], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whoever gets which entries first, in whatever order and how often: in the end all files say the same."""
    folder = tmp_path_factory.mktemp("machines")
    halves = [[each for each in entries if data.draw(st.booleans())] for _ in range(2)]
    files = [SqliteProgress(folder / f"{name}.sqlite3") for name in ("one", "other", "whole")]
    try:
        files[0].merge(halves[0])
        files[1].merge(data.draw(st.permutations(halves[1])))
        files[0].merge(list(files[1].log()))
        files[1].merge(list(files[0].log()))
        files[2].merge(one_of_each_id(halves[0] + halves[1]))
        assert state(files[0]) == state(files[1]) == state(files[2])
        assert files[0].merge(list(files[1].log())) == 0
        assert state(files[0]) == state(files[1])
    finally:
        for each in files:
            each.close()


def test_papers_are_read_by_sort_and_subject(progress: SqliteProgress) -> None:
    """Oldest first, whatever the order in which they came."""
    assert list(progress.papers("mock-answer")) == []
    one, two, other = paper(1, "a", Instant(5)), paper(2, "a", Instant(3)), paper(3, "b", Instant(4))
    plan = Paper(id="paper-4", sort="mock", subject="a", at=Instant(1), body="[]")
    progress.record(one, two, other, plan)
    assert list(progress.papers("mock-answer")) == [two, other, one]
    assert list(progress.papers("mock-answer", "a")) == [two, one]
    assert list(progress.papers("mock", "a")) == [plan]


def test_what_was_said_leaves_the_file_for_good(progress: SqliteProgress, file: Path) -> None:
    """A retracted subject takes its papers with it, to the last byte, and an older log brings none of them back."""
    said = paper(1, "a", Instant(1), body='"what I said about my old boss" ' * 300)
    kept = paper(2, "b", Instant(2))
    progress.record(said, kept)
    progress.record(Retraction(id="r", review="a", at=Instant(3)))
    assert list(progress.papers("mock-answer")) == [kept]
    progress.close()
    assert b"my old boss" not in file.read_bytes()
    again = SqliteProgress(file)
    assert again.merge([said]) == 0
    assert list(again.papers("mock-answer")) == [kept]
    again.close()


def test_a_merge_is_whole_or_not_at_all(progress: SqliteProgress) -> None:
    """One entry that cannot be stored leaves the file as it was."""
    progress.record(review(1))
    with pytest.raises(ProgressError):
        progress.merge([review(2), replace(review(3), took=-1)])
    assert list(progress.log()) == [review(1)]


def test_the_last_answer_is_the_newest_that_counts(progress: SqliteProgress) -> None:
    """What was taken back is not the last any more."""
    assert progress.last() is None
    progress.record(review(1))
    progress.record(review(2))
    assert progress.last() == review(2)
    progress.record(Retraction(id="r", review="review-0002", at=Instant(3_000)))
    assert progress.last() == review(1)


def test_who_cannot_save_is_told_before_answering(tmp_path: Path, progress: SqliteProgress, file: Path) -> None:
    """A place where no file can be made is found out without trying; a good one is left without a trace."""
    progress.ready()
    assert not file.parent.exists()
    (tmp_path / "wall").write_text("")
    with pytest.raises(ProgressError, match="cannot be written"):
        SqliteProgress(tmp_path / "wall" / "progress.sqlite3").ready()


def test_the_doctor_finds_what_does_not_follow_from_the_log(progress: SqliteProgress, file: Path) -> None:
    """Standings that were tampered with are named; rebuilding mends them; looking changes nothing."""
    progress.record(review(1))
    progress.record(review(2, "other", Rating.AGAIN))
    assert progress.faults() == []
    db = sqlite3.connect(file)
    db.execute("UPDATE standing SET times = 7 WHERE question = 'other'")
    db.execute("INSERT INTO standing SELECT 'ghost', 1, 1, 1, 1, 1, NULL, 'c', 1.0, 1.0, 0, 1, NULL")
    db.commit()
    db.close()
    found = [
        "the standing of ghost does not follow from the answers",
        "the standing of other does not follow from the answers",
    ]
    assert progress.faults() == found
    assert progress.faults() == found
    assert progress.rebuild() == 2
    assert progress.faults() == []
    assert short(progress, "other") == (1, 2_000, Rating.AGAIN)


def test_a_damaged_page_is_found(progress: SqliteProgress, file: Path) -> None:
    """A file that was written over in the middle is not taken for a good one."""
    for number in range(200):
        progress.record(review(number, f"question-{number}"))
    progress.close()
    whole = bytearray(file.read_bytes())
    whole[8192 : 8192 + 2048] = b"x" * 2048
    file.write_bytes(whole)
    broken = SqliteProgress(file)
    try:
        found = broken.faults()
    except ProgressError as error:
        found = [error.what]
    finally:
        broken.close()
    assert found


def test_a_backup_is_a_whole_file(progress: SqliteProgress, tmp_path: Path) -> None:
    """It opens by itself, holds everything, is the person's alone, and never replaces a file."""
    copy = tmp_path / "copy.sqlite3"
    with pytest.raises(ProgressError, match="nothing to back up"):
        progress.back_up(copy)
    progress.record(review(1))
    progress.back_up(copy)
    other = SqliteProgress(copy)
    assert list(other.log()) == [review(1)]
    assert other.faults() == []
    other.close()
    assert stat.S_IMODE(copy.stat().st_mode) & 0o077 == 0
    with pytest.raises(ProgressError, match="there already"):
        progress.back_up(copy)


@settings(max_examples=20, deadline=None)
@given(entries=st.lists(ENTRIES, max_size=12).map(one_of_each_id))
def test_deriving_all_at_once_is_deriving_one_by_one(
    entries: list[LogEntry], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever was recorded, rebuilding changes nothing that can be seen."""
    real = SqliteProgress(tmp_path_factory.mktemp("p") / "progress.sqlite3")
    try:
        real.merge(entries)
        before = state(real)
        assert real.faults() == []
        real.rebuild()
        assert state(real) == before
    finally:
        real.close()


@settings(max_examples=40, deadline=None)
@given(entries=st.lists(ENTRIES, max_size=12).map(one_of_each_id))
def test_a_merged_log_says_what_the_same_log_says_in_memory(
    entries: list[LogEntry], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Reviews, undos, resets and settings in whatever order: file and fold of a plain list agree on everything."""
    real = SqliteProgress(tmp_path_factory.mktemp("p") / "progress.sqlite3")
    plain = MemoryProgress(list(entries))
    try:
        real.merge(entries)
        assert [real.standing(name) for name in "ab"] == [plain.standing(name) for name in "ab"]
        assert real.settings().chosen == plain.settings().chosen
        assert real.last() == plain.last()
    finally:
        real.close()


def test_an_answer_and_its_undo_leave_everything_derived_as_it_was(progress: SqliteProgress, file: Path) -> None:
    """Byte for byte: the derived tables after answer and undo are those from before."""
    for number in range(6):
        progress.record(review(number, f"q{number % 2}", ms=number * 90_000_000))

    def derived() -> list[tuple[object, ...]]:
        db = sqlite3.connect(file)
        rows = db.execute("SELECT * FROM standing ORDER BY question").fetchall()
        db.close()
        return rows

    before = derived()
    progress.record(review(9, "q1", Rating.AGAIN, ms=900_000_000))
    assert derived() != before
    progress.record(Retraction(id="r", review="review-0009", at=Instant(900_000_001)))
    assert derived() == before


def test_a_reset_begins_anew_and_can_be_taken_back(progress: SqliteProgress) -> None:
    """What was answered up to then stays in the log and does not count; answers after it do."""
    progress.record(review(1))
    progress.record(Reset(id="reset", question="cap-theorem", at=Instant(5_000)))
    assert progress.standing("cap-theorem") is None
    assert progress.last() == Reset(id="reset", question="cap-theorem", at=Instant(5_000))
    progress.record(review(6, rating=Rating.HARD))
    assert short(progress, "cap-theorem") == (1, 6_000, Rating.HARD)
    progress.record(Retraction(id="r", review="reset", at=Instant(7_000)))
    assert short(progress, "cap-theorem") == (2, 6_000, Rating.HARD)
    assert len(list(progress.reviews())) == 2


def test_a_crammed_answer_is_kept_and_moves_no_date(progress: SqliteProgress) -> None:
    """Cramming is in the log; how the question stands does not hear of it."""
    progress.record(review(1))
    before = progress.standing("cap-theorem")
    progress.record(replace(review(2, rating=Rating.AGAIN), session_kind="cram"))
    assert progress.standing("cap-theorem") == before
    assert len(list(progress.reviews())) == 2


def test_another_retention_moves_every_date(progress: SqliteProgress) -> None:
    """Who wants to know more of it when it comes back is asked sooner, also what was answered before."""
    for number in range(1, 4):
        progress.record(review(number, ms=number * 86_400_000 * number))
    before = progress.standing("cap-theorem")
    progress.record(Chosen(id="c", setting="retention", value="0.95", at=Instant(1)))
    after = progress.standing("cap-theorem")
    assert before
    assert after
    assert after.due_day < before.due_day
    progress.record(Chosen(id="d", setting="retention", value=None, at=Instant(2)))
    assert progress.standing("cap-theorem") == before
    progress.record(Chosen(id="e", setting="retention.distributed-systems-scaling", value="0.95", at=Instant(3)))
    assert progress.standing("cap-theorem") == after
    assert progress.faults() == []


def test_a_session_can_be_found_again(progress: SqliteProgress, file: Path) -> None:
    """Where a session was is written with its answer, read back by another process, and forgotten at its end."""
    mark = Bookmark(
        session="s",
        kind="quiz",
        cram=False,
        seed=7,
        at=1_000,
        queue=("q2", "q3"),
        size=3,
        left=60_000,
        answers=(Answer("review-0001", "q1", "python/typing", Rating.AGAIN, 0.0, False),),
        skipped=("q9",),
        repeats=(Repeat("q1", 601_000),),
    )
    progress.record(review(1), bookmark=mark)
    other = SqliteProgress(file)
    assert other.bookmarks() == [mark]
    other.finished("s")
    other.finished("never begun")
    assert other.bookmarks() == []
    assert list(other.log()) == [review(1)]
    other.close()


def test_what_was_failed_is_listed_the_last_first(progress: SqliteProgress) -> None:
    """Only what was rated 'again' since an instant and still counts, each question once."""
    for number, (question, rating) in enumerate([("a", 1), ("b", 1), ("c", 3), ("a", 1), ("d", 1)], start=1):
        progress.record(review(number, question, Rating(rating)))
    progress.record(Retraction(id="r", review="review-0005", at=Instant(9_000)))
    assert progress.failed_since(2_000) == ["a", "b"]
    assert progress.retracted(["review-0001", "review-0005", "nothing"]) == {"review-0005", "nothing"}
