"""What a person can set about their study. Values are kept as text in the progress log; the newest counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
THEMES = ("standard", "light", "contrast", "mono")
PARAMETERS = 21
"""How many numbers the memory model has."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set. ``parse`` raises ``ValueError`` with what would be a good value."""

    name: str
    default: str
    about: str
    parse: Callable[[str], Any]
    by_area: bool = False


def _time(text: str) -> int:
    hours, colon, minutes = text.partition(":")
    if not (hours.isdecimal() and (minutes.isdecimal() if colon else True)):
        raise ValueError("a time of day such as 04:00")
    seconds = int(hours[:3]) * 3600 + int(minutes[:3] or 0) * 60
    if seconds >= 86_400 or int(minutes[:3] or 0) > 59:
        raise ValueError("a time of day such as 04:00")
    return seconds


def _share(text: str) -> float:
    number = _number(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    if not 0.7 <= number <= 0.97:
        raise ValueError("a share between 0.70 and 0.97, such as 0.9")
    return number


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueError("a number") from None


def _count(least: int, most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not text.isdecimal() or len(text) > 6 or not least <= int(text) <= most:
            raise ValueError(f"a whole number from {least} to {most}")
        return int(text)

    return parse


def _weekdays(text: str) -> frozenset[int]:
    names = [name.strip().lower()[:3] for name in text.split(",") if name.strip()]
    if names == ["non"]:  # "none"
        return frozenset()
    if not names or any(name not in WEEKDAYS for name in names) or len(set(names)) == len(WEEKDAYS):
        raise ValueError("days of the week such as sat,sun (not all seven), or none")
    return frozenset(WEEKDAYS.index(name) for name in names)


def _parameters(text: str) -> tuple[float, ...] | None:
    if text == "default":
        return None
    numbers = tuple(_number(each) for each in text.split(","))
    if len(numbers) != PARAMETERS or not all(-100 < each < 100 for each in numbers):
        raise ValueError(f"default, or {PARAMETERS} numbers as `backprep tune` makes them")
    return numbers


def _minutes(text: str) -> float | None:
    if text.lower() == "off":
        return None
    number = _number(text)
    if not 1 <= number <= 600:
        raise ValueError("minutes from 1 to 600, or off")
    return number


def _command(text: str) -> str | None:
    if not text.isprintable() or not 0 < len(text) <= 200 or not (text[0].isalnum() or text[0] in "/.~\"'"):
        raise ValueError("a command such as nano or code --wait, or environment")
    return None if text == "environment" else text


def _theme(text: str) -> str:
    if text.lower() not in THEMES:
        raise ValueError(f"one of {', '.join(THEMES)}")
    return text.lower()


def _switch(text: str) -> bool:
    if text.lower() not in ("on", "off"):
        raise ValueError("on or off")
    return text.lower() == "on"


SETTINGS: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting(
            "retention",
            "0.9",
            "The share of questions you want to know when they come back. Higher means more reviews.",
            _share,
            by_area=True,
        ),
        Setting("new-a-day", "20", "How many questions you meet for the first time in a day.", _count(0, 9999), True),
        Setting("reviews-a-day", "200", "How many questions come back in a day.", _count(0, 9999), True),
        Setting("day-starts", "04:00", "When a study day begins; what you do before counts for the day before.", _time),
        Setting("easy-days", "none", "Days of the week on which fewer questions come back.", _weekdays),
        Setting("longest-interval", "365", "The most days until a question comes back.", _count(1, 36_500)),
        Setting(
            "leech-after", "6", "After how many lapses a question is pointed out to you as a leech.", _count(2, 99)
        ),
        Setting("confidence", "off", "Whether a quiz asks how sure you are before it shows what is right.", _switch),
        Setting("minutes", "off", "How long a session lasts where you say neither -n nor -m, or off.", _minutes),
        Setting(
            "words-a-minute",
            "140",
            "How fast you speak: what a typed answer would take to say, and how long a story is.",
            _count(60, 300),
        ),
        Setting(
            "editor",
            "environment",
            "The command that opens your editor, or environment for $VISUAL and $EDITOR.",
            _command,
        ),
        Setting(
            "theme",
            "standard",
            "Colours: standard, light (for a light background), contrast (bright and bold) or mono (none).",
            _theme,
        ),
        Setting("parameters", "default", "The numbers of the memory model; `backprep tune` finds yours.", _parameters),
    )
}


class Settings:
    """What counts now: the chosen values, and the defaults for the rest.

    A value that cannot be read (it may come from another version) is passed over for the default.
    """

    def __init__(self, chosen: Mapping[str, str] | None = None) -> None:
        self.chosen = dict(chosen or {})

    def value(self, name: str, area: str | None = None) -> Any:
        """The value of a setting, for an area where it has one of its own."""
        setting = SETTINGS[name]
        for key in (f"{name}.{area}" if area and setting.by_area else None, name):
            if key in self.chosen:
                try:
                    return setting.parse(self.chosen[key])
                except ValueError:
                    continue
        return setting.parse(setting.default)

    def by_area(self, name: str) -> dict[str, Any]:
        """The areas that have a value of their own."""
        areas = [key.partition(".")[2] for key in self.chosen if key.startswith(f"{name}.")]
        return {area: self.value(name, area) for area in areas}

    @cached_property
    def day_starts(self) -> int:
        """Seconds after local midnight at which a study day begins."""
        starts: int = self.value("day-starts")
        return starts


def parse(name: str, text: str) -> str:
    """The text to keep for a setting, which may be ``name.area``.

    Raises ``KeyError`` for a name that is none, ``ValueError`` with what would be a good value.
    """
    base, dot, area = name.partition(".")
    if base not in SETTINGS or (dot and (not SETTINGS[base].by_area or not area)):
        raise KeyError(name)
    text = text.strip()
    SETTINGS[base].parse(text)
    return text
