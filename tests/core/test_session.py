"""A session, event by event: whatever happens in it, in whatever order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import LogEntry, Retraction, Review
from backprep.core.session import Answer, Answered, Left, Play, Rerated, Session, Shown, Skipped, Undone, step
from backprep.core.steps import AHEAD, STEP

NOW = Instant(1_800_000_000_000, 3600)
KINDS: tuple[Play, ...] = ("quiz", "cards")


def session(*queue: str, size: int = 10, until: int | None = None) -> Session:
    """A session that has just begun."""
    return Session(id="s", kind="quiz", queue=queue, size=size, until=until)


def answered(review: str = "r1", question: str = "q1", rating: Rating = Rating.GOOD, **changes: object) -> Answered:
    """An answer that was marked."""
    plain = Answered(review, question, "python/basics", "hash", rating, 1.0, True)
    return replace(plain, **changes)  # type: ignore[arg-type]


def later(ms: int) -> Instant:
    """So many milliseconds from the beginning."""
    return replace(NOW, ms=NOW.ms + ms)


def test_an_answer_is_recorded_with_everything_that_is_known_about_it() -> None:
    """The review that is kept says what was asked, when, how it went, how long it took and what was typed."""
    begun, nothing = step(session("q1", "q2"), Shown(), NOW)
    assert nothing == ()
    after, recorded = step(begun, answered(score=0.8, right=False, text="so"), later(4_000))
    expected = Review(
        id="r1",
        session="s",
        session_kind="quiz",
        question="q1",
        content="hash",
        at=later(4_000),
        rating=Rating.GOOD,
        score=0.8,
        took=4_000,
        reply="so",
        skill="python/basics",
    )
    assert (expected,) == recorded
    assert (Answer("r1", "q1", "python/basics", Rating.GOOD, 0.8, False),) == after.answers
    assert "q2" == after.current(later(4_000))


@given(st.integers(-10_000_000, 10_000_000))
def test_an_answer_never_takes_less_than_no_time(ms: int) -> None:
    """A clock that is set back while a question is on the screen does not make the answer take negative time."""
    shown, _ = step(session("q1"), Shown(), NOW)
    _, (review,) = step(shown, answered(), later(ms))
    assert isinstance(review, Review)
    assert max(0, ms) == review.took


def test_time_runs_from_when_the_question_was_last_drawn() -> None:
    """Going to the editor and coming back starts the clock anew."""
    state, _ = step(session("q1"), Shown(), NOW)
    state, _ = step(state, Shown(), later(5_000))
    _, (review,) = step(state, answered(), later(6_000))
    assert isinstance(review, Review)
    assert 1_000 == review.took


def test_a_session_ends_when_it_has_its_answers() -> None:
    """Two answers were wanted, two were given: no third question comes, unless one is undone."""
    state = session("q1", "q2", "q3", size=2)
    for review, question in (("r1", "q1"), ("r2", "q2")):
        assert question == state.current(NOW)
        state, _ = step(state, answered(review, question), NOW)
    assert state.current(NOW) is None
    state, _ = step(state, Undone("u1"), NOW)
    assert "q2" == state.current(NOW)


def test_skipping_does_not_use_up_the_session() -> None:
    """Whoever skips one question still gets as many as were wanted, while there are any."""
    state, nothing = step(session("q1", "q2", "q3", size=2), Skipped("q1"), NOW)
    assert nothing == ()
    assert (("q1",), "q2") == (state.skipped, state.current(NOW))
    state, _ = step(state, answered("r1", "q2"), NOW)
    assert "q3" == state.current(NOW)
    state, _ = step(state, Skipped("q3"), NOW)
    assert state.current(NOW) is None


@pytest.mark.parametrize(("ms", "current"), [(-1, "q1"), (0, None), (1, None)])
def test_a_session_ends_when_its_time_is_up(ms: int, current: str | None) -> None:
    """At the minute that was set no further question is drawn."""
    assert current == session("q1", until=NOW.ms).current(later(ms))


def test_an_answer_that_was_begun_in_time_still_counts() -> None:
    """Time that runs out while a question is on the screen takes no answer away."""
    state, _ = step(session("q1", "q2", until=NOW.ms), Shown(), later(-1))
    after, (review,) = step(state, answered(), later(60_000))
    assert isinstance(review, Review)
    assert 1 == len(after.answers)
    assert after.current(later(60_000)) is None


def test_leaving_ends_a_session() -> None:
    """Whoever leaves is asked nothing more."""
    state, nothing = step(session("q1"), Left(), NOW)
    assert nothing == ()
    assert state.current(NOW) is None


def test_undoing_takes_back_the_last_answer() -> None:
    """The review stays in the log and is taken back by a retraction; the question comes again."""
    before, _ = step(session("q1", "q2", "q3"), answered("r1"), NOW)
    after, _ = step(before, answered("r2", "q2"), NOW)
    undone, recorded = step(after, Undone("u1"), later(9))
    assert (Retraction(id="u1", review="r2", at=later(9)),) == recorded
    assert (before.answers, "q2") == (undone.answers, undone.current(later(9)))
    again, _ = step(undone, answered("r3", "q2"), later(9))
    assert "q3" == again.current(later(9))


def test_there_is_nothing_to_undo_at_the_beginning() -> None:
    """Undoing before the first answer changes and records nothing."""
    assert (session("q1"), ()) == step(session("q1"), Undone("u1"), NOW)


def test_the_time_of_one_question_is_never_counted_for_another() -> None:
    """After a skip or an undo nothing is on the screen, until the next question is drawn."""
    shown, _ = step(session("q1", "q2"), Shown(), NOW)
    skipped, _ = step(shown, Skipped("q1"), later(1_000))
    given_one, _ = step(shown, answered(), later(1_000))
    next_one, _ = step(given_one, Shown(), later(1_000))
    undone, _ = step(next_one, Undone("u1"), later(2_000))
    assert [None, None, None] == [state.shown_at for state in (skipped, given_one, undone)]


# Repeats --------------------------------------------------------------------------------------------------------


def failed(state: Session, question: str, now: Instant = NOW) -> Session:
    """The session after a wrong answer."""
    return step(state, answered(f"r-{question}-{now.ms}", question, Rating.AGAIN, score=0.0, right=False), now)[0]


def passed(state: Session, question: str, now: Instant = NOW) -> Session:
    """The session after a right one."""
    return step(state, answered(f"r-{question}-{now.ms}", question), now)[0]


def test_what_was_failed_comes_back_after_ten_minutes() -> None:
    """A question that was failed is asked again as soon as its time has come, before new ones."""
    state = failed(session("q1", "q2", "q3"), "q1")
    assert "q2" == state.current(later(STEP - 1))
    state = passed(state, "q2", later(60_000))
    assert "q3" == state.current(later(STEP - 1))
    assert "q1" == state.current(later(STEP))
    assert state.is_repeat("q1")


def test_what_was_failed_comes_back_once_at_the_end_of_a_short_session() -> None:
    """When nothing else is left, a repeat comes early; failed again, it waits for the next session."""
    state = passed(failed(session("q1", "q2"), "q1"), "q2")
    assert "q1" == state.current(NOW)
    state = failed(state, "q1", later(1_000))
    assert state.current(later(2_000)) is None
    assert 1 == len(state.repeats)


def test_nothing_is_asked_twice_in_a_row() -> None:
    """A question is never repeated right after its own answer: there would be nothing to remember."""
    state = failed(session("q1"), "q1")
    assert [None, None] == [state.current(later(ms)) for ms in (0, STEP)]


def test_repeats_do_not_use_up_the_session() -> None:
    """Whoever asked for two questions gets two, and the failed one once more."""
    state = passed(failed(session("q1", "q2", "q3", size=2), "q1"), "q2")
    state = passed(state, "q1")
    assert state.current(NOW) is None
    assert ["q1", "q2"] == [each.question for each in state.firsts]
    assert 3 == len(state.answers)


def test_a_repeat_does_not_come_too_early() -> None:
    """After a clock that went back for an hour, a repeat of ten minutes is not asked at once."""
    state = passed(failed(session("q1", "q2"), "q1", later(AHEAD)), "q2")
    assert state.current(later(-60_000)) is None


# The rating -----------------------------------------------------------------------------------------------------


def test_a_person_may_rate_otherwise() -> None:
    """The first review is taken back and one with the new rating recorded; all else about it stays."""
    shown, _ = step(session("q1", "q2"), Shown(), NOW)
    state, (first,) = step(shown, answered(score=0.5, right=False, text="so"), later(5_000))
    after, (retraction, second) = step(state, Rerated("u", "r2", Rating.EASY), later(9_000))
    assert isinstance(first, Review)
    assert replace(first, id="r2", rating=Rating.EASY) == second
    assert Retraction(id="u", review="r1", at=later(9_000)) == retraction
    assert (Answer("r2", "q1", "python/basics", Rating.EASY, 0.5, False),) == after.answers


def test_the_same_rating_changes_nothing() -> None:
    """Choosing what was suggested records nothing more; nor is there anything to rate before the first answer."""
    state, _ = step(session("q1"), answered(), NOW)
    assert (state, ()) == step(state, Rerated("u", "r2", Rating.GOOD), NOW)
    assert (session("q1"), ()) == step(session("q1"), Rerated("u", "r2", Rating.GOOD), NOW)


@pytest.mark.parametrize(("rating", "repeats"), [(Rating.AGAIN, ["q1"]), (Rating.HARD, [])])
def test_another_rating_moves_the_repeat(rating: Rating, repeats: list[str]) -> None:
    """Rated down to 'again' a question comes back; rated up from it, it does not."""
    other = Rating.HARD if rating is Rating.AGAIN else Rating.AGAIN
    state, _ = step(session("q1", "q2"), answered(rating=other), NOW)
    state, _ = step(state, Rerated("u", "r2", rating), NOW)
    assert repeats == [each.question for each in state.repeats]


def test_a_flashcard_is_right_by_its_rating() -> None:
    """A card has no mark: what it counts as follows the rating, also the second one."""
    state, _ = step(session("q1"), answered(rating=Rating.AGAIN, score=None, right=False), NOW)
    state, _ = step(state, Rerated("u", "r2", Rating.GOOD), NOW)
    assert state.answers[0].right


class AnySession(RuleBasedStateMachine):
    """Draws, answers, skips, undoes and leaves as it comes, with a clock that may run back."""

    @initialize(questions=st.integers(0, 6), size=st.integers(0, 6), kind=st.sampled_from(KINDS))
    def begin(self, questions: int, size: int, kind: Play) -> None:
        self.log: list[Review] = []
        self.questions = [f"q{at}" for at in range(questions)]
        self.until = NOW.ms + 1_000
        self.state = Session("s", kind, tuple(self.questions), size, until=self.until)
        self.ms = NOW.ms
        self.count = 0

    def take(self, event: Shown | Answered | Rerated | Skipped | Undone | Left) -> tuple[LogEntry, ...]:
        self.state, changes = step(self.state, event, Instant(self.ms))
        return changes

    def new(self) -> str:
        self.count += 1
        return f"id{self.count}"

    @rule(ms=st.integers(-200, 300))
    def time_passes(self, ms: int) -> None:
        self.ms += ms

    @rule()
    def show(self) -> None:
        assert self.take(Shown()) == ()

    @precondition(lambda self: self.state.current(Instant(self.ms)) is not None)
    @rule(rating=st.sampled_from(Rating))
    def answer(self, rating: Rating) -> None:
        asked = self.state.current(Instant(self.ms))
        assert asked is not None
        last = self.log[-1].question if self.log else None
        assert asked != last or self.state.repeats[0].due == 0, "twice in a row, and nobody had undone it"
        assert asked not in self.state.skipped
        (review,) = self.take(answered(self.new(), asked, rating))
        assert isinstance(review, Review)
        assert (asked, rating, self.state.kind) == (review.question, rating, review.session_kind)
        assert review.took >= 0
        self.log.append(review)

    @rule(rating=st.sampled_from(Rating))
    def rate(self, rating: Rating) -> None:
        changes = self.take(Rerated(self.new(), self.new(), rating))
        if changes:
            retraction, review = changes
            assert isinstance(retraction, Retraction)
            assert isinstance(review, Review)
            assert self.log.pop().id == retraction.review
            assert review.rating is rating
            self.log.append(review)

    @precondition(lambda self: self.state.current(Instant(self.ms)) is not None)
    @rule()
    def skip(self) -> None:
        asked = self.state.current(Instant(self.ms))
        assert asked is not None
        assert self.take(Skipped(asked)) == ()

    @rule()
    def undo(self) -> None:
        changes = self.take(Undone(self.new()))
        if not self.log:
            assert changes == ()
            return
        (change,) = changes
        assert isinstance(change, Retraction)
        undone = self.log.pop()
        assert undone.id == change.review
        over = self.state.left or self.ms >= self.until
        assert (None if over else undone.question) == self.state.current(Instant(self.ms))

    @rule()
    def leave(self) -> None:
        assert self.take(Left()) == ()

    @invariant()
    def no_question_is_lost(self) -> None:
        held = {each.question for each in self.state.answers} | {each.question for each in self.state.repeats}
        assert set(self.questions) == held | {*self.state.skipped, *self.state.queue}
        assert not held & set(self.state.queue)
        assert len(set(self.state.queue)) == len(self.state.queue)

    @invariant()
    def what_counts_is_what_was_recorded_and_not_retracted(self) -> None:
        assert [(each.id, each.question, each.rating) for each in self.log] == [
            (each.review, each.question, each.rating) for each in self.state.answers
        ]

    @invariant()
    def what_failed_last_is_what_comes_back(self) -> None:
        last = {each.question: each.rating for each in self.state.answers}
        waiting = {each.question for each in self.state.repeats if each.due}
        assert waiting <= {question for question, rating in last.items() if rating is Rating.AGAIN}

    @invariant()
    def it_ends_by_size_by_time_by_leaving_or_when_nothing_is_left(self) -> None:
        enough = len(self.state.firsts) >= self.state.size or not self.state.queue
        if self.state.left or self.ms >= self.until or (enough and not self.state.repeats):
            assert self.state.current(Instant(self.ms)) is None
        elif not enough:
            assert self.state.current(Instant(self.ms)) is not None


TestAnySession = AnySession.TestCase
