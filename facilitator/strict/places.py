"""Where something stands in a document, and how it is shown to a person."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from facilitator.refusals import Problem

MOST_PROBLEMS = 50
LONGEST_SHOWN = 60

_SIMPLE_KEY = re.compile(r"\w{1,60}\Z")

# Plain dicts stand first because asking for the general kind is slow.
GROUP = (dict, MappingProxyType, Mapping)

Path = tuple[str | int, ...]


def walk(document: object) -> Iterator[tuple[Path, object]]:
    """Every value of the document with its path, in the order in which they stand."""
    waiting: list[tuple[Path, object]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        if isinstance(value, GROUP):
            waiting.extend(((*path, key), value[key]) for key in reversed(tuple(value)))
        elif isinstance(value, list | tuple):
            inside = range(len(value) - 1, -1, -1)
            waiting.extend(((*path, at), value[at]) for at in inside)


def place(path: Sequence[str | int], document: object, where: str = "") -> str:
    """The path in words: `plan.actions[2] 'a3'.due`, after `where` when that is given."""
    words = ""
    for step in path:
        document = _inside(document, step)
        if isinstance(step, int):
            words += f"[{step}]"
            known = _inside(document, "id")
            words += f" {shown(known)}" if isinstance(known, str) and known else ""
        else:
            key = step if _SIMPLE_KEY.match(str(step)) else shown(step)
            words += f".{key}" if words else key
    return ", ".join(part for part in (where, words) if part)


def shown(value: object) -> str:
    """The value as it is shown in a message: at most 60 characters of it, all visible."""
    if isinstance(value, str):
        cut = value if len(value) <= LONGEST_SHOWN else value[: LONGEST_SHOWN - 1] + "…"
        return "'" + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in cut) + "'"
    if isinstance(value, GROUP):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return f"the number {str(value)[:LONGEST_SHOWN]}"


def first(problems: Iterable[Problem], where: str = "") -> tuple[Problem, ...]:
    """The first 50 problems, and one more that says so where there are more."""
    found = tuple(islice(problems, MOST_PROBLEMS + 1))
    if len(found) <= MOST_PROBLEMS:
        return found
    more = Problem(
        where,
        f"And more: only the first {MOST_PROBLEMS} problems are listed here.",
        "Put these right, then try again.",
    )
    return (*found[:MOST_PROBLEMS], more)


def _inside(document: object, step: str | int) -> object:
    if isinstance(document, GROUP):
        return document.get(step)
    if isinstance(document, list | tuple) and isinstance(step, int) and step < len(document):
        return document[step]
    return None
