"""JSON Schema of a bank, so that an editor can complete keys and underline what is wrong as it is typed."""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from backprep.core.bank import Bank
from backprep.kinds import KINDS
from backprep.kinds.base import Kind

DIALECT = GenerateJsonSchema.schema_dialect
ID = "^[a-z0-9]+(-[a-z0-9]+)*$"


def bank_schema() -> dict[str, object]:
    """The schema of a bank file, made from the records of the kinds: one branch for each kind.

    What a schema cannot say (weights that sum to 100, ids that are unique) is left to ``backprep bank check``.
    """
    head = TypeAdapter(Bank).json_schema(mode="validation")
    definitions: dict[str, Any] = {}
    branches = []
    for kind in KINDS.values():
        branch = _branch(kind)
        definitions |= branch.pop("$defs", {})
        definitions[branch["title"]] = branch
        branches.append(
            {
                "if": {"properties": {"kind": {"const": kind.name}}, "required": ["kind"]},
                "then": {"$ref": f"#/$defs/{branch['title']}"},
            }
        )
    properties = head["properties"]
    properties["bank"] = {**properties["bank"], "pattern": ID}
    question = {
        "type": "object",
        "required": ["id", "kind", "skill", "level", "prompt"],
        "properties": {"kind": {"enum": list(KINDS)}},
        "allOf": branches,
    }
    return {
        "$schema": DIALECT,
        "title": "A bank of interview questions for backprep",
        "description": "Checked in full by: backprep bank check FILE",
        "type": "object",
        "properties": {**properties, "questions": {"type": "array", "minItems": 1, "items": question}},
        "required": [*head["required"], "questions"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _branch(kind: Kind[Any]) -> dict[str, Any]:
    schema: dict[str, Any] = TypeAdapter(kind.record).json_schema(mode="validation")
    properties = schema["properties"]
    properties["id"] = {**properties["id"], "pattern": ID}
    properties["kind"] = {"const": kind.name}
    for field, key in {**kind.shorthand, "follow_ups": "ask"}.items():
        items = properties[field]["items"]
        properties[field]["items"] = {"anyOf": [items, {"type": "string", "description": f"The same as {{{key}: …}}."}]}
    return schema
