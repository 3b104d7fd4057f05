"""Running the snippets of banks, to see whether they do what their questions say. Never part of a session."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, Protocol, get_args

from backprep.app.errors import UsageError
from backprep.core.problem import Fault
from backprep.core.question import Run, Runner
from backprep.core.suggest import did_you_mean

Outcome = Literal["fine", "differs", "failed", "skipped"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
WAYS: tuple[str, ...] = get_args(Runner)
"""What snippets can be run with."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a snippet. ``expected`` and ``got`` are texts to compare; ``reason`` says why it was skipped."""

    outcome: Outcome
    expected: str = ""
    got: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A run of a question: where the question stands, and which of its runs it is, from 1."""

    file: str
    line: int
    column: int
    question: str
    number: int
    run: Run


@dataclass(frozen=True, slots=True)
class RunsReport:
    """What became of all snippets, or the faults that come first."""

    files: int
    faults: tuple[Fault, ...] = ()
    results: tuple[tuple[Snippet, Ran], ...] = ()

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many ended in which way."""
        return {each: sum(ran.outcome == each for _, ran in self.results) for each in OUTCOMES}

    @property
    def well(self) -> bool:
        """Whether nothing came out otherwise than the bank says. What could not be run here is no mistake of it."""
        return not (self.faults or self.counts["differs"] or self.counts["failed"])


class SnippetRunner(Protocol):
    """Executes code."""

    def run(self, run: Run) -> Ran:
        """Runs one snippet, and compares."""
        ...


class Snippets(Protocol):
    """The snippets of banks, and what executes them."""

    def read(self, paths: Sequence[Path]) -> tuple[Sequence[Path], Sequence[Fault], Sequence[Snippet]]:
        """The files, their faults, and where there are none, their snippets; without paths, of all banks in use."""
        ...

    def runner(self) -> AbstractContextManager[SnippetRunner]:
        """At the end, everything that it started is ended."""
        ...


def chosen(snippets: Sequence[Snippet], using: Sequence[str]) -> list[Snippet]:
    """Those that are run with certain programs; all of them where none is named."""
    for word in using:
        if word not in WAYS:
            near = did_you_mean(word, WAYS)
            mend = f"Did you mean {near}?" if near else f"Known: {', '.join(WAYS)}."
            raise UsageError(f"nothing is run with {word!r}", mend=mend)
    return [each for each in snippets if not using or each.run.using in using]


def run_all(
    snippets: Sequence[Snippet], runner: SnippetRunner, told: Callable[[], None]
) -> tuple[tuple[Snippet, Ran], ...]:
    """Runs one after the other; ``told`` is called after each."""
    results = []
    for each in snippets:
        results.append((each, runner.run(each.run)))
        told()
    return tuple(results)


def runs_data(report: RunsReport) -> dict[str, Any]:
    """The report as ``bank run`` gives it."""
    return {
        "faults": [asdict(fault) for fault in report.faults],
        "counts": report.counts,
        "runs": [
            {
                "file": each.file,
                "line": each.line,
                "column": each.column,
                "question": each.question,
                "number": each.number,
                "using": each.run.using,
                **asdict(ran),
            }
            for each, ran in report.results
        ],
    }
