"""The forms of an English word: "abscond~" is absconds, absconded and absconding too.

Rules for the regular ones, a table for those that the list needs and that no rule makes.
"""

from typing import NamedTuple


class Forms(NamedTuple):
    """Base, third person, past, participle and -ing form of a verb, in this order."""

    base: str
    third: str
    past: str
    participle: str
    going: str


_VOWELS = frozenset("aeiou")
# The last letter is doubled where the last part of the word is spoken strongly.
_DOUBLED = frozenset(
    "abet admit begin commit compel control cut drop fit forget get grab hit jot lag let"
    " log occur omit permit pin plan prefer put quit refer regret remit rob run set shut"
    " sit slip snap stop submit tip transfer upset nag step flag kid label travel signal"
    " model counsel fulfil cancel channel level".split()
)
_IRREGULAR = {
    verb: (past, participle)
    for verb, past, participle in (
        line.split()
        for line in (
            "be was been|become became become|begin began begun|break broke broken"
            "|bring brought brought|buy bought bought|come came come|do did done"
            "|feel felt felt|find found found|get got got|give gave given|go went gone"
            "|have had had|hit hit hit|hold held held|keep kept kept|leave left left"
            "|let let let|lose lost lost|make made made|meet met met|put put put"
            "|quit quit quit|say said said|see saw seen|seek sought sought|set set set"
            "|show showed shown|sit sat sat|speak spoke spoken|take took taken"
            "|tell told told|think thought thought|undergo underwent undergone"
            "|undertake undertook undertaken|upset upset upset|withdraw withdrew withdrawn"
            "|overstep overstepped overstepped|run ran run|cut cut cut|hide hid hidden"
        ).split("|")
    )
}
_IRREGULAR_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_PLURALS = {
    "child": "children",
    "man": "men",
    "woman": "women",
    "person": "people",
    "life": "lives",
    "wife": "wives",
    "crisis": "crises",
}


def verb(base: str) -> Forms:
    """All forms of the verb.

    >>> verb("refer")
    Forms(base='refer', third='refers', past='referred', participle='referred', going='referring')
    """
    past, participle = _IRREGULAR.get(base, (_with_ed(base), _with_ed(base)))
    third = _IRREGULAR_THIRD.get(base) or plural(base)
    return Forms(base, third, past, participle, _with_ing(base))


def spelled(form: str) -> tuple[str, ...]:
    """The form, and its other spelling where there is one: minimise, minimize."""
    for ending in ("ise", "ises", "ised", "ising", "isation", "isations"):
        if form.endswith(ending) and len(form) > len(ending) + 3:
            return form, f"{form[: -len(ending)]}{ending.replace('is', 'iz', 1)}"
    return (form,)


def plural(noun: str) -> str:
    """The noun in the plural, which is the verb in the third person too.

    >>> plural("agency"), plural("client"), plural("child")
    ('agencies', 'clients', 'children')
    """
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    return f"{noun}s"


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ied"
    return f"{_stem(base)}ed"


def _with_ing(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return f"{base[:-1]}ing"
    return f"{_stem(base)}ing"


def _stem(base: str) -> str:
    return f"{base}{base[-1]}" if base in _DOUBLED else base
