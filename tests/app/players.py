"""Sessions that tests play: all of a world's questions, in their order."""

from backprep.app.play import Played, Player
from backprep.app.screens import Asking, Ticking
from backprep.core.question import Question
from backprep.core.reply import Reply
from backprep.core.session import Play, Session
from backprep.kinds import KINDS
from fakes import FakeEditor, FakeWorld, ScriptedDesk
from ui.samples import first_step

WORDS = "It is parsed before the value is known."


def start(world: FakeWorld, kind: Play = "quiz", size: int | None = None) -> Player:
    """A session over all of the world's questions, in their order."""
    queue = tuple(each.id for each in world.questions)
    return Player(world, Session(id="s", kind=kind, queue=queue, size=len(queue) if size is None else size), seed=5)


def play(world: FakeWorld, kind: Play = "quiz", size: int | None = None) -> Played:
    """The same, played to its end."""
    return start(world, kind, size).play()


def quizzed(*questions: Question, desk: ScriptedDesk, editor: FakeEditor | None = None) -> tuple[FakeWorld, Played]:
    """A world in which a quiz of these questions was played."""
    world = FakeWorld(questions, desk=desk, editor=editor or FakeEditor())
    return world, play(world)


def right(screen: Asking | Ticking) -> Reply:
    """The right reply to whatever is on the screen."""
    asked = screen.question if isinstance(screen, Asking) else screen.asking.question
    reply = KINDS[asked.kind].example.right
    return first_step(screen.presented, reply) if isinstance(screen, Asking) else reply


def wrong(screen: Asking | Ticking) -> Reply:
    """The wrong one."""
    asked = screen.question if isinstance(screen, Asking) else screen.asking.question
    reply = KINDS[asked.kind].example.wrong
    return first_step(screen.presented, reply) if isinstance(screen, Asking) else reply


def asked(world: FakeWorld) -> list[str]:
    """The questions that were put, one after the other."""
    return [screen.question.id for screen in world.desk.seen(Asking)]


def answered(world: FakeWorld) -> list[str]:
    """The questions whose answers count."""
    return [review.question for review in world.progress.reviews()]
