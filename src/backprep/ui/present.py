"""Prints what commands return: drawn for a person, or as the JSON envelope for a script."""

import json
import sys
from collections.abc import Callable
from typing import Any

from backprep.app.errors import BackprepError
from backprep.app.result import Result
from backprep.ui.literal import literal


def present(result: Result, colours: Callable[[], str] = lambda: "standard") -> None:
    """Prints a result. A person at a narrow or dumb terminal, and a pipe, get what they can show.

    ``colours`` gives the name of the theme.
    """
    if result.as_json:
        _envelope(result.command, result.ok, result.data, list(result.errors))
        return
    from backprep.ui.views import draw_view

    draw_view(result.view, colours)
    if result.save is not None:
        from backprep.ui.picture import save

        save(result.view, result.save, f"backprep {result.command}")


def present_error(error: BackprepError, command: str, as_json: bool) -> None:
    """Says what went wrong, where, and how to mend it: on standard error, or in an envelope."""
    if as_json:
        said = {"code": error.code, "what": error.what, "where": error.where, "mend": error.mend}
        _envelope(command, False, None, [said])
        return
    from rich.text import Text

    from backprep.ui.look import make_console

    sys.stdout.flush()
    where = f"\n  where: {literal(error.where)}" if error.where else ""
    mend = f"\n  mend:  {literal(error.mend)}" if error.mend else ""
    console = make_console(stderr=True)
    console.print(Text.assemble(("error: ", "error"), literal(error.what), where, mend), soft_wrap=True)


def _envelope(command: str, ok: bool, data: Any, errors: list[Any]) -> None:
    # ASCII escapes: the same text in whatever encoding, and no control character does anything.
    sys.stdout.write(json.dumps({"command": command, "ok": ok, "data": data, "errors": errors}, indent=2) + "\n")
