"""The questions that a candidate may ask, from the file that came with the program."""

from collections.abc import Sequence

from backprep.adapters import bank_check
from backprep.adapters.places import Places
from backprep.app.errors import BankError
from backprep.core.ask_them import AskThem


def load_asks(places: Places) -> Sequence[AskThem]:
    """All of them. Raises ``BankError`` when the file cannot be used."""
    path = places.data / "ask-them.yaml"
    bank, faults = bank_check.load_asks(path)
    if bank is None or faults:
        first = f"{faults[0]}" if faults else "it cannot be read"
        raise BankError(f"the questions to ask cannot be used: {first}", str(path), "Install backprep again.")
    return bank.questions
