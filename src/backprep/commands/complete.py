"""What the shell completes words to. Whatever goes wrong here, the shell completes nothing, and says nothing."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

import typer

Words = Iterable[tuple[str, str]]


def _completing(known: Callable[[Any], Words]) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """Words with a description each, of which those are offered that begin with what is typed."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        world = ctx.find_root().obj
        with suppress(Exception):
            return [(word, about) for word, about in known(world) if word.startswith(incomplete)]
        return []

    return complete


def _titles(world: Any) -> dict[str, str]:
    return dict(world.catalogue.skill_titles())


def _questions(world: Any) -> Words:
    from backprep.app.found import Filter

    return ((each.id, " ".join(each.prompt.split())[:60]) for each in world.catalogue.questions(Filter()))


areas = _completing(lambda world: ((path, title) for path, title in _titles(world).items() if "/" not in path))
skills = _completing(lambda world: _titles(world).items())
banks = _completing(lambda world: ((each.id, each.title) for each in world.catalogue.banks()))
questions = _completing(_questions)
stories = _completing(lambda world: _stories(world))
topics = _completing(lambda world: ((name, "") for name in world.help_texts()))
settings = _completing(lambda world: _settings())
roles = _completing(lambda world: ((each.id, each.title) for each in world.catalogue.skills().roles))
levels = _completing(lambda world: ((level, "") for level in ("junior", "mid", "senior")))


def _kinds() -> Words:
    from backprep.kinds import KINDS

    return ((name, kind.label) for name, kind in KINDS.items())


def _settings() -> Words:
    from backprep.core.settings import SETTINGS

    return ((each.name, each.about) for each in SETTINGS.values())


def _stories(world: Any) -> Words:
    from backprep.app.story.kept import stories as held

    return ((str(each.number), each.story.title) for each in held(world))


kinds = _completing(lambda world: _kinds())
