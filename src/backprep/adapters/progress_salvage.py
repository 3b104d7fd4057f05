"""Reads what can be read of a damaged progress file, page by page, without SQLite.

Every page that is a leaf of a table is looked at, whether or not the pages above it are whole. The format: "Database
File Format", sections 1.6 (b-tree pages), 1.5 and 2.1 (records), https://www.sqlite.org/fileformat2.html
"""

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from backprep.adapters.progress_rows import (
    as_chosen,
    as_note,
    as_paper,
    as_reset,
    as_retraction,
    as_review,
    seal_of,
    sealed,
)
from backprep.core.review import SUSPENDED, LogEntry, PaperSort, Reset, Retraction, Review, SessionKind
from backprep.core.settings import SETTINGS

Value = int | float | str | None
_LEAF = 0x0D
_REPLY, _SKILL = 11, 12
_SIZES = (12, 13, 14)
"""How many values a review has: without a skill and a seal, without a seal, with both."""


class _Unreadable(Exception):  # noqa: N818 - part of the record lies elsewhere, and is gone
    pass


def salvage(file: Path) -> list[LogEntry]:
    """Every entry of the log that can be read, each once."""
    data = file.read_bytes()
    size = _page_size(data)
    found: dict[tuple[type, str], LogEntry] = {}
    doubtful: list[tuple[Value, ...]] = []
    for row in _rows(data, size):
        entry = _review(row) or _with_text(row) or _paper(row)
        if entry is not None:
            found.setdefault((type(entry), entry.id), entry)
        elif len(row) == 4:
            doubtful.append(row)
    reviews = {each.id for each in found.values() if isinstance(each, Review)}
    questions = {each.question for each in found.values() if isinstance(each, Review)}
    for row in doubtful:
        small = _small(row, reviews, questions)
        if small is not None:
            found.setdefault((type(small), small.id), small)
    return list(found.values())


def _page_size(data: bytes) -> int:
    if data[:16] == b"SQLite format 3\x00" and len(data) >= 18:
        size: int = struct.unpack(">H", data[16:18])[0]
        size = 65_536 if size == 1 else size
        if 512 <= size <= 65_536 and size & (size - 1) == 0:
            return size
    return 4096  # what SQLite makes, and this program with it


def _rows(data: bytes, size: int) -> Iterator[tuple[Value, ...]]:
    for number in range(len(data) // size):
        page = data[number * size : (number + 1) * size]
        head = 100 if number == 0 else 0
        if page[head] != _LEAF:
            continue
        cells = struct.unpack(">H", page[head + 3 : head + 5])[0]
        for at in range(min(cells, size // 4)):
            place = head + 8 + 2 * at
            start = struct.unpack(">H", page[place : place + 2].ljust(2, b"\0"))[0]
            row = _cell(data, size, page, start)
            if row is not None:
                yield row


def _cell(data: bytes, size: int, page: bytes, start: int) -> tuple[Value, ...] | None:
    """The values of a cell; what lies on a page that is gone is None from there on."""
    try:
        length, at = _varint(page, start)
        _, at = _varint(page, at)
        local = _local(length, size)
        payload = page[at : at + local]
        if len(payload) < local:
            return None
        if local < length:
            following = struct.unpack(">I", page[at + local : at + local + 4])[0]
            payload += _overflow(data, size, following, length - local)
        return _record(payload, length)
    except (IndexError, struct.error, ValueError, _Unreadable):
        return None


def _local(length: int, size: int) -> int:
    """How many bytes of a record stand on the leaf itself."""
    if length <= size - 35:
        return length
    least = (size - 12) * 32 // 255 - 23
    wanted = least + (length - least) % (size - 4)
    return wanted if wanted <= size - 35 else least


def _overflow(data: bytes, size: int, page: int, left: int) -> bytes:
    parts = []
    while left > 0 and 0 < page <= len(data) // size:
        start = (page - 1) * size
        part = data[start + 4 : start + 4 + min(left, size - 4)]
        page = struct.unpack(">I", data[start : start + 4])[0]
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _record(payload: bytes, length: int) -> tuple[Value, ...]:
    head, at = _varint(payload, 0)
    if not 1 < head <= len(payload) or head > 200:
        raise _Unreadable
    kinds = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != head or at + sum(map(_width, kinds)) != length:
        raise _Unreadable
    values: list[Value] = []
    for kind in kinds:
        part = payload[at : at + _width(kind)]
        at += _width(kind)
        values.append(_value(kind, part) if len(part) == _width(kind) else None)
    return tuple(values)


_FIXED = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)


def _width(kind: int) -> int:
    if kind < len(_FIXED):
        return _FIXED[kind]
    if kind < 12:
        raise _Unreadable
    return (kind - 12) // 2


def _value(kind: int, part: bytes) -> Value:
    if kind == 0:
        return None
    if kind < 7:
        return int.from_bytes(part, "big", signed=True)
    if kind == 7:
        number: float = struct.unpack(">d", part)[0]
        return number
    if kind < 10:
        return kind - 8
    if kind % 2 == 0:
        raise _Unreadable  # no table of ours holds bytes
    try:
        return part.decode("utf-8")
    except UnicodeDecodeError:
        return None  # the rest of a long text was overwritten


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for count in range(9):
        byte = data[at]
        at += 1
        if count == 8:
            return (value << 8) | byte, at
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            break
    return value, at


def _review(row: tuple[Value, ...]) -> Review | None:
    if len(row) not in _SIZES or not _all(row[:5], str) or not _all((row[5], row[6], row[9]), int):
        return None
    row = (*row, *[None] * (_SIZES[-1] - len(row)))
    score = float(row[8]) if isinstance(row[8], int) else row[8]  # SQLite keeps 1.0 as 1
    fits = (
        row[2] in get_args(SessionKind)
        and isinstance(row[7], int)
        and 1 <= row[7] <= 4
        and (score is None or (isinstance(score, float) and 0 <= score <= 1))
        and all(value is None or isinstance(value, str) for value in (row[_REPLY], row[_SKILL]))
        and (row[10] is None or isinstance(row[10], int))
    )
    if not fits:
        return None
    values = (*row[:8], score, *row[9:13])
    if row[13] is not None and row[13] != seal_of(*values):
        values = (*values[:_REPLY], None, None)  # a long reply and what follows it went on elsewhere, and are gone
    return as_review(sealed(values))


def _with_text(row: tuple[Value, ...]) -> LogEntry | None:
    """A note or a setting: both have an id, a name, an instant and a text."""
    if len(row) not in (5, 6) or not _all(row[:2], str) or not _all(row[2:4], int):
        return None
    row = (*row, None)[:6]
    if str(row[1]).partition(".")[0] in SETTINGS or str(row[1]).startswith(SUSPENDED):
        return as_chosen(row)
    return as_note(sealed(row[:5])) if isinstance(row[4], str) and row[5] in (None, seal_of(*row[:5])) else None


def _paper(row: tuple[Value, ...]) -> LogEntry | None:
    whole = len(row) == 7 and row[1] in get_args(PaperSort) and row[6] == seal_of(*row[:6])
    return as_paper(row) if whole else None


def _small(row: tuple[Value, ...], reviews: set[str], questions: set[str]) -> Retraction | Reset | None:
    """A retraction names a review, or a reset by its UUID; a reset names a question."""
    if not _all(row[:2], str) or not _all(row[2:], int):
        return None
    named = str(row[1])
    if named in questions or not (
        named in reviews or (len(named) == 36 and named.count("-") == 4 and named[14] == "7")
    ):
        return as_reset(row)
    return as_retraction(row)


def _all(values: Iterable[Value], kind: type) -> bool:
    return all(isinstance(value, kind) for value in values)
