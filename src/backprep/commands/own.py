"""``backprep note | edit | suspend | unsuspend | flag``."""

from typing import Annotated

import typer

from backprep.app.errors import Exit
from backprep.app.result import Result
from backprep.commands import complete
from backprep.commands.options import Json, world_of

EXAMPLES = {
    "note": 'backprep note cap-theorem "CAP: what a partition costs."',
    "edit": "backprep edit cap-theorem",
    "suspend": "backprep suspend cap-theorem",
    "unsuspend": "backprep unsuspend cap-theorem",
    "flag": 'backprep flag cap-theorem --why "The second source has moved."',
}

Id = Annotated[str, typer.Argument(metavar="ID", help="The question's id.", autocompletion=complete.questions)]


def note(
    ctx: typer.Context,
    question: Id,
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="The note; without it your editor opens. Empty: no note.")
    ] = None,
    as_json: Json = False,
) -> Result:
    """Keep your own words with a question. They are shown when it is revealed, and by `show`."""
    from backprep.app.own import write_note
    from backprep.app.transfer import DoneReport

    kept = write_note(world_of(ctx), question, text)
    said = f"Kept with {question}." if kept else f"There is no note on {question}."
    return Result("note", DoneReport(said), {"question": question, "note": kept}, as_json)


def edit(ctx: typer.Context, question: Id, as_json: Json = False) -> Result:
    """Open a question's bank at its line in your editor, and check the bank afterwards. Ends with 1 on faults."""
    from dataclasses import asdict

    from backprep.app.own import edit as edit_question

    report = edit_question(world_of(ctx), question)
    well = not report.faults
    data = {"faults": [asdict(fault) for fault in report.faults]}
    return Result("edit", report, data, as_json, ok=well, exit=Exit.FINE if well else Exit.FAULTS)


def suspend(
    ctx: typer.Context,
    questions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]...",
            help="Questions; without any: those you have suspended.",
            autocompletion=complete.questions,
        ),
    ] = None,
    as_json: Json = False,
) -> Result:
    """Keep questions from being asked. Their history stays; `unsuspend` lets them be asked again."""
    from backprep.app.own import suspend as suspend_questions
    from backprep.app.own import suspended
    from backprep.app.transfer import DoneReport

    world = world_of(ctx)
    if questions:
        count = suspend_questions(world, questions, on=True)
        said = f"{count} question{'s' * (count != 1)} will not be asked. To undo it: backprep unsuspend ID"
    held = suspended(world)
    if not questions:
        said = "\n".join(held) if held else "No question is kept from being asked."
    return Result("suspend", DoneReport(said), {"suspended": list(held)}, as_json)


def unsuspend(
    ctx: typer.Context,
    questions: Annotated[
        list[str], typer.Argument(metavar="ID...", help="Questions, by their ids.", autocompletion=complete.questions)
    ],
    as_json: Json = False,
) -> Result:
    """Let questions be asked again."""
    from backprep.app.own import suspend as suspend_questions
    from backprep.app.own import suspended
    from backprep.app.transfer import DoneReport

    world = world_of(ctx)
    count = suspend_questions(world, questions, on=False)
    said = f"{count} question{'s' * (count != 1)} will be asked again."
    return Result("unsuspend", DoneReport(said), {"suspended": list(suspended(world))}, as_json)


def flag(
    ctx: typer.Context,
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="The question; without it: everything that you flagged.",
            autocompletion=complete.questions,
        ),
    ] = None,
    why: Annotated[str, typer.Option("--why", "-w", metavar="TEXT", help="What is wrong with it.")] = "",
    as_json: Json = False,
) -> Result:
    """Say what is wrong with a question. It is collected in a file that you can send to whoever wrote it."""
    from backprep.app.own import FlagsReport
    from backprep.app.own import flag as flag_question
    from backprep.app.transfer import DoneReport

    world = world_of(ctx)
    if question is not None:
        file = flag_question(world, question, why)
        return Result("flag", DoneReport(f"Kept in {file}"), {"file": str(file)}, as_json)
    path, text = world.flags.read()
    return Result("flag", FlagsReport(str(path), text), {"file": str(path), "text": text}, as_json)
