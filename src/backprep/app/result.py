"""What a command returns. One place (``ui.present``) prints it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backprep.app.errors import Exit


@dataclass(frozen=True, slots=True)
class Result:
    """``view`` is drawn for a person; ``data`` is the ``data`` of the JSON envelope, printed when ``as_json`` is set.

    ``errors`` holds what kept the command from being ``ok``, one mapping for each. ``save``: a file that the drawing is
    written to besides, in the way that its ending says.
    """

    command: str
    view: object = None
    data: Any = None
    as_json: bool = False
    ok: bool = True
    errors: Sequence[Mapping[str, Any]] = field(default_factory=tuple)
    exit: Exit = Exit.FINE
    save: Path | None = None
