"""Questions and screens to draw: every kind's own example, and the same with hostile text in every field."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from io import BytesIO, StringIO, TextIOWrapper
from typing import Any

import yaml
from pydantic import TypeAdapter
from rich.console import RenderableType

from backprep.app.screens import Asking, Fronting, Heading, Revealing, Ticking
from backprep.core.gesture import Presented, SpeakThenTick, present
from backprep.core.question import Question
from backprep.core.rating import suggest
from backprep.core.reply import Ordered, Picked, PickedSeveral, Reply, Ticked, Told
from backprep.kinds import KINDS, kind_of
from backprep.ui.look import make_console

HOSTILE = "[bold red]x[/] \x1b]0;title\x07 \x1b[2J \u202eevil\u2066 \x9b31m a\rb \b\x00\x7f [link=x]y[/link] :warning:"
"""What a bank from a stranger may hold to be drawn as something that it is not."""

_NAMES = {"id", "kind", "skill", "level", "part"}
"""Fields that hold one of a few known words, or a name that the loader checks."""


def example(kind: str) -> Question:
    """The question that a kind gives as its own example."""
    return question(KINDS[kind].example.yaml)


def examples() -> list[Question]:
    """One question of every kind."""
    return [example(kind) for kind in KINDS]


def question(written: str) -> Question:
    """A question as an author writes it."""
    raw = yaml.safe_load(written)
    kind = KINDS[raw["kind"]]
    for field, key in kind.shorthand.items():
        raw[field] = [{key: item} if isinstance(item, str) else item for item in raw.get(field, ())]
    made: Question = TypeAdapter(kind.record).validate_python(raw)
    return made


def hostile(asked: Question) -> Question:
    """The same question, with hostile text in every field that holds text."""
    made: Question = _spoilt(asked)
    return made


def full(kind: str) -> Question:
    """A kind's example with every field filled that all kinds have."""
    donor = example("open")
    asked = example(kind)
    return replace(
        asked,
        looking_for=asked.looking_for or donor.looking_for,
        answer=asked.answer or (None if kind == "story" else donor.answer),
        mistakes=donor.mistakes,
        follow_ups=donor.follow_ups,
        sources=tuple(replace(each, version="18.1", url="https://example.org/manual") for each in donor.sources),
    )


def asking(asked: Question, *, seed: int = 1, can_undo: bool = True, **heading: Any) -> Asking:
    """The screen that asks a question, third of ten."""
    kind = kind_of(asked)
    words: Mapping[str, Any] = {"area": asked.area, "skill": asked.skill, "level": asked.level, **heading}
    head = Heading(place=3, size=10, label=kind.label, can_undo=can_undo, **words)
    return Asking(
        head, asked, present(kind.gesture(asked), seed), note="My own note" if asked.kind == "story" else None
    )


def ticking(screen: Asking, told: str | None = None) -> Ticking:
    """The screen after a long answer was given."""
    gesture = screen.presented.gesture
    assert isinstance(gesture, SpeakThenTick)
    return Ticking(screen, gesture, told)


def revealing(screen: Asking, reply: Reply) -> Revealing:
    """What a reply, in the author's positions, was worth."""
    mark = kind_of(screen.question).mark(screen.question, reply)
    return Revealing(screen, mark, suggest(mark), screen.note)


def fronting(screen: Asking) -> Fronting:
    """The same question as a flashcard."""
    return Fronting(screen, kind_of(screen.question).back(screen.question))


def as_shown(presented: Presented, reply: Reply) -> Reply:
    """A reply in the author's positions, as a person gives it who sees the options in the order of the screen."""
    place = {author: shown for shown, author in enumerate(presented.order)}
    match reply:
        case Picked(choice=choice):
            return Picked(place[choice])
        case PickedSeveral(choices=choices):
            return PickedSeveral(frozenset(place[each] for each in choices))
        case Ordered(order=order):
            return Ordered(tuple(place[each] for each in order))
        case _:
            return reply


def first_step(presented: Presented, reply: Reply) -> Reply:
    """What the person does on the first screen in order to give a reply in the end."""
    return Told() if isinstance(reply, Ticked) else as_shown(presented, reply)


def drawn(renderable: RenderableType, width: int) -> str:
    """What a person without colours sees, ``width`` columns wide."""
    file = StringIO()
    console = make_console(file)
    console.width = width
    console.print(renderable)
    return file.getvalue()


def drawn_in_latin(renderable: RenderableType, width: int) -> str:
    """What comes out where the terminal's encoding is an old one."""
    file = TextIOWrapper(BytesIO(), encoding="latin-1", newline="")
    console = make_console(file)
    console.width = width
    console.print(renderable)
    file.seek(0)
    return file.read()


def drawn_in_colour(renderable: RenderableType, width: int) -> str:
    """The same with the codes that a terminal with colours gets."""
    console = make_console(StringIO())
    console.width = width
    console.record = True
    console.print(renderable)
    return console.export_text(styles=True)


def _spoilt(thing: Any) -> Any:
    if isinstance(thing, str):
        return f"{thing} {HOSTILE}"
    if isinstance(thing, tuple):
        return tuple(_spoilt(each) for each in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        changes = {each.name: _spoilt(getattr(thing, each.name)) for each in fields(thing) if each.name not in _NAMES}
        return replace(thing, **changes)
    return thing
