"""One field of a line as boxes, and what the boxes say as a value, for all that a field holds."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from facilitator.days_typed import load_dated
from facilitator.kinds import Field, Holds

Json = dict[str, Any]
Typed = Mapping[str, tuple[str, ...]]  # what stands in each box, by its name

NAME_SHOWN: Mapping[bool | None, str] = {True: "yes", False: "no", None: ""}
YES: Mapping[str, bool | None] = {"yes": True, "no": False, "": None}
OWN_WORDS = "own"


def name_of(field: Field) -> str:
    """The name of a field's box."""
    return f"{field.holds.value}.{field.key}"


def one(typed: Typed, name: str) -> str:
    """What stands in a box that holds one value."""
    return next(iter(typed.get(name, ())), "").replace("\r\n", "\n")


def typed_field(field: Field, held: Any) -> dict[str, tuple[str, ...]]:
    """What stands in the boxes of one field that holds that value (JSON)."""
    name = name_of(field)
    if field.holds in _SEVERAL_BOXES:
        return _SEVERAL_BOXES[field.holds](name, held)
    if field.holds in (Holds.PEOPLE, Holds.LINES):
        return {name: tuple(held or ())}
    if isinstance(held, bool) or held is None:
        return {name: (NAME_SHOWN[held],)}
    return {name: (str(held),)}


def value_of(field: Field, typed: Typed, held: Any) -> Any:
    """What the boxes of one field say, as JSON; ``held`` is what it held before."""
    if field.holds is Holds.REPEATS:
        return held
    return _READERS.get(field.holds, _text)(typed, name_of(field), held)


def is_unchanged(field: Field, typed: Typed, held: Any) -> bool:
    """Whether the boxes of a field still say what it held; then it stays just as it was."""
    return _said(field, typed) == _said(field, typed_field(field, held))


def _said(field: Field, typed: Typed) -> dict[str, tuple[str, ...]]:
    name = name_of(field)
    own = {box: held for box, held in typed.items() if box == name or box.startswith(f"{name}.")}
    said = {box: tuple(text.replace("\r\n", "\n").strip() for text in own[box]) for box in own}
    return {box: texts for box, texts in said.items() if any(texts)}


def is_blank(value: Any) -> bool:
    """Whether a value says nothing."""
    return value is None or value in ("", [], {})


def _text(typed: Typed, name: str, _held: Any) -> Any:
    return one(typed, name).strip()


def _list(typed: Typed, name: str, held: Any) -> Any:
    # Boxes to tick come in the order of the page; what stood there keeps the order that it had.
    ticked = [each for each in typed.get(name, ()) if each]
    stayed = [each for each in held or () if each in ticked]
    return [*stayed, *(each for each in ticked if each not in stayed)]


def _day(typed: Typed, name: str, _held: Any) -> Any:
    text = one(typed, name).strip()
    try:
        return load_dated(text).isoformat()
    except ValueError:
        return text or None  # Whatever reads the line says what is wrong with it.


def _number(typed: Typed, name: str, _held: Any) -> Any:
    text = one(typed, name).strip()
    return (int(text) if text.isascii() and text.isdigit() else text) if text else None


def _yes(typed: Typed, name: str, _held: Any) -> Any:
    return YES.get(one(typed, name))


def _page_one(typed: Typed, name: str, _held: Any) -> Any:
    own = one(typed, f"{name}.words").strip()
    if one(typed, name) == OWN_WORDS:
        return own or True
    return YES.get(one(typed, name)) or None


def _seen(typed: Typed, name: str, held: Any) -> Any:
    seen = {key: one(typed, f"{name}.{key}").strip() for key in ("what", "when")}
    return (held or {}) | seen if any(seen.values()) else None


def _views(typed: Typed, name: str, _held: Any) -> Any:
    return [side for side in _sides(typed, name) if any(side.values())]


def _sides(typed: Typed, name: str) -> Iterator[Json]:
    who, texts = typed.get(f"{name}.by", ()), typed.get(f"{name}.text", ())
    for number in range(max(len(who), len(texts))):
        text = texts[number] if number < len(texts) else ""
        by = who[number] if number < len(who) else ""
        yield {"by": by, "text": text.replace("\r\n", "\n").strip()}


def _page_one_boxes(name: str, held: Any) -> dict[str, tuple[str, ...]]:
    if isinstance(held, str):
        return {name: (OWN_WORDS,), f"{name}.words": (held,)}
    return {name: (NAME_SHOWN[held],)}


def _seen_boxes(name: str, held: Any) -> dict[str, tuple[str, ...]]:
    return {f"{name}.{key}": (str(text or ""),) for key, text in (held or {}).items()}


def _views_boxes(name: str, held: Any) -> dict[str, tuple[str, ...]]:
    keys = ("by", "text")
    return {f"{name}.{key}": tuple(str(one.get(key) or "") for one in held or ()) for key in keys}


def _no_boxes(_name: str, _held: Any) -> dict[str, tuple[str, ...]]:
    return {}  # It is for a calendar, and stays as it is.


_SEVERAL_BOXES: Mapping[Holds, Callable[[str, Any], dict[str, tuple[str, ...]]]] = MappingProxyType(
    {
        Holds.PAGE_ONE: _page_one_boxes,
        Holds.REPEATS: _no_boxes,
        Holds.SEEN: _seen_boxes,
        Holds.VIEWS: _views_boxes,
    }
)
_READERS: Mapping[Holds, Callable[[Typed, str, Any], Any]] = MappingProxyType(
    {
        Holds.PEOPLE: _list,
        Holds.LINES: _list,
        Holds.DAY: _day,
        Holds.NUMBER: _number,
        Holds.YES: _yes,
        Holds.PAGE_ONE: _page_one,
        Holds.SEEN: _seen,
        Holds.VIEWS: _views,
    }
)
