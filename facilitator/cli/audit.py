"""The command `facilitator audit`: what the machine sees in a plan, beside a person's judgement."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.telling import FILE, refusals_are_sentences

if TYPE_CHECKING:
    from facilitator.audits import Audit, Audited, Rubric
    from facilitator.record import Record

_MOST_QUOTES = 3
_LONGEST_QUOTE = 90


@click.command()
@click.argument("record", type=FILE)
@click.option("--json", "in_json", is_flag=True, help="For a program to read.")
@click.option(
    "--rubric",
    "own",
    type=click.Path(path_type=Path),
    help="A service's own criteria and wording (a TOML file).",
)
@refusals_are_sentences
def audit(record: Path, *, in_json: bool, own: Path | None) -> None:
    """Suggest ratings for the plan in RECORD, each with its evidence. A person judges.

    It reads the plan, the stage log, the people's needs and the copies: never a note, and nothing
    of private family time.
    """
    from facilitator import audits
    from facilitator.record import read

    rubric = audits.with_service(own) if own else audits.shipped()
    found = audits.audit(_audited(read(record.read_bytes(), record.name)), rubric)
    if in_json:
        # In UTF-8, whatever the terminal believes.
        click.echo(json.dumps(found.document, ensure_ascii=False).encode())
    else:
        click.echo("\n".join(_told(found, rubric)))


def _audited(record: "Record") -> "Audited":
    from datetime import date

    from facilitator import exchange
    from facilitator.audits import Audited
    from facilitator.exchange.beside import words_of_private_time

    document = record.document
    accepted = document["meeting"]["accepted_date"]
    return Audited.of(
        exchange.plan_of(record, exchange.draft_of(record)),
        exchange.of_record(record).contributions,
        accepted_on=date.fromisoformat(accepted) if accepted else None,
        # The words themselves go no further than this question.
        written_in_private=bool(words_of_private_time(record).strip()),
        why_no_copy={
            one["id"]: (one.get("copy") or {}).get("reason") or "" for one in document["people"]
        },
    )


def _told(found: "Audit", rubric: "Rubric") -> Iterator[str]:
    """The audit for a person: what has to be known first, then criterion by criterion."""
    from facilitator.five_rs import load

    yield "The machine suggests, a person judges."
    yield from (f"Gate {gate}." for gate in found.gates)
    for criterion in rubric.criteria:
        suggestion = found.ratings.get(criterion.id)
        yield ""
        if suggestion is None:
            yield f"{criterion.id} {criterion.name}: a person judges it"
        else:
            level = "does not apply" if suggestion.suggested is None else suggestion.suggested
            yield f"{criterion.id} {criterion.name}: {level}"
            yield f"   {suggestion.because}"
            yield from _quotes([one.quote for one in suggestion.evidence])
        yield f"   Ask: {criterion.asks}"
    yield from (f"\nLeft out: {one.criterion.name}. {one.why}" for one in rubric.left_out)
    yield "\nWhat the plan shows for each commitment"
    for commitment, evidence in found.commitments.items():
        yield f"{commitment} {load(commitment).we_are}: {len(evidence) or 'nothing found'}"
        yield from _quotes([one.quote for one in evidence])


def _quotes(quotes: list[str]) -> Iterator[str]:
    for quote in quotes[:_MOST_QUOTES]:
        short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE].rstrip()}…"
        yield f"   “{short}”"
    if len(quotes) > _MOST_QUOTES:
        yield f"   and {len(quotes) - _MOST_QUOTES} more"
