"""Keeping what somebody said before the day: one contribution, by the key of its form."""

from dataclasses import dataclass

from facilitator.accounts import sessions
from facilitator.contributions import Change, Clash, Contribution, FamilyYes, Wording
from facilitator.contributions import store as contributions
from facilitator.database import Session
from facilitator.preparing.opening import Preparation


@dataclass(frozen=True, kw_only=True)
class Send:
    """What stands in the hidden fields of a form for one contribution.

    ``key`` is the form's own, ``number`` that of the wording it is based on.
    """

    key: str
    number: int
    taken_back: bool = False
    family_yes: FamilyYes | None = None


def new_ref(key: str) -> str:
    """The id of a new contribution, from the key of the form that makes it."""
    return f"l{key}"


def keep_line(
    session: Session, prep: Preparation, said: Contribution, send: Send
) -> Wording | Clash:
    """Keep it. The wording that stands now, or the clash. Refusal as the contributions' store."""
    return contributions.save(
        session,
        prep.id,
        Change(
            said=said,
            key=send.key,
            based_on=send.number,
            typed_by=sessions.user().id,
            at=sessions.now(),
            taken_back=send.taken_back,
            family_yes=send.family_yes,
        ),
        prep.people,
    )
