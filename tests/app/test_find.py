"""What the program makes of the words that a person gives for skills, areas, levels and kinds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.trees import TREE
from backprep.app.errors import UsageError
from backprep.app.find import topics, wanted
from backprep.app.found import Filter
from backprep.core.question import LEVELS
from backprep.kinds import KINDS
from fakes import MemoryCatalogue

CATALOGUE = MemoryCatalogue([], tree=TREE)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("api-design/rate-limiting", ("api-design/rate-limiting",)),
        ("rate-limiting", ("api-design/rate-limiting",)),
        ("Rate limiting", ("api-design/rate-limiting",)),
        ("throttling", ("api-design/rate-limiting",)),
        ("429", ("api-design/rate-limiting",)),
        ("gil", ("python/gil",)),
        ("GIL", ("python/gil",)),
        (" async/await ", ("python/asyncio",)),
        ("idempotency & retries", ("api-design/idempotency",)),
        ("retries", ("api-design/idempotency",)),
        ("APIs", ("api-design",)),
        ("python", ("python",)),
        ("MySQL", ("sql-mysql",)),
        ("threads", ("python/gil",)),
    ],
)
def test_a_skill_is_found_as_people_name_it(word: str, found: tuple[str, ...]) -> None:
    """An id, a title, a word of a job ad, or a part of a title finds the skill or area, whatever its case."""
    assert found == topics(CATALOGUE, word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("rate-limitting", "api-design/rate-limiting"),
        ("idempotencey", "api-design/idempotency"),
        ("pyton", "python"),
        ("api-design/rate-limit1ng", "api-design/rate-limiting"),
    ],
)
def test_a_misspelt_skill_brings_a_suggestion_that_works(word: str, meant: str) -> None:
    """A slip in the name of a skill is answered with 'did you mean', and what is suggested can be typed as it is."""
    with pytest.raises(UsageError) as caught:
        topics(CATALOGUE, word)
    assert word in caught.value.what
    mend = str(caught.value.mend)
    suggested = mend.split("'")[1]
    assert "Did you mean" in mend
    assert topics(CATALOGUE, suggested) == (meant,)


def test_a_word_that_is_near_nothing_says_where_the_list_is() -> None:
    """A word that resembles no skill leads to the list of skills."""
    with pytest.raises(UsageError) as caught:
        topics(CATALOGUE, "zzzzqqqq")
    assert "backprep skills" in str(caught.value.mend)


@pytest.mark.parametrize("word", ["", " ", "\t"])
def test_an_empty_word_is_no_skill(word: str) -> None:
    """An empty word (an unset variable in a script) is not taken for all skills."""
    with pytest.raises(UsageError):
        topics(CATALOGUE, word)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_word_finds_something_or_is_an_error_for_people(word: str) -> None:
    """Whatever is typed: known paths come out, or a usage error with a hint."""
    try:
        found = topics(CATALOGUE, word)
    except UsageError as error:
        found, mend = (), error.mend
    else:
        mend = None
    assert bool(found) != bool(mend)
    assert set(found) <= set(CATALOGUE.skill_titles())


@pytest.mark.parametrize("level", LEVELS)
def test_levels_are_taken_in_any_case(level: str) -> None:
    """``--level Senior`` is as good as ``--level senior``."""
    assert wanted(CATALOGUE, levels=[level.upper()]) == Filter(levels=(level,))


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_are_taken_with_hyphens_and_in_any_case(kind: str) -> None:
    """``--kind true-false`` and ``True_False`` mean the kind ``true_false``."""
    assert wanted(CATALOGUE, kinds=[kind.replace("_", "-"), kind.title()]) == Filter(kinds=(kind, kind))


@pytest.mark.parametrize(
    ("option", "word", "meant"),
    [("levels", "senoir", "senior"), ("kinds", "choise", "choice"), ("areas", "pyhton", "python")],
)
def test_a_misspelt_word_brings_a_suggestion(option: str, word: str, meant: str) -> None:
    """A slip in a level, a kind or an area is answered with the word that was meant."""
    with pytest.raises(UsageError) as caught:
        wanted(CATALOGUE, **{option: [word]})
    assert word in caught.value.what
    assert caught.value.mend == f"Did you mean {meant}?"


@pytest.mark.parametrize(("option", "known"), [("levels", "junior, mid, senior"), ("kinds", ", ".join(KINDS))])
def test_a_word_out_of_nowhere_brings_all_that_there_are(option: str, known: str) -> None:
    """A level or kind that resembles none is answered with the few that exist."""
    with pytest.raises(UsageError) as caught:
        wanted(CATALOGUE, **{option: ["xyzzy"]})
    assert caught.value.mend == f"Known: {known}."


@pytest.mark.parametrize("word", ["python", "Python", "SQL & MySQL", "sql & mysql", "APIs"])
def test_an_area_is_found_by_its_id_and_by_its_title(word: str) -> None:
    """``--area`` takes what ``backprep skills`` shows: the id, or the title as it is written there."""
    (area,) = wanted(CATALOGUE, areas=[word]).areas
    title = CATALOGUE.skill_titles()[area]
    assert word.casefold() in (area, title.casefold())


def test_words_for_skills_may_mean_areas() -> None:
    """``--skill`` with the name of an area takes the whole area; several words add up."""
    found = wanted(CATALOGUE, skills=["python", "throttling"], areas=["sql-mysql"])
    assert found == Filter(skills=("api-design/rate-limiting",), areas=("sql-mysql", "python"))


def test_no_words_let_everything_through() -> None:
    """A session without options is not narrowed."""
    assert wanted(CATALOGUE) == Filter()
