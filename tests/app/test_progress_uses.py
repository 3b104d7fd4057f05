"""Settings, resets, orphans, copies: what the commands about one's own answers do."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.players import right, wrong
from backprep.app.errors import ProgressError, UsageError
from backprep.app.found import Copy, Filter, SkippedBank
from backprep.app.run import SessionReport, Wanted, resume_session, run_session
from backprep.app.screens import Asking, Notice, Revealing, Tone
from backprep.app.settings import choose, settings_report
from backprep.app.transfer import examine, orphans, reset, restore, salvage, undo_last
from backprep.core.reply import Wish
from backprep.core.review import Reset, Review
from backprep.core.settings import SETTINGS
from fakes import FakeWorld, ScriptedDesk
from ui.samples import example

DAY = 86_400_000


def studied(count: int = 2) -> FakeWorld:
    """A world in which every question was answered once, rightly."""
    questions = [replace(example("choice"), id=f"q{at}", skill=f"area-{at}/skill") for at in range(count)]
    world = FakeWorld(questions, desk=ScriptedDesk([right] * count))
    run_session(world, "quiz", Wanted(), 1)
    world.desk = ScriptedDesk([right] * 20)
    return world


# Settings -------------------------------------------------------------------------------------------------------


def test_every_setting_is_listed_with_its_default() -> None:
    """Nothing chosen: all of them, each with what it is for."""
    lines = settings_report(studied()).lines
    assert [line.name for line in lines] == list(SETTINGS)
    assert not any(line.chosen for line in lines)
    assert all(line.about for line in lines)


def test_what_is_chosen_is_shown_and_can_be_let_go() -> None:
    """A value of one's own, one for an area below it, and back again."""
    world = studied()
    choose(world, "retention", "0.8")
    choose(world, "retention.area-1", "95%")
    lines = {line.name: line for line in settings_report(world).lines}
    assert (lines["retention"].value, lines["retention"].default) == ("0.8", "0.9")
    assert (lines["retention.area-1"].value, lines["retention.area-1"].default) == ("95%", "0.8")
    assert choose(world, "retention.area-1", None).value == "0.8"
    assert choose(world, "retention", None).value == "0.9"
    assert [line.name for line in settings_report(world).lines] == list(SETTINGS)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("retentoin", "0.9", "Did you mean retention?"),
        ("xyzzy", None, "Known: retention"),
        ("day-starts.area-1", "05:00", "Set it for all"),
        ("new-a-day", "lots", "a whole number"),
        ("retention.area-7", "0.9", "Did you mean area-"),
        ("retention.zzz", None, "backprep skills"),
    ],
)
def test_a_setting_that_is_none_is_refused_with_advice(name: str, value: str | None, said: str) -> None:
    """Names, values and areas, each with the way out."""
    with pytest.raises(UsageError) as caught:
        choose(studied(), name, value)
    assert said in str(caught.value.mend)


# Resets and orphans ---------------------------------------------------------------------------------------------


def test_a_reset_question_is_new_again_until_the_reset_is_undone() -> None:
    """It is asked as new, and undo brings the old answer back into force."""
    world = studied()
    assert reset(world, ["q0", "q0"]) == 1
    assert [each.id for each in world.catalogue.new(Filter(), 0, 9)] == ["q0"]
    report = undo_last(world)
    assert isinstance(report.review, Reset)
    assert list(world.catalogue.new(Filter(), 0, 9)) == []


def test_only_what_was_answered_can_be_reset() -> None:
    """A name that was mistyped changes nothing, also not the others beside it."""
    world = studied()
    with pytest.raises(UsageError, match="'q7' has no answers"):
        reset(world, ["q0", "q7"])
    assert world.progress.standing("q0") is not None


def test_what_left_the_banks_is_kept_until_it_is_removed() -> None:
    """An orphan is listed, stays, is removed on request, and even then undo can bring it back."""
    world = studied()
    world.catalogue.held = [each for each in world.catalogue.held if each.id != "q1"]
    assert [each.id for each in orphans(world, remove=False).orphans] == ["q1"]
    assert orphans(world, remove=True).removed == 1
    assert orphans(world, remove=True).orphans == ()
    assert len(list(world.progress.reviews())) == 2
    undo_last(world)
    assert [each.id for each in orphans(world, remove=False).orphans] == ["q1"]


def test_a_bank_with_a_fault_costs_no_history() -> None:
    """While a bank cannot be read its questions look gone: they are listed with the reason, and cannot be removed."""
    world = studied()
    world.catalogue.held = []
    world.catalogue.broken = [SkippedBank("/own/mine.yaml", 1)]
    assert orphans(world, remove=False).skipped == ("/own/mine.yaml",)
    with pytest.raises(UsageError, match="a bank has faults"):
        orphans(world, remove=True)
    assert world.progress.standing("q0") is not None


# Hints ----------------------------------------------------------------------------------------------------------


def test_a_question_that_changed_says_so() -> None:
    """Who answered another wording is told, with how to begin anew."""
    world = studied()
    world.progress.entries = [
        replace(each, content="before") if isinstance(each, Review) else each for each in world.progress.entries
    ]
    world.clock.ms += 30 * DAY
    run_session(world, "quiz", Wanted(), 1)
    hints = [hint for screen in world.desk.seen(Revealing) for hint in screen.hints]
    assert all("has changed" in hint for hint in hints)
    assert "backprep progress reset q" in hints[0]
    assert len(hints) == 2


def test_what_is_forgotten_again_and_again_is_pointed_out() -> None:
    """From the sixth lapse on the reveal says so, with what helps; not before."""
    world = studied(1)
    told = []
    for _ in range(7):
        world.clock.ms += 60 * DAY
        world.desk = ScriptedDesk([wrong])
        run_session(world, "quiz", Wanted(), 1)
        (screen,) = world.desk.seen(Revealing)
        told.append(" ".join(screen.hints))
    assert told[:5] == [""] * 5
    assert "forgotten this 6 times" in told[5]
    assert "read its sources" in told[6]


# Sessions that stop ---------------------------------------------------------------------------------------------


def test_an_unfinished_session_is_offered_and_goes_on() -> None:
    """The next start says where it stopped; --resume asks what was left, and the report is of the whole."""
    questions = [replace(example("choice"), id=f"q{at}", skill=f"area-{at}/skill") for at in range(6)]
    world = FakeWorld(questions, desk=ScriptedDesk([right, right, KeyboardInterrupt]))
    run_session(world, "quiz", Wanted(), 1)
    first = [screen.question.id for screen in world.desk.seen(Asking)]
    world.desk = ScriptedDesk([Wish.LEAVE])
    run_session(world, "quiz", Wanted(), 2)
    (notice,) = world.desk.seen(Notice)
    assert "stopped after 2 of 6" in notice.text
    world.desk = ScriptedDesk([right] * 9)
    report = resume_session(world, "quiz")
    asked = [screen.question.id for screen in world.desk.seen(Asking)]
    assert (report.answered, report.complete) == (6, True)
    assert asked[0] == first[2]
    assert {*first, *asked} == {each.id for each in questions}
    with pytest.raises(UsageError, match="no unfinished session"):
        resume_session(world, "quiz")
    with pytest.raises(UsageError, match="no unfinished session"):
        resume_session(world, "cards")


def test_a_days_copy_is_made_at_the_end_of_a_session() -> None:
    """Once something was answered; what goes wrong with it is said, and the report comes all the same."""
    world = studied()
    assert len(world.backups.days) == 1
    world.backups.problem = ProgressError("the disk is full", "/backups", "Free some space.")
    world.clock.ms += 30 * DAY
    report = run_session(world, "quiz", Wanted(), 1)
    assert isinstance(report, SessionReport)
    (notice,) = world.desk.seen(Notice)
    assert notice.tone is Tone.WARNING
    assert "the disk is full (/backups). Free some space." in notice.text


# Copies ---------------------------------------------------------------------------------------------------------


def test_a_copy_is_named_by_its_day_or_its_file(tmp_path: Path) -> None:
    """Either will do; anything else is refused with where to look."""
    world = studied()
    (tmp_path / "2026-11-23.sqlite3").write_text("")
    world.backups.held = [Copy(tmp_path / "2026-11-23.sqlite3", 2)]
    for name in ("2026-11-23", "2026-11-23.sqlite3", str(tmp_path / "2026-11-23.sqlite3")):
        assert "Gone back to" in restore(world, name).said
    with pytest.raises(UsageError, match="no copy 'yesterday'"):
        restore(world, "yesterday")


def test_a_sound_file_is_not_salvaged() -> None:
    """There is nothing to gain, and the answer says so."""
    with pytest.raises(UsageError, match="nothing is wrong"):
        salvage(studied())


def test_a_file_that_cannot_be_opened_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Doctor names the damage instead of failing on it, and salvage goes ahead."""
    world = studied()

    def broken() -> list[str]:
        raise ProgressError("the progress file is damaged", "/progress")

    monkeypatch.setattr(world.progress, "faults", broken)
    assert examine(world).faults == ("the progress file is damaged",)
    assert "3 entries saved" in salvage(world).said
