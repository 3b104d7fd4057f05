"""Draws how a session went, or why there was none."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from backprep.app.run import Nothing, SessionReport
from backprep.ui.literal import literal
from backprep.ui.look import Signs


def session_end(report: SessionReport, signs: Signs) -> RenderableType:
    """How it went by skill, what to study, and how to go on."""
    if report.interrupted:
        if not report.answered:
            return Text(f" Stopped. Nothing was answered yet. Begin again with: backprep {report.kind}")
        return Text(f" Stopped. {_answers(report.answered)} kept. Go on with: backprep {report.kind} --resume")
    if not report.answered:
        return Text(f" Nothing was answered, so nothing was recorded. Begin again with: backprep {report.kind}")
    table = Table(box=None, pad_edge=True, show_edge=False, padding=(0, 2, 0, 0), title_justify="left")
    table.add_column("Skill", overflow="fold")
    table.add_column("Answered", justify="right", no_wrap=True)
    table.add_column("Right", justify="right", no_wrap=True)
    table.add_column("Share", no_wrap=True)
    for result in report.results:
        table.add_row(
            literal(report.titles[result.skill]),
            f"{result.answered}",
            f"{result.right}",
            Text.assemble((_bar(result.share, 10, signs), _tone(result.share)), f" {round(result.share * 100):3d} %"),
        )
    rows: list[RenderableType] = [
        Text.assemble(
            "\n ",
            ("Done. " if report.complete else "Stopped here. ", "bold"),
            f"{_answers(report.answered)} kept, {report.right} fully right",
            f", {report.skipped} skipped." if report.skipped else ".",
        ),
        Text(),
        Padding(table, (0, 0, 0, 1)),
    ]
    weak = [result for result in report.results if result.share < 0.8][:3]
    if weak:
        rows += [Text(), Text(" To study next:", "bold")]
        # Never broken in two: these are to be copied.
        rows += [
            Text.assemble("   ", (f"backprep skills {result.skill}", "key"), no_wrap=True, overflow="ignore")
            for result in weak
        ]
    if report.repeats:
        those = "1 question" if report.repeats == 1 else f"{report.repeats} questions"
        rows += [Text(), Text(f" {those} that you missed will be asked again in 10 minutes or so.")]
    go_on = f"backprep {report.kind}{'' if report.complete else ' --resume'}"
    rows += [Text(), Text.assemble(" Go on with: ", (go_on, "key"))]
    return Group(*rows)


def nothing(view: Nothing) -> RenderableType:
    """Why nothing is asked, when the next question comes back, and how to go on all the same."""
    if view.mistakes:
        when = "today" if view.mistakes == "today" else "in the last seven days"
        return Text(f"Nothing went wrong {when}. Go on with: backprep {view.kind}")
    rows = []
    if view.days is not None:
        many = "1 question comes" if view.count == 1 else f"{view.count} questions come"
        when = "later today" if view.days == 0 else "tomorrow" if view.days == 1 else f"in {view.days} days"
        rows.append(f"Nothing is due now: {many} back {when}.")
    if view.held_back:
        rows.append("You have met as many new questions today as you set out to (see: backprep config).")
    rows.append(f"To go on all the same, without moving any date: backprep {view.kind} --cram")
    return Text("\n".join(rows))


def _answers(count: int) -> str:
    return "1 answer is" if count == 1 else f"{count} answers are"


def _bar(share: float, width: int, signs: Signs) -> str:
    full = round(share * width)
    return signs.done * full + signs.to_do * (width - full)


def _tone(share: float) -> str:
    return "right" if share >= 0.8 else "missed" if share >= 0.5 else "wrong"
