"""Marked secrets of 200 meetings: none stands in any copy, on any page, in any plain text."""

from collections.abc import Callable, Iterator, Mapping

import pytest

from facilitator import exchange
from facilitator.copies import Copy
from facilitator.paper import press
from facilitator.paper.plain import plain_text
from facilitator.people import CopyKind
from facilitator.plans import Plan
from facilitator.record import Record
from facilitator.refusals import Refusal
from tests.proofs.canaries import Planting, a_meeting, forbidden, found_in

MEETINGS, AT_ONCE = 200, 25


def plan_of(meeting: Planting) -> Plan:
    record = Record(meeting.document)
    return exchange.plan_of(record, exchange.draft_of(record))


def copies_of(plan: Plan) -> Iterator[Copy]:
    """Every copy of a plan that may leave at all."""
    for person in plan.people:
        try:
            yield Copy.for_reader(plan, person.id)
        except Refusal:
            continue


def texts_of(copy: Copy) -> Mapping[str, str]:
    """The copy as a document and as a page."""
    edition = press.CHILD if copy.kind is CopyKind.CHILD else press.STANDARD
    return {"document": copy.canonical.decode(), "page": press.page(copy, edition)}


def more_texts_of(copy: Copy) -> Mapping[str, str]:
    """What else is made of a copy, but for its paper."""
    texts = {
        "large print": press.page(copy, press.LARGE_PRINT),
        "plain text": plain_text(copy),
    }
    if copy.kind is not CopyKind.CHILD:
        texts["page 1 alone"] = press.page_one_article(copy, press.STANDARD)
    return texts


def leaks_of(seed: int, texts: Callable[[Copy], Mapping[str, str]]) -> tuple[int, list[str]]:
    """How many copies one meeting has, and every secret that stands in one of them."""
    meeting = a_meeting(seed)
    made, leaks = 0, []
    for copy in copies_of(plan_of(meeting)):
        made += 1
        marks = tuple(forbidden(meeting.marks, copy.reader.id))
        for name, text in texts(copy).items():
            leaks += [
                f"meeting {seed}, {copy.kind.value} of {copy.reader.id}, {name}: {where}"
                for where in found_in(text, marks)
            ]
    return made, leaks


def test_every_meeting_has_thirty_marked_secrets_in_thirty_places() -> None:
    meetings = [a_meeting(seed) for seed in range(20)]
    assert all(len(meeting.marks) >= 30 for meeting in meetings)
    assert len({mark.where for meeting in meetings for mark in meeting.marks}) >= 30
    for meeting in meetings:
        assert len({mark.word for mark in meeting.marks}) == len(meeting.marks)


def test_every_secret_is_read_with_its_meeting() -> None:
    for seed in range(20):
        meeting = a_meeting(seed)
        held = str(Record(meeting.document).document)
        assert found_in(held, meeting.marks) == [mark.where for mark in meeting.marks]


@pytest.mark.parametrize("first", range(0, MEETINGS, AT_ONCE))
def test_no_secret_stands_in_any_copy_of_any_meeting(first: int) -> None:
    tried = [leaks_of(seed, texts_of) for seed in range(first, first + AT_ONCE)]
    assert [leak for _, leaks in tried for leak in leaks] == []
    assert sum(made for made, _ in tried) >= AT_ONCE


def test_no_secret_stands_in_large_print_in_plain_text_or_on_page_one_alone() -> None:
    tried = [leaks_of(seed, more_texts_of) for seed in range(0, MEETINGS, 10)]
    assert [leak for _, leaks in tried for leak in leaks] == []


def test_a_secret_in_a_copy_is_noticed() -> None:
    def leaking(copy: Copy) -> Mapping[str, str]:
        return {"page": f"{press.page(copy, press.LARGE_PRINT)}<p>{told}</p>"}

    told = next(m for m in a_meeting(6).marks if m.where == "people.note").word.upper()
    made, leaks = leaks_of(6, leaking)
    assert made
    assert len(leaks) == made


def test_who_may_see_a_secret_does_so_that_looking_for_it_can_find_it() -> None:
    found: set[str] = set()
    for seed in range(40):
        meeting = a_meeting(seed)
        for copy in copies_of(plan_of(meeting)):
            theirs = [mark for mark in meeting.marks if copy.reader.id in mark.seen_by]
            found.update(found_in(" ".join(texts_of(copy).values()), theirs))
    assert found == {
        "people.needs",
        "hidden item",
        "child view for a few",
        "sent words for a few",
        "answer for a few",
        "a step of somebody else's",
    }
