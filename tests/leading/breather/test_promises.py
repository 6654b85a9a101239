"""What kept each of the fifteen commitments is told in words and counts."""

from dataclasses import replace

import pytest

from facilitator.agenda import LeftOut, shipped
from facilitator.contributions import Contribution
from facilitator.five_rs import COMMITMENTS, PRINCIPLES
from facilitator.leading.breather.promises import Promise, promises
from tests.builders import said

AGENDA = shipped.load("family_group_conference")


def promise(commitment: str, asked: tuple[str, ...] = (), *lines: Contribution) -> Promise:
    found = [one for r in promises(AGENDA, asked, lines) for one in r.promises]
    return next(one for one in found if one.commitment.id == commitment)


def to(prompt: str, words: str) -> Contribution:
    return replace(said("strength", words), prompt=prompt)


def test_all_fifteen_stand_under_their_rs() -> None:
    told = promises(AGENDA, (), ())
    assert [r.name for r in told] == [one.name for one in PRINCIPLES]
    assert [one.commitment.id for r in told for one in r.promises] == list(COMMITMENTS)


def test_what_was_not_asked_is_said_plainly_and_a_question_is_offered() -> None:
    fresh = promise("RSL-2")
    assert fresh.sentence == "Not asked yet."
    assert fresh.offer is not None
    assert fresh.offer.core
    assert fresh.offer.stage == "share"


def test_questions_asked_and_lines_said_to_them_are_counted() -> None:
    keeping = [one.id for one in AGENDA.keeping("RSL-2") if one.stage == "share"]
    lines = (to(keeping[0], "a"), to(keeping[0], "b"), to(keeping[1], "c"))
    assert promise("RSL-2", (keeping[0],)).sentence == "1 question asked. No line was said to it."
    assert promise("RSL-2", (), *lines[:1]).sentence == "1 question asked. 1 line said to it."
    assert promise("RSL-2", (), *lines).sentence == "2 questions asked. 3 lines said to them."


@pytest.mark.parametrize("commitment", COMMITMENTS)
def test_only_what_may_be_asked_in_the_room_is_offered(commitment: str) -> None:
    seen: set[str] = set()
    while (offer := promise(commitment, tuple(seen)).offer) is not None:
        assert offer.stage in ("open", "share", "agree", "review")
        assert offer.to not in ("self", "card")
        assert offer.id not in seen
        seen.add(offer.id)


def test_a_commitment_that_this_kind_of_meeting_leaves_out_says_why() -> None:
    why = "Nobody asks about risk in a circle."
    circle = replace(AGENDA, prompts=(), left_out=(LeftOut("RSP-3", why),))
    told = {one.commitment.id: one for r in promises(circle, (), ()) for one in r.promises}
    assert told["RSP-3"].sentence == f"This kind of meeting leaves it out. {why}"
    assert told["RSP-2"].sentence == "Not asked yet."
