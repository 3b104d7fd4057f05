"""Every screen that a question is ever seen on."""

import re
from typing import Any

from rich.console import Group, RenderableType

from backprep.app.screens import Asking
from backprep.core.gesture import FillIn, SpeakThenTick
from backprep.core.question import Question
from backprep.core.reply import Reply
from backprep.ui import draw
from backprep.ui.interaction import Interaction
from backprep.ui.interactions import Rate, Waiting, interaction_for
from backprep.ui.lists import TickingPoints
from backprep.ui.look import Signs
from ui.samples import (
    asking,
    drawn,
    fronting,
    revealing,
    ticking,
)

WIDTHS = [60, 80, 120, 200]
SIGNS = Signs()


def machine(screen: Asking) -> list[RenderableType]:
    """The options, the boxes, the clock: what stands below the question."""
    if isinstance(screen.presented.gesture, FillIn):
        return []
    interaction = interaction_for(screen, lambda: 12.0)
    return [interaction.draw(SIGNS), keys(interaction)]


def keys(interaction: Interaction, in_full: bool = True) -> RenderableType:
    """The keys at the bottom."""
    return draw.foot(interaction.all_keys(), in_full, SIGNS)


def above(screen: Asking, signs: Signs = SIGNS) -> list[RenderableType]:
    """The place in the session and the question in its frame."""
    return [draw.heading(screen.heading, signs), draw.question(screen, signs)]


def screens(asked: Question, reply: Reply, **heading: Any) -> dict[str, RenderableType]:
    """Every screen that a question is ever seen on."""
    screen = asking(asked, **heading)
    card = fronting(screen)
    made: dict[str, RenderableType] = {
        "ask": Group(*above(screen), *machine(screen)),
        "reveal": Group(*above(screen), draw.reveal(revealing(screen, reply), SIGNS), keys(Waiting(()))),
        "front": Group(*above(screen), draw.front(card, SIGNS)),
        "back": Group(*above(screen), draw.back(card, SIGNS), Rate(()).draw(SIGNS), keys(Rate(()))),
    }
    if isinstance(screen.presented.gesture, SpeakThenTick):
        points = TickingPoints(screen.presented.gesture, ())
        told = ticking(screen, "What I typed")
        made["tick"] = Group(*above(screen), draw.model_answer(asked, told.told), points.draw(SIGNS), keys(points))
    return made


def seen(asked: Question, reply: Reply, width: int = 100) -> dict[str, str]:
    """The same as text without colours."""
    return {name: drawn(screen, width) for name, screen in screens(asked, reply).items()}


def flat(text: str) -> str:
    """The text without frames and without the places where lines were broken."""
    return " ".join(re.sub("[│╭╮╰╯─]", " ", text).split())


def texts(asked: Question) -> list[str]:
    """What an author wrote for the end of a question: mistakes, follow-ups, sources."""
    wanted = [each for mistake in asked.mistakes for each in (mistake.claim, mistake.why)]
    wanted += [each for follow_up in asked.follow_ups for each in (follow_up.ask, follow_up.good) if each]
    wanted += [
        each for source in asked.sources for each in (source.title, source.at, source.version, source.url) if each
    ]
    return wanted
