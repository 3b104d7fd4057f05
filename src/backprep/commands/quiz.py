"""``backprep quiz``."""

from typing import TYPE_CHECKING

import typer

from backprep.app.errors import Exit
from backprep.app.result import Result
from backprep.commands.options import Areas, Banks, Count, Kinds, Levels, Minutes, Seed, Skills, world_of

if TYPE_CHECKING:
    from backprep.core.review import SessionKind

EXAMPLE = "backprep quiz -n 5 --area testing-quality --level junior"


def quiz(
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
    """Answer interview questions, and see what a strong answer holds.

    Options may be given more than once: any of the areas and skills, levels and kinds that you name will do.
    """
    return play(ctx, "quiz", skill, area, level, kind, bank, count, minutes, seed)


def play(
    ctx: typer.Context,
    session: "SessionKind",
    skill: Skills,
    area: Areas,
    level: Levels,
    kind: Kinds,
    bank: Banks,
    count: Count,
    minutes: Minutes,
    seed: Seed,
) -> Result:
    """A session of either kind, with the options that both have."""
    from backprep.app.find import wanted
    from backprep.app.run import Length, run_session

    world = world_of(ctx).limited_to(bank or ())
    questions = wanted(world.catalogue, skill or (), area or (), level or (), kind or ())
    report = run_session(world, session, questions, Length(count, minutes), seed)
    return Result(session, report, exit=Exit.INTERRUPTED if report.interrupted else Exit.FINE)
