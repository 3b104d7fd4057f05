"""Running snippets: which, in what order, and what is made of it."""

import pytest

from backprep.app.errors import UsageError
from backprep.app.snippets import OUTCOMES, Outcome, Ran, RunsReport, Snippet, chosen, run_all, runs_data
from backprep.core.problem import Fault
from backprep.core.question import Run


def snippet(number: int, using: str = "python") -> Snippet:
    """A run of a question."""
    return Snippet("/b.yaml", 7, 3, "q", number, Run(using=using, code=str(number), prints="1"))  # type: ignore[arg-type]


SNIPPETS = [snippet(1), snippet(2, "sqlite"), snippet(3), snippet(4, "sh")]


class Echo:
    """Says of each snippet that it printed its code."""

    def run(self, run: Run) -> Ran:
        """No code is executed."""
        return Ran("fine", got=run.code)


@pytest.mark.parametrize(
    ("using", "numbers"), [([], [1, 2, 3, 4]), (["python"], [1, 3]), (["sh", "sqlite"], [2, 4]), (["java"], [])]
)
def test_only_those_that_are_asked_for(using: list[str], numbers: list[int]) -> None:
    """In the order of the bank, whatever the order of the wishes."""
    assert numbers == [each.number for each in chosen(SNIPPETS, using)]


@pytest.mark.parametrize(("word", "mend"), [("pyton", "Did you mean python?"), ("x", "Known: python, sqlite, node,")])
def test_a_program_that_nothing_is_run_with(word: str, mend: str) -> None:
    """A slip is told, and not taken for a wish that nothing fits."""
    with pytest.raises(UsageError) as told:
        chosen(SNIPPETS, [word])
    assert str(told.value.mend).startswith(mend)


def test_one_after_the_other_and_told_of_each() -> None:
    """The bar moves once for each."""
    steps: list[int] = []
    results = run_all(SNIPPETS, Echo(), lambda: steps.append(1))
    assert [(each, Ran("fine", got=str(each.number))) for each in SNIPPETS] == list(results)
    assert len(SNIPPETS) == len(steps)


@pytest.mark.parametrize(
    ("outcomes", "well"),
    [([], True), (["fine"], True), (["fine", "skipped"], True), (["fine", "differs"], False), (["failed"], False)],
)
def test_all_is_well_unless_something_came_out_otherwise(outcomes: list[Outcome], well: bool) -> None:
    """What cannot be run here is no mistake of the bank."""
    report = RunsReport(1, results=tuple((snippet(1), Ran(each)) for each in outcomes))
    assert well == report.well
    assert {each: outcomes.count(each) for each in OUTCOMES} == report.counts


def test_with_faults_nothing_is_well() -> None:
    """A bank that cannot be read has not been run."""
    assert not RunsReport(1, (Fault("/b.yaml", 1, 1, None, "x", "y", "z"),)).well


def test_as_data() -> None:
    """The keys of a run are a contract with scripts."""
    data = runs_data(RunsReport(1, results=((snippet(2), Ran("differs", "1", "2")),)))
    assert ["faults", "counts", "runs"] == list(data)
    assert data["runs"] == [
        {
            "file": "/b.yaml",
            "line": 7,
            "column": 3,
            "question": "q",
            "number": 2,
            "using": "python",
            "outcome": "differs",
            "expected": "1",
            "got": "2",
            "reason": "",
        }
    ]
