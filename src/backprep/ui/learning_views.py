"""Draws what is known of the person's memory."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from backprep.app.learning import MemoryReport, Quality, TuningReport
from backprep.ui.look import Signs

_WIDTH = 20


def memory(report: MemoryReport, signs: Signs) -> RenderableType:
    """Predicted beside actual recall, bin by bin, and the figures that sum it up."""
    if report.plain is None or report.fitted is None or report.recalled is None:
        return Text(
            "Nothing to compare yet: no question was answered again on a later day.\n"
            "Study for a few days and look again: backprep quiz"
        )
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("Predicted", "Actual", "Answers"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for each in report.fitted.bins:
        table.add_row(f"{each.predicted:.0%}", f"{each.actual:.0%}", f"{each.count}", _bar(each.actual, signs))
    mixed = "" if report.trust is None else f", which counts {1 - report.trust:.0%}"
    return Group(
        Text(f"You recalled {report.recalled:.1%} of {report.predictions} answers a day or more after the last one."),
        Text(),
        table,
        Text(),
        _figures("the model", report.plain),
        _figures(f"fitted to you{mixed}", report.fitted),
        Text(),
        Text(
            "Log loss: less is better. AUC: 1 tells what you will recall from what you will not, 0.5 guesses.", "quiet"
        ),
    )


def _bar(share: float, signs: Signs) -> str:
    full = round(share * _WIDTH)
    return signs.done * full + signs.to_do * (_WIDTH - full)


def _figures(name: str, quality: Quality) -> Text:
    area = "-" if quality.auc is None else f"{quality.auc:.3f}"
    return Text(f"log loss {quality.log_loss:.4f}, AUC {area}: {name}")


def tuning(report: TuningReport) -> RenderableType:
    """What the fit gained, and what became of it."""
    found = report.tuning
    if found.before is None or found.after is None:
        missing = report.least - found.reviews
        return Text(
            f"Too little to fit: {found.reviews} answers came a day or more after the one before, {report.least} are"
            f" needed.\n{missing} to go. Until then the model of everybody is the better one."
        )
    figures = f"Log loss on your newest answers: {found.before:.4f} now, {found.after:.4f} with the fit."
    if found.parameters is None:
        return Text(f"{figures}\nThe fit is no better, so nothing was changed.")
    if report.adopted:
        return Text(f"{figures}\nAdopted. Your dates follow from it now. To go back: backprep config reset parameters")
    return Text(f"{figures}\nNot adopted. To adopt it: backprep tune --yes")
