"""Every fault of every bank, straight from the text: the catalogue is not asked."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from backprep.adapters.bank_check import LoadedBank, duplicate_ids, load_bank, load_skills
from backprep.adapters.bank_messages import shortened
from backprep.adapters.catalogue_file import find_sources, yaml_files
from backprep.adapters.likeness import likeness
from backprep.adapters.places import Places
from backprep.app.lint.advice import Advice, Linted
from backprep.app.lint.bank import advice_on_bank, alike_across
from backprep.app.lint.question import advice_on
from backprep.core.problem import Fault
from backprep.core.question import Question


class BankChecker:
    """Reads all banks in use, and those that are named besides; ids are compared across all of them."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def check(self, paths: Sequence[Path]) -> tuple[Sequence[Path], Sequence[Fault]]:
        """The files that were read and every fault in them; without paths, the skills and all banks in use."""
        files, _, found = self.read(paths)
        return files, found

    def lint(self, paths: Sequence[Path]) -> Linted:
        """The faults, and where there are none: what could be better, each at its question's line."""
        files, banks, faults = self.read(paths)
        if faults:
            return Linted(files, faults=faults)
        tree, _ = load_skills(find_sources(self._places.data, self._places.own_banks, [])[0].path)
        skills = [path for path in tree.paths() if "/" in path] if tree else []
        wanted = {str(path.resolve()) for path in files}
        found: list[Fault] = []
        earlier: list[Question] = []
        count = asked = 0
        for bank in banks:
            questions = [each.question for each in bank.questions]
            if str(Path(bank.path).resolve()) in wanted:
                count, asked = count + 1, asked + len(questions)
                own = [path for path in skills if path.startswith(f"{bank.id}/")]
                advice = [each for question in questions for each in advice_on(question)]
                advice += advice_on_bank(questions, own, likeness)
                advice += alike_across(earlier, questions, likeness)
                found += _placed(bank, advice)
            earlier += questions
        found.sort(key=lambda each: (each.file, each.line, each.code))
        return Linted(files, count, asked, advice=found)

    def read(self, paths: Sequence[Path]) -> tuple[Sequence[Path], Sequence[LoadedBank], Sequence[Fault]]:
        """The files that are meant, all banks in use and named besides, and the faults of those that are meant."""
        named = [file for path in paths for file in _files(path)]
        sources = find_sources(self._places.data, self._places.own_banks, named)
        tree, faults = load_skills(sources[0].path)
        # Skills that cannot be read are one mistake, and not one in each question.
        known = frozenset(tree.paths()) if tree else None
        banks = [load_bank(source.path, known) for source in sources[1:]]
        # A named file that is one of the banks in use is the same file, however the path was written.
        wanted = {str(path.resolve()) for path in named} if paths else None
        found = [*faults] if wanted is None or str(sources[0].path.resolve()) in wanted else []
        for bank in _once(banks):
            if wanted is None or str(Path(bank.path).resolve()) in wanted:
                found += bank.faults
        for fault in duplicate_ids(_once(banks)):
            if (wanted is None or str(Path(fault.file).resolve()) in wanted) and fault not in found:
                found.append(fault)
        files = [source.path for source in sources] if wanted is None else named
        return files, _once(banks), sorted(found, key=lambda fault: (fault.file, fault.line, fault.column))


def _files(path: Path) -> list[Path]:
    return (yaml_files(path) or [path]) if path.is_dir() else [path]


def _once(banks: Sequence[LoadedBank]) -> list[LoadedBank]:
    """Each file once, the first time that it comes."""
    seen: dict[str, LoadedBank] = {}
    for bank in banks:
        seen.setdefault(str(Path(bank.path).resolve()), bank)
    return list(seen.values())


def _placed(bank: LoadedBank, advice: Iterable[Advice]) -> Iterator[Fault]:
    """Advice with the line of its question; the first line for the bank as a whole."""
    lines = {each.question.id: each.line for each in bank.questions}
    for each in advice:
        line = lines.get(each.question or "", 1)
        yield Fault(bank.path, line, 1, each.question, each.code, shortened(each.message), each.hint)
