"""Whatever is in a file: a report, and never a traceback."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backprep.adapters.bank_check import LoadedBank, load_bank
from backprep.adapters.bank_messages import LONGEST_MESSAGE
from backprep.kinds import KINDS

SKILLS = frozenset(re.findall(r"^skill: (\S+)$", "\n".join(kind.example.yaml for kind in KINDS.values()), re.M))
ACTIVE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
WHOLE = "bank: whole\ntitle: Whole\nquestions:\n" + "".join(
    "  - " + kind.example.yaml.replace("\n", "\n    ").rstrip(" ") for kind in KINDS.values()
)

quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the bank is."""
    return tmp_path / "bank.yaml"


def loaded(file: Path, content: bytes) -> LoadedBank:
    """Loads a content, and looks at the report: complete sentences, places in the file, nothing active."""
    file.write_bytes(content)
    bank = load_bank(file, SKILLS)
    lines = content.count(b"\n") + content.count(b"\r") + 2
    for fault in bank.faults:
        assert fault.file == str(file)
        assert 0 <= fault.line <= lines
        assert fault.column >= 0
        assert fault.message
        assert fault.hint
        assert not ACTIVE.search(fault.message + fault.hint + (fault.question or ""))
        assert len(fault.message) <= LONGEST_MESSAGE + len(str(file))
    if bank.faults:
        assert bank.id is None or isinstance(bank.id, str)
    return bank


def test_the_whole_is_good(file: Path) -> None:
    """What the mutations begin with has no fault and a question of every kind."""
    bank = loaded(file, WHOLE.encode())
    assert bank.faults == ()
    assert {each.question.kind for each in bank.questions} == set(KINDS)


@quick
@given(content=st.binary(max_size=400))
def test_any_bytes(file: Path, content: bytes) -> None:
    """Random bytes are never a good bank."""
    assert loaded(file, content).faults


@quick
@given(text=st.text(max_size=300))
def test_any_text(file: Path, text: str) -> None:
    """Random text is never a good bank."""
    assert loaded(file, text.encode("utf-8", "surrogatepass")).faults


@quick
@given(text=st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,? \n\t~\\x01", max_size=120))
def test_any_punctuation(file: Path, text: str) -> None:
    """All that YAML knows of signs, in any order."""
    assert loaded(file, text.encode()).faults


VALUES = st.sampled_from(
    [
        "z" * 20_001,
        "'a' b",
        "[a] b",
        "`a`",
        "a:b",
        "\u200b",
        "1_0",
        "2026-11-23T00:00:00",
        "{{ a }}",
        '"\\ud800"',
        "",
        "~",
        "[]",
        "{}",
        "- a",
        "*a",
        "&a b",
        "!t x",
        "'",
        '"',
        "9" * 5000,
        "true",
        "1e999",
        "|",
        "? a",
        "\t",
        "<<: 1",
    ]
) | st.text(max_size=12)


@quick
@given(data=st.data())
def test_any_mutation_of_a_good_bank(file: Path, data: st.DataObject) -> None:
    """Lines dropped, doubled, moved and filled with something else: the report stays a report."""
    lines = WHOLE.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["drop", "double", "indent", "value", "swap"])):
            case "drop":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "indent":
                lines[at] = data.draw(st.sampled_from([" ", "  ", "\t", "- "])) + lines[at]
            case "value":
                key, colon, _ = lines[at].partition(":")
                lines[at] = f"{key}{colon} {data.draw(VALUES)}"
            case _:
                lines[at], lines[0] = lines[0], lines[at]
    loaded(file, "\n".join(lines).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "- - ", "a:\n ", "[[]," * 3])
def test_depth_without_end(file: Path, opening: str) -> None:
    """However deep, and however it is written: a fault, and no crash."""
    assert loaded(file, (opening * 20_000).encode()).faults
