"""The program without a terminal: from a pipe, into a pipe."""

import json
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

from e2e.terminal import command, environment


def run(home: Path, *words: str, lines: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a command with lines on its standard input."""
    return subprocess.run(
        command(*words),
        input=lines,
        env=environment(home, **more),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        encoding="utf-8",
    )


def count(home: Path) -> int:
    """How many answers are in the file."""
    db = sqlite3.connect(home / "progress.sqlite3")
    try:
        return int(db.execute("SELECT count(*) FROM review").fetchone()[0])
    finally:
        db.close()


def test_three_questions_by_lines(home: Path, every_kind: Path) -> None:
    """Numbered lines answer, nothing has to be confirmed, and no control code is written."""
    words = ("quiz", "--bank", str(every_kind), "-k", "choice", "-k", "several", "-k", "true_false", "--seed", "1")
    done = run(home, *words, "-n", "3", lines="1\n1\n1\n")
    assert done.returncode == 0, done.stderr
    assert "Question 3 of 3" in done.stdout
    assert "Done. 3 answers are kept" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr
    assert count(home) == 3


def test_the_end_of_the_input_saves_and_leaves(home: Path) -> None:
    """Half a session is kept, and the exit code says that all is well."""
    done = run(home, "quiz", "--seed", "1", "-n", "3", "-k", "choice", lines="1\n")
    assert done.returncode == 0, done.stderr
    assert "Stopped here. 1 answer is kept" in done.stdout
    assert count(home) == 1


def test_the_shipped_banks_answer_from_a_pipe(home: Path) -> None:
    """The README's line for scripts works on the banks that people get."""
    done = run(home, "quiz", "--seed", "1", "-n", "3", lines="\n0\n" * 3)
    assert done.returncode == 0, done.stderr
    assert "Done. 3 answers are kept" in done.stdout


def test_the_same_seed_asks_the_same(home: Path, tmp_path: Path) -> None:
    """A seed makes a session that can be repeated by somebody else."""
    words = ("quiz", "--seed", "5", "-n", "10")
    first, again = run(home, *words, lines="skip\n" * 10), run(home, *words, lines="skip\n" * 10)
    other = run(home, "quiz", "--seed", "6", "-n", "10", lines="skip\n" * 10)
    assert first.stdout == again.stdout
    assert first.stdout != other.stdout


def test_the_articles_questions_come_first(home: Path) -> None:
    """A new person meets the five of the source article in the first session."""
    done = run(home, "quiz", "-n", "5", lines="skip\n" * 5)
    for words in ("favourite programming language", "into coding", "from assignment to finished", "stands up", "CAP"):
        assert words in done.stdout


def test_tomorrow_the_answer_is_still_there(home: Path) -> None:
    """What was answered in one run is counted in the next."""
    run(home, "quiz", "--skill", "distributed-systems-scaling/cap-pacelc", "-k", "open", "-n", "1", lines="\n1 2\n")
    listed = json.loads(run(home, "skills", "distributed-systems-scaling/cap-pacelc", "--json").stdout)
    assert listed["data"]["skill"]["met"] == 1


def test_filters_are_kept(home: Path) -> None:
    """Only the level, kind and area that were asked for are asked."""
    words = ("quiz", "--level", "junior", "--kind", "choice", "--area", "testing-quality", "-n", "10")
    done = run(home, *words, lines="skip\n" * 10)
    heads = [line for line in done.stdout.splitlines() if line.startswith("Question ")]
    assert heads
    assert all("Level: junior. Pick one." in head and "Testing" in head for head in heads)


def test_minutes_end_a_session(home: Path) -> None:
    """A session bounded by time asks on until the time is over, however many that are."""
    done = run(home, "quiz", "--minutes", "600", "-k", "true_false", lines="t\n" * 4)
    assert "Question 5 of" in done.stdout


def test_misspelt_words_get_a_suggestion(home: Path) -> None:
    """A skill, area, level, kind or bank that does not exist: exit 2 or 3, and the nearest that does."""
    for words, code, near in (
        (("quiz", "--area", "pyhton"), 2, "python"),
        (("quiz", "--level", "midd"), 2, "mid"),
        (("quiz", "--kind", "choise"), 2, "choice"),
        (("quiz", "--skill", "idempotancy"), 2, "idempotency"),
        (("quiz", "--bank", "intervew"), 3, "interview"),
        (("role", "backend-dev"), 2, "back-end"),
        (("skills", "cap-paclec"), 2, "CAP and PACELC"),
    ):
        done = run(home, *words)
        assert done.returncode == code, (words, done.stderr)
        assert near in done.stderr
        assert "Traceback" not in done.stderr


def test_a_bad_bank_of_ones_own_is_named_and_skipped(home: Path) -> None:
    """The session goes on with the good banks; the broken one is named, with the command that shows why."""
    own = home / "banks"
    own.mkdir()
    (own / "broken.yaml").write_text("bank: broken\nquestions: [\n")
    done = run(home, "quiz", "-n", "1", lines="skip\n")
    assert done.returncode == 0
    assert "Skipped a bank:" in done.stdout
    assert f"backprep bank check {own / 'broken.yaml'}" in done.stdout
    assert "Question 1 of 1" in done.stdout


def test_a_bank_of_ones_own_is_asked_from(home: Path, every_kind: Path) -> None:
    """A file in the person's folder counts like the shipped ones."""
    (home / "banks").mkdir()
    (home / "banks" / "mine.yaml").write_text(every_kind.read_text())
    banks = json.loads(run(home, "bank", "list", "--json").stdout)["data"]["banks"]
    assert "every-kind" in [bank["id"] for bank in banks]


def test_a_bad_bank_that_was_asked_for_ends_with_3(home: Path, tmp_path: Path) -> None:
    """`--bank FILE` with faults says how many, and where to read them."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("bank: bad\ntitle: Bad\nquestions: []\n")
    done = run(home, "quiz", "--bank", str(bad))
    assert done.returncode == 3
    assert f"backprep bank check {bad}" in done.stderr
    missing = run(home, "quiz", "--bank", str(tmp_path / "missing.yaml"))
    assert missing.returncode == 3


def test_an_edited_bank_is_seen_at_once(home: Path, tmp_path: Path, every_kind: Path) -> None:
    """A change in a bank file counts at the next start."""
    bank = tmp_path / "mine.yaml"
    bank.write_text(every_kind.read_text())
    words = ("quiz", "--bank", str(bank), "-k", "choice")
    assert "idempotent but not safe" in run(home, *words, lines="skip\n").stdout
    bank.write_text(bank.read_text().replace("idempotent but not safe", "unlike all others"))
    assert "unlike all others" in run(home, *words, lines="skip\n").stdout


def test_a_broken_or_unwritable_cache_is_no_obstacle(home: Path) -> None:
    """A catalogue full of rubbish is made again without a word."""
    for file in (home / "cache").glob("*.sqlite3"):
        file.write_bytes(b"rubbish" * 1000)
    done = run(home, "quiz", "-n", "1", lines="skip\n")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Question 1 of 1" in done.stdout


def test_a_cache_whose_later_pages_are_rubbish_is_made_again(home: Path) -> None:
    """As after a bad disk: it opens, and what is read later is no good."""
    run(home, "bank", "list")
    for file in (home / "cache").glob("*.sqlite3"):
        content = file.read_bytes()
        for beside in (home / "cache").glob("*-wal"):
            beside.unlink()
        file.write_bytes(content[: len(content) // 3] + b"\xa5" * (len(content) - len(content) // 3))
    for words in (("find", "partition"), ("quiz", "-n", "1"), ("skills",)):
        done = run(home, *words, lines="skip\n")
        assert (done.returncode, done.stderr) == (0, ""), words


def test_several_first_starts_at_once(home: Path) -> None:
    """Each finds nothing compiled; all come to their question, and the catalogue is whole."""
    shutil.rmtree(home / "cache", ignore_errors=True)
    words = command("find", "partition", "--json")
    at_once = [
        subprocess.Popen(words, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    said = [(*each.communicate(timeout=120), each.returncode) for each in at_once]
    assert {code for _, _, code in said} == {0}, said
    assert len({out for out, _, _ in said}) == 1
    assert run(home, "find", "partition", "--json").stdout == said[0][0]


def test_a_compile_that_is_killed_leaves_nothing_half_done(home: Path) -> None:
    """Killed at several moments, the next start has every question."""
    whole = run(home, "bank", "list", "--json").stdout
    for wait in (0.15, 0.25, 0.4):
        shutil.rmtree(home / "cache", ignore_errors=True)
        child = subprocess.Popen(
            command("bank", "list"), env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )  # fmt: skip
        time.sleep(wait)
        child.kill()
        child.wait()
        assert run(home, "bank", "list", "--json").stdout == whole


def test_a_file_that_is_no_progress_file_is_left_alone(home: Path) -> None:
    """Exit 4, what and where, and the file as it was."""
    file = home / "progress.sqlite3"
    for content in (b"not a database, but long enough to be looked at" * 100, None):
        if content is None:
            file.unlink()
            db = sqlite3.connect(file)
            db.execute("CREATE TABLE somebody_elses (x)")
            db.commit()
            db.close()
            content = file.read_bytes()
        else:
            file.write_bytes(content)
        done = run(home, "quiz", "-n", "1", lines="1\n")
        assert done.returncode == 4, done.stderr
        assert str(file) in done.stderr
        assert "Traceback" not in done.stderr
        assert file.read_bytes() == content


def test_an_encoding_without_our_signs(home: Path) -> None:
    """In Latin-1 typographic signs become question marks, and everything works."""
    for words in (("quiz", "-n", "3"), ("skills",), ("cards", "-n", "2")):
        done = subprocess.run(
            command(*words),
            input=b"",
            env=environment(home, PYTHONIOENCODING="latin-1"),
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout


def test_output_that_nobody_reads_is_no_error(home: Path) -> None:
    """`backprep skills | head -1` ends without a traceback."""
    shell = " ".join(command("skills")) + " | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", shell], env=environment(home), capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_nobody_answers_in_vain(home: Path) -> None:
    """Where answers cannot be kept, the session ends before the first question, with exit 4."""
    wall = home / "wall"
    wall.write_text("")
    done = run(wall / "deeper", "quiz", "-n", "1", lines="1\n")
    assert done.returncode == 4
    assert "Question 1" not in done.stdout
    assert "BACKPREP_HOME" in done.stderr
