"""A session as a person goes through it: what is asked, what is kept, and in which order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from app.players import play, quizzed, right, start, wrong
from backprep.app.errors import ProgressError
from backprep.app.screens import Asking, Fronting, Revealing
from backprep.core.rating import Rating
from backprep.core.reply import Reply, Typed, Wish
from backprep.core.session import Play
from backprep.kinds import KINDS
from fakes import FakeWorld, ScriptedDesk, SetClock
from ui.samples import example

# Every kind -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_right_answer_is_kept_as_good(kind: str) -> None:
    """Answering any kind of question as its author would is right, and is kept as good with the full score."""
    world, played = quizzed(example(kind), desk=ScriptedDesk([right, right]))
    (review,) = world.progress.reviews()
    (shown,) = world.desk.seen(Revealing)
    assert (example(kind).id, Rating.GOOD, 1.0) == (review.question, review.rating, review.score)
    assert shown.mark.right
    assert [answer.right for answer in played.session.answers] == [True]


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_answer_is_kept_as_again(kind: str) -> None:
    """Answering any kind of question wrongly is kept as again with no score, and shown as not right."""
    world, played = quizzed(example(kind), desk=ScriptedDesk([wrong, wrong]))
    (review,) = world.progress.reviews()
    (shown,) = world.desk.seen(Revealing)
    assert (example(kind).id, Rating.AGAIN, 0.0) == (review.question, review.rating, review.score)
    assert not shown.mark.right
    assert [answer.right for answer in played.session.answers] == [False]


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_of_every_kind_is_turned_and_rated(kind: str) -> None:
    """A flashcard of any kind shows a back with something on it, and the rating is kept without a score."""
    world = FakeWorld([example(kind)], desk=ScriptedDesk([Wish.NEXT, Rating.EASY]))
    play(world, "cards")
    (review,) = world.progress.reviews()
    assert (review.rating, review.score, review.session_kind) == (Rating.EASY, None, "cards")
    assert all(any(line.strip() for line in screen.back) for screen in world.desk.seen(Fronting))


# What is recorded, and when -------------------------------------------------------------------------------------


@dataclass
class WatchingDesk(ScriptedDesk):
    """Looks into the progress file each time that something is drawn."""

    looks_at: Callable[[], int] = lambda: 0
    seen_recorded: list[tuple[str, int]] = field(default_factory=list)

    def __init__(self, replies: Sequence[object]) -> None:
        super().__init__(replies)  # type: ignore[arg-type]
        self.seen_recorded = []

    def reveal(self, screen: Revealing) -> Rating | Wish:
        """Notes what is recorded before it is shown."""
        self.seen_recorded.append(("reveal", self.looks_at()))
        return super().reveal(screen)

    def ask(self, screen: Asking) -> object:
        """The same for the next question."""
        self.seen_recorded.append(("ask", self.looks_at()))
        return super().ask(screen)

    def front(self, screen: Fronting) -> object:
        """The same for the next card."""
        self.seen_recorded.append(("front", self.looks_at()))
        return super().front(screen)


def test_an_answer_is_on_the_disk_before_it_is_shown() -> None:
    """Whoever sees what an answer was worth can pull the plug: the answer is there tomorrow."""
    desk = WatchingDesk([right, wrong, right])
    world = FakeWorld([example("choice"), example("fill"), example("true_false")], desk=desk)
    desk.looks_at = lambda: len(world.progress.entries)
    play(world)
    expected = [("ask", 0), ("reveal", 1), ("ask", 1), ("reveal", 2), ("ask", 2), ("reveal", 3), ("ask", 3)]
    assert expected == desk.seen_recorded


def test_a_rating_is_on_the_disk_before_the_next_card() -> None:
    """The card after a rated one is drawn only when the rating is kept."""
    desk = WatchingDesk([Wish.NEXT, Rating.GOOD, Wish.NEXT, Rating.HARD])
    world = FakeWorld([example("choice"), example("fill")], desk=desk)
    desk.looks_at = lambda: len(world.progress.entries)
    play(world, "cards")
    assert desk.seen_recorded == [("front", 0), ("front", 1)]
    assert len(world.progress.entries) == 2


def test_a_review_says_what_was_answered_when_and_how_long_it_took() -> None:
    """A review carries the session, the question and its content, the moment with its zone, and the time taken."""
    world = FakeWorld([example("choice")], clock=SetClock(ms=1_000_000, zone=-18_000))

    def after_a_while(screen: Asking) -> Reply:
        world.clock.ms += 4_200
        return right(screen)

    world.desk = ScriptedDesk([after_a_while])
    play(world)
    (review,) = world.progress.reviews()
    assert (review.session, review.session_kind, review.content) == ("s", "quiz", "content-of-put-idempotent")
    assert (review.at.ms, review.at.zone, review.took) == (1_004_200, -18_000, 4_200)


def test_a_clock_that_is_set_back_takes_no_negative_time() -> None:
    """Setting the clock back while a question is on the screen records a time of nought, and no less."""
    world = FakeWorld([example("choice")])

    def back_in_time(screen: Asking) -> Reply:
        world.clock.ms -= 3_600_000
        return right(screen)

    world.desk = ScriptedDesk([back_in_time])
    play(world)
    assert [review.took for review in world.progress.reviews()] == [0]


def test_only_what_was_typed_is_kept_as_text() -> None:
    """A typed answer stays readable in the progress file; a picked option leaves no text there."""
    world, _ = quizzed(example("fill"), example("choice"), desk=ScriptedDesk([Typed("  503 "), right]))
    texts = {review.question: review.reply for review in world.progress.reviews()}
    assert texts == {"status-too-many-requests": "  503 ", "put-idempotent": None}


@pytest.mark.parametrize("kind", ["quiz", "cards"])
def test_a_full_disk_is_an_error_and_nothing_is_shown_as_recorded(kind: Play) -> None:
    """When the answer cannot be saved, the session stops with that error: no mark is shown, nothing counts."""
    world = FakeWorld([example("choice"), example("fill")])
    world.progress.full = True
    world.desk = ScriptedDesk([right, right] if kind == "quiz" else [Wish.NEXT, Rating.GOOD])
    player = start(world, kind)
    with pytest.raises(ProgressError) as caught:
        player.play()
    assert caught.value.mend
    assert world.desk.seen(Revealing) == []
    assert (player.session.answers, world.progress.entries) == ((), [])
