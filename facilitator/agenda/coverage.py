"""Whether an agenda keeps the Five Rs: each commitment asked about, or left out with a reason."""

from collections.abc import Iterator

from facilitator import five_rs
from facilitator.agenda.sayings import place, shown
from facilitator.agenda.tables import Table, listed, named, tables, words, yes
from facilitator.refusals import Problem


def coverage_problems(document: Table, name: str) -> Iterator[Problem]:
    """The commitments that are neither kept nor left out, and those that are both.

    A commitment is kept by a core prompt that gathers something: where nothing is gathered,
    nothing in the plan can ever show it.
    """
    kept = _kept(document)
    left_out = {commitment for commitment, _ in named(document, "left_out")}
    for commitment in five_rs.COMMITMENTS:
        if commitment in kept and commitment in left_out:
            yield Problem(
                place(name, f"left_out '{commitment}'"),
                f"{_promise(commitment)} is left out, and {kept[commitment]} keeps it.",
                "Take it out of [left_out], or out of the prompt.",
            )
    missing = [each for each in five_rs.COMMITMENTS if each not in kept and each not in left_out]
    if missing:
        promises = ", ".join(_promise(commitment) for commitment in missing)
        yield Problem(
            place(name),
            f"No core prompt that gathers something keeps {promises}.",
            "Name each in the 'commitments' of such a prompt, "
            f'or say why under [left_out]: {missing[0]} = "..."',
        )


def _promise(commitment: str) -> str:
    return f"{commitment} ({five_rs.load(commitment).we_are})"


def _kept(document: Table) -> dict[str, str]:
    """Each commitment that is kept, with the first prompt that keeps it."""
    kept: dict[str, str] = {}
    for prompt in tables(document, "prompt"):
        if yes(prompt, "core") and listed(prompt, "gathers"):
            for commitment in listed(prompt, "commitments"):
                kept.setdefault(commitment, f"prompt {shown(words(prompt, 'id'))}")
    return kept
