"""Holding an interview, new or resumed, from its plan to its scorecard."""

from dataclasses import replace
from pathlib import Path

from backprep.app.errors import UsageError
from backprep.app.mock.conduct import Conductor
from backprep.app.mock.kept import Interview, interviews, unfinished
from backprep.app.mock.reports import MockReport, report_on, suffix_of
from backprep.app.mock.setup import Wishes, plan_for
from backprep.app.screens import Notice
from backprep.app.world import World


def hold(world: World, wishes: Wishes, seed: int | None, *, transcript: bool, confidence: bool) -> MockReport | None:
    """Composes an interview and leads through it; None for one that the person did not begin."""
    world.progress.ready()
    earlier = interviews(world)
    plan = plan_for(world, wishes, world.ids.seed() if seed is None else seed, earlier)
    left = unfinished(earlier)
    if left is not None and left.answers:
        world.desk.notice(Notice(f"Interview {left.number} is not over. Go on with it: backprep mock --resume"))
    confidence = confidence or world.progress.settings().value("confidence")
    held = Interview(
        id=world.ids.new(),
        number=len(earlier) + 1,
        at=world.clock.now(),
        plan=plan,
        transcript=transcript,
        confidence=confidence,
    )
    return _conducted(world, held, resumed=False)


def resume(world: World) -> MockReport | None:
    """Goes on with the newest interview that is not over. Raises ``UsageError`` where there is none."""
    world.progress.ready()
    left = unfinished(interviews(world))
    if left is None:
        raise UsageError("there is no interview to go on with", mend="Begin one: backprep mock")
    return _conducted(world, left, resumed=True)


def saved(world: World, report: MockReport, file: Path) -> MockReport:
    """Writes the report to a file. Raises ``UsageError`` for an ending that means nothing, or where that fails."""
    written = world.document(report, suffix_of(file.name))
    try:
        file.write_text(written, "utf-8")
    except OSError as error:
        mend = f"Name another file: backprep mock show {report.interview.number} --save FILE"
        raise UsageError(f"the report cannot be written: {error.strerror}", str(file), mend) from error
    return replace(report, saved=str(file))


def _conducted(world: World, held: Interview, *, resumed: bool) -> MockReport | None:
    conductor = Conductor(world, held)
    interrupted = conductor.conduct(resumed=resumed)
    report = report_on(world, conductor.interview)
    return replace(report, interrupted=interrupted) if conductor.interview.answers or interrupted else None
