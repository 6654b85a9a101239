"""The form for mending a line: what stands in each box, and the line that the boxes make.

Boxes are named for what they hold and the field that they fill (`day.due`), so that what was
typed for one kind is still there when a line is moved to another kind and back.
"""

from collections.abc import Iterator
from typing import Any

from facilitator.contributions import Wording
from facilitator.kinds import KINDS, Field, Holds, Kind
from facilitator.leading.mending.fields import (
    NAME_SHOWN,
    YES,
    Json,
    Typed,
    is_blank,
    is_unchanged,
    name_of,
    one,
    typed_field,
    value_of,
)

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ps", "ur", "yi"})


def typed_of(document: Json) -> dict[str, tuple[str, ...]]:
    """What stands in the boxes for that line."""
    typed: dict[str, tuple[str, ...]] = {
        "words": (document["words"],),
        "by": (document["by"],),
        "kind": (document["kind"],),
        "exact": ("yes",) if document["exact"] else (),
        "name_shown": (NAME_SHOWN[document["name_shown"]],),
        "lang": (document["lang"] or "",),
        "rendering": (document["rendering"] or "",),
    }
    for field in KINDS[document["kind"]].fields:
        if field.key in document["fields"]:
            typed |= typed_field(field, document["fields"][field.key])
    return typed


def document_from(typed: Typed, base: Json) -> Json:
    """The line that the boxes make; ``base`` is the line as it was, by the same kind or another.

    What was never asked for stays so where nothing was typed, and what was empty stays as it was.
    """
    kind = KINDS.get(one(typed, "kind"), KINDS[base["kind"]])
    lang = one(typed, "lang").strip() or None
    exact = bool(typed.get("exact"))
    return base | {
        "kind": kind.key,
        "words": _mended(one(typed, "words"), base["words"]),
        "by": one(typed, "by"),
        "fields": dict(_fields(typed, kind, base["fields"])),
        "exact": base["exact"] if bool(base["exact"]) == exact else exact,
        "name_shown": YES.get(one(typed, "name_shown")),
        "lang": base["lang"] if lang == (base["lang"] or None) else lang,
        "dir": base["dir"] if lang == (base["lang"] or None) else _direction(lang),
        "rendering": _mended(one(typed, "rendering"), base["rendering"]),
    }


def moved(typed: Typed, old: Kind, new: Kind) -> dict[str, tuple[str, ...]]:
    """The boxes once the line is moved to another kind: whoever was named is still named."""
    boxes = dict(typed)
    whom = tuple(who for who in boxes.get(_who_box(old), ()) if who)
    slot = _who_box(new)
    if whom and not any(boxes.get(slot, ())):
        boxes[slot] = whom if slot.startswith(Holds.PEOPLE.value) else whom[:1]
    return boxes


def lost(typed: Typed, old: Kind, new: Kind) -> tuple[Field, ...]:
    """The fields with something in them that the line can't take along to another kind."""
    stay = {name_of(field) for field in new.fields}
    boxes = moved(typed, old, new)
    named_still = set(boxes.get(_who_box(new), ()))
    return tuple(
        field
        for field in old.fields
        if name_of(field) not in stay
        and not is_blank(value_of(field, typed, None))
        and not (field.key == old.who and set(typed.get(name_of(field), ())) <= named_still)
    )


def touches_exact_words(kept: Wording, document: Json) -> bool:
    """Whether keeping that needs the family's yes: the words, whose they are, that they stand."""
    if not kept.said.exact or kept.change.taken_back:
        return False
    said = kept.said
    now = (document["words"], document["by"], bool(document["exact"]), document["lang"] or "")
    return bool(document["taken_back"]) or now != (said.words, said.by, True, said.lang or "")


def _who_box(kind: Kind) -> str:
    return "by" if kind.who == "by" else name_of(kind.field(kind.who))


def _direction(lang: str | None) -> str | None:
    return "rtl" if lang and lang.split("-")[0].lower() in _RIGHT_TO_LEFT else None


def _mended(text: str, before: str | None) -> str | None:
    """The words in a box, without spaces round them; as they were where nothing else is new."""
    return before if text.strip() == (before or "").strip() else text.strip()


def _fields(typed: Typed, kind: Kind, base: Json) -> Iterator[tuple[str, Any]]:
    for field in kind.fields:
        held = base.get(field.key)
        if field.key in base and (field.holds is Holds.REPEATS or is_unchanged(field, typed, held)):
            yield field.key, held
            continue
        value = value_of(field, typed, held)
        if field.key in base or not is_blank(value):
            yield field.key, value
