"""The program in a world whose clock says what stands in a file: for interviews that take an hour in a second."""

import sys
from functools import cached_property
from pathlib import Path

from backprep.app.ports import Clock
from backprep.cli import main
from backprep.core.instant import Instant
from backprep.wiring import RealWorld


class FileClock:
    """Says what stands in a file, in milliseconds."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> Instant:
        """What stands there now."""
        return Instant(int(self._file.read_text("ascii")), 3600)


class ClockedWorld(RealWorld):
    """The real world, but for the time of day."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    @cached_property
    def clock(self) -> Clock:
        """The clock in the file."""
        return FileClock(self._file)


if __name__ == "__main__":
    world = ClockedWorld(Path(sys.argv[1]))
    code = main(sys.argv[2:], world)
    world.close()
    sys.exit(code)
