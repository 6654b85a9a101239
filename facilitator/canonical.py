"""Documents that cannot change, and the one way in which they are written as bytes.

A document is what JSON can say: mappings with text keys, lists, text, whole numbers, true,
false and null. Frozen, its mappings are read-only and its lists are tuples.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID


def freeze(document: object) -> object:
    """The same document with read-only mappings and tuples, all the way down.

    Nothing in it is shared with `document`, so a later change there does not show here.
    Raises TypeError for a value that JSON has no word for, and for a part number.
    """
    if isinstance(document, Mapping):
        return MappingProxyType({_key(key): freeze(value) for key, value in document.items()})
    if isinstance(document, list | tuple):
        return tuple(freeze(value) for value in document)
    return _plain_value(document)


def thaw(document: object) -> object:
    """The same document as plain dicts and lists, safe to change. Raises as `freeze` does."""
    if isinstance(document, Mapping):
        return {_key(key): thaw(value) for key, value in document.items()}
    if isinstance(document, list | tuple):
        return [thaw(value) for value in document]
    return _plain_value(document)


def canonical(document: object) -> bytes:
    """The document in UTF-8 with sorted keys, no spaces, lists in order, text as typed.

    Equal documents give equal bytes, whatever the order of their keys. Keys are sorted by
    code point. Raises TypeError as `freeze` does, and UnicodeEncodeError for half a character.
    """
    text = json.dumps(
        thaw(document), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode("utf-8")


def fingerprint(value: object) -> str:
    """The SHA-256 of a value's one canonical form, as 64 hex signs: equal values have equal ones.

    A form carries it, to say what it was based on. Values of ours may stand in it, and days,
    moments and ids. Raises TypeError as `freeze` does for anything else.
    """
    return hashlib.sha256(canonical(_as_document(value))).hexdigest()


def _as_document(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _as_document(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {_key(key): _as_document(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_as_document(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _key(key: object) -> str:
    if not isinstance(key, str):
        message = f"The key {key!r} is not text. Use text for every key of a document."
        raise TypeError(message)
    return key


def _plain_value(value: object) -> object:
    # A part number may be written in several ways and be read as several numbers, so two
    # programs could disagree about the same document.
    if value is None or isinstance(value, str | int):
        return value
    message = f"{value!r} is no value of a document. Use text, a whole number, true, false or null."
    raise TypeError(message)
