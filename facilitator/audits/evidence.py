"""What a suggestion stands on: quotes from the plan, each with where it came from."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """One thing that the plan shows, as it was written.

    ``line`` is the id of the plan's line, which is its contribution's; for what is no line it is
    the place, such as ``people.tiana.copy``. ``kind`` is a key of the table of kinds, or the word
    for what is no line. ``prompt`` names the prompt that it answers, None where there is none.
    """

    line: str
    kind: str
    quote: str
    prompt: str | None = None
    commitments: tuple[str, ...] = ()

    def for_commitments(self, commitments: tuple[str, ...]) -> "Evidence":
        """The same, for these commitments."""
        return Evidence(
            line=self.line,
            kind=self.kind,
            quote=self.quote,
            prompt=self.prompt,
            commitments=commitments,
        )

    @property
    def document(self) -> dict[str, Any]:
        """The evidence as JSON."""
        return {
            "line": self.line,
            "kind": self.kind,
            "quote": self.quote,
            "prompt": self.prompt,
            "commitments": list(self.commitments),
        }


@dataclass(frozen=True)
class Suggestion:
    """What the machine would say of one criterion, beside a person's own judgement.

    ``suggested`` is 0 to 3, None where the criterion does not apply. ``because`` says the rule
    and what was counted, in plain words.
    """

    suggested: int | None
    because: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def document(self) -> dict[str, Any]:
        """The suggestion as JSON."""
        return {
            "suggested": self.suggested,
            "because": self.because,
            "evidence": [one.document for one in self.evidence],
        }
