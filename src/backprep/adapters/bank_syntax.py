"""What the parser of YAML says, and what that means to an author: the slip that is meant, and where it was made."""

import re
from typing import Any

import yaml

from backprep.adapters.bank_messages import plain
from backprep.core.problem import Fault

_FLOW = "Close it; inside it, quote text that holds `: `, a comma, a bracket or a brace."
_BEGINS = "Quote the text."

# By what libyaml or PyYAML says. Only where the text itself shows no clearer reason (`_reason`).
_SYNTAX = (
    ("mapping values are not allowed", "a second `: ` in one line", "Quote the text that holds the colon."),
    (
        "could not find expected ':'",
        "a line that is neither a key nor part of a text",
        "Indent it if it goes on with the text above; or make it `key: value`.",
    ),
    ("found unexpected end of stream", "the file ends in the middle", "Close the quote or the bracket that is open."),
    ("unknown escape", "an escape that does not exist", "In double quotes write \\\\ for a backslash."),
    ("expected escape", "an escape that is not complete", "In double quotes write \\\\ for a backslash."),
    ("invalid Unicode character", "an escape for a character that does not exist", "Write the character itself."),
    ("did not find expected ',' or", "a bracket or brace that is not closed, or a missing comma", _FLOW),
    (
        "did not find expected key",
        "a key was expected here",
        "Check the indentation, and quote text with `: ` or quotes.",
    ),
    ("did not find expected '-' indicator", "the indentation does not fit what is above", "Line it up."),
    ("expected <block end>", "the indentation does not fit what is above", "Line it up."),
    ("did not find expected node content", "a value was expected here", "Write it, or close the bracket."),
    ("expected alphabetic", "a `*` or `&` that begins a text", _BEGINS),
    (
        "while scanning a block scalar",
        "`|` or `>` begins the text, and more stands beside it",
        "Begin the text in the next line; or quote it, where the sign belongs to it.",
    ),
    ("expected <document start>", "something that does not belong to the mapping above", "Check its indentation."),
    (
        "block sequence entries are not allowed",
        "a list item where none can be",
        "Begin the list on a line of its own; or quote a text that begins with `-`.",
    ),
    ("mapping keys are not allowed", "a `?` that begins a text", _BEGINS),
    ("exceeded maximum", "values are nested too deep", "Write it flatter."),
)

# Where the mistake is rather at what was opened than where the parser gave up.
_OPENED = (
    (
        "while scanning a quoted scalar",
        "the quote that opens here is not closed",
        "Close it; inside '…' write '' for '.",
    ),
    ("while parsing a flow", "the bracket or brace that opens here is not closed, or lacks a comma", _FLOW),
)
_LOOKED_AT = 500  # characters of a line: a slip of an author is near its beginning
_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s'\"\[{#][^:]*: +)?(['\"\[{])")
_NO_SPACE = re.compile(r"\s*(?:- +)*([a-z_]+):[^\s:/]")


def syntax_fault(error: yaml.YAMLError, text: str, file: str) -> Fault:
    """A fault of the notation: where the slip was made if that can be told, and else where the parser stopped."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    opened = getattr(error, "context_mark", None)
    said = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or error}".strip()
    lines = text.split("\n")

    def fault(at: Any, message: str, hint: str) -> Fault:
        line, column = (at.line + 1, at.column + 1) if at else (0, 0)
        return Fault(file, line, column, None, "syntax", message, hint)

    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    blank = line.removesuffix(line.lstrip())
    if "\t" in blank:
        return fault(mark, "a tab stands where spaces should", "Indent with spaces.")
    if blank.strip(" \r"):
        return fault(mark, "a space that is none (such as a no-break space) stands here", "Indent with plain spaces.")
    for sign, message, hint in _OPENED:
        if sign in said and opened is not None and "escape" not in said and "Unicode" not in said:
            return fault(opened, f"not YAML: {message}", hint)
    if "could not find expected ':'" in said and opened is not None and opened.line < len(lines):
        mark, line = opened, lines[opened.line]  # the parser notices only in the line after it
    told = _reason(said, line, mark.column if mark else 0)
    if told is None:
        told = next(((message, hint) for sign, message, hint in _SYNTAX if sign in said), None)
    message, hint = told or (plain(said), "Check quotes and indentation.")
    return fault(mark, f"not YAML: {message}", hint)


def _reason(said: str, line: str, column: int) -> tuple[str, str] | None:
    """What the line itself shows to be the reason."""
    if "cannot start any token" in said:
        sign = line[column : column + 1]
        if sign == "\t":
            return "a tab stands where spaces should", "Use spaces."
        return f"a text cannot begin with {plain(sign)}", _BEGINS
    if "did not find expected key" in said or "expected <block end>" in said:
        value = _VALUE.match(line[: min(column, _LOOKED_AT)])
        if value:
            sign = value.group(1)
            if sign in "[{":
                return f"text goes on after the {sign} … {']' if sign == '[' else '}'}", "Quote the whole text."
            hint = (
                "Quote the whole text, and inside '…' write '' for '." if sign == "'" else "Put '…' around all of it."
            )
            return "text goes on after the closing quote", hint
    if "could not find expected ':'" in said:
        key = _NO_SPACE.match(line[:_LOOKED_AT])
        if key:
            return f"no space after the colon of `{plain(key.group(1))}:`", "Put a space after the colon."
    if "mapping values are not allowed" in said and ": " not in line[:column]:
        return (
            "this key is taken for more of the text above it",
            "Line it up with the keys above, and look at the line before it.",
        )
    return None
