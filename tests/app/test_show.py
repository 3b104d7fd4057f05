"""One question in full."""

from dataclasses import replace

import pytest

from app.players import right
from backprep.app.errors import UsageError
from backprep.app.run import Wanted, run_session
from backprep.app.show import question_data, question_report
from backprep.core.review import Note
from fakes import FakeWorld, ScriptedDesk
from ui.samples import examples


def test_a_question_with_its_history() -> None:
    """What it holds, how it was answered, when it comes back, and the note that was written."""
    world = FakeWorld(examples(), desk=ScriptedDesk([right] * 30))
    name = examples()[0].id
    before = question_report(world, name)
    assert (before.history, before.days) == ((), None)
    run_session(world, "quiz", Wanted(), 1)
    world.progress.record(Note(id="n", question=name, at=world.clock.now(), text="mine"))
    report = question_report(world, name)
    assert [each.question for each in report.history] == [name]
    assert (report.days, report.note) == (2, "mine")
    world.clock.ms += 5 * 86_400_000
    assert question_report(world, name).days == -3


@pytest.mark.parametrize("at", range(7))
def test_every_kind_can_be_shown_and_read_by_scripts(at: int) -> None:
    """Whatever the kind, there is a back, and the data is JSON."""
    import json

    each = replace(examples()[at], id="one")
    report = question_report(FakeWorld([each]), "one")
    assert report.card.back
    data = json.loads(json.dumps(question_data(report)))
    assert data["question"]["id"] == "one"
    assert (data["history"], data["due_in_days"], data["lapses"]) == ([], None, 0)


def test_an_id_that_is_none_is_met_with_the_nearest() -> None:
    """A slip costs no search."""
    world = FakeWorld([replace(examples()[0], id="cap-theorem")])
    with pytest.raises(UsageError) as caught:
        question_report(world, "cap-teorem")
    assert caught.value.mend == "Did you mean cap-theorem?"
    with pytest.raises(UsageError, match="no question 'zzz'"):
        question_report(world, "zzz")
