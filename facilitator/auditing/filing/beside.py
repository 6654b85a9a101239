"""A filed look, ready to be drawn: what the person said, what the machine suggests, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator import five_rs
from facilitator.agenda import Agenda
from facilitator.auditing.plan_shown import anchor
from facilitator.audits import Criterion
from facilitator.audits.kept_wordings import KeptReason
from facilitator.audits.look import Answer
from facilitator.audits.remarks import Remark
from facilitator.five_rs import Commitment
from facilitator.kinds import KINDS

FIRST_QUOTES = 3
_KINDS_BESIDE = {
    "copy": "who gets which copy",
    "meeting": "the meeting",
    "stage log": "how the day went",
}


@dataclass(frozen=True, kw_only=True)
class Quote:
    """One thing that the plan shows. ``line`` is where it stands in the paper, "" for nowhere."""

    words: str
    kind: str
    line: str
    prompt: str
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True, kw_only=True)
class Suggested:
    """What the machine says of one criterion, with made-up names. ``level`` is None where none."""

    level: int | None
    because: str
    quotes: tuple[Quote, ...]

    @property
    def in_words(self) -> str:
        """The level as it is said."""
        return "it does not apply" if self.level is None else str(self.level)

    @property
    def first(self) -> tuple[Quote, ...]:
        """As many quotes as can be read at once."""
        return self.quotes[:FIRST_QUOTES]

    @property
    def more(self) -> tuple[Quote, ...]:
        """All further ones."""
        return self.quotes[FIRST_QUOTES:]


@dataclass(frozen=True, kw_only=True)
class Beside:
    """One criterion: a person's answer, the suggestion (None where only a person can judge)."""

    at: int
    criterion: Criterion
    answer: Answer
    suggested: Suggested | None
    remarks: tuple[Remark, ...]
    why_kept: tuple[KeptReason, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands on the page."""
        return f"question-{self.at}"

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments that it is about."""
        return tuple(map(five_rs.load, self.criterion.commitments))

    @property
    def anchor(self) -> str:
        """What the rating looks like, in the rubric's words; "" for none."""
        rating = self.answer.rating
        return self.criterion.anchors[rating] if isinstance(rating, int) else ""


@dataclass(frozen=True)
class Sources:
    """Where words come from: the machine's side as it was filed, the agenda, the paper."""

    machine: Mapping[str, Any]
    agenda: Agenda
    paper: str

    def suggested(self, criterion_id: str) -> Suggested | None:
        """The suggestion for that criterion, or None."""
        held = self.machine.get("ratings", {}).get(criterion_id)
        if held is None:
            return None
        quotes = tuple(map(self._quote, held["evidence"]))
        return Suggested(level=held["suggested"], because=held["because"], quotes=quotes)

    def _quote(self, held: Mapping[str, Any]) -> Quote:
        place = anchor(held["line"])
        prompt = self.agenda.find_prompt(held["prompt"] or "")
        kind = KINDS[held["kind"]].word if held["kind"] in KINDS else held["kind"]
        return Quote(
            words=held["quote"],
            kind=_KINDS_BESIDE.get(kind, kind),
            line=place if f'id="{place}"' in self.paper else "",
            prompt=prompt.words if prompt else "",
            commitments=tuple(map(five_rs.load, held["commitments"])),
        )


def beside(
    criteria: Iterable[Criterion],
    answers: Mapping[str, Answer],
    sources: Sources,
    remarks: Iterable[Remark],
    why_kept: Mapping[str, tuple[KeptReason, ...]],
) -> tuple[Beside, ...]:
    """Each criterion that was asked, in its order; ``why_kept`` by the id of a criterion."""
    several = tuple(remarks)
    return tuple(
        Beside(
            at=at,
            criterion=one,
            answer=answers.get(one.id, Answer(criterion=one.id)),
            suggested=sources.suggested(one.id),
            remarks=tuple(remark for remark in several if remark.criterion == one.id),
            why_kept=why_kept.get(one.id, ()),
        )
        for at, one in enumerate(criteria, 1)
    )
