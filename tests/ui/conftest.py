"""What tests of the user interface share."""

from typing import Any

import pytest

from backprep.ui.views import draw_view


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Draws a report as wide as asked for, and returns what was printed."""

    def draw(view: object, width: int = 80) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        draw_view(view)
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return draw
