"""``backprep target set | show | close | clear``."""

import sys
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from backprep.app.errors import UsageError
from backprep.app.result import Result
from backprep.commands import complete
from backprep.commands.options import Json, world_of

if TYPE_CHECKING:
    from backprep.app.target import TargetLine
    from backprep.app.world import World
    from backprep.core.question import Level
    from backprep.core.target import Target

EXAMPLES = {
    "set": "backprep target set --date 2w --minutes 25 --area python=3",
    "show": "backprep target show",
    "close": "backprep target close --asked python --asked sql-mysql --felt 4",
    "clear": "backprep target clear",
}
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def choose(
    ctx: typer.Context,
    on: Annotated[
        str, typer.Option("--date", metavar="DATE", help="The day of the interview: 2026-12-10, or 10d or 2w from now.")
    ],
    minutes: Annotated[int, typer.Option("--minutes", "-m", metavar="M", help="Minutes for study in a day.")] = 25,
    level: Annotated[
        str | None,
        typer.Option("--level", "-l", metavar="LEVEL", help="junior, mid or senior.", autocompletion=complete.levels),
    ] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="ROLE", help="As in: backprep role.")] = None,
    area: Annotated[
        list[str] | None,
        typer.Option("--area", "-a", metavar="AREA=WEIGHT", help="How much an area counts; others count 1."),
    ] = None,
    days: Annotated[
        str | None, typer.Option("--days", metavar="DAYS", help="Days on which you study: mon-sat, or mon,wed,fri.")
    ] = None,
    off: Annotated[
        list[str] | None, typer.Option("--off", metavar="DATE", help="A day on which you do not study.")
    ] = None,
    as_json: Json = False,
) -> Result:
    """Say when your interview is. From then on quiz and cards ask what adds most to what you will know on that day.

    Several interviews can be set, one a date; the nearer one counts more. The same date again replaces it.
    """
    from backprep.app.target import set_target, target_report, today_of
    from backprep.core.target import EVERY_DAY, LEVELS, Target, date_of

    world = world_of(ctx)
    today = date_of(today_of(world))
    if level is not None and level not in LEVELS:
        raise UsageError(f"there is no level {level!r}", mend="Give junior, mid or senior.")
    target = Target(
        on=_date(on, today),
        minutes=minutes,
        level=cast("Level | None", level),
        role=role,
        areas=dict(_weight(each) for each in area or ()),
        days=_days(days) if days else EVERY_DAY,
        off=frozenset(_date(each) for each in off or ()),
    )
    line = set_target(world, target)
    return Result("target set", target_report(world), _line(line), as_json)


def show(ctx: typer.Context, as_json: Json = False) -> Result:
    """See your interviews: those to come, and those that are over."""
    from backprep.app.target import target_report

    world = world_of(ctx)
    report = target_report(world)
    if report.over and not as_json and sys.stdin.isatty():
        _ask_how_it_went(world, report.over[-1])
        report = target_report(world)
    data = {
        "coming": [_line(line) for line in report.coming],
        "over": [_data(each) for each in report.over],
        "closed": [_data(each) for each in report.closed],
    }
    return Result("target show", report, data, as_json)


def close(
    ctx: typer.Context,
    on: Annotated[str | None, typer.Option("--date", metavar="DATE", help="Which one; without it the last.")] = None,
    asked: Annotated[
        list[str] | None,
        typer.Option("--asked", metavar="AREA", help="An area that was asked.", autocompletion=complete.areas),
    ] = None,
    felt: Annotated[int, typer.Option("--felt", min=1, max=5, help="How it felt, from 1 (badly) to 5 (well).")] = 3,
    as_json: Json = False,
) -> Result:
    """Say how an interview went. What was asked counts more for the next one, the more so the worse it felt."""
    from backprep.app.target import close as close_target
    from backprep.app.target import target_report

    world = world_of(ctx)
    closed = close_target(world, _date(on) if on else None, asked or (), felt)
    return Result("target close", target_report(world), _data(closed), as_json)


def clear(
    ctx: typer.Context,
    on: Annotated[str | None, typer.Option("--date", metavar="DATE", help="Only the one on this day.")] = None,
    as_json: Json = False,
) -> Result:
    """Forget your interviews, or one of them: questions come back by the schedule again. Answers are kept."""
    from backprep.app.target import clear as clear_targets
    from backprep.app.target import target_report

    world = world_of(ctx)
    gone = clear_targets(world, _date(on) if on else None)
    return Result("target clear", target_report(world), [_data(each) for each in gone], as_json)


def _ask_how_it_went(world: "World", target: "Target") -> None:
    from backprep.app.target import close as close_target

    typer.echo(f"Your interview on {target.on:%A, %d %B} is over. Enter alone leaves this for later.")
    felt = typer.prompt("How did it feel, from 1 (badly) to 5 (well)", default="", show_default=False)
    if felt not in ("1", "2", "3", "4", "5"):
        return
    words = typer.prompt("Areas that were asked, such as python sql-mysql", default="", show_default=False)
    try:
        close_target(world, target.on, words.replace(",", " ").split(), int(felt))
    except UsageError as error:
        typer.echo(f"{error.what}. {error.mend or ''} Nothing was kept.")


def _date(text: str, today: date | None = None) -> date:
    """A date, or one so many days or weeks after today."""
    count, unit = text[:-1], text[-1:]
    if today and unit in ("d", "w") and count.isdecimal() and len(count) <= 3:
        return today + timedelta(days=int(count) * (7 if unit == "w" else 1))
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 (a date has no zone)
    except ValueError:
        mend = "Give year, month and day: 2026-12-10." + (" Or how far off it is: 10d, 2w." if today else "")
        raise UsageError(f"{text!r} is no date", mend=mend) from None


def _weight(text: str) -> tuple[str, float]:
    area, _, weight = text.partition("=")
    try:
        return area, float(weight or 2)
    except ValueError:
        raise UsageError(f"{weight!r} is no weight", mend="Give a number: --area sql-mysql=3.") from None


def _days(text: str) -> frozenset[int]:
    found: set[int] = set()
    for part in text.lower().replace(" ", "").split(","):
        first, _, last = part.partition("-")
        if first[:3] not in _WEEK or (last and last[:3] not in _WEEK):
            raise UsageError(f"{text!r} are no days", mend="Give days of the week: mon-sat, or mon,wed,fri.")
        start = _WEEK.index(first[:3])
        count = (_WEEK.index(last[:3]) - start) % 7 if last else 0
        found |= {(start + each) % 7 for each in range(count + 1)}
    return frozenset(found)


def _line(line: "TargetLine") -> dict[str, Any]:
    return {**_data(line.target), "days_left": line.days, "study_days": line.study_days, "hours": round(line.hours, 1)}


def _data(target: "Target") -> dict[str, Any]:
    outcome = target.outcome
    return {
        "date": target.on.isoformat(),
        "minutes": target.minutes,
        "level": target.level,
        "role": target.role,
        "areas": dict(target.areas),
        "days": [_WEEK[day] for day in sorted(target.days)],
        "off": sorted(each.isoformat() for each in target.off),
        "outcome": {"areas": list(outcome.areas), "felt": outcome.felt} if outcome else None,
    }
