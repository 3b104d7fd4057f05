"""What the person found wrong with questions: a Markdown file in their home."""

import os
from pathlib import Path

from backprep.app.errors import ProgressError

_HEAD = "# What is wrong with questions\n\nWritten by `backprep flag`. Send it to whoever wrote the bank.\n"


class FlagFile:
    """Only ever added to; the person may edit it as they like."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, text: str) -> Path:
        """Below what is there already, and on the disk before it is acknowledged."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as file:
                if file.tell() == 0:
                    file.write(_HEAD)
                file.write(f"\n{text.rstrip()}\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            mend = "Free some space, or see who may write there."
            raise ProgressError(f"the flag cannot be kept: {error.strerror}", str(self._file), mend) from error
        return self._file

    def read(self) -> tuple[Path, str]:
        """The text, as it is."""
        try:
            return self._file, self._file.read_text("utf-8", errors="replace") if self._file.exists() else ""
        except OSError as error:
            raise ProgressError(f"the flags cannot be read: {error.strerror}", str(self._file)) from error
