"""Holding a mock interview: think, speak, follow-ups, judging, and what is kept of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from backprep.app.errors import BankError, ProgressError, UsageError
from backprep.app.mock.hold import hold, resume, saved
from backprep.app.mock.kept import CLOSING, interview, interviews, shred
from backprep.app.mock.reports import MockReport, list_data, mock_data, mock_list, mock_report, suffix_of
from backprep.app.mock.setup import Wishes, plan_for
from backprep.app.screens import Asks, Judging, Notice, Paused, Planning, Saying, Ticking
from backprep.core.mock.answers import Given
from backprep.core.mock.compose import OPENERS
from backprep.core.question import FollowUp, Question
from backprep.core.rating import Rating
from backprep.core.reply import Ticked, Told, Wish
from backprep.core.review import Chosen, Retraction, Review
from backprep.core.skills import Role
from backprep.kinds.open import KeyPoint
from builders import choice, open_question, story
from fakes import FakeWorld, ScriptedDesk
from fakes.small import FakeEditor

FOLLOW_UPS = (FollowUp(ask="And under load?", good="It queues."), FollowUp(ask="And point 1 with caches?", good="Yes."))
QUESTIONS: tuple[Question, ...] = (
    story(2, id="favourite", skill=OPENERS, say=60),
    open_question(60, 40, id="tests", skill="testing-quality/tdd", say=60, follow_ups=FOLLOW_UPS),
    open_question(60, 40, id="gil", skill="python/gil", say=90, follow_ups=FOLLOW_UPS),
    open_question(100, id="queue", skill="api-design/webhooks", prompt="Design a queue.", say=90),
    story(3, id="conflict", skill="behavioural-communication-career/conflict", say=60),
    choice(True, False, id="no-talk"),
)
ORDER = ["favourite", "tests", "gil", "queue", "conflict"]


def person(script: Callable[[Saying], Any] | None = None, ticks: frozenset[int] = frozenset({0})) -> ScriptedDesk:
    """Somebody who thinks, speaks, ticks the first point, and judges everything with 3; or does as the script says."""

    class Person(ScriptedDesk):
        def say(self, screen: Saying) -> Any:
            self.screens.append(screen)
            reply = script(screen) if script else None
            if isinstance(reply, type):
                raise reply
            return reply or (Wish.NEXT if screen.thinking else Told())

        def tick(self, screen: Ticking) -> Any:
            self.screens.append(screen)
            return Ticked(ticks, screen.told)

    return Person()


def world(script: Callable[[Saying], Any] | None = None, **changes: Any) -> FakeWorld:
    """A world with one question for each part."""
    made = FakeWorld(QUESTIONS, desk=person(script), **changes)
    made.clock.step = 5_000
    return made


def held(there: FakeWorld, minutes: int = 20, **changes: Any) -> MockReport:
    """An interview from its plan to its scorecard."""
    options = {"transcript": True, "confidence": False, **changes}
    report = hold(there, Wishes(minutes=minutes), 1, **options)
    assert report is not None
    return report


def asked(there: FakeWorld) -> list[str]:
    """The prompts that were put, each once for its thinking."""
    return [each.prompt for each in there.desk.seen(Saying) if each.thinking]


def test_a_whole_interview() -> None:
    """Every part in its order, follow-ups after their questions, the end, and one review for each question."""
    there = world()
    report = held(there)
    assert [each.question for each in report.interview.answers] == [*ORDER, CLOSING]
    assert report.interview.open == ()
    (plan,) = there.desk.seen(Planning)
    assert [part.title for part in plan.parts][-1] == "Your questions to them"
    assert sum(part.seconds for part in plan.parts) <= 20 * 60 * 1.05
    reviews = list(there.progress.reviews())
    assert [each.question for each in reviews] == ORDER
    assert {each.session_kind for each in reviews} == {"mock"}
    assert [each.rating for each in reviews] == [Rating.HARD, Rating.HARD, Rating.HARD, Rating.GOOD, Rating.AGAIN]
    assert {each.reply for each in reviews} == {None}
    answers = report.interview.answers
    assert [each.score for each in answers[:3]] == [0.5, 0.6, 0.6]
    assert answers[1].covered == ("point 0",)
    assert answers[1].missed == ("point 1",)
    assert [(each.ask, each.held) for each in answers[1].follow_ups] == [(each.ask, 3) for each in FOLLOW_UPS]
    assert {(each.structure, each.concision, each.clarity) for each in answers[:5]} == {(3, 3, 3)}
    (last,) = there.desk.seen(Asks)
    assert {each.id for each in last.asks} == {"first", "second"}


def test_thinking_and_speaking_are_timed_apart() -> None:
    """Five seconds for each look at the clock: one to think, one to speak; the review holds both."""
    there = world()
    answer = held(there).interview.answers[2]
    assert (answer.think, answer.took) == (5_000, 5_000)
    assert [each.took for each in answer.follow_ups] == [5_000, 5_000]
    assert [each.took for each in there.progress.reviews() if each.question == "gil"] == [10_000]


def test_the_clock_stands_still_in_a_pause() -> None:
    """What was gone before counts on; the pause itself does not."""
    states = iter([Wish.NEXT, Wish.PAUSE, None])

    def script(screen: Saying) -> Any:
        return next(states, None) if screen.prompt == "Well?" and screen.after is None else None

    there = world(script)
    answer = held(there).interview.answers[0]
    assert (answer.think, answer.took) == (5_000, 10_000)
    assert there.desk.seen(Paused)
    spent = [each.spent for each in there.desk.seen(Saying)[:3]]
    assert spent == [0, 0, 5]


def test_what_was_missed_in_writing_is_followed_up_first() -> None:
    """Somebody who typed nothing about caches is asked about them at once."""

    def script(screen: Saying) -> Any:
        return Told("Only one thread.") if screen.thinking else None

    points = (KeyPoint(point="One thread runs", weight=60), KeyPoint(point="Caches are shared", weight=40))
    changed = [replace(each, key_points=points) if each.id == "gil" else each for each in QUESTIONS]  # type: ignore[call-arg]
    there = FakeWorld(changed, desk=person(script))
    report = hold(there, Wishes(minutes=20), 1, transcript=True, confidence=False)
    assert report
    answer = next(each for each in report.interview.answers if each.question == "gil")
    assert answer.follow_ups[0].ask == "And point 1 with caches?"
    assert (answer.text, answer.words) == ("Only one thread.", 3)


def test_a_skipped_question_is_kept_as_one() -> None:
    """It holds nothing, is no review, and comes back in no list of open ones; a skipped follow-up held nothing."""

    def script(screen: Saying) -> Any:
        if screen.prompt == "Design a queue." or screen.after:
            return Wish.SKIP
        return None

    there = world(script)
    report = held(there)
    answers = {each.question: each for each in report.interview.answers}
    assert answers["queue"].skipped
    assert answers["queue"].score is None
    assert "queue" not in {each.question for each in there.progress.reviews()}
    assert {each.held for each in answers["gil"].follow_ups} == {1}
    assert not [each for each in there.desk.seen(Judging) if each.ask]
    assert report.card.skipped == 1


def test_back_answers_the_last_question_anew() -> None:
    """The newest answer counts, its review stands in for the old one, and the interview goes on where it was."""
    backs = iter([True])

    def script(screen: Saying) -> Any:
        return Wish.BACK if screen.prompt == "Design a queue." and next(backs, False) else None

    there = world(script)
    report = held(there)
    assert [each.question for each in report.interview.answers if each.question != CLOSING].count("gil") == 1
    assert [each.question for each in there.progress.reviews()].count("gil") == 1
    retracted = [each for each in there.progress.entries if isinstance(each, Retraction)]
    assert len(retracted) == 1
    assert len(asked(there)) == 8
    assert sorted(each.question for each in report.interview.answers) == sorted([*ORDER, CLOSING])
    # The first question has nothing before it.
    headings = {each.heading.place: each.heading.can_go_back for each in there.desk.seen(Saying)}
    assert headings[1] is False
    assert headings[4] is True


def test_back_from_a_follow_up_and_from_the_end() -> None:
    """From a follow-up to its question; from the end to the last one."""
    backs = iter([True, True])

    def script(screen: Saying) -> Any:
        at_end = "ask us" in screen.prompt
        return Wish.BACK if at_end and next(backs, False) else None

    there = world(script)
    report = held(there)
    assert report.interview.open == ()
    assert len(asked(there)) == 10
    assert [each.question for each in there.progress.reviews()].count("conflict") == 1


@pytest.mark.parametrize("way", [Wish.LEAVE, KeyboardInterrupt])
@pytest.mark.parametrize("place", range(1, 6))
def test_whoever_leaves_can_go_on(way: Any, place: int) -> None:
    """Wherever it is: what was answered is kept, and the rest comes after `--resume`, with the same plan."""

    def script(screen: Saying) -> Any:
        return way if screen.heading.place == place else None

    there = world(script)
    report = hold(there, Wishes(minutes=20), 1, transcript=True, confidence=False)
    assert report is None or report.interrupted is (way is KeyboardInterrupt)
    assert [each.question for each in interviews(there)[0].answers] == ORDER[: place - 1]
    there.desk = person()
    again = resume(there)
    assert again is not None
    assert [each.question for each in again.interview.answers] == [*ORDER, CLOSING]
    assert there.desk.seen(Planning)[0].resumed
    assert len(interviews(there)) == 1
    assert [each.question for each in there.progress.reviews()] == ORDER
    with pytest.raises(UsageError, match="no interview to go on"):
        resume(there)


def test_leaving_while_judging_loses_that_answer_alone() -> None:
    """Nothing half judged is kept."""
    for screen in ("tick", "judge", "confide"):
        there = world()
        if screen == "tick":
            there.desk.tick = lambda screen: Wish.LEAVE  # type: ignore[method-assign]
        elif screen == "judge":
            there.desk.judged = [3, 3, 3, 3, Wish.LEAVE]
        else:
            there.desk.sure = [Wish.LEAVE]
        report = hold(there, Wishes(minutes=20), 1, transcript=True, confidence=screen == "confide")
        # The first is a story, of which nobody is asked how sure they are.
        assert (len(report.interview.answers) if report else 0) == (0 if screen == "tick" else 1)
        assert len(list(there.progress.reviews())) == (0 if screen == "tick" else 1)


def test_an_interview_that_was_not_begun_leaves_no_trace() -> None:
    """Who reads the plan and leaves has written nothing."""
    there = world()
    there.desk.held = [Wish.LEAVE]
    assert hold(there, Wishes(minutes=20), 1, transcript=True, confidence=False) is None
    assert there.progress.entries == []


def test_an_unfinished_interview_is_pointed_out() -> None:
    """A new one is begun all the same."""
    there = world(lambda screen: Wish.LEAVE if screen.heading.place == 3 else None)
    held(there)
    there.desk = person()
    second = held(there)
    assert second.interview.number == 2
    assert any("mock --resume" in each.text for each in there.desk.seen(Notice))


def test_no_transcript_keeps_no_word() -> None:
    """Marks, times and the number of words; nothing that was typed, anywhere in the file."""

    def script(screen: Saying) -> Any:
        return Told("my secret words") if screen.thinking or screen.after else None

    there = world(script)
    report = held(there, transcript=False)
    assert "secret" not in repr(there.progress.entries)
    assert {each.words for each in report.interview.answers} == {3}
    assert there.desk.seen(Planning)[0].transcript is False
    told = world(script)
    held(told)
    assert "secret" in repr(told.progress.entries)


def test_confidence_is_asked_before_the_reveal() -> None:
    """By the option, or by the setting; a story cannot be sure."""
    there = world()
    there.desk.sure = [2, 4, 1]
    report = held(there, confidence=True)
    assert {each.question: each.confidence for each in report.interview.answers} == {
        "favourite": None, "tests": 2, "gil": 4, "queue": 1, "conflict": None, CLOSING: None,
    }  # fmt: skip
    assert [each.confidence for each in there.progress.reviews()] == [None, 2, 4, 1, None]
    set_ = world()
    set_.progress.record(Chosen(id="c", setting="confidence", at=set_.clock.now(), value="on"))
    assert held(set_).interview.confidence


def test_an_answer_from_the_editor() -> None:
    """What was written counts as typed; an editor that fails or an empty text leads back to the clock."""
    calls = iter([Wish.COMPOSE, Wish.COMPOSE, Wish.COMPOSE])

    def script(screen: Saying) -> Any:
        return next(calls, None) if screen.prompt == "Design a queue." else None

    there = world(script, editor=FakeEditor(texts=["", "A broker with a log."]))
    report = held(there)
    answer = next(each for each in report.interview.answers if each.question == "queue")
    assert answer.text == "A broker with a log."
    broken = world(lambda screen: Wish.COMPOSE if screen.thinking and not broken.desk.seen(Notice) else None)
    held(broken)
    assert "no text editor" in broken.desk.seen(Notice)[0].text


def test_a_question_that_left_the_banks_is_passed_over() -> None:
    """An interview goes on without it."""
    there = world(lambda screen: Wish.LEAVE if screen.heading.place == 2 else None)
    held(there)
    there.catalogue.held = [each for each in QUESTIONS if each.id != "gil"]
    there.desk = person()
    report = resume(there)
    assert report is not None
    assert [each.question for each in report.interview.answers] == [name for name in [*ORDER, CLOSING] if name != "gil"]


def test_a_full_disk_is_told_at_once() -> None:
    """Nobody answers for an hour in vain."""
    there = world()
    there.progress.full = True
    with pytest.raises(ProgressError):
        held(there)


def test_questions_asked_lately_come_seldom() -> None:
    """Another question of the part is there: it comes in the next interview."""
    more = [open_question(100, id=f"gil-{at}", skill="python/gil", say=90) for at in range(30)]
    there = FakeWorld((*QUESTIONS, *more), desk=person())
    held(there)
    before = {each.question for each in interviews(there)[0].plan.questions if each.part == "technical"}

    def repeated(seed: int, fresh: bool) -> int:
        plan = plan_for(there, Wishes(minutes=20), seed, () if fresh else interviews(there))
        return len(before & {each.question for each in plan.questions})

    assert sum(repeated(seed, False) for seed in range(40)) < sum(repeated(seed, True) for seed in range(40)) / 2


@pytest.mark.parametrize(
    ("wishes", "word"),
    [
        (Wishes(minutes=14), "14 minutes"),
        (Wishes(minutes=181), "181 minutes"),
        (Wishes(level="middle"), "level"),
        (Wishes(role="pilot"), "role"),
        (Wishes(focus=("pyton",)), "area"),
    ],
)
def test_words_that_mean_nothing_are_refused(wishes: Wishes, word: str) -> None:
    """Before anything is asked, with what would do."""
    with pytest.raises(UsageError, match=word) as caught:
        plan_for(world(), wishes, 1, ())
    assert caught.value.mend


def test_a_role_weighs_its_areas() -> None:
    """The usual role is taken without a word, where the tree has it; the plan names it."""
    there = world()
    role = Role(id="back-end", title="B", about="A", focus="F", skills=("python/gil",))
    there.catalogue.tree = replace(there.catalogue.skills(), roles=(role,))
    assert plan_for(there, Wishes(), 1, ()).role == "back-end"
    assert plan_for(there, Wishes(role="BACK-END", level="Senior", focus=("Python",)), 1, ()).focus == ("python",)
    assert plan_for(world(), Wishes(), 1, ()).role is None


def test_banks_without_anything_to_say_aloud() -> None:
    """There is no interview in them."""
    with pytest.raises(BankError, match="aloud"):
        plan_for(FakeWorld([choice(True, False)]), Wishes(), 1, ())


# What is kept ---------------------------------------------------------------------------------------------------


def test_what_is_kept_reads_as_it_was_written() -> None:
    """Every field of plan and answers, through JSON and back."""
    there = world(lambda screen: Told("typed") if screen.thinking else None)
    report = held(there, confidence=True)
    (kept,) = interviews(there)
    assert kept == report.interview
    assert all(isinstance(each, Given) for each in kept.answers)


def test_interviews_are_numbered_from_the_first() -> None:
    """The newest without a number; a number that is none is an error with what to type."""
    there = world()
    with pytest.raises(UsageError, match="no interview yet"):
        interview(there, None)
    held(there)
    held(there)
    assert [each.number for each in interviews(there)] == [1, 2]
    assert interview(there, None).number == 2
    assert interview(there, 1).number == 1
    for number in (0, 3):
        with pytest.raises(UsageError, match=f"no interview {number}"):
            interview(there, number)
    assert [each.number for each, _ in mock_list(there).interviews] == [2, 1]


def test_a_deleted_interview_is_gone_and_its_reviews_stay() -> None:
    """What it did to the schedule is part of the log; what was said is not."""
    there = world(lambda screen: Told("typed") if screen.thinking else None)
    held(there)
    shred(there, interview(there, 1))
    assert interviews(there) == ()
    assert "typed" not in repr(there.progress.entries)
    assert len(list(there.progress.reviews())) == 5


def test_the_trend_goes_up_to_the_interview_that_is_shown() -> None:
    """The first knows nothing of the second."""
    there = world()
    held(there)
    there.desk = person(ticks=frozenset({0, 1, 2}))
    held(there)
    assert len(mock_report(there, 2).trend["content"]) == 2
    assert mock_report(there, 2).trend["content"][1] > mock_report(there, 1).trend["content"][0]
    assert len(mock_report(there, 1).trend["content"]) == 1


def test_data_for_scripts_is_plain_json() -> None:
    """Everything of an interview, and a line for each in the list."""
    there = world()
    held(there)
    data = json.loads(json.dumps(mock_data(mock_report(there, None))))
    assert data["number"] == 1
    assert data["complete"] is True
    assert len(data["answers"]) == 6
    assert set(data["scorecard"]["figures"]) == {"content", "depth", "communication", "time"}
    (line,) = json.loads(json.dumps(list_data(mock_list(there))))["interviews"]
    assert (line["number"], line["minutes"]) == (1, 20)


def test_saving_a_report(tmp_path: Path) -> None:
    """The ending says how; another ending and a folder that is not there are errors with what to do."""
    there = world()
    report = held(there)
    file = tmp_path / "mock.HTML"
    assert saved(there, report, file).saved == str(file)
    assert file.read_text("utf-8") == ".html of interview 1"
    for name in ("mock", "mock.pdf", "md"):
        with pytest.raises(UsageError, match="cannot be saved"):
            suffix_of(name)
    with pytest.raises(UsageError, match="cannot be written") as caught:
        saved(there, report, tmp_path / "no" / "mock.md")
    assert caught.value.where


def test_a_mock_counts_for_the_schedule() -> None:
    """A question answered in an interview is met, and comes back."""
    there = world()
    held(there)
    standing = there.progress.standing("gil")
    assert standing is not None
    assert standing.times == 1
    assert [each for each in there.progress.entries if isinstance(each, Review)]
