"""Gets the text of a bank out of whatever a path may lead to, without ever waiting, and without reading too much."""

import codecs
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from backprep.core.problem import Fault

MOST_BYTES = 4 * 1024 * 1024
# What YAML 1.2 allows (chapter 5.1, c-printable), less the byte order mark in the middle of a text, and less the line
# breaks that YAML 1.1 knew and editors do not show (NEL, U+2028, U+2029): every line number after them would be wrong.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def read_bank(path: Path) -> tuple[bytes, str] | Fault:
    """The bytes and the text of a file, or the one fault that keeps it from being read."""

    def fault(code: str, message: str, hint: str, line: int = 0, column: int = 0) -> Fault:
        return Fault(str(path), line, column, None, code, message, hint)

    try:
        # O_NONBLOCK: opening a pipe that nobody writes to must not wait for somebody.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return fault("missing-file", "there is no such file", "Check the path.")
    except IsADirectoryError:
        return fault("not-a-file", "this is a folder", "Name a YAML file.")
    except PermissionError:
        if path.is_dir():
            return fault("not-a-file", "this is a folder", "Name a YAML file.")
        return fault("no-permission", "the file may not be read", "Give yourself the right to read it.")
    except (OSError, ValueError) as error:
        return fault("unreadable", f"the file cannot be opened: {_reason(error)}", "Check the path and the disk.")
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            return fault("not-a-file", "this is a folder", "Name a YAML file.")
        if not stat.S_ISREG(mode):
            return fault("not-a-file", "this is no regular file", "Name a YAML file, not a pipe or a device.")
        content = _at_most(handle, MOST_BYTES + 1)
    except OSError as error:
        return fault("unreadable", f"the file cannot be read: {_reason(error)}", "Check the disk.")
    finally:
        os.close(handle)
    if len(content) > MOST_BYTES:
        return fault("too-large", "the file is larger than 4 MiB", "Split it into several banks.")
    return _decoded(content, fault)


def _at_most(handle: int, count: int) -> bytes:
    """The first bytes of a file. More are never read, whatever the file claims to be."""
    parts = []
    while count > 0 and (part := os.read(handle, min(count, 1 << 20))):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _decoded(content: bytes, fault: Callable[..., Fault]) -> tuple[bytes, str] | Fault:
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = content.removeprefix(codecs.BOM_UTF8)[: error.start].decode("utf-8", "replace")
        line, column = place_in(before)
        return fault("not-utf-8", "this byte is not UTF-8", "Save the file as UTF-8.", line, column)
    bad = _FORBIDDEN.search(text)
    if bad:
        line, column = place_in(text[: bad.start()])
        return fault(
            "forbidden-character",
            f"the character U+{ord(bad.group()):04X} may not stand in a bank",
            'Remove it, or write it as an escape in double quotes, as in "\\x1b".',
            line,
            column,
        )
    return content, text


def place_in(before: str) -> tuple[int, int]:
    """Line and column, from 1, of what follows a text."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or "unknown reason") if isinstance(error, OSError) else "it is no path"
