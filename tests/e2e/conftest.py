"""What the tests of the whole program share."""

from pathlib import Path
from textwrap import indent

import pytest

from backprep.kinds import KINDS
from e2e.terminal import command, environment


@pytest.fixture(scope="session")
def warm_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose catalogue is compiled, so that not every test pays for it."""
    import subprocess

    home = tmp_path_factory.mktemp("warm")
    subprocess.run(command("bank", "list"), env=environment(home), check=True, capture_output=True)
    return home


@pytest.fixture
def home(tmp_path: Path, warm_cache: Path) -> Path:
    """A new person's home."""
    import shutil

    folder = tmp_path / "home"
    folder.mkdir()
    shutil.copytree(warm_cache / "cache", folder / "cache")
    return folder


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank with one question of every kind: the kinds' own examples."""
    return write_bank(tmp_path_factory.mktemp("banks") / "every-kind.yaml", *KINDS)


def write_bank(file: Path, *kinds: str) -> Path:
    """Writes a bank that holds the examples of these kinds."""
    questions = [indent(KINDS[kind].example.yaml, "    ").replace("    ", "  - ", 1) for kind in kinds]
    file.write_text("bank: every-kind\ntitle: Every kind\nquestions:\n" + "\n".join(questions), "utf-8")
    return file
