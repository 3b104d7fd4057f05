"""How alike two texts are."""


def likeness(one: str, other: str) -> float:
    """From 0 to 100: by edits between their words in sorted order, case and punctuation aside."""
    from rapidfuzz.fuzz import token_sort_ratio
    from rapidfuzz.utils import default_process

    return token_sort_ratio(one, other, processor=default_process)
