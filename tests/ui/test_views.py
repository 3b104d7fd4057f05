"""What the commands show to a person: every report at every width."""

from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len

from app.trees import TREE
from backprep.app.found import SkippedBank
from backprep.app.reports import (
    BankReport,
    BanksReport,
    CheckReport,
    SkillReport,
    Welcome,
    roles_report,
    skills_report,
)
from backprep.core.summary import SkillResult
from ui.samples import HOSTILE, example, hostile
from ui.unsafe import acts
from ui.views import CATALOGUE, FAULTS, LISTED, OWN, REPORTS, SESSION, WIDTHS, Answered, flat

# All of them ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [name for name in REPORTS if name not in ("check", "no faults")])
def test_no_line_is_wider_than_the_terminal(name: str, width: int, show: Any) -> None:
    """Every report fits into 60, 80 and 120 columns, and prints no control code into a pipe."""
    text = show(REPORTS[name], width)
    assert max(cell_len(line.rstrip()) for line in text.split("\n")) <= width
    assert acts(text) == []
    assert text.strip()


def hostile_view(name: str) -> object:
    """A report in which everything that an author wrote is hostile."""
    tree: Any = hostile(TREE)  # type: ignore[arg-type]
    catalogue = Answered([hostile(example("fill")), example("choice")], tree=tree)
    listed = tuple(replace(each, prompt=HOSTILE) for each in LISTED)
    bank = replace(OWN, id=HOSTILE, title=HOSTILE, path=HOSTILE, about=HOSTILE)
    fault = replace(FAULTS[0], file=HOSTILE, question=HOSTILE, message=HOSTILE, hint=HOSTILE)
    views: dict[str, object] = {
        "session": replace(SESSION, titles=dict.fromkeys(SESSION.titles, HOSTILE)),
        "skills": skills_report(catalogue, None),
        "skill": skills_report(catalogue, "api-design/rate-limiting"),
        "roles": roles_report(catalogue, None),
        "role": roles_report(catalogue, "back-end"),
        "banks": BanksReport((bank,), (SkippedBank(HOSTILE, 3),)),
        "bank": BankReport(bank, listed),
        "check": CheckReport(1, (fault,)),
    }
    return views[name]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["session", "skills", "skill", "roles", "role", "banks", "bank", "check"])
def test_hostile_text_does_nothing(name: str, width: int, show: Any) -> None:
    """Control sequences and markup in banks, paths and skills are shown, and do nothing."""
    text = show(hostile_view(name), width)
    assert acts(text) == []
    assert "␛" in text
    assert "[bold" in text
    assert "⚠" not in text


def test_a_report_that_nobody_draws_is_a_defect(show: Any) -> None:
    """A command that returns something unknown fails loudly in a test, and not silently before a person."""
    with pytest.raises(TypeError):
        show(object())


# Each of them ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
def test_the_welcome_is_short_and_names_the_first_command(width: int, show: Any) -> None:
    """Whoever types just ``backprep`` reads a few lines and knows how to begin."""
    text = show(Welcome(), width)
    assert text.count("\n") <= (4 if width >= 80 else 6)
    assert "backprep quiz" in flat(text)
    assert "backprep --help" in flat(text)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_end_of_a_session_has_a_table_by_skill(width: int, show: Any) -> None:
    """What was kept, a row for each skill with its figures, what to study, and how to go on."""
    text = show(SESSION, width)
    plain = flat(text)
    assert "Done. 7 answers are kept, 3 fully right, 2 skipped." in plain
    assert "Skill Answered Right Share" in plain
    rows = {
        line.split("  ")[0].strip(): line.split() for line in (line.strip() for line in text.split("\n")) if "%" in line
    }
    assert {name: (row[-5:-3], row[-2:]) for name, row in rows.items()} == {
        "The GIL and threads": (["3", "0"], ["10", "%"]),
        "Limits": (["2", "1"], ["60", "%"]),
        "Joins": (["2", "2"], ["100", "%"]),
    }
    assert "To study next: backprep skills python/gil backprep skills api-design/rate-limiting" in plain
    assert "backprep skills sql-mysql/joins" not in plain
    assert plain.endswith("Go on with: backprep quiz")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"complete": False}, "Stopped here. 7 answers are kept"),
        ({"answered": 1, "skipped": 0}, "Done. 1 answer is kept, 3 fully right."),
        ({"interrupted": True}, "Stopped. 7 answers are kept. Go on with: backprep quiz --resume"),
        ({"interrupted": True, "answered": 0}, "Stopped. Nothing was answered yet. Begin again with: backprep quiz"),
        ({"answered": 0}, "Nothing was answered, so nothing was recorded. Begin again with: backprep quiz"),
        ({"kind": "cards"}, "Go on with: backprep cards"),
    ],
)
def test_the_end_of_a_session_says_how_it_ended(changes: dict[str, Any], said: str, show: Any) -> None:
    """Finished, left, interrupted, or nothing answered: each is said in its own words."""
    assert said in flat(show(replace(SESSION, **changes)))


def test_an_interrupted_session_takes_one_line(show: Any) -> None:
    """After Ctrl-C one line says what was kept."""
    assert show(replace(SESSION, interrupted=True)).count("\n") == 1


def test_nothing_to_study_where_all_went_well(show: Any) -> None:
    """Whoever knew everything is not sent to study."""
    results = (SkillResult("sql-mysql/joins", 2, 2, 1.0),)
    assert "To study next" not in show(replace(SESSION, results=results))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_tree_of_skills_has_everything_in_it(width: int, show: Any) -> None:
    """Every area and skill, with its id, questions, how many were met and how they went; marks of the article."""
    plain = flat(show(skills_report(CATALOGUE, None), width).translate(dict.fromkeys(map(ord, "│├└─"), " ")))
    for area in TREE.areas:
        assert f"{area.title} {area.id}" in plain
        assert all(f" {skill.id} " in plain for skill in area.skills)
    assert "Rate limiting * rate-limiting" in plain
    assert "10 questions, 4 met · 1 again · 1 hard · 1 good · 1 easy" in plain
    assert "1 question, 0 met" in plain
    assert "none yet" in plain
    assert "APIs api-design (*)" in plain
    assert "Python python (~)" in plain


@pytest.mark.parametrize("width", WIDTHS)
def test_one_skill_in_full(width: int, show: Any) -> None:
    """What interviewers check, words of job ads, its questions, where to read more, and how to practise it."""
    plain = flat(show(skills_report(CATALOGUE, "throttling"), width))
    for text in (
        "Rate limiting api-design/rate-limiting",
        "Whether you can protect a service.",
        "throttling, 429",
        "junior fill new",
        "RFC 6585, section 4, https://www.rfc-editor.org/rfc/rfc6585",
        "Practise it: backprep quiz --skill api-design/rate-limiting",
    ):
        assert text in plain


def test_a_skill_without_questions_offers_no_practice(show: Any) -> None:
    """Where there is nothing to ask, nothing is promised."""
    report = skills_report(CATALOGUE, "async/await")
    assert isinstance(report, SkillReport)
    text = show(report)
    assert "none yet" in text
    assert "Practise it" not in text


@pytest.mark.parametrize("width", WIDTHS)
def test_the_roles_stand_side_by_side(width: int, show: Any) -> None:
    """Three columns with the roles, then responsibilities, people, ways in, skills and pay with its warning."""
    text = show(roles_report(CATALOGUE, None), width)
    heads = [line for line in text.split("\n") if line.count("Back-end") and line.count("Full-stack")]
    assert len(heads) == 1
    plain = flat(text)
    for word in (
        "Keep it running",
        "product managers",
        "A degree: Three years.",
        "Databases: Of both sorts.",
        "Patience",
    ):
        assert word in plain
    assert plain.index("Undated.") < plain.index("Junior: $80,000")


@pytest.mark.parametrize("width", WIDTHS)
def test_one_role_in_full(width: int, show: Any) -> None:
    """One role with its responsibilities and the skills that an interview turns on, by title and id."""
    plain = flat(show(roles_report(CATALOGUE, "back-end"), width))
    for text in (
        "Back-end developer The server",
        "databases; APIs",
        "Python, Java",
        "1. Keep it running 2. Keep it safe",
        "The GIL and threads python/gil",
    ):
        assert text in plain


def test_a_role_without_lists_has_no_empty_headings(show: Any) -> None:
    """A heading stands only where something stands below it."""
    lines = [line.strip() for line in show(roles_report(CATALOGUE, "front-end")).split("\n")]
    for heading in ("Works on", "Languages", "Responsibilities", "Works with"):
        assert heading not in lines
