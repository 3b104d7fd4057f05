"""Advice on banks: each rule speaks where it should, and is silent about a question that is as it should be."""

from dataclasses import replace
from typing import Any

import pytest

from backprep.adapters.likeness import likeness
from backprep.app.lint.advice import CODES
from backprep.app.lint.bank import GUESSERS, _shares, advice_on_bank, alike_across, guesser_score
from backprep.app.lint.question import advice_on
from backprep.app.lint.words import share_held, stems, words
from backprep.core.question import FollowUp, Level, Mistake, Question, Source
from backprep.kinds.base import Choice
from backprep.kinds.choice import ChoiceQuestion
from backprep.kinds.open import KeyPoint, OpenQuestion
from backprep.kinds.several import SeveralQuestion
from backprep.kinds.story import Cover, StoryQuestion
from backprep.kinds.true_false import TrueFalseQuestion

SOURCE = Source(title="A manual", at="page 1", checked=__import__("datetime").date(2026, 11, 23))
SKILL = "python/typing"


def open_one(name: str = "o", **changes: Any) -> OpenQuestion:
    """An open question with which nothing is wrong."""
    fields: dict[str, Any] = {
        "id": name,
        "kind": "open",
        "skill": SKILL,
        "level": "mid",
        "prompt": f"What is a type hint, and who reads it? ({name})",
        "say": 30,
        "looking_for": "Whether you know that nothing is enforced at run time.",
        "answer": "A type hint says what a name is meant to hold. The interpreter keeps it and does not enforce it. A"
        " type checker reads it before the program runs, and so do editors, which complete names and show mistakes.",
        "key_points": (
            KeyPoint(point="Not enforced by the interpreter", weight=60, must=True, terms=("no checks at run time",)),
            KeyPoint(point="Read by static analysis", weight=40, terms=("type checker", "mypy")),
        ),
        "mistakes": (Mistake(claim="It is enforced", why="No."), Mistake(claim="It makes code faster", why="No.")),
        "follow_ups": (FollowUp(ask="Why?", good="So."), FollowUp(ask="When?", good="Then.")),
        "sources": (SOURCE,),
    }
    return OpenQuestion(**{**fields, **changes})


def options(*texts: str, right: int = 0) -> tuple[Choice, ...]:
    """Options, one of them right."""
    return tuple(Choice(text=text, why="Because.", correct=at == right) for at, text in enumerate(texts))


def choice(
    name: str = "c", texts: tuple[str, ...] = ("alpha", "brave", "charm", "delta"), right: int = 1
) -> ChoiceQuestion:
    """A choice with which nothing is wrong."""
    prompt = f"Which one is meant by number {name}?"
    return ChoiceQuestion(
        id=name,
        kind="choice",
        skill=SKILL,
        level="mid",
        prompt=prompt,
        choices=options(*texts, right=right),
        sources=(SOURCE,),
    )


def codes(question: Question) -> list[str]:
    """The codes of the advice on a question."""
    return [each.code for each in advice_on(question)]


def test_there_is_nothing_to_say_about_good_questions() -> None:
    """No advice for questions that keep every rule."""
    assert codes(open_one()) == []
    assert codes(choice()) == []


LONG = " ".join(["word"] * 80)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (open_one(prompt="why " * 101), ["long-prompt"]),
        (open_one(prompt="Why?\n\n```\n" + "x" * 72 + "\n```"), []),
        (open_one(prompt="Why?\n\n```\n" + "x" * 73 + "\n```"), ["code-too-wide"]),
        (open_one(prompt="Why?\n```\n" + "x = 1\n" * 200 + "```\n"), []),
        (open_one(looking_for=None), ["no-looking-for"]),
        (open_one(sources=(replace(SOURCE, checked=None),)), ["source-undated"]),
        (
            open_one(follow_ups=(FollowUp(ask="Why?"), FollowUp(ask="When?", good="Then."))),
            ["follow-up-without-answer"],
        ),
        (open_one(follow_ups=(FollowUp(ask="Why?", good="So."),)), ["few-follow-ups"]),
        (open_one(mistakes=()), ["few-mistakes"]),
        (open_one(say=15), ["answer-too-long"]),
        (open_one(say=240), ["answer-too-short"]),
        (open_one(key_points=(KeyPoint(point="Not enforced by the interpreter", weight=100),)), ["no-terms"]),
        (
            open_one(key_points=(KeyPoint(point="Generics erase their parameters", weight=100, terms=("erasure",)),)),
            ["point-not-in-answer"],
        ),
        (choice(texts=("alpha", "All of the above", "charm", "delta")), ["all-of-the-above", "right-is-longest"]),
        (choice(texts=("a" * 40, "b" * 41, "c" * 90, "d" * 42), right=0), ["unlike-lengths"]),
        (choice(texts=("a" * 30, "b" * 31, "c" * 29, "d" * 60), right=3), ["right-is-longest"]),
    ],
)
def test_each_rule_speaks(question: Question, expected: list[str]) -> None:
    """One thing is wrong with each, and that is what is said."""
    assert codes(question) == expected


def test_a_story_needs_to_say_what_it_is_for() -> None:
    """Stories have no key points, and the same need for `looking_for`."""
    story = StoryQuestion(
        id="s", kind="story", skill=SKILL, level="mid", prompt="Well?", cover=(Cover(part="task", point="What"),)
    )
    assert codes(story) == ["no-looking-for"]


def test_several_options_are_looked_at_too() -> None:
    """Length gives answers away wherever there are options."""
    several = SeveralQuestion(
        id="s", kind="several", skill=SKILL, level="mid", prompt="Which?", choices=options("a" * 10, "b" * 60)
    )
    assert codes(several) == ["unlike-lengths"]


# Words ----------------------------------------------------------------------------------------------------------


def test_words_and_what_is_compared_of_them() -> None:
    """Endings do not matter, short words do not count, and names with signs in them are words."""
    assert words("C++, node.js and IT'S") == ["c++", "node.js", "and", "it's"]
    assert stems("Connections are pooled") == {"conne", "poole"}
    assert share_held("Connections pooled", "A pooler keeps a connection open") == 1
    assert share_held("Connections closed", "A pooler keeps a connection open") == 0.5
    assert share_held("it is so", "") == 1


# Banks ----------------------------------------------------------------------------------------------------------


def bank(count: int = 24) -> list[Question]:
    """A bank with which nothing is wrong: half open, half choice, levels mixed, the right option anywhere."""
    levels: tuple[Level, ...] = ("junior", "mid", "mid", "senior")
    prompts = [f"{name} {name[::-1]} {name[2:]}?" for name in _names(count)]
    made: list[Question] = []
    for at, prompt in enumerate(prompts):
        texts = ("alpha one", "brave two", "charm six", "delta ten")
        each: Question = open_one(f"q{at}") if at % 2 else choice(f"q{at}", texts, right=at // 2 % 4)
        made.append(replace(each, prompt=prompt, level=levels[at % 4]))
    return made


def _names(count: int) -> list[str]:
    import random

    dice = random.Random(3)
    return ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=12)) for _ in range(count)]


def bank_codes(questions: list[Question], *skills: str) -> list[str]:
    """The codes of the advice on a bank."""
    return [each.code for each in advice_on_bank(questions, skills, likeness)]


def test_there_is_nothing_to_say_about_a_good_bank() -> None:
    """Shares, levels, sub-topics and options as they should be."""
    assert bank_codes(bank(), SKILL) == []


def test_shares_of_kinds_and_levels() -> None:
    """Too few spoken ones, too few options, too many of one level; a small bank is left in peace."""
    assert "kind-share" in bank_codes([each for each in bank(60) if each.kind == "choice"])
    assert "kind-share" in bank_codes([each for each in bank(60) if each.kind == "open"])
    assert bank_codes([replace(each, level="mid") for each in bank()]) == ["level-share"] * 3
    assert bank_codes([replace(each, level="mid") for each in bank(12)]) == []


LEVEL_BOUNDS = [("junior", 24, 36), ("mid", 38, 52), ("senior", 19, 31)]


@pytest.mark.parametrize(("level", "least", "most"), LEVEL_BOUNDS)
def test_the_bounds_of_levels(level: Level, least: int, most: int) -> None:
    """A share at a bound is right; one question of a hundred beyond it is told, and what would do."""
    other: Level = "mid" if level != "mid" else "senior"
    for share in (least - 1, least, most, most + 1):
        levels: list[Level] = [level] * share + [other] * (100 - share)
        questions = [
            replace(each, level=levels[at], prompt=name)
            for at, (each, name) in enumerate(zip(bank(100), _names(100), strict=True))
        ]
        told = [each for each in _shares(questions) if f"are for {level}" in each.message]
        assert [each.hint for each in told] == (
            [] if least <= share <= most else [f"Between {least}% and {most}% would do."]
        )


def test_sub_topics_need_three_questions_of_both_sorts() -> None:
    """A sub-topic that is missing, thin, silent or only spoken is named."""
    true = TrueFalseQuestion(
        id="t", kind="true_false", skill="python/a", level="mid", prompt="?", truth=True, why="So."
    )
    others = [replace(true, id=f"t{at}", prompt=name, skill="python/b") for at, name in enumerate(_names(6)[:3])]
    spoken = [replace(open_one(f"o{at}"), prompt=name, skill="python/c") for at, name in enumerate(_names(6)[3:])]
    small, skills = [true, *others, *spoken], ("python/a", "python/b", "python/c")
    found = [each for each in advice_on_bank([*small, *bank()], skills, likeness) if each.code == "skill-thin"]
    assert [each.message.split(" has ")[0] for each in found] == ["python/a", "python/b", "python/c"]
    assert bank_codes(small, *skills) == []
    two = [replace(each, skill="python/d") for each in (true, spoken[0])]
    told = [each.message for each in advice_on_bank([*two, *bank()], ["python/d"], likeness)]
    assert "python/d has 2 questions" in told


@pytest.mark.parametrize(
    ("texts", "right"),
    [
        (("alpha one two three", "brave two", "charm six", "delta ten"), 0),
        (("alpha one", "brave two six", "charm six ten", "no"), 3),
        (("alpha one", "alpha two", "alpha six", "brave elk"), 3),
    ],
)
def test_whoever_looks_at_the_form_alone_must_not_win(texts: tuple[str, ...], right: int) -> None:
    """The longest, the shortest, the first as written, the odd one out: each is caught when it pays."""
    choices: list[Question] = [
        replace(choice(f"q{at}", texts, right), prompt=name) for at, name in enumerate(_names(20))
    ]
    assert "guessable" in bank_codes(choices)
    assert "guessable" not in bank_codes(choices[:19])


def test_ties_are_shared_by_a_guesser() -> None:
    """Who finds two options equally attractive is right half the time."""
    tie = choice(texts=("aa", "bb", "c", "d"), right=1)
    assert guesser_score([tie], lambda texts: GUESSERS["longest"](texts, likeness)) == 50


def test_prompts_that_read_alike_are_found_in_a_bank_and_across() -> None:
    """The later one is named; the order of words does not hide it."""
    one = replace(open_one("one"), prompt="Which guarantees does the CAP theorem weigh against each other?")
    other = replace(open_one("other"), prompt="The CAP theorem weighs which guarantees against each other?")
    assert [(each.question, each.code) for each in advice_on_bank([one, other], (), likeness)] == [
        ("other", "similar-prompts")
    ]
    assert [each.question for each in alike_across([one], [other], likeness)] == ["other"]
    assert list(alike_across([one], [open_one()], likeness)) == []


def test_every_code_is_in_the_table() -> None:
    """What the documents list is what can be said."""
    import re
    from pathlib import Path

    import backprep.app.lint.bank as on_banks
    import backprep.app.lint.question as on_questions
    import backprep.app.lint.terms as on_terms

    said: set[str] = set()
    for module in (on_banks, on_questions, on_terms):
        text = Path(str(module.__file__)).read_text("utf-8")
        said |= set(re.findall(r'(?:say\(\s*|Advice\(\s*[\w.]+,\s*)"([a-z-]+)"', text))
    assert said == set(CODES)
