"""What can be seen from the shape of a line: one file for each family of rules.

Each rule is a function of a text and of what is known about it, and asks nothing else. The numbers
(PL1 to PL26) are those of the project's page on language. Held elsewhere: words of law with their
meaning (PL16) and idioms (PL21) by the list of words; mean, grade and hard words (PL3 to PL5) and
long paragraphs (PL23) by `reading`, for a whole plan; the length of a plan (PL24) and its headings
(PL26) by the paper; one person under two names (PL20) by whoever knows the people.
"""

from collections.abc import Callable, Iterator

from facilitator.plain_language.finding import Finding
from facilitator.plain_language.rules.about import About
from facilitator.plain_language.rules.brackets import brackets, slashes
from facilitator.plain_language.rules.capitals import acronyms, initials, shouting
from facilitator.plain_language.rules.dates import dates, no_day, relative_days
from facilitator.plain_language.rules.ideas import questions, two_ideas
from facilitator.plain_language.rules.length import long_sentences
from facilitator.plain_language.rules.negatives import double_negatives
from facilitator.plain_language.rules.nouns import nouns
from facilitator.plain_language.rules.numbers import per_cents
from facilitator.plain_language.rules.often import how_often
from facilitator.plain_language.rules.passive import passives
from facilitator.plain_language.rules.people_named import no_person, outsiders
from facilitator.plain_language.rules.times import times
from facilitator.plain_language.text import Text

__all__ = ["RULES", "rule_findings"]

Rule = Callable[[Text, About], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    long_sentences,
    two_ideas,
    questions,
    passives,
    no_person,
    outsiders,
    dates,
    relative_days,
    no_day,
    times,
    how_often,
    per_cents,
    acronyms,
    initials,
    shouting,
    double_negatives,
    nouns,
    brackets,
    slashes,
)


def rule_findings(text: Text, about: About) -> Iterator[Finding]:
    """What every rule finds in a text, rule by rule."""
    for rule in RULES:
        yield from rule(text, about)
