"""A supervisor's day: families with plans whose days have come, and other things that wait."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now
from facilitator.accounts.user import User
from facilitator.auditing import store as looks
from facilitator.auditing.act_today import store as act_today
from facilitator.auditing.letters import store as letters
from facilitator.auditing.letters.letter import Letter, Reply, SharedStep, Strength
from facilitator.audits.act_today import ActToday
from facilitator.audits.look import Depth, Look, Purpose
from facilitator.contributions import Contribution
from facilitator.database import new_id, reading, writing
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.plans import Agreed, store
from facilitator.plans.due import DueKind, KeptDue
from facilitator.supervising.gathering import ZONE
from tests.break_glass.opened_plans import ADA, BO, JO, KIT, NOOR, TAW
from tests.builders import draft, said, step
from tests.builders import meeting as a_meeting
from tests.desk.at_the_desk import token_of
from tests.kept import a_kept_meeting
from tests.web import SAM, add_user, an_app, signed_in

PROMISE = "Priya brings the form for the bus pass to Nan."


def today() -> date:
    return now().astimezone(ZONE).date()


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def lines(**known: Any) -> tuple[Contribution, ...]:
    """What makes a plan that promises one thing of each kind; a day each, None to leave it out."""
    days = {"step": ago(3), "asked": ago(4), "finds": ago(5), "again": ago(-10), **known}
    return (
        step(PROMISE, id="a1", who=("priya",), start=None, due=days["step"]),
        said("request", "A bus pass", of="priya", answer="not_yet", by_=days["asked"], id="r1"),
        said("unknown", "Is there a bus?", who=("priya",), by_=days["finds"], id="u1"),
        said("referrer_answer", "It is safe.", by="priya", answer="yes", date=ago(9)),
        said("meet_again", date=days["again"], time="10:00", place="St Luke's hall", id="m1"),
    )


@dataclass
class Day:
    """One app, and a browser for each who works there."""

    app: Flask
    browsers: dict[UUID, FlaskClient] = field(default_factory=dict)
    count: int = 0

    def browser(self, user: User) -> FlaskClient:
        if user.id not in self.browsers:
            self.browsers[user.id] = signed_in(self.app, user)
        return self.browsers[user.id]

    def sees(self, user: User, address: str = "/today") -> TestResponse:
        return self.browser(user).get(address)

    def sends(self, user: User, address: str, **fields: Any) -> TestResponse:
        """A form of ours, as its page gives it."""
        browser = self.browser(user)
        return browser.post(address, data={"csrf_token": token_of(browser), **fields})

    def a_family(
        self, *said: Contribution, owner: User = SAM, title: str = "", **known: Any
    ) -> KeptMeeting:
        """A family whose plan says that, agreed nine days ago."""
        self.count += 1
        meeting = a_meeting(id=f"m{self.count}", title=title or f"Family {self.count}")
        kept = a_kept_meeting(meeting, owner=owner, **known)
        plan = draft(*(said or lines())).agree(on=ago(9), code="CDFG-HJKM")
        with self.app.app_context(), writing() as session:
            meetings.save(session, kept)
            store.add(session, kept.id, Agreed(plan, now(), owner.id), "k1")
        return kept

    def promise(self, kept: KeptMeeting, kind: DueKind = DueKind.STEP) -> KeptDue:
        with self.app.app_context(), reading() as session:
            return next(one for one in store.dues(session, kept.id) if one.due.kind is kind)

    def act_today(self, kept: KeptMeeting, **known: Any) -> ActToday:
        """A supervisor saw in that plan that a child may not be safe."""
        usual = {"id": new_id(), "seen": "A child alone.", "by": ADA.id, "at": now()}
        note = ActToday(**{**usual, "meeting_id": kept.id, "team_id": kept.team_id, **known})
        with self.app.app_context(), writing() as session:
            act_today.add(session, note)
        return note

    def look(self, kept: KeptMeeting, rater: User = ADA, *, at: datetime | None = None) -> Look:
        """A first look at that plan that somebody began."""
        look = Look(
            id=new_id(),
            meeting_id=kept.id,
            version=1,
            team_id=kept.team_id,
            facilitator_id=kept.owner_id,
            plan_on=ago(9),
            rater_id=rater.id,
            purpose=Purpose.FIRST,
            depth=Depth.FIRST_LOOK,
            began_at=at or now(),
        )
        with self.app.app_context(), writing() as session:
            return looks.begin(session, look)

    def reply(self, look: Look) -> None:
        """Sam has answered Ada's letter about that look."""
        letter = Letter(
            id=new_id(),
            look_id=look.id,
            meeting_id=look.meeting_id,
            version=1,
            team_id=look.team_id,
            facilitator_id=look.facilitator_id,
            rater_id=look.rater_id,
            strengths=(Strength(line="a1", why="It is clear who does it."),),
            step=SharedStep(what="We read it aloud.", who="You and I", by=ago(-7)),
        )
        with self.app.app_context(), writing() as session:
            looks.file(session, look.id, at=now(), machine={"ratings": {}}, shown={}, counts=False)
            letters.keep(session, letter, at=now())
            letters.send(session, look.id, 1, at=now())
            letters.keep_reply(session, letter.id, Reply(words="Yes."), at=now(), send=True)

    def private_time(self, kept: KeptMeeting) -> None:
        with self.app.app_context(), writing() as session:
            meetings.save(session, KeptMeeting(**{**vars(kept), "in_private_time": True}))


def a_day() -> Day:
    app = an_app()
    with app.app_context(), writing() as session:
        accounts.save_team(session, TAW)
    for user in (KIT, ADA, BO, NOOR, JO):
        add_user(app, user)
    return Day(app)
