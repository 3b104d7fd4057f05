"""Every report fits the terminal that it is shown in: a narrow one, a common one, a wide one."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from demo_home import build
from e2e.terminal import Terminal, command, environment

SIZES = [(20, 60), (24, 80), (40, 120), (50, 200)]
REPORTS = [  # not ``progress path``: what is to be copied stays in one piece
    [],
    ["skills"],
    ["skills", "sql-mysql"],
    ["stats"],
    ["stats", "--area", "python"],
    ["find", "index"],
    ["show", "js-equality-operators"],
    ["role"],
    ["config", "list"],
    ["bank", "list"],
    ["mock", "list"],
    ["story", "list"],
    ["story", "coverage"],
    ["ask-them"],
    ["help"],
    ["help", "keys"],
    ["--help"],
    ["quiz", "--help"],
]


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a person with two months of answers."""
    home = tmp_path_factory.mktemp("lived-in")
    assert build(home, days=60, a_day=10) > 100
    return home


def too_wide(raw: str, columns: int) -> list[str]:
    """The lines of a terminal's text that it would have had to break."""
    said = re.sub(r"\x1b(\[[\d;?]*[A-Za-z]|\][^\x07\x1b]*(\x07|\x1b\\))", "", raw)
    return [line for line in re.split(r"\r*\n|\r", said) if cell_len(line.rstrip()) > columns]


@pytest.mark.parametrize(("rows", "columns"), SIZES)
@pytest.mark.parametrize("words", REPORTS, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(lived_in: Path, words: list[str], rows: int, columns: int) -> None:
    """What the terminal would break itself breaks in the middle of a word."""
    fits(lived_in, words, rows, columns)


@pytest.mark.parametrize("words", REPORTS, ids=" ".join)
def test_nor_is_it_for_somebody_new(tmp_path: Path, words: list[str]) -> None:
    """What is said in place of figures has to fit as well, where there is least room."""
    fits(tmp_path, words, *SIZES[0])


def fits(home: Path, words: list[str], rows: int, columns: int) -> None:
    """Runs a command in a terminal and looks at what came."""
    with Terminal(command(*words), environment(home), rows, columns) as terminal:
        assert terminal.end() == 0, terminal.text()
        assert too_wide(terminal.raw, columns) == []
        assert terminal.text().strip()
