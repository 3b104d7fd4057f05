"""The compiled catalogue, made of real files."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from backprep.adapters.catalogue_file import SourceFile, find_sources, open_catalogue
from backprep.adapters.catalogue_sqlite import SqliteCatalogue
from backprep.adapters.places import Places
from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.app.errors import BankError
from backprep.app.found import Answered, Filter, Moment, Orphan, Tally
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Retraction, Review

SKILLS = """\
areas:
  - id: python
    title: Python
    about: The language.
    skills:
      - {id: typing, title: Typing, checks: Whether hints are understood.}
      - {id: exceptions, title: Exceptions, checks: Whether errors are handled.}
  - id: sql
    title: SQL
    about: The other language.
    skills:
      - {id: joins, title: Joins, checks: Whether joins are understood.}
"""


def question(name: str, skill: str = "python/typing", level: str = "mid", early: bool = False) -> str:
    """A short question as an author writes it."""
    return f"""\
  - id: {name}
    kind: true_false
    skill: {skill}
    level: {level}
    early: {str(early).lower()}
    prompt: Is {name} true?
    truth: true
    why: It is.
    sources: [{{title: A manual, at: page 1}}]
"""


def bank(file: Path, *questions: str, name: str | None = None) -> Path:
    """Writes a bank."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"bank: {name or file.stem}\ntitle: Bank {file.stem}\nquestions:\n" + "".join(questions), "utf-8")
    return file


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A shipped bank with three questions, no own banks, nothing answered."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "skills.yaml").write_text(SKILLS)
    bank(data / "questions.yaml", question("first", early=True), question("second", level="junior"))
    bank(data / "banks" / "sql.yaml", question("third", "sql/joins", "senior"))
    return Places(tmp_path / "home", tmp_path / "cache", data)


Opener = Callable[..., SqliteCatalogue]


@pytest.fixture
def opened(places: Places) -> Iterator[Opener]:
    """Opens catalogues, and closes them after the test; ``compiled`` counts what each had to compile."""
    catalogues: list[SqliteCatalogue] = []

    def opener(
        named: Sequence[Path] = (), only: Sequence[str] = (), compiled: list[int] | None = None
    ) -> SqliteCatalogue:
        def on_compile(done: int, of: int) -> None:
            if compiled is not None and done == of:
                compiled.append(of)

        catalogues.append(SqliteCatalogue(places, on_compile, named, only))
        return catalogues[-1]

    yield opener
    for catalogue in catalogues:
        catalogue.close()


def ids(catalogue: SqliteCatalogue, wanted: Filter | None = None) -> list[str]:
    """The questions that may be asked, by id."""
    return sorted(each.id for each in catalogue.new(wanted or Filter(), 1, 100))


def test_a_question_comes_back_as_it_was_written(opened: Opener, places: Places) -> None:
    """The whole record, with the file and the line where it stands."""
    entry = opened().entry("second")
    assert entry is not None
    assert (entry.question.prompt, entry.question.level) == ("Is second true?", "junior")
    assert entry.question.sources[0].at == "page 1"
    assert entry.file == str(places.data / "questions.yaml")
    assert "id: second" in (places.data / "questions.yaml").read_text().splitlines()[entry.line - 1]
    assert opened().entry("nothing") is None


def test_nothing_is_compiled_twice(opened: Opener, places: Places) -> None:
    """The second start reads no bank; one changed bank is compiled alone."""
    compiled: list[int] = []
    opened(compiled=compiled)
    opened(compiled=compiled)
    assert compiled == [2]
    bank(places.data / "banks" / "sql.yaml", question("third", "sql/joins"), question("fourth", "sql/joins"))
    assert "fourth" in ids(opened(compiled=compiled))
    assert compiled == [2, 1]


def test_changed_skills_are_a_reason_to_read_all_again(opened: Opener, places: Places) -> None:
    """A skill that is gone makes the banks that name it faulty."""
    opened()
    (places.data / "skills.yaml").write_text(SKILLS.replace("id: joins", "id: unions"))
    catalogue = opened()
    assert ids(catalogue) == ["first", "second"]
    assert [each.path for each in catalogue.skipped()] == [str(places.data / "banks" / "sql.yaml")]


def test_own_banks_come_and_go(opened: Opener, places: Places) -> None:
    """A file put into the person's folder is asked from, and no longer when it is removed."""
    mine = bank(places.own_banks / "mine.yaml", question("mine"))
    assert "mine" in ids(opened())
    mine.unlink()
    assert "mine" not in ids(opened())


def test_a_bad_bank_is_skipped_whole(opened: Opener, places: Places) -> None:
    """The others go on; the bad one is named with the number of its faults."""
    bad = bank(places.own_banks / "bad.yaml", question("good-one"), question("bad-one", "no/such-skill"))
    catalogue = opened()
    assert ids(catalogue) == ["first", "second", "third"]
    assert [(each.path, each.faults) for each in catalogue.skipped()] == [(str(bad), 1)]


def test_an_id_that_is_taken_makes_the_later_bank_unusable(opened: Opener, places: Places) -> None:
    """Shipped banks win over one's own, and mending the file brings it back."""
    mine = bank(places.own_banks / "mine.yaml", question("first"), question("mine"))
    catalogue = opened()
    assert ids(catalogue) == ["first", "second", "third"]
    assert [each.path for each in catalogue.skipped()] == [str(mine)]
    bank(mine, question("another"), question("mine"))
    assert "mine" in ids(opened())


def test_a_named_file_is_asked_from_alone(opened: Opener, tmp_path: Path) -> None:
    """`--bank FILE` limits the session to it, and leaves no trace in the next."""
    file = bank(tmp_path / "elsewhere.yaml", question("elsewhere"))
    assert ids(opened([file], [str(file)])) == ["elsewhere"]
    assert ids(opened()) == ["first", "second", "third"]
    compiled: list[int] = []
    assert ids(opened([file], [str(file)], compiled)) == ["elsewhere"]
    assert compiled == []


def test_a_bank_by_its_id(opened: Opener) -> None:
    """`--bank sql` limits the session to the bank of that id; a wrong id brings the nearest."""
    assert ids(opened(only=["sql"])) == ["third"]
    with pytest.raises(BankError) as caught:
        opened(only=["sqll"])
    assert caught.value.mend == "Did you mean sql?"


def test_a_named_file_with_faults_is_an_error(opened: Opener, tmp_path: Path) -> None:
    """How many faults, and how to see them; the same for ids that are taken and for a file that is not there."""
    for file, what in (
        (bank(tmp_path / "bad.yaml", question("x", "no/skill")), "1 fault"),
        (bank(tmp_path / "taken.yaml", question("first")), "1 of its questions"),
        (tmp_path / "missing.yaml", "1 fault"),
    ):
        with pytest.raises(BankError) as caught:
            opened([file], [str(file)])
        assert what in caught.value.what
        assert caught.value.mend == f"See them all: backprep bank check {file}"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(levels=("junior", "senior")), ["second", "third"]),
        (Filter(areas=("python",)), ["first", "second"]),
        (Filter(skills=("sql/joins",)), ["third"]),
        (Filter(areas=("sql",), skills=("python/typing",)), ["first", "second", "third"]),
        (Filter(areas=("python",), levels=("mid",)), ["first"]),
        (Filter(kinds=("open",)), []),
    ],
)
def test_filters(opened: Opener, wanted: Filter, found: list[str]) -> None:
    """Levels, kinds and topics narrow what is asked; several topics widen each other."""
    assert ids(opened(), wanted) == found
    assert sorted(each.id for each in opened().questions(wanted)) == found


def test_a_large_bank_gives_each_area_its_turn(opened: Opener, places: Places) -> None:
    """Out of hundreds, a handful of each area comes, other ones for another seed, and no more than asked for."""
    many = [question(f"p{at}") for at in range(300)] + [question(f"s{at}", "sql/joins") for at in range(300)]
    bank(places.own_banks / "many.yaml", *many)
    catalogue = opened()
    one, other = catalogue.new(Filter(), 1, 30), catalogue.new(Filter(), 2, 30)
    assert {each.area for each in one} == {"python", "sql"}
    assert len(one) <= 40
    assert {each.id for each in one} != {each.id for each in other}
    assert one == catalogue.new(Filter(), 1, 30)
    only = catalogue.new(Filter(skills=("sql/joins",)), 1, 30)
    assert len(only) == 30


DAY = 86_400_000


def answer(number: int, name: str, rating: Rating, ms: int = 0, content: str = "c") -> Review:
    """An answer, the later the higher its number."""
    return Review(
        id=f"r{number}",
        session="s",
        session_kind="quiz",
        question=name,
        content=content,
        at=Instant(ms + number),
        rating=rating,
        score=None,
        took=1,
        skill="python/typing",
    )


def test_standings_reach_the_picker(opened: Opener, places: Places) -> None:
    """What is due is found by its day and minute; what was never met is new; a retraction makes it new again."""
    progress = SqliteProgress(places.progress)
    opened().new(Filter(), 1, 10)  # opened before there is a file
    progress.record(answer(1, "first", Rating.GOOD, 10 * DAY))
    progress.record(answer(2, "second", Rating.AGAIN, 10 * DAY))
    progress.record(answer(3, "third", Rating.HARD, 10 * DAY))
    catalogue = opened()

    def due(day: int, ms: int) -> list[str]:
        return sorted(each.id for each in catalogue.due(Filter(), Moment(day, ms), 10))

    today = 9  # the study day begins at four
    assert due(today, 10 * DAY + 599_000) == []
    assert due(today, 10 * DAY + 600_002) == ["second"]
    assert due(today + 1, 11 * DAY) == ["second", "third"]
    assert due(today + 2, 12 * DAY) == ["first", "second", "third"]
    assert [each.id for each in catalogue.due(Filter(levels=("junior",)), Moment(99, 0), 10)] == ["second"]
    assert [each.id for each in catalogue.weakest(Filter(), 10)] == ["second", "third", "first"]
    assert catalogue.next_due(Filter()) == (today, 1)
    assert catalogue.answered_on(today) == {"python": Answered(new=3)}
    assert [each.id for each in catalogue.among(Filter(), ["third", "nothing", "first"])] == ["third", "first"]
    assert catalogue.tallies()["python/typing"] == Tally(questions=2, met=2, again=1, good=1)
    progress.record(Retraction(id="u", review="r2", at=Instant(4)))
    assert [each.id for each in catalogue.new(Filter(), 1, 10)] == ["second"]
    listed = {each.id: each.standing for each in catalogue.questions(Filter())}
    assert listed["second"] is None
    assert listed["first"] is not None
    progress.close()


def test_what_vanished_and_what_changed_is_found(opened: Opener, places: Places) -> None:
    """An answered question that is in no bank is an orphan; one with another content than then has changed."""
    progress = SqliteProgress(places.progress)
    entry = opened().entry("first")
    assert entry
    progress.record(answer(1, "first", Rating.GOOD, content=entry.content))
    progress.record(answer(2, "second", Rating.GOOD, content="other"))
    progress.record(answer(3, "gone", Rating.GOOD))
    catalogue = opened()
    assert list(catalogue.orphans()) == [Orphan("gone", "python/typing", 1, 3)]
    assert [each.id for each in catalogue.changed()] == ["second"]
    progress.close()


def test_banks_say_what_is_in_them(opened: Opener) -> None:
    """Counts by kind and by level, every level named."""
    first, other = opened().banks()
    assert (first.id, first.questions, first.by_kind) == ("questions", 2, {"true_false": 2})
    assert first.by_level == {"junior": 1, "mid": 1, "senior": 0}
    assert other.id == "sql"


def test_the_tree_comes_back_whole(opened: Opener) -> None:
    """Skills in the order of the file, with their titles."""
    catalogue = opened()
    assert catalogue.skills().paths() == ("python/typing", "python/exceptions", "sql/joins")
    assert list(catalogue.skill_titles().items())[:2] == [("python", "Python"), ("python/typing", "Typing")]


def test_a_broken_cache_is_made_again(opened: Opener, places: Places) -> None:
    """Rubbish, half a file or a file of another format: nobody notices."""
    opened()
    [file] = places.cache.glob("*.sqlite3")
    whole = file.read_bytes()
    for content in (b"rubbish" * 5000, whole[: len(whole) // 2], b""):
        file.write_bytes(content)
        assert ids(opened()) == ["first", "second", "third"]
    db = sqlite3.connect(file)
    db.execute("PRAGMA user_version = 12345")
    db.commit()
    db.close()
    assert ids(opened()) == ["first", "second", "third"]


def test_a_cache_that_cannot_be_written_is_no_obstacle(opened: Opener, places: Places) -> None:
    """Where the folder cannot even be made, the catalogue lives in memory."""
    places.cache.parent.mkdir(exist_ok=True)
    places.cache.write_text("a file where the folder should be")
    assert ids(opened()) == ["first", "second", "third"]


def test_an_interrupted_compile_leaves_the_old_catalogue(opened: Opener, places: Places) -> None:
    """Ctrl-C in the middle of compiling: the next start finds either the old or the new, never half."""
    opened()
    bank(places.data / "banks" / "sql.yaml", question("changed", "sql/joins"))
    sources = find_sources(places.data, places.own_banks, [])

    def interrupt(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_catalogue(places.cache, sources, interrupt)
    [file] = places.cache.glob("*.sqlite3")
    db = sqlite3.connect(file)
    assert sorted(row[0] for row in db.execute("SELECT id FROM question")) == ["first", "second", "third"]
    db.close()
    assert "changed" in ids(opened())


def test_odd_things_in_the_folder(opened: Opener, places: Places) -> None:
    """A folder and a pipe with a bank's name are named as bad; hidden and other files are let alone."""
    places.own_banks.mkdir(parents=True)
    (places.own_banks / "folder.yaml").mkdir()
    os.mkfifo(places.own_banks / "pipe.yaml")
    (places.own_banks / ".hidden.yaml").write_text("}{")
    (places.own_banks / "notes.txt").write_text("}{")
    catalogue = opened()
    assert ids(catalogue) == ["first", "second", "third"]
    assert [Path(each.path).name for each in catalogue.skipped()] == ["folder.yaml", "pipe.yaml"]


def test_bad_skills_are_an_error(opened: Opener, places: Places) -> None:
    """Without skills nothing can be checked: the error names the file."""
    (places.data / "skills.yaml").write_text("areas: [}")
    with pytest.raises(BankError) as caught:
        opened()
    assert caught.value.where == str(places.data / "skills.yaml")


def test_stamps_tell_files_apart(tmp_path: Path) -> None:
    """A file that is missing, written, and written again has three stamps."""
    source = SourceFile(tmp_path / "x.yaml", "own")
    stamps = [source.stamp()]
    for text in ("a", "bb"):
        source.path.write_text(text)
        stamps.append(source.stamp())
    assert len(set(stamps)) == 3
