"""The answers of a person, from the first session to the worst day of a disk."""

import subprocess
import sys
from pathlib import Path

from e2e.terminal import command, environment


def run(home: Path, *words: str, lines: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a command with lines on its standard input."""
    return subprocess.run(
        command(*words), input=lines, env=environment(home), capture_output=True, text=True, timeout=60, check=False
    )


def test_a_session_on_a_full_disk_ends_with_words(home: Path, every_kind: Path) -> None:
    """The program says what happened and how to mend it, with the exit code of the progress file, and no traceback."""
    limited = (
        "import resource, signal, sys, os; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY)); os.execv(sys.argv[1], sys.argv[1:])"
    )
    subprocess.run(command("bank", "list"), env=environment(home), check=True, capture_output=True)
    words = [sys.executable, "-c", limited, *command("quiz", "--bank", str(every_kind), "-k", "choice")]
    done = subprocess.run(
        words, input="1\n", env=environment(home), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 4, done.stderr
    assert done.stderr.startswith("error: ")
    assert "mend:" in done.stderr
    assert "Traceback" not in done.stderr


def test_from_damage_back_to_the_answers(home: Path) -> None:
    """A session makes the copy of the day; when the file breaks, doctor says so, and both ways back work."""
    assert run(home, "quiz", "-n", "2", "-k", "choice", lines="1\n1\n").returncode == 0
    (copy,) = (home / "backups").glob("*.sqlite3")
    listed = run(home, "progress", "restore")
    assert f"backprep progress restore {copy.stem}  2 answers" in listed.stdout
    file = home / "progress.sqlite3"
    whole = file.read_bytes()

    file.write_bytes(b"broken" * 100 + whole[600:])
    for words in (["quiz"], ["progress", "export"], ["skills"]):
        done = run(home, *words)
        assert (done.returncode, "damaged" in done.stderr) == (4, True)
        assert "backprep progress restore" in done.stderr
    sick = run(home, "progress", "doctor")
    assert (sick.returncode, "damaged" in sick.stdout) == (1, True)

    saved = run(home, "progress", "doctor", "--salvage")
    assert (saved.returncode, "2 entries saved" in saved.stdout) == (0, True), saved.stdout + saved.stderr
    assert run(home, "progress", "doctor").returncode == 0
    again = run(home, "progress", "doctor", "--salvage")
    assert (again.returncode, "nothing is wrong" in again.stderr) == (2, True)

    back = run(home, "progress", "restore", copy.stem)
    assert back.returncode == 0, back.stderr
    assert "What was there is kept as" in back.stdout
    assert "(2 answers)" in run(home, "progress", "path").stdout
    assert run(home, "progress", "restore", "1999-01-01").returncode == 2
