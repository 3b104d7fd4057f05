"""Values from the command line, without the validator that Typer would load for them.

Typer has pydantic check every value of every option, also of those that were not given; loading it takes as long as all
that a first question needs besides. Nothing and plain texts need no checking, and a whole number is soon looked at;
whatever else there is, Typer does as it always would.
"""

import re
from collections.abc import Callable
from typing import Any

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_PLAIN = (str, int, float, bool)
_SLOWLY = object()


def simply(command: Any) -> None:
    """Lets a command and those below it take simple values as they are."""
    listed = command.get_params

    def get_params(ctx: Any) -> list[Any]:
        params: list[Any] = listed(ctx)
        for each in params:
            if "process_value" not in vars(each):
                each.process_value = _shortcut(each, each.process_value)
        return params

    command.get_params = get_params
    for each in getattr(command, "commands", {}).values():
        simply(each)


def _shortcut(param: Any, slowly: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def process(ctx: Any, value: Any) -> Any:
        found = _taken(param, value)
        if found is _SLOWLY:
            return slowly(ctx, value)
        return param.callback(ctx, param, found) if param.callback else found

    return process


def _taken(param: Any, value: Any) -> Any:
    many = param.multiple or param.nargs == -1
    if value is None or value == ():
        return _SLOWLY if param.required else (() if many else None)
    info, kind = param.type_descriptor.parameter_info, param.type_descriptor.annotation
    if info.parser is None and kind in _PLAIN and type(value) is kind:  # a text, or a default
        return value
    if kind == list[str] and many and all(isinstance(each, str) for each in value):
        return list(value)
    if kind is int and isinstance(value, str) and _WHOLE.fullmatch(value):
        number = int(value)
        low, high = info.min, info.max
        if (low is None or number >= low) and (high is None or number <= high):
            return number
    return _SLOWLY
