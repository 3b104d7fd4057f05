"""A bank made to be expensive or to hide its faults: the report stays quick, short and whole."""

from collections.abc import Collection
from pathlib import Path

import pytest
import yaml

from backprep.adapters import bank_messages, bank_yaml
from backprep.adapters.bank_check import duplicate_ids, load_bank
from backprep.core.problem import Problem

CORPUS = Path(__file__).parents[1] / "data" / "malformed"
SKILLS = frozenset({"python/typing", "python/exceptions", "api-design/versioning"})
HEAD = "bank: mine\ntitle: Mine\nquestions:\n"
QUESTION = """\
  - id: {id}
    kind: {kind}
    skill: {skill}
    level: mid
    prompt: {prompt}
    {fields}
    sources: [{{title: A manual, at: page 1}}]
"""
TRUE = "truth: true\n    why: It is."


def question(
    id: str = "one",
    *,
    kind: str = "true_false",
    skill: str = "python/typing",
    prompt: str = "Is it true?",
    fields: str = TRUE,
) -> str:
    """A question that is good but for what a test changes."""
    return QUESTION.format(id=id, kind=kind, skill=skill, prompt=prompt, fields=fields)


def codes(folder: Path, text: str, name: str = "bank.yaml") -> list[str]:
    """What is wrong with a bank of this text."""
    file = folder / name
    file.write_text(text, "utf-8")
    return [fault.code for fault in load_bank(file, SKILLS).faults]


def test_many_unknown_keys_are_not_compared_with_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A head of a hundred thousand unknown keys is refused at once: the work grows with the keys, not their square."""
    compared = 0
    equal = Problem.__eq__

    def counting(self: Problem, other: object) -> bool:
        nonlocal compared
        compared += 1
        return equal(self, other)

    monkeypatch.setattr(Problem, "__eq__", counting)
    found = codes(tmp_path, "".join(f"titel{number}: 1\n" for number in range(400)))
    assert found.count("unknown-key") == 400
    assert compared <= 2 * 400


@pytest.mark.parametrize(
    "each",
    ["  - {{id: q{0}, kind: opn{0}}}\n", "  - {{id: q{0}, kind: open, skill: python/typo{0}}}\n"],
    ids=["kinds", "skills"],
)
def test_guesses_end_with_the_faults_that_are_told(each: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told what the thousandth misspelt word may have meant, so nobody waits for it to be searched."""
    searches = 0

    def counting(word: str, known: Collection[str]) -> None:
        nonlocal searches
        searches += 1

    monkeypatch.setattr(bank_messages, "did_you_mean", counting)
    found = codes(tmp_path, HEAD + "".join(each.format(number) for number in range(700)))
    assert found[-1] == "more-faults"
    assert 0 < searches <= bank_messages.MOST_FAULTS


def test_messages_do_not_repeat_a_whole_book(tmp_path: Path) -> None:
    """A long text that is there twice is cut in the message, which still says what is wrong."""
    file = tmp_path / "bank.yaml"
    long = "z" * 15_000
    choices = f"choices:\n      - {{text: {long}, why: a, correct: true}}\n      - {{text: {long}, why: b}}"
    file.write_text(HEAD + question(kind="choice", fields=choices))
    [fault] = load_bank(file, SKILLS).faults
    assert fault.code == "repeated-choice"
    assert len(fault.message) <= bank_messages.LONGEST_MESSAGE
    assert fault.message.startswith("the choice 'zzz")
    assert fault.message.endswith("is there twice")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (question(prompt="x" * 4_000), []),
        (question(prompt="x" * 4_001), ["too-long"]),
        (question(fields=f"truth: true\n    why: {'x' * 20_000}"), []),
        (question(fields=f"truth: true\n    why: {'x' * 20_001}"), ["too-long"]),
    ],
    ids=["prompt", "prompt+1", "text", "text+1"],
)
def test_texts_end_somewhere(text: str, expected: list[str], tmp_path: Path) -> None:
    """The longest prompt and the longest text are allowed, and one character more is not."""
    assert codes(tmp_path, HEAD + text) == expected


@pytest.mark.parametrize(
    ("say", "expected"),
    [
        ("10", []),
        ("600", []),
        ("0060", []),
        ("60.0", []),
        ("+60", []),
        ('" 60 "', []),
        ("9", ["out-of-range"]),
        ("601", ["out-of-range"]),
        ("-60", ["out-of-range"]),
        ("6000.0", ["out-of-range"]),
        ("1_000", ["out-of-range"]),
        ("0", ["out-of-range"]),
        ("60.5", ["wrong-type"]),
        ("0x10", ["wrong-type"]),
        ("0" * 50_000 + "x", ["too-long", "wrong-type"]),
    ],
)
def test_how_long_an_answer_takes(say: str, expected: list[str], tmp_path: Path) -> None:
    """However a number is written, it is the number that has to be between 10 and 600."""
    fields = f"say: {say}\n    key_points: [{{point: All of it, weight: 100}}]\n    answer: Because."
    found = codes(tmp_path, HEAD + question(kind="open", fields=fields))
    assert set(found) <= set(expected)
    assert bool(found) == bool(expected)


@pytest.mark.parametrize("word", ["true", "yes", "on", "True", "1"])
def test_judgement_in_any_word_for_true(word: str, tmp_path: Path) -> None:
    """What a field takes for true excuses from naming a source as well; `no` does not."""
    for written, expected in ((word, []), ("no", ["missing-sources"])):
        text = question().replace("sources: [{title: A manual, at: page 1}]", f"judgement: {written}")
        assert codes(tmp_path, HEAD + text) == expected


def test_an_id_is_found_twice_whatever_else_is_wrong(tmp_path: Path) -> None:
    """A bank with a misspelt key still says that its id is taken, and so does a bank that comes after a faulty one."""
    broken = HEAD + question("one").replace("level:", "levle:")
    paths = [tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml")]
    for path, text in zip(paths, (broken, HEAD + question("one"), broken), strict=True):
        path.write_text(text)
    faults = duplicate_ids([load_bank(path, SKILLS) for path in paths])
    assert [(fault.file, fault.line, fault.column) for fault in faults] == [
        (str(paths[1]), 4, 5),
        (str(paths[2]), 4, 5),
    ]
    assert all(f"{paths[0]}:4" in fault.message for fault in faults)


def test_an_id_that_is_there_twice_in_one_bank_is_one_mistake(tmp_path: Path) -> None:
    """The report across banks words it as the bank's own report does, so that it is told once."""
    file = tmp_path / "bank.yaml"
    swapped = question("one").replace("  - id: one\n    kind: true_false", "  - kind: true_false\n    id: one")
    file.write_text(HEAD + question("one") + swapped)
    bank = load_bank(file, SKILLS)
    assert duplicate_ids([bank]) == bank.faults
    assert len(bank.faults) == 1


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.yaml")), ids=lambda file: file.stem)
def test_without_the_c_parser_the_reports_say_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without libyaml, an author reads the same words about the same lines."""
    expected = [(fault.line, fault.code, fault.message, fault.hint) for fault in load_bank(file, SKILLS).faults]
    monkeypatch.setattr(bank_yaml, "_LOADER", yaml.SafeLoader)
    actual = [(fault.line, fault.code, fault.message, fault.hint) for fault in load_bank(file, SKILLS).faults]
    assert expected == actual


@pytest.mark.parametrize("loader", [bank_yaml._LOADER, yaml.SafeLoader], ids=["usual", "without C"])
@pytest.mark.parametrize(
    "why", [r"a\ud800b", r"\U00110000", r"\UFFFFFFFF", r"\ud83d\ude00", r"\xZZ"], ids=lambda why: why.replace("\\", "")
)
def test_escapes_for_what_is_no_character(
    why: str, loader: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An escape that no character has is a fault in its line, whichever parser is there, and never a traceback."""
    monkeypatch.setattr(bank_yaml, "_LOADER", loader)
    file = tmp_path / "bank.yaml"
    file.write_text(HEAD + question(fields=f'truth: true\n    why: "{why}"'))
    assert [(fault.line, fault.code) for fault in load_bank(file, SKILLS).faults] == [(10, "syntax")]


def test_a_version_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that Python would not read is a fault as well, whichever parser is there."""
    for loader in (bank_yaml._LOADER, yaml.SafeLoader):
        monkeypatch.setattr(bank_yaml, "_LOADER", loader)
        assert codes(tmp_path, f"%YAML {'9' * 5000}.1\n---\n{HEAD}{question()}") == ["syntax"]


def test_what_cannot_be_seen_is_shown_in_messages(tmp_path: Path) -> None:
    """A no-break space before a key, or a word turned round, can be told from the real thing."""
    file = tmp_path / "bank.yaml"
    file.write_text(HEAD + question(kind="open\u202e").replace("    level:", "    \u00a0level:"), "utf-8")
    messages = " ".join(fault.message for fault in load_bank(file, SKILLS).faults)
    assert r"'\u00a0level'" in messages
    assert r"'open\u202e'" in messages
    assert messages.isprintable()
