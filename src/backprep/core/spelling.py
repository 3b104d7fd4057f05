"""Reading a short typed answer as a fair person would: what is the same answer, what is a slip, and where it lies."""

import re
from difflib import SequenceMatcher
from unicodedata import category, normalize

from backprep.core.mark import Change, Segment

FORGIVING_FROM = 5
"""Letters from which a word may hold one slip."""

_ARTICLES = ("a", "an", "the")
# A capital A may be a name (an A record); any other way of writing an article is one.
_ARTICLE = re.compile(r"\s*(?:[Tt]he|[Aa]n|a)\s+(?=\S)")
_SIGNS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’‘ʼ", "'") | dict.fromkeys("“”„«»", '"') | {"`": ""}
)
_IN_BRACKETS = re.compile(r"(?<=\S )\(([^()]*)\)(?!\S)")
_BETWEEN_DIGITS = re.compile(r"(?<=\d) ?([-,]) ?(?=\d)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# A hyphen joins words, and is no more than a space, where a letter stands at one side and something at the other.
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=\w)|(?<=\w)-(?=[^\W\d_])|(?<= )-(?= )")
_PAUSE = re.compile(r"[,;](?= )|(?<=[^\W\d_]),(?=[^\W\d_])")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def folded(text: str) -> str:
    """The text without what nobody means: case, spare spaces, invisible signs, one of two ways to encode an accent."""
    seen = "".join(sign for sign in text.casefold() if category(sign) != "Cf")
    return " ".join(normalize("NFC", seen).split())


def alike(given: str, listed: str) -> bool:
    """Whether they are the same answer: spaces, hyphens, an article, and typed quotes or full stops aside."""
    wanted = _listed(listed)
    return bool(wanted) and any("".join(words) == "".join(wanted) for words in _typed(given, wanted))


def slipped(given: str, listed: str, forgiving_from: int = FORGIVING_FROM) -> bool:
    """Whether they are, but for one slip in each word that has enough letters and no digits."""
    wanted = _listed(listed)
    return bool(wanted) and any(_fits("".join(words), wanted, forgiving_from) for words in _typed(given, wanted))


def one_slip(one: str, other: str) -> bool:
    """Whether one letter added, left out, changed, or swapped with its neighbour makes one word of the other.

    This is Damerau's set of slips (CACM 7(3), 1964), one of them at most.
    """
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    same = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    if len(one) < len(other):
        return one[same:] == other[same + 1 :]
    if one[same + 1 :] == other[same + 1 :]:
        return True
    return one[same : same + 2] == other[same : same + 2][::-1] and one[same + 2 :] == other[same + 2 :]


def likeness(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1."""
    return SequenceMatcher(None, folded(one), folded(other), autojunk=False).ratio()


def diff(given: str, accepted: str) -> tuple[Segment, ...]:
    """What is the same (as ``accepted`` writes it), too much and lacking, letter by letter, case aside."""
    # Folded one by one: some letters fold into two, and the places have to stay.
    one, other = [sign.casefold() for sign in given], [sign.casefold() for sign in accepted]
    segments: list[Segment] = []
    for what, at, to, other_at, other_to in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what == "equal":
            segments.append(Segment(Change.SAME, accepted[other_at:other_to]))
            continue
        if to > at:
            segments.append(Segment(Change.EXTRA, given[at:to]))
        if other_to > other_at:
            segments.append(Segment(Change.LACKING, accepted[other_at:other_to]))
    return tuple(segments)


def _listed(text: str) -> tuple[str, ...]:
    """The words of an answer as an author wrote it, its article left out."""
    return _words(_ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text)


def _typed(text: str, wanted: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The ways to read what a person typed, with respect to the words of a listed answer."""
    readings = []
    # Quotes and stops may be meant in a listed answer, and in a typed one they may be no more than manners.
    tidy = text.translate(_SIGNS).replace('"', "").lstrip(" '").rstrip(" '.,;:!?")
    for words in {_words(text), _words(tidy)}:
        if len(words) > 1 and words[0] in _ARTICLES:
            readings.append(words[1:])
            # "a synchronous" must not be read as "asynchronous", and "an A-record" is one all the same.
            if words[0] != wanted[0]:
                continue
        readings.append(words)
    return readings


def _words(text: str) -> tuple[str, ...]:
    text = _IN_BRACKETS.sub(r"\1", folded(text.translate(_SIGNS)))
    text = _THOUSANDS.sub("", _BETWEEN_DIGITS.sub(r"\1", text))
    return tuple(_APOSTROPHE.sub("", _PAUSE.sub(" ", _HYPHEN.sub(" ", text))).split())


def _fits(given: str, wanted: tuple[str, ...], forgiving_from: int) -> bool:
    """Whether the letters of ``given`` can be dealt out to the words, each the same or one slip away."""
    ends = {0}
    for word in wanted:
        ends = {
            at + length
            for at in ends
            for length in (len(word) - 1, len(word), len(word) + 1)
            if at + length <= len(given) and _forgiven(given[at : at + length], word, forgiving_from)
        }
    return len(given) in ends


def _forgiven(piece: str, word: str, forgiving_from: int) -> bool:
    if piece == word:
        return True
    if sum(map(_is_letter, word)) < forgiving_from or any(map(str.isnumeric, word)):
        return False
    # Only letters slip: a sign or a digit more or less is another answer.
    if [sign for sign in piece if not _is_letter(sign)] != [sign for sign in word if not _is_letter(sign)]:
        return False
    # Asynchronous is no misspelt synchronous: with that one letter, a word says that it is not so.
    return one_slip(piece, word) and piece != f"a{word}" and word != f"a{piece}"


def _is_letter(sign: str) -> bool:
    return sign.isalpha() or category(sign).startswith("M")
