"""``backprep plan``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backprep.app.errors import UsageError
from backprep.app.result import Result
from backprep.commands.options import Json, world_of

if TYPE_CHECKING:
    from backprep.app.plan import PlanReport, ReviewReport

EXAMPLE = "backprep plan"


def plan(
    ctx: typer.Context,
    review: Annotated[
        bool, typer.Option("--review", help="After an interview: what was foreseen a week before, and what came.")
    ] = False,
    ics: Annotated[
        Path | None, typer.Option("--ics", metavar="FILE", help="Write the days of study to a calendar file.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Write the same to FILE.svg, FILE.html or FILE.txt.")
    ] = None,
    as_json: Json = False,
) -> Result:
    """See the days until your interview: what each will hold, and what you will know at their end.

    It is played many times with somebody who forgets as you do. A day that you miss changes the plan, and nothing else.
    """
    world = world_of(ctx)
    if review:
        from backprep.app.plan import review_report

        found = review_report(world)
        return Result("plan", found, _hindsight(found), as_json, save=save)
    from backprep.app.plan import plan_report

    _ = world.catalogue  # with a bar of its own where it takes time
    with world.waiting("Playing the days until your interview"):
        report = plan_report(world)
    if ics is not None:
        _write(ics, world.calendar(report))
    return Result("plan", report, {**_data(report), "ics": str(ics) if ics else None}, as_json, save=save)


def _write(file: Path, text: bytes) -> None:
    try:
        file.write_bytes(text)
    except OSError as error:
        raise UsageError(
            f"the calendar cannot be written: {error.strerror}", str(file), "Name a file in a folder of yours."
        ) from error


def _data(report: "PlanReport") -> dict[str, Any]:
    return {
        "date": report.target.on.isoformat(),
        "minutes": report.target.minutes,
        "now": round(report.now, 4),
        "readiness": round(report.readiness, 4),
        "low": round(report.low, 4),
        "high": round(report.high, 4),
        "ten_minutes_more": round(report.more, 4),
        "ten_minutes_less": None if report.less is None else round(report.less, 4),
        "questions": report.questions,
        "left_out": report.left_out,
        "days": [
            {
                "date": each.on.isoformat(),
                "minutes": each.minutes,
                "new": dict(each.new),
                "again": dict(each.again),
                "readiness": round(each.readiness, 4),
            }
            for each in report.days
        ],
    }


def _hindsight(report: "ReviewReport") -> dict[str, Any]:
    def figures(each: Any) -> dict[str, Any]:
        return {"answers": each.answers, "foreseen": round(each.foreseen, 4), "recalled": round(each.recalled, 4)}

    return {
        "date": report.target.on.isoformat(),
        "all": figures(report.all),
        "areas": {area: figures(each) for area, each in report.areas.items()},
    }
