"""The words that an agenda file may use as values, each with what it means."""

from collections.abc import Mapping
from types import MappingProxyType

FORMAT = "facilitator-agenda/1"
CHILD = "[child]"

STAGES: Mapping[str, str] = MappingProxyType(
    {
        "ask": "Somebody asks for the meeting, and the family says yes.",
        "prepare": "Each person is met alone, before the day.",
        "open": "Everybody is welcomed and agrees how the day goes.",
        "share": "Strengths, worries and needs are said out loud, and the family asks.",
        "private": "Private family time: nobody from the service is in the room.",
        "agree": "The family shows its plan, and everybody answers it.",
        "give": "Each person gets their own copy.",
        "review": "Some weeks later: what helped, and what changes.",
    }
)

AUDIENCES: Mapping[str, str] = MappingProxyType(
    {
        "all": "Everybody who is there.",
        "family": "The family and the people close to them.",
        "child": "A child or young person.",
        "worker": "The worker who asked for the meeting, or another professional.",
        "self": "The facilitator thinks it, and does not say it.",
        "card": "Printed for private family time. Nobody asks it.",
    }
)

# What stands above a question, to say whom it is for.
ASKED_OF: Mapping[str, str] = MappingProxyType(
    {
        "all": "For everybody",
        "family": "For the family",
        "child": "For a child",
        "worker": "For the worker",
        "self": "For you to think, not to say",
        "card": "On the card for private family time",
    }
)

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "child": "A child or young person whom the meeting is about, or who belongs to it.",
        "family": "Parents, relatives and friends.",
        "supporter": "Somebody whom a person chose to have beside them.",
        "advocate": "Somebody on a person's side who helps them to say what they want.",
        "interpreter": "Somebody independent who carries words from one language to another.",
        "worker": "A worker who knows or helps the family.",
        "referrer": "The worker who asked for the meeting.",
        "facilitator": "The person who leads the meeting.",
        "team": "A member of a staff team, in a team circle.",
    }
)

OUT_OF_PRIVATE_TIME = ("worker", "referrer", "facilitator", "team")

ASPECTS: Mapping[str, str] = MappingProxyType(
    {
        "strength": "What goes well.",
        "need": "What is needed.",
        "risk": "What worries somebody.",
        "family_view": "How the family sees it.",
        "child_view": "How a child sees it.",
        "context": "What lies behind it.",
        "uncertainty": "What else it could be.",
        "process": "How we talk, not what about.",
        "balance": "Whether the three have had equal time.",
    }
)

# Who has to be there before a prompt can be put to them: any one of these parts will do.
HEARERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "family": ("family", "child"),
        "child": ("child",),
        "worker": ("worker", "referrer"),
        "self": ("facilitator",),
    }
)
