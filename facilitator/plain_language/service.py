"""A service's own words: its file adds words, changes them, switches them off."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from facilitator.plain_language.lists import WordList, shipped
from facilitator.plain_language.terms_file import MOST_BYTES, Table, opened, place, terms_of
from facilitator.refusals import Problem, Refusal
from facilitator.strict import shown


def with_service(path: Path) -> WordList:
    """The shipped list, changed by the service's file of that path.

    Its own words stand before ours, and a word of the same name takes the place of ours. Raises a
    Refusal that names the file, the place in it, and what to do.
    """
    name = path.name
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        wrong = f"The file of your service's words can't be read: {error.strerror}."
        remedy = "Check its path, and who may read it."
        raise Refusal.because(wrong, remedy, place(name)) from None
    document = opened(data, name)
    terms = terms_of(document, name)
    problems = tuple(_off_problems(document, name))
    if problems:
        raise Refusal(*problems)
    off = document.get("off", [])
    return shipped().changed(terms, frozenset(off if isinstance(off, list) else ()))


def _off_problems(document: Table, name: str) -> Iterator[Problem]:
    """What is switched off and does not stand in our list: a slip would keep a word silently."""
    off = document.get("off")
    known = {term.name for term in shipped().terms}
    for said in off if isinstance(off, list) else ():
        if said in known:
            continue
        near = get_close_matches(str(said)[:60], known, n=1)
        meant = f"Did you mean {shown(near[0])}?" if near else "See docs/words_of_a_service.md."
        yield Problem(place(name, "off"), f"There is no word called {shown(said)}.", meant)
