"""What waits for a supervisor: one thing each, in groups, in the order in which it can't wait."""

from dataclasses import dataclass
from datetime import date

from facilitator import days
from facilitator.people import Role
from facilitator.plans.due import DueKind

SHOWN = 5  # of each group on Today; the rest stands on a page of its own
PAGE = 50
SOON = 14  # days: so far ahead a review is told
_A_WEEK = 7

PROMISES = {
    "answers": (DueKind.ANSWER, DueKind.DECISION, DueKind.FINDING_OUT, DueKind.SORT_OUT),
    "steps": (DueKind.STEP,),
    "reviews": (DueKind.REVIEW,),
}
# Each group with its heading, and how it is said where nothing of it waits.
HEADINGS = {
    "act-today": ("Act today", "nothing to act on today"),
    "yes": ("Waiting for you", "nothing waiting for your yes or your look"),
    "answers": ("Answers that families wait for", "no answer overdue"),
    "steps": ("Our own steps that are late", "no step of ours late"),
    "reviews": ("Families who meet again soon", f"no review in the next {SOON} days"),
    "feedback": ("Feedback to answer", "no feedback to answer"),
}
_WHOSE = {
    Role.REFERRER: "the referrer",
    Role.WORKER: "a worker",
    Role.FACILITATOR: "the facilitator",
}
_WHAT = {
    DueKind.STEP: "A step of {whose} was due. Nobody has said yet what came of it.",
    DueKind.ANSWER: "They asked for help, and wait for an answer.",
    DueKind.DECISION: "They wait for the referrer's answer to their plan.",
    DueKind.FINDING_OUT: "We said that we would find something out for them.",
    DueKind.SORT_OUT: "Their plan leaves something open.",
    DueKind.REVIEW: "They meet again.",
}
_BUTTON = {
    DueKind.STEP: "Say what was done",
    DueKind.ANSWER: "Say what was answered",
    DueKind.DECISION: "Say what was answered",
    DueKind.FINDING_OUT: "Say what was found out",
    DueKind.SORT_OUT: "See what is open",
    DueKind.REVIEW: "Look at the day",
}


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits, with its one button.

    ``family`` is what the family calls its plan, "" where nobody may know whose it is; ``leads``
    is who leads its meetings. ``since`` and ``what`` are words, ``way`` an address. ``masked`` says
    that it leads to a page with made-up names, which must not be told whose they are.
    """

    what: str
    way: str
    button: str
    since: str = ""
    family: str = ""
    leads: str = ""
    masked: bool = False


@dataclass(frozen=True)
class Group:
    """Everything of one kind that waits: the first of it, and how many there are."""

    key: str
    waiting: tuple[Waiting, ...]
    count: int

    @property
    def heading(self) -> str:
        """What the group is called."""
        return HEADINGS[self.key][0]

    @property
    def more(self) -> int:
        """How many are not among the first."""
        return self.count - len(self.waiting)


def nothing_of(groups: tuple[Group, ...]) -> str:
    """One calm sentence for all the groups in which nothing waits; "" where each holds something.

    >>> nothing_of((Group("act-today", (), 0), Group("steps", (), 0)))
    'Nothing to act on today, and no step of ours late.'
    """
    said = [HEADINGS[one.key][1] for one in groups if not one.count]
    if not said:
        return ""
    *most, last = said
    words = f"{', '.join(most)}, and {last}" if most else last
    return f"{words[0].upper()}{words[1:]}."


def what_of(kind: DueKind, whose: Role | None) -> str:
    """What one promise is, without a word of the plan."""
    return _WHAT[kind].format(whose=whose_words(whose))


def whose_words(whose: Role | None) -> str:
    """The part of whoever promised it, as people say it."""
    return _WHOSE.get(whose, "the service") if whose else "the service"


def button_of(kind: DueKind) -> str:
    """What its button says."""
    return _BUTTON[kind]


def since(day: date, today: date) -> str:
    """How long something has waited; how long it is still to wait, where that day is to come.

    >>> since(date(2027, 3, 2), date(2027, 3, 5)), since(date(2027, 3, 4), date(2027, 3, 5))
    ('since Tuesday, 3 days', 'since yesterday')
    >>> since(date(2026, 12, 1), date(2027, 3, 5))
    'since Tuesday 1 December 2026, 94 days'
    >>> since(date(2027, 3, 5), date(2027, 3, 5)), since(date(2027, 3, 13), date(2027, 3, 5))
    ('since today', 'on Saturday 13 March, in 8 days')
    """
    gone = days.days_between(day, today)
    if gone < 0:
        return f"on {days.day_beside(day, today)}, {how_far(day, today)}"
    if gone <= 1:
        return "since yesterday" if gone else "since today"
    said = days.weekday(day) if gone < _A_WEEK else days.day_beside(day, today)
    return f"since {said}, {gone} days"


def meets(day: date, today: date) -> str:
    """When a family meets again, or met.

    >>> meets(date(2027, 3, 5), date(2027, 3, 5)), meets(date(2027, 3, 2), date(2027, 3, 5))
    ('today', 'The day was Tuesday 2 March, 3 days ago')
    """
    if day >= today:
        return "today" if day == today else since(day, today)
    return f"The day was {days.day_beside(day, today)}, {how_far(day, today)}"


def how_far(day: date, today: date) -> str:
    """How far a day is from today.

    >>> how_far(date(2027, 3, 5), date(2027, 3, 5)), how_far(date(2027, 3, 2), date(2027, 3, 5))
    ('today', '3 days ago')
    >>> how_far(date(2027, 3, 4), date(2027, 3, 5)), how_far(date(2027, 3, 9), date(2027, 3, 5))
    ('yesterday', 'in 4 days')
    """
    gone = days.days_between(day, today)
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}.get(gone)
    return near or (f"{gone} days ago" if gone > 0 else f"in {-gone} days")
