"""Setting, looking at and closing the interviews that a person studies for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from backprep.app.errors import UsageError
from backprep.app.world import World
from backprep.core.review import Chosen
from backprep.core.study_day import study_day
from backprep.core.suggest import did_you_mean
from backprep.core.target import Outcome, Target, asked_before, targets_in, to_text, weight_of_area


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target, the days until it, the study days among them, and the hours that they hold."""

    target: Target
    days: int
    study_days: int

    @property
    def hours(self) -> float:
        """For study, in all."""
        return self.study_days * self.target.minutes / 60


@dataclass(frozen=True, slots=True)
class TargetReport:
    """Those to come, those that are over and were not closed, and those that were."""

    coming: tuple[TargetLine, ...]
    over: tuple[Target, ...]
    closed: tuple[Target, ...]


def today_of(world: World) -> int:
    """The study day that it is."""
    return study_day(world.clock.now(), world.progress.settings().day_starts)


def target_report(world: World) -> TargetReport:
    """All targets."""
    today = today_of(world)
    found = targets_in(world.progress.settings().chosen)
    coming = (each for each in found if each.day > today and each.outcome is None)
    return TargetReport(
        tuple(TargetLine(each, each.day - today, len(each.study_days(today))) for each in coming),
        tuple(each for each in found if each.day <= today and each.outcome is None),
        tuple(each for each in found if each.outcome is not None),
    )


def set_target(world: World, target: Target) -> TargetLine:
    """Keeps a target; one of the same date is replaced. Raises ``UsageError`` for what cannot be."""
    today = today_of(world)
    if target.day <= today:
        raise UsageError(f"{target.on} is not in the future", mend="Give the date of an interview that is to come.")
    if not 1 <= target.minutes <= 600:
        raise UsageError(f"{target.minutes} minutes a day cannot be", mend="Give minutes from 1 to 600.")
    _check_areas(world, target.areas)
    roles = [role.id for role in world.catalogue.skills().roles]
    if target.role and roles and target.role not in roles:
        raise UsageError(f"there is no role {target.role!r}", mend=f"Known: {', '.join(roles)}.")
    if not target.study_days(today):
        raise UsageError("no day of study is left until then", mend="Leave fewer days out: --days, --off.")
    _record(world, target, to_text(target))
    return TargetLine(target, target.day - today, len(target.study_days(today)))


def clear(world: World, on: date | None) -> tuple[Target, ...]:
    """Forgets the target of a date, or all that are to come. Raises ``UsageError`` where there is none."""
    report = target_report(world)
    found = [line.target for line in report.coming] if on is None else []
    if on is not None:
        known = [*(line.target for line in report.coming), *report.over, *report.closed]
        found = [each for each in known if each.on == on]
        if not found:
            raise UsageError(f"there is no target on {on}", mend="See: backprep target show")
    for each in found:
        _record(world, each, None)
    return tuple(found)


def close(world: World, on: date | None, areas: Sequence[str], felt: int) -> Target:
    """Says how an interview went; without a date the latest that is over. What was asked counts more for the next."""
    report = target_report(world)
    found = [each for each in report.over if on is None or each.on == on]
    if not found:
        raise UsageError("there is no interview that is over and was not closed", mend="See: backprep target show")
    _check_areas(world, dict.fromkeys(areas, 1.0))
    closed = replace(found[-1], outcome=Outcome(tuple(dict.fromkeys(areas)), felt))
    _record(world, closed, to_text(closed))
    return closed


def weights(world: World, target: Target) -> Mapping[str, float]:
    """By area: how much its questions count."""
    report = target_report(world)
    asked = asked_before(report.closed)
    areas: set[str] = set()
    if target.role:
        roles = world.catalogue.skills().roles
        areas = {skill.partition("/")[0] for role in roles if role.id == target.role for skill in role.skills}
    titles = world.catalogue.skill_titles()
    return {area: weight_of_area(target, area, areas, asked) for area in titles if "/" not in area}


def _check_areas(world: World, areas: Mapping[str, float]) -> None:
    known = [path for path in world.catalogue.skill_titles() if "/" not in path]
    for area, weight in areas.items():
        if area not in known:
            near = did_you_mean(area, known)
            raise UsageError(
                f"there is no area {area!r}", mend=f"Did you mean {near}?" if near else "See: backprep skills"
            )
        if not 0 <= weight <= 100:
            raise UsageError(f"{weight:g} is no weight for {area}", mend="Give a number from 0 to 100.")


def _record(world: World, target: Target, text: str | None) -> None:
    world.progress.record(Chosen(id=world.ids.new(), setting=target.name, at=world.clock.now(), value=text))
