"""The plan: what the family agreed, numbered, dated, and never changed in place."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Self

from facilitator.canonical import canonical
from facilitator.contributions import Fields
from facilitator.meetings import Meeting
from facilitator.people import People
from facilitator.plans.gaps import Gap
from facilitator.plans.line import Line
from facilitator.plans.page_one import PageOne, page_one_of
from facilitator.plans.reading import NEWER, read_as
from facilitator.refusals import Refusal
from facilitator.strict.places import shown

FORMAT = "family-plan/1"
# Letters and figures that nobody mixes up when they are read out over a telephone.
_CODE_SIGNS = "23456789CDFGHJKMNPQRTVWXY"
_CODE_LENGTH = 8


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One version of one family's plan. A change makes the next version.

    The whole document, hidden items and all, stays in the store; only copies leave it. ``log_mark``
    is the end of the access log when the plan was agreed, and ``kept_for`` the service's sentence
    about how long it is kept: both are printed at the end of a copy, where they are known, and
    stand in no document.
    """

    code: str
    version: int
    agreed_on: date
    meeting: Meeting
    people: People
    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...] = ()
    log_mark: str = ""
    kept_for: str = ""

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> Self:
        """The plan that this document says: ``Plan.read(plan.document).document`` is the same.

        Refusal where it is none, and where it says something that only a newer program knows.
        """
        if document.get("format") != FORMAT:
            wrong = (
                f"{shown(document.get('format'))} is not the plan that is read here, '{FORMAT}'."
            )
            raise Refusal.because(wrong, NEWER)
        held = {key: one for key, one in document.items() if key != "format"}
        plan: Self = read_as(cls, held)
        return plan

    def of(self, *kinds: str) -> tuple[Line, ...]:
        """The lines of these kinds, in order."""
        return tuple(line for line in self.lines if line.kind in kinds)

    def first(self, kind: str) -> Line | None:
        """The first line of that kind, or None."""
        return next(iter(self.of(kind)), None)

    @cached_property
    def page_one(self) -> PageOne:
        """Page 1: the same for everybody who holds a copy."""
        return page_one_of(self.lines, self.people)

    @cached_property
    def document(self) -> dict[str, Any]:
        """The plan as one JSON document."""
        said = replace(self, log_mark="", kept_for="")
        return {"format": FORMAT, **as_document(said)}

    @cached_property
    def canonical(self) -> bytes:
        """The document in its one canonical form (decision 15 of the record's rules)."""
        return canonical(self.document)

    @property
    def sha256(self) -> str:
        """The hash of the canonical document: kept in the store, never printed."""
        return hashlib.sha256(self.canonical).hexdigest()


def as_document(value: Any) -> Any:
    """A plain value as JSON: values of ours become objects, days become text.

    What is not known (None, "" and empty lists in our own values) is left out, so that two
    plans that say the same are the same document.
    """
    if isinstance(value, Fields):
        return {key: as_document(value[key]) for key in value}
    if is_dataclass(value):
        named = ((one.name, getattr(value, one.name)) for one in fields(value))
        return {name: as_document(held) for name, held in named if _is_known(held)}
    if isinstance(value, Mapping):
        return {key: as_document(held) for key, held in value.items()}
    if isinstance(value, tuple):
        return [as_document(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _is_known(value: Any) -> bool:
    return value is not None and value not in ("", ()) and value != Fields()


def new_code() -> str:
    """A random plan code to print, such as "K7QX-3MPD"."""
    return _grouped("".join(secrets.choice(_CODE_SIGNS) for _ in range(_CODE_LENGTH)))


def code_from_id(meeting_id: str) -> str:
    """The plan code of a record that brings none: always the same for the same record.

    It is made from the record's id alone, never from what the plan says: whoever holds one
    copy could test guesses against a code that was made from the words.
    """
    number = int.from_bytes(hashlib.sha256(f"plan code:{meeting_id}".encode()).digest())
    signs = []
    for _ in range(_CODE_LENGTH):
        number, sign = divmod(number, len(_CODE_SIGNS))
        signs.append(_CODE_SIGNS[sign])
    return _grouped("".join(signs))


def _grouped(signs: str) -> str:
    half = _CODE_LENGTH // 2
    return f"{signs[:half]}-{signs[half:]}"
