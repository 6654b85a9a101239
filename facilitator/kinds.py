"""The table of kinds: everything that can be said in a meeting, and where it goes.

One row a kind. The agenda (what a prompt gathers), the record (where it is written down),
forms (which fields to ask for), paper (where it is printed) and the room screen (whether it
may be shown there) all read this table; none keeps a list of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


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
    """

    key: str
    word: str
    place: str
    shape: Shape
    words: str = "text"
    by: str = "by"
    fields: tuple[Field, ...] = ()
    section: Section = Section.NOT_PRINTED
    page_one: bool = False
    room_screen: bool = True
    has_id: bool = False

    def field(self, key: str) -> Field:
        """The field of that key; KeyError where this kind has none."""
        for field in self.fields:
            if field.key == key:
                return field
        raise KeyError(f"A {self.word} has no field '{key}'.")


ANSWERS = ("yes", "no", "not_yet", "")
RESULTS = ("done", "part", "not_done", "not_needed", "")
KEEP = ("keep", "change", "stop")
AGREES = ("yes", "partly", "no", "later")
WHOSE = ("family", "service", "team")

_ALL = (
    Kind("title", "title", "meeting.plan_title", Shape.WORDS, section=Section.FRONT, page_one=True),
    Kind("beginning", "how we started", "open.how_started", Shape.WORDS, section=Section.TALKED),
    Kind("hope", "hope", "open.hopes", Shape.LINES, section=Section.TALKED),
    Kind("agreement", "agreement", "open.agreements", Shape.STRINGS, section=Section.TALKED),
    Kind(
        "old_step",
        "old step",
        "old_actions",
        Shape.LINES,
        words="what",
        by="said_by",
        has_id=True,
        section=Section.SINCE,
        fields=(
            Field("result", Holds.CHOICE, "How did it go?", RESULTS),
            Field("keep", Holds.CHOICE, "Keep, change or stop?", KEEP, optional=True),
            Field("note", Holds.WORDS, "What got in the way?", optional=True),
        ),
    ),
    Kind(
        "strength", "strength", "share.strengths", Shape.LINES, has_id=True, section=Section.TALKED
    ),
    Kind("need", "need", "share.needs", Shape.LINES, has_id=True, section=Section.TALKED),
    Kind(
        "worry",
        "worry",
        "share.worries",
        Shape.LINES,
        has_id=True,
        section=Section.TALKED,
        room_screen=False,
        fields=(
            Field("about", Holds.PEOPLE, "Who is it about?"),
            Field("serious", Holds.YES, "Could somebody be badly hurt?", optional=True),
            Field("seen", Holds.SEEN, "What was seen, and when?", optional=True),
        ),
    ),
    Kind(
        "bottom_line",
        "bottom line",
        "share.bottom_lines",
        Shape.LINES,
        has_id=True,
        section=Section.TALKED,
        fields=(Field("reason", Holds.WORDS, "Why must it be in the plan?"),),
    ),
    Kind("question", "question", "share.questions", Shape.STRINGS, section=Section.TALKED),
    Kind(
        "if_no_plan",
        "if there is no plan",
        "share.if_no_plan",
        Shape.WORDS,
        section=Section.TALKED,
        room_screen=False,
    ),
    Kind(
        "unknown",
        "what we do not know yet",
        "share.not_known",
        Shape.LINES,
        by="said_by",
        section=Section.SORT_OUT,
        fields=(
            Field("who", Holds.PERSON, "Who will find out?"),
            Field("by", Holds.DAY, "By when?"),
        ),
    ),
    Kind(
        "child_view",
        "child's view",
        "child_views",
        Shape.LINES,
        words="words",
        by="child",
        section=Section.CHILDREN,
        fields=(
            Field("how", Holds.WORDS, "How did they say it?"),
            Field("date", Holds.DAY, "When did they say it?"),
            Field("shown_by", Holds.LINES, "Which steps come from it?"),
            Field("could_not", Holds.WORDS, "What could we not do, and who told them?"),
            Field("copy_told", Holds.WORDS, "How did they get their own page?"),
        ),
    ),
    Kind(
        "family_view",
        "family's view",
        "family_views",
        Shape.LINES,
        words="words",
        by="said_by",
        section=Section.CHILDREN,
        fields=(
            Field("from", Holds.WORDS, "Who said it?"),
            Field("date", Holds.DAY, "When did they say it?"),
            Field("shown_by", Holds.LINES, "Which steps come from it?"),
        ),
    ),
    Kind(
        "statement",
        "statement",
        "plan.family_statement",
        Shape.ONE,
        section=Section.FRONT,
        page_one=True,
        fields=(Field("english", Holds.WORDS, "What does it mean in English?", optional=True),),
    ),
    Kind("love_line", "love line", "plan.love_lines", Shape.LINES, section=Section.FRONT),
    Kind(
        "goal",
        "goal",
        "plan.goals",
        Shape.LINES,
        by="said_by",
        has_id=True,
        section=Section.WANT,
        fields=(
            Field("for", Holds.PEOPLE, "Who is it for?"),
            Field("sign", Holds.WORDS, "What will they see, hear or feel?"),
            Field("score_start", Holds.NUMBER, "Where did we start, 0 to 10?", optional=True),
            Field("score_now", Holds.NUMBER, "Where are we now, 0 to 10?"),
        ),
    ),
    Kind(
        "action",
        "step",
        "plan.actions",
        Shape.LINES,
        words="what",
        has_id=True,
        section=Section.DO,
        page_one=True,
        fields=(
            Field("who", Holds.PEOPLE, "Who will do it?"),
            Field("start", Holds.DAY, "What day will it start?"),
            Field("due", Holds.DAY, "What day will it be done by?"),
            Field("how_often", Holds.WORDS, "How often?"),
            Field("checked_by", Holds.PERSON, "Who will check?"),
            Field("links", Holds.LINES, "What does it answer?"),
            Field("kind", Holds.CHOICE, "Whose step is it?", WHOSE),
            Field("page_one", Holds.PAGE_ONE, "Put it on page 1?", optional=True),
            Field("share_with", Holds.PEOPLE, "Who else may see it?", optional=True),
            Field("repeats", Holds.REPEATS, "On which days, at what time?", optional=True),
        ),
    ),
    Kind(
        "if_then",
        "if-then",
        "plan.contingency",
        Shape.LINES,
        words="then",
        section=Section.IF_WRONG,
        fields=(
            Field("if", Holds.WORDS, "If this happens"),
            Field("who", Holds.PERSON, "Who do we ring first?"),
            Field("second", Holds.PERSON, "Who is next?"),
        ),
    ),
    Kind(
        "request",
        "request for help",
        "plan.support_requests",
        Shape.LINES,
        words="what",
        by="said_by",
        section=Section.HELP,
        fields=(
            Field("of", Holds.PERSON, "Who did we ask?"),
            Field("answer", Holds.CHOICE, "What did they say?", ANSWERS),
            Field("by", Holds.DAY, "By when?"),
            Field("reason", Holds.WORDS, "Why?"),
        ),
    ),
    Kind("keep_going", "keep-going", "plan.keep_going", Shape.STRINGS, section=Section.KEEP_GOING),
    Kind(
        "meet_sooner",
        "meet-sooner",
        "plan.meet_sooner_if",
        Shape.STRINGS,
        section=Section.KEEP_GOING,
    ),
    Kind(
        "disagreement",
        "disagreement",
        "plan.disagreements",
        Shape.LINES,
        words="about",
        section=Section.DISAGREE,
        fields=(
            Field("views", Holds.VIEWS, "What does each side say?"),
            Field("next", Holds.WORDS, "What happens next?"),
        ),
    ),
    Kind("plan_keeper", "plan-keeper", "plan.plan_keeper", Shape.PERSON, section=Section.FRONT),
    Kind(
        "telling",
        "telling somebody",
        "plan.tell",
        Shape.LINES,
        words="who",
        by="said_by",
        section=Section.MEET_AGAIN,
        fields=(
            Field("by", Holds.PERSON, "Who will tell them?"),
            Field("date", Holds.DAY, "By when?"),
        ),
    ),
    Kind(
        "answer",
        "answer",
        "plan.agreement",
        Shape.LINES,
        words="words",
        by="person",
        section=Section.SAID_YES,
        fields=(
            Field("agrees", Holds.CHOICE, "Do they say yes?", AGREES),
            Field("date", Holds.DAY, "When did they say it?"),
        ),
    ),
    Kind(
        "referrer_answer",
        "referrer's answer",
        "plan.referrer_decision",
        Shape.ONE,
        words="reason",
        section=Section.SAID_YES,
        fields=(
            Field("answer", Holds.CHOICE, "What do they say?", ANSWERS),
            Field("date", Holds.DAY, "When did they say it?"),
            Field("answer_by", Holds.DAY, "If not yet: by when?", optional=True),
        ),
    ),
    Kind(
        "meet_again",
        "meet again",
        "plan.review",
        Shape.ONE,
        words="",
        by="said_by",
        section=Section.MEET_AGAIN,
        page_one=True,
        fields=(
            Field("date", Holds.DAY, "What day?"),
            Field("time", Holds.TIME, "What time?"),
            Field("place", Holds.WORDS, "Where?"),
            Field("who", Holds.PEOPLE, "Who will be there?"),
        ),
    ),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.key: kind for kind in _ALL})
