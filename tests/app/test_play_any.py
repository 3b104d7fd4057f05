"""Whatever a person does in a session, in whatever order: what holds at its end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.players import play, right, wrong
from backprep.app.errors import EditorError
from backprep.app.play import Played
from backprep.app.screens import Asking, Fronting, Revealing, Ticking
from backprep.core.bookmark import resumed
from backprep.core.gesture import SpeakThenTick
from backprep.core.question import Question
from backprep.core.rating import Rating
from backprep.core.reply import Wish
from backprep.core.review import Retraction, Review
from backprep.core.session import Play
from fakes import FakeEditor, FakeWorld, MemoryProgress, ScriptedDesk, SetClock
from ui.samples import examples

ASKS: list[Any] = ["right", "wrong", Wish.SKIP, Wish.UNDO, Wish.COMPOSE]
REVEALS = [Wish.NEXT, Wish.NEXT, Wish.UNDO, Wish.NOTE, *Rating]
CARDS: list[Any] = [Wish.NEXT, Wish.NEXT, Wish.SKIP, Wish.UNDO, Wish.EDIT, *Rating]
ENDS: list[Any] = [Wish.LEAVE, KeyboardInterrupt]

QUESTIONS: list[Question] = [
    replace(each, id=f"{each.id}-{copy}") for each, copy in zip(examples() * 2, count(), strict=False)
]


class Moody(FakeEditor):
    """An editor that works every other time."""

    def compose(self, text: str, hint: str) -> str:
        self.begun_with.append(text)
        if len(self.begun_with) % 2:
            raise EditorError("the editor ended with status 1")
        return "typed" if len(self.begun_with) % 3 else ""


@dataclass
class Story:
    """What the person does, one thing for each screen; when it runs out they answer rightly to the end."""

    deeds: list[Any]
    size: int
    kind: Play


class Person(ScriptedDesk):
    """Does the next thing that fits the screen, and checks each screen against the progress file."""

    def __init__(self, deeds: list[Any]) -> None:
        super().__init__()
        self.deeds = list(deeds)
        self.progress = MemoryProgress()
        self.skipped: set[str] = set()

    def ask(self, screen: Asking) -> Any:
        self._is_open(screen)
        deed = self._do(screen, ASKS, "right")
        if deed is Wish.COMPOSE and not isinstance(screen.presented.gesture, SpeakThenTick):
            deed = "wrong"
        return self._given(screen, deed, screen)

    def tick(self, screen: Ticking) -> Any:
        return self._given(screen, self._do(screen, [*ASKS[:2], Wish.SKIP, Wish.UNDO], "right"), screen.asking)

    def reveal(self, screen: Revealing) -> Rating | Wish:
        *_, newest = self.progress.reviews()
        assert (screen.asking.question.id, screen.rating) == (newest.question, newest.rating)
        wish: Rating | Wish = self._do(screen, REVEALS, Wish.NEXT)
        return wish

    def front(self, screen: Fronting) -> Any:
        self._is_open(screen.asking)
        return self._given(screen, self._do(screen, [Wish.SKIP, Wish.UNDO, Wish.EDIT], Wish.NEXT), screen.asking)

    def back(self, screen: Fronting) -> Any:
        return self._given(screen, self._do(screen, [*CARDS[2:]], Rating.GOOD), screen.asking)

    def _is_open(self, screen: Asking) -> None:
        last = {each.question: each.rating for each in self.progress.reviews()}
        known = {question for question, rating in last.items() if rating is not Rating.AGAIN}
        assert screen.question.id not in known | self.skipped, "asked again, though it was answered or skipped"
        assert screen.heading.repeat == (screen.question.id in last)

    def _do(self, screen: Any, fits: Sequence[Any], usual: Any) -> Any:
        self.screens.append(screen)
        assert len(self.screens) < 500, "the session does not end"
        deed = self.deeds.pop(0) if self.deeds else usual
        if deed is KeyboardInterrupt:
            raise KeyboardInterrupt
        return deed if deed is Wish.LEAVE or deed in fits else usual

    def _given(self, screen: Any, deed: Any, asking: Asking) -> Any:
        if deed is Wish.SKIP:
            self.skipped.add(asking.question.id)
        return {"right": right, "wrong": wrong}[deed](screen) if deed in ("right", "wrong") else deed


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A session, and what the person does in it: mostly answers, at times an end."""
    kind: Play = draw(st.sampled_from(["quiz", "cards"]))
    deeds = draw(st.lists(st.sampled_from([*ASKS, *REVEALS] if kind == "quiz" else CARDS), max_size=40))
    if draw(st.booleans()):
        deeds.insert(draw(st.integers(0, len(deeds))), draw(st.sampled_from(ENDS)))
    return Story(deeds, draw(st.integers(0, len(QUESTIONS))), kind)


def live(story: Story) -> tuple[FakeWorld, Played]:
    """The session, played."""
    person = Person(story.deeds)
    world = FakeWorld(QUESTIONS, desk=person, clock=SetClock(step=1_000), editor=Moody(), progress=person.progress)
    return world, play(world, story.kind, story.size)


@settings(deadline=None, max_examples=150)
@given(stories())
def test_the_progress_file_and_the_session_agree(story: Story) -> None:
    """At the end of any session the answers that it reports are exactly those that count in the progress file."""
    world, played = live(story)
    reviews = list(world.progress.reviews())
    assert [(each.review, each.question, each.rating, each.score) for each in played.session.answers] == [
        (each.id, each.question, each.rating, each.score) for each in reviews
    ]
    recorded = [each for each in world.progress.entries if isinstance(each, Review)]
    taken_back = [each for each in world.progress.entries if isinstance(each, Retraction)]
    assert len(reviews) == len(recorded) - len(taken_back)
    assert len(world.progress.entries) == len({each.id for each in world.progress.entries})


@settings(deadline=None, max_examples=150)
@given(stories())
def test_no_question_is_lost(story: Story) -> None:
    """Every question was answered, skipped or is still to come; one comes again only when it was failed."""
    _, played = live(story)
    session = played.session
    dealt_with = {*(each.question for each in session.answers), *session.skipped}
    waiting = {each.question for each in session.repeats}
    assert dealt_with | waiting | {*session.queue} == {each.id for each in QUESTIONS}
    assert not {each.question for each in session.answers} & {*session.queue}


@settings(deadline=None, max_examples=150)
@given(stories())
def test_a_session_ends_for_a_reason(story: Story) -> None:
    """A session ends when the person leaves, by Ctrl-C, with the number asked for, or when no question is left."""
    _, played = live(story)
    session = played.session
    assert session.left or played.interrupted or len(session.firsts) == story.size or not session.queue
    assert len(session.firsts) <= story.size


@settings(deadline=None, max_examples=100)
@given(stories())
def test_an_interrupted_session_goes_on_where_it_stopped(story: Story) -> None:
    """What the bookmark holds is the session as it was after the last answer: the same answers, the same to come."""
    world, played = live(story)
    marks = world.progress.bookmarks()
    if not played.session.answers:
        return
    (mark,) = marks
    again = resumed(mark, world.progress.retracted([each.review for each in mark.answers]), world.clock.now())
    assert again.answers == played.session.answers
    waiting = {each.question for each in again.repeats} | {*again.queue}
    assert {each.question for each in played.session.repeats} | {*played.session.queue} <= waiting
