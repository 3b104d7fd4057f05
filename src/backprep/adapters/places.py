"""Where things are: the person's folders, and the banks that came with the program."""

import os
from dataclasses import dataclass
from pathlib import Path

from backprep.app.errors import BankError, ProgressError


@dataclass(frozen=True, slots=True)
class Places:
    """``home`` holds what the person must not lose, ``cache`` what can be made again."""

    home: Path
    cache: Path
    data: Path

    @property
    def progress(self) -> Path:
        """The progress file."""
        return self.home / "progress.sqlite3"

    @property
    def copies(self) -> Path:
        """The folder for copies of it."""
        return self.home / "backups"

    @property
    def own_banks(self) -> Path:
        """The folder for the person's own banks."""
        return self.home / "banks"


def find_places(environ: dict[str, str] | os._Environ[str]) -> Places:
    """``BACKPREP_HOME`` moves everything; without it the platform's own folders are used."""
    chosen = environ.get("BACKPREP_HOME")
    if chosen:
        home = Path(chosen).expanduser().absolute()
        return Places(home, home / "cache", shipped_data())
    import platformdirs  # only where the person has not said where

    try:
        folders = platformdirs.PlatformDirs("backprep", appauthor=False)
        return Places(Path(folders.user_data_dir), Path(folders.user_cache_dir), shipped_data())
    except (RuntimeError, KeyError, OSError) as error:  # no HOME, and no entry for the user either
        raise ProgressError(
            "there is no home directory to keep your answers in", mend="Set BACKPREP_HOME to a folder of yours."
        ) from error


def shipped_data() -> Path:
    """The banks inside the package, or those at the top of the source tree."""
    package = Path(__file__).parents[1]
    for folder in (package / "data", package.parents[1] / "data"):
        if (folder / "skills.yaml").is_file():
            return folder
    raise BankError("the banks that belong to backprep are missing", str(package / "data"), "Install backprep again.")
