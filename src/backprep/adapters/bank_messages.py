"""What is said about faults: in an author's words, and never with the bank's own control characters."""

from collections.abc import Collection
from typing import Any

from backprep.core.suggest import did_you_mean

LONGEST = 60
LONGEST_MESSAGE = 300
MOST_FAULTS = 500
"""Faults of one file that are told one by one."""
_LONGEST_WORD = 200

CODES: dict[str, str] = {
    "alias": "A YAML alias (`*name`): banks hold no references.",
    "anchor": "A YAML anchor (`&name`).",
    "bad-date": "A date that is none, or is not written as 2026-11-23.",
    "bad-id": "An id that is not made of lower-case letters, digits and single hyphens, or is longer than 80.",
    "bad-url": "An address that does not begin with https:// or http://.",
    "blank": "A text that is empty.",
    "choice-count": "Too few or too many choices.",
    "duplicate-id": "An id that is used earlier, in this bank or in another.",
    "empty-bank": "A bank without questions.",
    "empty-file": "A file without content.",
    "forbidden-character": "A character that YAML forbids.",
    "key-not-text": "A key that is a list or a mapping.",
    "missing-file": "There is no such file.",
    "missing-key": "A key that is needed is not there.",
    "missing-sources": "A fact is claimed and no source is named.",
    "more-faults": "More faults than are told one by one.",
    "needless-correction": "A true statement with a correction.",
    "no-answer": "A question without the answer that its kind needs.",
    "no-correction": "A false statement without a correction.",
    "no-permission": "The file may not be read.",
    "no-right-choice": "No choice is right.",
    "not-a-file": "A folder, a pipe or a device.",
    "not-a-mapping": "Something else where keys and values are needed.",
    "not-utf-8": "A byte that is not UTF-8.",
    "nothing-accepted": "A blank that nothing fills.",
    "nothing-to-cover": "A story without anything to cover.",
    "out-of-range": "A number that is too small or too large.",
    "pick-mismatch": "`pick` and the number of right choices differ.",
    "repeated-choice": "A choice that is there twice.",
    "repeated-key": "A key that is there twice.",
    "repeated-point": "A point that is there twice.",
    "repeated-step": "A step that is there twice.",
    "run-result": "A run that states no result, or two.",
    "right-and-wrong": "An answer that is listed as right and as wrong.",
    "step-count": "Too few or too many steps.",
    "story-answer": "A story with a model answer.",
    "syntax": "Text that is not YAML.",
    "tag": "A YAML tag (`!type`).",
    "too-deep": "Values nested too deep.",
    "too-large": "A file that is too large.",
    "too-long": "A text that is too long.",
    "too-many-nodes": "Too many values.",
    "two-documents": "A second YAML document.",
    "two-right-choices": "More than one right choice where the kind has one.",
    "unknown-key": "A key that is not known.",
    "unknown-kind": "A kind that is not known.",
    "unknown-skill": "A skill that is not in the skills file.",
    "unreadable": "The file cannot be opened or read.",
    "weight-range": "A weight that is not above 0.",
    "weights": "Weights that do not sum to 100.",
    "wrong-type": "A value of the wrong type.",
    "wrong-value": "A value that is not one of those allowed.",
}
"""Every code that a fault may have, with what it means."""


def plain(text: str) -> str:
    """Text of a bank as it may stand in a message: what does something or cannot be seen escaped, and not too long."""
    begins = text[: LONGEST + 1]
    safe = "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in begins)
    return safe if len(safe) <= LONGEST else safe[: LONGEST - 1] + "…"


def shortened(message: str) -> str:
    """A whole message, without the middle of what it quotes where that is long."""
    return message if len(message) <= LONGEST_MESSAGE else f"{message[:200]}…{message[-80:]}"


class Nearest:
    """What was meant by a misspelt word, in one file: told as often as faults are, for the search takes its time."""

    def __init__(self) -> None:
        self._left = MOST_FAULTS

    def __call__(self, word: str, known: Collection[str]) -> str | None:
        """The known word that is nearest, or None."""
        if self._left <= 0 or len(word) > _LONGEST_WORD:
            return None
        self._left -= 1
        return did_you_mean(word, known)


def quoted(value: object) -> str:
    """A value in quotes."""
    return f"'{plain(str(value))}'"


def described(value: Any) -> str:
    """What a value is, in an author's words."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"the text {quoted(value)}"
