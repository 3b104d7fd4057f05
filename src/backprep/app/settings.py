"""Looking at what can be set, and setting it."""

from dataclasses import dataclass

from backprep.app.errors import BackprepError, UsageError
from backprep.app.world import World
from backprep.core.review import Chosen
from backprep.core.settings import SETTINGS, parse
from backprep.core.suggest import did_you_mean


@dataclass(frozen=True, slots=True)
class SettingLine:
    """A setting, or its value for one area. ``shown`` is the value for a person to read."""

    name: str
    value: str
    default: str
    chosen: bool
    about: str = ""

    @property
    def shown(self) -> str:
        """The value, without the twenty-one numbers of a memory model."""
        return "fitted to you" if self.name == "parameters" and self.value != "default" else self.value


@dataclass(frozen=True, slots=True)
class SettingsReport:
    """Everything that can be set, with its value."""

    lines: tuple[SettingLine, ...]


def settings_report(world: World) -> SettingsReport:
    """All settings in the order of their list, those of an area after the one for all."""
    chosen = world.progress.settings().chosen
    lines = []
    for setting in SETTINGS.values():
        value = chosen.get(setting.name, setting.default)
        lines.append(SettingLine(setting.name, value, setting.default, setting.name in chosen, setting.about))
        for name in sorted(each for each in chosen if each.startswith(f"{setting.name}.")):
            lines.append(SettingLine(name, chosen[name], value, True))
    return SettingsReport(tuple(lines))


def line_of(world: World, name: str) -> SettingLine:
    """One setting, or its value for one area. Raises ``UsageError`` for a name that is none."""
    base, dot, area = name.partition(".")
    if base not in SETTINGS or (dot and not SETTINGS[base].by_area):
        raise _unknown(base)
    if dot and area not in (titles := world.catalogue.skill_titles()):
        near = did_you_mean(area, [path for path in titles if "/" not in path])
        raise UsageError(f"there is no area {area!r}", mend=f"Did you mean {near}?" if near else "See: backprep skills")
    chosen = world.progress.settings().chosen
    default = chosen.get(base, SETTINGS[base].default) if dot else SETTINGS[base].default
    return SettingLine(name, chosen.get(name, default), default, name in chosen)


def choose(world: World, name: str, text: str | None) -> SettingLine:
    """Sets a setting; None goes back to the default. Raises ``UsageError`` for a name or a value that is none."""
    line_of(world, name)
    if text is not None:
        try:
            text = parse(name, text)
        except ValueError as error:
            raise UsageError(f"{text!r} is no value for {name}", mend=f"Give {error}.") from None
    world.progress.record(Chosen(id=world.ids.new(), setting=name, at=world.clock.now(), value=text))
    return line_of(world, name)


def theme(world: World) -> str:
    """The name of the theme. A log that cannot be read does not keep anything from being shown."""
    try:
        name: str = world.progress.settings().value("theme")
    except BackprepError:
        return "standard"
    return name


def _unknown(name: str) -> UsageError:
    near = did_you_mean(name, SETTINGS)
    if name in SETTINGS:
        return UsageError(f"{name} is the same for all areas", mend=f"Set it for all: backprep config set {name} VALUE")
    return UsageError(
        f"there is no setting {name!r}", mend=f"Did you mean {near}?" if near else f"Known: {', '.join(SETTINGS)}."
    )


# All at once, in the editor -------------------------------------------------------------------------------------


def as_toml(world: World) -> str:
    """Every setting with what it is about; those that nobody has chosen are commented out."""
    rows = ["# A setting a line. What begins with # has the value that it has without you.", ""]
    for line in settings_report(world).lines:
        if line.about:
            rows.append(f"# {line.about}")
        name = f'"{line.name}"' if "." in line.name else line.name
        rows += [f'{"" if line.chosen else "# "}{name} = "{line.value}"', ""]
    return "\n".join(rows)


def edit(world: World) -> tuple[SettingLine, ...]:
    """Lets the person change the settings as a text of TOML; returns those that changed.

    Nothing is set when anything in it cannot be: the text is opened again with what is wrong with it on top, until it
    can be, or is left as it is. Raises ``UsageError`` then.
    """
    world.progress.ready()
    begun = as_toml(world)
    text = begun
    while True:
        written = world.editor.edit(text)
        try:
            wanted = _read(world, written)
            break
        except UsageError as error:
            if written == text:
                raise
            kept = "\n".join(line for line in written.split("\n") if not line.startswith(_WRONG))
            text = f"{_WRONG} {error.what}. {error.mend}\n{kept}"
    held = {line.name: line.value for line in settings_report(world).lines if line.chosen}
    changed = [name for name in {**held, **wanted} if held.get(name) != wanted.get(name)]
    return tuple(choose(world, name, wanted.get(name)) for name in changed)


_WRONG = "#!"


def _read(world: World, text: str) -> dict[str, str]:
    """The settings that a text names. Raises ``UsageError`` for one that is none, or for a value that is none."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"this is no TOML: {error}", mend='Write a setting a line: new-a-day = "15"') from None
    wanted = {}
    for name, value in data.items():
        line_of(world, name)  # whether there is such a setting
        shown = ("on" if value else "off") if isinstance(value, bool) else str(value)
        try:
            wanted[name] = parse(name, shown)
        except ValueError as error:
            raise UsageError(f"{shown!r} is no value for {name}", mend=f"Give {error}.") from None
    return wanted
