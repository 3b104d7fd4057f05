"""Every command, over the registry: help, example, JSON, exit codes."""

import json
import shlex
import subprocess
from datetime import date
from pathlib import Path

import pytest
from typer.main import get_command

from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.cli import application
from backprep.core.instant import Instant
from backprep.core.review import Chosen
from backprep.core.target import Target, to_text
from e2e.terminal import command, environment


def commands() -> dict[str, str]:
    """Every command with its example, as the command line has them."""
    found: dict[str, str] = {}
    group = get_command(application())
    for name, each in group.commands.items():  # type: ignore[attr-defined]
        inner = getattr(each, "commands", None)
        leaves = [(f"{name} {sub}", value) for sub, value in inner.items()] if inner else [(name, each)]
        if inner and each.invoke_without_command:
            leaves.insert(0, (name, each))
        for path, leaf in leaves:
            found[path] = (leaf.epilog or "").removeprefix("Example: ")
    return found


COMMANDS = commands()
REPORTS = [name for name in COMMANDS if name not in ("quiz", "cards", "mock", "story rehearse", "completion")]
NEEDS_AN_INTERVIEW = ("mock show", "mock delete")
NEEDS_A_STORY = ("story show", "story edit", "story rehearse", "story export", "story delete", "story list")
STORY = "# T\n## Action\nI did it.\n"
NEEDS_A_TARGET = ("plan", "target clear")
NEEDS_AN_ANSWER = ("undo", "progress export", "progress import", "progress backup", "progress reset")


def run(home: Path, *words: str, lines: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a command with lines on its standard input."""
    return subprocess.run(
        command(*words),
        input=lines,
        env=environment(home, EDITOR="true"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_registry_is_what_the_readme_says() -> None:
    """The README names every command."""
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"backprep {name}" not in readme] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(home: Path, name: str) -> None:
    """--help says what the command is for and shows a line to copy."""
    done = run(home, *name.split(), "--help")
    assert done.returncode == 0
    assert f"Usage: backprep {name}" in done.stdout
    assert COMMANDS[name]
    assert COMMANDS[name] in " ".join(done.stdout.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_runs(home: Path, name: str, every_kind: Path) -> None:
    """The line that the help shows does what it says, from a pipe too."""
    done = example(home, name, every_kind)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert "\x1b" not in done.stdout


BOXES = set("─━│╭╮╰╯├└█▁▂▃▄▅▆▇▪▮┄❯✓✗○")


@pytest.mark.parametrize("name", COMMANDS)
def test_everything_can_be_said_in_words(home: Path, name: str, every_kind: Path) -> None:
    """With --plain no box, no bar and no code is written that a screen reader would have to spell."""
    done = example(home, name, every_kind, "--plain")
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert "\x1b" not in done.stdout
    if name not in ("ask-them", "show", "story export"):  # those show texts of banks and of the person as they are
        assert BOXES.isdisjoint(done.stdout), sorted(BOXES & set(done.stdout))


def example(home: Path, name: str, every_kind: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Runs the example of a command, with what it needs before it."""
    words = shlex.split(COMMANDS[name].partition(" > ")[0])
    words = [str(every_kind) if word == "my-bank.yaml" else word for word in words]
    log = home / "answers.jsonl"
    words = [str(home / word) if word in (log.name, "copy.sqlite3") else word for word in words]
    if name in NEEDS_AN_ANSWER:
        prepare(home, log if name == "progress import" else None)
    if name in NEEDS_AN_INTERVIEW:
        run(home, "mock", "--minutes", "15", lines="\n\n1\n3\n3\n3\n3\nleave\n")
        words = [str(home / word) if word == "mock.html" else word for word in words]
    if name in NEEDS_A_TARGET:
        run(home, "target", "set", "--date", "3d")
    if name == "target close":
        interview_that_is_over(home)
    if name in NEEDS_A_STORY:
        run(home, "story", "new", "--from", "-", lines=STORY)
        words = [str(home / word) if word == "stories.md" else word for word in words]
    return run(home, *options, *words[1:], lines="leave\n")


def prepare(home: Path, log: Path | None = None) -> None:
    """One answer in the progress file, and an exported log where one is wanted."""
    run(home, "quiz", "-n", "1", "-s", "cap-pacelc", "-k", "open", lines="\n0\n")
    if log is not None:
        run(home, "progress", "export", str(log))


def interview_that_is_over(home: Path) -> None:
    """A target of last week, as if it had been set before."""
    progress = SqliteProgress(home / "progress.sqlite3")
    text = to_text(Target(on=date(2026, 11, 2)))
    progress.record(Chosen(id="0-target", setting="target.2026-11-02", at=Instant(1_793_000_000_000), value=text))
    progress.close()


ARGUMENTS = {
    "target set": ["--date", "2w"],
    "find": ["partition"],
    "show": ["cap-theorem"],
    "bank show": ["interview"],
    "mock delete": ["1", "--yes"],
    "note": ["cap-theorem", "mine"],
    "edit": ["cap-theorem"],
    "unsuspend": ["cap-theorem"],
    "flag": ["cap-theorem", "--why", "It is dated."],
    "story new": ["--title", "T"],
    "story show": ["1"],
    "story edit": ["1"],
    "story delete": ["1", "--yes"],
    "bank run": ["--yes", "--using", "ruby"],
    "progress reset": ["cap-theorem"],
    "config set": ["new-a-day", "15"],
    "config reset": ["new-a-day"],
    "config get": ["retention"],
}


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_has_json(home: Path, name: str) -> None:
    """--json prints one envelope, with exactly these keys."""
    arguments = ARGUMENTS.get(name, [])
    if name in NEEDS_AN_INTERVIEW:
        run(home, "mock", "--minutes", "15", lines="\n\n1\n3\n3\n3\n3\nleave\n")
    if name in NEEDS_A_TARGET:
        run(home, "target", "set", "--date", "3d")
    if name == "target close":
        interview_that_is_over(home)
    if name in NEEDS_A_STORY:
        run(home, "story", "new", "--from", "-", lines=STORY)
    if name in NEEDS_AN_ANSWER:
        prepare(home, home / "log.jsonl")
        files = {"progress import": "log.jsonl", "progress backup": "copy.sqlite3"}
        arguments = [str(home / files[name])] if name in files else arguments
    done = run(home, *name.split(), *arguments, "--json")
    assert done.returncode == 0, done.stderr
    envelope = json.loads(done.stdout)
    assert list(envelope) == ["command", "ok", "data", "errors"]
    assert (envelope["command"], envelope["ok"], envelope["errors"]) == (name, True, [])
    assert envelope["data"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["skills", "no-such-skill-at-all", "--json"], "usage"),
        (["role", "astronaut", "--json"], "usage"),
        (["bank", "show", "no-such-bank", "--json"], "bank"),
        (["bank", "show", "--json"], "usage"),
    ],
)
def test_a_failure_has_an_envelope_too(home: Path, words: list[str], code: str) -> None:
    """Scripts read failures like results: not ok, and what is wrong."""
    done = run(home, *words)
    envelope = json.loads(done.stdout)
    assert list(envelope) == ["command", "ok", "data", "errors"]
    assert envelope["ok"] is False
    assert list(envelope["errors"][0]) == ["code", "what", "where", "mend"]
    assert envelope["errors"][0]["code"] == code
    assert done.returncode == {"usage": 2, "bank": 3}[code]


def test_bank_list_json(home: Path) -> None:
    """Each bank has exactly the promised keys, and counts that add up."""
    banks = json.loads(run(home, "bank", "list", "--json").stdout)["data"]["banks"]
    assert banks
    for bank in banks:
        assert list(bank) == ["id", "title", "path", "questions", "by_kind", "by_level"]
        assert bank["questions"] == sum(bank["by_kind"].values()) == sum(bank["by_level"].values())


def test_bank_check_json(home: Path, tmp_path: Path) -> None:
    """Faults have exactly the promised keys, and the exit code is 1."""
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        "bank: bad\ntitle: Bad\nquestions:\n"
        "  - {id: one, kind: choise, skill: python/typing, level: mid, prompt: Why}\n"
    )
    done = run(home, "bank", "check", str(bad), "--json")
    envelope = json.loads(done.stdout)
    assert done.returncode == 1
    assert envelope["ok"] is False
    [fault] = envelope["data"]["faults"]
    assert list(fault) == ["file", "line", "column", "question", "code", "message", "hint"]
    assert (fault["file"], fault["line"], fault["question"]) == (str(bad), 4, "one")
    assert "choice" in fault["hint"]


def test_bank_check_for_people(home: Path, tmp_path: Path) -> None:
    """One line begins with file:line:column, so that editors can jump there."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("bank: bad\ntitle: Bad\nquestoins: []\n")
    done = run(home, "bank", "check", str(bad))
    assert done.returncode == 1
    assert f"{bad}:3:1:" in done.stdout
    assert "questions" in done.stdout


def test_bank_schema_is_printed_as_it_is(home: Path) -> None:
    """What the example writes to a file is a JSON Schema."""
    schema = json.loads(run(home, "bank", "schema").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")


def test_version_and_no_arguments(home: Path) -> None:
    """--version is one line; nothing at all brings a welcome with the first command."""
    assert run(home, "--version").stdout == "backprep 0.1.0\n"
    welcome = run(home).stdout
    assert "backprep quiz" in welcome
    assert len(welcome.splitlines()) <= 4


@pytest.mark.parametrize(
    "words", [["qiuz"], ["quiz", "--conut", "3"], ["quiz", "-n", "many"], ["quiz", "-n", "0"], ["bank"]]
)
def test_usage_errors_are_short_and_point_to_help(home: Path, words: list[str]) -> None:
    """Exit 2, what is wrong, and where to read on: in the same style as every other error."""
    done = run(home, *words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("error: ")
    assert "--help" in done.stderr


def test_help_loads_nothing_slow(home: Path) -> None:
    """--help and --version need no parser of YAML or Markdown and no reader of keys."""
    for words in (["--help"], ["--version"], ["quiz", "--help"]):
        code = (
            "import sys; from backprep.cli import main; main(%r);"
            "slow = ('prompt_toolkit', 'questionary', 'yaml', 'markdown_it', 'sqlite3');"
            "print([name for name in slow if name in sys.modules])"
        )
        done = subprocess.run(
            [command()[0], "-c", code % (words,)],
            env=environment(home, EDITOR="true"),
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.splitlines()[-1] == "[]"
