"""Running a program to its end or its limits."""

import os
import sys
import time
from pathlib import Path

import pytest

from backprep.adapters import processes as module
from backprep.adapters.processes import StoppedError, finished


def python(code: str, folder: Path, *, given: str = "", seconds: float = 20) -> tuple[int, str, str]:
    """Runs Python: how it ended, its output, its errors."""
    done = finished([sys.executable, "-I", "-c", code], folder, {"LANG": "C.UTF-8"}, given, seconds)
    return done.returncode, done.stdout, done.stderr


def gone(process: int) -> bool:
    """Whether a process has ended, or does within a moment."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":  # ended; nobody has asked for its last words yet
            return True
        time.sleep(0.02)
    return False


def test_what_it_said_and_how_it_ended(tmp_path: Path) -> None:
    """Output and errors apart, what was given to it, its folder, and the code that it ended with."""
    code = "import os, sys; print(input(), os.listdir()); print('x', file=sys.stderr); sys.exit(3)"
    assert python(code, tmp_path, given="né\n") == (3, "né []\n", "x\n")


def test_bytes_that_are_no_text_are_no_end(tmp_path: Path) -> None:
    """A snippet that prints raw bytes is compared like any other."""
    assert python("import sys; sys.stdout.buffer.write(b'a\\xff')", tmp_path)[1] == "a\ufffd"


def test_too_much_output_is_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a program that never stops talking nor one that has ended fills the memory."""
    monkeypatch.setattr(module, "MOST", 1000)
    for code in ("while True: print('x' * 100, flush=True)", "print('x' * 2000)"):
        with pytest.raises(StoppedError, match="more than 1,000 bytes"):
            python(code, tmp_path)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize("goes_on", [True, False])
def test_children_end_with_it(goes_on: bool, tmp_path: Path) -> None:
    """What a snippet leaves in the background keeps nobody waiting and does not outlive it, at its end or its limit."""
    child = "import subprocess, sys; c = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)'])"
    last = "import time; time.sleep(300)" if goes_on else "0"
    code = f"{child}; open('child', 'w').write(str(c.pid)); c.returncode = 0; {last}"
    if goes_on:
        with pytest.raises(StoppedError, match="still running after 3 s"):
            python(code, tmp_path, seconds=3)
    else:
        assert python(code, tmp_path)[0] == 0
    assert gone(int((tmp_path / "child").read_text()))


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    """It is said as the system says it."""
    with pytest.raises(FileNotFoundError):
        finished([os.fspath(tmp_path / "none")], tmp_path, {}, "", 1)
