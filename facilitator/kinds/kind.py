"""What a row of the table of kinds says."""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """How a kind is written in the record."""

    LINES = "lines"  # a list of objects
    STRINGS = "strings"  # a list of bare words; an object with `text` where more is known
    ONE = "one"  # one object, or null
    WORDS = "words"  # one bare string, "" for none
    PERSON = "person"  # one person's id, "" for none


class Holds(StrEnum):
    """What a field holds."""

    WORDS = "words"
    PERSON = "person"
    PEOPLE = "people"
    DAY = "day"
    TIME = "time"
    NUMBER = "number"
    CHOICE = "choice"
    LINES = "lines"  # ids of lines that this one answers
    YES = "yes"  # true or false
    PAGE_ONE = "page_one"  # true, or the family's own shorter words
    REPEATS = "repeats"  # how often, for a computer: see the record's schema
    SEEN = "seen"  # what somebody saw, and when
    VIEWS = "views"  # each side of a disagreement: by, text


@dataclass(frozen=True)
class Field:
    """One thing that may be known about a contribution beside its words."""

    key: str
    holds: Holds
    label: str
    choices: tuple[str, ...] = ()
    optional: bool = False  # the record may leave it out
    on_paper: bool = True  # it may be printed; what decides about paper, or is for the day, may not


# Whoever says something may choose who hears it, and holds it on paper.
MAY_HEAR = Field("may_hear", Holds.PEOPLE, "Who may hear it?", optional=True, on_paper=False)


class Section(StrEnum):
    """The headings of the plan, in the order in which they are printed."""

    FRONT = "front"
    SINCE = "since_last_time"
    CHILDREN = "children"
    TALKED = "talked"
    WANT = "want"
    DO = "do"
    HELP = "help"
    IF_WRONG = "if_wrong"
    KEEP_GOING = "keep_going"
    DISAGREE = "disagree"
    SORT_OUT = "sort_out"
    SAID_YES = "said_yes"
    MEET_AGAIN = "meet_again"
    NOT_PRINTED = "not_printed"


@dataclass(frozen=True)
class Kind:
    """One kind of contribution.

    ``place`` is its dotted path in the record; ``words`` the key that holds the main words
    there, ``by`` the key that holds who said it (``said_by`` where ``by`` means something
    else). ``page_one`` and ``room_screen`` say whether it may ever stand on page 1 or on the
    screen that the family sees.

    While a meeting is led, ``label`` is what its button says, ``letter`` the key that chooses it
    ("" for none), ``is_main`` whether it is among the few that are always in sight. ``who`` is
    what a touched name fills: `by`, which is always who said it, or else a field of people.
    """

    key: str
    word: str
    place: str
    shape: Shape
    label: str
    letter: str = ""
    who: str = "by"
    is_main: bool = False
    words: str = "text"
    by: str = "by"
    fields: tuple[Field, ...] = ()
    section: Section = Section.NOT_PRINTED
    page_one: bool = False
    room_screen: bool = True
    adults_only: bool = False  # never on the room screen while a child is there
    has_id: bool = False
    only_one: bool = False  # a plan has room for one of it
    words_needed: bool = True  # it says nothing without words
    speaker_needed: bool = False  # it says nothing as long as nobody is named
    may_be_missing: bool = False  # the record may leave its place out
    while_talking: bool = True  # it may be chosen while people talk; else it is filled in elsewhere
    added_later: bool = False  # it may be put beside a plan that is agreed already
    is_talk: bool = True  # it is among what was said; else it only says how things are worded

    def field(self, key: str) -> Field:
        """The field of that key; KeyError where this kind has none."""
        for field in self.fields:
            if field.key == key:
                return field
        raise KeyError(f"A {self.word} has no field '{key}'.")
