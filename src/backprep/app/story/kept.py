"""Stories in the progress log: every version is kept, the newest counts."""

import json
from dataclasses import asdict, dataclass

from backprep.app.errors import UsageError
from backprep.app.world import World
from backprep.core.instant import Instant
from backprep.core.review import Paper, Retraction
from backprep.core.story.text import Story
from backprep.kinds.codec import build

PREFIX = "story:"
"""What the reviews of a rehearsal name instead of a question: no id of a question has a colon."""
DEFAULT_SAY = 120


@dataclass(frozen=True, slots=True)
class Kept:
    """A story: its identity, its number (1 for the first that is kept), and its versions, oldest first."""

    id: str
    number: int
    versions: tuple[tuple[Instant, Story], ...]

    @property
    def story(self) -> Story:
        """As it is now."""
        return self.versions[-1][1]

    @property
    def name(self) -> str:
        """What its rehearsals are recorded under."""
        return f"{PREFIX}{self.id}"


def stories(world: World) -> tuple[Kept, ...]:
    """All that are kept, in the order in which they were begun."""
    versions: dict[str, list[tuple[Instant, Story]]] = {}
    for paper in world.progress.papers("story"):
        versions.setdefault(paper.subject, []).append((paper.at, build(Story, json.loads(paper.body))))
    return tuple(Kept(name, number, tuple(held)) for number, (name, held) in enumerate(versions.items(), start=1))


def find(world: World, word: str) -> Kept:
    """A story by its number, or by words of its title. Raises ``UsageError`` where none or several fit."""
    held = stories(world)
    if not held:
        raise UsageError("there is no story yet", mend="Write one: backprep story new")
    if word.isdecimal():
        found = [each for each in held if each.number == int(word)]
    else:
        found = [each for each in held if word.casefold() in each.story.title.casefold()]
    if len(found) == 1:
        return found[0]
    what = f"{len(found)} stories have {word!r} in their titles" if found else f"there is no story {word!r}"
    raise UsageError(what, mend="See their numbers: backprep story list")


def keep(world: World, story: Story, subject: str | None = None) -> str:
    """Writes a version down: of a new story, or of one that is there. Returns its identity."""
    name = subject or world.ids.new()
    body = json.dumps(asdict(story))
    world.progress.record(Paper(id=world.ids.new(), sort="story", subject=name, at=world.clock.now(), body=body))
    return name


def shred(world: World, held: Kept) -> None:
    """Takes a story out of the file for good, with all its versions."""
    world.progress.record(Retraction(id=world.ids.new(), review=held.id, at=world.clock.now()))


def notes_on(world: World, question: str) -> str | None:
    """What the person has to say to a question: their note on it, and the stories that answer it."""
    texts = [world.progress.note(question) or ""]
    told = (held.story for held in stories(world))
    texts += [f"{each.title}\n\n{each.spoken}" for each in told if question in each.questions]
    return "\n\n".join(text for text in texts if text) or None


def say_of(world: World, story: Story) -> int:
    """How long it should take, in seconds: what the first of its questions says."""
    for name in story.questions:
        entry = world.catalogue.entry(name)
        if entry and entry.question.say:
            return entry.question.say
    return DEFAULT_SAY


def prompt_of(world: World, story: Story) -> str | None:
    """What the first of its questions that is in a bank asks."""
    entries = (world.catalogue.entry(name) for name in story.questions)
    return next((entry.question.prompt for entry in entries if entry), None)
