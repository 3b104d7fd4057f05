"""`make bench`: how long things take, as ratios within one run. Absolute times depend on the machine and mean little.

Start to the first question is measured in a pseudo-terminal: from the start of the process until the last line of the
screen is there. Beside it a one-command Typer app that opens a SQLite file and prints one Rich panel: the least that
could be asked.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import large
import pexpect
import progress

RUNS = 15
TINY = """
import sqlite3
import typer

app = typer.Typer()


@app.command()
def main(name: str = "you") -> None:
    from rich.console import Console
    from rich.panel import Panel

    db = sqlite3.connect({file!r})
    db.execute("SELECT 1").fetchone()
    Console().print(Panel(f"hello {{name}}, tiny is ready"))


app()
"""


def until_seen(words: list[str], env: dict[str, str], text: str) -> float:
    """Seconds from the start of a process until a text is on its terminal."""
    began = time.perf_counter()
    child = pexpect.spawn(words[0], words[1:], env=env, dimensions=(24, 80), encoding="utf-8", timeout=30)
    child.expect_exact(text)
    seconds = time.perf_counter() - began
    child.close(force=True)
    return seconds


def until_ended(words: list[str], env: dict[str, str]) -> float:
    """Seconds that a process takes."""
    began = time.perf_counter()
    subprocess.run(words, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def interleaved(cases: dict[str, Callable[[], float]]) -> dict[str, float]:
    """The median of each case, run in turn so that a slow moment of the machine hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    for each in cases.values():
        each()  # byte code and disk caches
    for _ in range(RUNS):
        for name, each in cases.items():
            times[name].append(each())
    return {name: statistics.median(each) for name, each in times.items()}


def main() -> None:
    """Runs the table and writes bench.json beside it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        env = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "BACKPREP_HOME": folder}
        tiny = home / "tiny.py"
        tiny.write_text(TINY.format(file=str(home / "tiny.sqlite3")))
        python = sys.executable
        backprep = str(Path(python).with_name("backprep"))
        old = {**env, "BACKPREP_HOME": str(home / "old")}
        progress.make(home / "old" / "progress.sqlite3", 100_000, 10_000)
        progress.rebuild(home / "old" / "progress.sqlite3")
        progress.make(home / "million" / "progress.sqlite3", 1_000_000, 20_000)
        million = progress.rebuild(home / "million" / "progress.sqlite3")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        big = {**env, "BACKPREP_HOME": str(home / "large")}
        large.make(home / "large")
        for each in (env, old, big):
            subprocess.run([backprep, "bank", "list"], env=each, check=True, stdout=subprocess.DEVNULL)
        times = interleaved(
            {
                "python -c pass": lambda: until_ended([python, "-c", "pass"], env),
                "import typer": lambda: until_ended([python, "-c", "import typer"], env),
                "a tiny Typer app": lambda: until_seen([python, str(tiny)], env, "tiny is ready"),
                "first question": lambda: until_seen([backprep, "quiz", "--seed", "1"], env, "help"),
                "  with 100,000 reviews": lambda: until_seen([backprep, "quiz", "--seed", "1"], old, "help"),
                "first question, 100k, 100k": lambda: until_seen([backprep, "quiz", "--seed", "1"], big, "help"),
                "  backprep": lambda: until_ended([backprep], big),
                "  backprep skills": lambda: until_ended([backprep, "skills"], big),
                "  backprep stats": lambda: until_ended([backprep, "stats"], big),
                "  backprep find partition": lambda: until_ended([backprep, "find", "partition"], big),
                "backprep --version": lambda: until_ended([backprep, "--version"], env),
                "backprep --help": lambda: until_ended([backprep, "--help"], env),
                "a bare durable commit": progress.BareCommit(home / "bare.sqlite3"),
                "an answer saved": progress.Saver(home / "new" / "progress.sqlite3"),
                "  with 100,000 reviews ": progress.Saver(home / "old" / "progress.sqlite3"),
                "  with 1,000,000 reviews": progress.Saver(home / "million" / "progress.sqlite3"),
            }
        )
    base = times["a tiny Typer app"]
    print(f"{'what':28}{'ms':>8}{'x tiny app':>12}")
    for name, seconds in times.items():
        print(f"{name:28}{seconds * 1000:8.0f}{seconds / base:12.2f}")
    begun = times["first question, 100k, 100k"]
    ratios = {
        "first question, 100,000 questions and reviews / none": (begun / times["first question"], 1.2),
        **{
            f"{name.strip()}, at that size / first question": (times[name] / begun, 2)
            for name in ("  backprep", "  backprep skills", "  backprep stats", "  backprep find partition")
        },
        "first question / a tiny Typer app": (times["first question"] / base, 1.5),
        "first question, 100,000 reviews / none": (times["  with 100,000 reviews"] / times["first question"], 1.2),
        "an answer saved / a bare commit": (times["an answer saved"] / times["a bare durable commit"], 3),
        "the same, 100,000 reviews": (times["  with 100,000 reviews "] / times["a bare durable commit"], 3),
        "the same, 1,000,000 reviews": (times["  with 1,000,000 reviews"] / times["a bare durable commit"], 3),
    }
    print()
    for name, (ratio, most) in ratios.items():
        print(f"{name:54}{ratio:6.2f}  (wanted: at most {most})")
    print(f"rebuilding from 1,000,000 reviews: {million:.1f} s (wanted: 10), peak memory {peak:.0f} MB (wanted: 1000)")
    figures = {"ms": {name.strip(): each * 1000 for name, each in times.items()}, "rebuild_s": million, "peak_mb": peak}
    figures["ratios"] = {name: ratio for name, (ratio, _) in ratios.items()}
    Path("bench.json").write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
