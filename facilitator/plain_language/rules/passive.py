"""Steps in which nobody does anything: "home conditions to be improved"."""

from collections.abc import Iterator

from facilitator.plain_language.finding import Finding, Level, Reason, Scope
from facilitator.plain_language.rules.about import About, Advice
from facilitator.plain_language.rules.everyday import KIN, WHOSE
from facilitator.plain_language.text import Sentence, Text, Word

_NOBODY = Advice(
    Level.ASK,
    Reason.PASSIVE,
    "Name the person: 'Jo will ...'.",
    "It does not say who does it.",
)
_BE = frozenset("be is are was were been being isn't aren't wasn't weren't".split())
_BETWEEN = frozenset(
    "not yet also always then now only just fully soon still already first never all both"
    " being been regularly closely carefully properly further safely".split()
)
_IRREGULAR = frozenset(
    "done made given taken told seen kept held sent paid brought written shown found put"
    " set met built bought caught chosen driven drawn heard begun broken read led fed lent"
    " sold spoken taught worn dealt sought undertaken overseen arranged offered said"
    " thrown stolen withdrawn".split()
)
# How people are and feel; "Mum is tired" leaves nobody out.
_STATES = frozenset(
    "tired worried scared excited bored pleased interested married used supposed"
    " delighted allowed ashamed frightened relaxed settled confused embarrassed surprised"
    " shocked annoyed disappointed stressed exhausted depressed dressed washed finished"
    " closed engaged divorced separated retired related qualified committed needed called"
    " named born gone lost left loved liked based prepared disabled limited located"
    " ill-prepared determined concerned involved registered red bed shed need seed feed"
    " speed indeed hundred sacred naked wicked rugged ragged crooked wretched kindred".split()
)
# What comes behind these is no step of its own: "until he is picked up".
_UNDER = frozenset(
    "if when until till because so that which who where how while unless once sure after"
    " before whether what as since whenever".split()
)
_PRONOUNS = frozenset("me us him her them you".split())
_SHORTEST = len("used")
_REACH = 12


def passives(text: Text, about: About) -> Iterator[Finding]:
    """PL7: in a step, what is done and by nobody."""
    if about.scope is not Scope.ACTIONS:
        return
    for sentence in text.sentences:
        for first, last in _done(sentence, about):
            yield _NOBODY.on(text, first.start, last.end)


def _done(sentence: Sentence, about: About) -> Iterator[tuple[Word, Word]]:
    words = () if _BE.isdisjoint(sentence.said) else sentence.words
    for place, word in enumerate(words):
        if word.folded in _UNDER:
            return
        if word.folded not in _BE:
            continue
        last = place + 1
        while last < len(words) and words[last].folded in _BETWEEN:
            last += 1
        if last < len(words) and _is_done(words[last]) and not _by_somebody(words, last, about):
            yield word, words[last]


def _is_done(word: Word) -> bool:
    said = word.folded
    if said in _STATES or said.startswith(("un", "over-", "self-")):
        return False
    return said in _IRREGULAR or (said.endswith("ed") and len(said) > _SHORTEST)


def _by_somebody(words: tuple[Word, ...], place: int, about: About) -> bool:
    """Whether "by" and a person follow; "by Friday" is nobody."""
    for ahead, word in enumerate(words[place + 1 : place + _REACH], place + 1):
        if word.folded == "by" and ahead + 1 < len(words):
            person = words[ahead + 1]
            if about.is_name(person) or person.folded in KIN | WHOSE | _PRONOUNS:
                return True
    return False
