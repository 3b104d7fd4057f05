"""A report as a picture: the same drawing as on the screen, recorded."""

from io import StringIO

from rich.console import Console

from backprep.app.mock.reports import MockReport
from backprep.ui.look import THEME, Signs
from backprep.ui.mock_view import mock, transcript

_WIDTH = 84
_FORMAT = """\
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


def picture(report: MockReport) -> str:
    """The scorecard as SVG, and below it all that was said."""
    console = Console(
        file=StringIO(), record=True, width=_WIDTH, theme=THEME, markup=False, emoji=False, highlight=False,
        force_terminal=True, color_system="standard", legacy_windows=False,
    )  # fmt: skip
    console.print(mock(report, Signs()))
    console.print(transcript(report, Signs()))
    title = f"Mock interview {report.interview.number}"
    return console.export_svg(title=title, code_format=_FORMAT.replace("TITLE", title), unique_id="backprep")
