"""What lint and run say to a person."""

from typing import Any

import pytest

from backprep.app.reports import LintReport
from backprep.app.snippets import Ran, RunsReport, Snippet
from backprep.core.question import Run
from ui.samples import HOSTILE
from ui.unsafe import acts
from ui.views import FAULTS, flat


def result(number: int, ran: Ran, using: str = "python") -> tuple[Snippet, Ran]:
    """What became of one run of a question."""
    return Snippet("/b.yaml", 7, 3, "q", number, Run(using=using, code="", prints="")), ran  # type: ignore[arg-type]


def test_advice_is_one_a_line_with_a_sum_by_code(show: Any) -> None:
    """file:line:column first, lines unbroken; at the end banks, questions, warnings, and how many of each code."""
    text = show(LintReport(3, (), (FAULTS[0], FAULTS[0], FAULTS[1]), 2, 92), 60)
    assert text.startswith("/own/bank.yaml:12:5: the weights sum to 90 (question cap-theorem)\n    Raise some by 10")
    assert text.rstrip().split("\n")[-1].endswith("2 banks, 92 questions, 3 warnings: 2 weights, 1 unreadable")


@pytest.mark.parametrize(
    ("banks", "questions", "said"),
    [(1, 1, "1 bank, 1 question, no warnings."), (2, 92, "2 banks, 92 questions, no warnings.")],
)
def test_no_advice_is_one_line(banks: int, questions: int, said: str, show: Any) -> None:
    """What was read, and that there is nothing to say."""
    text = show(LintReport(3, (), (), banks, questions))
    assert text.endswith(f" {said}\n")
    assert text.count("\n") == 1


def test_faults_come_before_advice_and_before_running(show: Any) -> None:
    """As ``check`` says them, and why there is no more."""
    for report, why in (
        (LintReport(2, FAULTS, ()), "These are faults."),
        (RunsReport(2, FAULTS), "Nothing was run"),
    ):
        text = flat(show(report))
        assert "/own/bank.yaml:12:5: the weights sum to 90" in text
        assert "2 faults in 2 files." in text
        assert why in text


def test_each_run_says_what_became_of_it(show: Any) -> None:
    """Fine and skipped on a line; otherwise the place, what was expected and what was got."""
    results = (
        result(1, Ran("fine", "1", "1")),
        result(2, Ran("differs", "1\n2", "3")),
        result(3, Ran("failed", "1", ""), "sh"),
        result(4, Ran("skipped", reason="ruby is not installed"), "ruby"),
    )
    lines = show(RunsReport(1, results=results)).split("\n")
    assert lines[0].endswith("q, run 1 (python): fine")
    assert lines[1:6] == [
        "/b.yaml:7:3: q, run 2 (python): differs",
        "    expected:",
        "      1",
        "      2",
        "    got:",
    ]
    assert "    got: (nothing)" in lines
    assert lines[-4].endswith("q, run 4 (ruby): skipped, ruby is not installed")
    assert lines[-2].endswith("4 snippets in 1 bank: 1 fine, 1 differs, 1 failed, 1 skipped")


def test_a_long_output_is_cut(show: Any) -> None:
    """The first thirty lines, and how many more there are."""
    lines = [
        line.strip() for line in show(RunsReport(1, results=(result(1, Ran("differs", "x", "y\n" * 40)),))).split("\n")
    ]
    assert (30, 1) == (lines.count("y"), lines.count("(and 11 more lines)"))
    all_but_one = show(RunsReport(1, results=(result(1, Ran("differs", "x", "y\n" * 29)),)))
    assert "more line" not in all_but_one


def test_no_snippets(show: Any) -> None:
    """Said in one line."""
    assert show(RunsReport(2)) == "2 files read, no snippets to run.\n"


def test_output_of_a_snippet_does_nothing_to_the_terminal(show: Any) -> None:
    """What a stranger's code prints is shown, as it is."""
    text = show(
        RunsReport(1, results=(result(1, Ran("differs", HOSTILE, HOSTILE)), result(2, Ran("skipped", reason=HOSTILE))))
    )
    assert not acts(text)
    assert "[bold red]x[/]" in text
