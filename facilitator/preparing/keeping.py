"""How a form keeps a change of something that others may change too: nothing is overwritten.

A form carries the fingerprint of what it was based on. Where something else stands by the time
it is sent, both are shown, and the form stays full. The same form that comes twice is one change.
"""

import dataclasses
import re
import secrets
from datetime import date
from enum import StrEnum

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, SelectFieldBase, SubmitField

from facilitator import canonical, days

# As things stand it can't be kept: the form was fine, somebody else was quicker.
CONFLICT = 409
# A form that was understood and can't be taken as it is.
NOT_YET = 422
NOTHING = "Nothing"
_KEY = re.compile(r"[0-9a-f]{16}")


class Outcome(StrEnum):
    """What to do with a form that was sent."""

    KEEP = "keep"
    THERE_ALREADY = "there already"
    CLASH = "clash"


@dataclasses.dataclass(frozen=True)
class Difference:
    """One thing that is known in two ways: as it is kept now, and as the form has it."""

    label: str
    kept: str
    asked: str


def new_key() -> str:
    """A key for one form, made when the page is made: the same form twice is one change."""
    return secrets.token_hex(8)


def is_key(key: str | None) -> bool:
    """Whether that is a key that ``new_key`` could have made."""
    return _KEY.fullmatch(key or "") is not None


def fingerprint(value: object) -> str:
    """64 hex digits that are alike only for equal values, "" for None: what a form is based on."""
    return "" if value is None else canonical.fingerprint(value)


def settle(now: object, asked: object, based_on: str) -> Outcome:
    """What to do where ``now`` is kept, ``asked`` was sent, and the form was based on that."""
    if now == asked:
        return Outcome.THERE_ALREADY
    return Outcome.KEEP if fingerprint(now) == based_on else Outcome.CLASH


def differences(kept: FlaskForm, asked: FlaskForm) -> tuple[Difference, ...]:
    """Where two filled-in forms of one class differ, in the words of their labels."""
    pairs = ((one, kept[one.name]) for one in asked if _is_shown(one))
    told = ((mine.label.text, words_of(theirs), words_of(mine)) for mine, theirs in pairs)
    return tuple(Difference(*one) for one in told if one[1] != one[2])


def words_of(field: Field) -> str:
    """What a form's field says, in words."""
    if isinstance(field, SelectFieldBase):
        return ", ".join(str(one.label.text) for one in field if one.checked) or NOTHING
    if isinstance(field, BooleanField):
        return "Yes" if field.data else "No"
    said = days.day(field.data) if isinstance(field.data, date) else field.data
    return str(said or NOTHING)


def _is_shown(field: Field) -> bool:
    return not isinstance(field, HiddenField | SubmitField) and field.name != "csrf_token"
