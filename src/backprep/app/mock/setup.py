"""Composing an interview for this person: their level, their weak areas, what they were asked lately."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from backprep.app.errors import BankError, UsageError
from backprep.app.find import area_of, one_of
from backprep.app.mock.kept import Interview
from backprep.app.world import World
from backprep.core.memory import DEFAULTS, Model
from backprep.core.mock.compose import LONGEST, SHORTEST, Wanted, compose, weights
from backprep.core.mock.plan import Plan
from backprep.core.question import LEVELS
from backprep.core.readiness import readiness
from backprep.core.study_day import study_day

_USUAL = "back-end"
_LATELY = 3
"""Interviews whose questions come seldom in the next one."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person said on the command line. Without a role it is an interview for a back-end developer."""

    minutes: int = 45
    level: str = "mid"
    role: str | None = None
    focus: Sequence[str] = ()


def plan_for(world: World, wishes: Wishes, seed: int, earlier: Sequence[Interview]) -> Plan:
    """The interview. Raises ``UsageError`` for words that mean nothing, ``BankError`` where there is no question."""
    if not SHORTEST <= wishes.minutes <= LONGEST:
        raise UsageError(
            f"an interview of {wishes.minutes} minutes cannot be composed",
            mend=f"Take {SHORTEST} to {LONGEST} minutes.",
        )
    roles = {each.id: each for each in world.catalogue.skills().roles}
    role = one_of(wishes.role, roles, "role") if wishes.role else _USUAL if _USUAL in roles else None
    level = LEVELS[LEVELS.index(one_of(wishes.level, LEVELS, "level"))]
    focus = tuple(dict.fromkeys(area_of(world.catalogue, word) for word in wishes.focus))
    settings = world.progress.settings()
    model = Model(settings.value("parameters") or DEFAULTS)
    today = study_day(world.clock.now(), settings.day_starts)
    known = {area: readiness(held, model).share for area, held in world.catalogue.holdings(today).items()}
    important = {skill.partition("/")[0] for skill in roles[role].skills} if role else set()
    lately = {planned.question for each in earlier[-_LATELY:] for planned in each.plan.questions}
    questions = [replace(each, asked=each.id in lately) for each in world.catalogue.spoken(seed)]
    wanted = Wanted(
        minutes=wishes.minutes,
        level=level,
        role=role,
        focus=focus,
        weights=weights(important, known),
    )
    try:
        return compose(questions, wanted, seed)
    except ValueError:
        raise BankError("no bank has a question that is answered aloud", mend="See: backprep bank list") from None
