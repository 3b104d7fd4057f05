"""Ports without a world behind them. They keep the real ones' promises, in memory."""

from fakes.catalogue import MemoryCatalogue
from fakes.desk import ScriptedDesk
from fakes.small import CountedIds, FakeEditor, SetClock
from fakes.store import MemoryProgress
from fakes.world import FakeWorld

__all__ = ["CountedIds", "FakeEditor", "FakeWorld", "MemoryCatalogue", "MemoryProgress", "ScriptedDesk", "SetClock"]
