"""How much work the first screens are: counted, not timed, so that a change which makes them heavier is seen at once.

Who has a good reason to need more raises a bound here, and says why in the message of the change.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from e2e.terminal import environment

BOUNDS = {
    ("--version",): {"modules": 200, "ours": 35, "statements": 0, "rows": 0},
    ("--help",): {"modules": 200, "ours": 35, "statements": 0, "rows": 0},
    ("quiz", "-n", "1", "--seed", "1"): {"modules": 335, "ours": 98, "statements": 75, "rows": 850},
    ("skills",): {"modules": 320, "ours": 84, "statements": 16, "rows": 270},
}
"""Modules that are loaded (in all, and of this program), SQL statements, and rows that are read from SQLite."""
CALLS = 2_000
"""System calls that read, up to the first question."""


def work(home: Path, *words: str) -> dict[str, int]:
    """What a command takes, once everything is compiled and nothing waits for the person."""
    for _ in range(2):  # the first time compiles
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("work.py")), *words],
            stdin=subprocess.DEVNULL, env=environment(home), capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
    found: dict[str, int] = json.loads(done.stderr.splitlines()[-1])
    return found


@pytest.mark.parametrize("words", BOUNDS, ids=" ".join)
def test_the_first_screens_are_no_more_work_than_they_were(home: Path, words: tuple[str, ...]) -> None:
    """No import, no statement and no row more than what the screen needs."""
    found = work(home, *words)
    beyond = {name: found[name] for name, bound in BOUNDS[words].items() if found[name] > bound}
    assert beyond == {}


def test_the_first_question_reads_little(home: Path) -> None:
    """The system is asked to read a bounded number of times."""
    found = work(home, "quiz", "-n", "1", "--seed", "1")
    if "calls" not in found:
        pytest.skip("only Linux counts them")
    assert found["calls"] <= CALLS


def test_a_bank_of_thousands_is_no_more_work(home: Path) -> None:
    """With three thousand questions more in three areas the first question takes as many statements, and as good as as
    many rows: nothing reads what it does not ask.
    """
    before = work(home, "quiz", "-n", "1", "--seed", "1")
    folder = home / "banks"
    folder.mkdir()
    skills = ("python/typing", "sql-mysql/joins", "api-design/webhooks")
    rows = [
        f"  - {{id: many-{at}, kind: true_false, skill: {skills[at % 3]},"
        f" level: mid, judgement: true, truth: true, why: So it is., prompt: Is statement {at} true?}}\n"
        for at in range(3000)
    ]
    (folder / "many.yaml").write_text("bank: many\ntitle: Many\nquestions:\n" + "".join(rows))
    after = work(home, "quiz", "-n", "1", "--seed", "1")
    assert after["statements"] == before["statements"]
    assert after["rows"] <= before["rows"] * 1.05
