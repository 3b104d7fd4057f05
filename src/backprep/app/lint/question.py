"""Advice on one question."""

from collections.abc import Iterator

from backprep.app.lint.advice import Advice
from backprep.app.lint.words import share_held, words
from backprep.core.question import Question
from backprep.kinds.choice import ChoiceQuestion
from backprep.kinds.open import OpenQuestion
from backprep.kinds.several import SeveralQuestion

PACE = 140
"""Words a minute."""
LONGEST_PROMPT = 400
"""Characters, code aside."""
WIDEST_CODE = 72
"""Characters of a line that a terminal of 80 columns shows without breaking it."""
HELD = 0.5
"""The share of a key point's words from which it counts as said."""
_ALL = ("all of the above", "none of the above", "all of these", "none of these", "both of the above")


def advice_on(question: Question) -> Iterator[Advice]:
    """Everything that a program can see about one question."""

    def say(code: str, message: str, hint: str) -> Advice:
        return Advice(question.id, code, message, hint)

    parts = question.prompt.split("```")
    prose = "".join(parts[::2])
    widest = max((line for code in parts[1::2] for line in code.splitlines()), key=len, default="")
    if len(widest) > WIDEST_CODE:
        said = f"a line of code has {len(widest)} characters: {widest.strip()[:40]!r}"
        yield say("code-too-wide", said, f"Break it before {WIDEST_CODE}, where a terminal of 80 columns does.")
    if len(prose) > LONGEST_PROMPT:
        yield say("long-prompt", f"the prompt has {len(prose)} characters", "Ask for one thing; move the rest away.")
    if question.kind in ("open", "story") and not question.looking_for:
        yield say("no-looking-for", "`looking_for` is missing", "Say what the interviewer wants to find out.")
    for source in question.sources:
        if source.checked is None:
            yield say("source-undated", f"the source {source.title!r} has no date", "Add `checked: 2026-11-23`.")
    for follow_up in question.follow_ups:
        if not follow_up.good:
            yield say("follow-up-without-answer", f"{follow_up.ask!r} has no `good`", "Say what a good reply holds.")
    match question:
        case OpenQuestion():
            yield from _on_open(question)
        case ChoiceQuestion() | SeveralQuestion():
            yield from _on_options(question)


def _on_open(question: OpenQuestion) -> Iterator[Advice]:
    def say(code: str, message: str, hint: str) -> Advice:
        return Advice(question.id, code, message, hint)

    if len(question.mistakes) < 2:
        yield say("few-mistakes", f"{len(question.mistakes)} usual mistakes are named", "Name two, each with why.")
    if len(question.follow_ups) < 2:
        yield say("few-follow-ups", f"{len(question.follow_ups)} follow-ups are named", "Add some that go deeper.")
    answer = question.answer or ""
    count = len(answer.split())
    if question.say is not None:
        most = question.say * PACE / 60
        if count > most:
            said = f"the answer has {count} words, and {most:.0f} can be said in {question.say} s"
            yield say("answer-too-long", said, "Shorten it, or give it more time.")
        elif count < 0.45 * most:
            said = f"the answer has {count} words for {question.say} s"
            yield say("answer-too-short", said, "Say more, or give it less time.")
    said_words = f" {' '.join(words(answer))} "
    for point in question.key_points:
        if not point.terms:
            yield say(
                "no-terms", f"the point {point.point!r} has no `terms`", "Add other words that people use for it."
            )
        named = any(f" {' '.join(words(term))} " in said_words for term in point.terms)
        if not named and share_held(point.point, answer) < HELD:
            hint = "Say it in the answer, or add a term that the answer uses."
            yield say("point-not-in-answer", f"the answer does not seem to hold {point.point!r}", hint)


def _on_options(question: ChoiceQuestion | SeveralQuestion) -> Iterator[Advice]:
    texts = [choice.text for choice in question.choices]
    lengths = [len(text) for text in texts]
    for text in texts:
        if text.casefold().strip(" .") in _ALL:
            yield Advice(question.id, "all-of-the-above", f"the option {text!r} stands for others", "Replace it.")
    if max(lengths) > 2.2 * max(12, min(lengths)):
        said = f"the options have {min(lengths)} to {max(lengths)} characters"
        yield Advice(question.id, "unlike-lengths", said, "Make them alike: length gives an answer away.")
    if isinstance(question, ChoiceQuestion):
        right = next(len(choice.text) for choice in question.choices if choice.correct)
        others = sorted(length for length, choice in zip(lengths, question.choices, strict=True) if not choice.correct)
        if right > 1.3 * others[-1] and right - others[-1] > 8:
            yield Advice(question.id, "right-is-longest", "the right option is much the longest", "Shorten it.")
