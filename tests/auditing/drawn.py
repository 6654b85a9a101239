"""A service with two teams, their plans, and what supervisors say of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.accounts import store as accounts
from facilitator.accounts.user import Duty, Team, User
from facilitator.auditing import store as looks
from facilitator.auditing.pairs import store as pairs
from facilitator.auditing.pairs.drawing import draw_second_ratings
from facilitator.auditing.pairs.kept import PairState, SecondAsked
from facilitator.auditing.sampling import drawing
from facilitator.auditing.sampling import store as samples
from facilitator.auditing.sampling.kept import KeptSample
from facilitator.auditing.sampling.listing import store as listing
from facilitator.audits.look import FIRST_LOOK, Answer, Depth, Look, Purpose
from facilitator.audits.sampling import Quarter, Wanted, draw
from facilitator.audits.statistics import Rating
from facilitator.database import Session, db, new_id, reading, writing
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.plans import Agreed
from facilitator.plans import store as plans
from facilitator.plans.plan import new_code
from tests import builders
from tests.databases import a_database_file
from tests.desk.at_the_desk import token_of
from tests.web import HASHED, SAM, TEAM, a_folder, an_app, signed_in

AT = datetime(2027, 4, 6, 10, tzinfo=UTC)
QUARTER = Quarter(2027, 1)
TAW = Team(UUID("01920000-0000-7000-8000-00000000000b"), "Taw Valley")
SEED = "otter"


def somebody(number: int, name: str, team: Team, *duties: Duty) -> User:
    return replace(
        SAM,
        id=UUID(int=SAM.id.int + number),
        team_id=team.id,
        email=f"{name.lower()}@example.org",
        name=name,
        duties=frozenset(duties),
    )


KIT = somebody(1, "Kit", TEAM, Duty.FACILITATOR)
ADA = somebody(2, "Ada", TEAM, Duty.SUPERVISOR)
FLO = somebody(3, "Flo", TEAM, Duty.FACILITATOR, Duty.SUPERVISOR)
BEA = somebody(4, "Bea", TAW, Duty.SUPERVISOR)
CLEO = somebody(5, "Cleo", TAW, Duty.SUPERVISOR)
EVERYBODY = (KIT, ADA, FLO, BEA, CLEO)


@dataclass
class Service:
    """One app in which two teams work."""

    app: Flask

    def as_(self, user: User) -> FlaskClient:
        return signed_in(self.app, user)

    def plan(self, owner: User = SAM, on: date = date(2027, 2, 3), **known: Any) -> KeptMeeting:
        with self.app.app_context(), writing() as session:
            return a_plan(session, owner, on, **known)

    def draws(self, many: int = 3, by: User = ADA, seed: str = SEED) -> KeptSample:
        with self.app.app_context(), writing() as session:
            kept = drawing.draw_sample(
                session, wanted(many, by, seed), sample_id=new_id(), seed_typed=False, at=AT
            )
            return samples.find(session, kept.id) or kept

    def seed_for(self, kept: KeptMeeting) -> str:
        """A seed that draws this very plan, were one drawn."""
        with self.app.app_context(), reading() as session:
            plans = [one.eligible for one in listing.eligible(session, TEAM.id, QUARTER)]
        seeds = map(str, count())
        return next(
            one for one in seeds if draw(plans, wanted(1, seed=one)).drawn[0].plan == str(kept.id)
        )

    def files(self, meeting_id: UUID, by: User = ADA, **known: Any) -> Look:
        with self.app.app_context(), writing() as session:
            return file_look(session, meeting_id, by, **known)

    def draws_seconds(self, sample: KeptSample, why_early: str = "") -> tuple[PairState, ...]:
        with self.app.app_context(), writing() as session:
            draw_second_ratings(session, sample, seed=SEED, by=ADA.id, why_early=why_early, at=AT)
            return pairs.of_sample(session, sample.id)

    def pair(self, pair_id: UUID) -> PairState:
        with self.app.app_context(), reading() as session:
            found = pairs.find(session, pair_id)
        assert found is not None
        return found

    def asks_blind(self, kept: KeptMeeting | None = None, **first: Any) -> PairState:
        """A plan that Ada rated, and that Bea or Cleo is asked to rate again."""
        kept = kept or self.plan()
        sample = self.draws(1, seed=self.seed_for(kept))
        self.files(sample.drawn[0].meeting_id, by_chance=True, **first)
        return self.draws_seconds(sample)[0]

    def both_filed(
        self, first: Mapping[str, Any] | None = None, second: Mapping[str, Any] | None = None
    ) -> PairState:
        pair = self.asks_blind(**(first or {}))
        self.files(pair.meeting_id, rater_of(pair), purpose=Purpose.SECOND, **(second or {}))
        return self.pair(pair.id)

    def all_twice(self, ratings: Sequence[Mapping[str, Rating]]) -> tuple[PairState, ...]:
        """A sample in which every plan is rated twice alike, by Ada and by Bea, in that order."""
        with self.app.app_context(), writing() as session:
            kept = [a_plan(session, SAM, date(2027, 2, 3)) for _ in ratings]
            asked = wanted(len(kept))
            sample = drawing.draw_sample(
                session, asked, sample_id=new_id(), seed_typed=False, at=AT
            )
            for place, (one, given) in enumerate(zip(kept, ratings, strict=True)):
                first = file_look(session, one.id, ADA, ratings=given)
                file_look(session, one.id, BEA, ratings=given, purpose=Purpose.SECOND)
                second = SecondAsked(
                    id=new_id(),
                    sample_id=sample.id,
                    meeting_id=one.id,
                    first_look_id=first.id,
                    rater_id=BEA.id,
                    asked_at=AT,
                    place=place,
                )
                pairs.ask(session, [second])
            return pairs.of_sample(session, sample.id)


def rater_of(pair: PairState) -> User:
    return next(one for one in EVERYBODY if one.id == pair.second_rater_id)


def wanted(many: int, by: User = ADA, seed: str = SEED) -> Wanted:
    return Wanted(team=str(TEAM.id), quarter=QUARTER, plans=many, seed=seed, rater=str(by.id))


def a_plan(session: Session, owner: User, on: date, *, code: str = "", **known: Any) -> KeptMeeting:
    """A meeting whose plan was agreed on that day."""
    number = new_id()
    kept = KeptMeeting(
        id=number,
        meeting=builders.meeting(id=f"plan-{number}"),
        team_id=owner.team_id,
        owner_id=owner.id,
        **known,
    )
    meetings.save(session, kept)
    plan = builders.draft(builders.step()).agree(on=on, code=code or new_code())
    plans.add(session, kept.id, Agreed(plan=plan, at=AT, kept_by=owner.id), "first")
    return kept


def file_look(  # noqa: PLR0913 -- each is a fact of its own
    session: Session,
    meeting_id: UUID,
    by: User,
    *,
    purpose: Purpose = Purpose.FIRST,
    ratings: Mapping[str, Rating] | None = None,
    words: str = "I read it twice.",
    by_chance: bool = True,
    counts: bool = True,
    filed: bool = True,
    machine: Mapping[str, Any] | None = None,
) -> Look:
    """That user's look at that meeting's plan: 2 of everything where nothing else is said."""
    kept = meetings.load(session, meeting_id)
    last = plans.last_of(session, meeting_id)
    assert last is not None
    given = {**dict.fromkeys(FIRST_LOOK, 2), **(ratings or {})}
    look = Look(
        id=new_id(),
        meeting_id=meeting_id,
        version=last.number,
        team_id=kept.team_id,
        facilitator_id=kept.owner_id,
        plan_on=last.agreed_on,
        rater_id=by.id,
        purpose=purpose,
        depth=Depth.FIRST_LOOK,
        by_chance=by_chance,
        began_at=AT,
        answers=tuple(Answer(criterion=key, rating=one, words=words) for key, one in given.items()),
    )
    begun = looks.begin(session, look)
    if filed:
        held = machine or {"ratings": {}}
        looks.file(session, begun.id, at=AT, machine=held, shown={"REL-1": 2}, counts=counts)
    return looks.load(session, begun.id)


def a_service() -> Service:
    """Two teams with a facilitator and supervisors, and no plan yet."""
    folder = a_folder()
    app = an_app(data_dir=folder)
    a_database_file(folder).write_bytes(_with_everybody())
    return Service(app)


@cache
def _with_everybody() -> bytes:
    app = an_app()
    with app.app_context():
        with writing() as session:
            accounts.save_team(session, TAW)
            session.flush()
            for one in EVERYBODY:
                accounts.add_user(session, one, HASHED)
        return Path(str(urlsplit(db.engine.url.database).path)).read_bytes()


def sends(client: FlaskClient, address: str, **fields: str) -> TestResponse:
    """A form of ours, as its page gives it."""
    return client.post(address, data={"csrf_token": token_of(client), **fields})
