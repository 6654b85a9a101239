"""One meeting's copies as pages to read: for the facilitator's eyes, and never to be printed."""

from functools import partial

from flask import url_for

from facilitator.copies import Copy
from facilitator.paper import press
from facilitator.paper.readers import readers_of
from facilitator.paper.showing import Shelf
from facilitator.refusals import Refusal
from facilitator.releasing.pages_opening import Desk


def shelf_of(desk: Desk) -> Shelf:
    """The copies of the agreed plan; none before the family has agreed it."""
    opened = desk.opened
    meeting_id = opened.kept.id
    return Shelf(
        title=opened.title,
        practice=opened.kept.practice,
        readers=readers_of(desk.plan, opened.ids) if desk.plan else (),
        back=("Who gets what", url_for("releasing.copies", meeting_id=meeting_id)),
        page_at=partial(url_for, "releasing.read_copy", meeting_id=meeting_id),
        paper_at=partial(url_for, "releasing.hand_over", meeting_id=meeting_id),
        copy_for=partial(_copy, desk),
        print=partial(press.printed, practice=opened.kept.practice),
        hands_over=True,
    )


def _copy(desk: Desk, person_id: str) -> Copy:
    """The copy as it would be, also while it waits for a second person's yes."""
    checked = desk.opened.gate.check_of(person_id)
    if checked.copy is None:
        raise Refusal(*checked.problems)
    return checked.copy
