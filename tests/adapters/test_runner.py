"""Running snippets: each way to run one, and what can become of it."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from backprep.adapters import runner as module
from backprep.adapters.runner import Runner
from backprep.app.snippets import Ran
from backprep.core.question import Run

SAMPLES = {
    "python": ("print(1, None, 0.5)\nprint()", "1 None 0.5"),
    "sqlite": (
        "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, NULL), (2.0, 'x;y');\nSELECT * FROM t;\nSELECT 0.1 + 0.2, 0.5",
        "1|\n2.0|x;y\n0.3|0.5",
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
    assert ran.outcome == "failed"
    assert ran.got.startswith("1\n")
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
    assert (ran.outcome, ran.got) == ("failed", "(still running after 0.5 s)")


@pytest.mark.parametrize(
    ("code", "prints", "outcome"),
    [
        ("print('a  ')\nprint()", "a", "fine"),
        ("print('a')", "a  \n\n", "fine"),
        ("print('  a')", "a", "differs"),
        ("print('a\\n\\nb')", "a\nb", "differs"),
    ],
)
def test_white_space_counts_but_for_that_at_ends(code: str, prints: str, outcome: str, runner: Runner) -> None:
    """An indented tree is not a flat one; what nobody can see at the end of a line does not matter."""
    assert runner.run(Run(using="python", code=code, prints=prints)).outcome == outcome


def test_numbers_look_as_in_the_shell_of_sqlite(runner: Runner) -> None:
    """An author pastes what the sqlite3 program printed, and it is the same here."""
    code = "SELECT 1e300, 1e15, 9e999, -9e999, 1.0/3, 1e-10, -0.0, x'4142', x'ff';"
    shown = "1.0e+300|1.0e+15|Inf|-Inf|0.333333333333333|1.0e-10|0.0|AB|\ufffd"
    assert runner.run(Run(using="sqlite", code=code, prints=shown)) == Ran("fine", shown, shown)


def test_statements_of_sqlite_run_one_by_one(runner: Runner) -> None:
    """What came before a mistake is there, and semicolons in texts, comments and triggers end nothing."""
    code = (
        "CREATE TABLE t (a); -- one; two\n"
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = a || ';'; UPDATE t SET a = a || '!'; END;\n"
        "INSERT INTO t VALUES ('x'); SELECT a FROM t"
    )
    assert runner.run(Run(using="sqlite", code=code, prints="x;!")).outcome == "fine"
    ran = runner.run(Run(using="sqlite", code="SELECT 7; SELECT nope;", fails="no such column: nope"))
    assert (ran.outcome, ran.got.split("\n")[0]) == ("fine", "7")


def test_errors_of_redis(runner: Runner) -> None:
    """redis-cli ends with 0 whatever it was told: an error counts as one, and is a reply where output is expected."""
    code = "SET a x\nINCR a\nGET a"
    ran = runner.run(Run(using="redis", code=code, fails="not an integer"))
    if ran.outcome == "skipped":
        pytest.skip(ran.reason)
    assert ran.outcome == "fine"
    no_error = Run(using="redis", code="SET a 'not an integer'\nGET a", fails="not an integer")
    assert runner.run(no_error).outcome == "differs"
    prints = "OK\nERR value is not an integer or out of range\n\nx"
    assert runner.run(Run(using="redis", code=code, prints=prints)).outcome == "fine"


@pytest.mark.parametrize(("using", "slow"), [("mariadb", "SELECT SLEEP(60);"), ("postgresql", "SELECT pg_sleep(60);")])
def test_a_busy_server_keeps_nobody_waiting(
    using: str, slow: str, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A statement that is ended ends its server too, and the next snippet gets a fresh one."""
    quick = Run(using=using, code="SELECT 1;", prints="1")  # type: ignore[arg-type]
    ran = runner.run(quick)
    if ran.outcome == "skipped":
        pytest.skip(ran.reason)
    busy = runner._servers[using]
    with monkeypatch.context() as patch:
        patch.setattr(module, "SECONDS", 0.5)
        assert runner.run(Run(using=using, code=slow, prints="1")).outcome == "failed"  # type: ignore[arg-type]
    assert not isinstance(busy, str)
    assert not busy.folder.exists()
    assert runner.run(quick).outcome == "fine"


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


@pytest.mark.parametrize("error", [None, RuntimeError, KeyboardInterrupt])
def test_servers_go_with_the_runner(error: type[BaseException] | None) -> None:
    """Nothing is left running, and no folder is left: at the end, after an error, and after Ctrl-C."""
    with contextlib.suppress(RuntimeError, KeyboardInterrupt), Runner() as brief:
        ran = brief.run(Run(using="redis", code="PING", prints="PONG"))
        if ran.outcome == "skipped":
            pytest.skip(ran.reason)
        server = brief._servers["redis"]
        assert not isinstance(server, str)
        process, folder = server._process, server.folder
        assert folder.exists()
        assert folder.stat().st_mode & 0o077 == 0
        if error:
            raise error
    assert process
    assert process.poll() is not None
    assert not folder.exists()
