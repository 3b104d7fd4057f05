"""How ready the person is, for every area and every skill."""

from backprep.app.world import World
from backprep.core.memory import DEFAULTS, Model
from backprep.core.readiness import Held, Readiness, readiness
from backprep.core.study_day import study_day


def readiness_of(world: World) -> dict[str, Readiness]:
    """By area and by ``area/skill``; nothing for somebody who has met no question."""
    if world.progress.last() is None:
        return {}
    settings = world.progress.settings()
    model = Model(settings.value("parameters") or DEFAULTS)
    today = study_day(world.clock.now(), settings.day_starts)
    skills = world.catalogue.holdings(today, by_skill=True)
    areas: dict[str, list[Held]] = {}
    for path, held in skills.items():
        areas.setdefault(path.partition("/")[0], []).extend(held)
    return {path: readiness(held, model) for path, held in (*skills.items(), *areas.items())}
