"""The person's own editor: the one they have set, else $VISUAL, else $EDITOR, else one that the machine may have."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from backprep.app.errors import EditorError

_HINT_BEGINS = "<!-- backprep:"
_LINE_OPTION = {
    "code": ("--wait", "--goto", "{file}:{line}"),
    "codium": ("--wait", "--goto", "{file}:{line}"),
    "subl": ("--wait", "{file}:{line}"),
    "hx": ("{file}:{line}",),
    "helix": ("{file}:{line}",),
    "zed": ("--wait", "{file}:{line}"),
}


class SystemEditor:
    """Runs the editor in the terminal and waits for it."""

    def __init__(
        self, environ: dict[str, str] | os._Environ[str], chosen: Callable[[], str | None] = lambda: None
    ) -> None:
        self._environ = environ
        self._chosen = chosen

    def compose(self, text: str, hint: str) -> str:
        """Opens a scratch file that begins with ``text`` and ends with the hint in a comment; cuts that off."""
        with tempfile.TemporaryDirectory(prefix="backprep-") as folder:
            file = Path(folder) / "answer.md"
            file.write_text(f"{text}\n\n{_HINT_BEGINS} write above this line. {_comment(hint)} -->\n", "utf-8")
            self._run([str(file)])
            return file.read_text("utf-8", errors="replace").partition(_HINT_BEGINS)[0].strip()

    def edit(self, text: str) -> str:
        """Opens a scratch file that holds the text, and nothing but it."""
        with tempfile.TemporaryDirectory(prefix="backprep-") as folder:
            file = Path(folder) / "story.md"
            file.write_text(text, "utf-8")
            self._run([str(file)])
            return file.read_text("utf-8", errors="replace")

    def open_at(self, path: str, line: int) -> None:
        """Opens a file at a line, in the way that the editor understands."""
        name = Path(self._command()[0]).stem
        shapes = _LINE_OPTION.get(name, ("+{line}", "{file}"))
        self._run([shape.format(file=path, line=max(1, line)) for shape in shapes])

    def _command(self) -> list[str]:
        set_ = {"the setting editor": self._chosen() or ""}
        set_ |= {f"${name}": self._environ.get(name, "") for name in ("VISUAL", "EDITOR")}
        for name, chosen in set_.items():
            if chosen.strip():
                try:
                    return shlex.split(chosen)
                except ValueError as error:
                    raise EditorError(f"{name} cannot be read: {error}", chosen, "Set it to a command.") from error
        if sys.stdin is None or not sys.stdin.isatty():
            # One that was named may be a script; any other would wait for keys that nobody can press.
            raise EditorError("there is no terminal for an editor", mend="Set EDITOR, or give the text in a file.")
        for usual in ("editor", "nano", "vim", "vi", "notepad"):
            if shutil.which(usual):
                return [usual]
        raise EditorError("there is no text editor", mend="Set EDITOR to the command that starts yours.")

    def _run(self, arguments: list[str]) -> None:
        command = [*self._command(), *arguments]
        try:
            done = subprocess.run(command, check=False)  # noqa: S603 - the person's own choice of program
        except OSError as error:
            raise EditorError(
                f"the editor did not start: {error.strerror}",
                command[0],
                "Set EDITOR to the command that starts yours.",
            ) from error
        if done.returncode != 0:
            raise EditorError(f"the editor ended with status {done.returncode}", command[0], "Nothing was taken over.")


def _comment(text: str) -> str:
    return text.replace("--", "- -")
