"""What the rules find in one line, as pairs that a test can read."""

from collections.abc import Collection

from facilitator.plain_language import Finding, Given, Level, Reason, Scope
from facilitator.plain_language.rules import rule_findings
from facilitator.plain_language.rules.about import About
from facilitator.plain_language.text import read

NAMES = ("Nan", "Leon", "Auntie Bev", "Kay", "Tiana", "Jaydon", "Jo")
SAID = Given(who=True, day=True, how_often=True)


def findings(
    typed: str,
    scope: Scope = Scope.ALL,
    given: Given | None = None,
    names: Collection[str] = NAMES,
) -> list[Finding]:
    """Every finding of every rule, in order."""
    about = About.of(scope, given or Given(), names)
    return sorted(rule_findings(read(typed), about), key=lambda one: (one.start, one.end))


def places(
    reason: Reason, typed: str, scope: Scope = Scope.ALL, given: Given | None = None
) -> list[str]:
    """The words found for one reason; each finding's words are what stands at its place."""
    found = [one for one in findings(typed, scope, given) if one.reason is reason]
    assert all(typed[one.start : one.end] == one.words for one in found)
    return [one.words for one in found]


def levels(
    reason: Reason, typed: str, scope: Scope = Scope.ALL, given: Given | None = None
) -> list[Level]:
    """The levels found for one reason."""
    return [one.level for one in findings(typed, scope, given) if one.reason is reason]
