"""The check of one line: the list of words and the rules of shape, laid over each other."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from facilitator.plain_language.finding import (
    OF_WORDS,
    Finding,
    Given,
    Level,
    OwnWords,
    Reason,
    Scope,
)
from facilitator.plain_language.lists import WordList, shipped
from facilitator.plain_language.matching import word_findings
from facilitator.plain_language.quoted import quoted
from facilitator.plain_language.rules import rule_findings
from facilitator.plain_language.rules.about import About
from facilitator.plain_language.rules.often import is_loose
from facilitator.plain_language.text import Text, read

_EXPLAIN = "Add a line to explain?"
# Of somebody's own words only those are worth a line beside them that a reader may not know.
_MAY_NEED_A_LINE = frozenset((Reason.JARGON, Reason.ACRONYM, Reason.IDIOM, Reason.OFFICIALESE))
# What these find is the shape of a whole sentence: a hard word in it is another matter.
_OF_SHAPE = frozenset(
    (
        Reason.LONG_SENTENCE,
        Reason.TWO_IDEAS,
        Reason.NO_DAY,
        Reason.NO_PERSON,
        Reason.SHOUTING,
        Reason.DOUBLE_NEGATIVE,
        Reason.BRACKETS,
    )
)


def check(  # noqa: PLR0913 -- each is a thing of its own that only the asker knows
    text: str,
    scope: Scope = Scope.ALL,
    *,
    names: Collection[str] = (),
    own: OwnWords = OwnWords(),  # noqa: B008 -- it is frozen
    given: Given = Given(),  # noqa: B008 -- it is frozen
    exact: bool = False,
    lists: WordList | None = None,
) -> tuple[Finding, ...]:
    """What a line says that somebody may stumble over, in order of where it stands.

    ``names`` are all the ways in which people of this meeting are called; ``own`` is what the
    family wants and does not want to be said; ``given`` is what a step says in its other boxes;
    ``lists`` is the shipped list unless a service has its own. ``exact`` words are somebody's own:
    they are never put right, and at most a line to explain is offered. Nothing is changed, kept or
    logged here.
    """
    read_once = read(text)
    words = lists or shipped()
    found = word_findings(read_once, scope, words, own, names)
    if exact:
        return tuple(_offers(found))
    about = About.of(scope, given, names, (*own.uses, *words.quiet))
    shapes = tuple(rule_findings(read_once, about))
    said = _not_quoted(read_once, (*_raised(found, about), *_beside(found, shapes)))
    return tuple(sorted(said, key=lambda one: (one.start, one.end)))


def _offers(found: Iterable[Finding]) -> Iterator[Finding]:
    for one in found:
        if one.level is Level.EXPLAIN or one.reason in _MAY_NEED_A_LINE:
            meaning = f" It means: {one.instead}." if one.level is Level.EXPLAIN else ""
            instead = f"{_EXPLAIN}{meaning}"
            yield replace(one, level=Level.EXPLAIN, instead=instead, ready=None)


def _raised(found: Iterable[Finding], about: About) -> Iterator[Finding]:
    """The list's findings; "regular" is a stop where a step says in no other way how often."""
    asked = about.scope is Scope.ACTIONS and not about.given.how_often
    for one in found:
        loose = asked and one.reason is Reason.VAGUE and is_loose(one.words)
        yield replace(one, level=Level.STOP) if loose else one


def _beside(found: tuple[Finding, ...], shapes: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of the rules, without those that the list says better of the same words.

    ``found`` is in order and without overlaps, so one look along both is enough.
    """
    at = 0
    for shape in sorted(shapes, key=lambda one: (one.start, one.end)):
        if shape.reason in _OF_SHAPE:
            yield shape
            continue
        while at < len(found) and found[at].end <= shape.start:
            at += 1
        if at == len(found) or found[at].start >= shape.end:
            yield shape


def _not_quoted(text: Text, found: Iterable[Finding]) -> Iterator[Finding]:
    """Without findings inside somebody's words between quotation marks."""
    places = quoted(text)
    at = 0
    for one in sorted(found, key=lambda each: each.start):
        while at < len(places) and places[at][1] <= one.start:
            at += 1
        inside = at < len(places) and places[at][0] <= one.start and one.end <= places[at][1]
        if not inside:
            yield one
        elif one.reason in OF_WORDS:
            yield from _offers((one,))
