"""Skip, undo, leave and Ctrl-C: what a person may want instead of answering."""

import pytest

from app.players import WORDS, answered, asked, play, quizzed, right, start, wrong
from backprep.app.play import Played
from backprep.app.screens import Asking, Fronting, Notice
from backprep.core.rating import Rating
from backprep.core.reply import Reply, Ticked, Told, Wish
from backprep.core.review import Retraction, Review
from backprep.core.session import Play
from backprep.kinds import KINDS
from fakes import FakeEditor, FakeWorld, ScriptedDesk
from ui.samples import example

# Skip, undo, leave ----------------------------------------------------------------------------------------------


def test_skip_records_nothing_and_brings_another_question() -> None:
    """A skipped question leaves no trace in the progress file, does not come again, and another takes its place."""
    world = FakeWorld(
        [example("choice"), example("fill"), example("true_false")], desk=ScriptedDesk([Wish.SKIP, right, right])
    )
    played = play(world, size=2)
    assert asked(world) == ["put-idempotent", "status-too-many-requests", "no-cache-stores"]
    assert answered(world) == ["status-too-many-requests", "no-cache-stores"]
    assert played.session.skipped == ("put-idempotent",)


def test_the_heading_promises_no_more_than_there_is() -> None:
    """Where skipping leaves fewer questions than were asked for, the heading says how many there can be."""
    world, _ = quizzed(example("choice"), example("fill"), example("order"), desk=ScriptedDesk([Wish.SKIP, right]))
    assert [screen.heading.size for screen in world.desk.seen(Asking)] == [3, 2, 2]


def test_skipping_everything_ends_the_session() -> None:
    """Whoever skips every question comes to the end, and not into a loop."""
    world, played = quizzed(example("choice"), example("fill"), desk=ScriptedDesk([Wish.SKIP, Wish.SKIP]))
    assert (len(played.session.skipped), played.session.answers, played.session.left) == (2, (), False)
    assert world.progress.entries == []


@pytest.mark.parametrize("kind", KINDS)
def test_skipping_after_the_answer_was_told_records_nothing(kind: str) -> None:
    """A wish on the second screen of a long answer counts like one on the first."""
    world, played = quizzed(example(kind), desk=ScriptedDesk([lambda screen: _told_or_skip(screen), Wish.SKIP]))
    assert ((example(kind).id,), []) == (played.session.skipped, world.progress.entries)


def _told_or_skip(screen: Asking) -> Reply | Wish:
    return Told(WORDS) if screen.question.kind in ("open", "story") else Wish.SKIP


def test_undo_on_a_question_takes_back_the_answer_before_it() -> None:
    """Undo brings the last question back as it stood on the screen; only its second answer counts."""
    world, played = quizzed(example("choice"), example("fill"), desk=ScriptedDesk([wrong, Wish.UNDO, right, right]))
    assert asked(world) == [
        "put-idempotent", "status-too-many-requests", "put-idempotent", "status-too-many-requests",
    ]  # fmt: skip
    assert [review.rating for review in world.progress.reviews()] == [Rating.GOOD, Rating.GOOD]
    assert len(played.session.answers) == 2
    assert [Review, Retraction, Review, Review] == [type(each) for each in world.progress.entries]
    first, _, again, _ = world.desk.seen(Asking)
    assert first.presented == again.presented


def test_undo_on_the_reveal_asks_the_same_question_again() -> None:
    """Whoever slipped can undo while the mark is on the screen, and answers again."""
    world, _ = quizzed(example("choice"), desk=ScriptedDesk([wrong, right], on_reveal=[Wish.UNDO]))
    assert asked(world) == ["put-idempotent", "put-idempotent"]
    assert [review.rating for review in world.progress.reviews()] == [Rating.GOOD]


def test_undo_reaches_back_to_the_first_answer() -> None:
    """Undo after undo takes back one answer each, newest first."""
    questions = [example("choice"), example("fill"), example("true_false")]
    world, played = quizzed(*questions, desk=ScriptedDesk([right, right, Wish.UNDO, Wish.UNDO, Wish.LEAVE]))
    ids = [each.id for each in questions]
    assert [*ids, ids[1], ids[0]] == asked(world)
    assert (answered(world), played.session.answers) == ([], ())


@pytest.mark.parametrize("kind", ["quiz", "cards"])
def test_nothing_to_undo_is_said(kind: Play) -> None:
    """Undo before the first answer says that there is nothing to undo, and the question stays."""
    world = FakeWorld([example("choice")], desk=ScriptedDesk([Wish.UNDO, Wish.LEAVE]))
    play(world, kind)
    assert [notice.text for notice in world.desk.seen(Notice)] == ["Nothing to undo in this session."]
    assert world.progress.entries == []
    assert len(world.desk.seen(Asking) + world.desk.seen(Fronting)) == 2


def test_undo_is_offered_only_when_there_is_something_to_undo() -> None:
    """The screen of the first question offers no undo; the next one does; after undoing it is gone again."""
    world, _ = quizzed(example("choice"), example("fill"), desk=ScriptedDesk([right, Wish.UNDO, Wish.LEAVE]))
    assert [screen.heading.can_undo for screen in world.desk.seen(Asking)] == [False, True, False]


@pytest.mark.parametrize("where", ["ask", "tick", "reveal", "front", "back"])
def test_leave_ends_the_session_and_keeps_what_was_answered(where: str) -> None:
    """Leaving is possible on every screen; what was answered before is kept, and no further question comes."""
    leave = Wish.LEAVE
    desk = {
        "ask": ScriptedDesk([leave]),
        "tick": ScriptedDesk([Told(), leave]),
        "reveal": ScriptedDesk([right, right], on_reveal=[leave]),
        "front": ScriptedDesk([leave]),
        "back": ScriptedDesk([Wish.NEXT, leave]),
    }[where]
    world = FakeWorld([example("open"), example("fill")], desk=desk)
    played = play(world, "cards" if where in ("front", "back") else "quiz")
    assert (played.session.left, played.interrupted) == (True, False)
    assert (1 if where == "reveal" else 0) == len(answered(world))
    shown = {*asked(world), *(screen.asking.question.id for screen in world.desk.seen(Fronting))}
    assert {"why-parameters-stop-injection"} == shown


def test_a_question_that_left_its_bank_is_passed_over() -> None:
    """A bank that changes under a running session costs a question, and not the session."""
    world = FakeWorld([example("choice"), example("fill")], desk=ScriptedDesk([right]))
    player = start(world)
    world.catalogue.held = [example("fill")]
    played = player.play()
    assert (asked(world), answered(world)) == (["status-too-many-requests"], ["status-too-many-requests"])
    assert not played.interrupted


def test_the_heading_counts_the_answers_and_not_the_screens() -> None:
    """The place in the session grows with answers; a skipped question keeps its place, an undone one gives it back."""
    questions = [example("choice"), example("fill"), example("true_false"), example("order")]
    world = FakeWorld(questions, desk=ScriptedDesk([right, Wish.SKIP, right, Wish.UNDO, right, right]))
    play(world, size=3)
    assert [screen.heading.place for screen in world.desk.seen(Asking)] == [1, 2, 2, 3, 2, 3]
    assert {3} == {screen.heading.size for screen in world.desk.seen(Asking)}


# Ctrl-C ---------------------------------------------------------------------------------------------------------


def interrupted_at(where: str) -> tuple[FakeWorld, Played]:
    """A session of two questions, stopped by Ctrl-C at a screen of the second one."""
    first, second = example("choice"), example("open")
    stop: type[BaseException] = KeyboardInterrupt
    scripts: dict[str, tuple[Play, ScriptedDesk]] = {
        "ask": ("quiz", ScriptedDesk([right, stop])),
        "tick": ("quiz", ScriptedDesk([right, Told(WORDS), stop])),
        "reveal": ("quiz", ScriptedDesk([right, right, right], on_reveal=[Wish.NEXT, stop])),
        "front": ("cards", ScriptedDesk([Wish.NEXT, Rating.GOOD, stop])),
        "back": ("cards", ScriptedDesk([Wish.NEXT, Rating.GOOD, Wish.NEXT, stop])),
    }
    kind, desk = scripts[where]
    world = FakeWorld([first, second, example("fill")], desk=desk)
    return world, play(world, kind)


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        ("ask", ["put-idempotent"]),
        ("tick", ["put-idempotent"]),
        ("reveal", ["put-idempotent", "why-parameters-stop-injection"]),
        ("front", ["put-idempotent"]),
        ("back", ["put-idempotent"]),
    ],
)
def test_ctrl_c_keeps_what_was_answered(where: str, kept: list[str]) -> None:
    """Ctrl-C at any prompt ends the session at once; every finished answer is kept, and nothing else."""
    world, played = interrupted_at(where)
    assert played.interrupted
    assert kept == answered(world) == [answer.question for answer in played.session.answers]
    assert len(kept) == len(world.progress.entries)


def test_ctrl_c_on_the_first_question_keeps_nothing() -> None:
    """Ctrl-C before the first answer leaves the progress file as it was."""
    world, played = quizzed(example("choice"), desk=ScriptedDesk([KeyboardInterrupt]))
    assert (played.interrupted, played.session.answers, world.progress.entries) == (True, (), [])


@pytest.mark.parametrize("asks", ["compose", "note", "edit"])
def test_ctrl_c_in_the_editor_keeps_what_was_answered(asks: str) -> None:
    """Ctrl-C while the editor runs ends the session as it does anywhere else."""

    class Stopping(FakeEditor):
        def compose(self, text: str, hint: str) -> str:
            raise KeyboardInterrupt

        def open_at(self, path: str, line: int) -> None:
            raise KeyboardInterrupt

    desk = {
        "compose": ScriptedDesk([right, Wish.COMPOSE]),
        "note": ScriptedDesk([right, Told(), Ticked(frozenset())], on_reveal=[Wish.NEXT, Wish.NOTE]),
        "edit": ScriptedDesk([Wish.NEXT, Rating.GOOD, Wish.EDIT]),
    }[asks]
    world = FakeWorld([example("choice"), example("story")], desk=desk, editor=Stopping())
    played = play(world, "cards" if asks == "edit" else "quiz")
    assert played.interrupted
    assert len(answered(world)) == (2 if asks == "note" else 1)
    assert world.progress.notes == []
