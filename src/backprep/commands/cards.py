"""``backprep cards``."""

import typer

from backprep.app.result import Result
from backprep.commands.options import Areas, Banks, Count, Kinds, Levels, Minutes, Seed, Skills
from backprep.commands.quiz import play

EXAMPLE = "backprep cards --level mid -n 20"


def cards(
    ctx: typer.Context,
    skill: Skills = None,
    area: Areas = None,
    level: Levels = None,
    kind: Kinds = None,
    bank: Banks = None,
    count: Count = None,
    minutes: Minutes = None,
    seed: Seed = None,
) -> Result:
    """Go through questions as flashcards: think, turn, and say how well you knew it."""
    return play(ctx, "cards", skill, area, level, kind, bank, count, minutes, seed)
