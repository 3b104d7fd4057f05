"""The file of flags."""

from pathlib import Path

import pytest

from backprep.adapters.flags import FlagFile
from backprep.app.errors import ProgressError


def test_flags_are_added_below_each_other(tmp_path: Path) -> None:
    """Under a head that says what the file is; what the person wrote in between stays."""
    flags = FlagFile(tmp_path / "home" / "flags.md")
    assert flags.read() == (tmp_path / "home" / "flags.md", "")
    file = flags.add("## one\n\nfirst\n\n")
    file.write_text(file.read_text("utf-8") + "\nmine ✓\n", "utf-8")
    flags.add("## two")
    assert flags.read()[1].startswith("# What is wrong with questions\n\nWritten by `backprep flag`.")
    assert flags.read()[1].endswith("\n## one\n\nfirst\n\nmine ✓\n\n## two\n")


def test_a_place_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    """What, where, and how to mend it."""
    (tmp_path / "flags.md").mkdir()
    flags = FlagFile(tmp_path / "flags.md")
    for call in (lambda: flags.add("x"), flags.read):
        with pytest.raises(ProgressError) as caught:
            call()
        assert caught.value.where == str(tmp_path / "flags.md")
