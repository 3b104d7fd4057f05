"""`make bench`: how long things take and how much memory, as ratios within one run. Absolute times mean little.

Start to the first question is measured in a pseudo-terminal: from the start of the process until the last line of the
screen is there; an answer from the key that takes it until the next question is there. Beside it what nobody can be
faster than (Python itself, Typer, one durable commit), a one-command Typer app that opens a SQLite file and prints one
Rich panel, and what somebody would take instead (peers.py). Every size of banks with every size of log.
"""

import argparse
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import homes
import peers
import yaml
from rich.console import Console
from rich.table import Table
from timing import Taken, Terminal, interleaved, memory_of, until_ended, until_seen

from backprep.adapters.catalogue_file import find_sources, open_catalogue
from backprep.adapters.places import shipped_data
from backprep.core.memory import Model
from backprep.core.plan.learner import Learner
from backprep.core.plan.order import Item, Known, order
from backprep.core.plan.worth import Worths

TINY = """
import sqlite3
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    from rich.console import Console
    from rich.panel import Panel

    db = sqlite3.connect({file!r})
    db.execute("SELECT 1").fetchone()
    Console().print(Panel("hello, tiny is ready"))


app()
"""
TWO = """
import typer

app = typer.Typer()


@app.command()
def one(name: str = "you") -> None:
    "Says hello."


@app.command()
def two(count: int = 3) -> None:
    "Counts."


app()
"""
QUESTIONS = (0, 10_000, 100_000)
"""Of one's own, beside the shipped ones."""
ANSWERS = (0, 10_000, 1_000_000)
LEAST, MOST = "first question, in turn: shipped and no answers", "first question, in turn: the most of both"
QUIZ = ("quiz", "--seed", "1", "--kind", "true_false")


class BareCommit:
    """One row committed with the same durability as an answer, and nothing else."""

    def __init__(self, file: Path) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.execute("PRAGMA synchronous = EXTRA")
        self._db.execute("CREATE TABLE t (text TEXT)")

    def __call__(self) -> Taken:
        """Commits one row."""
        began = time.perf_counter()
        self._db.execute("INSERT INTO t VALUES (?)", ("x" * 200,))
        return Taken(time.perf_counter() - began)


def name_of(questions: int, answers: int) -> str:
    """A home's."""
    return (
        f"{questions // 1000}k questions, {answers // 1000}k answers"
        if questions
        else f"shipped, {answers // 1000}k answers"
    )


def make_homes(folder: Path) -> tuple[dict[int, Path], dict[str, Path], float]:
    """A home for each size of banks, compiled; a progress file for each size of both; and the seconds that deriving
    from the longest log took.
    """
    made, logs = {}, {}
    derived = 0.0
    for questions in QUESTIONS:
        sys.stderr.write(f"making {questions} questions ...\n")
        home = made[questions] = folder / f"{questions}"
        if questions:
            homes.banks(home / "banks", questions)
        listed = homes.listed(home)
        for answers in ANSWERS:
            file = logs[name_of(questions, answers)] = folder / f"{questions}-{answers}.sqlite3"
            if answers:
                sys.stderr.write(f"  {answers} answers ...\n")
                derived = homes.log(file, answers, listed)
    return made, logs, derived


@contextmanager
def lived_in(home: Path, log: Path) -> Iterator[None]:
    """A home with the answers of a log, for as long as it is timed."""
    file = home / "progress.sqlite3"
    if log.exists():
        log.rename(file)
    try:
        yield
    finally:
        if file.exists():
            file.rename(log)


def answered(words: Sequence[str], env: Mapping[str, str]) -> Taken:
    """From the key that takes an answer until the next question is on the screen; the answer is durable by then."""
    terminal = Terminal(words, env)
    try:
        terminal.until(" help")
        terminal.press("t")
        terminal.until("rate otherwise")
        terminal.press("\r")
        terminal.until("question 2 of")
        return terminal.until(" help")
    finally:
        terminal.close()


def uses(backprep: str, env: Mapping[str, str]) -> dict[str, Callable[[], Taken]]:
    """What a person does in a home."""
    return {
        "first question": lambda: until_seen([backprep, *QUIZ], env, " help"),
        "answer to next question": lambda: answered([backprep, *QUIZ], env),
        "home": lambda: until_ended([backprep], env),
        "find": lambda: until_ended([backprep, "find", "partition"], env),
        "stats": lambda: until_ended([backprep, "stats"], env),
    }


def choosing(count: int = 10_000) -> Callable[[], Taken]:
    """With a target: what to ask next out of so many, from nothing but the tables of the day."""
    chance = random.Random(1)
    items = [
        Item(
            f"{at}", chance.choice((0.5, 1.0, 2.0)), chance.choice((25.0, 38.0, 60.0, 110.0)),
            Known(chance.lognormvariate(2, 1.3), chance.uniform(1, 10), chance.randint(1, 60), chance.randint(1, 12))
            if chance.random() < 0.6 else None,
        )
        for at in range(count)
    ]  # fmt: skip
    model = Model()
    learner, worths = Learner(model), Worths(model)

    def choose() -> Taken:
        began = time.perf_counter()
        order(items, 30, 45_000.0, learner, worths)
        return Taken(time.perf_counter() - began)

    return choose


def compiling(banks: Path, folder: Path) -> dict[str, Callable[[], Taken]]:
    """A compile of everything, and PyYAML's C loader on the same text."""
    sources = find_sources(shipped_data(), banks, ())

    def bare() -> Taken:
        began = time.process_time()
        for each in sources:
            yaml.load(each.path.read_text("utf-8"), yaml.CSafeLoader)
        return Taken(time.process_time() - began)

    def compiled() -> Taken:
        shutil.rmtree(folder, ignore_errors=True)
        began = time.process_time()
        open_catalogue(folder, sources, lambda done, total: None).close()
        return Taken(time.process_time() - began)

    return {"PyYAML's C loader": bare, "compile": compiled}


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables and writes bench.json."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=11)
    options.add_argument("--no-peers", action="store_true", help="install nothing")
    chosen = options.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": name}
        made, logs, derived = make_homes(folder)
        at = {questions: {**env, "BACKPREP_HOME": str(home)} for questions, home in made.items()}
        new = at[0]
        python = sys.executable
        backprep = str(Path(python).with_name("backprep"))
        for file, text in (("tiny.py", TINY.format(file=str(folder / "tiny.sqlite3"))), ("two.py", TWO)):
            (folder / file).write_text(text)
        found = {} if chosen.no_peers else peers.cases(folder / "peers", env)
        missing = {name: case for name, case in found.items() if isinstance(case, str)}
        starts: dict[str, Callable[[], Taken]] = {
            "python -c pass": lambda: until_ended([python, "-c", "pass"], env),
            "import typer": lambda: until_ended([python, "-c", "import typer"], env),
            "a tiny Typer app": lambda: until_seen([python, str(folder / "tiny.py")], env, "tiny is ready"),
            "a Typer app of two commands, --help": lambda: until_ended([python, str(folder / "two.py"), "--help"], env),
            "backprep --version": lambda: until_ended([backprep, "--version"], new),
            "backprep --help": lambda: until_ended([backprep, "--help"], new),
            "backprep quiz: first question": lambda: until_seen([backprep, *QUIZ], new, " help"),
            **{name: case for name, case in found.items() if not isinstance(case, str)},
            "one durable commit": BareCommit(folder / "bare.sqlite3"),
            "choosing among 10,000 with a target": choosing(),
        }
        sys.stderr.write("timing the start ...\n")
        times = interleaved(starts, chosen.runs)
        for questions, answers in product(QUESTIONS, ANSWERS):
            size, own = name_of(questions, answers), at[questions]
            sys.stderr.write(f"timing {size} ...\n")
            with lived_in(made[questions], logs[size]):
                found_here = interleaved(uses(backprep, own), max(3, chosen.runs // 2))
                memory = {
                    words: memory_of([backprep, *words.split()], own) for words in ("find partition", "stats", "")
                }
            for words, most in memory.items():
                name = words.partition(" ")[0] or "home"
                found_here[name] = found_here[name]._replace(memory=most)
            times |= {f"{size}: {name}": taken for name, taken in found_here.items()}
        sys.stderr.write("timing the least against the most ...\n")
        least, most_of_all = name_of(0, 0), name_of(QUESTIONS[-1], ANSWERS[-1])
        with lived_in(made[0], logs[least]), lived_in(made[QUESTIONS[-1]], logs[most_of_all]):
            pair = {
                LEAST: lambda: until_seen([backprep, *QUIZ], at[0], " help"),
                MOST: lambda: until_seen([backprep, *QUIZ], at[QUESTIONS[-1]], " help"),
            }
            times |= interleaved(pair, chosen.runs)
        for questions in QUESTIONS:
            sys.stderr.write(f"compiling {questions} ...\n")
            runs = 1 if questions > 10_000 else 5
            both = interleaved(compiling(folder / f"{questions}" / "banks", folder / "cold"), runs)
            shutil.rmtree(made[questions] / "cache")
            most = memory_of([backprep, "bank", "list"], at[questions])
            both["compile"] = both["compile"]._replace(memory=most)
            times |= {f"{name_of(questions, 0).partition(',')[0]}: {name}": taken for name, taken in both.items()}
    report(times, missing, derived)
    return 0


def report(times: Mapping[str, Taken], missing: Mapping[str, str], derived: float) -> None:
    """The tables, and bench.json."""
    tiny = times["a tiny Typer app"].seconds
    table = Table("what", "ms", "x tiny app", "MB", title="medians")
    for name, (seconds, memory) in times.items():
        table.add_row(name, f"{seconds * 1000:.1f}", f"{seconds / tiny:.2f}", f"{memory:.0f}" if memory else "")
    for name, why in missing.items():
        table.add_row(f"{name}: {why}", "-", "-", "-")
    wanted = bounds(times)
    judged = Table("what", "is", "wanted", title="ratios")
    for name, (ratio, most) in wanted.items():
        judged.add_row(name, f"{ratio:.2f}", f"at most {most}", style="red" if ratio > most else None)
    console = Console()
    console.print(table, judged)
    console.print(f"deriving everything from 1,000,000 answers: {derived:.1f} s")
    figures = {
        "ms": {name: each.seconds * 1000 for name, each in times.items()},
        "memory_mb": {name: each.memory for name, each in times.items() if each.memory},
        "not_installed": dict(missing),
        "rebuild_s": derived,
        "ratios": {name: ratio for name, (ratio, _) in wanted.items()},
    }
    Path("bench.json").write_text(json.dumps(figures, indent=1))


def bounds(times: Mapping[str, Taken]) -> dict[str, tuple[float, float]]:
    """By name: a ratio, and what it should be at most."""

    def ratio(name: str, to: str) -> float:
        return times[name].seconds / times[to].seconds

    first, commit = "backprep quiz: first question", times["one durable commit"].seconds
    found = {
        "first question / a tiny Typer app": (ratio(first, "a tiny Typer app"), 1.4),
        "first question, 100,000 questions and 1,000,000 answers / shipped and none": (
            ratio(MOST, LEAST), 1.2,
        ),
        "--version / import typer": (ratio("backprep --version", "import typer"), 1.3),
        "--help / that of a Typer app of two commands": (
            ratio("backprep --help", "a Typer app of two commands, --help"), 1.25,
        ),
    }  # fmt: skip
    for name in times:
        if name.startswith(tuple(f"{each.package}:" for each in peers.PEERS)):
            found[f"first question / {name}"] = (ratio(first, name), 1.0)
        if name.endswith("answer to next question"):
            beyond = (times[name].seconds - commit) * 1000
            found[f"{name}, ms beyond the commit"] = (beyond, 30)
        if name.endswith(": compile"):
            found[f"{name} / PyYAML's C loader"] = (ratio(name, name.replace("compile", "PyYAML's C loader")), 1 / 0.7)
    largest = f"{QUESTIONS[-1] // 1000}k questions"
    found["peak memory, MB"] = (max(each.memory for name, each in times.items() if name.startswith(largest)), 80)
    return found


if __name__ == "__main__":
    sys.exit(main())
