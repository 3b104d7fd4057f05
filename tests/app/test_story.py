"""Stories: written in the editor, kept in versions, rehearsed like any question."""

import json
from dataclasses import replace
from typing import Any

import pytest

from backprep.app.errors import EditorError, UsageError
from backprep.app.mock.hold import hold
from backprep.app.mock.setup import Wishes
from backprep.app.screens import Asking, Notice, Paused, Saying, Ticking
from backprep.app.story.kept import find, keep, notes_on, shred, stories
from backprep.app.story.rehearse import NotRehearsed, RehearsalReport, next_story, rehearse
from backprep.app.story.reports import coverage_report, exported, stories_report, story_data
from backprep.app.story.write import NothingWritten, StoryReport, askable, begin, report, write
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.reply import Ticked, Told, Wish
from backprep.core.review import Chosen, Note
from backprep.core.story.text import Story, template
from builders import open_question, story
from fakes import FakeWorld, ScriptedDesk
from fakes.small import FakeEditor

CONFLICT = story(2, id="a-conflict", skill="behavioural-communication-career/conflict", say=60, prompt="A conflict?")
OTHER = story(2, id="other", skill="behavioural-communication-career/motivation", say=None)
TOLD = Story(
    title="The rain",
    questions=("a-conflict",),
    themes=("conflict",),
    situation="It rained.",
    action=" ".join(["I ran."] * 40),
    result="Dry in 2 minutes.",
    numbers="2 minutes",
)
DAY = 86_400_000


def world(*texts: str, desk: ScriptedDesk | None = None) -> FakeWorld:
    """A world with two questions to tell a story about, and an editor that types these texts."""
    made = FakeWorld((CONFLICT, OTHER, open_question(100)), editor=FakeEditor(texts=list(texts)))
    made.clock.step = 1000
    if desk:
        made.desk = desk
    return made


def written(there: FakeWorld, told: Story = TOLD) -> StoryReport:
    """A story that is kept."""
    made = write(there, begin(there, None, None, None), text=template(told))
    assert isinstance(made, StoryReport)
    return made


# Writing --------------------------------------------------------------------------------------------------------


def test_a_story_is_written_in_the_editor() -> None:
    """The text begins with the prompt and a hint for each part; what comes back is kept, and judged."""
    there = world(template(TOLD))
    made = write(there, begin(there, "a-conflict", None, None))
    assert "A conflict?" in there.editor.begun_with[0]
    assert "questions: a-conflict" in there.editor.begun_with[0]
    assert "themes: conflict" in there.editor.begun_with[0]
    assert isinstance(made, StoryReport)
    assert made.story == TOLD
    assert (made.say, made.version, made.days, made.unknown, made.strangers) == (60, 1, None, (), ())
    assert made.feedback[0].startswith("Missing: task, learned")
    assert [each.story for each in stories(there)] == [TOLD]


def test_nothing_is_kept_of_an_empty_story() -> None:
    """The editor was closed as it was opened: there is no story, and an older one stays as it is."""
    there = world(template(Story(title="A title")), template(TOLD))
    assert isinstance(write(there, begin(there, None, None, None)), NothingWritten)
    assert stories(there) == ()
    held = written(world_ := world(template(TOLD))).held
    assert isinstance(write(world_, held.story, held), NothingWritten)
    assert len(stories(world_)[0].versions) == 1


def test_versions_are_kept() -> None:
    """The newest counts, an older one can be read, and one that is none is an error."""
    there = world()
    held = written(there).held
    changed = replace(TOLD, title="The storm", learned="I look up.")
    made = write(there, held.story, held, text=template(changed))
    assert isinstance(made, StoryReport)
    assert (made.version, made.story.title) == (2, "The storm")
    (again,) = stories(there)
    assert report(there, again, 1).story == TOLD
    for version in (0, 3):
        with pytest.raises(UsageError, match=f"no version {version}"):
            report(there, again, version)


def test_an_editor_that_fails_is_explained() -> None:
    """There is no story, and no traceback."""
    with pytest.raises(EditorError):
        write(world(), begin(world(), None, "T", None))


def test_beginning_with_a_question_or_a_theme() -> None:
    """The title is the prompt, the theme that of the skill; a word that is none is refused."""
    there = world()
    assert begin(there, "a-conflict", None, "failure") == Story(
        title="A conflict?", questions=("a-conflict",), themes=("failure", "conflict")
    )
    assert begin(there, "other", "Mine", None) == Story(title="Mine", questions=("other",))
    assert begin(there, None, None, "LEGACY").themes == ("legacy",)
    with pytest.raises(UsageError, match="no question 'nope'"):
        begin(there, "nope", None, None)
    with pytest.raises(UsageError, match="theme"):
        begin(there, None, None, "legasy")


def test_questions_without_a_story_come_first() -> None:
    """Only those that want one."""
    there = world()
    assert [each.id for each in askable(there)] == ["a-conflict", "other"]
    written(there)
    assert [each.id for each in askable(there)] == ["other", "a-conflict"]


def test_the_pace_of_the_person_counts() -> None:
    """Who speaks fast has a shorter story."""
    there = world()
    slow = written(there).wording.seconds
    there.progress.record(Chosen(id="c", setting="words-a-minute", at=there.clock.now(), value="280"))
    assert report(there, stories(there)[0]).wording.seconds == pytest.approx(slow / 2, abs=1)


def test_what_is_in_no_bank_is_told() -> None:
    """A question that is not there (any more), a theme that is none of the usual ones."""
    made = written(world(), replace(TOLD, questions=("gone",), themes=("bananas",)))
    assert made.strangers == ("gone",)
    assert made.unknown == ("bananas",)
    assert made.say == 120


# Finding and keeping ------------------------------------------------------------------------------------------------


def test_a_story_is_found_by_number_or_title() -> None:
    """One that fits, or an error that says what to type."""
    there = world()
    with pytest.raises(UsageError, match="no story yet"):
        find(there, "1")
    written(there)
    written(there, replace(TOLD, title="The rainbow"))
    assert find(there, "2").story.title == "The rainbow"
    assert find(there, "BOW").number == 2
    with pytest.raises(UsageError, match="2 stories have 'rain'"):
        find(there, "rain")
    with pytest.raises(UsageError, match="no story '3'"):
        find(there, "3")


def test_a_deleted_story_is_gone_with_its_versions() -> None:
    """And nothing of it is left in the file."""
    there = world()
    held = written(there).held
    keep(there, replace(TOLD, situation="a secret"), held.id)
    shred(there, stories(there)[0])
    assert stories(there) == ()
    assert "secret" not in repr(there.progress.entries)


def test_a_question_shows_the_stories_that_answer_it() -> None:
    """Beside the person's note on it, also in an interview."""
    there = world()
    assert notes_on(there, "a-conflict") is None
    written(there)
    there.progress.record(Note(id="n", question="a-conflict", at=Instant(1), text="My note."))
    shown = notes_on(there, "a-conflict") or ""
    assert "My note." in shown
    assert "The rain\n\nIt rained." in shown

    class Person(ScriptedDesk):
        def say(self, screen: Saying) -> Any:
            return Told()

        def tick(self, screen: Ticking) -> Any:
            self.screens.append(screen)
            return Ticked(frozenset({0}))

    there.desk = Person()
    hold(there, Wishes(minutes=20), 1, transcript=True, confidence=False)
    notes = [each.asking.note for each in there.desk.seen(Ticking) if each.asking.question.id == "a-conflict"]
    assert notes == [shown]


# Rehearsing -----------------------------------------------------------------------------------------------------


def person(*ticks: int, replies: tuple[Any, ...] = (Wish.NEXT, Told())) -> ScriptedDesk:
    """Somebody who thinks, speaks, and ticks these points."""
    return ScriptedDesk([*replies, Ticked(frozenset(ticks))])


def test_a_rehearsal() -> None:
    """Only the prompt, then the notes and the parts; what was ticked is a review, and the story comes back."""
    there = world(desk=person(0, 1, 2, 3))
    held = written(there).held
    made = rehearse(there, held)
    assert isinstance(made, RehearsalReport)
    assert made.rating is Rating.GOOD
    assert made.days > 0
    assert (made.say, made.seconds) == (60, 1)
    assert made.missed == ()
    (saying, _) = there.desk.seen(Saying)
    assert (saying.prompt, saying.say, saying.thinking) == ("A conflict?", 60, True)
    (ticking,) = there.desk.seen(Ticking)
    assert ticking.asking.note == TOLD.spoken
    assert [point.partition(":")[0] for point in ticking.gesture.points] == ["Situation", "Action", "Result", "Result"]
    assert ticking.gesture.points[3] == "Result: The numbers: 2 minutes"
    assert len(ticking.gesture.points[1]) < 110
    (review,) = there.progress.reviews()
    assert (review.question, review.session_kind, review.reply) == (f"story:{held.id}", "story", None)
    assert there.catalogue.orphans() == []
    assert report(there, stories(there)[0]).days == made.days


def test_what_was_left_out_is_named() -> None:
    """Half of it: hard; and it comes back sooner."""
    there = world(desk=person(0, 1))
    made = rehearse(there, written(there).held)
    assert isinstance(made, RehearsalReport)
    assert made.rating is Rating.HARD
    assert len(made.said) == len(made.missed) == 2


def test_a_typed_rehearsal_counts_by_its_words() -> None:
    """Typing is slower than speaking."""
    there = world(desk=person(0, replies=(Told("word " * 70),)))
    made = rehearse(there, written(there).held)
    assert isinstance(made, RehearsalReport)
    assert made.seconds == 30


def test_a_pause_and_the_editor() -> None:
    """Both as in an interview; an editor that fails leads back to the clock."""
    there = world("It rained, I ran.", desk=person(0, replies=(Wish.NEXT, Wish.PAUSE, Wish.COMPOSE)))
    made = rehearse(there, written(there).held)
    assert isinstance(made, RehearsalReport)
    assert there.desk.seen(Paused)
    broken = world(desk=person(0, replies=(Wish.COMPOSE, Told())))
    assert isinstance(rehearse(broken, written(broken).held), RehearsalReport)
    assert "no text editor" in broken.desk.seen(Notice)[0].text


@pytest.mark.parametrize("replies", [(Wish.LEAVE,), (Wish.NEXT, Wish.SKIP), (Told(), Wish.LEAVE), (KeyboardInterrupt,)])
def test_leaving_a_rehearsal_records_nothing(replies: tuple[Any, ...]) -> None:
    """Wherever."""
    there = world(desk=ScriptedDesk(replies))
    made = rehearse(there, written(there).held)
    assert isinstance(made, NotRehearsed)
    assert made.interrupted is (replies[0] is KeyboardInterrupt)
    assert list(there.progress.reviews()) == []


def test_what_is_due_is_rehearsed_next() -> None:
    """A story that never was comes first, then the one that is due first."""
    there = world()
    with pytest.raises(UsageError, match="no story yet"):
        next_story(there)
    first, second = written(there).held, written(there, replace(TOLD, title="Second", questions=())).held
    there.desk = person(0, 1, 2, 3)
    rehearse(there, first)
    assert next_story(there).id == second.id
    there.desk = person()
    rehearse(there, second)
    assert next_story(there).id == second.id
    there.clock.ms += 100 * DAY
    there.desk = person(0, 1, 2, 3)
    rehearse(there, second)
    assert next_story(there).id == first.id


def test_a_story_of_nothing_but_numbers_can_be_told() -> None:
    """There is one thing to cover."""
    there = world(desk=person(0))
    made = rehearse(there, written(there, Story(title="T", numbers="42")).held)
    assert isinstance(made, RehearsalReport)
    assert made.said == ("Result: The numbers",)
    assert there.desk.seen(Saying)[0].prompt == "Tell me: T"


# Reports --------------------------------------------------------------------------------------------------------


def test_reports() -> None:
    """All stories, what they cover, and the same for scripts and as Markdown."""
    there = world()
    assert stories_report(there).stories == ()
    assert len(coverage_report(there).missing) == 12
    written(there)
    assert "conflict" not in coverage_report(there).missing
    (each,) = stories_report(there).stories
    data = json.loads(json.dumps(story_data(each)))
    assert (data["number"], data["title"], data["versions"], data["due_in_days"]) == (1, "The rain", 1, None)
    text = exported([each.held, find(there, "1")])
    assert text.count("# The rain\n\nquestions: a-conflict\nthemes: conflict\n\n## Situation\n\nIt rained.\n") == 2
    assert exported([replace(each.held, versions=((Instant(1), Story(title="T", task="t")),))]) == (
        "# T\n\n## Task\n\nt\n"
    )


def test_a_rehearsal_is_asked_about_as_a_story() -> None:
    """The desk sees a question like any other."""
    there = world(desk=person(0))
    rehearse(there, written(there).held)
    asking = there.desk.seen(Ticking)[0].asking
    assert isinstance(asking, Asking)
    assert asking.question.kind == "story"
