"""People and addresses in words: who is named, and what looks like a way to a door."""

from collections.abc import Iterable, Mapping

from facilitator.mentions import figures
from facilitator.mentions.everyday import COMMON, EVERYDAY
from facilitator.mentions.folding import Told, told
from facilitator.mentions.letters import key_of, stem
from facilitator.mentions.units import Unit, Word
from facilitator.mentions.words import MONTHS, SHORT_FOR, STREETS

_KIN = frozenset(
    """mum mummy mam mother ma dad daddy father pa papa nan nana nanny gran granny grandma nain taid
    grandad grandpa grandfather grandmother auntie aunty aunt uncle sister brother cousin stepmum
    stepdad pastor reverend rev father imam rabbi""".split()
)
_TITLES = frozenset("dr doctor mr mrs ms miss mx sir lady professor prof".split())
_ordinary = frozenset(key_of(word) for word in EVERYDAY | COMMON) | {"bev", "faith", "joy"}
_shortened = frozenset(SHORT_FOR.values())
_streets = frozenset(key_of(word) for word in STREETS - {"end", "bank", "way"})
_plain_streets = frozenset(
    key_of(word) for word in ("road", "street", "avenue", "lane", "close", "crescent", "terrace")
)
_NOT_STREETS = frozenset((*MONTHS, "am", "pm"))
_DWELLINGS = frozenset(("flat", "unit"))
_HOUSE_NUMBER = 4  # digits at most
_STREET_NAME = 3  # words at most, without the number
_PARTICLE = 2  # letters of "al", "de", "le"


def ways_to_name(name: str, called: str) -> tuple[str, ...]:
    """The ways in which a person is named in words, longest first.

    >>> ways_to_name("Charlene Campbell", "Mum / Charlene")
    ('Charlene Campbell', 'Charlene', 'Mum')
    >>> ways_to_name("Beverley Campbell", "Auntie Bev")
    ('Beverley Campbell', 'Auntie Bev', 'Beverley', 'Bev')
    """
    ways = [name, *called.split("/")]
    for way in tuple(ways):
        words = way.split()
        rest = [word for word in words if _bare(word) not in _KIN | _TITLES]
        if len(words) > 1 and rest:
            ways.append(rest[0])
    kept = dict.fromkeys(" ".join(way.split()) for way in ways)
    return tuple(sorted((way for way in kept if way), key=lambda way: -len(way)))


def names_in(text: str, people: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The ids of those people whom the words name, in the order of ``people``.

    ``people``: each id with the ways to name that person; see :func:`ways_to_name`.
    """
    read = told(text)
    return tuple(who for who, ways in people.items() if any(_named(read, way) for way in ways))


def _named(read: Told, way: str) -> bool:
    """Whether a text has a name as whole words; a name that is also a word needs its capital."""
    wanted = told(way).words
    if not wanted or not read.words:
        return False
    for at, word in enumerate(read.words):
        if word.key == wanted[0].key:
            row = read.words[at : at + len(wanted)]
            same = len(row) == len(wanted) and all(map(_same, row, wanted))
            if same and (len(row) > 1 or _is_name(word)):
                return True
    return False


def _same(word: Word, wanted: Word) -> bool:
    """One name, also with "'s"; but "Jan" is not in "January", nor "Clo" in "Close"."""
    if word.key != wanted.key:
        return False
    return wanted.key not in _shortened or stem(word.plain) == stem(wanted.plain)


def _is_name(word: Word) -> bool:
    return word.capital or word.key not in _ordinary or word.key in _KIN


def surnames(names: Iterable[str]) -> tuple[str, ...]:
    """The last names in full names, double ones whole and in their halves.

    >>> surnames(["Tiana Campbell-Reid", "Charlene Campbell", "Nan", "Pastor Joy", "Mr Green"])
    ('Campbell-Reid', 'Campbell', 'Reid', 'Green')
    """
    found: list[str] = []
    for name in names:
        words = name.split()
        rest = [word for word in words if _bare(word) not in _KIN | _TITLES]
        titled = any(_bare(word) in _TITLES for word in words)
        if len(rest) > 1 or (rest and titled):
            halves = [half for half in rest[-1].split("-") if len(half) > _PARTICLE]
            found += [rest[-1], *halves]
    return tuple(dict.fromkeys(found))


def looks_like_postcode(text: str) -> bool:
    """Whether a British postcode stands in it."""
    return next(figures.postcodes(told(text)), None) is not None


def looks_like_phone(text: str) -> bool:
    """Whether a telephone number stands in it, in figures or in words."""
    return bool(figures.phones(told(text)))


def looks_like_address(text: str) -> bool:
    """Whether it says where somebody lives: a postcode, or a number with a street or a flat.

    >>> looks_like_address("Tea at 12 Elm Road."), looks_like_address("Tea at our house at 4pm.")
    (True, False)
    """
    read = told(text)
    return looks_like_postcode(text) or any(
        _is_dwelling(read.units[at : at + 2]) or _is_street(read, at)
        for at in range(len(read.units))
    )


def _is_dwelling(pair: tuple[Unit, ...]) -> bool:
    return len(pair) > 1 and pair[0].key in _DWELLINGS and pair[1].key.isdigit()


def _is_street(read: Told, at: int) -> bool:
    """Whether a house number stands here, with the name of a street after it."""
    number, *after = read.units[at : at + 3 + _STREET_NAME]
    if after and len(after[0].key) == 1 and read.words[after[0].first].touches:
        after = after[1:]  # the "a" of 14a
    if not number.key.isdigit() or len(number.key) > _HOUSE_NUMBER:
        return False
    if not after or after[0].key in _NOT_STREETS:
        return False
    for last in range(1, len(after)):
        name = after[:last]
        if after[last].key in _streets and all(read.words[u.first].capital for u in name):
            return True
    lower = len(after) > 1 and after[1].key in _plain_streets and after[0].key not in EVERYDAY
    return lower and after[0].key.isalpha()


def _bare(word: str) -> str:
    return word.strip(".,").lower()
