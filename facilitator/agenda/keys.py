"""Every key that an agenda file may hold: the one list that the reader and the README share."""

import re
from dataclasses import dataclass
from enum import StrEnum

from facilitator import five_rs, kinds
from facilitator.agenda import vocabulary

LONGEST_LINE = 200
LONGEST_ABOUT = 400
LONGEST_NAME = 80
LONGEST_ID = 40
LONGEST_STAGE = 600  # minutes


class Takes(StrEnum):
    """What a key takes, in the words of the messages."""

    WORDS = "words in quotation marks"
    LIST = "a list of words in quotation marks"
    WHOLE = "a whole number"
    YES = "true or false"
    TABLE = "a part with its own heading"
    TABLES = "parts under headings in double brackets"


@dataclass(frozen=True)
class Spelling:
    """How a value is written, where any word of the right letters will do."""

    pattern: re.Pattern[str]
    remedy: str


@dataclass(frozen=True)
class Key:
    """One key.

    ``most`` caps characters (words, and each entry of a list) or the number itself (a whole
    number); ``longest_list`` caps entries. ``among`` is what the value may be, ``called`` what
    such a value is called in a message. ``said`` means that people read or hear it, ``asked``
    that it is put to somebody, so it may hold one question and the gap for a child's name.
    """

    name: str
    takes: Takes
    example: str
    needed: bool = False
    most: int = LONGEST_LINE
    longest_list: int = 6
    among: tuple[str, ...] = ()
    called: str = ""
    spelling: Spelling | None = None
    said: bool = False
    asked: bool = False


_SMALL = Spelling(
    re.compile(rf"[a-z][a-z0-9_]{{0,{LONGEST_ID - 1}}}"),
    f"Use up to {LONGEST_ID} small letters, figures and _, and begin with a letter.",
)
_PROMPT_ID = Spelling(
    re.compile(rf"[A-Za-z][A-Za-z0-9-]{{0,{LONGEST_ID - 1}}}"),
    f"Use up to {LONGEST_ID} letters, figures and -, and begin with a letter.",
)
# Language, script, region and variants of BCP 47 (RFC 5646, 2.1): what a document or a voice
# can make use of. Extensions and private use are left out on purpose.
_LANGUAGE = Spelling(
    re.compile(
        r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
        r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})){0,2}"
    ),
    "Use a language tag such as en-GB, cy, pl or pa-Arab.",
)


def _id(spelling: Spelling, example: str) -> Key:
    return Key("id", Takes.WORDS, example, needed=True, most=LONGEST_ID, spelling=spelling)


def _name(example: str) -> Key:
    return Key("name", Takes.WORDS, example, needed=True, most=LONGEST_NAME, said=True)


TOP = (
    Key(
        "format",
        Takes.WORDS,
        f'format = "{vocabulary.FORMAT}"',
        needed=True,
        among=(vocabulary.FORMAT,),
        called="agenda format",
    ),
    _id(_SMALL, 'id = "family_group_conference"'),
    _name('name = "Family group conference"'),
    Key(
        "about",
        Takes.WORDS,
        'about = "A first meeting. The family makes its own plan."',
        needed=True,
        most=LONGEST_ABOUT,
        said=True,
    ),
    Key("language", Takes.WORDS, 'language = "en-GB"', needed=True, most=35, spelling=_LANGUAGE),
    Key("stage", Takes.TABLES, "[[stage]]", needed=True, longest_list=20),
    Key("prompt", Takes.TABLES, "[[prompt]]", needed=True, longest_list=300),
    Key("technique", Takes.TABLE, "[technique.one_voice]"),
    Key("left_out", Takes.TABLE, "[left_out]"),
)

STAGE = (
    Key(
        "id",
        Takes.WORDS,
        'id = "open"',
        needed=True,
        most=LONGEST_ID,
        among=tuple(vocabulary.STAGES),
        called="stage",
    ),
    _name('name = "Welcome"'),
    Key("minutes", Takes.WHOLE, "minutes = 20", most=LONGEST_STAGE),
    Key(
        "presence",
        Takes.LIST,
        'presence = ["child", "family", "facilitator"]',
        needed=True,
        longest_list=len(vocabulary.PARTS),
        among=tuple(vocabulary.PARTS),
        called="part in a meeting",
    ),
)

PROMPT = (
    _id(_PROMPT_ID, 'id = "REL-1b"'),
    Key(
        "stage",
        Takes.WORDS,
        'stage = "open"',
        needed=True,
        most=LONGEST_ID,
        among=tuple(vocabulary.STAGES),
        called="stage",
    ),
    Key(
        "to",
        Takes.WORDS,
        'to = "all"',
        needed=True,
        among=tuple(vocabulary.AUDIENCES),
        called="audience",
    ),
    Key(
        "words",
        Takes.WORDS,
        'words = "What would help you to trust today?"',
        needed=True,
        said=True,
        asked=True,
    ),
    Key("then", Takes.LIST, 'then = ["Who helped?"]', said=True, asked=True),
    Key(
        "gathers",
        Takes.LIST,
        'gathers = ["hope"]',
        among=tuple(kinds.KINDS),
        called="kind of contribution",
    ),
    Key(
        "commitments",
        Takes.LIST,
        'commitments = ["REL-1"]',
        needed=True,
        longest_list=len(five_rs.COMMITMENTS),
        among=tuple(five_rs.COMMITMENTS),
        called="commitment",
    ),
    Key("core", Takes.YES, "core = true"),
    Key(
        "aspect",
        Takes.WORDS,
        'aspect = "strength"',
        among=tuple(vocabulary.ASPECTS),
        called="aspect",
    ),
    Key(
        "other_ways",
        Takes.LIST,
        'other_ways = ["What would put your mind at rest?"]',
        said=True,
        asked=True,
    ),
    Key("technique", Takes.WORDS, 'technique = "one_voice"', most=LONGEST_ID, spelling=_SMALL),
)

TECHNIQUE = (
    _name('name = "One voice at a time"'),
    Key(
        "what",
        Takes.WORDS,
        'what = "A small thing goes from hand to hand. Who holds it speaks."',
        needed=True,
        said=True,
    ),
    Key(
        "how",
        Takes.WORDS,
        'how = "Let a child choose the thing. Anybody may pass it on and say nothing."',
        needed=True,
        said=True,
    ),
)

TECHNIQUE_NAME = _SMALL
WHY_LEFT_OUT = Key(
    "why", Takes.WORDS, 'RSP-3 = "This meeting makes no plan."', needed=True, said=True
)


def known(keys: tuple[Key, ...], name: str) -> tuple[str, ...]:
    """What the value of one of these keys may be, where the choice is closed."""
    return next(key.among for key in keys if key.name == name)
