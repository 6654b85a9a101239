"""How long a family's record is kept, in sentences: for screens, paper and families."""

from datetime import datetime
from uuid import UUID

from facilitator import days
from facilitator.database import Session
from facilitator.meetings import KeptMeeting
from facilitator.retention import store
from facilitator.retention.kinds import ACCESS_LOG, FAMILY, NOTES
from facilitator.retention.periods import civil_day, period
from facilitator.retention.standing import Choices, Standing, by_kind, in_force
from facilitator.retention.standings import find_standing

NOBODY_CHOSE = (
    "Nobody has chosen yet how long this family's record is kept. Until then nothing is deleted."
)


def keeping_sentence(session: Session, meeting_id: UUID, *, at: datetime) -> str:
    """Until when that family's record is kept; "" for practice, or where there is none."""
    standing = find_standing(session, meeting_id)
    if standing is None:
        return ""
    return kept_until(standing, by_kind(store.all_choices(session)), at=at)


def kept_until(standing: Standing, choices: Choices, *, at: datetime) -> str:
    """Until when a record is kept, in a sentence or two."""
    goes = standing.goes_on(choices)
    if goes is None:
        return NOBODY_CHOSE
    day = days.day(goes)
    if standing.held:
        return f"This family's record is held back. It stays, also after {day}."
    if goes <= civil_day(at, standing.zone):
        return f"The day of this family's record was {day}. It goes within a day."
    return f"This family's record is kept until {day}. Then all of it is removed."


def sentence_on_paper(session: Session, kept: KeptMeeting) -> str:
    """The same for a plan's last page, in words for the family; "" where there is nothing to say.

    It names how long and from when, not a day: the day moves with the next plan, the paper can't.
    One query.
    """
    chosen = store.choices(session, kept.team_id, FAMILY)
    if kept.practice or not chosen:
        return ""
    return (
        f"We keep this plan for {chosen[-1].told} from the last day that we met or planned to "
        "meet. Then we remove it from our computers."
    )


def for_families(session: Session, team_id: UUID) -> tuple[str, ...]:
    """What a family is told of that team's periods; nothing where the team has not chosen."""
    choices = by_kind(store.all_choices(session))
    family = in_force(choices, team_id, FAMILY)
    if family is None:
        return ()
    said = [
        f"We keep your plan for {period(family.months)}.",
        "We count from the last day that we met, or had planned to meet.",
        "Then we remove all of it.",
    ]
    notes, log = in_force(choices, team_id, NOTES), in_force(choices, None, ACCESS_LOG)
    if notes and notes.months:
        said.append(f"We keep our own notes for {period(notes.months)}.")
    if log:
        said.append(f"We keep the list of who looked for {period(log.months)}.")
    return tuple(said)


def removed(many: int, kind: str) -> str:
    """What went, in counts.

    >>> removed(1, "family"), removed(3, "notes")
    ("1 family's record was removed: its day had come.", 'Notes of 3 families were removed.')
    """
    one = many == 1
    if kind == FAMILY:
        which = "1 family's record was" if one else f"{many} families' records were"
        return f"{which} removed: {'its' if one else 'their'} day had come."
    of = {
        "notes": "Notes of {n} were removed.",
        "audits": "Looks at the plans of {n} were removed.",
        "cards": "Cards of {n} were removed.",
    }
    if kind in of:
        return of[kind].format(n="1 family" if one else f"{many} families")
    what = "quarter" if kind == "quarters" else "entry of the list of who looked"
    several = "quarters" if kind == "quarters" else "entries of the list of who looked"
    if kind == "quarters":
        return f"What was written of {many} {what if one else several} was removed."
    return f"{many} {what if one else several} {'was' if one else 'were'} removed."
