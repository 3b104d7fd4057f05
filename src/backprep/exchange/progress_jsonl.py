"""The log of answers as JSON Lines: one entry a line, nothing lost, the same log always the same bytes."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from backprep.app.errors import ProgressError
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Chosen, LogEntry, Note, Paper, PaperSort, Reset, Retraction, Review, SessionKind

HEAD = {"backprep": "progress", "format": 3}
_READABLE = (1, 2, 3)
"""Format 1 knew no resets, no settings, and no skills in reviews; format 2 no papers."""


class JsonLines:
    """Writes and reads an exported log."""

    def write(self, entries: Iterable[LogEntry]) -> Iterator[str]:
        """A head that says what this is, then the entries, each on a line of its own."""
        yield _line(HEAD)
        for entry in entries:
            yield _line(_as_data(entry))

    def read(self, lines: Iterable[str], name: str) -> list[LogEntry]:
        """The entries. Raises ``ProgressError`` with the line that cannot be read: half a log is none."""
        entries: list[LogEntry] = []
        for number, line in enumerate(lines, start=1):
            try:
                data = json.loads(line)
                if number == 1:
                    _check_head(data, name)
                else:
                    entries.append(_entry(data))
            except (ValueError, KeyError, TypeError) as error:
                raise ProgressError(
                    "this is no entry of an exported log",
                    f"{name}:{number}",
                    "Export it again; nothing was taken over.",
                ) from error
        return entries


def _check_head(data: Any, name: str) -> None:
    if not isinstance(data, dict) or data.get("backprep") != "progress":
        raise ProgressError("this is no exported log of backprep", name, "Make one with: backprep progress export FILE")
    if data.get("format") not in _READABLE:
        raise ProgressError("the log was exported by a newer backprep", name, "Install the newest backprep.")


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, separators=(",", ":"))  # ASCII: no sign in it can break a line or move a cursor


def _as_data(entry: LogEntry) -> dict[str, Any]:
    at = {"at": entry.at.ms, "zone": entry.at.zone}
    if isinstance(entry, Retraction):
        return {"type": "retraction", "id": entry.id, "review": entry.review, **at}
    if isinstance(entry, Reset):
        return {"type": "reset", "id": entry.id, "question": entry.question, **at}
    if isinstance(entry, Chosen):
        return {"type": "setting", "id": entry.id, "setting": entry.setting, **at, "value": entry.value}
    if isinstance(entry, Paper):
        return {"type": "paper", "id": entry.id, "sort": entry.sort, "subject": entry.subject, **at, "body": entry.body}
    if isinstance(entry, Note):
        return {"type": "note", "id": entry.id, "question": entry.question, **at, "text": entry.text}
    return {
        "type": "review",
        "id": entry.id,
        "session": entry.session,
        "session_kind": entry.session_kind,
        "question": entry.question,
        "content": entry.content,
        **at,
        "rating": int(entry.rating),
        "score": entry.score,
        "took": entry.took,
        "confidence": entry.confidence,
        "reply": entry.reply,
        "skill": entry.skill,
    }


_FIELDS: dict[str, dict[str, tuple[type, ...]]] = {
    "review": {
        "id": (str,),
        "session": (str,),
        "session_kind": (str,),
        "question": (str,),
        "content": (str,),
        "at": (int,),
        "zone": (int,),
        "rating": (int,),
        "score": (float, int, type(None)),
        "took": (int,),
        "confidence": (int, type(None)),
        "reply": (str, type(None)),
        "skill": (str, type(None)),
    },
    "retraction": {"id": (str,), "review": (str,), "at": (int,), "zone": (int,)},
    "reset": {"id": (str,), "question": (str,), "at": (int,), "zone": (int,)},
    "setting": {"id": (str,), "setting": (str,), "at": (int,), "zone": (int,), "value": (str, type(None))},
    "note": {"id": (str,), "question": (str,), "at": (int,), "zone": (int,), "text": (str,)},
    "paper": {"id": (str,), "sort": (str,), "subject": (str,), "at": (int,), "zone": (int,), "body": (str,)},
}


_SMALL: dict[str, type[Retraction | Reset | Chosen | Note | Paper]] = {
    "retraction": Retraction,
    "reset": Reset,
    "setting": Chosen,
    "note": Note,
    "paper": Paper,
}


def _entry(data: Any) -> LogEntry:
    values = dict(data)
    kind = values.pop("type")
    wanted = _FIELDS[kind]
    if kind == "review":
        values.setdefault("skill", None)  # format 1
    if set(values) != set(wanted) or any(type(values[name]) not in types for name, types in wanted.items()):
        raise ValueError(kind)
    if kind == "paper" and values["sort"] not in get_args(PaperSort):
        raise ValueError(values["sort"])
    values["at"] = Instant(values["at"], values.pop("zone"))
    if kind in _SMALL:
        return _SMALL[kind](**values)
    if values["session_kind"] not in get_args(SessionKind):
        raise ValueError(values["session_kind"])
    values["rating"] = Rating(values["rating"])
    return Review(**values)
