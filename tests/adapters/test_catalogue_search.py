"""Searching all questions."""

from pathlib import Path

import pytest

from backprep.adapters.catalogue_sqlite import SqliteCatalogue
from backprep.adapters.places import find_places
from backprep.app.errors import UsageError
from backprep.app.find import find_questions
from backprep.app.found import HIT, HIT_ENDS

BANK = """\
bank: mine
title: Mine
questions:
  - id: {id}
    kind: true_false
    skill: python/typing
    level: mid
    prompt: {prompt}
    truth: true
    why: {why}
    answer: {answer}
    sources: [{{title: A manual, at: page 1}}]
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> object:
    """Two questions of one's own, beside the shipped ones."""
    banks = tmp_path / "banks"
    banks.mkdir()
    texts = [
        ("about-zebras", "Are zebrafish striped?", "They are.", "Stripes hide them."),
        ("about-stripes", "Is a barcode striped?", "It is.", "A zebrafish is, too. Ångström, naïve."),
    ]
    for name, prompt, why, answer in texts:
        text = BANK.replace("bank: mine", f"bank: {name}").format(id=name, prompt=prompt, why=why, answer=answer)
        (banks / f"{name}.yaml").write_text(text, "utf-8")
    opened = SqliteCatalogue(find_places({"BACKPREP_HOME": str(tmp_path)}), lambda done, of: None)
    yield opened
    opened.close()


def ids(catalogue: SqliteCatalogue, *words: str, count: int = 10) -> list[str]:
    """What a search finds."""
    return [each.id for each in find_questions(catalogue, words, count).found]


def test_prompts_count_more_than_explanations(catalogue: SqliteCatalogue) -> None:
    """All words have to be there; a question that asks for it comes before one that mentions it."""
    assert ids(catalogue, "zebrafish") == ["about-zebras", "about-stripes"]
    assert ids(catalogue, "zebrafish barcode") == ["about-stripes"]
    assert ids(catalogue, "zebrafish", "giraffe") == []


@pytest.mark.parametrize("word", ["zebraf", "ZEBRAFISH", "zebrafish?", '"zebrafish"', "zebrafish*", "-zebrafish"])
def test_words_as_people_type_them(catalogue: SqliteCatalogue, word: str) -> None:
    """Beginnings, capitals and signs; nothing is an operator."""
    assert ids(catalogue, word) == ["about-zebras", "about-stripes"]


def test_endings_and_accents_do_not_matter(catalogue: SqliteCatalogue) -> None:
    """Words are compared by their stems, and letters without what stands on them."""
    assert "about-zebras" in ids(catalogue, "stripe", count=50)
    assert ids(catalogue, "angstrom naive") == ["about-stripes"]


def test_the_passage_shows_the_word(catalogue: SqliteCatalogue) -> None:
    """Where it was found, with signs around it that no bank can hold."""
    first = find_questions(catalogue, ["barcode"], 1).found[0]
    assert f"{HIT}barcode{HIT_ENDS}" in first.passage


def test_there_may_be_more(catalogue: SqliteCatalogue) -> None:
    """The report says so when not all are shown."""
    assert find_questions(catalogue, ["zebrafish"], 1).more
    assert not find_questions(catalogue, ["zebrafish"], 2).more


def test_an_empty_search_is_no_search(catalogue: SqliteCatalogue) -> None:
    """Only signs, or nothing: said with an example."""
    for words in ([], [""], ["*", "?!"]):
        with pytest.raises(UsageError, match="no word"):
            find_questions(catalogue, words, 5)


def test_what_was_edited_is_found_by_its_new_words(catalogue: SqliteCatalogue, tmp_path: Path) -> None:
    """The index follows the banks, and a removed one leaves nothing behind."""
    file = tmp_path / "banks" / "about-zebras.yaml"
    file.write_text(file.read_text("utf-8").replace("zebrafish", "okapis"), "utf-8")
    (tmp_path / "banks" / "about-stripes.yaml").unlink()
    catalogue.close()
    again = SqliteCatalogue(find_places({"BACKPREP_HOME": str(tmp_path)}), lambda done, of: None)
    assert ids(again, "okapis") == ["about-zebras"]
    assert ids(again, "zebrafish") == []
    again.close()
