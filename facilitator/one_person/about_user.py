"""What is kept about somebody who works with the app: their account, and what they did here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from facilitator import days
from facilitator.accounts.people.store import AccountChange
from facilitator.accounts.people.told import names_of
from facilitator.accounts.user import User
from facilitator.canonical import canonical
from facilitator.paper import template
from facilitator.paper.pdf import Sheet, render

TITLE = "What is kept about you"
FORMAT = "about-one-user/1"
# Where an account's id stands, in words. What is not named here is counted with the rest.
_DID = {
    "meeting": "meetings that you lead",
    "wording": "wordings that you typed",
    "happening": "things that you noted while you led",
    "plan": "plans that you kept when a family agreed",
    "handed_copy": "copies that you handed over",
    "withdrawal": "yeses taken back that you wrote down",
    "look": "plans that you looked at",
    "letter": "letters about a plan, to you or from you",
    "plan_opening": "plans that you opened and were not yours",
    "release_yes": "yeses to rules of copies that you typed or said",
    "access_request": "requests for a file that you wrote down or answered",
    "correction": "corrections that you wrote down or answered",
}
_ACTS = {
    "view": "looked at",
    "print": "printed",
    "export": "gave out as a file",
    "share": "showed on a screen",
    "release": "handed over",
    "refused": "were not let in to",
}


@dataclass(frozen=True, kw_only=True)
class AboutUser:
    """What is kept about one user. ``visits`` hold when each began, was last seen and ended.

    ``did`` counts rows by table, ``acts`` what stands in the access log: the act, what it was done
    to, how often, and when last. ``second_step`` says since when there is one, ``codes_left`` how
    many codes on paper are still good. No secret and no family's word is in it.
    """

    user: User
    team: str
    looks_after: tuple[str, ...]
    visits: tuple[tuple[datetime, datetime, datetime | None], ...]
    changes: tuple[AccountChange, ...]
    did: tuple[tuple[str, int], ...]
    acts: tuple[tuple[str, str, int, datetime], ...]
    made_on: date
    second_step: datetime | None = None
    codes_left: int = 0

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each heading with its sentences, the empty ones left out."""
        several = (
            ("Your account", self._account()),
            ("When you were signed in", self._visits()),
            ("What was changed of your account", self._changes()),
            ("What you did here", self._did()),
            ("What the access log says of you", self._acts()),
        )
        held = ((heading, tuple(sentences)) for heading, sentences in several)
        return tuple(one for one in held if one[1])

    def _account(self) -> Iterator[str]:
        yield f"Name: {self.user.name}"
        yield f"E-mail address: {self.user.email}"
        yield f"Team: {self.team}"
        yield f"What you do here: {names_of(self.user.duties)}"
        if self.looks_after:
            yield f"Teams you look after: {', '.join(self.looks_after)}"
        yield f"The account was made on {_day(self.user.made_at)}."
        yield "Your password is kept as a hash. Nobody can read it."
        if self.second_step:
            since = _day(self.second_step)
            yield f"Your second step was set up on {since}. Codes on paper left: {self.codes_left}."

    def _visits(self) -> Iterator[str]:
        for began, seen, ended in self.visits:
            end = f", ended on {_when(ended)}" if ended else ""
            yield f"From {_when(began)}, last seen on {_when(seen)}{end}"

    def _changes(self) -> Iterator[str]:
        for one in self.changes:
            yield f"{_when(one.at)}: {one.what} ({one.by or 'by command'})"

    def _did(self) -> Iterator[str]:
        rest = 0
        for table, count in self.did:
            if table in _DID:
                yield f"{_DID[table].capitalize()}: {count}"
            else:
                rest += count
        if rest:
            yield f"Other things that carry your name, such as visits: {rest}"

    def _acts(self) -> Iterator[str]:
        for act, what, count, last in self.acts:
            done = _ACTS.get(act, act.replace("_", " "))
            times = "once" if count == 1 else f"{count} times"
            yield f"You {done}: {what.replace('_', ' ')}, {times}, last on {_when(last)}"

    @cached_property
    def document(self) -> dict[str, Any]:
        """The same for a computer."""
        return {
            "format": FORMAT,
            "made_on": self.made_on.isoformat(),
            "groups": [{"heading": one, "says": list(held)} for one, held in self.groups],
        }

    def pdf(self) -> bytes:
        """The same on paper. Refusal where there is no press."""
        drawn = template.drawn("one_person/about_me_paper.html", title=TITLE, about=self)
        return render(
            Sheet(
                html=drawn,
                css=("plan.css", "handout.css"),
                title=TITLE,
                lang="en",
                made_on=self.made_on,
                attachment=canonical(self.document),
                attachment_name="about-you.json",
                attachment_about="The same, for computers",
            )
        )


def _day(at: datetime) -> str:
    return days.day(at.date())


def _when(at: datetime) -> str:
    clock = at.time().replace(second=0, microsecond=0)
    return f"{days.day_and_time(at.date(), clock)} (UTC)"
