"""The real catalogue leaves suspended questions out of what may be asked, and out of nothing else."""

import shutil
from pathlib import Path

from backprep.adapters.catalogue_sqlite import SqliteCatalogue
from backprep.adapters.places import Places, shipped_data
from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.app.found import Filter, Moment
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import SUSPENDED, Chosen, Review

DAY = 86_400_000


def home(folder: Path) -> Places:
    """A home with the interview's own bank alone."""
    data = folder / "data"
    data.mkdir()
    for name in ("questions.yaml", "skills.yaml"):
        shutil.copy(shipped_data() / name, data / name)
    return Places(folder, folder / "cache", data)


def opened(places: Places) -> SqliteCatalogue:
    """The catalogue as a start of the program opens it."""
    return SqliteCatalogue(places, lambda done, total: None)


def test_what_is_suspended_is_not_asked_and_still_found(tmp_path: Path) -> None:
    """Neither new nor due nor for an interview; `find`, `show` and the list of its bank have it."""
    places = home(tmp_path)
    catalogue = opened(places)
    spoken = {each.id for each in catalogue.spoken(1)}
    assert {"cap-theorem", "favourite-language"} & spoken or spoken
    everything = {each.id for each in catalogue.questions(Filter())}
    new = {each.id for each in catalogue.new(Filter(), 1, 1000)}
    assert new == everything
    catalogue.close()
    gone, other = sorted(spoken)[0], sorted(spoken)[1]
    progress = SqliteProgress(places.progress)
    for number, name in enumerate((gone, other)):
        progress.record(
            Review(
                id=f"r{number}", session="s", session_kind="quiz", question=name, content="c", at=Instant(20_000 * DAY),
                rating=Rating.GOOD, score=1.0, took=1, skill="python/typing",
            )
        )  # fmt: skip
    progress.record(Chosen(id="c1", setting=f"{SUSPENDED}{gone}", at=Instant(1), value="on"))
    progress.record(Chosen(id="c2", setting=f"{SUSPENDED}{other}", at=Instant(2), value="on"))
    progress.record(Chosen(id="c3", setting=f"{SUSPENDED}{other}", at=Instant(3), value=None))
    progress.close()
    catalogue = opened(places)
    moment = Moment(21_000, 21_000 * DAY)
    assert [each.id for each in catalogue.due(Filter(), moment, 10)] == [other]
    assert catalogue.due_count(moment) == 1
    assert catalogue.unmet() == len(everything) - 2
    assert gone not in {each.id for each in catalogue.spoken(1)}
    assert [each.id for each in catalogue.weakest(Filter(), 10)] == [other]
    assert [each.id for each in catalogue.among(Filter(), [gone, other])] == [other]
    assert sum(catalogue.forecast(21_000, 30)) == 1
    assert {each.id for each in catalogue.questions(Filter())} == everything
    assert catalogue.entry(gone) is not None
    assert set(catalogue.met()) == {gone, other}
    assert catalogue.orphans() == []
    catalogue.close()
