"""``backprep bank list | show | check | lint | schema``."""

from pathlib import Path
from typing import Annotated

import typer

from backprep.app.errors import Exit
from backprep.app.result import Result
from backprep.commands.options import Json, world_of

EXAMPLES = {
    "list": "backprep bank list",
    "show": "backprep bank show interview",
    "check": "backprep bank check my-bank.yaml",
    "lint": "backprep bank lint my-bank.yaml",
    "schema": "backprep bank schema > bank.schema.json",
}


def list_banks(ctx: typer.Context, as_json: Json = False) -> Result:
    """See the banks, and how many questions of which kind and level are in them."""
    from backprep.app.reports import BanksReport, bank_data

    catalogue = world_of(ctx).catalogue
    report = BanksReport(tuple(catalogue.banks()), tuple(catalogue.skipped()))
    data = {
        "banks": [bank_data(bank) for bank in report.banks],
        "skipped": [{"path": each.path, "faults": each.faults} for each in report.skipped],
    }
    return Result("bank list", report, data, as_json)


def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="BANK", help="The bank's id, or a file.")],
    as_json: Json = False,
) -> Result:
    """See the questions of one bank, and how you stand with each."""
    from backprep.app.reports import bank_data, bank_report, listed_data

    report = bank_report(world_of(ctx).limited_to([name]).catalogue)
    data = {**bank_data(report.bank), "list": [listed_data(each) for each in report.questions]}
    return Result("bank show", report, data, as_json)


def check(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files or folders; all banks in use without it.")
    ] = None,
    as_json: Json = False,
) -> Result:
    """Find every fault of a bank: where it is, what is wrong, and how to mend it. Ends with 1 when there are any."""
    from backprep.app.reports import CheckReport, fault_data

    files, faults = world_of(ctx).checker.check(paths or [])
    report = CheckReport(len(files), tuple(faults))
    data = {"files": [str(file) for file in files], "faults": [fault_data(fault) for fault in faults]}
    return Result("bank check", report, data, as_json, ok=not faults, exit=Exit.FAULTS if faults else Exit.FINE)


def lint(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files or folders; all banks in use without it.")
    ] = None,
    as_json: Json = False,
) -> Result:
    """Find what could be better in a bank: style, gaps, and what gives answers away. Ends with 1 when there is any."""
    from backprep.app.reports import LintReport, fault_data

    found = world_of(ctx).checker.lint(paths or [])
    report = LintReport(len(found.files), tuple(found.faults), tuple(found.advice), found.banks, found.questions)
    data = {
        "files": [str(file) for file in found.files],
        "banks": found.banks,
        "questions": found.questions,
        "faults": [fault_data(fault) for fault in found.faults],
        "advice": [fault_data(each) for each in found.advice],
    }
    code = Exit.BANK if found.faults else Exit.FAULTS if found.advice else Exit.FINE
    return Result("bank lint", report, data, as_json, ok=code is Exit.FINE, exit=code)


def schema(ctx: typer.Context, as_json: Json = False) -> Result:
    """Print the JSON Schema of a bank, for editors that complete and check YAML."""
    from backprep.app.reports import SchemaReport

    report = SchemaReport(world_of(ctx).bank_schema())
    return Result("bank schema", report, report.schema, as_json)
