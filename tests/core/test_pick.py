"""What is asked, and in which order."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.pick import Candidate, Met, Room, plan, plan_cram
from builders import candidate

LEVELS = ("junior", "mid", "senior")
SEEDS = st.integers()
TODAY = 30


@st.composite
def pools(draw: st.DrawFn, areas: int | None = 4, most: int = 40) -> list[Candidate]:
    """Candidates of some areas (None: each of its own), some met before."""
    pool = []
    for at in range(draw(st.integers(0, most))):
        area = at if areas is None else draw(st.integers(1, areas))
        each = candidate(f"q{at}", f"area-{area}", draw(st.sampled_from(LEVELS)), early=draw(st.booleans()))
        if draw(st.booleans()):
            last = draw(st.integers(0, TODAY))
            met = Met(last * 86_400_000, draw(st.integers(1, 4)), last, draw(st.floats(0.1, 50)))
            each = replace(each, met=met)
        pool.append(each)
    return pool


def chosen(pool: list[Candidate], count: int, seed: int) -> list[Candidate]:
    """The candidates that are asked, in order."""
    by_id = {each.id: each for each in pool}
    return [by_id[name] for name in plan(pool, count, seed, TODAY)]


@given(pools(), st.integers(0, 60), SEEDS)
def test_no_question_is_asked_twice_and_no_more_than_wanted(pool: list[Candidate], count: int, seed: int) -> None:
    """A session asks as many different questions as were wanted, or all that there are."""
    asked = plan(pool, count, seed, TODAY)
    assert len(asked) == len(set(asked)) == min(count, len(pool))
    assert set(asked) <= {each.id for each in pool}


@given(pools(), st.integers(0, 60), SEEDS, st.randoms(use_true_random=False))
def test_the_same_seed_asks_the_same(pool: list[Candidate], count: int, seed: int, random: object) -> None:
    """A seed names a session, in whatever order the questions come out of the banks."""
    shuffled = list(pool)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert plan(pool, count, seed, TODAY) == plan(shuffled, count, seed, TODAY)


def test_two_ids_with_one_checksum_do_not_depend_on_the_order_of_the_banks() -> None:
    """'plumless' and 'buckeroo' have the same CRC-32, which is all that a seed mixes of an id."""
    one, other = candidate("plumless", "a"), candidate("buckeroo", "b")
    assert plan([one, other], 2, 7, TODAY) == plan([other, one], 2, 7, TODAY)


def test_another_seed_asks_something_else() -> None:
    """Sessions are not all alike."""
    pool = [candidate(f"q{at}", f"area-{at % 5}") for at in range(50)]
    assert 20 == len({plan(pool, 10, seed, TODAY) for seed in range(20)})


def test_a_plan_stays_as_it_is() -> None:
    """A seed that somebody wrote down asks the same questions in the next version, from the same banks."""
    pool = [candidate(f"q{at}", f"area-{at % 4}", LEVELS[at % 3], early=at == 5) for at in range(12)]
    assert ("q5", "q0", "q3", "q10", "q9", "q4", "q7", "q6") == plan(pool, 8, 7, TODAY)


@given(pools(areas=None), SEEDS)
def test_what_is_due_comes_first_then_early_ones_then_the_rest(pool: list[Candidate], seed: int) -> None:
    """What is about to be forgotten comes before anything new, and of what is new what a newcomer should meet early."""
    ranks = [0 if each.met else 1 if each.early else 2 for each in chosen(pool, len(pool), seed)]
    assert sorted(ranks) == ranks


@given(pools(), SEEDS)
def test_within_an_area_early_questions_come_before_other_new_ones(pool: list[Candidate], seed: int) -> None:
    """Mixing areas never holds an early question back behind another new one of its area."""
    for area in {each.area for each in pool}:
        new = [each.early for each in chosen(pool, len(pool), seed) if each.area == area and each.met is None]
        assert sorted(new, reverse=True) == new


@given(pools(areas=None), SEEDS)
def test_the_nearest_to_being_forgotten_comes_first(pool: list[Candidate], seed: int) -> None:
    """Of what is due, the order is by the days that have passed over the days that it would last."""
    urgencies = [each.met.urgency(TODAY) for each in chosen(pool, len(pool), seed) if each.met]
    assert sorted(urgencies, reverse=True) == urgencies


@given(pools(), SEEDS, st.integers(0, 20), st.integers(0, 20), st.integers(0, 5))
def test_no_more_than_there_is_room_for(pool: list[Candidate], seed: int, new: int, due: int, of_one: int) -> None:
    """The limits of a day hold, those for all areas and those for one."""
    rooms = Room(new, {"area-1": of_one}), Room(due, {"area-2": of_one})
    by_id = {each.id: each for each in pool}
    asked = [by_id[name] for name in plan(pool, 100, seed, TODAY, *rooms)]
    assert sum(each.met is None for each in asked) <= new
    assert sum(each.met is not None for each in asked) <= due
    assert sum(each.met is None and each.area == "area-1" for each in asked) <= of_one
    assert sum(each.met is not None and each.area == "area-2" for each in asked) <= of_one
    assert rooms[0].closed == (frozenset() if of_one else {"area-1"})


def test_two_of_one_skill_are_parted_by_a_new_one() -> None:
    """Where all that is due is of one skill, a new question of another comes between."""
    met = Met(0, 3, 0, 5.0)
    pool = [candidate("a", met=met), candidate("b", met=met), candidate("new", "sql-mysql")]
    assert ["new"] == list(plan(pool, 3, 1, TODAY))[1:2]


def test_within_one_area_skills_are_apart() -> None:
    """A session of one area does not ask the same sub-topic twice in a row while there is another."""
    pool = [candidate(f"q{at}", skill=f"python/{'abc'[at % 3]}") for at in range(9)]
    skills = [each.skill for each in chosen(pool, 7, 4)]
    assert all(one != other for one, other in pairwise(skills))


# Cramming -------------------------------------------------------------------------------------------------------


@given(pools(areas=None), SEEDS)
def test_cramming_asks_everything_the_worst_first(pool: list[Candidate], seed: int) -> None:
    """Nothing is left out, and of what was met the worst rated and then the oldest comes first."""
    by_id = {each.id: each for each in pool}
    asked = [by_id[name] for name in plan_cram(pool, len(pool), seed)]
    assert len(asked) == len(pool)
    old = [(each.met.last_rating, each.met.last_at) for each in asked if each.met]
    assert sorted(old) == old


@given(pools(areas=None), SEEDS)
def test_cramming_mixes_new_and_old(pool: list[Candidate], seed: int) -> None:
    """Two new questions alternate with one that was met, for as long as there are both."""
    by_id = {each.id: each for each in pool}
    is_old = [by_id[name].met is not None for name in plan_cram(pool, len(pool), seed)]
    rounds = min(is_old.count(False) // 2, is_old.count(True))
    assert [False, False, True] * rounds == is_old[: rounds * 3]


@given(pools(areas=None), SEEDS)
def test_no_senior_question_comes_before_a_junior_one(pool: list[Candidate], seed: int) -> None:
    """Among new questions, the easy ones come sooner."""
    levels = [each.level for each in chosen(pool, len(pool), seed) if each.met is None and not each.early]
    last_junior = max((at for at, level in enumerate(levels) if level == "junior"), default=-1)
    assert "senior" not in levels[: last_junior + 1]


def test_levels_overlap() -> None:
    """A question for mid may come before one for juniors: a session is no staircase."""
    pool = [candidate(f"q{at}", f"area-{at}", LEVELS[at % 2]) for at in range(20)]
    levels = [each.level for each in chosen(pool, 20, 3)]
    assert sorted(levels) != levels


@given(st.integers(2, 5), st.integers(1, 8), SEEDS)
def test_neighbours_are_of_different_areas(areas: int, each_has: int, seed: int) -> None:
    """Where areas have as many questions each, no two neighbours are of one area."""
    pool = [
        candidate(f"q{area}-{at}", f"area-{area}", LEVELS[at % 3]) for area in range(areas) for at in range(each_has)
    ]
    assert all(one.area != other.area for one, other in pairwise(chosen(pool, len(pool), seed)))


@given(pools(), SEEDS)
def test_neighbours_share_an_area_only_when_no_other_is_left(pool: list[Candidate], seed: int) -> None:
    """Two questions of one area follow each other only when nothing of another area is left to ask."""
    asked = chosen(pool, len(pool), seed)
    for at, (one, other) in enumerate(pairwise(asked)):
        if one.area == other.area:
            assert {one.area} == {each.area for each in asked[at:]}


def test_a_short_session_is_mixed_too() -> None:
    """Three questions out of many early ones of one area do not all come from that area."""
    pool = [candidate(f"early{at}", "a", early=True) for at in range(9)] + [candidate(f"q{at}", "b") for at in range(9)]
    assert ["a", "b", "a"] == [each.area for each in chosen(pool, 3, 1)]


def test_an_unknown_level_counts_as_the_middle_one() -> None:
    """A level that only a later version knows does not stop a session."""
    pool = [candidate("a", "a", "principal"), candidate("b", "b", "junior")]
    assert {"a", "b"} == set(plan(pool, 5, 1, TODAY))


@pytest.mark.parametrize("count", [0, 1, 5])
def test_nothing_to_ask_is_an_empty_plan(count: int) -> None:
    """No candidates, no questions."""
    assert () == plan([], count, 1, TODAY)
