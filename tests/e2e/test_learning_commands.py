"""`tune` and `stats` as a person runs them, on a log of some weeks."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from app.test_learning import answered
from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.core.memory import DEFAULTS, Model
from core.test_predicting import draw
from e2e.terminal import Terminal, command, environment

FAST = Model(tuple(value * (0.3 if at < 4 else 1) for at, value in enumerate(DEFAULTS)))


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs a command."""
    return subprocess.run(
        command(*words), env=environment(home, COLUMNS="60"), capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture
def studied(home: Path) -> Path:
    """The home of somebody who forgets faster than most."""
    (plain,) = answered(0)
    progress = SqliteProgress(home / "progress.sqlite3")
    progress.merge(
        replace(plain, id=f"{number:05d}", question=step.question, at=step.at, rating=step.rating)
        for number, step in enumerate(draw(4000, 2, FAST))
    )
    progress.close()
    return home


def test_a_fit_is_shown_adopted_and_let_go(studied: Path) -> None:
    """Without --yes and without a terminal nothing is adopted; with it the setting is, and doctor stays content."""
    shown = run(studied, "tune")
    assert (shown.returncode, "Not adopted" in shown.stdout) == (0, True), shown.stderr
    data = json.loads(run(studied, "tune", "--yes", "--json").stdout)["data"]
    assert data["after"] < data["before"]
    assert (data["better"], data["adopted"]) == (True, True)
    assert "parameters = fitted to you" in run(studied, "config", "list").stdout
    assert run(studied, "progress", "doctor").returncode == 0
    assert run(studied, "config", "reset", "parameters").returncode == 0


def test_in_a_terminal_it_asks_first(studied: Path) -> None:
    """A no leaves everything as it is."""
    with Terminal(command("tune"), environment(studied)) as terminal:
        terminal.see("Adopt it?")
        terminal.press("n\r")
        terminal.see("Not adopted")
        assert terminal.end() == 0


def test_calibration_is_legible_at_sixty_columns(studied: Path) -> None:
    """Predicted beside actual, with figures for every bar."""
    shown = run(studied, "stats", "--memory")
    assert shown.returncode == 0, shown.stderr
    assert "Predicted  Actual  Answers" in shown.stdout
    assert "log loss" in shown.stdout
    assert max(len(line) for line in shown.stdout.splitlines()) <= 60
    data = json.loads(run(studied, "stats", "--memory", "--json").stdout)["data"]
    assert data["fitted"]["log_loss"] < data["plain"]["log_loss"]
    assert sum(each["count"] for each in data["plain"]["bins"]) == data["predictions"]
