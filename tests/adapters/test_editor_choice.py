"""Which editor is opened."""

import sys
from pathlib import Path

import pytest

from backprep.adapters.editor import SystemEditor
from backprep.app.errors import EditorError


def typing(file: Path, word: str) -> str:
    """An editor that adds a word."""
    file.write_text(f"import sys\nopen(sys.argv[-1], 'a').write({word!r})\n")
    return f"{sys.executable} {file}"


def test_the_setting_comes_before_the_environment(tmp_path: Path) -> None:
    """What the person has set counts, then VISUAL, then EDITOR."""
    own, visual, usual = (typing(tmp_path / f"{name}.py", name) for name in ("own", "visual", "usual"))
    environ = {"VISUAL": visual, "EDITOR": usual}
    assert SystemEditor(environ, lambda: own).edit("") == "own"
    assert SystemEditor(environ, lambda: None).edit("") == "visual"
    assert SystemEditor({"EDITOR": usual}).edit("") == "usual"


def test_a_setting_that_is_no_command(tmp_path: Path) -> None:
    """Says which of them is meant."""
    with pytest.raises(EditorError, match="the setting editor cannot be read"):
        SystemEditor({}, lambda: '"').edit("")
