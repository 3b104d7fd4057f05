"""What can be set, and what is made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.settings import SETTINGS, Settings, parse

GOOD = {
    "retention": ("95%", 0.95),
    "new-a-day": ("0", 0),
    "reviews-a-day": ("120", 120),
    "day-starts": ("5:30", 19_800),
    "easy-days": ("Sat, sunday", frozenset({5, 6})),
    "longest-interval": ("90", 90),
    "leech-after": ("4", 4),
    "confidence": ("On", True),
    "words-a-minute": ("160", 160),
    "minutes": ("25", 25.0),
    "editor": ("code --wait", "code --wait"),
    "theme": ("Light", "light"),
    "parameters": (",".join(["0.5"] * 21), (0.5,) * 21),
}
BAD = {
    "theme": ["", "solarized"],
    "editor": ["", "x\ny"],
    "minutes": ["0", "601", "long"],
    "words-a-minute": ["59", "301", "fast"],
    "retention": ["", "0.5", "1", "ninety", "99%", "nan", "inf"],
    "new-a-day": ["-1", "1.5", "many", "99999", "٣٣٣٣٣٣٣"],
    "reviews-a-day": ["", "x"],
    "day-starts": ["24:00", "4:60", "noon", "4:", ":30", "-1:00", "4:00:00"],
    "easy-days": ["", "someday", "mon,tue,wed,thu,fri,sat,sun"],
    "longest-interval": ["0", "40000"],
    "leech-after": ["1", "100"],
    "confidence": ["", "yes", "maybe"],
    "parameters": ["1,2,3", "x", ",".join(["1000"] * 21), ",".join(["nan"] * 21)],
}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_good_value_counts_and_a_bad_one_is_refused(name: str) -> None:
    """A value is taken with spaces around it; a bad one is refused with an example of a good one."""
    text, value = GOOD[name]
    assert Settings({name: parse(name, f" {text} ")}).value(name) == value
    for bad in BAD[name]:
        with pytest.raises(ValueError, match=r"\w"):
            parse(name, bad)


@pytest.mark.parametrize("name", SETTINGS)
def test_a_value_that_cannot_be_read_is_passed_over(name: str) -> None:
    """A log from another version may hold what this one does not understand: the default counts."""
    assert Settings({name: "?"}).value(name) == Settings().value(name)


@given(st.sampled_from(sorted(SETTINGS)), st.text(max_size=12))
def test_no_text_is_too_strange(name: str, text: str) -> None:
    """Whatever is typed, it is a value or it is refused."""
    try:
        kept = parse(name, text)
    except ValueError:
        return
    assert Settings({name: kept}).value(name) == SETTINGS[name].parse(kept)


@pytest.mark.parametrize("name", ["nothing", "retention.", "day-starts.python", ".python", ""])
def test_a_name_that_is_none(name: str) -> None:
    """Only what can be set is set, and only some of it by area."""
    with pytest.raises(KeyError):
        parse(name, "0.9")


def test_an_area_has_its_own_value_or_the_common_one() -> None:
    """The area first, then everything, then the default."""
    settings = Settings({"retention": "0.8", "retention.python": "0.95", "retention.sql-mysql": "?"})
    assert [settings.value("retention", area) for area in ("python", "sql-mysql", "nosql", None)] == [
        0.95,
        0.8,
        0.8,
        0.8,
    ]
    assert settings.by_area("retention") == {"python": 0.95, "sql-mysql": 0.8}
    assert Settings().day_starts == 4 * 3600
