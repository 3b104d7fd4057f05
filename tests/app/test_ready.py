"""Readiness of areas and skills."""

import pytest

from backprep.app.ready import readiness_of
from backprep.app.reports import SkillsReport, skills_report
from backprep.app.run import Length, Wanted, run_session
from backprep.core.reply import Picked
from builders import choice
from fakes import FakeWorld, ScriptedDesk


def test_an_area_is_made_of_its_skills() -> None:
    """What was met is known for now, what was not is not; before the first answer nothing is said."""
    questions = [choice(True, False, id=name, skill=f"python/{name}") for name in ("gil", "typing")]
    world = FakeWorld(questions, desk=ScriptedDesk([Picked(0)]))
    assert readiness_of(world) == {}
    run_session(world, "quiz", Wanted(length=Length(1)), 1)
    ready = readiness_of(world)
    (met,) = [each.question for each in world.progress.reviews()]
    other = "typing" if met == "gil" else "gil"
    assert ready[f"python/{met}"].share == pytest.approx(1.0)
    assert ready[f"python/{other}"].share == 0
    assert ready["python"].share == pytest.approx(0.5)
    assert (ready["python"].met, ready["python"].questions) == (1, 2)
    report = skills_report(world.catalogue, None, ready)
    assert isinstance(report, SkillsReport)
    assert report.areas[0].readiness == ready["python"]
    assert {line.readiness for line in report.areas[0].skills} == {ready["python/gil"], ready["python/typing"]}
