"""Places, identities, the clock and the editor."""

import re
import time
from pathlib import Path

import pytest

from backprep.adapters.clock import SystemClock
from backprep.adapters.editor import SystemEditor
from backprep.adapters.ids import RandomIds
from backprep.adapters.places import find_places
from backprep.app.errors import EditorError


def test_ids_are_uuids_of_version_7_that_rise() -> None:
    """As RFC 9562 lays them out: the time first, version 7, variant 10; a thousand in a row are in order."""
    ids = RandomIds()
    before = time.time_ns() // 1_000_000
    made = [ids.new() for _ in range(1000)]
    assert made == sorted(set(made))
    for each in made:
        assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", each)
    assert 0 <= int(made[0].replace("-", "")[:12], 16) - before < 60_000


def test_seeds_differ_and_fit() -> None:
    """Two sessions that name no seed are not the same."""
    seeds = {RandomIds().seed() for _ in range(20)}
    assert len(seeds) == 20
    assert all(0 <= seed < 2**63 for seed in seeds)


def test_the_clock_knows_the_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The zone's offset of this moment goes with the instant: Nepal is 5:45 ahead."""
    monkeypatch.setenv("TZ", "NPT-5:45")  # as POSIX writes it: no table of zones is needed
    time.tzset()
    try:
        now = SystemClock().now()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert now.zone == 5 * 3600 + 45 * 60
    assert abs(now.ms - time.time() * 1000) < 60_000


def test_home_moves_everything(tmp_path: Path) -> None:
    """With BACKPREP_HOME nothing is anywhere else."""
    places = find_places({"BACKPREP_HOME": str(tmp_path)})
    assert (places.progress, places.own_banks, places.cache) == (
        tmp_path / "progress.sqlite3",
        tmp_path / "banks",
        tmp_path / "cache",
    )


def test_without_home_the_platform_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On Linux the XDG folders are kept."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    places = find_places({})
    assert places.home == tmp_path / "data" / "backprep"
    assert places.cache == tmp_path / "cache" / "backprep"


def script(folder: Path, name: str, body: str) -> str:
    """An editor that is a shell script."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)
    return str(file)


def test_the_editor_gets_the_text_and_its_hint_goes(tmp_path: Path) -> None:
    """The person sees the text and a hint; what comes back has no hint."""
    editor = SystemEditor({"EDITOR": script(tmp_path, "ed", f'cp "$1" {tmp_path}/seen; sed -i "1s/old/new/" "$1"')})
    assert editor.compose("old words", "Why -->?") == "new words"
    assert "write above this line. Why - ->?" in (tmp_path / "seen").read_text()


def test_visual_wins_and_may_have_options(tmp_path: Path) -> None:
    """$VISUAL comes before $EDITOR, and is split as a shell would."""
    name = script(tmp_path, "my ed", f'echo "$@" > {tmp_path}/said')
    SystemEditor({"VISUAL": f"'{name}' --wait", "EDITOR": "false"}).open_at("/b/a nk.yaml", 12)
    assert (tmp_path / "said").read_text() == "--wait +12 /b/a nk.yaml\n"


def test_editors_that_name_lines_otherwise(tmp_path: Path) -> None:
    """VS Code wants file:line and has to be told to wait."""
    name = script(tmp_path, "code", f'echo "$@" > {tmp_path}/said')
    SystemEditor({"EDITOR": name}).open_at("/bank.yaml", 3)
    assert (tmp_path / "said").read_text() == "--wait --goto /bank.yaml:3\n"


@pytest.mark.parametrize("chosen", ["no-such-editor-anywhere", "false", "'unclosed"])
def test_an_editor_that_fails_is_explained(chosen: str) -> None:
    """Not found, failed, or not a command: an error that says what was tried, never a traceback."""
    with pytest.raises(EditorError) as caught:
        SystemEditor({"EDITOR": chosen}).open_at("/bank.yaml", 1)
    assert caught.value.where is not None
    assert caught.value.mend
