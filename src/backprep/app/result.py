"""What a command returns. One place (``ui.present``) prints it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from backprep.app.errors import Exit


@dataclass(frozen=True, slots=True)
class Result:
    """``view`` is drawn for a person; ``data`` is the ``data`` of the JSON envelope, printed when ``as_json`` is set.

    ``errors`` holds what kept the command from being ``ok``, one mapping for each.
    """

    command: str
    view: object = None
    data: Any = None
    as_json: bool = False
    ok: bool = True
    errors: Sequence[Mapping[str, Any]] = field(default_factory=tuple)
    exit: Exit = Exit.FINE
