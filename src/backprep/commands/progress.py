"""``backprep progress …``: the file with the answers."""

from pathlib import Path
from typing import Annotated

import typer

from backprep.app.errors import Exit
from backprep.app.result import Result
from backprep.commands.options import Json, world_of

EXAMPLES = {
    "path": "backprep progress path",
    "export": "backprep progress export answers.jsonl",
    "import": "backprep progress import answers.jsonl",
    "backup": "backprep progress backup copy.sqlite3",
    "doctor": "backprep progress doctor",
    "restore": "backprep progress restore",
    "rebuild": "backprep progress rebuild",
    "orphans": "backprep progress orphans",
    "changed": "backprep progress changed",
    "reset": "backprep progress reset cap-theorem",
}


def path(ctx: typer.Context, as_json: Json = False) -> Result:
    """See where your answers are kept, and how many there are."""
    from dataclasses import asdict

    report = world_of(ctx).whereabouts()
    return Result("progress path", report, asdict(report), as_json)


def export(
    ctx: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A new file; standard output without it.")
    ] = None,
    as_json: Json = False,
) -> Result:
    """Write every answer, undo and note as JSON Lines: to keep, or to import elsewhere. Nothing is lost."""
    from backprep.app.errors import UsageError
    from backprep.app.transfer import ExportReport, export_lines

    lines = export_lines(world_of(ctx))
    if file is None:
        report = ExportReport(None, len(lines) - 1, lines)
    else:
        try:
            with file.open("x", encoding="utf-8", newline="\n") as out:
                out.writelines(f"{line}\n" for line in lines)
        except FileExistsError as error:
            raise UsageError("the file is there already", str(file), "Name a new one.") from error
        except OSError as error:
            raise UsageError(f"the file cannot be written: {error.strerror}", str(file), "Name another.") from error
        report = ExportReport(str(file), len(lines) - 1)
    data = {"file": report.file, "entries": report.entries, "lines": list(report.lines)}
    return Result("progress export", report, data, as_json)


def import_log(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `backprep progress export` wrote.")],
    as_json: Json = False,
) -> Result:
    """Add the answers of an exported log to yours. Importing twice changes nothing."""
    from dataclasses import asdict

    from backprep.app.errors import UsageError
    from backprep.app.transfer import import_lines

    try:
        lines = file.read_text("utf-8").removesuffix("\n").split("\n")
    except OSError as error:
        raise UsageError(f"the file cannot be read: {error.strerror}", str(file), "Check the path.") from error
    except UnicodeDecodeError as error:
        raise UsageError("the file is not UTF-8", str(file), "Import what `backprep progress export` wrote.") from error
    report = import_lines(world_of(ctx), lines, str(file))
    return Result("progress import", report, asdict(report), as_json)


def backup(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")],
    as_json: Json = False,
) -> Result:
    """Write a whole copy of the progress file, also while a session runs."""
    from backprep.app.transfer import DoneReport

    world_of(ctx).progress.back_up(file)
    return Result("progress backup", DoneReport(f"Copied to {file}"), {"file": str(file)}, as_json)


def doctor(
    ctx: typer.Context,
    salvage: Annotated[
        bool, typer.Option("--salvage", help="Make a new file of all that can be read. The damaged one is kept.")
    ] = False,
    as_json: Json = False,
) -> Result:
    """Check the progress file, and what was derived from its answers. Ends with 1 when something is wrong."""
    from backprep.app import transfer

    world = world_of(ctx)
    if salvage:
        done = transfer.salvage(world)
        return Result("progress doctor", done, {"said": done.said}, as_json)
    report = transfer.examine(world)
    data = {"file": report.file, "faults": list(report.faults)}
    bad = bool(report.faults)
    return Result("progress doctor", report, data, as_json, ok=not bad, exit=Exit.FAULTS if bad else Exit.FINE)


def restore(
    ctx: typer.Context,
    copy: Annotated[
        str | None, typer.Argument(metavar="[COPY]", help="A day such as 2026-11-23, or a file. Without it: a list.")
    ] = None,
    as_json: Json = False,
) -> Result:
    """Go back to a copy of your answers, or see which there are. What is there now is kept beside the copies."""
    from backprep.app import transfer

    world = world_of(ctx)
    if copy is None:
        report = transfer.CopiesReport(tuple(world.backups.copies()))
        data = [{"file": str(each.path), "answers": each.answers} for each in report.copies]
        return Result("progress restore", report, {"copies": data}, as_json)
    done = transfer.restore(world, copy)
    return Result("progress restore", done, {"said": done.said}, as_json)


def rebuild(ctx: typer.Context, as_json: Json = False) -> Result:
    """Derive everything anew from your answers. The answers themselves are not touched."""
    from backprep.app.transfer import DoneReport

    questions = world_of(ctx).progress.rebuild()
    said = f"Derived anew for {questions} question{'s' * (questions != 1)}."
    return Result("progress rebuild", DoneReport(said), {"questions": questions}, as_json)


def orphans(
    ctx: typer.Context,
    remove: Annotated[
        bool, typer.Option("--remove", help="Count them no more. Their answers stay in the log; undo takes it back.")
    ] = False,
    as_json: Json = False,
) -> Result:
    """See which questions you have answered that are in no bank any more. Nothing is removed unless you say so."""
    from dataclasses import asdict

    from backprep.app import transfer

    report = transfer.orphans(world_of(ctx), remove=remove)
    return Result("progress orphans", report, asdict(report), as_json)


def changed(ctx: typer.Context, as_json: Json = False) -> Result:
    """See which questions were edited since you answered them last. Your history stays with them."""
    from backprep.app.transfer import ChangedReport

    report = ChangedReport(tuple(world_of(ctx).catalogue.changed()))
    data = [{"id": each.id, "skill": each.skill, "prompt": each.prompt} for each in report.questions]
    return Result("progress changed", report, {"questions": data}, as_json)


def reset(
    ctx: typer.Context,
    questions: Annotated[list[str], typer.Argument(metavar="ID...", help="Questions, by their ids.")],
    as_json: Json = False,
) -> Result:
    """Begin anew with questions, as if you had never met them. Your answers stay in the log; undo takes it back."""
    from backprep.app import transfer

    count = transfer.reset(world_of(ctx), questions)
    said = f"{count} question{'s' * (count != 1)} will be asked as new. To take it back: backprep undo"
    return Result("progress reset", transfer.DoneReport(said), {"questions": sorted(set(questions))}, as_json)
