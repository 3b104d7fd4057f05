"""'Did you mean …?'"""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to a misspelt one, or None where none is near."""
    import difflib  # only misspelt words pay for it

    pool = list(known)
    lowered = {candidate.casefold(): candidate for candidate in reversed(pool)}
    close = difflib.get_close_matches(word.casefold(), list(lowered), n=1, cutoff=0.6)
    if close:
        return lowered[close[0]]
    tails = {candidate.rpartition("/")[2]: candidate for candidate in reversed(pool)}
    close = difflib.get_close_matches(word.casefold().rpartition("/")[2], list(tails), n=1, cutoff=0.6)
    return tails[close[0]] if close else None
