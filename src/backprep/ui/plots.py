"""Plots of letters: bars that lie and columns that stand, legible without colour and in ASCII."""

from collections.abc import Sequence

from rich.text import Text

from backprep.ui.look import Signs

_EIGHTHS = " ▁▂▃▄▅▆▇█"


def bar(share: float, width: int, signs: Signs) -> Text:
    """A share from 0 to 1 as a bar; what is not nothing is seen. Where signs are no use: nothing."""
    if signs.plain:
        return Text()
    full = max(1 if share > 0 else 0, round(width * min(1.0, share)))
    return Text.assemble((signs.done * full, "place"), (signs.to_do * (width - full), "quiet"))


def columns(values: Sequence[float], height: int, signs: Signs) -> list[Text]:
    """Values as columns, one a value, on lines from the top down. The highest takes the whole height.

    There are none where nothing is to be shown, or where signs are no use.
    """
    most = max(values, default=0)
    if most <= 0 or signs.plain:
        return []
    fine = signs.dot == "·"
    lines = []
    for row in reversed(range(height)):
        cells = []
        for value in values:
            filled = value / most * height - row
            if fine:
                eighths = min(8, max(0, round(filled * 8)))
                if row == 0 and value > 0:
                    eighths = max(1, eighths)
                cells.append(_EIGHTHS[eighths])
            else:
                cells.append("#" if filled >= 0.5 or (row == 0 and value > 0) else " ")
        lines.append(Text("".join(cells), "place"))
    return lines
