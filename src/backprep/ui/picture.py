"""What the screen shows, as a file: the same drawing, recorded, as a picture, a page or a text."""

from io import StringIO
from pathlib import Path

from rich.console import Console, Group, RenderableType

from backprep.app.errors import UsageError
from backprep.app.mock.reports import MockReport
from backprep.ui.look import Signs, theme
from backprep.ui.mock_view import mock, transcript

WIDTH = 84
_SVG = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>TITLE</title>
<style>
.{unique_id}-matrix {{ font-family: monospace; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-family: sans-serif; font-size: 18px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""Rich's own, but for the fonts, which that one fetches from elsewhere."""
_HTML = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>TITLE</title>
<style>
body {{ color: {foreground}; background-color: {background}; }}
pre {{ font-family: monospace; line-height: 1.25; }}
{stylesheet}
</style>
</head>
<body>
<pre>{code}</pre>
</body>
</html>
"""


def picture(report: MockReport) -> str:
    """The scorecard of an interview as SVG, and below it all that was said."""
    drawn = Group(mock(report, Signs()), transcript(report, Signs()))
    return recorded(drawn, ".svg", f"Mock interview {report.interview.number}")


def recorded(drawn: RenderableType, suffix: str, title: str, width: int = WIDTH) -> str:
    """A drawing as SVG, HTML or text, by the ending of a file's name."""
    console = Console(
        file=StringIO(), record=True, width=width, theme=theme(), markup=False, emoji=False, highlight=False,
        force_terminal=True, color_system="standard", legacy_windows=False,
    )  # fmt: skip
    console.print(drawn)
    if suffix == ".svg":
        return console.export_svg(title=title, code_format=_SVG.replace("TITLE", title), unique_id="backprep")
    if suffix == ".html":
        return console.export_html(code_format=_HTML.replace("TITLE", title))
    return console.export_text()


def save(view: object, file: Path, title: str) -> None:
    """Writes a report to a file. Raises ``UsageError`` for an ending that means nothing, or where that fails."""
    from backprep.ui.views import drawing

    suffix = file.suffix.lower()
    if suffix not in (".svg", ".html", ".txt"):
        raise UsageError(f"a report cannot be saved as {file.name!r}", mend="End the name with .svg, .html or .txt.")
    try:
        file.write_text(recorded(drawing(view, Signs(), WIDTH), suffix, title), "utf-8")
    except OSError as error:
        raise UsageError(f"the report cannot be written: {error.strerror}", str(file), "Name another file.") from error
