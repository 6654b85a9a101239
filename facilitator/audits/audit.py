"""The machine's side of an audit: suggestions, gates, counts, and what each commitment shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.audits.audited import Audited
from facilitator.audits.coverage import coverage
from facilitator.audits.evidence import Evidence, Suggestion
from facilitator.audits.gates import gates
from facilitator.audits.metrics import metrics
from facilitator.audits.rubric import Rubric
from facilitator.audits.rubric_file import shipped
from facilitator.audits.suggesting import suggest


@dataclass(frozen=True)
class Audit:
    """All that the machine says of one plan. It fills no box that is a person's.

    ``ratings`` holds a suggestion for each criterion that has a rule, by its id.
    """

    ratings: Mapping[str, Suggestion]
    gates: tuple[str, ...]
    metrics: Mapping[str, Any]
    commitments: Mapping[str, tuple[Evidence, ...]]

    @property
    def document(self) -> dict[str, Any]:
        """The audit as JSON, in the four parts that its readers were promised."""
        return {
            "ratings": {key: one.document for key, one in self.ratings.items()},
            "gates": list(self.gates),
            "metrics": dict(self.metrics),
            "commitments": {
                key: [one.document for one in found] for key, found in self.commitments.items()
            },
        }


def audit(audited: Audited, rubric: Rubric | None = None) -> Audit:
    """The suggestions for that plan, by the shipped rubric unless a service has its own."""
    chosen = rubric or shipped()
    found = {
        one.id: suggestion
        for one in chosen.criteria
        if (suggestion := suggest(one.id, audited, one.commitments))
    }
    return Audit(found, gates(audited), metrics(audited), coverage(audited))
