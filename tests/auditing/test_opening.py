"""A plan as an audit opens it: which copies count, those of the record or those of the register."""

import pytest

from facilitator.accounts.sessions import now
from facilitator.auditing.opening import open_plan
from facilitator.auditing.rubric_here import rubric_here
from facilitator.copies import store as copies
from facilitator.database import reading, writing
from tests.auditing.at_the_look import Desk, a_desk
from tests.builders import handed
from tests.web import SAM


@pytest.fixture
def desk() -> Desk:
    return a_desk()


def suggested(desk: Desk) -> int | None:
    """What the machine says of copies and privacy."""
    with desk.app.app_context(), reading() as session:
        opened = open_plan(session, desk.meeting.id, rubric_here())
        assert opened is not None
        return opened.machine.ratings["Q19"].suggested


def test_copies_that_left_before_there_was_a_register_count_as_the_record_has_them(
    desk: Desk,
) -> None:
    assert suggested(desk) == 3


def test_once_a_copy_is_in_the_register_only_the_register_counts(desk: Desk) -> None:
    with desk.app.app_context(), writing() as session:
        row = handed(person="grace", at=now(), user_id=SAM.id)
        copies.hand_over(session, desk.meeting.id, row, desk.meeting.meeting.held_on)
    assert suggested(desk) == 0  # One of eleven has a row.
