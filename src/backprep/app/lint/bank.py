"""Advice on a bank as a whole: shares, gaps, questions that read alike, and what a guesser would score."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from backprep.app.lint.advice import Advice
from backprep.app.lint.terms import advice_on_slips
from backprep.core.question import LEVELS, Question
from backprep.kinds.choice import ChoiceQuestion

Similar = Callable[[str, str], float]
"""How alike two texts are, from 0 to 100."""

ENOUGH = 20
"""Questions from which on a bank's shares, gaps and guessers say something."""
ENOUGH_CHOICES = 8
SPOKEN, BY_OPTIONS = 0.40, 0.30
LEVEL_SHARES = {"junior": (0.24, 0.36), "mid": (0.38, 0.52), "senior": (0.19, 0.31)}
EACH_SKILL = 3
LUCK = 5
"""Percentage points that a guesser may be above chance."""
ALIKE = 85
"""The likeness from which two prompts ask the same."""
_SPOKEN = ("open", "story")


def advice_on_bank(questions: Sequence[Question], skills: Collection[str], similar: Similar) -> Iterator[Advice]:
    """Everything about a bank; ``skills`` are the sub-topics of its area, none where it is no area's bank."""
    if len(questions) >= ENOUGH:
        yield from _shares(questions)
        for skill in skills:
            yield from _on_skill(skill, [each for each in questions if each.skill == skill])
        choices = [each for each in questions if isinstance(each, ChoiceQuestion)]
        if len(choices) >= ENOUGH_CHOICES:
            yield from _guessers(choices, similar)
    yield from advice_on_slips(questions)
    yield from alike_in(questions, similar)


def _shares(questions: Sequence[Question]) -> Iterator[Advice]:
    kinds = Counter(each.kind for each in questions)
    spoken = sum(kinds[kind] for kind in _SPOKEN) / len(questions)
    options = (kinds["choice"] + kinds["several"]) / len(questions)
    if spoken < SPOKEN:
        said = f"{spoken:.0%} of the questions are spoken ones"
        yield Advice(None, "kind-share", said, f"Make it {SPOKEN:.0%} or more.")
    if options < BY_OPTIONS:
        said = f"{options:.0%} of the questions are choice or several"
        yield Advice(None, "kind-share", said, f"Make it {BY_OPTIONS:.0%} or more.")
    levels = Counter(each.level for each in questions)
    for level in LEVELS:
        share = levels[level] / len(questions)
        least, most = LEVEL_SHARES[level]
        if not least <= share <= most:
            said = f"{share:.0%} of the questions are for {level}"
            yield Advice(None, "level-share", said, f"Between {least:.0%} and {most:.0%} would do.")


def _on_skill(skill: str, questions: Sequence[Question]) -> Iterator[Advice]:
    spoken = sum(each.kind in _SPOKEN for each in questions)
    if len(questions) < EACH_SKILL:
        said = f"{skill} has {len(questions)} questions"
        yield Advice(None, "skill-thin", said, f"Give it {EACH_SKILL} or more.")
    elif not spoken:
        yield Advice(None, "skill-thin", f"{skill} has no spoken question", "Add an open one.")
    elif spoken == len(questions):
        yield Advice(None, "skill-thin", f"{skill} has no question that marks itself", "Add a choice, or another.")


def _guessers(choices: Sequence[ChoiceQuestion], similar: Similar) -> Iterator[Advice]:
    chance = 100 * sum(1 / len(each.choices) for each in choices) / len(choices)
    for name, guess in GUESSERS.items():
        score = guesser_score(choices, lambda texts, guess=guess: guess(texts, similar))  # type: ignore[misc]
        if score > chance + LUCK:
            said = f"always picking the {name} option scores {score:.0f} %, and chance {chance:.0f} %"
            yield Advice(None, "guessable", said, "Reword options so that form gives nothing away.")


def guesser_score(choices: Sequence[ChoiceQuestion], guess: Callable[[Sequence[str]], Sequence[float]]) -> float:
    """The percentage that somebody gets right who picks the option with the highest number; ties are shared."""
    right = 0.0
    for each in choices:
        marks = guess([choice.text for choice in each.choices])
        best = [at for at, mark in enumerate(marks) if mark == max(marks)]
        right += sum(each.choices[at].correct for at in best) / len(best)
    return 100 * right / len(choices)


def _most_different(texts: Sequence[str], similar: Similar) -> list[float]:
    return [-sum(similar(one, other) for at, other in enumerate(texts) if at != here) for here, one in enumerate(texts)]


GUESSERS: dict[str, Callable[[Sequence[str], Similar], Sequence[float]]] = {
    "longest": lambda texts, similar: [len(text) for text in texts],
    "shortest": lambda texts, similar: [-len(text) for text in texts],
    "first": lambda texts, similar: [-at for at in range(len(texts))],
    "most different": _most_different,
}
"""People who know nothing, and look at the form: for each option, how much it attracts them."""


def alike_in(questions: Sequence[Question], similar: Similar) -> Iterator[Advice]:
    """Pairs of prompts in one bank that read alike, told at the later one."""
    for at, later in enumerate(questions):
        yield from _alike(questions[:at], later, similar)


def alike_across(others: Sequence[Question], questions: Sequence[Question], similar: Similar) -> Iterator[Advice]:
    """Prompts that read like one of another bank."""
    for each in questions:
        yield from _alike(others, each, similar)


def _alike(earlier: Sequence[Question], later: Question, similar: Similar) -> Iterator[Advice]:
    for each in earlier:
        if similar(each.prompt, later.prompt) >= ALIKE:
            said = f"the prompt reads like that of {each.id!r}"
            yield Advice(later.id, "similar-prompts", said, "Ask for something else, or drop one.")
