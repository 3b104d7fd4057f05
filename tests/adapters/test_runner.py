"""Running snippets: each way to run one, and what can become of it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from backprep.adapters import runner as module
from backprep.adapters.runner import Ran, Runner
from backprep.core.question import Run

SAMPLES = {
    "python": ("print(1, None, 0.5)\nprint()", "1 None 0.5"),
    "sqlite": (
        "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, NULL), (2.0, 'x;y');\nSELECT * FROM t;\nSELECT 0.1 + 0.2",
        "1|\n2.0|x;y\n0.3",
    ),
    "node": ("console.log([1, 2].map(String))", "[ '1', '2' ]"),
    "java": ("class Main { public static void main(String[] a) { System.out.println(1 + 2); } }", "3"),
    "php": ('<?php var_dump("1" == "01");', "bool(true)"),
    "ruby": ("puts [1, 2].sum", "3"),
    "perl": ('my @a = (1, 2); print scalar(@a), "\\n";', "2"),
    "sh": ("printf 'a\\nb\\n' | wc -l | tr -d ' '", "2"),
    "mariadb": ("SELECT 1, NULL, 'x';\nSELECT DATABASE() IS NOT NULL;", "1\tNULL\tx\n1"),
    "postgresql": (
        "CREATE TABLE t (a int);\nINSERT INTO t VALUES (7);\nSELECT a, NULL FROM t;",
        "CREATE TABLE\nINSERT 0 1\n7|",
    ),
    "redis": ("SET a 1\nINCR a\nGET a", "OK\n2\n2"),
}


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    """One runner, and its servers, for all."""
    with Runner() as shared:
        yield shared


@pytest.mark.parametrize("using", SAMPLES)
def test_every_way_to_run(using: str, runner: Runner) -> None:
    """A snippet gives what it says; twice, since nothing of the first run is left for the second."""
    code, prints = SAMPLES[using]
    for _ in range(2):
        ran = runner.run(Run(using=using, code=code, prints=prints + "\n\n"))  # type: ignore[arg-type]
        if ran.outcome == "skipped":
            pytest.skip(ran.reason)
        assert (ran.outcome, ran.got) == ("fine", prints)


def test_another_result_is_shown_beside_the_one_expected(runner: Runner) -> None:
    """Who reads the report sees both."""
    assert runner.run(Run(using="python", code="print(1)", prints="2")) == Ran("differs", "2", "1")


@pytest.mark.parametrize(
    ("code", "fails", "outcome"),
    [
        ("1 / 0", "ZeroDivisionError", "fine"),
        ("1 / 0", "KeyError", "differs"),
        ("print('ZeroDivisionError')", "ZeroDivisionError", "differs"),
    ],
)
def test_an_error_that_is_meant(code: str, fails: str, outcome: str, runner: Runner) -> None:
    """It has to end with an error, and with that one."""
    assert runner.run(Run(using="python", code=code, fails=fails)).outcome == outcome


def test_an_error_that_is_not_meant(runner: Runner) -> None:
    """Output that fits does not help a program that then fails."""
    ran = runner.run(Run(using="python", code="print(1)\nraise KeyError", prints="1"))
    assert ran.outcome == "differs"
    assert "KeyError" in ran.got


def test_modules_of_javascript(runner: Runner) -> None:
    """A snippet with imports is run as a module."""
    ran = runner.run(Run(using="node", code="import { sep } from 'node:path'\nconsole.log(sep)", prints=os.sep))
    if ran.outcome == "skipped":
        pytest.skip(ran.reason)
    assert ran.outcome == "fine"


def test_nothing_runs_for_ever(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """A snippet without an end is ended, and said to be."""
    monkeypatch.setattr(module, "SECONDS", 0.5)
    ran = runner.run(Run(using="python", code="while True: pass", prints=""))
    assert ran.outcome == "differs"
    assert "still running" in ran.got


@pytest.mark.parametrize("using", [each for each in SAMPLES if each not in ("python", "sqlite")])
def test_what_is_not_installed_is_skipped_with_the_reason(using: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the program says so, and nothing is started."""
    monkeypatch.setattr(shutil, "which", lambda *words, **more: None)
    with Runner() as bare:
        ran = bare.run(Run(using=using, code="x", prints="y"))  # type: ignore[arg-type]
        assert ran.outcome == "skipped"
        assert "is not installed" in ran.reason


def test_snippets_find_nothing_of_the_person_and_leave_nothing_behind(runner: Runner, tmp_path: Path) -> None:
    """No variables of the session, a home of their own, and an empty folder each time."""
    code = "import os; print(sorted(os.listdir('.')), 'BACKPREP_HOME' in os.environ); open('left', 'w').close()"
    for _ in range(2):
        assert runner.run(Run(using="python", code=code, prints="['main.py'] False")).outcome == "fine"


def test_servers_go_with_the_runner() -> None:
    """Nothing is left running, and no folder is left."""
    with Runner() as brief:
        ran = brief.run(Run(using="redis", code="PING", prints="PONG"))
        if ran.outcome == "skipped":
            pytest.skip(ran.reason)
        server = brief._servers["redis"]
        assert not isinstance(server, str)
        process, folder = server._process, server.folder
        assert folder.exists()
    assert process
    assert process.poll() is not None
    assert not folder.exists()
