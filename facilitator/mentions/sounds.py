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
    word = _BEGINS.sub("n", word)
    word = _SOFT_C.sub("s", word.removeprefix("w") if word.startswith("wr") else word)
    for letters, sound in _LATIN:
        word = word.replace(letters, sound)
    word = word.replace("c", "k")
    silent = "".join([char for char in word if char in "bdghklmnrstS"])
    if "w" not in word:
        return (_plain(silent),)
    heard = "".join([char for char in word.replace("w", "b") if char in "bdghklmnrstS"])
    return tuple(dict.fromkeys((_plain(silent), _plain(heard))))


@lru_cache(maxsize=4096)
def foreign_sounds(word: str) -> tuple[str, ...]:
    """The consonants of a word in another script, with and without a joined-on "the" or "in".

    Empty where no letter of it is of a script that is known here.
    """
    whole = _heard(word)
    ways = [whole] if whole else []
    ways += [
        _heard(word[len(before) :])
        for before in _BEFORE
        if word.startswith(before) and len(word) > len(before) + 1
    ]
    return tuple(dict.fromkeys(way for way in ways if way))


def _heard(word: str) -> str:
    return _plain("".join([_sound(char) for char in word.lower()]))


def _plain(sounds: str) -> str:
    """Doubled sounds once; "tS" and "dS" as one; an "h" only where a word begins."""
    sounds = sounds.replace("tS", "S").replace("dS", "g")
    return _SAME.sub(r"\1", sounds[:1] + sounds[1:].replace("h", ""))


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
