"""How a name sounds, so that one written in another script is found.

Only the consonants are kept, in classes that the scripts share (p, b, f and v are one, for
Arabic has no p and Hebrew writes p and f alike). That is coarse, so that four are asked for.
Covered: Arabic and its Persian and Urdu letters, Hebrew, Cyrillic, Greek, Georgian, Armenian
letter by letter; the scripts of India, Ethiopic, Korean and Japanese by Unicode's letter names.
Chinese is not: its characters stand for syllables that nobody spells alike.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = dict(
    pair.split("=", 1)
    for pair in """ب=b پ=b ت=t ث=s ج=g چ=S ح=h خ=h د=d ذ=d ر=r ز=s ژ=S س=s ش=S ص=s ض=d ط=t ظ=s
    غ=g ف=b ق=k ک=k ك=k گ=g ل=l م=m ن=n ں=n ه=h ہ=h ھ=h ٹ=t ڈ=d ڑ=r ڤ=b
    ב=b ג=g ד=d ה=h ז=s ח=h ט=t כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s פ=b ף=b צ=ts ץ=ts ק=k ר=r ש=S ת=t
    б=b в=b г=g ґ=g д=d ж=S з=s к=k л=l м=m н=n п=b р=r с=s т=t ф=b х=h ц=s ч=S ш=S щ=S џ=g ѓ=g
    љ=l њ=n ћ=S ђ=g
    β=b γ=g δ=d ζ=s θ=t κ=k λ=l μ=m ν=n ξ=ks π=b ρ=r σ=s ς=s τ=t φ=b χ=h ψ=bs
    ბ=b გ=g დ=d ვ=b ზ=s თ=t კ=k ლ=l მ=m ნ=n პ=b ჟ=S რ=r ს=s ტ=t ფ=b ქ=k ღ=g ყ=k შ=S ჩ=S ც=s ძ=d
    წ=s ჭ=S ხ=h ჯ=g ჰ=h
    բ=b գ=g դ=d զ=s թ=t ժ=S լ=l խ=h ծ=s կ=k հ=h ձ=d ղ=g ճ=g մ=m ն=n շ=S չ=S պ=b ջ=g ռ=r ս=s վ=b
    տ=t ր=r ց=s փ=b ք=k ֆ=b""".split()
)
_LATIN = (
    ("tsch", "S"), ("sch", "sk"), ("tch", "S"), ("dge", "g"), ("tion", "Sn"), ("ght", "t"),
    ("gh", ""), ("ph", "b"), ("sh", "S"), ("ch", "S"), ("th", "t"), ("ck", "k"), ("qu", "k"),
    ("wh", "w"), ("x", "ks"), ("q", "k"), ("z", "s"), ("j", "g"), ("f", "b"), ("p", "b"),
    ("v", "b"),
)  # fmt: skip
_VOWELS = str.maketrans("eyu", "iio")
_FOREIGN_VOWELS = dict(
    zip("аеёийоуыэюяіїєґαεηιουωάέήίόύώ", "aioiiooiioaiiigaiiioioaiiioio", strict=True)
)
_KEPT = frozenset("bdghklmnrstS")
_SOFT_C = re.compile(r"c(?=[eiy])")
_BEGINS = re.compile(r"^(?:kn|gn)")
_SAME = re.compile(r"(.)\1+")
# What Arabic and Hebrew write in one word with the next: the, and, in, to, from.
_BEFORE = ("وال", "بال", "ال", "لل", "و", "ب", "ل", "ف", "ك", "ה", "ו", "ב", "ל", "מ")


def latin_sounds(word: str) -> tuple[str, ...]:
    """The consonants of a word in small Latin letters; two ways where it has a "w".

    >>> latin_sounds("house"), latin_sounds("whitfield")
    (('hs',), ('tbld', 'btbld'))
    """
    word = _consonants(word)
    readings = (word,) if "w" not in word else (word, word.replace("w", "b"))
    return tuple(dict.fromkeys(way for reading in readings for way in _ways(reading)))


def _ways(letters: str) -> tuple[str, str]:
    """The consonants, doubled ones once; and those apart where a vowel stands between them."""
    silent = "".join([char for char in letters if char in _KEPT])
    between = "".join([char if char in _KEPT else "-" for char in letters])
    return _plain(silent), _plain(between).replace("-", "")


def latin_letters(word: str) -> str:
    """The sounds of a short name in small Latin letters, vowels and all.

    Vowels are kept in three classes, for every script has its own.

    >>> latin_letters("hannah"), latin_letters("ali")
    ('hana', 'ali')
    """
    heard = _consonants(word).translate(_VOWELS)
    return _plain("".join([char for char in heard if char in "bdghklmnrstSaio"]))


@lru_cache(maxsize=4096)
def foreign_letters(word: str) -> str:
    """The same for a word in Cyrillic or Greek letters; "" for every other script."""
    small = word.lower()
    if not all("\u0370" <= char <= "\u052f" for char in small):
        return ""
    return _plain("".join([_FOREIGN_VOWELS.get(char) or _LETTERS.get(char, "") for char in small]))


def _consonants(word: str) -> str:
    word = _BEGINS.sub("n", word)
    word = _SOFT_C.sub("s", word.removeprefix("w") if word.startswith("wr") else word)
    for letters, sound in _LATIN:
        word = word.replace(letters, sound)
    return word.replace("c", "k")


@lru_cache(maxsize=4096)
def foreign_sounds(word: str) -> tuple[str, ...]:
    """The consonants of a word in another script, with and without a joined-on "the" or "in".

    Empty where no letter of it is of a script that is known here.
    """
    cut = [
        word[len(before) :]
        for before in _BEFORE
        if word.startswith(before) and len(word) > len(before) + 1
    ]
    heard = ["".join([_sound(char) or "-" for char in one.lower()]) for one in (word, *cut)]
    return tuple(dict.fromkeys(way for one in heard for way in _ways(one) if way))


def _plain(sounds: str) -> str:
    """Doubled sounds once; "tS" and "dS" as one; an "h" only where a word begins.

    The "h" goes last: it keeps the two sounds beside it apart, as in "Mohammed".
    """
    sounds = _SAME.sub(r"\1", sounds.replace("tS", "S").replace("dS", "g"))
    return sounds[:1] + sounds[1:].replace("h", "")


@lru_cache(maxsize=4096)
def _sound(char: str) -> str:
    if char in _LETTERS or char.isascii():
        return _LETTERS.get(char, "")
    name = unicodedata.name(char, "")
    if "ANUSVARA" in name or "BINDI" in name:
        return "n"
    kind, _, letter = name.rpartition(" ")
    spelt = ("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU")
    more = ("KANNADA", "MALAYALAM", "SINHALA", "ETHIOPIC", "HANGUL", "KATAKANA", "HIRAGANA")
    if not kind.startswith(spelt + more) or "VOWEL" in kind or "SIGN" in kind or letter == "MARK":
        return ""
    if kind.startswith(spelt) or kind.startswith(("KANNADA", "MALAYALAM")):
        # In these names C is the sound of "ch" and an H after a letter is only breath.
        letter = letter.replace("SH", "@").replace("C", "@").replace("SS", "@")
        letter = letter[:1] + letter[1:].replace("H", "")
        letter = letter.replace("@", "SH")
    return latin_sounds(letter.lower())[0]
