"""What a candidate may ask them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from backprep.app.find import one_of
from backprep.app.world import World
from backprep.core.ask_them import AskThem, Theme, Whom


@dataclass(frozen=True, slots=True)
class AsksReport:
    """The questions that were wanted, in the order of their file."""

    asks: tuple[AskThem, ...]


def asks_report(world: World, themes: Sequence[str] = (), whom: Sequence[str] = ()) -> AsksReport:
    """Those of some themes, for some people; all of them without any. Raises ``UsageError`` for an unknown word."""
    wanted_themes = {one_of(word, get_args(Theme), "theme") for word in themes}
    wanted_people = {one_of(word, get_args(Whom), "person") for word in whom}
    return AsksReport(
        tuple(
            each
            for each in world.asks()
            if (not wanted_themes or each.theme in wanted_themes) and (not wanted_people or each.whom in wanted_people)
        )
    )
