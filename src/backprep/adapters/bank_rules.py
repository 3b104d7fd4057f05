"""What holds for questions and skills beyond the types of their fields."""

import re
from collections.abc import Collection, Iterator
from dataclasses import fields
from typing import Any

from backprep.adapters.bank_messages import Nearest, described, quoted
from backprep.adapters.bank_yaml import Map, Seq
from backprep.core.problem import Problem
from backprep.core.question import Question
from backprep.core.skills import SkillTree
from backprep.kinds import KINDS

LONGEST_PROMPT = 4_000
LONGEST_ID = 80
SAY = range(10, 601)
# As generous as pydantic is with whole numbers; possessive, so that no text makes it try twice.
_WHOLE = re.compile(r"([+-]?)[0_]*+([0-9_]*+)(?:\.0*+)?")
_TRUE = frozenset({"true", "t", "yes", "y", "on", "1"})  # what pydantic takes for true
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def only_common(raw: Map) -> dict[str, Any]:
    """What can be checked of a question whose kind is not known: the fields that all kinds have."""
    common = {field.name for field in fields(Question)}
    return {key: value for key, value in raw.items() if key in common}


def unknown_to_all(raw: Map, nearest: Nearest) -> Iterator[Problem]:
    """Keys that no kind knows."""
    known = sorted({field.name for kind in KINDS.values() for field in fields(kind.record)})
    for key in raw:
        if key not in known:
            near = nearest(key, known)
            hint = f"Did you mean `{near}`?" if near else f"Known here: {', '.join(known)}."
            yield Problem((key,), "unknown-key", f"the key {quoted(key)} is not known", hint)


def kind_problems(raw: Map, nearest: Nearest) -> Iterator[Problem]:
    """Why the kind of a question is not known."""
    if "kind" not in raw:
        yield Problem((), "missing-key", "the key `kind` is missing", f"One of: {', '.join(KINDS)}.")
        return
    kind = raw["kind"]
    if isinstance(kind, str):
        near = nearest(kind, KINDS)
        hint = f"Did you mean {near}?" if near else f"One of: {', '.join(KINDS)}."
        yield Problem(("kind",), "unknown-kind", f"there is no kind {quoted(kind)}", hint)
    else:
        message = f"`kind` must be a text, and is {described(kind)}"
        yield Problem(("kind",), "wrong-type", message, f"One of: {', '.join(KINDS)}.")


def rules(raw: Map, skills: Collection[str] | None, nearest: Nearest, *, sourced: bool) -> Iterator[Problem]:
    """What holds for every question, beyond types: judged on the raw values, so that one fault hides no other."""
    if isinstance(raw.get("id"), str) and raw["id"].strip():
        yield from id_problems(raw["id"], ("id",))
    skill = raw.get("skill")
    if skills is not None and isinstance(skill, str) and skill.strip() and skill not in skills:
        near = nearest(skill, skills)
        hint = f"Did you mean {near}?" if near else "See them all: backprep skills"
        yield Problem(("skill",), "unknown-skill", f"there is no skill {quoted(skill)}", hint)
    prompt = raw.get("prompt")
    if isinstance(prompt, str) and len(prompt) > LONGEST_PROMPT:
        yield Problem(
            ("prompt",), "too-long", f"the prompt has {len(prompt)} characters", f"At most {LONGEST_PROMPT} are asked."
        )
    say = raw.get("say")
    if isinstance(say, str) and _is_whole(say) and not _is_time(say):
        hint = f"Between {SAY.start} and {SAY.stop - 1}."
        yield Problem(("say",), "out-of-range", f"{quoted(say)} seconds is no time for an answer", hint)
    yield from run_problems(raw.get("runs"))
    sources = raw.get("sources")
    if sourced and not sources and str(raw.get("judgement")).lower() not in _TRUE:
        yield Problem(
            ("sources",) if "sources" in raw else (),
            "missing-sources",
            "no source is named",
            "Name a primary source, or put `judgement: true` where no fact is claimed.",
        )
    if isinstance(sources, Seq):
        for at, source in enumerate(sources):
            url = source.get("url") if isinstance(source, Map) else None
            if isinstance(url, str) and url.strip() and not url.startswith(("https://", "http://")):
                hint = "Begin it with https:// or leave it out."
                yield Problem(("sources", at, "url"), "bad-url", f"{quoted(url)} is no address of the web", hint)


def run_problems(runs: object) -> Iterator[Problem]:
    """Snippets that state no result, or two."""
    for at, run in enumerate(runs if isinstance(runs, Seq) else ()):
        if isinstance(run, Map) and ("prints" in run) == ("fails" in run):
            said = "both `prints` and `fails`" if "prints" in run else "neither `prints` nor `fails`"
            hint = "`prints` for the whole output; `fails` for a part of the error."
            yield Problem(("runs", at), "run-result", f"this run has {said}", hint)


def _is_whole(text: str) -> bool:
    return any(each in "0123456789" for each in text) and _WHOLE.fullmatch(text.strip()) is not None


def _is_time(text: str) -> bool:
    match = _WHOLE.fullmatch(text.strip())
    digits = match.group(2).replace("_", "") if match else ""
    # The number of digits is looked at first: no number is made of thousands of them.
    return match is not None and match.group(1) != "-" and 0 < len(digits) < 4 and int(digits) in SAY


def id_problems(name: str, path: tuple[str | int, ...]) -> Iterator[Problem]:
    """Why a text is no id."""
    if len(name) > LONGEST_ID or not _ID.fullmatch(name):
        hint = f"Lower-case letters, digits and single hyphens, at most {LONGEST_ID}."
        yield Problem(path, "bad-id", f"{quoted(name)} is no id", hint)


def tree_problems(tree: SkillTree, nearest: Nearest) -> Iterator[Problem]:
    """Ids that are there twice, and skills that are named and not there."""
    seen: set[str] = set()
    for at, area in enumerate(tree.areas):
        if area.id in seen:
            message = f"the area {quoted(area.id)} is there twice"
            yield Problem(("areas", at, "id"), "duplicate-id", message, "Choose another id.")
        seen.add(area.id)
        yield from id_problems(area.id, ("areas", at, "id"))
        for place_, skill in enumerate(area.skills):
            path = f"{area.id}/{skill.id}"
            where = ("areas", at, "skills", place_, "id")
            if path in seen:
                yield Problem(where, "duplicate-id", f"the skill {quoted(path)} is there twice", "Choose another id.")
            seen.add(path)
            yield from id_problems(skill.id, where)
    for group, named in (
        ("roles", [role.skills for role in tree.roles]),
        ("technical_skills", [skill.skills for skill in tree.technical_skills]),
        ("personal_skills", [skill.skills for skill in tree.personal_skills]),
    ):
        for at, paths in enumerate(named):
            for place_, path in enumerate(paths):
                if path not in seen:
                    near = nearest(path, seen)
                    hint = f"Did you mean {near}?" if near else "Name one of the skills above."
                    message = f"there is no skill {quoted(path)}"
                    yield Problem((group, at, "skills", place_), "unknown-skill", message, hint)
