"""Why a rating is far from its suggestion, as somebody types it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facilitator.auditing.looking.typed import LONGEST_WORDS
from facilitator.audits.look import Answer
from facilitator.canonical import fingerprint
from facilitator.refusals import Problem
from facilitator.strict.text import text_problems


@dataclass(frozen=True)
class Reason:
    """One reason: the answer as it is kept, what stands in the box, and what that is based on."""

    answer: Answer
    words: str
    based_on: str

    @classmethod
    def of(cls, answer: Answer) -> "Reason":
        """The reason as it is kept."""
        return cls(answer, answer.why_apart, fingerprint(answer.why_apart))

    @property
    def name(self) -> str:
        """The name of its box."""
        return f"why-{self.answer.criterion}"

    @property
    def mark(self) -> str:
        """What the page is based on: what is kept now."""
        return fingerprint(self.answer.why_apart)

    @property
    def clashes(self) -> bool:
        """Whether another tab kept another reason meanwhile."""
        return self.words != self.answer.why_apart and self.based_on != self.mark

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it; the place is the criterion."""
        at = self.answer.criterion
        if not self.words:
            said = f"You said {self.answer.rating}, and the suggestion is {self.answer.suggested}."
            return (Problem(at, said, "Say why, in a sentence."),)
        if len(self.words) > LONGEST_WORDS:
            return (Problem(at, "That is too long.", f"Use {LONGEST_WORDS:,} characters at most."),)
        if bad := tuple(text_problems(self.words)):
            return tuple(Problem(at, one.wrong, "Take that character out.") for one in bad)
        if self.clashes:
            kept = f"Another reason was kept meanwhile: “{self.answer.why_apart}”"
            return (Problem(at, kept, "Look at both. Keep yours, or write that one."),)
        return ()

    @property
    def may_be_kept(self) -> bool:
        """Whether it is fit, and says something new."""
        return not self.problems and self.words != self.answer.why_apart


def from_form(form: Mapping[str, str], answers: Iterable[Answer]) -> tuple[Reason, ...]:
    """What a form says of these answers."""
    return tuple(
        Reason(
            one,
            form.get(f"why-{one.criterion}", "").replace("\r\n", "\n").strip(),
            form.get(f"based_on-{one.criterion}", ""),
        )
        for one in answers
    )
