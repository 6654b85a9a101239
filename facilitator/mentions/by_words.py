"""Looks for an item's words: together, alone, spelt out, cut short, with a slip of the pen."""

from collections.abc import Iterator
from itertools import pairwise

from facilitator.mentions.everyday import EVERYDAY
from facilitator.mentions.figures import Span
from facilitator.mentions.folding import Told
from facilitator.mentions.items import Prepared
from facilitator.mentions.letters import figures
from facilitator.mentions.mention import Mention, Strength
from facilitator.mentions.phrases import Phrase
from facilitator.mentions.slips import is_slip, one_slip, two_slips
from facilitator.mentions.units import Unit
from facilitator.mentions.words import ACRONYMS, KNOWN, STOP, TITLES

_USUAL = ACRONYMS | KNOWN
_NO_PROOF = ACRONYMS | STOP | EVERYDAY  # as initials
_WORDS = "These are the hidden words."
_NAME = "This is a hidden name."
_MAY_BE = "This may be a hidden name."
_PART = "This word is part of what is hidden."
_SIGNS = "Figures or signs stand for letters of what is hidden."
_SLIP = "This is one letter away from what is hidden."
_NEARLY = "This is nearly a hidden name."
_INITIALS = "These are the initials of a hidden name."
_SHORTEST, _SHORT, _MIDDLING = 3, 4, 5  # letters: what chance may bring about
_LONG_NAME = 8  # letters; so long a name counts inside a longer word too


def mentions(item: Prepared, told: Told) -> Iterator[Mention]:
    """Every place where the item's words stand."""
    for phrase in item.phrases:
        yield from _together(phrase, told)
        if phrase.words and not told.keys.isdisjoint([key for key, _ in phrase.words]):
            yield from _slip_beside(phrase, item, told)
    yield from _alone(item, told)
    if item.spelt:
        yield from _spelt_out(item, told)
    if item.slips and not item.slips.isdisjoint(told.strange.shortened):
        yield from _slips(item, told)
    if item.long_names or item.short_names:
        yield from _nearly(item, told)
    if item.initials or item.titled:
        yield from _initials(item, told)


def _mention(told: Told, span: Span, strength: Strength, why: str) -> Mention:
    first, last = span
    return Mention(told.words[first].start, told.words[last].end, strength, why)


def _together(phrase: Phrase, told: Told) -> Iterator[Mention]:
    strength = Strength.of(sure=phrase.sure)
    wholly = not phrase.anywhere
    for wanted in {phrase.typed, phrase.meant} - {""}:
        for stream in (told.letters.as_typed, told.letters.as_meant):
            for span in stream.find(wanted, whole=wholly):
                yield _mention(told, span, strength, _WORDS)
        if told.letters.in_figures.text:
            yield from _with_signs(wanted, strength, told)


def _with_signs(letters: str, strength: Strength, told: Told) -> Iterator[Mention]:
    if len(letters) < _SHORTEST:
        return
    for first, last in told.letters.in_figures.find(figures(letters), whole=True):
        shown = told.text[told.words[first].start : told.words[last].end]
        shape = [char.isalpha() for char in shown if not char.isspace()]
        # "A11" is a road as well, so that two letters of a short name must stand.
        least = 2 if len(letters) < _SHORT else int(letters.isalpha())
        if not all(shape) and sum(shape) >= least:
            yield _mention(told, (first, last), strength, _SIGNS)


def _slip_beside(phrase: Phrase, item: Prepared, told: Told) -> Iterator[Mention]:
    """One word of a phrase as it is, the next one letter wrong: "Mor House"."""
    strength = Strength.of(sure=phrase.sure)
    units = [unit for unit in told.units if unit.key not in STOP]
    pairs = list(pairwise(phrase.words))
    for one, other in pairwise(units):
        for left, right in pairs:
            slipped = (one.key == left[0] and _slip_in(other, right, one, item, told)) or (
                other.key == right[0] and _slip_in(one, left, other, item, told)
            )
            if slipped:
                yield _mention(told, (one.first, other.last), strength, _SLIP)


def _slip_in(unit: Unit, wanted: tuple[str, str], beside: Unit, item: Prepared, told: Told) -> bool:
    """An everyday word is a slip only in a name of two capitals: "Moon House"."""
    word = told.words[unit.first]
    if unit.key in item.known or unit.key == wanted[0]:
        return False
    if unit.key not in KNOWN and word.plain not in KNOWN:
        return is_slip(unit.key, wanted[0]) or is_slip(word.plain, wanted[1])
    named = word.capital and not word.opens and told.words[beside.first].capital
    return named and len(wanted[0]) >= _SHORT and one_slip(unit.key, wanted[0])


def _alone(item: Prepared, told: Told) -> Iterator[Mention]:
    keys = told.keys
    if not keys.isdisjoint(item.names):
        yield from _each(item.names, Strength.SURE, _NAME, told)
    if not keys.isdisjoint(item.plain_names):
        yield from _names_that_are_words(item, told)
    if not keys.isdisjoint(item.commons):
        yield from _each(item.commons, Strength.NEAR, _PART, told)


def _each(keys: frozenset[str], strength: Strength, why: str, told: Told) -> Iterator[Mention]:
    for unit in told.units:
        if unit.key in keys:
            yield _mention(told, (unit.first, unit.last), strength, why)


def _names_that_are_words(item: Prepared, told: Told) -> Iterator[Mention]:
    """Inside a sentence "Moor" is a name; "moor" may be one; "grace" is hardly one."""
    for unit in told.units:
        word = told.words[unit.first]
        if unit.key in item.plain_names and (word.capital or unit.key not in EVERYDAY):
            sure = word.capital and not word.opens and not told.shouts
            yield _mention(told, (unit.first, unit.last), Strength.of(sure=sure), _MAY_BE)


def _spelt_out(item: Prepared, told: Told) -> Iterator[Mention]:
    """A name with spaces, hyphens or figures in it: "W h i t field", "Wh1tfield"."""
    for name in item.spelt:
        if name in told.letters.as_typed.text:
            for first, last in told.letters.as_typed.find(name, whole=len(name) < _LONG_NAME):
                # A short name may come about between two words, but not letter by letter.
                if len(name) > _MIDDLING or last - first == len(name) - 1:
                    yield _mention(told, (first, last), Strength.SURE, _NAME)
        if told.letters.in_figures.text:
            yield from _with_signs(name, Strength.SURE, told)


def _slips(item: Prepared, told: Told) -> Iterator[Mention]:
    for short in item.slips & told.strange.shortened.keys():
        for index in told.strange.shortened[short]:
            unit = told.units[index]
            plain = told.words[unit.first].plain
            for name in item.long_names if unit.key not in item.known else ():
                if _is_name_slip(unit.key, name) or _is_name_slip(plain, name):
                    strength = _sureness(unit, name, told)
                    yield _mention(told, (unit.first, unit.last), strength, _SLIP)


def _nearly(item: Prepared, told: Told) -> Iterator[Mention]:
    """A strange name that two slips part from a long one, or one slip from a short one."""
    for at in told.strange.named:
        word = told.words[at]
        if word.key not in item.known:
            long = len(word.plain) >= _MIDDLING and any(
                len(name) >= _MIDDLING and two_slips(word.plain, name) for name in item.long_names
            )
            short = any(
                name[0] == word.plain[0] and one_slip(word.plain, name) for name in item.short_names
            )
            if long or short:
                yield _mention(told, (at, at), Strength.NEAR, _NEARLY)


def _is_name_slip(found: str, name: str) -> bool:
    """Four letters make many names; in those the first at least must be right."""
    return is_slip(found, name) and (len(name) > _SHORT or found[0] == name[0])


def _sureness(unit: Unit, name: str, told: Told) -> Strength:
    """A short word in small letters may well be another word."""
    small = not told.words[unit.first].capital and not told.whispers
    return Strength.of(sure=len(name) > (_MIDDLING if small else _SHORT))


def _initials(item: Prepared, told: Told) -> Iterator[Mention]:
    for at, word in enumerate(told.words):
        if len(word.plain) == 1:
            yield from _letter_by_letter(at, item, told) if word.plain.isalpha() else ()
        elif word.plain in item.initials and (word.shouted or word.plain not in _USUAL):
            sure = word.shouted and not told.shouts and word.plain not in _NO_PROOF
            yield _mention(told, (at, at), Strength.of(sure=sure), _INITIALS)


def _letter_by_letter(at: int, item: Prepared, told: Told) -> Iterator[Mention]:
    """Letters with dots or spaces between, "M.H."; or one for a word, "M. House"."""
    words = told.words
    first = words[at]
    for wanted in item.initials:
        row = words[at : at + len(wanted)]
        if "".join([word.plain for word in row]) == wanted and len(row) == len(wanted):
            gaps = [told.text[a.end : b.start] for a, b in pairwise(row)]
            if first.shouted or all("." in gap for gap in gaps):
                sure = wanted not in _NO_PROOF
                span = (at, at + len(row) - 1)
                yield _mention(told, span, Strength.of(sure=sure), _INITIALS)
    if at and first.plain in item.titled and words[at - 1].key in TITLES:
        yield _mention(told, (at - 1, at), Strength.of(sure=item.titled[first.plain]), _INITIALS)
    if first.shouted and at + 1 < len(words) and (first.plain, words[at + 1].key) in item.cut:
        yield _mention(told, (at, at + 1), Strength.SURE, _INITIALS)
