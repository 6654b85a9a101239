"""Stops that are a list of lines: a bad day, help, both sides, who keeps it, next time."""

from uuid import UUID

from facilitator import days
from facilitator.agreeing import asking
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.frame import drawn
from facilitator.agreeing.opening import Opened, open_for_user
from facilitator.contributions import Wording
from facilitator.database import reading
from facilitator.paper.phrases import Names


@agreeing.get("/meetings/<uuid:meeting_id>/agree/bad-day")
def bad_day(meeting_id: UUID) -> str:
    """What we do if something goes wrong, one by one: ring first, ring next, 999."""
    return _page("bad_day.html", "bad_day", _opened(meeting_id), "if_then")


@agreeing.get("/meetings/<uuid:meeting_id>/agree/help")
def help_asked(meeting_id: UUID) -> str:
    """Each request with its answer: yes, no and why, not yet and who decides by when."""
    return _page("help.html", "help", _opened(meeting_id), "request")


@agreeing.get("/meetings/<uuid:meeting_id>/agree/differences")
def differences(meeting_id: UUID) -> str:
    """Where people don't agree: each side, and what happens next."""
    return _page("differences.html", "differences", _opened(meeting_id), "disagreement")


@agreeing.get("/meetings/<uuid:meeting_id>/agree/keeper")
def keeper(meeting_id: UUID) -> str:
    """Who in the family looks after the plan, and what keeps everybody going."""
    return _page("keeper.html", "keeper", _opened(meeting_id), "plan_keeper", "keep_going")


@agreeing.get("/meetings/<uuid:meeting_id>/agree/meet-again")
def meet_again(meeting_id: UUID) -> str:
    """When we meet again, what would make us meet sooner, and who has to be told."""
    kinds = ("meet_again", "meet_sooner", "telling")
    return _page("meet_again.html", "meet_again", _opened(meeting_id), *kinds)


def _opened(meeting_id: UUID) -> Opened:
    with reading() as session:
        return open_for_user(session, meeting_id)


def _page(template: str, stop: str, opened: Opened, *kinds: str) -> str:
    def of(kind: str) -> tuple[Wording, ...]:
        return opened.of_kind(kind)

    return drawn(
        template,
        opened,
        stop,
        of=of,
        the_one={kind: _the_one(opened, kind) for kind in kinds},
        gone=[one for one in opened.left_out if one.said.kind in kinds],
        names=Names(opened.people),
        day_of=lambda day: days.day_beside(day, opened.day) if day else "",
        at=lambda time: days.time_of_day(time) if days.find_time(time) else time,
        asks=asking.could_ask(opened.agenda, opened.people, stop),
    )


def _the_one(opened: Opened, kind: str) -> Wording | None:
    """The line of a kind of which the plan holds one: the last that says enough."""
    in_plan = {one.id for one in opened.draft.lines}
    return next((one for one in opened.of_kind(kind) if one.said.id in in_plan), None)
