"""How targets, plans and what came of them are drawn."""

from datetime import date

import pytest
from rich.console import Console

from backprep.app.plan import Foreseen, PlanDay, PlanReport, ReviewReport
from backprep.app.target import TargetLine, TargetReport
from backprep.core.target import Outcome, Target
from backprep.ui.look import signs_for
from backprep.ui.views import drawing

TARGET = Target(
    on=date(2026, 12, 10), level="mid", role="back-end", areas={"python": 3.0}, days=frozenset(range(6)),
    off=frozenset({date(2026, 12, 6)}),
)  # fmt: skip
DAYS = tuple(
    PlanDay(date(2026, 11, 10 + at % 20), 25, {"python": 5}, {"x": 3} if at else {}, 0.3 + at / 200) for at in range(35)
)
PLAN = PlanReport(
    target=TARGET, today=date(2026, 11, 23), now=0.12, readiness=0.71, low=0.64, high=0.78, more=0.75, less=0.66,
    questions=200, left_out=30, days=DAYS, titles={"python": "Python [b]"},
)  # fmt: skip


def drawn(report: object, width: int = 80) -> str:
    """A report as text."""
    console = Console(width=width, force_terminal=False, markup=False)
    with console.capture() as capture:
        console.print(drawing(report, signs_for(console), width))
    return capture.get()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_plan_says_what_will_be_known(width: int) -> None:
    """The forecast with its bounds, what ten minutes change, what is left out, and every day within the width."""
    text = drawn(PLAN, width)
    words = " ".join(text.split())
    for said in ("71%", "between 64% and 78%", "12%", "75%", "66%", "30 of 200", "and 5 days more", "backprep quiz"):
        assert said in words
    assert all(len(line) <= width for line in text.splitlines())
    assert ("Python [b]" in text) == (width > 60)


def test_interviews_to_come_over_and_closed() -> None:
    """What was set is said in words, and what to type about one that is over."""
    report = TargetReport(
        (TargetLine(TARGET, 17, 15),),
        (Target(on=date(2026, 11, 1)),),
        (
            Target(on=date(2026, 10, 1), outcome=Outcome(("python",), 2)),
            Target(on=date(2026, 9, 1), outcome=Outcome((), 5)),
        ),
    )
    words = " ".join(drawn(report).split())
    for said in (
        "Thursday, 10 December 2026, in 17 days", "15 days of study: 6 hours", "For mid back-end.", "python 3",
        "Mon, Tue, Wed, Thu, Fri, Sat", "Not on 2026-12-06", "is over. How did it go?",
        "target close --date 2026-11-01",
        "felt 2 of 5; asked: python", "nothing noted", "backprep plan",
    ):  # fmt: skip
        assert said in words
    assert "target set --date" in drawn(TargetReport((), (), ()))


def test_looking_back_says_whether_it_was_foreseen() -> None:
    """Better, worse or as foreseen, by area and in all."""
    for recalled, said in ((0.81, "as foreseen"), (0.9, "10% better than foreseen"), (0.6, "20% worse than foreseen")):
        found = Foreseen(20, 0.8, recalled)
        text = drawn(ReviewReport(TARGET, found, {"python": found}, {"python": "Python"}))
        assert said in text
        assert "Python" in text
