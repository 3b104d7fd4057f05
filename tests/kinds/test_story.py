"""Tell your own story: the share of what there was to cover."""

from hypothesis import given
from hypothesis import strategies as st

from backprep.core.gesture import SpeakThenTick
from backprep.core.mark import Verdict
from backprep.core.reply import Ticked
from backprep.kinds.story import DEFAULT_SAY, KIND
from builders import faults, story


@given(st.integers(1, 9), st.frozensets(st.integers(0, 8)))
def test_all_points_of_a_story_count_alike(points: int, ticks: frozenset[int]) -> None:
    """The score is the share of the points that the story held; right is a story that held them all."""
    covered = frozenset(at for at in ticks if at < points)
    got = KIND.mark(story(points), Ticked(covered))
    assert len(covered) / points == got.score
    assert f"{len(covered)} of {points} covered" == got.note
    assert (len(covered) == points) == got.right
    assert [Verdict.RIGHT if at in covered else Verdict.MISSED for at in range(points)] == [
        part.verdict for part in got.parts
    ]


def test_what_to_cover_names_the_part_of_the_story() -> None:
    """On the screen, in the mark and on the card, each point stands under situation, task, action or result."""
    shown = ("Situation: point 0", "Task: point 1", "Action: point 2", "Result: point 3")
    question = story(4)
    assert SpeakThenTick(DEFAULT_SAY, shown, heading="What to cover") == KIND.gesture(question)
    assert shown == tuple(part.text for part in KIND.mark(question, Ticked(frozenset())).parts)
    assert ("\n".join(f"- {each}" for each in shown),) == KIND.back(question)


def test_the_time_to_speak_is_the_authors_where_given() -> None:
    """The clock runs against what the author gives."""
    gesture = KIND.gesture(story(1, say=45))
    assert isinstance(gesture, SpeakThenTick)
    assert 45 == gesture.say


def test_an_author_is_told_what_is_wrong() -> None:
    """Nothing to cover, a point that is there twice, and a made-up answer are faults."""
    assert [] == faults(story(4))
    assert [(("cover",), "nothing-to-cover")] == faults(story(0))
    assert [(("answer",), "story-answer")] == faults(story(2, answer="Once I …"))
    assert [(("cover", 1), "repeated-point")] == faults(story(2, cover=(*story(1).cover, *story(1).cover)))
