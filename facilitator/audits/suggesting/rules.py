"""Which rule belongs to which criterion."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from facilitator.audits.audited import Audited
from facilitator.audits.evidence import Suggestion
from facilitator.audits.suggesting import keeping, steps, talk, voices

RULES: Mapping[str, Callable[[Audited], Suggestion]] = MappingProxyType(
    {
        "Q1": voices.childs_voice,
        "Q2": voices.familys_own,
        "Q3": talk.balance,
        "Q4": talk.facts,
        "Q5": talk.bottom_lines,
        "Q6": talk.everything_met,
        "Q7": steps.clear_steps,
        "Q8": steps.shared_load,
        "Q9": steps.good_outcomes,
        "Q10": steps.what_ifs,
        "Q11": keeping.timely,
        "Q12": keeping.looked_at_again,
        "Q13": voices.who_agreed,
        "Q14": voices.inclusion,
        "Q15": talk.plain_words,
        "Q16": keeping.kind_words,
        "Q17": keeping.process_kept,
        "Q18": talk.doubt,
        "Q19": keeping.copies_and_privacy,
        "Q20": steps.patience,
    }
)


def suggest(criterion: str, audited: Audited, commitments: tuple[str, ...]) -> Suggestion | None:
    """What the machine would say of that criterion; None where only a person can judge it.

    Each piece of evidence carries the criterion's commitments.
    """
    rule = RULES.get(criterion)
    if rule is None:
        return None
    found = rule(audited)
    cited = tuple(one.for_commitments(commitments) for one in found.evidence)
    return Suggestion(found.suggested, found.because, cited)
