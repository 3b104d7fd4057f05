"""The small Markdown of banks, drawn with Rich: paragraphs, lists, code blocks, `code`, **bold** and *emphasis*.

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
_FENCE = re.compile(r"\s*```\s*[\w+#.-]*\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (no bullet), a list item (with one), or lines of code."""

    text: str
    bullet: str = ""
    code: bool = False


def blocks(text: str) -> Iterator[Block]:
    """Cuts text into blocks. Whatever is not Markdown of the few kinds known is a paragraph."""
    gathered: list[str] = []
    bullet = ""
    code: list[str] | None = None
    for line in text.expandtabs(4).split("\n"):
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
        return Padding(Text(block.text, "code", no_wrap=False, overflow="fold"), (0, 2))
    if block.bullet:
        return hanging(block.bullet if block.bullet[0].isdigit() else _Bullet(), inline(block.text))
    return inline(block.text)


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
