"""Rehearsing a story: only the prompt, the clock, then one's own notes and what was said of them."""

from dataclasses import dataclass

from backprep.app.errors import UsageError
from backprep.app.screens import Asking, Heading, InterviewHeading, Saying, Ticking
from backprep.app.speak import Said, speak
from backprep.app.story.kept import Kept, prompt_of, say_of, stories
from backprep.app.story.write import days_until
from backprep.app.world import World
from backprep.core.gesture import SpeakThenTick, present
from backprep.core.mark import Verdict
from backprep.core.rating import Rating, suggest
from backprep.core.reply import Ticked
from backprep.core.review import Review
from backprep.kinds.story import KIND, Cover, StoryQuestion

SKILL = "behavioural-communication-career/adaptability-communication"
_SHORT = 90


@dataclass(frozen=True, slots=True)
class RehearsalReport:
    """How a rehearsal went: what was said and what was left out, seconds taken of those it should take, and in how many
    days it comes back.
    """

    held: Kept
    said: tuple[str, ...]
    missed: tuple[str, ...]
    seconds: int
    say: int
    rating: Rating
    days: int


@dataclass(frozen=True, slots=True)
class NotRehearsed:
    """The person left before the end; ``interrupted``: by Ctrl-C."""

    interrupted: bool = False


def next_story(world: World) -> Kept:
    """The story that should be rehearsed next: those that never were come first, then what is longest due."""
    held = stories(world)
    if not held:
        raise UsageError("there is no story yet", mend="Write one: backprep story new")
    due = {each.id: days_until(world, each) for each in held}

    def turn(each: Kept) -> tuple[bool, int]:
        days = due[each.id]
        return days is not None, days or 0

    return min(held, key=turn)


def rehearse(world: World, held: Kept) -> RehearsalReport | NotRehearsed:
    """Runs the clock, shows the notes, and records what was ticked as a review of the story."""
    world.progress.ready()
    try:
        return _rehearse(world, held)
    except KeyboardInterrupt:
        return NotRehearsed(interrupted=True)


def _rehearse(world: World, held: Kept) -> RehearsalReport | NotRehearsed:
    story = held.story
    say = say_of(world, story)
    question = as_question(held, prompt_of(world, story), say)
    heading = InterviewHeading("Rehearsal", 1, 1, 0, max(1, round(say / 60)))
    said = speak(world, Saying(heading, question.prompt, say, thinking=True, label=KIND.label))
    if not isinstance(said, Said):
        return NotRehearsed()
    gesture = KIND.gesture(question)
    titles = world.catalogue.skill_titles()
    area, skill = question.area, question.skill
    head = Heading(1, 1, titles.get(area, area), titles.get(skill, skill), question.level, "Rehearsal")
    asking = Asking(head, question, present(gesture, 0), story.spoken)
    assert isinstance(gesture, SpeakThenTick)  # noqa: S101 - a story is always spoken
    ticked = world.desk.tick(Ticking(asking, gesture, said.text))
    if not isinstance(ticked, Ticked):
        return NotRehearsed()
    mark = KIND.mark(question, ticked)
    review = Review(
        id=world.ids.new(),
        session=world.ids.new(),
        session_kind="story",
        question=held.name,
        content=f"version-{len(held.versions)}",
        at=world.clock.now(),
        rating=suggest(mark),
        score=mark.score,
        took=said.took,
        skill=SKILL,
    )
    world.progress.record(review)
    seconds = round(said.took / 1000)
    if said.words is not None:  # nobody's typing is timed
        seconds = round(said.words * 60 / world.progress.settings().value("words-a-minute"))
    return RehearsalReport(
        held=held,
        said=tuple(part.text for part in mark.parts if part.verdict is Verdict.RIGHT),
        missed=tuple(part.text for part in mark.parts if part.verdict is not Verdict.RIGHT),
        seconds=seconds,
        say=say,
        rating=review.rating,
        days=days_until(world, held) or 0,
    )


def as_question(held: Kept, prompt: str | None, say: int) -> StoryQuestion:
    """A story as something to be asked: its parts are what to cover."""
    story = held.story
    cover = tuple(
        Cover(part=name, point=_short(text))
        for name, text in story.told
        if name != "numbers"
    ) or (Cover(part="result", point="The numbers"),)  # fmt: skip
    if story.numbers and story.told != (("numbers", story.numbers),):
        cover = (*cover, Cover(part="result", point=f"The numbers: {_short(story.numbers)}"))
    return StoryQuestion(
        id=held.id,
        kind="story",
        skill=SKILL,
        level="mid",
        prompt=prompt or f"Tell me: {story.title}",
        say=say,
        cover=cover,
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rsplit(' ', 1)[0]} …"
