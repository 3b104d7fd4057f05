"""Writing a story in the person's editor, or taking one from a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from backprep.app.errors import UsageError
from backprep.app.find import one_of
from backprep.app.found import Filter, Listed
from backprep.app.story.kept import Kept, keep, prompt_of, say_of, stories
from backprep.app.world import World
from backprep.core.story.text import THEMES, Story, parse, template, unknown_themes
from backprep.core.story.wording import Wording, feedback, wording

_BY_SKILL = {
    "conflict": "conflict",
    "failure": "failure",
    "time-management": "deadline",
    "adaptability-communication": "adaptability",
}
"""Themes that follow from the skill of a question."""


@dataclass(frozen=True, slots=True)
class StoryReport:
    """A story, how long it should take (``say``, seconds), its figures, and what to mend.

    ``unknown``: themes that are none of the usual ones; ``strangers``: ids of questions that are in no bank; ``days``
    until it should be rehearsed (None before the first time); ``version`` of how many.
    """

    held: Kept
    story: Story
    version: int
    say: int
    wording: Wording
    feedback: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    days: int | None = None


@dataclass(frozen=True, slots=True)
class NothingWritten:
    """The editor was closed without a word."""


def askable(world: World) -> Sequence[Listed]:
    """The questions that a story answers, those without one first."""
    told = {name for held in stories(world) for name in held.story.questions}
    found = world.catalogue.questions(Filter(kinds=("story",)))
    return sorted(found, key=lambda each: each.id in told)


def begin(world: World, question: str | None, title: str | None, theme: str | None) -> Story:
    """A story before it is written. Raises ``UsageError`` for a question or a theme that is none."""
    themes: list[str] = [one_of(theme, THEMES, "theme")] if theme else []
    if question is None:
        return Story(title=title or "A title", themes=tuple(themes))
    entry = world.catalogue.entry(question)
    if entry is None:
        raise UsageError(f"there is no question {question!r}", mend="See them: backprep story new")
    usual = _BY_SKILL.get(entry.question.skill.partition("/")[2])
    if usual and usual not in themes:
        themes.append(usual)
    name = title or " ".join(entry.question.prompt.split())[:70]
    return Story(title=name, questions=(question,), themes=tuple(themes))


def write(
    world: World, story: Story, held: Kept | None = None, text: str | None = None
) -> StoryReport | NothingWritten:
    """Lets the person write (or takes ``text``), and keeps what came of it as a new version."""
    world.progress.ready()  # before anybody writes in vain
    begun = template(story, prompt_of(world, story))
    written = world.editor.edit(begun) if text is None else text
    made = parse(written)
    if not made.told or (held is not None and made == held.story):
        return NothingWritten()
    name = keep(world, made, held.id if held else None)
    return report(world, next(each for each in stories(world) if each.id == name))


def report(world: World, held: Kept, version: int | None = None) -> StoryReport:
    """A story with what can be said about it. Raises ``UsageError`` for a version that is none."""
    count = len(held.versions)
    version = count if version is None else version
    if not 1 <= version <= count:
        raise UsageError(f"there is no version {version} of that story", mend=f"There are 1 to {count}.")
    story = held.versions[version - 1][1]
    pace = world.progress.settings().value("words-a-minute")
    say = say_of(world, story)
    return StoryReport(
        held=held,
        story=story,
        version=version,
        say=say,
        wording=wording(story, pace),
        feedback=feedback(story, say, pace),
        unknown=unknown_themes(story),
        strangers=tuple(name for name in story.questions if world.catalogue.entry(name) is None),
        days=days_until(world, held),
    )


def days_until(world: World, held: Kept) -> int | None:
    """In how many days a story should be rehearsed; 0 or less when it is due, None before the first time."""
    from backprep.core.study_day import study_day

    standing = world.progress.standing(held.name)
    if standing is None:
        return None
    today = study_day(world.clock.now(), world.progress.settings().day_starts)
    return standing.due_day - today
