"""Names of people who are not of the meeting: "Mrs Okafor next door", "Poppy's mum".

Nobody asked them whether their names may be read later, so they are made up too. Whom exactly a
name means is not known here, so that two of these may meet in one made-up name; nobody of the
meeting ever shares one with them.
"""

from collections.abc import Callable, Iterator

from facilitator.audits.masking import names
from facilitator.audits.masking.ways import ORDINARY, Edit, edit_of
from facilitator.audits.masking.words import LABELS
from facilitator.mentions.everyday import FIRST_NAMES
from facilitator.mentions.folding import Told
from facilitator.mentions.units import Word
from facilitator.mentions.words import GENERIC, MONTHS, WEEKDAYS

_TITLES = frozenset("mr mrs ms miss mx dr doctor prof professor pc".split())
# "Great-Auntie Pearl": what follows is her name, whatever the word means elsewhere.
_BEFORE_A_FIRST_NAME = frozenset(
    "auntie aunty aunt uncle cousin pastor reverend rev imam rabbi".split()
)
_NOBODY = GENERIC | frozenset(MONTHS) | WEEKDAYS | LABELS
# "Poppy" is a flower too, unless its capital stands inside a sentence.
_FLOWERS = frozenset(name for name in FIRST_NAMES - _NOBODY if name in ORDINARY)
_FIRST_NAMES = FIRST_NAMES - _NOBODY - _FLOWERS
_MADE_UP = frozenset(name.lower() for name in (*names.FIRST, *names.LAST))

_KNOWN = _FIRST_NAMES | _MADE_UP


class Others:
    """Made-up names for whoever is named in a text and has no seat at the meeting."""

    def __init__(
        self, seed: str, mine: frozenset[str], taken: frozenset[str], may_be: Callable[[str], bool]
    ) -> None:
        """``mine`` are made-up names of people of the meeting, ``taken`` all words of its texts."""
        self._seed = seed
        self._first = tuple(n for n in names.FIRST if n.lower() not in mine and may_be(n))
        self._last = tuple(n for n in names.LAST if n.lower() not in mine and may_be(n))
        # A name of our own list is somebody's real one where it stood there before.
        self._made_up = _MADE_UP - taken
        self._chosen: dict[tuple[str, bool], str] = {}

    def edits(self, read: Told) -> Iterator[Edit]:
        """Every place where somebody else is named."""
        for at, word in enumerate(read.words):
            if not word.capital or {word.plain, word.key} & self._made_up or len(word.plain) == 1:
                continue
            before = read.words[at - 1] if at else None
            if before and _titled(before, word):
                yield edit_of(read, (at, at), word, self._one(word, last=True))
            elif _is_first_name(read, word) or (before and _is_kin(before, word)):
                yield edit_of(read, (at, at), word, self._one(word, last=False))

    def _one(self, word: Word, *, last: bool) -> str:
        """The same name for the same word, always."""
        if (word.key, last) not in self._chosen:
            free = self._last if last else self._first
            ranked = min(free, key=lambda name: names.rank(self._seed, word.key, name), default="")
            self._chosen[word.key, last] = ranked or "Somebody"
        return self._chosen[word.key, last]


def _is_first_name(read: Told, word: Word) -> bool:
    ways = {word.plain, word.key}
    if ways & _KNOWN:
        return True
    shown = read.text[word.start : word.end]
    inside = not word.opens or "'" in shown or "\u2019" in shown
    return bool(ways & _FLOWERS) and inside and not read.shouts


def _titled(before: Word, word: Word) -> bool:
    """Whether it is a surname after "Mrs"; but "Miss school" is none."""
    if before.plain not in _TITLES or not before.capital or word.plain in _NOBODY:
        return False
    return not (before.plain == "miss" and before.opens and word.key in ORDINARY)


def _is_kin(before: Word, word: Word) -> bool:
    capital = word.capital and not word.shouted and not word.opens
    return before.plain in _BEFORE_A_FIRST_NAME and capital and word.plain not in _NOBODY
