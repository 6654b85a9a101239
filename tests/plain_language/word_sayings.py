"""Short ways to ask the list about a sentence, and to say a pattern of it out loud."""

from collections.abc import Sequence

from facilitator.plain_language.finding import OwnWords, Scope
from facilitator.plain_language.lists import WordList, shipped
from facilitator.plain_language.matching import word_findings
from facilitator.plain_language.terms import Term
from facilitator.plain_language.terms_patterns import NAME, NUMBER, Part, Pattern
from facilitator.plain_language.text import read

# What stands for a word of a class when the pattern leaves it open.
OPEN = {NAME: "Ella", NUMBER: "7"}


def found(
    line: str,
    scope: Scope = Scope.ALL,
    *,
    names: Sequence[str] = (),
    own: OwnWords | None = None,
    lists: WordList | None = None,
) -> list[tuple[str, str]]:
    """The level and the words of each finding in the line."""
    findings = word_findings(read(line), scope, lists or shipped(), own or OwnWords(), names)
    return [(finding.level.value, finding.words) for finding in findings]


def said(pattern: Pattern) -> str:
    """A sentence that the pattern means, in the first of its words each."""
    words = [_said(part) for part in pattern.parts if not (part.gap or part.edge or part.never)]
    return " ".join(word for word in words if word).replace(" 's", "'s")


def _said(part: Part) -> str:
    if part.optional:
        return ""
    if part.exact:
        return min(part.exact)
    if part.words:
        return min(part.words, key=lambda word: (word.startswith("'"), word))
    return next((OPEN[kind] for kind in sorted(part.kinds) if kind in OPEN), "Ella")


def scope_of(term: Term) -> Scope:
    """A kind of line in which the term counts."""
    return min(term.scopes, default=Scope.ALL)
