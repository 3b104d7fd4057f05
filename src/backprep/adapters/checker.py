"""Every fault of every bank, straight from the text: the catalogue is not asked."""

from collections.abc import Sequence
from pathlib import Path

from backprep.adapters.bank_check import LoadedBank, duplicate_ids, load_bank, load_skills
from backprep.adapters.catalogue_file import find_sources, yaml_files
from backprep.adapters.places import Places
from backprep.core.problem import Fault


class BankChecker:
    """Reads all banks in use, and those that are named besides; ids are compared across all of them."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def check(self, paths: Sequence[Path]) -> tuple[Sequence[Path], Sequence[Fault]]:
        """The files that were read and every fault in them; without paths, the skills and all banks in use."""
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
        return files, sorted(found, key=lambda fault: (fault.file, fault.line, fault.column))


def _files(path: Path) -> list[Path]:
    return (yaml_files(path) or [path]) if path.is_dir() else [path]


def _once(banks: Sequence[LoadedBank]) -> list[LoadedBank]:
    """Each file once, the first time that it comes."""
    seen: dict[str, LoadedBank] = {}
    for bank in banks:
        seen.setdefault(str(Path(bank.path).resolve()), bank)
    return list(seen.values())
