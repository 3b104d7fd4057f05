"""One piece of advice, and the codes of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from backprep.core.problem import Fault

CODES: dict[str, str] = {
    "all-of-the-above": "An option that stands for the others: it tests reading, not knowing.",
    "answer-too-long": "A model answer that cannot be said in its time, at 140 words a minute.",
    "answer-too-short": "A model answer that fills less than 45 % of its time.",
    "code-too-wide": "A line of code in a prompt that a terminal of 80 columns breaks.",
    "few-follow-ups": "An open question with fewer than two follow-ups.",
    "few-mistakes": "An open question with fewer than two usual mistakes.",
    "follow-up-without-answer": "A follow-up that does not say what a good reply holds.",
    "guessable": "Whoever always picks the longest, the first or the most different option does better than by chance.",
    "kind-share": "Too few open questions, or too few that mark themselves by options.",
    "level-share": "Too few or too many questions of one level.",
    "long-prompt": "A prompt that nobody would say in one breath.",
    "no-looking-for": "A spoken question that does not say what the interviewer looks for.",
    "no-terms": "A key point without other words for it.",
    "one-letter-away": "A typed answer that a slip turns into another term of the bank.",
    "point-not-in-answer": "A key point that the model answer does not seem to hold.",
    "right-is-longest": "The right option stands out by its length.",
    "similar-prompts": "Two prompts that read alike.",
    "skill-thin": "A sub-topic of the bank's area with fewer than three questions, or without both sorts.",
    "source-undated": "A source without the day on which it was checked.",
    "unlike-lengths": "Options of very different length.",
}
"""Every code that advice may have, with what it is about."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What could be better. ``question`` is an id; None for the bank as a whole."""

    question: str | None
    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Linted:
    """The files that were read, and what was found in them: faults, or where there are none, advice."""

    files: Sequence[Path]
    banks: int = 0
    questions: int = 0
    faults: Sequence[Fault] = ()
    advice: Sequence[Fault] = ()
