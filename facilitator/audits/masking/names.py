"""Made-up names: short, kind ones that say nothing of whether somebody is a girl or a boy.

None of them is an everyday word, and none ends in "s", so that "Robyn's" can be made of each.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping

FIRST = tuple(
    """Alba Amari Arden Ari Aubrey Avery Ayo Bailey Blair Blake Briar Cam Casey Corey Dara Darcy
    Eden Ellery Emery Ezra Fenn Finley Flynn Frankie Greer Hadley Harley Imani Indy Jaya Jody Kai
    Kerry Kim Kiran Kit Leigh Lennon Lindsey Lin Lou Marley Merle Micah Morgan Nico Noel Noor Ollie
    Ori Peyton Pip Quinn Reese Remy Riley Robyn Ronnie Rory Rowan Sacha Sami Sasha Shay Shiloh
    Stevie Tai Tatum Temi Toni Umi Val Wynn Yuki Zuri""".split()
)
LAST = tuple(
    """Ashby Bramwell Carrow Denholm Elmore Fairley Garrow Harlow Inskip Kelby Linwood Marlow
    Norbury Oakley Penrow Quilter Rushton Selwood Tarrant Underhay Verney Wilmot Yarrow""".split()
)


def chosen(
    names: tuple[str, ...], wanted: Iterable[str], seed: str, may_be: Callable[[str], bool]
) -> Mapping[str, str]:
    """A name of its own for each of the wanted ids: for the same seed the same each time.

    Nobody begins with the letter of another while there are letters enough. Where a meeting has
    more people than there are names, the rest are numbered: "Robyn 2".
    """
    free = tuple(name for name in names if may_be(name)) or names
    found: dict[str, str] = {}
    letters: set[str] = set()
    for one in sorted(set(wanted)):
        ranked = sorted(set(free).difference(found.values()), key=lambda n: rank(seed, one, n))
        fresh = next((name for name in ranked if name[0] not in letters), None)
        name = fresh or next(iter(ranked), f"{free[len(found) % len(free)]} {1 + len(found)}")
        found[one] = name
        letters.add(name[0])
    return found


def rank(*parts: str) -> bytes:
    """A place by lot, always the same for the same words."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
