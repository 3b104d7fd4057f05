"""The interview that a person studies for."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from backprep.core.target import (
    LEVELS,
    ROLE,
    Outcome,
    Target,
    asked_before,
    date_of,
    from_text,
    nearness,
    targets_in,
    to_text,
    weight_of_area,
)

DATES = st.dates(date(2026, 1, 1), date(2030, 1, 1))
OUTCOMES = st.builds(Outcome, st.lists(st.text(max_size=9), max_size=3).map(tuple), st.integers(1, 5))
TARGETS = st.builds(
    Target,
    on=DATES,
    minutes=st.integers(1, 600),
    level=st.sampled_from(list(LEVELS)),
    role=st.none() | st.text(min_size=1, max_size=9),
    areas=st.dictionaries(st.text(max_size=9), st.floats(0, 100), max_size=3),
    days=st.frozensets(st.integers(0, 6), min_size=1),
    off=st.frozensets(DATES, max_size=3),
    outcome=st.none() | OUTCOMES,
)


@given(TARGETS)
def test_the_log_keeps_all_of_it(target: Target) -> None:
    """What is written to the log comes back as it was."""
    assert from_text(target.name, to_text(target)) == target


@given(st.text(), st.text())
def test_what_cannot_be_read_is_no_target(name: str, text: str) -> None:
    """A newer version, or a hand, may have written anything: then there is no target, and no traceback."""
    found = from_text(f"target.{name}", text)
    assert found is None or isinstance(found, Target)


def test_targets_are_found_among_the_settings_the_nearest_first() -> None:
    """Other settings, and what cannot be read, are passed over."""
    late, soon = Target(on=date(2026, 12, 20)), Target(on=date(2026, 12, 10))
    chosen = {late.name: to_text(late), "theme": "mono", soon.name: to_text(soon), "target.x": "{}"}
    assert targets_in(chosen) == [soon, late]


def test_days_of_study_leave_out_what_was_said() -> None:
    """Sundays and a holiday are left out, and so is the day of the interview."""
    target = Target(on=date(2026, 11, 30), days=frozenset(range(6)), off=frozenset({date(2026, 11, 25)}))
    today = Target(on=date(2026, 11, 23)).day
    days = [date_of(day).day for day in target.study_days(today)]
    assert days == [23, 24, 26, 27, 28]


def test_what_an_area_counts() -> None:
    """What the person said holds; else the role's areas count more, and those that an earlier interview asked about."""
    target = Target(on=date(2026, 12, 10), areas={"python": 0.0})
    over = [Target(on=date(2026, 11, 1), outcome=Outcome(("python", "sql-mysql"), 1)), Target(on=date(2026, 11, 2))]
    asked = asked_before(over)
    weights = [
        weight_of_area(target, area, ["api-design"], asked) for area in ("python", "sql-mysql", "api-design", "x")
    ]
    assert weights == [0.0, 2.5, ROLE, 1.0]


def test_a_bad_interview_counts_more_than_a_good_one() -> None:
    """The worse it felt, the more its areas count for the next."""
    felt = [asked_before([Target(on=date(2026, 11, 1), outcome=Outcome(("a",), each))])["a"] for each in range(1, 6)]
    assert felt == sorted(felt, reverse=True)
    assert felt[0] > felt[-1] > 1


def test_the_nearer_interview_counts_more() -> None:
    """In a week twice as much as in two; together all."""
    soon, late = nearness(
        [Target(on=date(2026, 12, 8)), Target(on=date(2026, 12, 15))], Target(on=date(2026, 12, 1)).day
    )
    assert round(soon / late, 6) == 2
    assert round(soon + late, 6) == 1
