"""From a plan's JSON document back to the plan: strictly, for nothing in it may be guessed.

What the document leaves out is not known: None, "" or an empty tuple, never a usual value. The
types of our own values say what may stand where; only a line's fields are told by its kind.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from facilitator.canonical import freeze
from facilitator.contributions import Fields, Value
from facilitator.kinds import KINDS, Holds, Kind
from facilitator.refusals import Refusal
from facilitator.strict.places import shown

NEWER = "It may have been made by a newer program. Use a newer version of this one."
_NOTHING: Mapping[Any, Any] = {str: "", tuple: (), Fields: Fields()}


def read_as(type_: type, document: object, where: str = "plan") -> Any:
    """The value of that type which the document says; Refusal with what is wrong in it first."""
    if not isinstance(document, Mapping):
        raise _unfit(where, f"{shown(document)} is no group of keys.")
    types = _types(type_)
    if strange := sorted(map(str, document.keys() - types.keys())):
        raise Refusal.because(f"There is no key {shown(strange[0])} in a plan.", NEWER, where)
    known = {key: _value(types[key], document[key], f"{where}.{key}") for key in document}
    missing = {key: _missing(types[key], f"{where}.{key}") for key in types if key not in known}
    if Fields in types.values():
        kind = _kind(known.get("kind", ""), where)
        known["fields"] = _fields(kind, document.get("fields", {}), where)
        missing.pop("fields", None)
    return type_(**known, **missing)


@cache
def _types(type_: type) -> Mapping[str, Any]:
    hints = get_type_hints(type_)
    return {one.name: hints[one.name] for one in fields(cast("Any", type_)) if one.init}


def _value(type_: Any, held: object, where: str) -> Any:
    origin = get_origin(type_)
    if origin in (Union, UnionType):
        (inner,) = (one for one in get_args(type_) if one is not type(None))
        return _value(inner, held, where)
    if origin is tuple:
        if not isinstance(held, list | tuple):
            raise _unfit(where, f"{shown(held)} is no list.")
        inner = get_args(type_)[0]
        return tuple(_value(inner, one, f"{where}[{at}]") for at, one in enumerate(held))
    if origin is Literal:
        return _among(held, get_args(type_), where)
    if type_ is Fields:
        return held  # its kind says what stands there
    if is_dataclass(type_):
        return read_as(cast("type", type_), held, where)
    return _plain(type_, held, where)


def _plain(type_: type, held: object, where: str) -> Any:
    if type_ is date:
        return _day(held, where)
    if issubclass(type_, Enum):
        return type_(_among(held, tuple(one.value for one in type_), where))
    # True is an int to Python, and no number to a document.
    if type(held) is not type_:
        raise _unfit(where, f"{shown(held)} does not belong there.")
    return held


def _missing(type_: Any, where: str) -> Any:
    """What stands for a key that the document leaves out, because nothing was known."""
    origin = get_origin(type_) or type_
    if origin in _NOTHING:
        return _NOTHING[origin]
    if origin in (Union, UnionType):
        return None
    raise _unfit(where, "This key is missing.")


def _fields(kind: Kind, held: object, where: str) -> Fields:
    if not isinstance(held, Mapping):
        raise _unfit(where, f"{shown(held)} is no group of keys.")
    known = {one.key: one for one in kind.fields}
    if strange := sorted(map(str, held.keys() - known.keys())):
        raise Refusal.because(f"A {kind.word} has no field {shown(strange[0])}.", NEWER, where)
    return Fields(
        {
            key: _day(one, f"{where}.fields.{key}")
            if known[key].holds is Holds.DAY and one
            else cast("Value", freeze(one))
            for key, one in held.items()
        }
    )


def _kind(key: str, where: str) -> Kind:
    if key not in KINDS:
        raise Refusal.because(f"{shown(key)} is no kind of line.", NEWER, where)
    return KINDS[key]


def _among(held: object, choices: tuple[Any, ...], where: str) -> Any:
    if held not in choices:
        raise Refusal.because(f"{shown(held)} is not known here.", NEWER, where)
    return held


def _day(held: object, where: str) -> date:
    try:
        return date.fromisoformat(cast("str", held))
    except (TypeError, ValueError):
        raise _unfit(where, f"{shown(held)} is no day.") from None


def _unfit(where: str, wrong: str) -> Refusal:
    return Refusal.because(wrong, "This is no plan that was kept here. Look for a backup.", where)
