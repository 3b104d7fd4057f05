"""What the shipped banks say that code does, it does: every snippet with a result is run."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from backprep.adapters.bank_check import load_bank
from backprep.adapters.runner import Runner
from backprep.core.question import Run

DATA = Path(__file__).parents[2] / "data"


@cache
def snippets() -> list[tuple[str, Run]]:
    """Every snippet of the shipped banks, named by its question and its place there."""
    files = [DATA / "questions.yaml", *sorted((DATA / "banks").glob("*.yaml"))]
    return [
        (f"{each.question.id} {number}", run)
        for file in files
        for each in load_bank(file, None).questions
        for number, run in enumerate(each.question.runs, start=1)
    ]


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    """One runner for all, so that each server is started once."""
    with Runner() as shared:
        yield shared


@pytest.mark.parametrize(("name", "run"), snippets(), ids=[name for name, _ in snippets()])
def test_a_snippet_does_what_its_question_says(name: str, run: Run, runner: Runner) -> None:
    """The output that stands in the bank is the output that comes."""
    ran = runner.run(run)
    if ran.outcome == "skipped":
        pytest.skip(ran.reason)
    if run.fails is None:
        assert ran.expected == ran.got
    assert ran.outcome == "fine", ran.got
