"""``backprep cards``."""

import typer

from backprep.app.result import Result
from backprep.commands.options import Areas, Banks, Count, Cram, Kinds, Levels, Minutes, Mistakes, Resume, Seed, Skills
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
    cram: Cram = False,
    mistakes: Mistakes = None,
    resume: Resume = False,
) -> Result:
    """Go through questions as flashcards: think, turn, and say how well you knew it."""
    return play(ctx, "cards", skill, area, level, kind, bank, count, minutes, seed, cram, mistakes, resume)
