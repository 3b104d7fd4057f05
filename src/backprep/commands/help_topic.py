"""``backprep help`` and ``backprep completion``."""

import sys
from typing import Annotated

import typer

from backprep.app.result import Result
from backprep.commands import complete
from backprep.commands.options import Json, world_of

EXAMPLES = {"help": "backprep help keys", "completion": "backprep completion bash > backprep.bash"}


def help_topic(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]", help="bank-format, files, keys, privacy or scheduling.", autocompletion=complete.topics
        ),
    ] = None,
    as_json: Json = False,
) -> Result:
    """Read about one thing: how a bank is written, keys, when questions come back, files, privacy."""
    from backprep.app.help import topic_report

    report = topic_report(world_of(ctx), topic)
    return Result("help", report, {"topic": report.topic, "text": report.text, "topics": list(report.topics)}, as_json)


def completion(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")],
) -> None:
    """Print what makes your shell complete commands, areas, skills, banks and ids. How to use it: in its first line."""
    from importlib import import_module

    from backprep.app.errors import UsageError

    hints = {
        "bash": "source <(backprep completion bash), in ~/.bashrc",
        "zsh": "source <(backprep completion zsh), in ~/.zshrc after compinit",
        "fish": "backprep completion fish > ~/.config/fish/completions/backprep.fish",
        "powershell": "backprep completion powershell | Out-String | Invoke-Expression, in $PROFILE",
    }
    if shell not in hints:
        raise UsageError(f"there is no completion for {shell!r}", mend=f"Known: {', '.join(hints)}.")
    script = import_module("typer.completion").get_completion_script(
        prog_name="backprep", complete_var="_BACKPREP_COMPLETE", shell=shell
    )
    # zsh wants `#compdef` first where the script is a file of its own.
    lead, first = ("", f"\n# {hints[shell]}\n") if shell == "zsh" else (f"# {hints[shell]}\n", "\n")
    sys.stdout.write(f"{lead}{script}{first}")
