"""Broken banks, each with the report that its author should get."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from backprep.adapters.bank_check import CODES, LoadedBank, duplicate_ids, load_bank, load_skills
from backprep.adapters.bank_source import MOST_BYTES
from backprep.core.problem import Fault

CORPUS = Path(__file__).parents[1] / "data" / "malformed"
SKILLS = frozenset({"python/typing", "python/exceptions", "api-design/versioning"})
GOOD = """\
bank: {bank}
title: A good bank
questions:
  - id: {id}
    kind: true_false
    skill: python/typing
    level: mid
    prompt: Is it true?
    truth: true
    why: It is.
    sources: [{{title: A manual, at: page 1}}]
"""


def report(faults: tuple[Fault, ...]) -> list[str]:
    """Faults as the `.expected` files have them: line, column, code, question, message and hint."""
    said = (f"{f.line}:{f.column}: {f.code}: {f.question or '-'}: {f.message}. {f.hint}" for f in faults)
    return [line.replace(f"{CORPUS}{os.sep}", "") for line in said]


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.yaml")), ids=lambda file: file.stem)
def test_every_broken_bank_gets_its_report(file: Path) -> None:
    """Every fault at its place, in an author's words, with a way to mend it."""
    expected = file.with_suffix(".expected").read_text("utf-8").splitlines()
    assert expected
    assert report(load_bank(file, SKILLS).faults) == expected


def test_the_corpus_is_large_and_its_codes_are_documented() -> None:
    """At least forty files; every code that they bring up is in the table that the documents show."""
    files = sorted(CORPUS.glob("*.yaml"))
    assert len(files) >= 40
    codes = {fault.code for file in files for fault in load_bank(file, SKILLS).faults}
    assert codes - set(CODES) == set()


def test_a_good_bank_has_no_faults(tmp_path: Path) -> None:
    """The bank that the broken ones are made from is good, with or without a byte order mark."""
    for start in (b"", b"\xef\xbb\xbf"):
        file = tmp_path / "good.yaml"
        file.write_bytes(start + GOOD.format(bank="good", id="one").encode())
        bank = load_bank(file, SKILLS)
        assert report(bank.faults) == []
        assert [each.question.id for each in bank.questions] == ["one"]


def missing(folder: Path) -> Path:
    """A file that is not there."""
    return folder / "missing.yaml"


def directory(folder: Path) -> Path:
    """A folder with the name of a bank."""
    (folder / "folder.yaml").mkdir()
    return folder / "folder.yaml"


def pipe(folder: Path) -> Path:
    """A pipe that nobody writes to."""
    os.mkfifo(folder / "pipe.yaml")
    return folder / "pipe.yaml"


def device(folder: Path) -> Path:
    """A device that never ends."""
    return Path("/dev/zero")


def huge(folder: Path) -> Path:
    """One text of 50 MB. The file has no blocks on the disk: it takes no room, and no time to write."""
    file = folder / "huge.yaml"
    with file.open("wb") as out:
        out.write(b"bank: huge\ntitle: ")
        out.truncate(50_000_000)
    return file


def just_too_large(folder: Path) -> Path:
    """One byte more than is read."""
    file = folder / "large.yaml"
    file.write_bytes(b"#" * (MOST_BYTES + 1))
    return file


def loop(folder: Path) -> Path:
    """A link to itself."""
    (folder / "loop.yaml").symlink_to("loop.yaml")
    return folder / "loop.yaml"


def below_a_file(folder: Path) -> Path:
    """A path that goes through a file."""
    (folder / "wall").write_text("")
    return folder / "wall" / "bank.yaml"


def nul_in_the_name(folder: Path) -> Path:
    """A name that no system can have."""
    return folder / "nul\x00.yaml"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (missing, "missing-file"),
        (directory, "not-a-file"),
        (pipe, "not-a-file"),
        (device, "not-a-file"),
        (huge, "too-large"),
        (just_too_large, "too-large"),
        (loop, "unreadable"),
        (below_a_file, "unreadable"),
        (nul_in_the_name, "unreadable"),
    ],
)
def test_what_is_no_readable_file(make: Callable[[Path], Path], code: str, tmp_path: Path) -> None:
    """One fault, at once, without reading more than is allowed."""
    file = make(tmp_path)
    bank = load_bank(file, SKILLS)
    assert [(fault.code, fault.file) for fault in bank.faults] == [(code, str(file))]
    assert (bank.digest, bank.questions) == ("", ())


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """No permission is one fault. An administrator may read everything, so somebody else tries."""
    file = tmp_path / "secret.yaml"
    file.write_text(GOOD.format(bank="secret", id="one"))
    file.chmod(0)
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from backprep.adapters.bank_check import load_bank\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "print([fault.code for fault in load_bank(Path(sys.argv[1]), []).faults])\n"
    )
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path(folder.root):
            folder.chmod(folder.stat().st_mode | 0o111)
    done = subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=False)
    assert done.stdout == "['no-permission']\n", done.stderr


def bank_of(folder: Path, name: str, question: str) -> LoadedBank:
    """A good bank with one question."""
    file = folder / f"{name}.yaml"
    file.write_text(GOOD.format(bank=name, id=question))
    return load_bank(file, SKILLS)


def test_ids_are_unique_across_files(tmp_path: Path) -> None:
    """The later file gets the fault, and it names the earlier place."""
    banks = [bank_of(tmp_path, "a", "one"), bank_of(tmp_path, "b", "two"), bank_of(tmp_path, "c", "one")]
    [fault] = duplicate_ids(banks)
    assert (fault.file, fault.line, fault.code, fault.question) == (str(tmp_path / "c.yaml"), 4, "duplicate-id", "one")
    assert f"{tmp_path / 'a.yaml'}:4" in fault.message


def test_thousands_of_faults_are_told_in_short(tmp_path: Path) -> None:
    """A report stays readable: the first ones, and how many more there are."""
    file = tmp_path / "many.yaml"
    file.write_text("bank: many\ntitle: Many\nquestions:\n" + "  - text\n" * 2000)
    faults = load_bank(file, SKILLS).faults
    assert len(faults) == 501
    assert faults[-1].message == "and 1500 more faults"


def test_too_many_values_are_refused(tmp_path: Path) -> None:
    """A file within the limit of size may still hold too much."""
    file = tmp_path / "many.yaml"
    file.write_text("bank: [" + "a," * 250_000 + "]")
    assert [fault.code for fault in load_bank(file, SKILLS).faults] == ["too-many-nodes"]


def test_places_are_those_of_the_text(tmp_path: Path) -> None:
    """What may be asked keeps the line and column of its id, the JSON of its record and the hash of its content."""
    one = bank_of(tmp_path, "a", "one").questions[0]
    assert (one.line, one.column) == (4, 5)
    assert '"prompt":"Is it true?"' in one.body
    file = tmp_path / "a.yaml"
    file.write_text(file.read_text().replace("level: mid", "level: senior").replace("page 1", "page 2"))
    assert load_bank(file, SKILLS).questions[0].content == one.content
    file.write_text(file.read_text().replace("Is it true?", "Is it so?"))
    assert load_bank(file, SKILLS).questions[0].content != one.content


def test_words_stay_words(tmp_path: Path) -> None:
    """What YAML 1.1 would take for something else is the text that the author wrote."""
    file = tmp_path / "words.yaml"
    text = GOOD.format(bank="words", id="one")
    for word in ("No", "1.10", "012", "2026-11-23", "1e3", "off", "0x1F", "1:30"):
        file.write_text(text.replace("why: It is.", f"why: {word}"))
        bank = load_bank(file, SKILLS)
        assert report(bank.faults) == []
        assert getattr(bank.questions[0].question, "why") == word  # noqa: B009 - the field of one kind


SKILL_TREE = """\
areas:
  - id: python
    title: Python
    about: A language.
    skills:
      - {id: typing, title: Typing, checks: Hints.}
roles:
  - {id: back-end, title: Back end, about: It., focus: servers, skills: [python/typing]}
"""


@pytest.mark.parametrize(
    ("find", "put", "code", "place"),
    [
        ("skills: [python/typing]", "skills: [python/typin]", "unknown-skill", (8, 74)),
        ("      - {id: typing", "      - {id: Typing Hints", "bad-id", (6, 10)),
        ("checks: Hints.}", "cheks: Hints.}", "unknown-key", (6, 37)),
        ("    about: A language.\n", "", "missing-key", (2, 5)),
        ("    about: A language.\n", "    about: A language.\n    named: perhaps\n", "wrong-value", (5, 5)),
        ("roles:", "  - {id: python, title: P, about: Again.}\nroles:", "duplicate-id", (7, 6)),
        ("areas:", "- areas:", "syntax", (7, 1)),
    ],
)
def test_slips_in_the_skills_file(tmp_path: Path, find: str, put: str, code: str, place: tuple[int, int]) -> None:
    """The skills are checked with the same care as banks."""
    file = tmp_path / "skills.yaml"
    file.write_text(SKILL_TREE)
    assert load_skills(file)[1] == ()
    assert find in SKILL_TREE
    file.write_text(SKILL_TREE.replace(find, put, 1))
    faults = load_skills(file)[1]
    assert (code, place) in [(fault.code, (fault.line, fault.column)) for fault in faults]


def test_skills_that_are_not_there(tmp_path: Path) -> None:
    """A missing or empty skills file is a fault and no tree."""
    (tmp_path / "empty.yaml").write_text("")
    for name, code in (("missing.yaml", "missing-file"), ("empty.yaml", "empty-file")):
        tree, faults = load_skills(tmp_path / name)
        assert tree is None
        assert [fault.code for fault in faults] == [code]
