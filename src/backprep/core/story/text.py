"""A story as a text that a person edits, and as its parts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

PartName = Literal["situation", "task", "action", "result", "learned", "numbers"]
PARTS: tuple[PartName, ...] = get_args(PartName)
HINTS: dict[PartName, str] = {
    "situation": "Where and when was it, who was there, what was at stake? Two sentences.",
    "task": "What were you answerable for? Say 'I'.",
    "action": "What did you do, step by step, and why so and not otherwise? Most of the story is here.",
    "result": "What came of it, for whom? What would have happened without you?",
    "learned": "What do you do differently since then?",
    "numbers": "What proves it: days, users, euros, percent, incidents? Whatever you can stand by.",
}

THEMES: dict[str, str] = {
    "conflict": "a conflict with a colleague, and how it ended",
    "disagreement": "disagreeing with somebody above you",
    "failure": "something that went wrong because of you",
    "deadline": "a deadline that was in danger",
    "leadership": "leading without being the boss",
    "initiative": "something that nobody had asked you to do",
    "feedback": "criticism that you were given, or had to give",
    "learning": "learning something hard in a short time",
    "legacy": "old code, and what you did with it",
    "adaptability": "plans that changed under you",
    "teamwork": "working with people of another trade",
    "pride": "the work that you are proudest of",
}
"""What behavioural questions are mostly about."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"^##\s+(.*?)\s*$")
_TITLE = re.compile(r"^#\s+(.*?)\s*$")
_FIELD = re.compile(r"^(questions|themes):\s*(.*?)\s*$", re.IGNORECASE)
_DEFAULT_TITLE = "A story without a title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story: its title, the ids of the questions that it answers, its themes, and what it holds."""

    title: str
    questions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    learned: str = ""
    numbers: str = ""

    def part(self, name: PartName) -> str:
        """One of its parts."""
        text: str = getattr(self, name)
        return text

    @property
    def told(self) -> tuple[tuple[PartName, str], ...]:
        """The parts that hold something, in the order in which they are told."""
        return tuple((name, self.part(name)) for name in PARTS if self.part(name))

    @property
    def missing(self) -> tuple[PartName, ...]:
        """The parts that hold nothing yet."""
        return tuple(name for name in PARTS if not self.part(name))

    @property
    def spoken(self) -> str:
        """What is said aloud; the numbers are a list to draw from, not to read out."""
        return "\n\n".join(text for name, text in self.told if name != "numbers")


def template(story: Story, prompt: str | None = None) -> str:
    """The text to edit: what is there, and a hint in each part."""
    rows = [f"# {story.title}", ""]
    if prompt:
        rows += [f"<!-- {_without_comment_ends(prompt)} -->", ""]
    rows += [f"questions: {', '.join(story.questions)}", f"themes: {', '.join(story.themes)}"]
    rows += [f"<!-- themes to choose from: {', '.join(THEMES)} -->"]
    for name in PARTS:
        rows += ["", f"## {name.capitalize()}", f"<!-- {HINTS[name]} -->", story.part(name)]
    return "\n".join(rows).rstrip() + "\n"


def parse(text: str) -> Story:
    """The story that a text holds. Nothing that was written is lost: what stands before the first heading belongs to
    the situation, and under a heading that is none of the parts to the part before it.
    """
    title, questions, themes = "", (), ()  # type: tuple[str, tuple[str, ...], tuple[str, ...]]
    parts: dict[PartName, list[str]] = {name: [] for name in PARTS}
    here: PartName = "situation"
    headed = False
    for line in _COMMENT.sub("", text).splitlines():
        heading, named, field = _HEADING.match(line), _TITLE.match(line), _FIELD.match(line)
        if heading:
            headed = True
            name = next((each for each in PARTS if each == heading.group(1).casefold()), None)
            if name:
                here = name
            else:
                parts[here].append(heading.group(1))
        elif named and not title:
            title = named.group(1)
        elif field and not headed:
            values = tuple(dict.fromkeys(_values(field.group(2))))
            if field.group(1).casefold() == "questions":
                questions = values
            else:
                themes = tuple(each.casefold() for each in values)
        else:
            parts[here].append(line)
    texts = {name: "\n".join(lines).strip() for name, lines in parts.items()}
    return Story(title=title or _DEFAULT_TITLE, questions=questions, themes=themes, **texts)


def unknown_themes(story: Story) -> tuple[str, ...]:
    """Themes that are none of the usual ones: kept, and worth a word."""
    return tuple(each for each in story.themes if each not in THEMES)


def coverage(stories: Iterable[Story]) -> dict[str, tuple[str, ...]]:
    """For each usual theme the titles of the stories that are about it."""
    told = list(stories)
    return {theme: tuple(each.title for each in told if theme in each.themes) for theme in THEMES}


def _values(text: str) -> list[str]:
    return [each.strip() for each in text.split(",") if each.strip()]


def _without_comment_ends(text: str) -> str:
    return " ".join(text.replace("--", "- -").split())
