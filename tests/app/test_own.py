"""What a person does to single questions."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from backprep.app.compose import Nothing
from backprep.app.errors import EditorError, UsageError
from backprep.app.own import edit, flag, is_suspended, question, suspend, suspended, write_note
from backprep.app.run import Length, Wanted, run_session
from backprep.app.screens import Asking, Revealing
from backprep.app.show import question_data, question_report
from backprep.core.problem import Fault
from backprep.core.reply import Picked
from builders import choice
from fakes import FakeWorld, ScriptedDesk
from fakes.small import FakeEditor
from fakes.world import NoFaults


def world(*texts: str) -> FakeWorld:
    """Two questions, and an editor that types these texts."""
    return FakeWorld([choice(True, False, id=name) for name in ("one", "two")], editor=FakeEditor(texts=list(texts)))


def asked(there: FakeWorld, cram: bool = False) -> set[str]:
    """What a session asks now."""
    there.desk = ScriptedDesk([Picked(0)] * 5)
    if isinstance(run_session(there, "quiz", Wanted(length=Length(5), cram=cram), 1), Nothing):
        return set()
    return {each.question.id for each in there.desk.seen(Asking)}


def test_a_suspended_question_is_not_asked() -> None:
    """Neither as new nor as due nor in a cram, until it may be again; its history stays."""
    there = world()
    assert suspend(there, ["one", "one"], on=True) == 1
    assert suspend(there, ["one"], on=True) == 0
    assert is_suspended(there, "one")
    assert suspended(there) == ("one",)
    assert asked(there) == {"two"}
    assert asked(there, cram=True) == {"two"}
    assert question_data(question_report(there, "one"))["suspended"] is True
    assert suspend(there, ["one"], on=False) == 1
    assert suspended(there) == ()
    assert asked(there) == {"one"}
    suspend(there, ["one", "two"], on=True)
    there.clock.ms += 400 * 86_400_000
    with pytest.raises(UsageError, match="no question fits"):
        asked(there)
    assert len(list(there.progress.reviews())) == 3


def test_ids_that_are_none_are_refused() -> None:
    """With the one that is nearest; a suspended question that left its bank can still be let go."""
    there = world()
    for call in (
        lambda: question(there, "on"),
        lambda: suspend(there, ["on"], on=True),
        lambda: write_note(there, "on", "x"),
    ):
        with pytest.raises(UsageError, match="no question 'on'") as caught:
            call()
        assert caught.value.mend == "Did you mean one?"
    with pytest.raises(UsageError) as caught:
        question(there, "something else")
    assert "backprep find" in (caught.value.mend or "")
    suspend(there, ["one"], on=True)
    there.catalogue.held = []
    assert suspend(there, ["one"], on=False) == 1


def test_a_note_is_kept_and_shown() -> None:
    """As given or as written in the editor, which begins with the one before; an empty one takes it away."""
    there = world("Better words.", "")
    assert write_note(there, "one", " My words. ") == "My words."
    assert question_report(there, "one").note == "My words."
    there.desk = ScriptedDesk([Picked(0), Picked(0)])
    run_session(there, "quiz", Wanted(length=Length(2)), 1)
    assert {each.asking.question.id: each.note for each in there.desk.seen(Revealing)} == {
        "one": "My words.",
        "two": None,
    }
    assert write_note(there, "one", None) == "Better words."
    assert there.editor.begun_with == ["My words."]
    count = len(there.progress.entries)
    assert write_note(there, "one", "Better words.") == "Better words."
    assert len(there.progress.entries) == count
    assert write_note(there, "one", None) is None
    assert question_report(there, "one").note is None
    with pytest.raises(EditorError):
        write_note(there, "one", None)


def test_a_flag_holds_what_its_author_needs() -> None:
    """The id, the prompt, where it stands, which content it had, and why."""
    there = world()
    assert flag(there, "one", " It is dated. ") == Path("/flags.md")
    (text,) = there.flags.texts
    for wanted in ("## one", "> Well?", "It is dated.", "fake.yaml, line 1", "content-of-one", "backprep: 0"):
        assert wanted in text
    with pytest.raises(UsageError, match="what is wrong"):
        flag(there, "one", "  ")


@dataclass
class OneFault(NoFaults):
    """A checker that finds something."""

    def check(self, paths: object) -> tuple[list[Path], list[Fault]]:
        """One fault in one file."""
        return [Path("/b.yaml")], [Fault("/b.yaml", 1, 1, "one", "syntax", "This is no YAML.", "Mend it.")]


def test_a_bank_is_checked_after_it_was_edited() -> None:
    """At the question's line; faults are told at once."""
    there = world()
    assert edit(there, "two").faults == ()
    assert there.editor.opened == [("/banks/fake.yaml", 2)]
    there.checker = OneFault()
    assert [fault.code for fault in edit(there, "two").faults] == ["syntax"]
