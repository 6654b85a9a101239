"""Everybody who asks for pages: each duty, in the team of a family and elsewhere."""

from collections.abc import Mapping
from uuid import UUID

from facilitator.accounts.sessions import now
from facilitator.accounts.user import Duty, Team, User
from facilitator.audits.sampling import Quarter
from tests.web import TEAM

TAW = Team(UUID(int=0xB), "Taw Valley")
OWN_MARK, OTHER_MARK = "qexeq", "qtawq"
QUARTER = Quarter(2027, 1)
ASKED = ("Q1", "Q2", "Q6", "Q10", "Q13", "Q19")


def a_user(number: int, name: str, team: Team, *duties: Duty) -> User:
    return User(
        id=UUID(int=number),
        team_id=team.id,
        email=f"{name.lower()}@example.org",
        name=f"{name} Reed",
        duties=frozenset(duties),
        made_at=now(),
    )


OWNER = a_user(0x21, "Ivy", TEAM, Duty.FACILITATOR)
COLLEAGUE = a_user(0x22, "Kit", TEAM, Duty.FACILITATOR)
SUPERVISOR = a_user(0x23, "Ada", TEAM, Duty.SUPERVISOR)
ADMINISTRATOR = a_user(0x24, "Noor", TEAM, Duty.ADMINISTRATOR)
SECOND = a_user(0x25, "Pat", TEAM, Duty.SECOND_PERSON)
NOT_ASKED = a_user(0x26, "Quin", TEAM, Duty.SECOND_PERSON)
ELSEWHERE = a_user(0x31, "Lee", TAW, Duty.FACILITATOR)
SUPERVISOR_ELSEWHERE = a_user(0x32, "Bo", TAW, Duty.SUPERVISOR)
SECOND_RATER = a_user(0x33, "Uma", TAW, Duty.SUPERVISOR)
EVERY_DUTY_ELSEWHERE = a_user(0x34, "Max", TAW, *Duty)
# Rates the other family's plan a second time, and asks for no page here.
ANOTHER_RATER = a_user(0x27, "Amy", TEAM, Duty.SUPERVISOR)
VISITORS: Mapping[str, User] = {
    "owner": OWNER,
    "colleague": COLLEAGUE,
    "supervisor": SUPERVISOR,
    "administrator": ADMINISTRATOR,
    "second": SECOND,
    "not asked": NOT_ASKED,
    "elsewhere": ELSEWHERE,
    "supervisor elsewhere": SUPERVISOR_ELSEWHERE,
    "second rater": SECOND_RATER,
    "every duty elsewhere": EVERY_DUTY_ELSEWHERE,
}
