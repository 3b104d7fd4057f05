"""An interview fits its minutes, has every part, asks nothing twice, and asks what the person needs."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprep.core.mock.compose import OPENERS, Askable, Wanted, compose, weights
from backprep.core.mock.plan import PARTS, PartName
from backprep.core.question import LEVELS, Level

TECHNICAL = ("python", "sql-mysql", "caching-performance", "security-auth", "api-design")
BEHAVIOURAL = "behavioural-communication-career/conflict"
SKILLS: dict[PartName, tuple[str, ...]] = {
    "opener": (OPENERS,),
    "process": ("testing-quality/tdd", "version-control/bisect-blame", "lifecycle-legacy-teamwork/agile"),
    "technical": tuple(f"{area}/{skill}" for area in TECHNICAL for skill in ("one", "two", "three", "four")),
    "design": ("distributed-systems-scaling/classic-design-exercises", "api-design/webhooks"),
    "behavioural": (BEHAVIOURAL, "behavioural-communication-career/failure"),
}


def askable(name: str, skill: str, level: Level = "mid", say: int = 90, **changes: object) -> Askable:
    """A question that is answered aloud."""
    values = {"kind": "open", "prompt": "Why?", "follow_ups": 2, **changes}
    return Askable(id=name, skill=skill, level=level, say=say, **values)  # type: ignore[arg-type]


def pool(say: int = 90, each: int = 3) -> list[Askable]:
    """So many questions of every level on every skill, enough for an interview of any length."""
    return [
        askable(
            f"{skill}-{level}-{at}",
            skill,
            level,
            say + 15 * at,
            kind="story" if part == "behavioural" else "open",
            prompt="Design a queue." if part == "design" else "Why?",
        )
        for part, skills in SKILLS.items()
        for skill in skills
        for level in LEVELS
        for at in range(each)
    ]


POOL = pool()
BY_ID = {each.id: each for each in POOL}


@settings(max_examples=150)
@given(
    minutes=st.integers(15, 180),
    level=st.sampled_from(LEVELS),
    seed=st.integers(0, 2**32),
    say=st.sampled_from([45, 60, 90]),
)
def test_an_interview_fits_its_minutes_and_has_every_part(minutes: int, level: Level, seed: int, say: int) -> None:
    """Within 5 percent, from a quarter of an hour to three; nothing twice; only the level and the one below it."""
    questions = {each.id: each for each in pool(say)}
    plan = compose(questions.values(), Wanted(minutes=minutes, level=level), seed)
    assert abs(plan.seconds - minutes * 60) <= 0.05 * minutes * 60
    asked = [each.question for each in plan.questions]
    assert len(set(asked)) == len(asked)
    assert [part for part, _, _ in plan.parts] == list(PARTS)
    assert sum(seconds for _, _, seconds in plan.parts) == plan.seconds
    below = LEVELS[max(0, LEVELS.index(level) - 1)]
    assert {questions[name].level for name in asked} <= {level, below}
    for each in plan.questions:
        assert (each.part, each.area, each.say) == (
            questions[each.question].part,
            questions[each.question].area,
            questions[each.question].say,
        )
        assert each.follow_ups <= questions[each.question].follow_ups
    assert sum(each.part == "design" for each in plan.questions) == 1 or minutes >= 75


@given(seed=st.integers(0, 2**32), data=st.data())
def test_the_same_seed_gives_the_same_interview(seed: int, data: st.DataObject) -> None:
    """Whatever the order in which the questions come out of the banks."""
    wanted = Wanted(minutes=45)
    mixed = data.draw(st.permutations(POOL))
    assert compose(mixed, wanted, seed) == compose(POOL, wanted, seed)


def test_another_seed_gives_another_interview() -> None:
    """Twenty seeds, and hardly ever the same questions."""
    plans = {tuple(each.question for each in compose(POOL, Wanted(minutes=45), seed).questions) for seed in range(20)}
    assert len(plans) >= 19


@given(seed=st.integers(0, 2**32), area=st.sampled_from(TECHNICAL))
def test_focus_keeps_to_its_area(seed: int, area: str) -> None:
    """As long as there is a question of it, no other technical one is asked."""
    plan = compose(POOL, Wanted(minutes=45, focus=(area,)), seed)
    technical = [each.area for each in plan.questions if each.part == "technical"]
    assert technical
    assert set(technical) == {area}


def test_when_the_focus_runs_dry_others_fill_the_time() -> None:
    """Two questions of the area are asked first, and the hour is filled all the same."""
    few = [each for each in POOL if each.area != "python"] + [askable(f"p{at}", "python/one") for at in range(2)]
    plan = compose(few, Wanted(minutes=60, focus=("python",)), 1)
    areas = Counter(each.area for each in plan.questions if each.part == "technical")
    assert areas["python"] == 2
    assert len(areas) > 1


def test_weak_areas_come_more_often() -> None:
    """An area that is little known and named by the role is asked about most, one that is known least."""
    known = dict.fromkeys(TECHNICAL, 0.5) | {"python": 0.95, "sql-mysql": 0.0}
    wanted = Wanted(minutes=45, weights=weights({"sql-mysql"}, known))
    areas = Counter(
        each.area for seed in range(200) for each in compose(POOL, wanted, seed).questions if each.part == "technical"
    )
    others = [areas[area] for area in TECHNICAL[2:]]
    assert areas["sql-mysql"] > max(others)
    assert areas["python"] < min(others)


def test_a_weight_follows_importance_and_weakness() -> None:
    """Twice for what the role names, four times for what is unknown; a share out of range is taken as its end."""
    assert weights({"a"}, {"a": 1.0, "b": 1.0, "c": 0.0, "d": 2.0}) == {"a": 2.0, "b": 1.0, "c": 4.0, "d": 1.0}


def test_what_was_asked_lately_comes_seldom() -> None:
    """Of two openers the one from the last interview is rarely the first again."""
    two = [askable("old", OPENERS, asked=True), askable("new", OPENERS)]
    first = Counter(compose(two, Wanted(minutes=45), seed).questions[0].question for seed in range(200))
    assert first["new"] > 3 * first["old"] > 0


def test_skills_are_not_asked_twice_while_others_are_left() -> None:
    """A quarter of an hour more is spent on another skill."""
    for seed in range(30):
        plan = compose(POOL, Wanted(minutes=45), seed)
        skills = [BY_ID[each.question].skill for each in plan.questions if each.part == "technical"]
        assert len(set(skills)) == len(skills)


def test_time_goes_to_second_follow_ups_technical_ones_first() -> None:
    """What is left after the questions is used for going deeper; a question with none gets none."""
    questions = [askable("t", "python/one", say=300), askable("o", OPENERS, say=60, follow_ups=0)]
    plan = compose(questions, Wanted(minutes=15), 1)
    assert {each.question: each.follow_ups for each in plan.questions} == {"o": 0, "t": 2}
    assert plan.closing == 144


def test_a_short_interview_goes_without_follow_ups_before_it_goes_over() -> None:
    """Long questions in a quarter of an hour: the follow-ups give way."""
    questions = [askable(part, skills[0], say=120) for part, skills in SKILLS.items()]
    plan = compose(questions, Wanted(minutes=15), 1)
    assert len(plan.questions) == 5
    assert plan.seconds <= 15 * 60 * 1.05
    assert sum(each.follow_ups for each in plan.questions) < 5


@pytest.mark.parametrize(
    ("skill", "kind", "prompt", "part"),
    [
        (OPENERS, "story", "Tell me about yourself.", "opener"),
        (BEHAVIOURAL, "open", "Design a talk.", "behavioural"),
        ("testing-quality/tdd", "open", "What is TDD?", "process"),
        ("testing-quality/tdd", "open", "How do you design tests?", "process"),
        ("testing-quality/tdd", "open", "Design a test suite.", "design"),
        ("python/gil", "open", "Sketch caching.", "technical"),
        ("python/gil", "open", "Would you sketch a cache?", "design"),
        ("python/gil", "story", "Design a cache.", "technical"),
        ("distributed-systems-scaling/classic-design-exercises", "open", "A shortener for links?", "design"),
        ("api-design/webhooks", "open", "Name a design flaw of webhooks.", "technical"),
    ],
)
def test_every_question_has_its_part(skill: str, kind: str, prompt: str, part: str) -> None:
    """By what it is about, and by how it is put."""
    assert askable("x", skill, kind=kind, prompt=prompt).part == part


def test_questions_for_them_are_no_questions_of_the_interview() -> None:
    """They are its end."""
    only = [askable("x", "behavioural-communication-career/questions-to-ask")]
    with pytest.raises(ValueError, match="no question"):
        compose(only, Wanted(minutes=45), 1)


def test_a_level_without_questions_is_no_reason_for_silence() -> None:
    """A part that has only senior questions asks those, also of a junior."""
    plan = compose([askable("s", "python/one", "senior")], Wanted(minutes=15, level="junior"), 1)
    assert [each.question for each in plan.questions] == ["s"]


def test_what_is_too_long_all_the_same_is_taken_from_the_end() -> None:
    """Questions of three minutes each: the person's own time shrinks to a minute, and no further."""
    questions = [askable(part, skills[0], say=130) for part, skills in SKILLS.items()]
    assert compose(questions, Wanted(minutes=15), 1).closing == 75
    questions = [askable(part, skills[0], say=132) for part, skills in SKILLS.items()]
    assert compose(questions, Wanted(minutes=15), 1).closing == 65
    questions = [askable(part, skills[0], say=180) for part, skills in SKILLS.items()]
    assert compose(questions, Wanted(minutes=15), 1).closing == 60


def test_a_part_without_questions_is_left_out_of_the_plan() -> None:
    """The plan names what there is, and the end."""
    plan = compose([askable("t", "python/one", say=600)], Wanted(minutes=15), 1)
    assert [part for part, _, _ in plan.parts] == ["technical", "closing"]


def test_a_long_interview_may_have_two_designs() -> None:
    """From five quarters of an hour on; never three."""
    counts = {
        sum(each.part == "design" for each in compose(POOL, Wanted(minutes=150), seed).questions) for seed in range(10)
    }
    assert counts == {2}
