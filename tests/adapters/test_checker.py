"""Reading banks for advice and for their snippets: which files, which places, and that faults come first."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from backprep.adapters.checker import BankChecker
from backprep.adapters.places import Places, find_places
from backprep.adapters.snippets import BankSnippets

HEAD = "bank: {bank}\ntitle: A bank\nquestions:\n"
QUESTION = """\
  - id: {name}
    kind: true_false
    skill: python/typing
    level: mid
    prompt: {prompt}
    truth: true
    why: It is so.
    sources: [{{title: A manual, at: page 1{checked}}}]
    runs:
      - {{using: python, code: "print(1)", prints: "1"}}
      - {{using: sh, code: "exit 3", fails: ""}}
"""
Write = Callable[..., Path]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A person's folders, with the shipped banks."""
    return find_places({"BACKPREP_HOME": str(tmp_path / "home")})


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a bank with a question for each prompt; the first source has no date unless it is given one."""

    def written(bank: str, *prompts: str, checked: str = ", checked: 2026-11-23", fails: str = "x") -> Path:
        file = tmp_path / f"{bank}.yaml"
        questions = [
            QUESTION.format(name=f"{bank}-{at}", prompt=prompt, checked=checked).replace(
                'fails: ""', f'fails: "{fails}"'
            )
            for at, prompt in enumerate(prompts)
        ]
        file.write_text(HEAD.format(bank=bank) + "".join(questions), "utf-8")
        return file

    return written


ONE, OTHER = "Variance of a list matters.", "Protocols are structural, and need no base."


def test_advice_has_the_place_of_its_question(places: Places, write: Write) -> None:
    """File, line and id; what is counted is what was named."""
    file = write("mine", ONE, OTHER, checked="")
    found = BankChecker(places).lint([file])
    assert [("source-undated", str(file), 4, "mine-0"), ("source-undated", str(file), 15, "mine-1")] == [
        (each.code, each.file, each.line, each.question) for each in found.advice
    ]
    assert (1, 2, []) == (found.banks, found.questions, list(found.faults))


def test_faults_come_before_advice(places: Places, write: Write) -> None:
    """While a bank cannot be used, nobody is told how it could be nicer, and nothing of it is run."""
    file = write("mine", ONE, checked="")
    file.write_text(file.read_text().replace("level: mid", "level: middle"))
    found = BankChecker(places).lint([file])
    assert (1, []) == (len(found.faults), list(found.advice))
    files, faults, snippets = BankSnippets(places).read([file])
    assert ([file], list(found.faults), []) == (list(files), list(faults), list(snippets))


def test_prompts_alike_in_two_banks_are_told_at_the_later(places: Places, write: Write) -> None:
    """Also where only one of the two was named, if the other is in use."""
    first, second = write("first", ONE), write("second", ONE)
    assert [("second-0", "similar-prompts")] == [
        (each.question, each.code) for each in BankChecker(places).lint([first, second]).advice
    ]
    places.own_banks.mkdir(parents=True)
    first.rename(places.own_banks / "first.yaml")
    assert [("second-0", "similar-prompts")] == [
        (each.question, each.code) for each in BankChecker(places).lint([second]).advice
    ]


def test_the_shipped_banks_have_no_advice(places: Places) -> None:
    """Without a path every bank in use is read, and those that are shipped set the example."""
    found = BankChecker(places).lint([])
    assert ([], []) == (list(found.faults), list(found.advice))
    assert found.banks == 1 + len(list((places.data / "banks").glob("*.yaml")))


def test_a_sub_topic_that_is_missing(places: Places, tmp_path: Path, write: Write) -> None:
    """A bank is an area's where it has the area's id, and only from twenty questions on."""
    bare = replace(places, data=tmp_path / "data")  # no shipped bank has the id
    bare.data.mkdir()
    for name in ("skills.yaml", "questions.yaml"):
        shutil.copy(places.data / name, bare.data)
    for bank, count, told in (("java-jvm", 20, True), ("java-jvm", 19, False), ("other", 20, False)):
        found = BankChecker(bare).lint([write(bank, *(f"Number {at}?" for at in range(count)))])
        assert [] == list(found.faults)
        assert told == ("skill-thin" in {each.code for each in found.advice})


def test_snippets_are_read_with_their_places(places: Places, write: Write) -> None:
    """Each run of each question, numbered from 1; only of the files that were named."""
    file = write("mine", ONE, OTHER)
    files, faults, snippets = BankSnippets(places).read([file])
    assert ([file], []) == (list(files), list(faults))
    assert [("mine-0", 4, 1), ("mine-0", 4, 2), ("mine-1", 15, 1), ("mine-1", 15, 2)] == [
        (each.question, each.line, each.number) for each in snippets
    ]
    assert {str(file)} == {each.file for each in snippets}
    assert ("sh", "exit 3", "x") == (snippets[1].run.using, snippets[1].run.code, snippets[1].run.fails)


def test_without_a_path_the_snippets_of_all_banks_in_use(places: Places, write: Write) -> None:
    """One's own and the shipped ones."""
    places.own_banks.mkdir(parents=True)
    write("mine", ONE).rename(places.own_banks / "mine.yaml")
    _, faults, snippets = BankSnippets(places).read([])
    assert [] == list(faults)
    assert {"mine.yaml", "sql-mysql.yaml"} <= {Path(each.file).name for each in snippets}
