"""Going on where a session stopped."""

from dataclasses import replace

from backprep.core.bookmark import Bookmark, bookmark, is_over, resumed
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.session import Answered, Session, step

NOW = Instant(1_800_000_000_000, 3600)


def begun() -> Session:
    """A session of three questions, of which one was answered and one failed, with ten minutes left."""
    state = Session("s", "cards", ("q1", "q2", "q3"), 3, until=NOW.ms + 600_000)
    for review, question, rating in (("r1", "q1", Rating.GOOD), ("r2", "q2", Rating.AGAIN)):
        state, _ = step(state, Answered(review, question, "a/b", "c", rating, None, rating >= Rating.GOOD), NOW)
    return state


def kept() -> Bookmark:
    """Its bookmark."""
    return bookmark(begun(), 7, NOW)


def test_a_session_goes_on_as_it_was() -> None:
    """Answers, what is still to come, and the time that was left: counted from when it goes on."""
    tomorrow = replace(NOW, ms=NOW.ms + 86_400_000)
    again = resumed(kept(), frozenset(), tomorrow)
    assert again == replace(begun(), until=tomorrow.ms + 600_000, last=None)
    assert again.current(replace(tomorrow, ms=tomorrow.ms + 599_999)) == "q3"


def test_what_was_taken_back_meanwhile_is_asked_again_first() -> None:
    """An undo between the two halves of a session is no lost question."""
    again = resumed(kept(), frozenset({"r1"}), NOW)
    assert ["q2"] == [each.question for each in again.answers]
    assert again.current(NOW) == "q1"
    both = resumed(kept(), frozenset({"r1", "r2"}), NOW)
    assert {"q1", "q2"} == {each.question for each in both.repeats}
    assert both.answers == ()


def test_a_session_with_nothing_left_is_over() -> None:
    """It is not offered again."""
    assert not is_over(kept())
    assert is_over(replace(kept(), queue=(), repeats=()))
    assert is_over(replace(kept(), left=0))
