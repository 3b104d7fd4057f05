"""``backprep find``."""

from dataclasses import asdict
from typing import Annotated

import typer

from backprep.app.result import Result
from backprep.commands.options import Json, world_of

EXAMPLE = "backprep find partition consistency"


def find(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words, or their beginnings; all of them.")],
    count: Annotated[int, typer.Option("--count", "-n", metavar="N", min=1, max=1000, help="How many to show.")] = 10,
    as_json: Json = False,
) -> Result:
    """Search the prompts, the answers and the explanations of all questions. The best matches come first."""
    from backprep.app.find import find_questions
    from backprep.app.found import HIT, HIT_ENDS

    report = find_questions(world_of(ctx).catalogue, words, count)
    data = [asdict(each) | {"passage": each.passage.replace(HIT, "").replace(HIT_ENDS, "")} for each in report.found]
    return Result("find", report, {"words": list(report.words), "found": data}, as_json)
