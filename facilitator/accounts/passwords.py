"""Which passwords we take: long ones, and none that a guesser tries first.

No rule asks for capitals or signs: they make passwords hard for people and easy for programs.
Source of the lengths: OWASP ASVS 5, 6.2.1 and 6.2.4.
"""

import re
import unicodedata

SHORTEST = 8
# So that nobody can keep the computer busy with a whole book.
LONGEST = 200
ADVICE = "Three or four words that only you would put together are good."
_TOO_EASY = "Other people choose it often, so it is guessed first."

# What people put first when asked for a password. A figure for a letter, or figures and signs
# around it, is thought of too: see _bare.
COMMON = frozenset(
    """
    aaaa abcd abcde abcdef access account admin administrator alexander amanda andrea andrew
    angel angela animal anthony apple april arsenal ashley august austin autumn babygirl
    barbara barcelona baseball basketball batman beautiful bella benjamin berlin birthday
    blessed blue bonjour brandon british bubbles buster butterfly caroline casper celtic
    change changeme charlie charlotte cheese chelsea chicken children chocolate christ christmas
    christopher church computer cookie corvette council cricket daniel daughter december default
    demo devon diamond dolphin donald dragon easter elephant elizabeth emma england everton
    exeter facebook facilitator family february flower football forever freedom friday friend
    friends george ginger google grandma guest hannah happy harry heaven hello helpme holiday
    home house hunter iceman iloveyou internet invisible jackson jasmine jennifer jessica
    jessie jesus jordan joseph joshua july june justice justin kitten ladybug lauren letme
    letmein liverpool london lovely loveme lover loveyou login lucky maggie manager manchester
    march marina martin mary master matrix matthew maverick meeting mercedes merlin michael
    michelle midnight monday monkey monster mother mummy murphy mustang myspace naruto nathan
    nicholas nicole nothing november number october office olivia orange pass passcode passw
    passwd password passwords peanut pepper phoenix pineapple please plymouth pokemon pokémon
    portsmouth princess private pumpkin purple rachel rainbow ranger rangers rebecca restorative
    robert rocky root samantha samsung saturday school scotland secret september service shadow
    silver simple social soccer solomon somerset sophie spider spiderman spring starwars summer
    sunday sunflower sunshine superman superstar support sweet system teacher tennis test tester
    testing thomas thunder thursday tigger tinkerbell toyota trustme tuesday twilight unicorn
    united user vanessa victoria village wales warrior wednesday welcome whatever william
    winner winter wizard work yankees yellow zxcv
    """.split()
)
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
    """Whether a guesser would try it early: a common word, a run of keys, one thing repeated."""
    plain = _letters_and_figures(password)
    repeated = re.fullmatch(r"(.{1,7}?)\1+", plain)
    once = repeated[1] if repeated else plain
    if len(once) < 3 or _runs(once):  # noqa: PLR2004 - one or two signs, over and over
        return True
    bare = _bare(once)
    if not bare or _runs(bare):  # Figures alone are dates and telephone numbers.
        return True
    halves = [(bare[:cut], bare[cut:]) for cut in range(1, len(bare))]
    return bare in COMMON or any(one in COMMON and two in COMMON for one, two in halves)


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
