"""Which words of a name are the name itself, and which only say what somebody is to the others.

"Auntie Bev" is an aunt, and her name is Bev; "Mum / Charlene" is a mother, and her name is
Charlene; "MGM" or "the subject child" name nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from facilitator.mentions.folding import told
from facilitator.mentions.units import Word

# Words by which people call each other, or offices call people, and which are nobody's name.
LABELS = frozenset(
    """mum mummy mam mammy mama ma mom mommy mother dad daddy father pa papa nan nana nanny nanna
    gran granny grannie grandma grandmother grandmum nain taid grandad granddad grandpa gramps
    grandfather granddad auntie aunty aunt uncle sister brother sis bro cousin stepmum stepdad
    stepmother stepfather stepsister stepbrother son daughter baby child children kid parent
    carer guardian foster step great half pastor reverend rev father imam rabbi godmother
    godfather godparent the a an my our his her their your of and to for from at in who with
    big little young old wee elder younger senior junior
    subject allocated social worker coordinator co ordinator facilitator chair chairperson teacher
    nurse health visitor doctor gp police officer school support family friend neighbour
    advocate interpreter manager team service maternal paternal partner husband wife ex
    mgm mgf pgm pgf iro sw ssw fgc cp la lac hv cafcass cin senco ehp""".split()
)
# Names of a few letters that are small words in English: "An Nguyen", "My Tran".
SMALL = frozenset(("an", "my", "to", "so"))
TITLES = frozenset("dr mr mrs ms miss mx sir lady dame lord prof professor pc".split())
_ENDS_THE_NAME = re.compile(r"[,(\[;\u2013\u2014]| - ")


class Part(Enum):
    """What one word of a name is."""

    KEPT = "kept"  # "Auntie", "Mrs", "the"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True)
class NamePart:
    """One word of a name, and what it is."""

    word: Word
    part: Part


def full_name(name: str) -> tuple[NamePart, ...]:
    """The words of a full name: one that stands after a first name is a surname, even "Child"."""
    cut = _ENDS_THE_NAME.search(name)
    found = list(_parts(name, cut.start() if cut else len(name), after_first=True))
    if len(found) > 1 and found[0].word.plain in SMALL and found[0].word.capital:
        found[0] = NamePart(found[0].word, Part.FIRST)
    names = [at for at, one in enumerate(found) if one.part is not Part.KEPT]
    titled = any(one.word.plain in TITLES for one in found)
    if names and (len(names) > 1 or titled):
        first = names[-1]
        while first and _is_hyphen(name, found[first - 1], found[first]):
            first -= 1
        # All halves of "Campbell-Reid" are the surname; "Anne-Marie" by itself holds none.
        for at in range(first, names[-1] + 1) if titled or first > names[0] else ():
            found[at] = NamePart(found[at].word, Part.LAST)
    return tuple(found)


def _is_hyphen(name: str, one: NamePart, other: NamePart) -> bool:
    return name[one.word.end : other.word.start] in ("-", "\u2010", "\u2011")


def called(name: str, surnames: frozenset[str]) -> tuple[NamePart, ...]:
    """The words of what somebody is called, where ``surnames`` are the keys of their surnames."""
    found = tuple(_parts(name, len(name), after_first=False))
    titled = any(one.word.plain in TITLES for one in found)
    return tuple(
        NamePart(one.word, Part.LAST)
        if one.part is Part.FIRST and titled and one.word.key in surnames
        else one
        for one in found
    )


def _parts(name: str, end: int, *, after_first: bool) -> Iterator[NamePart]:
    begun = False
    for word in told(name).words:
        if word.start >= end:
            return
        if _is_kept(word, name, begun=begun and after_first):
            yield NamePart(word, Part.KEPT)
        else:
            begun = True
            yield NamePart(word, Part.FIRST)


def _is_kept(word: Word, name: str, *, begun: bool) -> bool:
    if len(word.plain) == 1 or word.plain.isdigit():
        return True
    if re.search(r"['\u2019]s$", name[word.start : word.end]):
        return True  # "Ellie's dad": she has a name of her own
    if begun:
        return not word.capital and word.plain in LABELS
    return word.plain in LABELS or word.plain in TITLES
