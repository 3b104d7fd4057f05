"""Long answers, the editor, notes and flashcards: where the person says how it went."""

from collections.abc import Sequence
from typing import Any

import pytest

from app.players import WORDS, answered, asked, play, quizzed, right
from backprep.app.errors import EditorError
from backprep.app.screens import Asking, Fronting, Notice, Revealing, Ticking, Tone
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.reply import Picked, Ticked, Told, Wish
from backprep.core.review import Note
from fakes import CountedIds, FakeEditor, FakeWorld, ScriptedDesk
from ui.samples import example, examples

# Long answers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["open", "story"])
@pytest.mark.parametrize("text", [None, WORDS])
def test_a_long_answer_is_told_and_then_ticked(kind: str, text: str | None) -> None:
    """What was typed stands beside the points to tick, and is kept with the answer; a spoken answer leaves none."""
    ticked = Ticked(frozenset({0}))
    world, _ = quizzed(example(kind), desk=ScriptedDesk([Told(text), ticked]))
    (ticking,) = world.desk.seen(Ticking)
    (review,) = world.progress.reviews()
    assert (text, text) == (ticking.told, review.reply)
    assert len(ticking.gesture.points) == len(world.desk.seen(Revealing)[0].mark.parts)


def test_an_answer_is_written_in_the_editor() -> None:
    """``e`` opens the editor with nothing in it; what was written there counts as typed."""
    editor = FakeEditor([WORDS])
    world, _ = quizzed(example("open"), desk=ScriptedDesk([Wish.COMPOSE, right]), editor=editor)
    assert editor.begun_with == [""]
    assert [screen.told for screen in world.desk.seen(Ticking)] == [WORDS]
    assert [review.reply for review in world.progress.reviews()] == [WORDS]


def test_an_editor_that_fails_warns_and_asks_again() -> None:
    """Without an editor the person is told how to get one, is asked again, and loses nothing."""
    world, _ = quizzed(example("open"), desk=ScriptedDesk([Wish.COMPOSE, Told(), right]))
    (notice,) = world.desk.seen(Notice)
    assert Tone.WARNING is notice.tone
    assert "EDITOR" in notice.text
    assert len(asked(world)) == 2
    assert len(answered(world)) == 1


def test_an_editor_closed_without_a_word_asks_again() -> None:
    """An empty text from the editor is no answer: the question stays."""
    world, _ = quizzed(example("open"), desk=ScriptedDesk([Wish.COMPOSE, Wish.LEAVE]), editor=FakeEditor([""]))
    assert len(asked(world)) == 2
    assert (world.progress.entries, world.desk.seen(Ticking)) == ([], [])


# Stories --------------------------------------------------------------------------------------------------------


def told_story(wishes: Sequence[Wish], editor: FakeEditor, before: str | None = None) -> FakeWorld:
    """A world in which a story was told, with the wishes on the screen of its mark."""
    world = FakeWorld([example("story")], desk=ScriptedDesk([Told(), right], on_reveal=wishes), editor=editor)
    if before is not None:
        world.progress.record(Note(id="note-0", question="missed-deadline", at=Instant(1), text=before))
    play(world)
    return world


def test_notes_on_a_story_are_kept_and_shown_at_once() -> None:
    """``n`` opens the editor; the notes are kept, and the screen comes back with them."""
    world = told_story([Wish.NOTE, Wish.NEXT], FakeEditor(["The billing move, 2024"]))
    assert world.progress.note("missed-deadline") == "The billing move, 2024"
    assert [screen.note for screen in world.desk.seen(Revealing)] == [None, "The billing move, 2024"]
    assert len(answered(world)) == 1


def test_notes_go_on_from_the_last_version() -> None:
    """The editor opens with the notes of last time, which the question's screen carried already."""
    editor = FakeEditor(["Longer"])
    world = told_story([Wish.NOTE], editor, before="Short")
    assert editor.begun_with == ["Short"]
    assert [screen.note for screen in world.desk.seen(Asking)] == ["Short"]
    assert world.progress.note("missed-deadline") == "Longer"


def test_emptied_notes_are_gone() -> None:
    """Deleting everything in the editor takes the notes away."""
    world = told_story([Wish.NOTE, Wish.NEXT], FakeEditor([""]), before="Short")
    assert None is world.progress.note("missed-deadline")
    assert [screen.note for screen in world.desk.seen(Revealing)] == ["Short", None]


def test_notes_survive_an_editor_that_fails() -> None:
    """An editor that does not start warns, and the notes of last time stay."""
    world = told_story([Wish.NOTE, Wish.NEXT], FakeEditor(), before="Short")
    assert [notice.tone for notice in world.desk.seen(Notice)] == [Tone.WARNING]
    assert world.progress.notes == [("missed-deadline", "Short")]
    assert [screen.note for screen in world.desk.seen(Revealing)] == ["Short", "Short"]


# Flashcards -----------------------------------------------------------------------------------------------------


def test_edit_opens_the_question_at_its_line_and_shows_the_card_again() -> None:
    """``e`` on either side of a card opens its bank at the question's line, says so, and the card stays."""
    editor = FakeEditor()
    desk = ScriptedDesk([Wish.SKIP, Wish.EDIT, Wish.NEXT, Wish.EDIT, Rating.GOOD])
    world = FakeWorld([example("choice"), example("fill")], desk=desk, editor=editor)
    play(world, "cards")
    assert editor.opened == [("/banks/fake.yaml", 2), ("/banks/fake.yaml", 2)]
    assert answered(world) == ["status-too-many-requests"]
    assert all("/banks/fake.yaml" in notice.text for notice in world.desk.seen(Notice))


class Sides(ScriptedDesk):
    """Remembers which side of a card was shown."""

    shown = ""

    def front(self, screen: Fronting) -> Any:
        self.shown += "f"
        return super().front(screen)

    def back(self, screen: Fronting) -> Any:
        self.shown += "b"
        return super().back(screen)


def test_edit_keeps_the_side_of_the_card() -> None:
    """However often the bank is opened from the back of a card, the back is there again afterwards."""
    desk = Sides([Wish.EDIT, Wish.EDIT, Wish.NEXT, Wish.EDIT, Wish.EDIT, Rating.GOOD])
    world = FakeWorld([example("choice")], desk=desk)
    play(world, "cards")
    assert (desk.shown, len(world.editor.opened)) == ("fffbbb", 4)


def test_edit_with_an_editor_that_fails_warns_and_shows_the_card_again() -> None:
    """Without an editor the person reads why, and goes on with the same card."""

    class Broken(FakeEditor):
        def open_at(self, path: str, line: int) -> None:
            raise EditorError("the editor did not start", "/usr/bin/vim", "Set EDITOR.")

    desk = ScriptedDesk([Wish.EDIT, Wish.NEXT, Rating.GOOD])
    world = FakeWorld([example("choice")], desk=desk, editor=Broken())
    play(world, "cards")
    (notice,) = world.desk.seen(Notice)
    assert (notice.text, notice.tone) == ("the editor did not start (/usr/bin/vim). Set EDITOR.", Tone.WARNING)
    assert answered(world) == ["put-idempotent"]


def test_undo_on_a_card_takes_back_the_rating_before_it() -> None:
    """Undo on either side of a card brings the last one back, front first."""
    desk = ScriptedDesk([Wish.NEXT, Rating.AGAIN, Wish.NEXT, Wish.UNDO, Wish.NEXT, Rating.EASY, Wish.LEAVE])
    world = FakeWorld([example("choice"), example("fill")], desk=desk)
    play(world, "cards")
    assert [(each.question, each.rating) for each in world.progress.reviews()] == [("put-idempotent", Rating.EASY)]


@pytest.mark.parametrize("rating", Rating)
def test_every_rating_of_a_card_is_kept_as_it_was_given(rating: Rating) -> None:
    """What the person says about a card is kept; good and easy count as right."""
    world = FakeWorld([example("choice")], desk=ScriptedDesk([Wish.NEXT, rating]))
    played = play(world, "cards")
    assert [rating] == [review.rating for review in world.progress.reviews()]
    assert [rating >= Rating.GOOD] == [answer.right for answer in played.session.answers]


def test_a_second_session_knows_the_first() -> None:
    """Ids of two sessions in one progress file never meet, so that undoing in one leaves the other alone."""
    ids = CountedIds()
    world = FakeWorld(examples(), desk=ScriptedDesk([right]), ids=ids)
    play(world)
    world.desk = ScriptedDesk([lambda screen: Picked(0), Wish.UNDO])
    play(world)
    assert answered(world) == ["put-idempotent"]
    assert len(world.progress.entries) == len({each.id for each in world.progress.entries})
