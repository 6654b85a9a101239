"""Ada has looked at a plan of Sam's, and writes to him."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.auditing.letters import store
from facilitator.auditing.letters.letter import Letter, SharedStep, Strength
from facilitator.audits.look import Look
from facilitator.audits.masking import Mask
from facilitator.database import reading, writing
from facilitator.meetings import KeptMeeting
from facilitator.plans import Plan
from facilitator.plans import store as plans
from tests.auditing.drawn import ADA, AT, Service, a_service, sends
from tests.web import SAM

DAY = "12 March 2027"


@dataclass
class Written:
    """One app with a filed look in it, and the browsers of the two."""

    service: Service
    meeting: KeptMeeting
    look: Look
    ada: FlaskClient
    sam: FlaskClient

    @property
    def address(self) -> str:
        return f"/looks/{self.look.id}/letter"

    @property
    def letter(self) -> Letter:
        with self.service.app.app_context(), reading() as session:
            found = store.find_of(session, self.look.id)
        assert found is not None
        return found

    @property
    def plan(self) -> Plan:
        with self.service.app.app_context(), reading() as session:
            return plans.load(session, self.meeting.id, 1).plan

    @property
    def mask(self) -> Mask:
        return Mask.of_plan(self.plan, self.meeting.id)

    @property
    def fields(self) -> dict[str, str]:
        """The whole form, as Ada fills it in."""
        return {
            "revision": "0",
            "line_1": "1",
            "why_1": f"You asked {self.mask.name('ellie')} what helps.",
            "question_1": "What made that easy to ask?",
            "step": "We read two lines aloud to each other.",
            "step_who": "You and I",
            "step_by": DAY,
        }

    def writes(self, do: str = "save", **fields: str) -> TestResponse:
        return sends(self.ada, self.address, do=do, **{**self.fields, **fields})

    def sends_it(self) -> UUID:
        """The letter goes out; its id."""
        assert self.writes().status_code == 303
        return self.sends_the_draft()

    def sends_the_draft(self) -> UUID:
        """The draft goes out as it is; its id."""
        revision = str(self.letter.revision)
        assert sends(self.ada, self.address, do="send", revision=revision).status_code == 303
        assert self.letter.is_sent
        return self.letter.id

    def replies(self, do: str = "send", **fields: str) -> TestResponse:
        usual = {"revision": "0", "words": "Thank you. I will ask again.", "by": DAY}
        return sends(self.sam, f"/letters/{self.letter.id}", do=do, **{**usual, **fields})


def a_filed_look(service: Service | None = None, **known: Any) -> Written:
    service = service or a_service()
    meeting = service.plan()
    look = service.files(meeting.id, **known)
    return Written(service, meeting, look, service.as_(ADA), service.as_(SAM))


def a_letter(look: Look, **known: Any) -> Letter:
    """A letter that may be sent, about that look."""
    whole = Letter(
        id=UUID(int=look.id.int ^ 1),
        look_id=look.id,
        meeting_id=look.meeting_id,
        version=look.version,
        team_id=look.team_id,
        facilitator_id=look.facilitator_id,
        rater_id=look.rater_id,
        strengths=(Strength("a1", "You waited for an answer."),),
        questions=("What made that easy?",),
        step=SharedStep("We read two lines aloud.", "You and I", AT.date()),
    )
    return replace(whole, **known)


def send(service: Service, letter: Letter) -> None:
    with service.app.app_context(), writing() as session:
        kept = store.keep(session, letter, at=AT)
        assert kept is not None
        store.send(session, letter.look_id, kept.revision, at=AT)
