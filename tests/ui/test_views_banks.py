"""Lists of banks, one bank, faults, and the schema."""

import json
from typing import Any

import pytest

from app.trees import TREE
from backprep.app.reports import (
    BankReport,
    BanksReport,
    CheckReport,
    SchemaReport,
    SkillsReport,
    bank_report,
    skills_report,
)
from backprep.core.skills import SkillTree
from fakes import MemoryCatalogue
from ui.samples import example
from ui.views import BANKS, FAULTS, LISTED, LONG_ID, OWN, WIDTHS, flat


@pytest.mark.parametrize("width", WIDTHS)
def test_banks_are_listed_with_their_questions(width: int, show: Any) -> None:
    """Each bank with its whole id (it is typed), its title and figures; those of one's own and skipped ones say so."""
    text = show(BANKS, width)
    plain = flat(text)
    assert "Bank Title Questions Junior Mid Senior" in plain
    assert any(line.split()[:2] == ["python", "Python"] for line in text.split("\n"))
    assert any(line.split()[-4:] == ["120", "40", "80", "0"] for line in text.split("\n"))
    assert (LONG_ID in text) == (width >= 80)
    assert any(line.split()[-4:] == ["1", "0", "0", "1"] for line in text.split("\n"))
    assert "/own/bad.yaml has 1 fault. See: backprep bank check /own/bad.yaml" in plain
    assert "/own/worse.yaml has 12 faults." in plain
    assert "yours:" in plain


@pytest.mark.parametrize("width", WIDTHS)
def test_one_bank_with_its_questions(width: int, show: Any) -> None:
    """A bank with its path and each question on one line: level, kind, how it went last, and its beginning."""
    text = show(BankReport(OWN, LISTED), width)
    plain = flat(text)
    assert f"My own questions {LONG_ID}" in plain
    assert "/home/me/banks/own.yaml" in plain
    assert "1 question: 1 open" in plain
    assert "mid true_false new A prompt that is long" in plain
    assert "senior open again Why?" in plain
    assert "junior choice easy Which?" in plain


def test_faults_are_one_a_line_as_editors_like_them(show: Any) -> None:
    """file:line:column, what is wrong, the question; how to mend it below; the count at the end; lines unbroken."""
    text = show(CheckReport(2, FAULTS), 60)
    assert text.split("\n")[:2] == [
        "/own/bank.yaml:12:5: the weights sum to 90 (question cap-theorem)",
        "    Raise some by 10 in all.",
    ]
    assert "/own/other.yaml:0:0: it cannot be read\n" in text
    assert flat(text).endswith("2 faults in 2 files.")


@pytest.mark.parametrize(("files", "said"), [(1, "1 file checked, no faults."), (3, "3 files checked, no faults.")])
def test_no_faults_are_said_in_one_line(files: int, said: str, show: Any) -> None:
    """A bank without a fault gets one line."""
    text = show(CheckReport(files, ()))
    assert said in text
    assert text.count("\n") == 1


def test_the_schema_is_printed_as_json(show: Any) -> None:
    """``bank schema > file`` writes JSON that an editor can read, whatever the width."""
    schema: dict[str, object] = {"title": "A bank " + "with a long title " * 20, "[bold]": "x"}
    assert json.loads(show(SchemaReport(schema), 40)) == schema


def test_an_empty_catalogue_can_be_shown(show: Any) -> None:
    """Without a bank the lists are empty, and nothing breaks."""
    empty = MemoryCatalogue([], tree=SkillTree(areas=TREE.areas))
    assert "none yet" in show(skills_report(empty, None))
    assert "Bank" in show(BanksReport((), ()))
    assert isinstance(skills_report(empty, None), SkillsReport)


def test_a_bank_in_memory_can_be_shown(show: Any) -> None:
    """A bank as the catalogue gives it is drawn with each of its questions."""
    report = bank_report(MemoryCatalogue([example("fill"), example("choice")]))
    plain = flat(show(report, 120))
    assert "junior fill new A client that sends too many requests" in plain
