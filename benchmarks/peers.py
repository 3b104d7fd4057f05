"""What somebody would take instead: each in an environment of its own, and the time until its first question is there.

The environments stay in ``build/peers``. What cannot be installed, or does not start, is reported as such.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timing import Taken, until_ended, until_seen

FOLDER = Path(__file__).parents[1] / "build" / "peers"
QUIZ = """# Peers

## Question 1
What is 2 + 2?

- 3
- 4

Answer: 2
Type: single
Explanation: 2 + 2 equals 4.
"""
EXAM = """---
qid: q{number}
type: single
kp: [x]
primary_kp: x
status: trusted
answer_key: A
---
Is statement {number} true?

- A. yes
- B. no
"""
ANKI = """
import sys
from anki.collection import AddNoteRequest, Collection
col = Collection(sys.argv[1])
if len(sys.argv) > 2:
    model, deck, requests = col.models.by_name("Basic"), col.decks.id("Default"), []
    for number in range(int(sys.argv[2])):
        note = col.new_note(model)
        note["Front"], note["Back"] = f"question {number}", "because"
        requests.append(AddNoteRequest(note, deck))
    col.add_notes(requests)
else:
    card = col.sched.getCard()
    card.question()
    col.sched.answerCard(card, 3)
col.close()
"""
ANKI_CARDS = 820


@dataclass(frozen=True)
class Peer:
    """``package`` on the index; ``prepare`` brings it to where it has something to ask; ``words`` show the first
    question, which is there when ``seen`` is on the terminal (None: when the program has ended), after ``keys``.
    """

    package: str
    words: tuple[str, ...]
    seen: str | None
    keys: str = ""
    prepare: tuple[tuple[str, ...], ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)


PEERS = (
    Peer(
        "anki", ("python", "one.py", "c.anki2"), None, prepare=(("python", "one.py", "c.anki2", str(ANKI_CARDS)),),
        files={"one.py": ANKI},
    ),
    Peer("dooma", ("dooma", "random"), "Action"),
    Peer(
        "anvil-whet", ("whet", "answer", "first"), "single letter",
        prepare=(("git", "init", "-q"), ("whet", "repo", "init"), ("whet", "exam", "first", "--include-fresh")),
        files={f"bank/q{number}.md": EXAM.format(number=number) for number in range(3)},
    ),
    Peer("dsap-cli", ("dsap", "next"), "Open in browser", prepare=(("dsap", "load", "blind75"),)),
    Peer("quizmd", ("quizmd", "quiz.md"), "What is 2", "\r", files={"quiz.md": QUIZ}),
    Peer("termcard", ("termcard", "--demo"), "reveal", "R\n"),
)  # fmt: skip


def cases(home: Path, env: Mapping[str, str]) -> dict[str, Callable[[], Taken] | str]:
    """By name: how to time it, or why that cannot be."""
    return {_name(each): _case(each, home / each.package, env) for each in PEERS}


def _name(peer: Peer) -> str:
    return f"{peer.package}: " + ("open, next card, answer, close" if peer.seen is None else "first question")


def _case(peer: Peer, folder: Path, env: Mapping[str, str]) -> Callable[[], Taken] | str:
    place = FOLDER / peer.package
    own = {**env, "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "XDG_CONFIG_HOME": str(folder / "config")}

    def tool(word: str) -> str:
        return str(place / "bin" / word) if (place / "bin" / word).exists() else word

    try:
        _install(peer.package, place)
        for name, text in peer.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        folder.mkdir(parents=True, exist_ok=True)
        for words in peer.prepare:
            subprocess.run([tool(words[0]), *words[1:]], cwd=folder, env=own, check=True, capture_output=True)
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or str(error)
        said = said.decode() if isinstance(said, bytes) else said
        return re.sub(r"\s+", " ", said.strip())[-120:]
    words, seen = (tool(peer.words[0]), *peer.words[1:]), peer.seen
    if seen is None:
        return lambda: until_ended(words, own, folder)
    return lambda: until_seen(words, own, seen, peer.keys, folder)


def _install(package: str, place: Path) -> None:
    if (place / ".installed").exists():
        return
    sys.stderr.write(f"installing {package} ...\n")
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True, capture_output=True)
    pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
    subprocess.run(pip, check=True, capture_output=True, timeout=600)
    (place / ".installed").touch()
