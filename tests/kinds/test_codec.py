"""Records come out of the catalogue as they went in."""

import json
from datetime import date

import pytest
import yaml
from pydantic import TypeAdapter

from backprep.core.question import Source
from backprep.core.skills import Area, NamedSkill, Pay, PayFigure, Role, Skill, SkillTree, WayIn
from backprep.kinds import KINDS
from backprep.kinds.codec import build, decode


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("full", [True, False])
def test_every_kind_comes_back_equal(name: str, full: bool) -> None:
    """Through JSON and back, with defaults written out or left out, nothing changes."""
    kind = KINDS[name]
    raw = yaml.safe_load(kind.example.yaml)
    for field, key in {**kind.shorthand, "follow_ups": "ask"}.items():
        raw[field] = [{key: item} if isinstance(item, str) else item for item in raw.get(field, [])]
    adapter = TypeAdapter(kind.record)
    question = adapter.validate_python(raw)
    text = adapter.dump_json(question, exclude_defaults=not full)
    back = decode(name, json.loads(text))
    assert back == question
    assert type(back) is kind.record


def test_the_tree_comes_back_equal() -> None:
    """Areas, skills, roles and pay, as deep as they are nested."""
    source = Source(title="A manual", at="page 1", checked=date(2026, 11, 23))
    tree = SkillTree(
        areas=(
            Area(
                id="python",
                title="Python",
                about="A language.",
                named="yes",
                skills=(Skill(id="typing", title="Typing", checks="Hints.", aliases=("hints",), read=(source,)),),
            ),
        ),
        roles=(Role(id="back-end", title="Back end", about="It.", focus="servers", skills=("python/typing",)),),
        ways_in=(WayIn(id="degree", title="A degree", about="Years."),),
        personal_skills=(NamedSkill(title="Time", skills=("python/typing",)),),
        pay=Pay(note="Undated.", figures=(PayFigure(label="Average", amount="$1"),)),
    )
    for full in (True, False):
        text = TypeAdapter(SkillTree).dump_json(tree, exclude_defaults=not full)
        assert build(SkillTree, json.loads(text)) == tree


def test_a_kind_that_is_not_there() -> None:
    """A catalogue of another version cannot be decoded by accident."""
    with pytest.raises(KeyError):
        decode("essay", {})
