"""Words explained: the words of law and the real names that a plan uses, each with its meaning."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.plain_language.finding import Level, OwnWords, Scope
from facilitator.plain_language.lists import WordList, shipped
from facilitator.plain_language.matching import hits_in
from facilitator.plain_language.own_words import own_list
from facilitator.plain_language.text import read


@dataclass(frozen=True, slots=True)
class Explained:
    """One word that is used, as it was typed first, and what it means."""

    word: str
    meaning: str


def explained(
    texts: Iterable[str],
    lists: WordList | None = None,
    own: OwnWords = OwnWords(),  # noqa: B008
) -> tuple[Explained, ...]:
    """The words to explain that these texts use, in the order of their first use.

    A meaning stands once, however often and in whatever form its word is used. What a family
    calls a thing needs no explaining.

    >>> explained(["Farah chairs the ICPC.", "The ICPC is on 3 March."])[0].meaning
    'the meeting that decides if a child needs a plan to be kept safe'
    """
    chosen = lists or shipped()
    family = own_list(own, ())
    used: dict[str, str] = {}
    for text in texts:
        for term, said in hits_in(read(text), Scope.ALL, chosen, family):
            if term.level is Level.EXPLAIN:
                used.setdefault(term.say, " ".join(said.split()))
    return tuple(Explained(word, meaning) for meaning, word in used.items())
