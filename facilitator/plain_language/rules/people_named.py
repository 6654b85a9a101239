"""Who does a step, and how families are spoken of."""

from collections.abc import Iterator

from facilitator.plain_language.finding import Finding, Level, Reason, Scope
from facilitator.plain_language.rules.about import About, Advice, bare
from facilitator.plain_language.rules.everyday import (
    KIN,
    MODALS,
    SHORT_SUBJECTS,
    SUBJECTS,
    TITLES,
    WHOSE,
    WORKING,
    does,
)
from facilitator.plain_language.text import Sentence, Text, Word

_WHO = Advice(
    Level.ASK,
    Reason.NO_PERSON,
    "Begin with a name, 'I' or 'We'.",
    "It does not say who does it.",
)
_EVERYBODY = Advice(
    Level.STOP,
    Reason.NO_PERSON,
    "Name one person for each step.",
    "What everybody is to do, nobody does.",
)
_COLD = Advice(
    Level.ASK,
    Reason.COLD,
    "Say 'you' or 'we', or use their names.",
    "It speaks about people as if they were not in the room.",
)
_GROUPS = frozenset(
    "all everyone everybody family families professionals parents services agencies"
    " somebody someone anyone anybody staff partners network workers".split()
)
_DETERMINERS = frozenset("the all both this that these those any each every some no".split())
# What opens a step that nobody does, however it goes on: "Referral to be made".
_THINGS = frozenset(
    "contact referral support transport visits visit meeting meetings home house housing"
    " school money plan plans work sessions session help respite access time letters"
    " letter calls call housework appointments appointment assessment assessments"
    " behaviour conditions information review reviews regular weekly daily monthly"
    " continued ongoing further more better no not attendance checks there it"
    " consideration improvement supervision arrangements routine routines boundaries".split()
)
_FIRST_FEW = 4
_DUTY = frozenset(
    "must should will shall to needs need has have is are was were may cannot could would"
    " remains remain continues continue fails failed does did do agrees agreed reports"
    " report states engages engage accepts accepted declined refused understands"
    " understand recognises recognise".split()
)
_OF_DUTY = frozenset(
    "agreed advised expected required been to engage engaged comply accept accepted"
    " understand must attend attended demonstrate continue continued not fail failed need"
    " reported stated able work provide ensure remain shown identified expressed requested"
    " informed made aware encouraged take considered presented supported recognise"
    " engaging struggling working".split()
)
_SINGULAR = frozenset(("parent", "carer"))
_OUTSIDERS = frozenset(
    f"{who}{whose}" for who in (*_SINGULAR, "family", "parents") for whose in ("", "'s")
)
_THE = "the"


def no_person(text: Text, about: About) -> Iterator[Finding]:
    """PL8: a step begins with somebody; "All" and "Family" are nobody."""
    if about.scope is not Scope.ACTIONS or about.given.who or not text.sentences:
        return
    first = text.sentences[0]
    group = _group(first)
    if group is not None:
        yield _EVERYBODY.at(text, group)
    elif not _somebody(first, about):
        yield _WHO.at(text, first)


def _group(sentence: Sentence) -> Word | None:
    words = sentence.words
    at = 1 if words[0].folded == _THE and len(words) > 1 else 0
    word = words[at]
    if word.folded not in _GROUPS:
        return None
    following = words[at + 1].folded if at + 1 < len(words) else ""
    if word.folded in ("all", "family", "parents") and following not in MODALS:
        return word if following in _GROUPS else None
    return word


def _somebody(sentence: Sentence, about: About) -> bool:
    words = sentence.words
    word = words[0]
    said = bare(word.folded)
    if said in SUBJECTS or word.folded in SHORT_SUBJECTS or _is_kin(said) or said in TITLES:
        return True
    if any(about.is_name(one) for one in words[:_FIRST_FEW]) and does(said) is None:
        return True
    if said in WHOSE or said in ("both", "our"):
        return any(
            _is_kin(bare(one.folded)) or one.folded in WORKING for one in words[1:_FIRST_FEW]
        )
    if said in _DETERMINERS or said in _THINGS or does(said) is not None:
        return False
    # A word that we do not know: taken for a name where it has a capital, and a deed behind it.
    return word.typed[0].isupper() and any(_acts(one) for one in words[1:_FIRST_FEW])


def _is_kin(said: str) -> bool:
    return said in KIN or said.removesuffix("s") in KIN


def _acts(word: Word) -> bool:
    return word.folded in MODALS or (word.folded.endswith("s") and does(word.folded) is not None)


def outsiders(text: Text, about: About) -> Iterator[Finding]:
    """PL9: "the parent", and "the family must": about people, not to them."""
    if about.scope is Scope.SCREEN:
        return
    for sentence in text.sentences:
        words = sentence.words
        if _THE not in sentence.said or _OUTSIDERS.isdisjoint(sentence.said):
            continue
        for place in range(1, len(words)):
            if words[place - 1].folded == _THE and _is_outsider(words, place, about):
                yield _COLD.on(text, words[place - 1].start, words[place].end)


def _is_outsider(words: tuple[Word, ...], place: int, about: About) -> bool:
    said = bare(words[place].folded)
    after = [one.folded for one in words[place + 1 : place + _FIRST_FEW]]
    if said in _SINGULAR:
        return not after or after[0] not in (
            "governor",
            "governors",
            "teacher",
            "company",
            "who",
            "with",
        )
    if said not in ("family", "parents") or words[place].folded != said or not after:
        return False
    if after[0] in ("must", "should", "shall", "to", "fails", "failed", "engages", "declined"):
        return True
    prompts = about.scope is Scope.PROMPT
    return not prompts and after[0] in _DUTY and any(one in _OF_DUTY for one in after[1:])
