"""The two recordings as an audit sees them, whole or with one thing changed."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from facilitator import exchange
from facilitator.audits import Audit, Audited, audit
from facilitator.exchange.beside import words_of_private_time
from facilitator.record import Record
from tests.records import CAMPBELL, PEARCE

__all__ = ["CAMPBELL", "PEARCE", "Document", "audited", "audited_file", "document", "levels"]

Document = dict[str, Any]


def document(path: Path = CAMPBELL) -> Document:
    read: Document = json.loads(path.read_bytes())
    return read


def audited(raw: Document) -> Audited:
    record = Record(raw)
    accepted = raw["meeting"]["accepted_date"]
    return Audited.of(
        exchange.plan_of(record, exchange.draft_of(record)),
        exchange.of_record(record).contributions,
        accepted_on=date.fromisoformat(accepted) if accepted else None,
        written_in_private=bool(words_of_private_time(record)),
    )


def audited_file(path: Path, change: Callable[[Document], None] = lambda _: None) -> Audit:
    raw = document(path)
    change(raw)
    return audit(audited(raw))


def levels(found: Audit) -> dict[str, int | None]:
    return {key: one.suggested for key, one in found.ratings.items()}
