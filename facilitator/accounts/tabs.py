"""The few places of the house that somebody's duties open, as a row of tabs on their pages."""

from dataclasses import dataclass

from flask import current_app, request

from facilitator.accounts.sessions import already_found
from facilitator.accounts.user import Duty

_MEETING = "/meetings/"


@dataclass(frozen=True)
class Tab:
    """One place. ``current`` is what ``aria-current`` says: "page", "true" inside it, or ""."""

    text: str
    endpoint: str
    current: str = ""


@dataclass(frozen=True)
class _Place:
    text: str
    endpoint: str
    duty: Duty
    inside: tuple[str, ...]  # how the names of the pages inside it begin


_MY_LETTERS = ("auditing.my_letter", "auditing.my_letters")
_PEOPLE = ("accounts.people", "accounts.person", "accounts.add_person")
_KEEPING = ("retention.keeping_page", "retention.choose")
_PLACES = (
    _Place("Meetings", "desk.home", Duty.FACILITATOR, ("desk.", *_MY_LETTERS)),
    _Place("Today", "supervising.today", Duty.SUPERVISOR, ("supervising.",)),
    _Place("Plans to read", "auditing.samples", Duty.SUPERVISOR, ("auditing.",)),
    _Place("Quarter", "quarterly.quarter", Duty.SUPERVISOR, ("quarterly.",)),
    _Place("People", "accounts.people", Duty.ADMINISTRATOR, _PEOPLE),
    _Place("Keeping", "retention.keeping_page", Duty.ADMINISTRATOR, _KEEPING),
    _Place("Backups", "backups.page", Duty.ADMINISTRATOR, ("backups.", "unlocking.")),
    _Place("Log", "who_looked.whole", Duty.ADMINISTRATOR, ("who_looked.",)),
)


def tabs_here() -> tuple[Tab, ...]:
    """The places of whoever is signed in; none where there is one alone, or none.

    On the pages of a meeting there are none: a family may be looking, and they have their own way.
    """
    user = already_found()
    if user is None or request.path.startswith(_MEETING):
        return ()
    known = current_app.view_functions
    tabs = tuple(
        Tab(one.text, one.endpoint, _current(one))
        for one in _PLACES
        if one.duty in user.duties and one.endpoint in known
    )
    return tabs if len(tabs) > 1 else ()


def _current(place: _Place) -> str:
    here = request.endpoint or ""
    if here == place.endpoint:
        return "page"
    if here in _MY_LETTERS and place.duty is not Duty.FACILITATOR:
        return ""  # Letters are what a facilitator gets.
    return "true" if here.startswith(place.inside) else ""
