"""Reading a rubric from TOML that people write, with nothing believed about it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from facilitator.audits.rubric import LEVELS, Criterion, LeftOutCriterion, Rubric
from facilitator.five_rs import COMMITMENTS
from facilitator.refusals import Problem, Refusal
from facilitator.strict import first, load_toml, shown
from facilitator.strict.toml import MOST_BYTES

FORMAT = "facilitator-rubric/1"
LONGEST = 800
Table = Mapping[str, object]

_TOP = ("format", "about", "criterion", "left_out")
_KEYS = tuple(one.name for one in fields(Criterion))
_LISTS = ("commitments", "anchors")
_NEEDED = ("id", "name", "commitments", "anchors", "asks")
# A rule of ours stands behind it, so a service may say it in other words but not promise more.
_OURS = ("commitments", "suggests")


@cache
def shipped() -> Rubric:
    """The rubric that comes with the product."""
    name = "rubric.toml"
    return read_rubric((files("facilitator.audits") / name).read_bytes(), name)


def read_rubric(data: bytes, name: str) -> Rubric:
    """The rubric in that file; Refusal with everything that is wrong, by the file's name."""
    document = _opened(data, name)
    problems = [*_top_problems(document, name)]
    for at, entry in _entries(document, "criterion"):
        problems += _problems(entry, _at(name, "criterion", entry, at), _NEEDED)
    problems += _twice(document, name)
    _refuse(problems, name)
    return Rubric(tuple(_criterion(entry) for _, entry in _entries(document, "criterion")))


def with_service(path: Path) -> Rubric:
    """The shipped rubric, with what the service's file adds, words anew, and leaves out.

    Nothing leaves silently: what is left out keeps its reason. Refusal where the file is wrong.
    """
    name = path.name
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        wrong = f"The file of your service's criteria can't be read: {error.strerror}."
        raise Refusal.because(wrong, "Check its path, and who may read it.", name) from None
    document = _opened(data, name)
    problems = [*_top_problems(document, name), *_twice(document, name)]
    for at, entry in _entries(document, "criterion"):
        where = _at(name, "criterion", entry, at)
        is_ours = shipped().find(str(entry.get("id"))) is not None
        problems += _problems(entry, where, ("id",) if is_ours else _NEEDED)
        problems += _only_wording(entry, where) if is_ours else _no_rule(entry, where)
    for at, entry in _entries(document, "left_out"):
        problems += _left_out_problems(entry, _at(name, "left_out", entry, at))
    _refuse(problems, name)
    return _changed(shipped(), document)


def _changed(ours: Rubric, document: Table) -> Rubric:
    entries = {str(entry["id"]): entry for _, entry in _entries(document, "criterion")}
    reasons = {str(one["id"]): str(one["why"]) for _, one in _entries(document, "left_out")}
    worded = tuple(
        replace(one, **_known(entries[one.id])) if one.id in entries else one
        for one in ours.criteria
    )
    added = tuple(_criterion(entry) for key, entry in entries.items() if ours.find(key) is None)
    return Rubric(
        tuple(one for one in (*worded, *added) if one.id not in reasons),
        tuple(LeftOutCriterion(one, reasons[one.id]) for one in worded if one.id in reasons),
    )


def _criterion(entry: Table) -> Criterion:
    return Criterion(**_known(entry))


def _known(entry: Table) -> dict[str, Any]:
    return {key: tuple(one) if isinstance(one, list) else one for key, one in entry.items()}


def _opened(data: bytes, name: str) -> Table:
    return load_toml(data, name, 'name = "the words", with headings as [[criterion]].')


def _refuse(problems: list[Problem], name: str) -> None:
    if told := first(problems, name):
        raise Refusal(*told)


def _entries(document: Table, key: str) -> Iterator[tuple[int, Table]]:
    held = document.get(key, [])
    for at, entry in enumerate(held if isinstance(held, list) else (), 1):
        if isinstance(entry, dict):
            yield at, entry


def _at(name: str, what: str, entry: Table, number: int) -> str:
    said = entry.get("id")
    return f"{name}, {what} {shown(said) if isinstance(said, str) else number}"


def _top_problems(document: Table, name: str) -> Iterator[Problem]:
    if document.get("format") != FORMAT:
        wrong = f"The format is {shown(document.get('format'))}."
        yield Problem(name, wrong, f'Begin the file with: format = "{FORMAT}"')
    yield from _strange(document, _TOP, name)
    for key in ("criterion", "left_out"):
        held = document.get(key, [])
        if not isinstance(held, list) or not all(isinstance(one, dict) for one in held):
            yield Problem(name, f"{key} is {shown(held)}.", f"Begin each with [[{key}]].")


def _strange(table: Table, known: tuple[str, ...], at: str) -> Iterator[Problem]:
    for key in table:
        if key not in known:
            near = get_close_matches(key[:64], known, n=1)
            meant = f"Did you mean {shown(near[0])}?" if near else f"Use: {', '.join(known)}."
            yield Problem(at, f"The key {shown(key)} is not known here.", meant)


def _problems(entry: Table, at: str, needed: tuple[str, ...]) -> Iterator[Problem]:
    yield from _strange(entry, _KEYS, at)
    for key in needed:
        if key not in entry:
            yield Problem(at, f"It has no '{key}'.", f"Add a line: {key} = ...")
    for key in _KEYS:
        if key in entry and key not in _LISTS and not _is_said(entry[key]):
            remedy = f"Put at most {LONGEST} letters in quotation marks."
            yield Problem(at, f"Its '{key}' is {shown(entry[key])}.", remedy)
    if "anchors" in entry and not _are_said(entry["anchors"], len(LEVELS)):
        remedy = "Write four sentences, for 0, 1, 2 and 3, in [ ]."
        yield Problem(at, f"Its 'anchors' are {shown(entry['anchors'])}.", remedy)
    held = entry.get("commitments", ["REL-1"])
    if not _are_said(held) or any(one not in COMMITMENTS for one in _listed(held)):
        remedy = f"Use some of: {', '.join(COMMITMENTS)}."
        yield Problem(at, f"Its 'commitments' are {shown(held)}.", remedy)


def _only_wording(entry: Table, at: str) -> Iterator[Problem]:
    for key in _OURS:
        if key in entry:
            wrong = f"Its '{key}' belongs to a rule of this program."
            yield Problem(at, wrong, "Take that line out, or make a criterion of your own.")


def _no_rule(entry: Table, at: str) -> Iterator[Problem]:
    if "suggests" in entry:
        wrong = "It has a 'suggests', and no rule of this program stands behind it."
        yield Problem(at, wrong, "Take that line out. A person judges it.")


def _left_out_problems(entry: Table, at: str) -> Iterator[Problem]:
    yield from _strange(entry, ("id", "why"), at)
    if shipped().find(str(entry.get("id"))) is None:
        known = ", ".join(one.id for one in shipped().criteria)
        wrong = f"There is no criterion called {shown(entry.get('id'))}."
        yield Problem(at, wrong, f"Use one of: {known}.")
    if not _is_said(entry.get("why")):
        wrong = f"The reason for leaving it out is {shown(entry.get('why'))}."
        yield Problem(at, wrong, 'Say why: why = "...". Every audit shows it.')


def _twice(document: Table, name: str) -> Iterator[Problem]:
    for key in ("criterion", "left_out"):
        seen: set[str] = set()
        for at, entry in _entries(document, key):
            said = str(entry.get("id"))
            if said in seen:
                where = _at(name, key, entry, at)
                yield Problem(where, "This id stands here twice.", "Make one entry of the two.")
            seen.add(said)


def _is_said(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= LONGEST


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _are_said(value: object, count: int = 0) -> bool:
    """Whether it is a list of words: with so many of them, or with some."""
    several = _listed(value)
    many_enough = len(several) == count if count else bool(several)
    return many_enough and all(map(_is_said, several))
