"""The JSON Schema of a bank, as an editor would use it."""

from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from backprep.exchange.json_schema import bank_schema
from backprep.kinds import KINDS

SCHEMA: Any = bank_schema()


def errors(question: Any) -> list[str]:
    """What an editor would underline in a bank with this one question."""
    bank = {"bank": "mine", "title": "Mine", "questions": [question]}
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(bank)]


def example(kind: str) -> Any:
    """The kind's example as JSON has it: dates are text."""

    class Texts(yaml.SafeLoader):
        pass

    Texts.yaml_implicit_resolvers = {
        first: [each for each in resolvers if "timestamp" not in each[0]]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(KINDS[kind].example.yaml, Texts)


def test_the_schema_is_one() -> None:
    """It says which dialect it is of, and keeps its rules."""
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_is_valid(kind: str) -> None:
    """What the documents show is not underlined."""
    assert errors(example(kind)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_slips_are_underlined(kind: str) -> None:
    """A misspelt key, a missing one, a wrong level and an id with spaces are faults for every kind."""
    good = example(kind)
    for bad in (
        {**good, "promt": "Why?"},
        {key: value for key, value in good.items() if key != "skill"},
        {**good, "level": "expert"},
        {**good, "id": "Two Words"},
        {**good, "kind": "choise"},
    ):
        assert errors(bad)


def test_shorthands_are_valid() -> None:
    """Follow-ups and steps may be plain texts."""
    assert errors({**example("order"), "steps": ["one", {"text": "two"}, "three"], "follow_ups": ["And then?"]}) == []
