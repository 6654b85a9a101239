"""Checks of one part of an agenda against its keys: which are there, and what they hold."""

from collections.abc import Iterator

from facilitator.agenda.keys import Key, Spelling, Takes
from facilitator.agenda.sayings import one_of, shown
from facilitator.agenda.tables import Table
from facilitator.agenda.wording import said_problems
from facilitator.refusals import Problem

_TYPES: dict[Takes, type] = {
    Takes.WORDS: str,
    Takes.LIST: list,
    Takes.WHOLE: int,
    Takes.YES: bool,
    Takes.TABLE: dict,
    Takes.TABLES: list,
}


def table_problems(table: Table, keys: tuple[Key, ...], place: str) -> Iterator[Problem]:
    """What is wrong with the keys of one part and their values, each by itself."""
    known = tuple(key.name for key in keys)
    for name in table:
        if name not in known:
            yield Problem(place, f"There is no key called {shown(name)}.", one_of(name, known))
    for key in keys:
        if key.name in table:
            yield from value_problems(key, table[key.name], place)
        elif key.needed:
            yield Problem(place, f"'{key.name}' is missing.", _for_example(key))


def value_problems(key: Key, value: object, place: str) -> Iterator[Problem]:
    """What is wrong with one value."""
    if key.takes is Takes.TABLES and isinstance(value, dict):
        yield Problem(place, f"'{key.name}' stands in single brackets.", _for_example(key))
    elif not _is(key.takes, value):
        yield Problem(
            place,
            f"'{key.name}' is {shown(value)}, and should be {key.takes}.",
            _for_example(key),
        )
    elif isinstance(value, str):
        yield from _words_problems(key, value, place)
    elif key.takes is Takes.WHOLE and isinstance(value, int):
        yield from _whole_problems(key, value, place)
    elif isinstance(value, list):
        yield from _list_problems(key, value, place)


def spelling_problems(spelling: Spelling, called: str, value: str, place: str) -> Iterator[Problem]:
    """What is wrong with how a name or an id is written."""
    if not spelling.pattern.fullmatch(value):
        yield Problem(
            place, f"{called} is {shown(value)}, which is not well formed.", spelling.remedy
        )


def _is(takes: Takes, value: object) -> bool:
    # In Python true and false are whole numbers too; to a writer of agendas they are not.
    if takes is Takes.WHOLE and isinstance(value, bool):
        return False
    return isinstance(value, _TYPES[takes])


def _for_example(key: Key) -> str:
    if key.takes is Takes.TABLES:
        return f"Begin each one with {key.example}, and put its keys on the lines below."
    return f"Write, for example: {key.example}"


def _words_problems(key: Key, value: str, place: str) -> Iterator[Problem]:
    # Nothing else looks at words that are too long, so no pattern meets more than `most`.
    if len(value) > key.most:
        yield Problem(
            place,
            f"'{key.name}' has a text of {len(value)} characters: {shown(value)}.",
            f"Keep it to {key.most}.",
        )
    elif key.among and value not in key.among:
        wrong = f"There is no {key.called} called {shown(value)}."
        yield Problem(place, wrong, one_of(value, key.among))
    elif key.spelling:
        yield from spelling_problems(key.spelling, f"'{key.name}'", value, place)
    elif key.said:
        yield from said_problems(key, value, place)


def _whole_problems(key: Key, value: int, place: str) -> Iterator[Problem]:
    if not 1 <= value <= key.most:
        yield Problem(
            place,
            f"'{key.name}' is {shown(value)}.",
            f"Use a whole number from 1 to {key.most}, or leave it out.",
        )


def _list_problems(key: Key, value: list[object], place: str) -> Iterator[Problem]:
    if key.needed and not value:
        yield Problem(place, f"'{key.name}' is empty.", _for_example(key))
    if len(value) > key.longest_list:
        yield Problem(
            place,
            f"'{key.name}' has {len(value)} entries.",
            f"Keep it to {key.longest_list}.",
        )
        return
    seen: set[str] = set()
    for entry in value:
        if key.takes is Takes.TABLES:
            yield from _part_problems(key, entry, place)
        elif not isinstance(entry, str):
            wrong = f"'{key.name}' has {shown(entry)} in its list, which is not words in quotation"
            yield Problem(place, f"{wrong} marks.", _for_example(key))
        elif entry in seen:
            yield Problem(
                place, f"'{key.name}' names {shown(entry)} twice.", "Keep one of the two."
            )
        else:
            seen.add(entry)
            yield from _words_problems(key, entry, place)


def _part_problems(key: Key, entry: object, place: str) -> Iterator[Problem]:
    if not isinstance(entry, dict):
        yield Problem(place, f"'{key.name}' has {shown(entry)} in its list.", _for_example(key))
