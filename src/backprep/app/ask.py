"""Getting one question ready for the desk, in the way that all sessions share."""

from backprep.app.found import Entry
from backprep.app.screens import Asking, Heading
from backprep.app.world import World
from backprep.core.gesture import present
from backprep.core.session import Session
from backprep.core.shuffle import mixed
from backprep.kinds import kind_of


def asking(world: World, session: Session, entry: Entry, seed: int) -> Asking:
    """The screen of the question on top of the queue. The same seed shuffles its options in the same way."""
    question = entry.question
    kind = kind_of(question)
    titles = world.catalogue.skill_titles()
    done = len(session.firsts)
    repeat = session.is_repeat(question.id)
    place = done if repeat else done + 1
    heading = Heading(
        place=place,
        size=max(place, min(session.size, done + session.to_come)),
        area=titles.get(question.area, question.area),
        skill=titles.get(question.skill, question.skill),
        level=question.level,
        label=kind.label,
        can_undo=bool(session.answers),
        repeat=repeat,
    )
    note = None
    if question.kind == "story":
        from backprep.app.story.kept import notes_on

        note = notes_on(world, question.id)
    return Asking(
        heading, question, present(kind.gesture(question), mixed(seed, question.id, len(session.answers) + 1)), note
    )
