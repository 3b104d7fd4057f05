"""Help that teaches: topics, completion, the man page, suggestions."""

import shutil
import subprocess
from pathlib import Path

import pytest

from backprep.adapters.places import shipped_data
from backprep.core.settings import SETTINGS
from e2e.terminal import command, environment

TOPICS = ["bank-format", "files", "keys", "privacy", "scheduling"]


def run(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a command."""
    return subprocess.run(
        command(*words), env=environment(home, **more), capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_a_text(home: Path, topic: str) -> None:
    """Its title first, on a page that is worth reading."""
    done = run(home, "help", topic)
    assert done.returncode == 0
    assert len(done.stdout.split()) > 80
    assert "#" not in done.stdout.split("\n")[0]
    listed = run(home, "help").stdout
    assert topic in listed


def test_topics_name_only_what_there_is(home: Path) -> None:
    """Every command and every setting that a text names exists."""
    import re

    from e2e.test_commands import COMMANDS

    for file in sorted((shipped_data() / "help").glob("*.md")):
        text = " ".join(file.read_text("utf-8").split())
        for words in re.findall(r"`backprep ((?:[a-z-]+ ?)+)", text):
            named = words.split()
            assert " ".join(named[:2]) in COMMANDS or named[0] in COMMANDS or " ".join(named) in COMMANDS, words
        for name in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", text):
            assert name in SETTINGS or name in ("bank-format",), name


def test_a_topic_that_is_none(home: Path) -> None:
    """A suggestion, and exit code 2."""
    done = run(home, "help", "privasy")
    assert done.returncode == 2
    assert "Did you mean privacy?" in done.stderr


@pytest.mark.parametrize(
    ("typed", "meant"), [(["qiuz"], "quiz"), (["bank", "chek"], "check"), (["quiz", "--levl", "mid"], "--level")]
)
def test_a_misspelt_word_gets_a_suggestion(home: Path, typed: list[str], meant: str) -> None:
    """Commands, commands of commands, and options."""
    done = run(home, *typed)
    assert done.returncode == 2
    assert meant in done.stderr
    assert "mend:" in done.stderr


@pytest.mark.parametrize(
    ("words", "wanted", "unwanted"),
    [
        ("backprep qu", ["quiz"], ["cards"]),
        ("backprep quiz --area py", ["python"], ["sql-mysql"]),
        ("backprep quiz --skill python/ty", ["python/typing"], ["python/exceptions"]),
        ("backprep quiz --level s", ["senior"], ["mid"]),
        ("backprep quiz --kind o", ["open", "order"], ["fill"]),
        ("backprep quiz --bank inter", ["interview"], ["python"]),
        ("backprep show cap-th", ["cap-theorem"], ["cap-conjecture-author"]),
        ("backprep suspend cap-th", ["cap-theorem"], []),
        ("backprep config get new", ["new-a-day"], ["retention"]),
        ("backprep help k", ["keys"], ["files"]),
        ("backprep mock --role b", ["back-end"], ["front-end"]),
        ("backprep story show ", [], ["1"]),
    ],
)
def test_the_shell_completes_what_the_program_knows(
    home: Path, words: str, wanted: list[str], unwanted: list[str]
) -> None:
    """Commands, areas, skills, levels, kinds, banks, ids, settings, topics, roles; nothing where there is nothing."""
    more = {"_BACKPREP_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    done = run(home, **more)
    offered = done.stdout.split()
    assert set(wanted) <= set(offered), done.stderr
    assert set(unwanted).isdisjoint(offered)
    assert done.stderr == ""


def test_a_broken_progress_file_completes_nothing_and_says_nothing(home: Path) -> None:
    """No error in the middle of a command line."""
    (home / "progress.sqlite3").write_text("this is no database " * 100)
    more = {"_BACKPREP_COMPLETE": "complete_bash", "COMP_WORDS": "backprep show ca", "COMP_CWORD": "2"}
    done = run(home, **more)
    assert (done.stdout.strip(), done.stderr) == ("", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_scripts(home: Path, shell: str) -> None:
    """Each says how to use it, and its shell can read it where it is installed."""
    done = run(home, "completion", shell)
    assert done.returncode == 0
    assert "backprep completion" in done.stdout
    if shell == "zsh":
        assert done.stdout.startswith("#compdef backprep")
    if shell in ("bash", "zsh", "fish") and shutil.which(shell):
        subprocess.run([shell, "-n"], input=done.stdout, text=True, check=True)


def test_a_shell_that_is_none(home: Path) -> None:
    """What is known is said."""
    done = run(home, "completion", "csh")
    assert done.returncode == 2
    assert "bash, zsh, fish" in done.stderr
