"""Every kind of record that the house holds, as a table: what it is, which rows, and when it goes.

Each table of the database belongs to exactly one kind. A test asks the database itself, so that a
new table can't be forgotten.
"""

from dataclasses import dataclass
from enum import StrEnum


class Goes(StrEnum):
    """When the rows of a kind go."""

    ON_ITS_DAY = "a team chooses how long"
    SOONER = "with the family's record, or sooner where a team chooses so"
    WITH_THE_FAMILY = "with the family's record"
    HOUSE = "the house chooses how long"
    BY_ITSELF = "by itself"
    STAYS = "it stays"


@dataclass(frozen=True)
class RecordKind:
    """One kind of record.

    ``about`` says what it holds and, where nobody chooses, when it goes. ``tables`` are the names
    of its tables; none where the database holds nothing of it. ``counts_from`` says from which
    day.
    """

    key: str
    name: str
    about: str
    goes: Goes
    tables: tuple[str, ...] = ()
    counts_from: str = ""

    @property
    def is_chosen(self) -> bool:
        """Whether somebody must choose how long it is kept."""
        return self.goes in (Goes.ON_ITS_DAY, Goes.HOUSE)

    @property
    def of_the_house(self) -> bool:
        """Whether one choice holds for all teams."""
        return self.goes is Goes.HOUSE


FAMILY = "family"
NOTES = "notes"
AUDITS = "audits"
CARDS = "cards"
QUARTERS = "quarters"
ACCESS_LOG = "access_log"
LAST_DAY = (
    "The last day on which something was done. That is the meeting, the newest plan, or the day "
    "to meet again. It is never before the day on which the record came into this app."
)

KINDS = (
    RecordKind(
        FAMILY,
        "A family's record",
        "The meeting and who was there, what was said, and the plans. Who holds a copy, and what "
        "is hidden from whom. What somebody asked to see or to put right. Holds.",
        Goes.ON_ITS_DAY,
        (
            *("meeting", "meeting_agenda", "private_spell", "happening", "record_beside"),
            *("person", "restriction", "hidden_item", "arrangement"),
            *("contribution", "wording", "sounds", "plan", "plan_due"),
            *("handed_copy", "withdrawal", "looked_at", "other_words"),
            *("release_asked", "release_yes", "plan_opening", "legal_hold"),
            *("access_request", "access_decision", "correction"),
        ),
        LAST_DAY,
    ),
    RecordKind(
        NOTES,
        "Notes",
        "The facilitator's own notes, and those of other professionals.",
        Goes.SOONER,
        ("note",),
        LAST_DAY,
    ),
    RecordKind(
        AUDITS,
        "Looks at plans",
        "How a plan was read and rated, letters about it and their replies, and what was done when "
        "a child might not be safe.",
        Goes.SOONER,
        (
            *("look", "look_answer", "look_remark", "letter", "observed_meeting", "act_today"),
            *("gold_plan", "second_rating", "settled_pair", "sample_plan"),
        ),
        LAST_DAY,
    ),
    RecordKind(
        CARDS,
        "Families' cards",
        "What somebody said of their own meeting, without a name.",
        Goes.SOONER,
        ("feedback_card",),
        LAST_DAY,
    ),
    RecordKind(
        QUARTERS,
        "What a team wrote about a quarter",
        "A supervisor's words about three months, and lines that a family let us read to each "
        "other, with who said yes.",
        Goes.ON_ITS_DAY,
        ("quarter_words", "quarter_quote"),
        "The end of the quarter.",
    ),
    RecordKind(
        ACCESS_LOG,
        "The list of who looked",
        "Who looked at, printed or gave away what, and when. It holds no word and no name of a "
        "family.",
        Goes.HOUSE,
        ("access_entry", "access_head"),
        "The day of the look.",
    ),
    RecordKind(
        "papers",
        "Papers",
        "Invitations, run sheets and copies are made when they are asked for. They wait in the "
        "memory of this app for a while, and are never kept.",
        Goes.BY_ITSELF,
    ),
    RecordKind(
        "drafts",
        "Words that wait in a browser",
        "What is typed waits there, locked, until it is kept. Its key is given only while the "
        "meeting is there: when the record goes, nobody can get it any more.",
        Goes.WITH_THE_FAMILY,
    ),
    RecordKind(
        "visits",
        "Sign-ins",
        "When somebody signed in. It is forgotten a month after, and wrong tries after a day.",
        Goes.BY_ITSELF,
        ("visit", "sign_in_tries"),
    ),
    RecordKind(
        "accounts",
        "Accounts",
        "Names and duties of those who work here, and every change of them. An account is "
        "stopped and never deleted, because families' papers name it.",
        Goes.STAYS,
        (
            *("team", "user", "user_duty", "supervised_team"),
            *("account_change", "given_password", "second_step", "recovery_code"),
        ),
    ),
    RecordKind(
        "work",
        "How a team works",
        "Which plans chance took, by number and seed, and from when on a team works in another "
        "way. It names no family.",
        Goes.STAYS,
        ("sample", "process_change"),
    ),
    RecordKind(
        "keeping",
        "How long we keep, and what has gone",
        "Each choice on this page, and counts of what was removed: by team and quarter, without "
        "any name or id.",
        Goes.STAYS,
        ("keeping_choice", "gone_count", "removal"),
    ),
)
BY_KEY = {one.key: one for one in KINDS}
# What a team, and what the house, may choose.
OF_A_TEAM = tuple(one for one in KINDS if one.goes in (Goes.ON_ITS_DAY, Goes.SOONER))
OF_THE_HOUSE = tuple(one for one in KINDS if one.of_the_house)


def kind_of(table: str) -> RecordKind | None:
    """The kind that a table belongs to, or None where nobody has said."""
    return next((one for one in KINDS if table in one.tables), None)
