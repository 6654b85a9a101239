"""Today: the supervisor's home, what can't wait first; and a page for each group."""

from flask import abort, render_template, request

from facilitator import days
from facilitator.accounts.sessions import now, user
from facilitator.database import reading
from facilitator.supervising.blueprint import supervising
from facilitator.supervising.gathering import ZONE, group_of, today_of
from facilitator.supervising.waiting import HEADINGS, PAGE, nothing_of


@supervising.get("/today")
def today() -> str:
    """Everything that waits for this supervisor, in six groups; empty ones in one calm line."""
    at = now()
    with reading() as session:
        groups = today_of(session, user(), at)
    return render_template(
        "supervising/today.html",
        groups=[one for one in groups if one.count],
        calm=nothing_of(groups),
        day=days.day(at.astimezone(ZONE).date()),
    )


@supervising.get("/today/<group>")
def group(group: str) -> str:
    """One whole group, a page of it at a time."""
    if group not in HEADINGS:
        abort(404)
    number = _number(request.args.get("page", "1"))
    with reading() as session:
        found = group_of(session, user(), now(), group, first=(number - 1) * PAGE, many=PAGE)
    if number > 1 and not found.waiting:
        abort(404)
    return render_template(
        "supervising/group.html",
        group=found,
        number=number,
        count=max(1, -(-found.count // PAGE)),
        calm=nothing_of((found,)),
    )


def _number(typed: str) -> int:
    # Whole numbers as we write them; anything else, however long, is no page.
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 6 and typed[0] != "0"):  # noqa: PLR2004
        abort(404)
    return int(typed)
