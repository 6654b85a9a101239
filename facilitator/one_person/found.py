"""A fact as it was found, before anybody asked whom else it is about."""

from dataclasses import dataclass
from typing import Any

from facilitator.one_person.fact import Fact, Flag, Group
from facilitator.one_person.naming import Naming


@dataclass(frozen=True, kw_only=True)
class Found:
    """One fact, and what decides whether somebody must look at it.

    ``by`` is the id of whoever said or wrote it, ``people`` are the ids that it names, ``typed``
    the words in which somebody may be named, ``line`` the id of the line that it is, "" for none.
    """

    fact: Fact
    by: str = ""
    people: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    line: str = ""


def plain(group: Group, source: str, label: str, words: str, **more: Any) -> Found:
    """A fact of our own words: nobody typed anything in it."""
    return Found(fact=Fact(source=source, group=group, label=label, words=words, **more))


def typed(group: Group, source: str, label: str, words: str, *flags: Flag, **more: Any) -> Found:
    """A fact whose words somebody typed, so that anybody may be named in it."""
    beside = more.get("beside", ())
    return Found(
        fact=Fact(source=source, group=group, label=label, words=words, flags=flags, **more),
        typed=tuple(text for text in (words, *(one[1] for one in beside)) if text),
    )


def flags_of(naming: Naming, *texts: str) -> tuple[Flag, ...] | None:
    """The flags of texts that are about this person: sure, or by a name that others may have too.

    None where they are not.
    """
    if naming.names_them(*texts):
        return ()
    return (Flag.UNSURE,) if naming.may_name_them(*texts) else None
