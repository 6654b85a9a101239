"""Whatever a meeting says, what is hidden from a reader is nowhere in that reader's paper."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from facilitator import exchange
from facilitator.copies import Copy
from facilitator.paper import press
from facilitator.record import Record
from facilitator.refusals import Refusal
from tests.paper.printed import by_pdftotext, everything_in
from tests.records import records


def plainly(text: str) -> str:
    return " ".join(text.casefold().split())


def paper_of(copy: Copy, folder: str) -> str:
    """Every text that anybody or anything could read out of one paper."""
    printed = press.printed(copy, press.edition_of(copy))
    paper = Path(folder) / printed.file_name
    paper.write_bytes(printed.pdf)
    return plainly(f"{' '.join(by_pdftotext(paper))} {everything_in(paper)}")


def with_something_hidden(document: dict[str, Any]) -> list[str]:
    hidden_from = {one for item in document["safety"]["confidential"] for one in item["hide_from"]}
    return [
        one["id"] for one in document["people"] if {one["id"], f"{one['id']}_page"} & hidden_from
    ]


@settings(max_examples=8)
@given(records())
def test_nothing_hidden_is_in_the_text_the_tags_the_metadata_or_what_is_attached(
    document: dict[str, Any],
) -> None:
    record = Record(document)
    plan = exchange.plan_of(record, exchange.draft_of(record))
    with tempfile.TemporaryDirectory() as folder:
        for reader in with_something_hidden(document)[:2]:
            try:
                paper = paper_of(Copy.for_reader(plan, reader), folder)
            except Refusal:
                continue
            for item in document["safety"]["confidential"]:
                if {reader, f"{reader}_page"} & set(item["hide_from"]):
                    assert plainly(item["text"]) not in paper
