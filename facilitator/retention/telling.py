"""The table of kinds, and what a purge removed, as lines of text: counts, and nobody's word."""

from collections.abc import Iterator
from datetime import datetime

from facilitator import days
from facilitator.accounts import store as accounts
from facilitator.database import reading
from facilitator.retention import store
from facilitator.retention.gone import store as gone
from facilitator.retention.gone.purge import Purged
from facilitator.retention.kinds import BY_KEY, KINDS, OF_A_TEAM, Goes
from facilitator.retention.periods import civil_day
from facilitator.retention.standing import by_kind, in_force
from facilitator.retention.told import removed


def lines() -> Iterator[str]:
    """What the table says: each kind, each team's choices, what has gone."""
    with reading() as session:
        choices = by_kind(store.all_choices(session))
        teams = accounts.list_teams(session)
        removals = gone.removals(session)
    for kind in KINDS:
        chosen = in_force(choices, None, kind.key)
        when = (chosen.told if chosen else "nobody has chosen") if kind.of_the_house else kind.goes
        yield f"{kind.name}: {when}"
    for team in teams:
        yield f"{team.name}:"
        for kind in OF_A_TEAM:
            chosen = in_force(choices, team.id, kind.key)
            yield f"  {kind.name}: {chosen.told if chosen else _not_chosen(kind.goes)}"
    for _, on, key, many in removals:
        yield f"On {days.day(on)}: {removed(many, key)}"


def _not_chosen(goes: Goes) -> str:
    if goes is Goes.SOONER:
        return "as long as the family's record"
    return "nobody has chosen, so nothing is deleted"


def went(found: Purged, *, at: datetime, only_would: bool) -> Iterator[str]:
    """What a purge removed, or would remove."""
    if not found.any:
        yield "Nothing has come to its day."
    for kind, many in found.many:
        if only_would:
            yield f"{BY_KEY[kind].name}: {many} would go now. Nothing was removed."
        else:
            yield f"On {days.day(civil_day(at))}: {removed(many, kind)}"
