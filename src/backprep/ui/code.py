"""Code in banks, with a little colour: comments, texts, numbers and the words that many languages share.

Why not Rich's own: it imports a lexer for every language, which takes longer than the first question may.
"""

import re

from rich.text import Text

_WORDS = frozenset(
    [
        "and",
        "as",
        "async",
        "await",
        "begin",
        "break",
        "case",
        "catch",
        "class",
        "commit",
        "const",
        "continue",
        "create",
        "def",
        "default",
        "delete",
        "do",
        "elif",
        "else",
        "end",
        "ensure",
        "enum",
        "except",
        "export",
        "extends",
        "final",
        "finally",
        "fn",
        "for",
        "foreach",
        "from",
        "function",
        "go",
        "group",
        "having",
        "if",
        "implements",
        "import",
        "in",
        "insert",
        "interface",
        "into",
        "is",
        "join",
        "lambda",
        "let",
        "limit",
        "match",
        "my",
        "namespace",
        "new",
        "next",
        "nil",
        "none",
        "not",
        "null",
        "on",
        "or",
        "order",
        "our",
        "package",
        "private",
        "protected",
        "public",
        "raise",
        "record",
        "redo",
        "rescue",
        "return",
        "rollback",
        "select",
        "self",
        "set",
        "static",
        "struct",
        "sub",
        "super",
        "switch",
        "then",
        "this",
        "throw",
        "throws",
        "trait",
        "transaction",
        "true",
        "false",
        "try",
        "type",
        "undef",
        "union",
        "unless",
        "until",
        "update",
        "use",
        "using",
        "values",
        "var",
        "void",
        "volatile",
        "when",
        "where",
        "while",
        "with",
        "yield",
    ]
)
_TOKEN = re.compile(
    r"(?P<comment>(?<![\w$])\#(?![\w{]).*$|(?<![:\w])//.*$|(?<!\S)--\s.*$|/\*.*?\*/)"
    r"|(?P<text>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')"
    r"|(?P<number>(?<![\w.])\d[\d_]*(?:\.\d+)?\b)"
    r"|(?P<word>(?<![\w$@.])[A-Za-z_]\w*)",
    re.MULTILINE,
)
_STYLES = {"comment": "quiet", "text": "right", "number": "place"}


def code(text: str) -> Text:
    """Lines of code, ready to be printed; not a letter of them is changed."""
    drawn = Text(text, no_wrap=False, overflow="fold")
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or ""
        if kind != "word":
            drawn.stylize(_STYLES[kind], found.start(), found.end())
        elif found.group().casefold() in _WORDS:
            drawn.stylize("bold", found.start(), found.end())
    return drawn
