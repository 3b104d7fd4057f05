"""What is said about faults: in an author's words, and never with the bank's own control characters."""

import re
from typing import Any

import yaml

from backprep.core.problem import Fault

LONGEST = 60

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

_ACTIVE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """Text of a bank as it may stand in a message: control characters escaped, and not too long."""
    safe = _ACTIVE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return safe if len(safe) <= LONGEST else safe[: LONGEST - 1] + "…"


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


# What libyaml and PyYAML say, and what that means to an author.
_SYNTAX = (
    ("found character '\\t'", "a tab stands where spaces should", "Indent with spaces."),
    ("that cannot start any token", "a tab or a special character stands here", "Indent with spaces; quote the text."),
    ("mapping values are not allowed", "a second `: ` in one line", "Quote the text that holds the colon."),
    (
        "could not find expected ':'",
        "a line that is neither a key nor part of a text",
        "Check its indentation, or quote.",
    ),
    ("found unexpected end of stream", "the file ends in the middle", "Close the quote or the bracket that is open."),
    ("while scanning a quoted scalar", "a quote that is not closed", "Close it, or double it inside single quotes."),
    ("unknown escape", "an escape that does not exist", "In double quotes write \\\\ for a backslash."),
    ("expected escape", "an escape that is not complete", "In double quotes write \\\\ for a backslash."),
    ("did not find expected ',' or", "a bracket or brace that is not closed, or a missing comma", "Close it."),
    (
        "did not find expected key",
        "a key was expected here",
        "Check the indentation, and quote text with `: ` or quotes.",
    ),
    ("did not find expected '-' indicator", "the indentation does not fit what is above", "Line it up."),
    ("did not find expected node content", "a value was expected here", "Write it, or close the bracket."),
    ("did not find expected alphabetic", "a `*` or `&` that begins a text", "Quote the text."),
    (
        "did not find expected <document start>",
        "something that does not belong to the mapping above",
        "Check its indentation.",
    ),
    ("undefined alias", "a `*` that begins a text, or an alias", "Quote the text; aliases are not allowed."),
    ("block sequence entries are not allowed", "a list item where none can be", "Begin the list on a line of its own."),
    ("exceeded maximum", "values are nested too deep", "Write it flatter."),
)


# Where the mistake is rather at what was opened than where the parser gave up.
_OPENED = (
    (
        "while scanning a quoted scalar",
        "the quote that opens here is not closed",
        "Close it; inside '…' write '' for '.",
    ),
    ("while parsing a flow", "the bracket or brace that opens here is not closed, or lacks a comma", "Close it."),
)


def syntax_fault(error: yaml.YAMLError, text: str, file: str) -> Fault:
    """A fault of the notation, where the parser stopped."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    said = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or error}"
    lines = text.split("\n")
    if 0 < line <= len(lines):
        indentation = lines[line - 1].removesuffix(lines[line - 1].lstrip())
        if "\t" in indentation:
            return Fault(file, line, column, None, "syntax", "a tab stands where spaces should", "Indent with spaces.")
    opened = getattr(error, "context_mark", None)
    for sign, message, hint in _OPENED:
        if sign in said and opened is not None:
            return Fault(file, opened.line + 1, opened.column + 1, None, "syntax", f"not YAML: {message}", hint)
    for sign, message, hint in _SYNTAX:
        if sign in said:
            return Fault(file, line, column, None, "syntax", f"not YAML: {message}", hint)
    return Fault(
        file, line, column, None, "syntax", f"not YAML: {plain(said.strip())}", "Check quotes and indentation."
    )
