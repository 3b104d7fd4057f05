"""Writes the manual page from the program itself: `python docs/manpage.py [--check]`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from backprep import __version__
from backprep.adapters.places import shipped_data
from backprep.cli import application

FILE = Path(__file__).with_name("backprep.1")
CODES = {
    0: "All went well.",
    1: "A check found faults.",
    2: "The words of the command do not fit.",
    3: "A bank cannot be used.",
    4: "The progress file cannot be used.",
    70: "A defect of backprep.",
    130: "Interrupted by Ctrl-C.",
}
ENVIRONMENT = {
    "BACKPREP_HOME": "The folder for everything of yours.",
    "BACKPREP_PLAIN": "Anything but 0: lines of text alone, as with --plain.",
    "EDITOR, VISUAL": "Your editor, for answers, notes, stories and banks.",
    "NO_COLOR": "No colours.",
    "BACKPREP_DEBUG": "Shows where a defect happened.",
}


def page() -> str:
    """The whole page, in the language of man(7)."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    root: Any = get_command(application())
    yield f'.TH BACKPREP 1 "" "backprep {__version__}"'
    yield from (".SH NAME", "backprep \\- get ready for a back-end developer interview, offline")
    yield from (".SH SYNOPSIS", ".B backprep", "[\\-\\-plain] [\\fICOMMAND\\fR] [\\fIOPTION\\fR]...")
    yield from (".SH DESCRIPTION", _text(root.help or ""))
    yield "Without a command it shows what is due, how ready you are, and what to type next."
    yield ".SH COMMANDS"
    for name, command in root.commands.items():
        inner = getattr(command, "commands", None)
        leaves = [(f"{name} {sub}", each) for sub, each in inner.items()] if inner else [(name, command)]
        if inner and command.invoke_without_command:
            leaves.insert(0, (name, command))
        for path, leaf in leaves:
            yield from _command(path, leaf)
    yield from (".SH ENVIRONMENT", *_list(ENVIRONMENT))
    yield from (".SH EXIT STATUS", *_list({str(code): said for code, said in CODES.items()}))
    for topic in ("scheduling", "files", "privacy"):
        yield from _topic((shipped_data() / "help" / f"{topic}.md").read_text("utf-8"))


def _command(path: str, leaf: Any) -> Iterator[str]:
    yield f".SS backprep {_text(path)}"
    for paragraph in (leaf.help or "").strip().split("\n\n"):
        yield from (_text(" ".join(paragraph.split())), ".P")
    for parameter in leaf.params:
        if parameter.name == "help":
            continue
        names = ", ".join(sorted(parameter.opts, key=len)) if parameter.param_type_name == "option" else ""
        yield from (".TP", f"\\fB{_text(f'{names} {parameter.metavar or str()}'.strip())}\\fR")
        yield _text(parameter.help or "")
    yield from (".P", f"Example: {_text((leaf.epilog or '').removeprefix('Example: '))}")


def _list(items: dict[str, str]) -> Iterator[str]:
    for name, said in items.items():
        yield from (".TP", f"\\fB{_text(name)}\\fR", _text(said))


def _topic(text: str) -> Iterator[str]:
    title, _, rest = text.partition("\n")
    yield f".SH {_text(title.lstrip('# ')).upper()}"
    for block in rest.strip().split("\n\n"):
        lines = block.split("\n- ")
        first = lines[0].removeprefix("- ")
        yield from (".IP \\(bu 2" if block.startswith("- ") else ".P", _text(" ".join(first.split())))
        for line in lines[1:]:
            yield from (".IP \\(bu 2", _text(" ".join(line.split())))


def _text(text: str) -> str:
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "").replace("…", "...")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


if __name__ == "__main__":
    if "--check" not in sys.argv:
        FILE.write_text(page(), "utf-8")
    elif FILE.read_text("utf-8") != page():
        sys.exit(f"{FILE} is out of date; write it anew with: make fix")
