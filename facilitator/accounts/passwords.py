"""Which passwords we take: long ones, and none that a guesser tries first.

No rule asks for capitals or signs: they make passwords hard for people and easy for programs.
Source of the lengths: OWASP ASVS 5, 6.2.1 and 6.2.4.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import cast

SHORTEST = 8
# So that nobody can keep the computer busy with a whole book.
LONGEST = 200
ADVICE = "Three or four words that only you would put together are good."
_TOO_EASY = "Other people choose it often, so it is guessed first."

# What people here put first when asked for a password, and no list of the world's has high enough.
# A figure for a letter, or figures and signs around it, is thought of too: see _bare.
COMMON = frozenset(
    """
    aaaa abcd abcde abcdef account administrator alexander august autumn basketball beautiful
    bella birthday british change children chocolate christmas church council daughter december
    default demo easter england exeter facebook facilitator family february friend friends
    grandma guest happy home house invisible jackson july june letme login manager march martin
    meeting mummy murphy myspace nothing november number october office passcode passw passwd
    passwords pineapple please pokémon portsmouth restorative root saturday school september
    service social solomon somerset sunflower superstar support sweet system thursday tinkerbell
    trustme united user village wales wednesday work zxcv
    """.split()
)
# Of the lists that zxcvbn carries: two of such words in a row are guessed early too.
_OFTEN = {"passwords": 2000, "female_names": 500, "male_names": 500}
_SHORTEST_HALF = 3
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
    "q1w2e3r4t5y6u7i8o9p0",
    "1q2w3e4r5t6y7u8i9o0p",
    "01234567890123456789",
)
_FIGURE_FOR_LETTER = str.maketrans("013457@$!", "oieastasi")


def normal(password: str) -> str:
    """The password in one form, whatever keyboard typed its accents."""
    return unicodedata.normalize("NFKC", password)


def faults(password: str, about: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What is wrong with a new password, in sentences; the password itself is never shown.

    ``about`` is what others know of its owner: name, e-mail address, team.
    """
    typed = normal(password)
    if len(typed) < SHORTEST:
        return (f"It has {len(typed)} characters. Use {SHORTEST} or more; 15 are better. {ADVICE}",)
    if len(typed) > LONGEST:
        return (f"It has {len(typed)} characters. Use {LONGEST} at most.",)
    if is_common(typed):
        return (f"{_TOO_EASY} {ADVICE}",)
    if _says_who(typed, about):
        return (f"It is made of a name that others know. {ADVICE}",)
    return ()


def is_common(password: str) -> bool:
    """Whether a guesser would try it early: one word, two frequent ones, a run of keys, repeats."""
    plain = _letters_and_figures(password)
    repeated = re.fullmatch(r"(.{1,7}?)\1+", plain)
    once = repeated[1] if repeated else plain
    if len(once) < 3 or _runs(once):  # noqa: PLR2004 - one or two signs, over and over
        return True
    bare = _bare(once)
    if not bare or _runs(bare):  # Figures alone are dates and telephone numbers.
        return True
    if any(_is_listed(one) for one in (password.casefold(), once, bare)):
        return True
    cuts = range(_SHORTEST_HALF, len(bare) - _SHORTEST_HALF + 1)
    return any(_is_often(bare[:cut]) and _is_often(bare[cut:]) for cut in cuts)


def _is_listed(word: str) -> bool:
    """Whether it is one word of a list: of 30,000 passwords, of names, of a language's words."""
    return word in COMMON or any(word in listed for listed in _lists().values())


def _is_often(word: str) -> bool:
    """Whether it is among the first that somebody thinks of."""
    lists = _lists()
    return word in COMMON or any(
        lists[name].get(word, most + 1) <= most for name, most in _OFTEN.items()
    )


def _lists() -> Mapping[str, Mapping[str, int]]:
    """Words with their place in each list, the most frequent first."""
    # Only whoever chooses a password waits for it: a tenth of a second.
    from zxcvbn.matching import RANKED_DICTIONARIES  # type: ignore[import-untyped] # noqa: PLC0415

    return cast("Mapping[str, Mapping[str, int]]", RANKED_DICTIONARIES)


def _letters_and_figures(password: str) -> str:
    return "".join(sign for sign in password.casefold() if sign.isalnum() or sign in "@$!")


def _runs(text: str) -> bool:
    """Whether it is one run along a row of keys, or the alphabet, there or back."""
    return any(text in row or text[::-1] in row for row in _ROWS)


def _bare(plain: str) -> str:
    """The word inside: no figures or signs around it, letters where figures stand for them."""
    inside = re.sub(r"^[\d@$!]+|[\d@$!]+$", "", plain)
    return inside.translate(_FIGURE_FOR_LETTER)


def _says_who(password: str, about: tuple[str, ...]) -> bool:
    known = {
        word
        for text in about
        for word in re.findall(r"\w+", text.casefold())
        if len(word) >= 3  # noqa: PLR2004 - shorter words stand inside anything
    }
    left = password.casefold()
    for word in sorted(known, key=len, reverse=True):
        left = left.replace(word, "")
    return len(re.sub(r"[\W\d_]", "", left)) < 3 and bool(known)  # noqa: PLR2004 - nothing else
