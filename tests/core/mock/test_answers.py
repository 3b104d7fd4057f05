"""Which follow-ups come after an answer."""

from backprep.core.mock.answers import choose_follow_ups, missed_points

POINTS = [
    ("The statement is parsed before the value is known", ("prepared",)),
    ("The value travels as data", ("bound as data", "only a value")),
]


def test_a_typed_answer_is_read_for_terms_and_telling_words() -> None:
    """A term, or half of the longer words of a point, says that the point is there; case and signs do not matter."""
    assert missed_points("It is *Prepared*; later the value is bound, as data!", POINTS) == ()
    assert missed_points("The statement was parsed before.", POINTS) == (POINTS[1][0],)
    assert missed_points("They unprepared everything.", POINTS) == (POINTS[0][0], POINTS[1][0])
    assert missed_points("", POINTS) == (POINTS[0][0], POINTS[1][0])


def test_a_point_of_short_words_is_known_by_its_terms_alone() -> None:
    """Nothing is guessed from words that say nothing."""
    assert missed_points("it is so", [("It is so", ("", "!"))]) == ("It is so",)
    assert missed_points("a b tree", [("It is so", ("B-tree",))]) == ()


def test_what_was_missed_is_asked_first() -> None:
    """The follow-up with most words of the missed points; otherwise the author's order."""
    asks = ["How are they cached?", "What about replication lag?", "And replication conflicts, with which lag?"]
    assert choose_follow_ups(asks, (), 2) == (0, 1)
    assert choose_follow_ups(asks, ("Replication has a lag", "conflicts appear"), 2) == (2, 1)
    assert choose_follow_ups(asks, ("Replication has a lag",), 5) == (1, 2, 0)
    assert choose_follow_ups(asks, ("Other",), 0) == ()
