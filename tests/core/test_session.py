"""A session, event by event: whatever happens in it, in whatever order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Retraction, Review, SessionKind
from backprep.core.session import Answer, Answered, Left, Session, Shown, Skipped, Undone, step

NOW = Instant(1_800_000_000_000, 3600)
KINDS: tuple[SessionKind, ...] = ("quiz", "cards")


def session(*queue: str, size: int = 10, until: int | None = None) -> Session:
    """A session that has just begun."""
    return Session(id="s", kind="quiz", queue=queue, size=size, until=until)


def answered(review: str = "r1", rating: Rating = Rating.GOOD, **changes: object) -> Answered:
    """An answer that was marked."""
    plain = Answered(review, "python/basics", "hash", rating, 1.0, True)
    return replace(plain, **changes)  # type: ignore[arg-type]


def later(ms: int) -> Instant:
    """So many milliseconds from the beginning."""
    return replace(NOW, ms=NOW.ms + ms)


def test_an_answer_is_recorded_with_everything_that_is_known_about_it() -> None:
    """The review that is kept says what was asked, when, how it went, how long it took and what was typed."""
    begun, nothing = step(session("q1", "q2"), Shown(), NOW)
    assert nothing is None
    after, review = step(begun, answered(score=0.8, right=False, text="so"), later(4_000))
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
    )
    assert expected == review
    assert (Answer("r1", "q1", "python/basics", Rating.GOOD, 0.8, False),) == after.answers
    assert "q2" == after.current(later(4_000))


@given(st.integers(-10_000_000, 10_000_000))
def test_an_answer_never_takes_less_than_no_time(ms: int) -> None:
    """A clock that is set back while a question is on the screen does not make the answer take negative time."""
    shown, _ = step(session("q1"), Shown(), NOW)
    _, review = step(shown, answered(), later(ms))
    assert isinstance(review, Review)
    assert max(0, ms) == review.took


def test_time_runs_from_when_the_question_was_last_drawn() -> None:
    """Going to the editor and coming back starts the clock anew."""
    state, _ = step(session("q1"), Shown(), NOW)
    state, _ = step(state, Shown(), later(5_000))
    _, review = step(state, answered(), later(6_000))
    assert isinstance(review, Review)
    assert 1_000 == review.took


def test_a_session_ends_when_it_has_its_answers() -> None:
    """Two answers were wanted, two were given: no third question comes, unless one is undone."""
    state = session("q1", "q2", "q3", size=2)
    for review in ("r1", "r2"):
        assert state.current(NOW) is not None
        state, _ = step(state, answered(review), NOW)
    assert state.current(NOW) is None
    state, _ = step(state, Undone("u1"), NOW)
    assert "q2" == state.current(NOW)


def test_skipping_does_not_use_up_the_session() -> None:
    """Whoever skips one question still gets as many as were wanted, while there are any."""
    state, nothing = step(session("q1", "q2", "q3", size=2), Skipped(), NOW)
    assert nothing is None
    assert (("q1",), "q2") == (state.skipped, state.current(NOW))
    state, _ = step(state, answered("r1"), NOW)
    assert "q3" == state.current(NOW)
    state, _ = step(state, Skipped(), NOW)
    assert state.current(NOW) is None


def test_there_is_nothing_to_skip_at_the_end() -> None:
    """Skipping after the last question does nothing."""
    state, _ = step(session("q1"), answered(), NOW)
    assert (state, None) == step(state, Skipped(), NOW)


@pytest.mark.parametrize(("ms", "current"), [(-1, "q1"), (0, None), (1, None)])
def test_a_session_ends_when_its_time_is_up(ms: int, current: str | None) -> None:
    """At the minute that was set no further question is drawn."""
    assert current == session("q1", until=NOW.ms).current(later(ms))


def test_an_answer_that_was_begun_in_time_still_counts() -> None:
    """Time that runs out while a question is on the screen takes no answer away."""
    state, _ = step(session("q1", "q2", until=NOW.ms), Shown(), later(-1))
    after, review = step(state, answered(), later(60_000))
    assert isinstance(review, Review)
    assert 1 == len(after.answers)
    assert after.current(later(60_000)) is None


def test_leaving_ends_a_session() -> None:
    """Whoever leaves is asked nothing more."""
    state, nothing = step(session("q1"), Left(), NOW)
    assert nothing is None
    assert state.current(NOW) is None


def test_undoing_takes_back_the_last_answer() -> None:
    """The review stays in the log and is taken back by a retraction; the question comes again."""
    before, _ = step(session("q1", "q2"), answered("r1"), NOW)
    after, _ = step(before, answered("r2"), NOW)
    undone, retraction = step(after, Undone("u1"), later(9))
    assert Retraction(id="u1", review="r2", at=later(9)) == retraction
    assert before == undone


def test_there_is_nothing_to_undo_at_the_beginning() -> None:
    """Undoing before the first answer changes and records nothing."""
    assert (session("q1"), None) == step(session("q1"), Undone("u1"), NOW)


def test_the_time_of_one_question_is_never_counted_for_another() -> None:
    """After a skip or an undo nothing is on the screen, until the next question is drawn."""
    shown, _ = step(session("q1", "q2"), Shown(), NOW)
    skipped, _ = step(shown, Skipped(), later(1_000))
    given_one, _ = step(shown, answered(), later(1_000))
    next_one, _ = step(given_one, Shown(), later(1_000))
    undone, _ = step(next_one, Undone("u1"), later(2_000))
    assert [None, None, None] == [state.shown_at for state in (skipped, given_one, undone)]


class AnySession(RuleBasedStateMachine):
    """Draws, answers, skips, undoes and leaves as it comes, with a clock that may run back."""

    @initialize(questions=st.integers(0, 6), size=st.integers(0, 6), kind=st.sampled_from(KINDS))
    def begin(self, questions: int, size: int, kind: SessionKind) -> None:
        self.questions = [f"q{at}" for at in range(questions)]
        self.until = NOW.ms + 1_000
        self.state = Session("s", kind, tuple(self.questions), size, until=self.until)
        self.ms = NOW.ms
        self.count = 0
        self.log: list[Review] = []
        self.befores: list[Session] = []

    def take(self, event: Shown | Answered | Skipped | Undone | Left) -> Review | Retraction | None:
        self.state, change = step(self.state, event, Instant(self.ms))
        return change

    def new(self) -> str:
        self.count += 1
        return f"id{self.count}"

    @rule(ms=st.integers(-200, 300))
    def time_passes(self, ms: int) -> None:
        self.ms += ms

    @rule()
    def show(self) -> None:
        assert self.take(Shown()) is None

    @precondition(lambda self: self.state.current(Instant(self.ms)) is not None)
    @rule(rating=st.sampled_from(Rating))
    def answer(self, rating: Rating) -> None:
        before, asked = self.state, self.state.current(Instant(self.ms))
        review = self.take(answered(self.new(), rating))
        assert isinstance(review, Review)
        assert (asked, rating, self.state.kind) == (review.question, rating, review.session_kind)
        assert review.took >= 0
        self.log.append(review)
        self.befores.append(before)

    @rule()
    def skip(self) -> None:
        assert self.take(Skipped()) is None
        self.befores.clear()  # what follows a skip is undone to another state than the one before it

    @rule()
    def undo(self) -> None:
        change = self.take(Undone(self.new()))
        if not self.log:
            assert change is None
            return
        assert isinstance(change, Retraction)
        assert self.log.pop().id == change.review
        if self.befores:
            assert replace(self.befores.pop(), shown_at=None, left=self.state.left) == self.state

    @rule()
    def leave(self) -> None:
        assert self.take(Left()) is None

    @invariant()
    def no_question_is_lost_or_doubled(self) -> None:
        held = [each.question for each in self.state.answers] + [*self.state.skipped, *self.state.queue]
        assert self.questions == sorted(held)

    @invariant()
    def what_counts_is_what_was_recorded_and_not_retracted(self) -> None:
        assert [(each.id, each.question) for each in self.log] == [
            (each.review, each.question) for each in self.state.answers
        ]

    @invariant()
    def it_ends_by_size_by_time_by_leaving_or_when_nothing_is_left(self) -> None:
        over = self.state.left or not self.state.queue or len(self.log) >= self.state.size or self.ms >= self.until
        assert over == (self.state.current(Instant(self.ms)) is None)
        assert len(self.log) <= self.state.size


TestAnySession = AnySession.TestCase
