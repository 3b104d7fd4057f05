"""A report of every sort, to be drawn."""

from app.trees import TREE
from backprep.app.found import BankInfo, Listed, SkippedBank, Tally
from backprep.app.reports import (
    BankReport,
    BanksReport,
    CheckReport,
    Welcome,
    roles_report,
    skills_report,
)
from backprep.app.run import SessionReport
from backprep.core.problem import Fault
from backprep.core.rating import Rating
from backprep.core.review import LastAnswer
from backprep.core.summary import SkillResult
from fakes import MemoryCatalogue
from ui.samples import example

WIDTHS = [60, 80, 120]


class Answered(MemoryCatalogue):
    """A catalogue whose questions were answered once each."""

    def tallies(self) -> dict[str, Tally]:
        """One skill with every rating in it."""
        return {"api-design/rate-limiting": Tally(10, 4, 1, 1, 1, 1), "python/gil": Tally(1, 0)}


CATALOGUE = Answered([example("fill"), example("choice")], tree=TREE)
FAULTS = (
    Fault("/own/bank.yaml", 12, 5, "cap-theorem", "weights", "the weights sum to 90", "Raise some by 10 in all."),
    Fault("/own/other.yaml", 0, 0, None, "unreadable", "it cannot be read", "Check the rights."),
)
LISTED = (
    Listed("a", "python/gil", "mid", "true_false", "python", "A prompt that is " + "long " * 60, None),
    Listed("b", "python/gil", "senior", "open", "python", "Why?", LastAnswer(2, 5, Rating.AGAIN)),
    Listed("c", "python/gil", "junior", "choice", "python", "Which?", LastAnswer(1, 5, Rating.EASY)),
)
LONG_ID = "behavioural-communication-career"
SHIPPED = BankInfo("python", "Python", "/data/python.yaml", 120, {"open": 60, "choice": 60}, {"junior": 40, "mid": 80})
OWN = BankInfo(LONG_ID, "My own questions", "/home/me/banks/own.yaml", 1, {"open": 1}, {"senior": 1}, "About.", False)
BANKS = BanksReport((SHIPPED, OWN), (SkippedBank("/own/bad.yaml", 1), SkippedBank("/own/worse.yaml", 12)))
SESSION = SessionReport(
    kind="quiz",
    answered=7,
    right=3,
    skipped=2,
    interrupted=False,
    complete=True,
    results=(
        SkillResult("python/gil", 3, 0, 0.1),
        SkillResult("api-design/rate-limiting", 2, 1, 0.6),
        SkillResult("sql-mysql/joins", 2, 2, 1.0),
    ),
    titles={"python/gil": "The GIL and threads", "api-design/rate-limiting": "Limits", "sql-mysql/joins": "Joins"},
)
REPORTS: dict[str, object] = {
    "welcome": Welcome(),
    "session": SESSION,
    "skills": skills_report(CATALOGUE, None),
    "skill": skills_report(CATALOGUE, "throttling"),
    "roles": roles_report(CATALOGUE, None),
    "role": roles_report(CATALOGUE, "back-end"),
    "banks": BANKS,
    "bank": BankReport(OWN, LISTED),
    "check": CheckReport(2, FAULTS),
    "no faults": CheckReport(1, ()),
}


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
