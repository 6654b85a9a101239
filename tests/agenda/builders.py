"""Small agendas for tests: a valid one, and TOML of any agenda value."""

import json
from collections.abc import Iterable

from facilitator import five_rs
from facilitator.agenda import Agenda

ALL_COMMITMENTS = tuple(five_rs.COMMITMENTS)
_QUOTED = ", ".join(f'"{commitment}"' for commitment in ALL_COMMITMENTS)

TINY = f"""\
format = "facilitator-agenda/1"
id = "tiny"
name = "Tiny"
about = "One question."
language = "en-GB"

[[stage]]
id = "open"
name = "Welcome"
presence = ["child", "family", "worker", "facilitator"]

[[prompt]]
id = "A-1"
stage = "open"
to = "all"
words = "What helps?"
gathers = ["hope"]
commitments = [{_QUOTED}]
core = true
"""


def as_toml(agenda: Agenda) -> str:
    """The agenda as a file would say it, with every key written out that has a value."""
    tops = ("id", "name", "about", "language")
    lines = ['format = "facilitator-agenda/1"', *_lines(agenda, tops)]
    for stage in agenda.stages:
        lines += ["[[stage]]", *_lines(stage, ("id", "name", "minutes", "presence"))]
    texts = ("id", "stage", "to", "words", "then", "gathers", "commitments", "core", "aspect")
    for prompt in agenda.prompts:
        lines += ["[[prompt]]", *_lines(prompt, (*texts, "other_ways", "technique"))]
    for technique in agenda.techniques:
        lines += [f"[technique.{technique.id}]", *_lines(technique, ("name", "what", "how"))]
    lines.append("[left_out]")
    lines += [f"{left.commitment} = {json.dumps(left.why)}" for left in agenda.left_out]
    return "\n".join(lines)


def _lines(value: object, keys: Iterable[str]) -> list[str]:
    said = ((key, getattr(value, key)) for key in keys)
    return [f"{key} = {_value(found)}" for key, found in said if found not in ("", None)]


def _value(value: object) -> str:
    # A list of plain words, a number and true or false are written alike in JSON and in TOML.
    return json.dumps(value, ensure_ascii=False)
