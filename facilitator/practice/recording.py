"""The practice family's plan and papers, for whoever looks round before there is an account.

Whatever holds for a real family holds here too: a copy comes only from ``Copy.for_reader``, and
paper only from a copy. The family is shipped, so what was made once is kept.
"""

from functools import cache

from facilitator import exchange
from facilitator.agenda import shipped
from facilitator.before_the_day import printing
from facilitator.copies import Copy
from facilitator.paper import press
from facilitator.paper.readers import Reader, readers_of
from facilitator.people import Role
from facilitator.plans import Plan
from facilitator.practice.prepared import prepared_record, shipped_record


@cache
def plan() -> Plan:
    """The practice family's plan: version 1, agreed on the day of its meeting."""
    return exchange.plan_of(shipped_record(), exchange.draft_of(shipped_record()))


@cache
def before_the_day() -> printing.Kept:
    """The practice meeting as it stood before its day."""
    known = exchange.of_record(prepared_record())
    agenda = shipped.load("family_group_conference")
    return printing.Kept(agenda, known.meeting, known.people, known.contributions)


@cache
def handout(name: str) -> bytes:
    """One paper that is printed before the day. Raises Refusal for one that there isn't."""
    return printing.handout(name, before_the_day(), practice=True)


@cache
def invitation(person_id: str) -> bytes:
    """One person's invitation. Raises Refusal where that person can't be invited."""
    return printing.invitation(person_id, before_the_day(), practice=True)


def readers() -> tuple[Reader, ...]:
    """Everybody who was part of the meeting, in the order of their seats."""
    return readers_of(plan(), {person.id: person.id for person in plan().people})


def invited() -> tuple[Reader, ...]:
    """Everybody who gets an invitation: all but whoever leads the meeting."""
    leads = {one.id for one in plan().people if one.role is Role.FACILITATOR}
    return tuple(one for one in readers() if one.person not in leads)


def plan_title() -> str:
    """What the family calls its plan."""
    line = plan().first("title")
    return line.words if line else "Our plan"


def first_child() -> str:
    """The name of the child whom the shipped questions ask about, as an example."""
    return next((child.short_name for child in plan().people.children), "the child")


def first_reader() -> Reader:
    """Whose copy to read first: that of whoever looks after the plan, if they hold one."""
    keeper = plan().first("plan_keeper")
    holders = [one for one in readers() if one.holds_one]
    return next((one for one in holders if keeper and one.person == keeper.by), holders[0])


@cache
def copy_for(reader_id: str) -> Copy:
    """That reader's copy. Raises Refusal where none can be made safely, with the reasons."""
    return Copy.for_reader(plan(), reader_id)


@cache
def paper_for(reader_id: str, edition: str) -> press.Printed:
    """That reader's copy on paper. Raises Refusal where it can't be made, with the reasons."""
    return press.printed(copy_for(reader_id), edition, practice=True)
