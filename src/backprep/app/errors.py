"""Errors that a person can do something about. One place turns them into words and an exit code."""

from enum import IntEnum


class Exit(IntEnum):
    """What the program ends with."""

    FINE = 0
    FAULTS = 1
    USAGE = 2
    BANK = 3
    PROGRESS = 4
    DEFECT = 70
    INTERRUPTED = 130


class BackprepError(Exception):
    """Something went wrong that the person can mend: what, where, and how."""

    code = "error"
    exit = Exit.FAULTS

    def __init__(self, what: str, where: str | None = None, mend: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend


class UsageError(BackprepError):
    """The words of the command do not fit."""

    code = "usage"
    exit = Exit.USAGE


class BankError(BackprepError):
    """A bank that was asked for cannot be used, or no bank can."""

    code = "bank"
    exit = Exit.BANK


class ProgressError(BackprepError):
    """The progress file cannot be read or written."""

    code = "progress"
    exit = Exit.PROGRESS


class EditorError(BackprepError):
    """The person's editor did not start, or did not end well."""

    code = "editor"
    exit = Exit.USAGE


class DefectError(BackprepError):
    """Something that should not happen: a defect of the program, not of what the person did."""

    code = "defect"
    exit = Exit.DEFECT
