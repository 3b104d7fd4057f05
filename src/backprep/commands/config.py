"""``backprep config list | get | set | reset | edit``."""

from dataclasses import asdict
from typing import Annotated

import typer

from backprep.app.result import Result
from backprep.commands import complete
from backprep.commands.options import Json, world_of

EXAMPLES = {
    "list": "backprep config list",
    "get": "backprep config get retention",
    "set": "backprep config set new-a-day 15",
    "reset": "backprep config reset new-a-day",
    "edit": "backprep config edit",
}

Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help="A setting, or setting.area for one area alone.", autocompletion=complete.settings
    ),
]


def show(ctx: typer.Context, as_json: Json = False) -> Result:
    """See what can be set, and what it is set to."""
    from backprep.app.settings import settings_report

    report = settings_report(world_of(ctx))
    return Result("config list", report, [asdict(line) for line in report.lines], as_json)


def get(ctx: typer.Context, name: Name, as_json: Json = False) -> Result:
    """See one value: yours, or the one that counts without you."""
    from backprep.app.settings import line_of
    from backprep.app.transfer import DoneReport

    line = line_of(world_of(ctx), name)
    return Result("config get", DoneReport(line.value), asdict(line), as_json)


def choose(
    ctx: typer.Context,
    name: Name,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="The new value.")],
    as_json: Json = False,
) -> Result:
    """Set something. What follows from it, such as when questions come back, is worked out anew."""
    return _chosen(ctx, "set", name, value, as_json)


def reset(ctx: typer.Context, name: Name, as_json: Json = False) -> Result:
    """Go back to the value that a setting has without you."""
    return _chosen(ctx, "reset", name, None, as_json)


def edit(ctx: typer.Context, as_json: Json = False) -> Result:
    """Change all settings at once in your editor, as TOML. Nothing is set while anything in it cannot be."""
    from backprep.app.settings import edit as edit_settings
    from backprep.app.transfer import DoneReport

    lines = edit_settings(world_of(ctx))
    said = "\n".join(f"{line.name} is {line.shown}." for line in lines) or "Nothing has changed."
    return Result("config edit", DoneReport(said), {"changed": [asdict(line) for line in lines]}, as_json)


def _chosen(ctx: typer.Context, command: str, name: str, value: str | None, as_json: bool) -> Result:
    from backprep.app.settings import choose
    from backprep.app.transfer import DoneReport

    line = choose(world_of(ctx), name, value)
    return Result(f"config {command}", DoneReport(f"{line.name} is {line.shown}."), asdict(line), as_json)
