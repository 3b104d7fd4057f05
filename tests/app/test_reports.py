"""What the commands that look things up return, and what scripts get with ``--json``."""

import json
from typing import Any

import pytest

from app.trees import TREE
from backprep.app.errors import UsageError
from backprep.app.found import BankInfo, Listed, Tally
from backprep.app.reports import (
    RolesReport,
    SkillReport,
    SkillsReport,
    bank_data,
    bank_report,
    fault_data,
    listed_data,
    roles_data,
    roles_report,
    skills_data,
    skills_report,
)
from backprep.core.instant import Instant
from backprep.core.problem import Fault
from backprep.core.rating import Rating
from backprep.core.review import LastAnswer, Review
from fakes import MemoryCatalogue, MemoryProgress
from ui.samples import example

TALLY_KEYS = ["questions", "met", "again", "hard", "good", "easy"]
SKILL_KEYS = ["id", "title", "checks", "named", "aliases", "read", *TALLY_KEYS, "readiness"]
AREA_KEYS = ["id", "title", "about", "named", *TALLY_KEYS, "readiness", "skills"]
LISTED_KEYS = ["id", "skill", "level", "kind", "bank", "prompt", "times", "last_rating"]


class Tallied(MemoryCatalogue):
    """A catalogue with some answers behind it."""

    def tallies(self) -> dict[str, Tally]:
        """Two skills that were met."""
        return {
            "api-design/rate-limiting": Tally(questions=3, met=2, again=1, good=1),
            "api-design/idempotency": Tally(questions=2, met=1, hard=1),
        }


CATALOGUE = Tallied([example("fill"), example("choice")], tree=TREE)


def as_json(data: Any) -> Any:
    """The data as a script reads it."""
    return json.loads(json.dumps(data))


# Skills ---------------------------------------------------------------------------------------------------------


def test_without_a_word_all_areas_come_in_the_order_of_the_tree() -> None:
    """``backprep skills`` shows every area and every skill, also those without a question."""
    report = skills_report(CATALOGUE, None)
    assert isinstance(report, SkillsReport)
    assert [each.area.id for each in report.areas] == ["api-design", "python", "sql-mysql"]
    assert [line.path for each in report.areas for line in each.skills] == list(TREE.paths())


def test_an_area_sums_its_skills() -> None:
    """The figures of an area are the sums of its skills'."""
    report = skills_report(CATALOGUE, None)
    assert isinstance(report, SkillsReport)
    assert [each.tally for each in report.areas] == [
        Tally(questions=5, met=3, again=1, hard=1, good=1),
        Tally(),
        Tally(),
    ]


def test_one_skill_comes_in_full_with_its_questions() -> None:
    """A word that names one skill shows it with the questions on it, and no others."""
    report = skills_report(CATALOGUE, "throttling")
    assert isinstance(report, SkillReport)
    assert (report.area.id, report.line.path) == ("api-design", "api-design/rate-limiting")
    assert [each.id for each in report.questions] == ["status-too-many-requests"]


def test_an_area_comes_whole() -> None:
    """The name of an area shows that area and no other."""
    report = skills_report(CATALOGUE, "APIs")
    assert isinstance(report, SkillsReport)
    assert [[line.path for line in each.skills] for each in report.areas] == [
        ["api-design/rate-limiting", "api-design/idempotency"]
    ]


def test_a_word_of_several_skills_shows_just_those() -> None:
    """A word in the names of several skills shows a part of the tree, with the sums of that part."""
    report = skills_report(CATALOGUE, "th")
    assert isinstance(report, SkillsReport)
    assert [(each.area.id, [line.path for line in each.skills]) for each in report.areas] == [
        ("api-design", ["api-design/rate-limiting"]),
        ("python", ["python/gil", "python/asyncio"]),
    ]
    assert [each.tally.questions for each in report.areas] == [3, 0]


def test_a_misspelt_skill_is_a_usage_error() -> None:
    """``backprep skills idempotencey`` says what was meant."""
    with pytest.raises(UsageError, match="idempotencey"):
        skills_report(CATALOGUE, "idempotencey")


def test_skills_as_data() -> None:
    """``skills --json`` holds areas with their skills; the keys are a contract."""
    data = as_json(skills_data(skills_report(CATALOGUE, None)))
    assert list(data) == ["areas"]
    assert [list(area) for area in data["areas"]] == [AREA_KEYS] * 3
    assert [list(skill) for area in data["areas"] for skill in area["skills"]] == [SKILL_KEYS] * 4
    first = data["areas"][0]
    assert (first["id"], first["named"], first["questions"], first["met"]) == ("api-design", "yes", 5, 3)


def test_one_skill_as_data() -> None:
    """``skills SKILL --json`` holds the skill and its questions."""
    data = as_json(skills_data(skills_report(CATALOGUE, "429")))
    assert list(data) == ["skill", "questions"]
    assert data["skill"] == {
        "id": "api-design/rate-limiting",
        "title": "Rate limiting",
        "checks": "Whether you can protect a service.",
        "named": True,
        "aliases": ["throttling", "429"],
        "read": [{"title": "RFC 6585", "at": "section 4", "url": "https://www.rfc-editor.org/rfc/rfc6585"}],
        "questions": 3,
        "met": 2,
        "again": 1,
        "hard": 0,
        "good": 1,
        "easy": 0,
        "readiness": None,
    }
    assert [list(each) for each in data["questions"]] == [LISTED_KEYS]


# Roles ----------------------------------------------------------------------------------------------------------


def test_all_roles_come_without_a_word() -> None:
    """``backprep role`` puts the three roles side by side."""
    assert [role.id for role in roles_report(CATALOGUE, None).roles] == ["back-end", "front-end", "full-stack"]


@pytest.mark.parametrize("word", ["back-end", "backend", "Back End", "BACK_END", "Back-end"])
def test_a_role_is_found_as_people_write_it(word: str) -> None:
    """The hyphen, a space or nothing between, and any case."""
    assert [role.id for role in roles_report(CATALOGUE, word).roles] == ["back-end"]


def test_a_misspelt_role_brings_a_suggestion_and_another_word_the_list() -> None:
    """A slip is answered with the role that was meant, anything else with all three."""
    with pytest.raises(UsageError) as slip:
        roles_report(CATALOGUE, "bakc-end")
    with pytest.raises(UsageError) as other:
        roles_report(CATALOGUE, "xyzzy")
    assert slip.value.mend == "Did you mean back-end?"
    assert other.value.mend == "Known: back-end, front-end, full-stack."


def test_roles_as_data() -> None:
    """``role --json`` holds the roles and all else that the source article says; pay with its warning."""
    data = as_json(roles_data(roles_report(CATALOGUE, None)))
    assert list(data) == ["roles", "ways_in", "technical_skills", "personal_skills", "pay"]
    assert [list(role) for role in data["roles"]] == [
        ["id", "title", "about", "focus", "works_on", "languages", "responsibilities", "works_with", "skills"]
    ] * 3
    assert data["ways_in"] == [{"id": "degree", "title": "A degree", "about": "Three years."}]
    assert data["personal_skills"] == [{"title": "Patience", "about": None, "skills": []}]
    assert data["pay"] == {"note": "Undated.", "figures": [{"label": "Junior", "amount": "$80,000"}]}


def test_a_tree_without_pay_has_none() -> None:
    """Where no pay is given, the data says null instead of leaving the key out."""
    data = roles_data(RolesReport((), MemoryCatalogue([]).skills(), {}))
    assert data["pay"] is None


# Banks ----------------------------------------------------------------------------------------------------------


def test_a_bank_as_data() -> None:
    """``bank list --json`` gives for each bank exactly these keys."""
    bank = BankInfo("a", "A", "/a.yaml", 2, {"choice": 2}, {"junior": 1, "mid": 1}, about="x", shipped=False)
    assert as_json(bank_data(bank)) == {
        "id": "a",
        "title": "A",
        "path": "/a.yaml",
        "questions": 2,
        "by_kind": {"choice": 2},
        "by_level": {"junior": 1, "mid": 1},
    }


def test_a_bank_comes_with_its_questions_and_how_they_stand() -> None:
    """``bank show`` lists every question of the bank, new ones and answered ones."""
    progress = MemoryProgress()
    review = Review(
        id="r", session="s", session_kind="quiz", question="put-idempotent", content="c", at=Instant(5),
        rating=Rating.HARD, score=0.5, took=1,
    )  # fmt: skip
    progress.record(review)
    report = bank_report(MemoryCatalogue([example("fill"), example("choice")], progress))
    assert (report.bank.id, report.bank.questions) == ("fake", 2)
    assert [listed_data(each)["last_rating"] for each in report.questions] == [None, "hard"]
    assert [listed_data(each)["times"] for each in report.questions] == [0, 1]


def test_a_listed_question_as_data() -> None:
    """A line of a list gives the rating as the word that the program uses, and never as a number."""
    listed = Listed("a", "python/gil", "mid", "open", "python", "Why?", LastAnswer(3, 1_000, Rating.EASY))
    assert list(listed_data(listed)) == LISTED_KEYS
    assert (listed_data(listed)["times"], listed_data(listed)["last_rating"]) == (3, "easy")


def test_a_fault_as_data() -> None:
    """``bank check --json`` gives for each fault exactly these keys."""
    fault = Fault("/a.yaml", 3, 5, None, "no-right-choice", "no choice is right", "Mark one.")
    assert as_json(fault_data(fault)) == {
        "file": "/a.yaml",
        "line": 3,
        "column": 5,
        "question": None,
        "code": "no-right-choice",
        "message": "no choice is right",
        "hint": "Mark one.",
    }
