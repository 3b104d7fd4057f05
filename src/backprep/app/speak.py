"""Speaking against a clock: thinking first, pausing, typing or writing instead. Interviews and rehearsals share it."""

from dataclasses import dataclass, replace

from backprep.app.errors import EditorError
from backprep.app.screens import Notice, Paused, Saying, Tone
from backprep.app.world import World
from backprep.core.reply import Told, Wish


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as it was given, times in milliseconds; ``text`` where it was typed."""

    think: int
    took: int
    text: str | None

    @property
    def words(self) -> int | None:
        """How many words were typed; None for what was spoken."""
        return None if self.text is None else len(self.text.split())


def speak(world: World, saying: Saying) -> Said | Wish:
    """Runs the clocks of one answer. A pause counts for neither, nor does what the editor takes.

    Returns what the person wants instead, if anything: to skip, to go back, to leave.
    """
    think = took = 0
    thinking = saying.thinking
    while True:
        began = world.clock.now().ms
        reply = world.desk.say(replace(saying, thinking=thinking, spent=(think if thinking else took) / 1000))
        passed = max(0, world.clock.now().ms - began)  # a clock may be set back
        if thinking:
            think += passed
        else:
            took += passed
        match reply:
            case Told(text=text):
                return Said(think, took, text)
            case Wish.NEXT:
                thinking = False
            case Wish.PAUSE:
                if world.desk.hold(Paused()) is Wish.LEAVE:
                    return Wish.LEAVE
            case Wish.COMPOSE:
                text = _composed(world, saying.prompt)
                if text:
                    return Said(think, took, text)
            case Wish():
                return reply


def _composed(world: World, prompt: str) -> str | None:
    try:
        return world.editor.compose("", prompt) or None
    except EditorError as error:
        mend = f" {error.mend}" if error.mend else ""
        world.desk.notice(Notice(f"{error.what}.{mend}", Tone.WARNING))
        return None
