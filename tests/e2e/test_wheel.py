"""What people install: the wheel, in an environment that holds nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from e2e.terminal import environment

ROOT = Path(__file__).parents[2]


@pytest.mark.wheel
def test_the_installed_program_works_from_any_folder(tmp_path: Path) -> None:
    """The wheel brings its banks along, and a quiz runs far from the source tree."""
    quiet = {"check": True, "capture_output": True, "text": True}
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT], **quiet)  # type: ignore[call-overload]
    [wheel] = tmp_path.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "empty"], **quiet)  # type: ignore[call-overload]
    binaries = tmp_path / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([binaries / "python", "-m", "pip", "install", "--quiet", wheel], **quiet)  # type: ignore[call-overload]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = subprocess.run(
        [binaries / "backprep", "quiz", "--seed", "1", "-n", "2"],
        input="\n0\n" * 2,
        env=environment(tmp_path / "home"),
        cwd=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Done. 2 answers are kept" in done.stdout
    assert (tmp_path / "home" / "progress.sqlite3").exists()
    assert list(elsewhere.iterdir()) == []
