"""YAML as banks are written in it: into plain maps, lists and texts that know where they stand.

Built from PyYAML's events, not from its nodes or objects (docs/decisions/003-yaml-from-events.md): nothing recurses, no
type is guessed (``No`` stays text), and every fault of the notation is reported, not only the first.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml

from backprep.adapters.bank_messages import plain, quoted
from backprep.adapters.bank_syntax import syntax_fault
from backprep.core.problem import Fault, Path

MOST_DEPTH = 16
MOST_NODES = 200_000
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_HALVES = re.compile("[\ud800-\udfff]")  # of a character in UTF-16: no text by themselves
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Map(dict[str, Any]):
    """A mapping. ``keys_at`` and ``values_at`` give line and column, from 1."""

    __slots__ = ("at", "keys_at", "values_at")

    def __init__(self, at: tuple[int, int]) -> None:
        super().__init__()
        self.at = at
        self.keys_at: dict[str, tuple[int, int]] = {}
        self.values_at: dict[str, tuple[int, int]] = {}


class Seq(list[Any]):
    """A list. ``items_at`` gives line and column, from 1."""

    __slots__ = ("at", "items_at")

    def __init__(self, at: tuple[int, int]) -> None:
        super().__init__()
        self.at = at
        self.items_at: list[tuple[int, int]] = []


def place(root: Any, path: Path) -> tuple[int, int]:
    """Where the thing at a path stands; where the path leads nowhere, the last thing on the way that is there.

    A path that ends with a key leads to the key, one that ends with a number to the item.
    """
    at = getattr(root, "at", (1, 1))
    here = root
    for step in path:
        if isinstance(here, Map) and isinstance(step, str) and step in here:
            at, here = here.keys_at[step], here[step]
        elif isinstance(here, Seq) and isinstance(step, int) and 0 <= step < len(here):
            at, here = here.items_at[step], here[step]
        else:
            break
    return at


def parse(text: str, file: str) -> tuple[Any, list[Fault]]:
    """The document and the faults of its notation. With some of these (syntax, depth, size) there is no document."""
    faults: list[Fault] = []
    root: Any = None
    loader = _LOADER(text)
    try:
        root = _build(loader, file, faults)
    except (ValueError, OverflowError):  # PyYAML without libyaml, at numbers that are none: \UFFFFFFFF
        mark = loader.get_mark()
        message = "not YAML: an escape or a number that does not exist"
        faults.append(
            Fault(file, mark.line + 1, mark.column + 1, None, "syntax", message, "Write the character itself.")
        )
        root = None
    except yaml.YAMLError as error:
        faults.append(syntax_fault(error, text, file))
        root = None
    except _TooMuch as error:
        line, column = error.at
        faults.append(Fault(file, line, column, None, error.code, error.message, error.hint))
        root = None
    finally:
        loader.dispose()
    return root, faults


class _TooMuch(Exception):  # noqa: N818 - not an error of the program: a limit that is reached
    def __init__(self, at: tuple[int, int], code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.at, self.code, self.message, self.hint = at, code, message, hint


_KEY = object()  # "no key yet": the next scalar in this mapping is one
_DROPPED = object()  # a key that cannot stand: its value is read, and goes nowhere


def _build(loader: Any, file: str, faults: list[Fault]) -> Any:
    root: Any = None
    stack: list[Any] = []  # the open maps and lists
    keys: list[Any] = []  # for each: the key whose value is awaited
    nodes = documents = 0
    named: set[tuple[type, str]] = set()
    skipping = 0  # inside a key that is no text: how deep

    def fault(at: tuple[int, int], code: str, message: str, hint: str) -> None:
        faults.append(Fault(file, at[0], at[1], None, code, message, hint))

    def put(value: Any, at: tuple[int, int]) -> None:
        nonlocal root
        if not stack:
            root = value
        elif isinstance(stack[-1], Seq):
            stack[-1].append(value)
            stack[-1].items_at.append(at)
        else:
            key = keys[-1]
            if key is not _DROPPED:
                stack[-1][key] = value
                stack[-1].values_at[key] = at
            keys[-1] = _KEY

    while loader.check_event():
        event = loader.get_event()
        kind = type(event)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            if skipping:
                skipping -= 1
                continue
            stack.pop()
            keys.pop()
            continue
        if kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                mark = event.start_mark
                hint = "Remove the line `---`: a bank is one document."
                fault((mark.line + 1, mark.column + 1), "two-documents", "a second document begins here", hint)
                return root  # the first one is looked at all the same
            continue
        if kind not in _NODES:
            continue
        mark = event.start_mark
        at = (mark.line + 1, mark.column + 1)
        nodes += 1
        if nodes > MOST_NODES:
            raise _TooMuch(at, "too-many-nodes", f"more than {MOST_NODES} values", "Split it into several banks.")
        if event.anchor is not None and (kind, event.anchor) not in named:
            named.add((kind, event.anchor))  # each name once: a bomb of aliases is one mistake
            if kind is yaml.AliasEvent:
                fault(
                    at,
                    "alias",
                    f"the alias *{plain(event.anchor)} is not allowed",
                    "Write the value out; quote a text with `*`.",
                )
            else:
                fault(
                    at,
                    "anchor",
                    f"the anchor &{plain(event.anchor)} is not allowed",
                    "Take it out; quote a text with `&`.",
                )
        if kind is not yaml.AliasEvent and event.tag is not None:
            hint = "Take it out: types come from the fields. Quote a text that begins with `!`."
            fault(at, "tag", f"the tag {quoted(event.tag)} is not allowed", hint)
        if skipping:
            if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                skipping += 1
            continue
        awaits_key = bool(stack) and keys[-1] is _KEY and isinstance(stack[-1], Map)
        if kind is yaml.ScalarEvent:
            value: Any = event.value
            if event.style == '"' and _HALVES.search(value):  # libyaml stops at these by itself
                message = "not YAML: an escape for a character that does not exist"
                raise _TooMuch(at, "syntax", message, "Write the character itself.")
            if awaits_key:
                _take_key(stack[-1], keys, value, at, fault)
                continue
            if not event.style and value in _NULLS:
                value = None
            put(value, at)
        elif kind is yaml.AliasEvent:
            if awaits_key:
                keys[-1] = _DROPPED
            else:
                put("*", at)  # some text, so that the alias is the only fault here
        else:
            if len(stack) >= MOST_DEPTH:
                raise _TooMuch(at, "too-deep", f"nested more than {MOST_DEPTH} deep", "Write it flatter.")
            if awaits_key:
                fault(at, "key-not-text", "this key is not a text", "Keys are words; quote text that holds { or [.")
                keys[-1] = _DROPPED
                skipping = 1
                continue
            inner: Any = Map(at) if kind is yaml.MappingStartEvent else Seq(at)
            put(inner, at)
            stack.append(inner)
            keys.append(_KEY)
    return root


def _take_key(mapping: Map, keys: list[Any], key: str, at: tuple[int, int], fault: Callable[..., None]) -> None:
    if key in mapping.keys_at:
        line = mapping.keys_at[key][0]
        fault(at, "repeated-key", f"the key {quoted(key)} is there twice, first in line {line}", "Remove one of them.")
        keys[-1] = _DROPPED  # the first one stands
        return
    mapping.keys_at[key] = at
    keys[-1] = key


_NODES = frozenset((yaml.ScalarEvent, yaml.AliasEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent))
