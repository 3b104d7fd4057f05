"""Fill in the blank: a typed answer, marked as a fair person would."""

import string
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from backprep.core.gesture import FillIn
from backprep.core.mark import Change, Mark, Part, Verdict
from backprep.core.reply import Typed
from backprep.core.spelling import folded
from backprep.kinds.fill import KIND, FillQuestion
from builders import faults, fill

LETTERS = string.ascii_lowercase
LONG = st.text(LETTERS, min_size=5, max_size=12)
SHORT = st.text(LETTERS, min_size=1, max_size=4)
TEXTS = st.text(min_size=1, max_size=20)


def mark(question: FillQuestion, typed: str) -> Mark:
    """What a typed answer is worth."""
    return KIND.mark(question, Typed(typed))


@st.composite
def slips(draw: st.DrawFn, word: str, letters: str = LETTERS) -> str:
    """The word with one letter added, left out, changed, or swapped with its neighbour."""
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from(letters))
    slipped = draw(
        st.sampled_from(
            [
                word[:at] + letter + word[at:],
                word + letter,
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            ]
        )
    )
    # The a of "asynchronous" is not a letter too many: that is tested apart.
    assume(slipped not in (word, f"a{word}") and word != f"a{slipped}")
    return slipped


@st.composite
def dressed(draw: st.DrawFn, text: str) -> str:
    """The same text in another case and with other spaces around and between its words."""
    spaces = st.text(" \t\u00a0\u2003", min_size=1, max_size=3)
    cased = "".join(draw(st.sampled_from([sign.upper(), sign.lower()])) for sign in text)
    between = "".join(draw(spaces) if sign == " " else sign for sign in cased)
    return draw(spaces) + between + draw(spaces)


# What is the same -----------------------------------------------------------------------------------------------


@given(st.data(), st.lists(st.text(LETTERS + string.digits, min_size=1, max_size=6), min_size=1, max_size=4))
def test_case_and_spacing_do_not_matter(data: st.DataObject, words: list[str]) -> None:
    """Capitals and spaces around or between the words are never held against the person, nor remarked on."""
    answer = " ".join(words)
    got = mark(fill("something else", answer), data.draw(dressed(answer)))
    assert Mark(1.0, True, (Part(answer, Verdict.RIGHT),)) == got


@given(st.data(), st.lists(st.text(LETTERS, min_size=2, max_size=6), min_size=2, max_size=4))
def test_where_the_words_are_parted_does_not_matter(data: st.DataObject, words: list[str]) -> None:
    """One word, two words or a hyphen: the same answer."""
    assume(words[0] not in ("a", "an", "the"))
    answer, typed = (
        "".join(word + data.draw(st.sampled_from([" ", "-", "", "\u2011"])) for word in words[:-1]) + words[-1]
        for _ in range(2)
    )
    assert mark(fill(answer), typed).right


@pytest.mark.parametrize(
    ("listed", "typed"),
    [
        ("write-ahead log", "write ahead log"),
        ("write ahead log", "Write-Ahead-Log"),
        ("load balancer", "loadb alancer"),
        ("UTF-8", "utf8"),
        ("GIL", "the GIL"),
        ("load balancer", "A load balancer"),
        ("the event loop", "event loop"),
        ("an index", "the index"),
        ("A record", "an A-record"),
        ("A record", "a-record"),
        ("429", "“429”."),
        ("429", "429!"),
        ("N+1 problem", 'the "N+1" problem'),
        ("survived", "survived?"),
        ("git bisect", "`git bisect`"),
        ("Amdahl's law", "Amdahl’s law"),
        ("Amdahl's law", "amdahls law"),
        ("429 Too Many Requests", "429 (Too Many Requests)"),
        ("429 Too Many Requests", "429 - too many requests"),
        ("65535", "65,535"),
        ("1-3", "1 – 3"),
        ("read, write", "read,write"),
        ("22, 80", "22,80"),
        ("fédération", "fe\u0301de\u0301ration"),
        ("Straße", "STRASSE"),
        ("429", "\ufeff4\u200b29"),
    ],
)
def test_manners_of_writing_do_not_matter(listed: str, typed: str) -> None:
    """Hyphens, articles, quotes, full stops and the like are no part of what the person knows."""
    assert Mark(1.0, True, (Part(listed, Verdict.RIGHT),)) == mark(fill(listed), typed)


@pytest.mark.parametrize(
    ("listed", "typed"),
    [
        ("5", "-5"),
        ("--force", "force"),
        ("1-3", "13"),
        ("1.5", "15"),
        ("(1,)", "(1)"),
        ("save!", "save"),
        ('"id"', "id"),
        ("C++", "C"),
        ("C#", "C"),
        ("count(*)", "count()"),
        ("n+1", "n1"),
        ("A record", "record"),
        ("AAAA record", "A record"),
        ("asynchronous", "a synchronous"),
        ("the", "a"),
    ],
)
def test_signs_that_mean_something_do_matter(listed: str, typed: str) -> None:
    """A sign that makes it another thing is never overlooked."""
    assert not mark(fill(listed), typed).right


# Slips ----------------------------------------------------------------------------------------------------------


@given(st.data(), st.lists(LONG, min_size=1, max_size=3))
def test_one_slip_in_each_long_word_is_forgiven_and_shown(data: st.DataObject, words: list[str]) -> None:
    """A letter too many, too few, wrong or swapped in a word of five letters or more is accepted, and shown."""
    answer, typed = " ".join(words), " ".join(data.draw(slips(word)) for word in words)
    assume(typed.replace(" ", "") != "".join(words))  # two slips may make up for each other
    got = mark(fill(answer), typed)
    assert (True, 1.0, "Accepted; mind the spelling") == (got.right, got.score, got.note)
    assert any(segment.change is not Change.SAME for segment in got.diff)


@given(st.data(), SHORT)
def test_no_slip_is_forgiven_in_a_short_word(data: st.DataObject, word: str) -> None:
    """A word of four letters or fewer with another letter is another word."""
    assert not mark(fill(word), data.draw(slips(word))).right


@given(st.data(), LONG, st.sampled_from(string.digits), st.integers(0, 12))
def test_no_slip_is_forgiven_in_a_word_with_a_digit(data: st.DataObject, word: str, digit: str, at: int) -> None:
    """sha256 is not sha265, however long the word."""
    numbered = word[:at] + digit + word[at:]
    assert not mark(fill(numbered), data.draw(slips(numbered, LETTERS + string.digits))).right


@given(st.data(), LONG, st.sampled_from(string.digits + "+*#"))
def test_only_letters_slip(data: st.DataObject, word: str, sign: str) -> None:
    """A digit or a sign in a long word is no slip of the finger: python3 is not what was asked for."""
    at = data.draw(st.integers(0, len(word)))
    assert not mark(fill(word), word[:at] + sign + word[at:]).right


@given(st.text("abcdefgh", min_size=5, max_size=12), st.data())
def test_two_slips_in_a_word_are_not_forgiven(word: str, data: st.DataObject) -> None:
    """With two letters wrong, a word counts as another word."""
    one, two = sorted(data.draw(st.sets(st.integers(0, len(word) - 1), min_size=2, max_size=2)))
    typed = word[:one] + "x" + word[one + 1 : two] + "y" + word[two + 1 :]
    assert not mark(fill(word), typed).right


@given(st.text(LETTERS, min_size=5, max_size=12))
def test_the_letter_that_makes_a_word_its_opposite_is_no_slip(word: str) -> None:
    """Asynchronous is not synchronous misspelt, nor the other way round."""
    assert not mark(fill(f"a{word}"), word).right
    assert not mark(fill(word), f"a{word}").right


def test_a_slip_and_a_missing_space_are_forgiven_together() -> None:
    """Spacing does not use up the one slip."""
    assert mark(fill("load balancer"), "loadbalencer").right


@pytest.mark.parametrize(("listed", "typed"), [("naïve", "naive"), ("naïve", "nazve"), ("संगणकीय", "संगणकिय")])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_letter_with_its_marks_is_one_letter(listed: str, typed: str, form: Literal["NFC", "NFD"]) -> None:
    """A missing accent or another vowel sign is one slip, however the keyboard encodes it."""
    assert mark(fill(normalize(form, listed)), typed).right
    assert mark(fill(listed), normalize(form, typed)).right
    assert not mark(fill(listed), listed[0]).right


# What is never accepted -----------------------------------------------------------------------------------------


@given(st.text(" \t\n\u00a0\u200b\ufeff"), st.lists(st.one_of(TEXTS, st.sampled_from(["", " ", "\u200b"])), min_size=1))
def test_an_empty_reply_is_never_accepted(typed: str, accept: list[str]) -> None:
    """Whoever types nothing that can be seen is told so, whatever the bank accepts."""
    expected = Mark(0.0, False, (Part(accept[0], Verdict.MISSED),), "Nothing was typed")
    assert expected == mark(fill(*accept), typed)


@given(st.data(), LONG)
def test_an_answer_listed_as_wrong_is_never_accepted(data: st.DataObject, word: str) -> None:
    """However near its spelling is to the right answer, a listed wrong answer is wrong, with the author's reason."""
    wrong = data.draw(slips(word))
    got = mark(fill(word, wrong=[wrong]), data.draw(dressed(wrong)))
    assert (False, 0.0) == (got.right, got.score)
    assert (Verdict.WRONG, f"not {wrong}") == (got.parts[0].verdict, got.parts[0].why)
    assert Part(word, Verdict.MISSED) == got.parts[1]


@given(st.data(), LONG)
def test_a_slip_from_an_answer_listed_as_wrong_is_not_accepted(data: st.DataObject, word: str) -> None:
    """What may be a misspelt wrong answer does not pass for a misspelt right one."""
    wrong = data.draw(slips(word))
    typed = data.draw(slips(wrong))
    assume(folded(typed) != folded(word))
    assert not mark(fill(word, wrong=[wrong]), typed).right


@given(st.data(), LONG)
def test_the_right_answer_is_accepted_beside_a_wrong_one_that_is_near(data: st.DataObject, word: str) -> None:
    """A listed wrong answer takes nothing away from whoever types the right one."""
    assert mark(fill(word, wrong=[data.draw(slips(word))]), data.draw(dressed(word))).right


def test_a_misspelt_wrong_answer_shows_its_reason() -> None:
    """Whoever means a listed wrong answer and misspells it reads why it is wrong all the same."""
    got = mark(fill("libuv", wrong=["libevent"]), "libevnt")
    assert (False, "not libevent") == (got.right, got.parts[0].why)


def test_a_slip_between_a_right_and_a_short_wrong_answer_is_not_accepted() -> None:
    """HTTPX may be meant for HTTP as well as for HTTPS: it is not accepted, and no reason is made up."""
    got = mark(fill("HTTPS", wrong=["HTTP"]), "HTTPX")
    assert (False, None) == (got.right, got.parts[0].why)
    assert "not HTTP" == mark(fill("HTTPS", wrong=["HTTP"]), "http").parts[0].why


def test_the_plainest_reading_wins() -> None:
    """What is right to the letter is right, even where a wrong answer differs only by a hyphen, and the reverse."""
    question = fill("log in", wrong=["log-in"])
    assert mark(question, "Log in").right
    assert not mark(question, "LOG-IN").right


def test_the_nearest_of_several_right_answers_is_shown() -> None:
    """Next to a wrong reply stands the right answer that is most like it."""
    got = mark(fill("429", "429 Too Many Requests"), "Too Many Retries")
    assert Part("429 Too Many Requests", Verdict.MISSED) == got.parts[1]


# Any text at all ------------------------------------------------------------------------------------------------


@given(st.lists(TEXTS, min_size=1, max_size=3), st.lists(TEXTS, max_size=2), st.text(max_size=30))
def test_any_text_is_marked(accept: list[str], wrong: list[str], typed: str) -> None:
    """Whatever is typed, and whatever the bank lists, there is a mark, and its diff reads as both texts."""
    got = mark(fill(*accept, wrong=wrong), typed)
    assert got.right == (got.score == 1)
    assert got.score in (0, 1)
    if got.diff:
        shown = next(part.text for part in got.parts if part.verdict in (Verdict.RIGHT, Verdict.MISSED))
        said = "".join(segment.text for segment in got.diff if segment.change is not Change.LACKING)
        accepted = "".join(segment.text for segment in got.diff if segment.change is not Change.EXTRA)
        assert " ".join(typed.split()).casefold() == said.casefold()
        assert shown == accepted


@given(TEXTS, st.lists(TEXTS, max_size=2))
def test_a_listed_answer_is_accepted_as_it_is(answer: str, others: list[str]) -> None:
    """Typing exactly what the author lists is right, in any script."""
    assume(folded(answer))
    assert mark(fill(*others, answer), answer).right


# The rest -------------------------------------------------------------------------------------------------------


def test_a_blank_is_filled_by_typing() -> None:
    """The person types, and sees no options."""
    assert FillIn() == KIND.gesture(fill("a"))


def test_the_back_of_a_card_is_the_usual_answer_and_the_explanation() -> None:
    """Turning the card shows the first accepted answer, and why."""
    assert ("429", "So.") == KIND.back(fill("429", "too many requests"))
    assert ("429",) == KIND.back(fill("429", answer=None))


def test_an_author_is_told_what_is_wrong() -> None:
    """Nothing to accept, an answer both right and wrong, and a missing explanation are faults."""
    assert [] == faults(fill("a", wrong=["b"]))
    assert [(("accept",), "nothing-accepted")] == faults(fill())
    assert [(("wrong", 1), "right-and-wrong")] == faults(fill("Too  many", wrong=["b", "too MANY"]))
    assert [((), "no-answer")] == faults(fill("a", answer=None))
