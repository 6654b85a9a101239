"""One thing at a time: steps that hold several, and questions that ask several or blame."""

from collections.abc import Iterator

from facilitator.plain_language.finding import Finding, Level, Reason, Scope
from facilitator.plain_language.rules.about import About, Advice, between
from facilitator.plain_language.rules.everyday import (
    DO,
    KIN,
    MODALS,
    OBJECTS,
    OFTEN_A_THING,
    SHORT_SUBJECTS,
    SUBJECTS,
    does,
)
from facilitator.plain_language.text import Sentence, Text, Word

_JOINS = frozenset(("and", "then", "also", "plus", "&"))
_TOO_MANY = 3
# What opens with these names a time first: "Before bed, read to her".
_OPENS = frozenset("before after when if at on every each in until once from while".split())
_YOU = frozenset("you your you're you've you'd you'll yours".split())
_BLAME = Advice(
    Level.STOP,
    Reason.BLAME,
    "Ask 'What happened?' or 'What was going on then?'",
    "'Why' and 'you' in one question sounds like blame.",
)
_SEVERAL = Advice(
    Level.ASK,
    Reason.TWO_IDEAS,
    "Ask one, wait, and ask the other after it.",
    "There is more than one question here, and most people answer only the last.",
)


def two_ideas(text: Text, about: About) -> Iterator[Finding]:
    """PL6: a step that holds more than one deed; three or more are a stop."""
    if about.scope is not Scope.ACTIONS:
        return
    for sentence in text.sentences:
        deeds = 1 + _more(text, sentence, about)
        if deeds > 1:
            yield Advice(
                Level.STOP if deeds >= _TOO_MANY else Level.ASK,
                Reason.TWO_IDEAS,
                "Write a step for each.",
                f"{deeds} things to do stand in one step, and one of them may be forgotten.",
            ).at(text, sentence)


def _more(text: Text, sentence: Sentence, about: About) -> int:
    """How many deeds there are beside the first."""
    words = sentence.words
    if _JOINS.isdisjoint(sentence.said) and ";" not in text.typed:
        return 0
    joined = sum(_another(text, sentence, place, about) for place in _joined(text, sentence))
    if not joined or words[0].folded in _OPENS:
        return joined
    # "Ring Nan, pick up the kids and take them home": commas count where an "and" closes the row.
    listed = (place for place in range(2, len(words)) if _comma(text, words, place))
    return joined + sum(words[one].folded in DO and _deed(words, one, about) for one in listed)


def _comma(text: Text, words: tuple[Word, ...], place: int) -> bool:
    return between(text, words[place - 1], words[place]).strip() == ","


def _joined(text: Text, sentence: Sentence) -> Iterator[int]:
    """The places of the words that follow "and" or "then", or stand behind a semicolon."""
    words = sentence.words
    for place in range(2, len(words)):
        said = words[place - 1].folded in _JOINS and words[place].folded not in _JOINS
        if said or between(text, words[place - 1], words[place]).strip() == ";":
            yield place


def _another(text: Text, sentence: Sentence, place: int, about: About) -> bool:
    """Whether another deed begins at this word: "and bring it", "and Nan will bring it"."""
    words = sentence.words
    word = words[place]
    back = place - 1
    while back and words[back].folded in _JOINS:
        back -= 1
    before = words[back]
    following = words[place + 1] if place + 1 < len(words) else None
    if about.is_name(word) or word.folded in KIN or word.folded in SUBJECTS:
        return following is not None and _acts(following)
    if word.folded in SHORT_SUBJECTS:
        return True
    if does(before.folded) and "," not in between(text, before, word):
        return False  # "Wash and plait her hair" is one thing, and so is "go and see Nan".
    return _deed(words, place, about)


def _acts(word: Word) -> bool:
    will = word.folded in MODALS and word.folded != "to"  # "Tiana and Jaydon to see Mum"
    return will or (word.folded.endswith("s") and does(word.folded) is not None)


def _deed(words: tuple[Word, ...], place: int, about: About) -> bool:
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else None
    deed = does(word.folded)
    if deed is None:
        return (
            word.folded in ("will", "to") and following is not None and bool(does(following.folded))
        )
    if deed not in OFTEN_A_THING:
        return following is not None  # "Ring her and listen" is one thing.
    return following is not None and (
        following.folded in OBJECTS or following.folded in KIN or about.is_name(following)
    )


def questions(text: Text, about: About) -> Iterator[Finding]:
    """PL25: two questions in one, and "why" with "you"."""
    if about.scope is not Scope.PROMPT:
        return
    asked = [
        one
        for one in text.sentences
        if text.typed[one.start : one.end].rstrip("\"'”’)").endswith("?")
    ]
    for sentence in asked:
        said = [word.folded for word in sentence.words]
        if "why" in said and not _YOU.isdisjoint(said[said.index("why") :]):
            yield _BLAME.at(text, sentence)
    if len(asked) > 1:
        yield _SEVERAL.on(text, asked[0].start, asked[-1].end)
