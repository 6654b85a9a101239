"""Capital letters: initials for a person, letters that not everybody knows, and shouting."""

import re
from collections.abc import Iterator

from facilitator.plain_language.finding import Finding, Level, Reason, Scope
from facilitator.plain_language.rules.about import About, Advice, bare, between
from facilitator.plain_language.rules.known_letters import EVERYBODY_KNOWS, SHOUTED
from facilitator.plain_language.text import Sentence, Text, Word

_LETTERS = Advice(
    Level.ASK,
    Reason.ACRONYM,
    "Write the words out.",
    "Not everybody in the room knows what these letters stand for.",
)
_INITIAL = Advice(
    Level.STOP,
    Reason.ACRONYM,
    "Use the name.",
    "A letter in place of a name makes a person a file.",
)
_SHOUTING = Advice(
    Level.ASK,
    Reason.SHOUTING,
    "Write it in small letters.",
    "Capital letters are harder to read, and sound like shouting.",
)
_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{2}")
_LETTER = re.compile(r"\b[A-Z]\b")
_SHOUTED_WORDS = 3
_LONGEST = 5
_SUNG = frozenset("AEIOU")
_A_WORD = 4
# "Plan B", "vitamin D", "Year 6 C": here a letter is no person.
_LETTERED = frozenset(
    "plan vitamin grade grades year class group option block room size type hepatitis"
    " part section appendix unit level band floor platform gate letter route bus zone row"
    " seat annex annexe form set team schedule table figure exhibit junction ward bay bed"
    " door flat stand channel page theatre house key note question answer list point step"
    " stage phase stream side format model paper lane pier terminal category cat stop an"
    " got gets mr mrs ms miss mx dr sir strep".split()
)
_LEADS = frozenset("with for to by from between about and of that when if".split())
_IS = frozenset(
    "is was has had will can does did says said needs wants gets goes likes feels would"
    " should must may might could isn't wasn't hasn't doesn't didn't won't can't lives"
    " stays attends displays presents remains continues appears reports states".split()
)
_NEVER_INITIALS = frozenset("AIXOUR")


def _with_capitals(text: Text) -> Iterator[Sentence]:
    """The sentences in which two capitals stand beside each other: few do."""
    return (one for one in text.sentences if _CAPITALS.search(text.typed, one.start, one.end))


def acronyms(text: Text, about: About) -> Iterator[Finding]:
    """PL15: two to five capital letters that no family calls anybody, and that few people know."""
    for sentence in _with_capitals(text):
        loud = set(_loud(sentence))
        for place, word in enumerate(sentence.words):
            if place not in loud and _unknown(word, about):
                yield _LETTERS.at(text, word)


def _unknown(word: Word, about: About) -> bool:
    if bare(word.folded) in SHOUTED:
        return False
    letters = word.typed.removesuffix("s").replace("'", "").replace("’", "").removesuffix("s")
    if not (1 < len(letters) <= _LONGEST and letters.isalpha() and letters.isupper()):
        return False
    if len(letters) == 2 and letters[1] == "J":  # noqa: PLR2004 -- AJ and TJ are somebody
        return False
    said = letters.lower()
    if said in EVERYBODY_KNOWS or said in SHOUTED or about.is_name(word) or said in about.named:
        return False
    if len(letters) == _LONGEST and sum(letter in _SUNG for letter in letters) > 1:
        return False  # "LEEDS": a word said loudly, more often than not.
    return letters.isascii() and not set(letters) <= set("IVXH") and not set(letters) <= set("AHO")


def shouting(text: Text, about: About) -> Iterator[Finding]:  # noqa: ARG001 -- every rule is asked alike
    """PL22: three words and more in capitals, one of them no set of letters."""
    for sentence in _with_capitals(text):
        loud = list(_loud(sentence))
        start = 0
        for place, at in enumerate(loud):
            if place + 1 == len(loud) or loud[place + 1] != at + 1:
                first, last = sentence.words[loud[start]], sentence.words[at]
                yield _SHOUTING.on(text, first.start, last.end)
                start = place + 1


def _loud(sentence: Sentence) -> Iterator[int]:
    """The places of words in rows of capitals."""
    words = sentence.words
    first = 0
    for place in range(len(words) + 1):
        if place < len(words) and words[place].typed.isupper():
            continue
        row = words[first:place]
        spelled = [one for one in row if len(one.typed) > 1]
        long = any(_is_a_word(one) for one in row)
        if len(spelled) >= _SHOUTED_WORDS and long:
            yield from range(first, place)
        first = place + 1


def _is_a_word(word: Word) -> bool:
    """Whether capitals are said and not spelled."""
    long = len(word.typed) >= _A_WORD and word.folded not in EVERYBODY_KNOWS
    return long or word.folded in SHOUTED


def initials(text: Text, about: About) -> Iterator[Finding]:
    """PL20: "C was seen", "contact with K", "C's needs"."""
    if about.scope in (Scope.SCREEN, Scope.PROMPT):
        return
    for sentence in text.sentences:
        if not _LETTER.search(text.typed, sentence.start, sentence.end):
            continue
        for place, word in enumerate(sentence.words):
            if _is_letter(word) and _stands_for_somebody(text, sentence.words, place):
                yield _INITIAL.at(text, word)


def _is_letter(word: Word) -> bool:
    letter = word.typed[0]
    if not (letter.isascii() and letter.isupper()) or letter in _NEVER_INITIALS:
        return False
    return len(word.typed) == 1 or word.folded[1:] == "'s"


def _stands_for_somebody(text: Text, words: tuple[Word, ...], place: int) -> bool:
    word = words[place]
    before = words[place - 1] if place else None
    following = words[place + 1] if place + 1 < len(words) else None
    if before is not None and (before.folded in _LETTERED or before.typed[-1].isdigit()):
        return False
    if before is not None and "&" in between(text, before, word):
        return False
    if following is not None and _is_sign(between(text, word, following), following):
        return False
    if len(word.typed) > 1:
        return following is not None and following.typed[0].islower()
    return _as_a_name(words, place, following)


def _is_sign(gap: str, following: Word) -> bool:
    """Whether the letter is part of something else: "J. Smith", "A&E", "B 12", "K I N G"."""
    joined = "&" in gap or gap.startswith((".", "-", "/", "*", "+"))
    spelled = len(following.typed) == 1 and following.typed.isupper()
    return joined or spelled or following.typed[0].isdigit()


def _as_a_name(words: tuple[Word, ...], place: int, following: Word | None) -> bool:
    """Whether a letter does something, or something is done with it."""
    if following is not None and following.folded in _IS:
        return True
    if place == 0:
        acts = following is not None and following.typed[0].islower()
        return acts and following is not None and following.folded[-1] in "sdo"
    return words[place - 1].folded in _LEADS and not _spelled(words, place)


def _spelled(words: tuple[Word, ...], place: int) -> bool:
    """Whether the letter is one of a row: "from A to B", "A and B"."""
    return place > 1 and len(words[place - 2].typed) == 1 and words[place - 2].typed.isupper()
