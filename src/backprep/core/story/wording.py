"""What can be said about a written story honestly: how long it takes, what is missing, and which words weaken it."""

import re
from collections import Counter
from dataclasses import dataclass

from backprep.core.story.text import Story

_WORD = re.compile(r"[\w'’]+")
_NUMBER = re.compile(r"\d")
HEDGES = (
    "maybe", "perhaps", "probably", "somehow", "somewhat", "kind of", "sort of", "i think", "i guess", "i believe",
    "hopefully", "more or less", "a bit", "a little", "tried to",
)  # fmt: skip
"""Words that take back what is being said."""
FILLERS = (
    "basically",
    "actually",
    "literally",
    "obviously",
    "honestly",
    "you know",
    "i mean",
    "just",
    "really",
    "very",
)
"""Words that say nothing."""
_WE = ("we", "we've", "we'd", "we're", "us", "our", "ours")
_I = ("i", "i've", "i'd", "i'm", "me", "my", "mine")
_FEW_WORDS = 20
_TOO_LONG, _TOO_SHORT = 1.15, 0.5


@dataclass(frozen=True, slots=True)
class Wording:
    """A story in figures: words, seconds to say them, 'we' and 'I' with their kin, and the words that weaken it with
    how often each is there; ``numbers``: whether the result or the numbers hold one.
    """

    words: int
    seconds: int
    we: int
    i: int
    hedges: tuple[tuple[str, int], ...]
    fillers: tuple[tuple[str, int], ...]
    numbers: bool


def wording(story: Story, words_a_minute: float) -> Wording:
    """The figures of a story; what is not said aloud (the numbers) has no length."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(story.spoken)]
    count = Counter(words)
    return Wording(
        words=len(words),
        seconds=round(len(words) * 60 / words_a_minute),
        we=sum(count[word] for word in _WE),
        i=sum(count[word] for word in _I),
        hedges=_found(words, HEDGES),
        fillers=_found(words, FILLERS),
        numbers=bool(_NUMBER.search(story.result + story.numbers)),
    )


def _found(words: list[str], listed: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    counts = [(each, _times(words, each.split())) for each in listed]
    return tuple(sorted(((each, count) for each, count in counts if count), key=lambda pair: (-pair[1], pair[0])))


def _times(words: list[str], phrase: list[str]) -> int:
    return sum(words[at : at + len(phrase)] == phrase for at in range(len(words)))


def feedback(story: Story, say: int, words_a_minute: float) -> tuple[str, ...]:
    """What to mend, most important first, a sentence each; nothing where nothing is found. ``say`` in seconds."""
    found = wording(story, words_a_minute)
    said: list[str] = []
    missing = [name for name in story.missing if name != "numbers"]
    if missing:
        said.append(f"Missing: {', '.join(missing)}.")
    if found.words >= _FEW_WORDS and found.seconds > _TOO_LONG * say:
        over = found.words - round(say * words_a_minute / 60)
        said.append(f"Too long: it takes about {_clock(found.seconds)}, and {_clock(say)} is wanted. Cut {over} words.")
    elif found.seconds < _TOO_SHORT * say:
        said.append(f"Short: it takes about {_clock(found.seconds)}, and there is time for {_clock(say)}.")
    if found.we > found.i:
        said.append(f"'We' {found.we} times, 'I' {found.i} times: they hire you. Say which part was yours.")
    if not found.numbers:
        said.append("No number in the result: how many, how long, how much?")
    if found.hedges:
        said.append(f"Words that take it back: {_listed(found.hedges)}.")
    if sum(count for _, count in found.fillers) > 1:
        said.append(f"Words that say nothing: {_listed(found.fillers)}.")
    return tuple(said)


def _listed(found: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{word} ({count})" if count > 1 else word for word, count in found)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
