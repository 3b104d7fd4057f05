"""``backprep quiz``."""

from typing import TYPE_CHECKING

import typer

from backprep.app.errors import Exit
from backprep.app.result import Result
from backprep.commands.options import (
    Areas,
    Banks,
    Confidence,
    Count,
    Cram,
    Kinds,
    Levels,
    Minutes,
    Mistakes,
    Resume,
    Seed,
    Skills,
    world_of,
)

if TYPE_CHECKING:
    from backprep.core.session import Play

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
    cram: Cram = False,
    mistakes: Mistakes = None,
    resume: Resume = False,
    confidence: Confidence = False,
) -> Result:
    """Answer interview questions, and see what a strong answer holds. What is due comes first, then what is new.

    Options may be given more than once: any of the areas and skills, levels and kinds that you name will do.
    """
    return play(ctx, "quiz", skill, area, level, kind, bank, count, minutes, seed, cram, mistakes, resume, confidence)


def play(
    ctx: typer.Context,
    session: "Play",
    skill: Skills,
    area: Areas,
    level: Levels,
    kind: Kinds,
    bank: Banks,
    count: Count,
    minutes: Minutes,
    seed: Seed,
    cram: bool,
    mistakes: str | None,
    resume: bool,
    confidence: bool = False,
) -> Result:
    """A session of either kind, with the options that both have."""
    from backprep.app.find import mistakes_of, wanted
    from backprep.app.run import Length, SessionReport, Wanted, resume_session, run_session

    world = world_of(ctx).limited_to(bank or ())
    if resume:
        if any((skill, area, level, kind, count, minutes, seed is not None, cram, mistakes)):
            from backprep.app.errors import UsageError

            raise UsageError(
                "--resume goes on as the session began", mend=f"Give it alone: backprep {session} --resume"
            )
        report: object = resume_session(world, session)
    else:
        questions = wanted(world.catalogue, skill or (), area or (), level or (), kind or ())
        those = Wanted(questions, Length(count, minutes), cram, mistakes_of(mistakes), confidence)
        report = run_session(world, session, those, seed)
    stopped = isinstance(report, SessionReport) and report.interrupted
    return Result(session, report, exit=Exit.INTERRUPTED if stopped else Exit.FINE)
