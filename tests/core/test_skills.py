"""Finding areas and skills by whatever a person calls them."""

import pytest

from backprep.core.skills import Area, Skill, SkillTree


def skill(name: str, title: str, *aliases: str) -> Skill:
    """A skill with a name, a title and what job ads call it."""
    return Skill(id=name, title=title, checks="Whether you can.", aliases=aliases)


TREE = SkillTree(
    areas=(
        Area(
            id="api-design",
            title="APIs",
            about="How services talk.",
            skills=(skill("rate-limiting", "Rate limiting", "Throttling", "429"), skill("rest", "REST", "RESTful")),
        ),
        Area(
            id="go",
            title="Go",
            about="A language.",
            skills=(skill("goroutines", "Goroutines & channels"), skill("testing", "Tests in Go")),
        ),
        Area(
            id="testing",
            title="Testing and quality",
            about="How you know that it works.",
            skills=(skill("coverage", "Coverage"), skill("algorithms", "Tests of algorithms")),
        ),
    )
)


def test_every_skill_has_a_path() -> None:
    """Skills are listed as area/skill, in the order of the file."""
    expected = (
        "api-design/rate-limiting",
        "api-design/rest",
        "go/goroutines",
        "go/testing",
        "testing/coverage",
        "testing/algorithms",
    )
    assert expected == TREE.paths()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("rate-limiting", ("api-design/rate-limiting",)),
        ("api-design/rate-limiting", ("api-design/rate-limiting",)),
        ("  Rate LIMITING ", ("api-design/rate-limiting",)),
        ("throttling", ("api-design/rate-limiting",)),
        ("429", ("api-design/rate-limiting",)),
        ("apis", ("api-design",)),
        ("channels", ("go/goroutines",)),
        ("rout", ("go/goroutines",)),
        ("quality", ("testing",)),
        ("cobol", ()),
    ],
)
def test_a_skill_is_found_by_id_title_alias_or_a_part_of_them(words: str, expected: tuple[str, ...]) -> None:
    """Whatever job ads call it, in any case, leads to the skill or area."""
    assert expected == TREE.search(words)


def test_the_whole_name_wins_over_a_part() -> None:
    """'go' is the language, and not every word that has these two letters in it."""
    assert ("go",) == TREE.search("go")
    assert ("api-design/rest",) == TREE.search("rest")


def test_all_that_bear_a_name_are_found() -> None:
    """A name that an area and a skill of another area share leads to both."""
    assert ("go/testing", "testing") == TREE.search("testing")


def test_all_that_hold_a_part_are_found_in_the_trees_order() -> None:
    """A part of a name leads to everything that holds it."""
    assert ("go/testing", "testing/algorithms") == TREE.search("tests")
    assert ("go/testing", "testing", "testing/coverage", "testing/algorithms") == TREE.search("testin")


def test_an_area_and_a_skill_are_found_by_their_path() -> None:
    """What a bank writes as area/skill is found in its own area only."""
    found = TREE.skill("testing/coverage")
    assert found is not None
    assert ("testing", "coverage") == (found[0].id, found[1].id)
    assert TREE.area("go") == TREE.areas[1]


@pytest.mark.parametrize("path", ["go/coverage", "coverage", "go", "nothing/coverage", "", "/"])
def test_a_path_that_leads_nowhere_finds_nothing(path: str) -> None:
    """A skill of another area, or half a path, is no skill."""
    assert TREE.skill(path) is None


def test_an_area_that_is_not_there_is_not_found() -> None:
    """An unknown area is none."""
    assert TREE.area("cobol") is None
