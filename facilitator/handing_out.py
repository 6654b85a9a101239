"""A folder of papers from one record: every copy that it calls for, each safe for its reader."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facilitator import exchange
from facilitator.copies import Copy
from facilitator.paper import fonts, press
from facilitator.people import CopyKind
from facilitator.plans import Draft, Plan
from facilitator.record import read
from facilitator.refusals import Refusal

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Order:
    """What to print: the record, the folder, and one edition or one reader where asked for."""

    record: Path
    folder: Path
    edition: str | None = None
    reader: str | None = None


@dataclass
class Report:
    """What was written, what is still open, what was refused: sentences fit to show."""

    written: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def print_copies(order: Order) -> Report:
    """Write the papers and their manifest; a copy that is refused is not written.

    The manifest is the facilitator's own and is never given out.
    """
    record = read(order.record.read_bytes(), order.record.name)
    draft = exchange.draft_of(record)
    plan = exchange.plan_of(record, draft)
    report = Report(open=[*_still_open(draft), *_unprintable(plan)])
    order.folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for reader in _readers(plan, order):
        try:
            rows.append(_print_one(Copy.for_reader(plan, reader), order, report))
        except Refusal as refusal:
            report.refused.append(f"Not printed. {refusal}")
    _write_manifest(order.folder, rows)
    report.open.extend(_older_papers(order.folder, rows))
    return report


def _readers(plan: Plan, order: Order) -> list[str]:
    if order.reader is not None:
        return [plan.people.load(order.reader).id]
    called_for = [person for person in plan.people if person.copy_kind is not CopyKind.NONE]
    if order.edition == press.CHILD:
        called_for = [person for person in called_for if person.copy_kind is CopyKind.CHILD]
    return [person.id for person in called_for]


def _print_one(copy: Copy, order: Order, report: Report) -> dict[str, Any]:
    edition = press.edition_of(copy, order.edition)
    asked = copy.reader.copying
    if asked and asked.edition and asked.edition not in press.EDITIONS:
        name = copy.reader.short_name
        report.open.append(f"{name} asked for {asked.edition}, which is not built yet: {edition}.")
    printed = press.printed(copy, edition)
    (order.folder / printed.file_name).write_bytes(printed.pdf)
    pages = f"{printed.pages} page{'' if printed.pages == 1 else 's'}"
    report.written.append(f"{printed.file_name}  {copy.reader.short_name}, {edition}, {pages}")
    return {
        "reader": copy.reader.id,
        "copy": copy.kind.value,
        "edition": edition,
        "language": printed.lang,
        "file": printed.file_name,
        "sha256": printed.sha256,
        "pages": printed.pages,
    }


def _still_open(draft: Draft) -> list[str]:
    gaps = [f"Still to sort out: {gap}" for gap in draft.gaps]
    return gaps + [str(problem) for problem in draft.kept_off_page_one]


def _unprintable(plan: Plan) -> list[str]:
    """A letter that no font has is a letter of somebody's words: it is named before printing."""
    texts = " ".join(text for line in plan.lines for text in line.texts)
    names = " ".join(person.called for person in plan.people)
    return [
        f"This can't be printed: {character}. A white square stands in its place."
        for character in fonts.unprintable(f"{texts} {names}")
    ]


def _write_manifest(folder: Path, rows: list[dict[str, Any]]) -> None:
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(f"{text}\n", encoding="utf-8")


def _older_papers(folder: Path, rows: list[dict[str, Any]]) -> list[str]:
    """An old version that is handed out by mistake does harm, so it is named."""
    new = {row["file"] for row in rows}
    return [
        f"{path.name} is from an earlier run. Do not hand it out."
        for path in sorted(folder.glob("family-plan-*.pdf"))
        if path.name not in new
    ]
