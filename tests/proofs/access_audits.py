"""What supervisors keep beside a plan: one of each, for a family of the access table."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import UUID

from facilitator.accounts.sessions import now
from facilitator.accounts.user import User
from facilitator.auditing import opening
from facilitator.auditing import store as looks
from facilitator.auditing.act_today import store as act_today
from facilitator.auditing.letters import store as letters
from facilitator.auditing.letters.letter import Letter, SharedStep, Strength
from facilitator.auditing.pairs import store as pairs
from facilitator.auditing.pairs.gold import store as gold
from facilitator.auditing.pairs.kept import SecondAsked
from facilitator.auditing.remarks import store as remarks
from facilitator.auditing.rubric_here import rubric_here
from facilitator.auditing.sampling import store as sampling
from facilitator.auditing.sampling.kept import KeptSample, SampledPlan
from facilitator.audits.act_today import ActToday
from facilitator.audits.look import Answer, Depth, Look, Purpose
from facilitator.audits.remarks import Remark
from facilitator.database import Session, new_id
from facilitator.meetings import KeptMeeting
from facilitator.plans import store as plans
from facilitator.quarterly import store as quarterly
from facilitator.quarterly.kept import KeptChange, KeptQuote
from facilitator.quarterly.words import store as quarter_words
from tests.proofs.access_visitors import ANOTHER_RATER, ASKED, QUARTER, SECOND_RATER
from tests.web import TEAM


def a_filed_look(session: Session, kept: KeptMeeting, rater: User, mark: str) -> Look:
    opened = opening.open_plan(session, kept.id, rubric_here())
    assert opened
    answers = tuple(Answer(criterion=one, rating=2, words=f"I saw {mark}") for one in ASKED)
    look = Look(
        id=new_id(),
        meeting_id=kept.id,
        version=opened.agreed.plan.version,
        team_id=kept.team_id,
        facilitator_id=kept.owner_id,
        plan_on=opened.agreed.plan.agreed_on,
        rater_id=rater.id,
        purpose=Purpose.FIRST,
        depth=Depth.FIRST_LOOK,
        began_at=now(),
        by_chance=True,
        answers=answers,
    )
    looks.begin(session, look)
    looks.file(session, look.id, at=now(), machine=opened.machine.document, shown={}, counts=True)
    return look


def a_second_look(session: Session, kept: KeptMeeting, rater: User) -> Look:
    """A second look that is begun, and not filed."""
    first = looks.of_meeting(session, kept.id)[0]
    look = replace(first, id=new_id(), rater_id=rater.id, purpose=Purpose.SECOND)
    return looks.begin(session, replace(look, answers=(), filed_at=None))


def a_gold_plan(session: Session, kept: KeptMeeting, second_id: UUID) -> UUID:
    """That plan is looked at twice and talked through, and kept as gold."""
    look = a_second_look(session, kept, ANOTHER_RATER)
    looks.file(session, look.id, at=now(), machine={"ratings": {}}, shown={}, counts=True)
    pair = pairs.find(session, second_id)
    assert pair
    first = looks.of_meeting(session, kept.id)[0]
    settled = replace(first, id=new_id(), purpose=Purpose.SETTLED, final_at=now())
    looks.begin(session, settled)
    assert pairs.settle(session, pair, settled.id)
    assert gold.mark(session, settled.id, by=first.rater_id, at=now(), reason="A plain plan.")
    kept_gold = gold.of_settled(session, settled.id)
    assert kept_gold
    return kept_gold.id


def a_remark(session: Session, look: Look, mark: str) -> UUID:
    one = Remark(
        id=new_id(),
        look_id=look.id,
        criterion="Q1",
        words=f"Look again {mark}",
        by=look.rater_id,
        at=now(),
    )
    remarks.add(session, one)
    return one.id


def a_letter(session: Session, look: Look, mark: str) -> UUID:
    letter = Letter(
        id=new_id(),
        look_id=look.id,
        meeting_id=look.meeting_id,
        version=look.version,
        team_id=look.team_id,
        facilitator_id=look.facilitator_id,
        rater_id=look.rater_id,
        strengths=(Strength("a1", f"It is their own word {mark}"),),
        questions=(f"What did Nan say {mark}?",),
        step=SharedStep("We listen to one meeting together", "both of us", date(2027, 3, 20)),
    )
    kept = letters.keep(session, letter, at=now())
    assert kept
    assert letters.send(session, look.id, kept.revision, at=now())
    return kept.id


def a_note(session: Session, kept: KeptMeeting, supervisor: User, mark: str) -> UUID:
    note = ActToday(
        id=new_id(),
        meeting_id=kept.id,
        team_id=kept.team_id,
        seen=f"A child is alone {mark}",
        by=supervisor.id,
        at=now(),
    )
    act_today.add(session, note)
    return note.id


def a_sample(session: Session, kept: KeptMeeting, supervisor: User) -> KeptSample:
    agreed = plans.latest(session, kept.id)
    assert agreed
    plan = SampledPlan(
        meeting_id=kept.id,
        version=agreed.plan.version,
        code=agreed.plan.code,
        agreed_on=agreed.plan.agreed_on,
        owner_id=kept.owner_id,
        chance=Fraction(1),
    )
    sample = KeptSample(
        id=new_id(),
        team_id=kept.team_id,
        quarter=QUARTER,
        wanted=1,
        seed="5eed",
        seed_typed=False,
        drawn_by=supervisor.id,
        drawn_at=now(),
        listed=1,
        list_mark="one plan",
        left_out=0,
        plans=(plan,),
    )
    return sampling.add(session, sample)


def a_second_rating(session: Session, sample: KeptSample, look: Look) -> UUID:
    rater = SECOND_RATER if look.team_id == TEAM.id else ANOTHER_RATER
    one = SecondAsked(
        id=new_id(),
        sample_id=sample.id,
        meeting_id=look.meeting_id,
        first_look_id=look.id,
        rater_id=rater.id,
        asked_at=now(),
    )
    pairs.ask(session, [one])
    return one.id


def a_change(session: Session, kept: KeptMeeting, supervisor: User, mark: str) -> UUID:
    one = KeptChange(
        id=new_id(),
        team_id=kept.team_id,
        on=date(2027, 2, 1),
        what=f"We ask each child first {mark}",
        new_limits=False,
        why="",
        by=supervisor.name,
    )
    quarterly.add_change(session, one, user_id=supervisor.id, at=now())
    return one.id


def a_quote(session: Session, kept: KeptMeeting, supervisor: User, mark: str) -> UUID:
    one = KeptQuote(
        id=new_id(),
        team_id=kept.team_id,
        quarter=QUARTER,
        words=f"We hold hands {mark}",
        yes_by="Nan",
        yes_on=date(2027, 3, 1),
    )
    quarter_words.add_quote(session, one, user_id=supervisor.id, at=now())
    return one.id
