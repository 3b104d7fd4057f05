"""Which backups are kept."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backprep.core.thinning import kept

TODAY = date.fromisoformat("2026-11-23")


def test_a_year_of_daily_study() -> None:
    """Seven days, the ends of four weeks, the ends of twelve months: some twenty files, none of them much older."""
    days = [TODAY - timedelta(days=each) for each in range(400)]
    keep = sorted(kept(days), reverse=True)
    assert keep[:7] == days[:7]
    assert [each.isoformat() for each in keep[7:]] == [
        "2026-11-15",
        "2026-11-08",
        "2026-10-31",
        "2026-09-30",
        "2026-08-31",
        "2026-07-31",
        "2026-06-30",
        "2026-05-31",
        "2026-04-30",
        "2026-03-31",
        "2026-02-28",
        "2026-01-31",
        "2025-12-31",
    ]


def test_who_studies_seldom_keeps_everything_for_long() -> None:
    """The periods are those in which there was a copy: five copies in five years are all kept."""
    days = [TODAY - timedelta(days=365 * each) for each in range(5)]
    assert kept(days) == set(days)


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=60))
def test_the_newest_is_always_kept_and_thinning_again_changes_nothing(days: list[date]) -> None:
    """No rule ever drops the newest copies, and what was kept stays kept."""
    keep = kept(days)
    assert set(sorted(set(days), reverse=True)[:7]) <= keep <= set(days)
    assert kept(keep) == keep
    assert len(keep) <= 23


@given(st.integers(1, 800))
def test_day_after_day_a_copy_from_every_age_is_left(count: int) -> None:
    """Thinned each day, as the program does it, there is always one from this week, this month and this year."""
    keep: frozenset[date] = frozenset()
    for each in range(count):
        keep = kept({*keep, TODAY + timedelta(days=each)})
    last = TODAY + timedelta(days=count - 1)
    for age in (7, 31, 366):
        if count > 2 * age:
            assert any(age / 2 <= (last - each).days <= 2 * age for each in keep), age
