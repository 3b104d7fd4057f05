"""The snippets of banks, and what runs them."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from backprep.adapters.checker import BankChecker
from backprep.adapters.places import Places
from backprep.app.snippets import Snippet, SnippetRunner
from backprep.core.problem import Fault


class BankSnippets:
    """Reads them straight from the text. What runs them is imported when it is wanted, and never in a session."""

    def __init__(self, places: Places) -> None:
        self._checker = BankChecker(places)

    def read(self, paths: Sequence[Path]) -> tuple[Sequence[Path], Sequence[Fault], Sequence[Snippet]]:
        """The files, their faults, and where there are none, their snippets; without paths, of all banks in use."""
        files, banks, faults = self._checker.read(paths)
        if faults:
            return files, faults, []
        wanted = {str(path.resolve()) for path in files}
        found = [
            Snippet(bank.path, each.line, each.column, each.question.id, number, run)
            for bank in banks
            if str(Path(bank.path).resolve()) in wanted
            for each in bank.questions
            for number, run in enumerate(each.question.runs, start=1)
        ]
        return files, [], found

    def runner(self) -> AbstractContextManager[SnippetRunner]:
        """At the end, every server that it started is ended."""
        from backprep.adapters.runner import Runner

        return Runner()
