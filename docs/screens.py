"""Writes the pictures of the README, which are real screens: `python docs/screens.py [--check]`.

A made-up person has studied the interview's own bank for a while; the clock and everything else is fixed.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from backprep.adapters.places import Places, shipped_data
from backprep.app.ask import asking
from backprep.app.home import home_report
from backprep.app.ports import Clock
from backprep.app.statistics import stats_report
from backprep.core.instant import Instant
from backprep.core.session import Session
from backprep.ui import draw
from backprep.ui.interactions import interaction_for
from backprep.ui.look import Signs
from backprep.ui.picture import recorded
from backprep.ui.views import drawing
from backprep.wiring import RealWorld

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from demo_home import build
from mocks import report

FOLDER = Path(__file__).with_name("screens")
NOW = 1_795_000_000_000
SIGNS = Signs()
WIDTH = 84


@dataclass
class _Stopped:
    """A clock that stands still."""

    def now(self) -> Instant:
        return Instant(NOW, 3600)


class _World(RealWorld):
    """The real world with one bank, a home of its own, and a clock that stands still."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    @cached_property
    def places(self) -> Places:
        return Places(self._folder, self._folder / "cache", self._folder / "data")

    @cached_property
    def clock(self) -> Clock:
        return _Stopped()


def screens() -> Iterator[tuple[str, str]]:
    """Names of files, and what is in them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "data").mkdir()
        for file in ("questions.yaml", "skills.yaml"):
            shutil.copy(shipped_data() / file, folder / "data" / file)
        world = _World(folder)
        build(folder, days=40, a_day=5, seed=3, now=NOW, data=folder / "data")
        try:
            yield "home", _picture(drawing(home_report(world), SIGNS, WIDTH), "backprep")
            yield "question", _picture(_question(world), "backprep quiz")
            yield "stats", _picture(drawing(stats_report(world), SIGNS, WIDTH), "backprep stats")
            yield "scorecard", _picture(drawing(report(), SIGNS, WIDTH), "backprep mock")
        finally:
            world.close()


def _question(world: _World) -> RenderableType:
    entry = world.catalogue.entry("cap-theorem")
    if entry is None:
        sys.exit("the question of the picture has left its bank")
    screen = asking(world, Session("", "quiz", ("cap-theorem", "a", "b"), 3), entry, 0)
    interaction = interaction_for(screen, lambda: 42.0)
    keys = draw.foot(interaction.all_keys(), False, SIGNS)
    return Group(
        draw.heading(screen.heading, SIGNS), draw.question(screen, SIGNS), Text(), interaction.draw(SIGNS), keys
    )


def _picture(drawn: RenderableType, title: str) -> str:
    return recorded(drawn, ".svg", title, WIDTH)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for screen, made in screens():
        target = FOLDER / f"{screen}.svg"
        if "--check" not in sys.argv:
            target.write_text(made, "utf-8")
        elif not target.exists() or target.read_text("utf-8") != made:
            sys.exit(f"{target} is out of date; write it anew with: make screens")
