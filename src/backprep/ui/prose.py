"""The small Markdown of banks, drawn with Rich: paragraphs, lists, tables, code, **bold** and *emphasis*.

Why not Rich's own: it needs a parser that takes longer to import than the first question may take to be drawn, it drops
what looks like HTML (`List<String>`), and it makes links. See docs/decisions/004-small-markdown.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from backprep.ui.literal import literal

# Stars are marks only where they open and close words: `x**2 + y**2`, `count(*) and sum(*)`, `(*a) + (*b)` stay.
_OPENS, _CLOSES = r"(?=[\w\"'“‘`])", r"(?<=[^\s*(\[{])"
_INLINE = re.compile(
    r"`([^`\n]+)`"
    rf"|(?<![\w*])\*\*{_OPENS}(.+?){_CLOSES}\*\*(?![\w*])"
    rf"|(?<![\w*])\*{_OPENS}([^*\n]+?){_CLOSES}\*(?![\w*])"
)
_ITEM = re.compile(r"(\s*)([-*]|\d{1,2}[.)]) +(\S.*)")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"\s*```\s*[\w+#.-]*\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (no bullet), a list item (with one), lines of code, or the rows of a table, its head first."""

    text: str
    bullet: str = ""
    code: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


def blocks(text: str) -> Iterator[Block]:
    """Cuts text into blocks. Whatever is not Markdown of the few kinds known is a paragraph."""
    gathered: list[str] = []
    bullet = ""
    code: list[str] | None = None
    lines = text.expandtabs(4).split("\n")
    skip = 0
    for number, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        if code is None and not gathered and (rows := _rows(lines, number)):
            yield Block("", rows=rows)
            skip = len(rows)
            continue
        if code is not None:
            if _FENCE.match(line):
                yield Block("\n".join(code), code=True)
                code = None
            else:
                code.append(line)
            continue
        item = _ITEM.match(line)
        fence = _FENCE.match(line)
        if item or fence or not line.strip():
            if gathered:
                yield Block(" ".join(gathered), bullet)
            gathered, bullet = [], ""
        if fence:
            code = []
        elif item:
            gathered, bullet = [item.group(3).strip()], item.group(2)
        elif line.strip():
            gathered.append(line.strip())
    if gathered:
        yield Block(" ".join(gathered), bullet)
    if code:
        yield Block("\n".join(code), code=True)


def _rows(lines: list[str], first: int) -> tuple[tuple[str, ...], ...]:
    """The rows of a table that begins at a line: a head, a line of hyphens, and what follows of as many cells."""
    if first + 1 >= len(lines) or "|" not in lines[first] or not _RULE.match(lines[first + 1]):
        return ()
    head = _cells(lines[first])
    if len(_cells(lines[first + 1])) != len(head):
        return ()
    rows = [head]
    for line in lines[first + 2 :]:
        if "|" not in line:
            break
        cells = _cells(line)
        rows.append((*cells, *[""] * len(head))[: len(head)])
    return tuple(rows)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip().replace("\\|", "|") for cell in _BAR.split(line.strip().strip("|")))


def inline(text: str) -> Text:
    """One paragraph with `code`, **bold** and *emphasis* styled and everything else literal."""
    drawn = Text(overflow="fold")
    at = 0
    safe = literal(text)
    for match in _INLINE.finditer(safe):
        drawn.append(safe[at : match.start()])
        code, bold, emphasis = match.groups()
        drawn.append(code or bold or emphasis, "code" if code else "bold" if bold else "italic")
        at = match.end()
    drawn.append(safe[at:])
    return drawn


def prose(text: str) -> RenderableType:
    """A text of a bank, ready to be printed."""
    drawn: list[RenderableType] = []
    before: Block | None = None
    for block in blocks(literal(text)):
        if before is not None and not (before.bullet and block.bullet):
            drawn.append(Text())
        drawn.append(_drawn(block))
        before = block
    return drawn[0] if len(drawn) == 1 else Group(*drawn)


def _drawn(block: Block) -> RenderableType:
    if block.code:
        from backprep.ui.code import code

        return Padding(code(block.text), (0, 2))
    if block.rows:
        return _table(block.rows)
    if block.bullet:
        return hanging(block.bullet if block.bullet[0].isdigit() else _Bullet(), inline(block.text))
    return inline(block.text)


def _table(rows: tuple[tuple[str, ...], ...]) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False)
    for name in rows[0]:
        table.add_column(inline(name), overflow="fold")
    for row in rows[1:]:
        table.add_row(*(inline(cell) for cell in row))
    return Padding(table, (0, 0, 0, 2))


class _Bullet:
    """A bullet, or a hyphen where the encoding has none."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text("-" if options.ascii_only else "•")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(1, 1)


def hanging(lead: RenderableType, body: RenderableType, indent: int = 0) -> RenderableType:
    """Something with a lead in the margin: a bullet, a number, a sign."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(lead, body)
    return Padding(grid, (0, 0, 0, indent)) if indent else grid
