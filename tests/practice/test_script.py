"""The practice family's day: what stands there before it, and what is offered line by line."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facilitator.canonical import freeze, thaw
from facilitator.contributions import Change, Contribution, Fields, Wording
from facilitator.contributions import store as contributions
from facilitator.database import writing
from facilitator.exchange import of_record
from facilitator.exchange.keeping import Reception, bring_in, take_out
from facilitator.kinds import KINDS, Holds
from facilitator.people import store as people
from facilitator.practice import prepared, script
from facilitator.practice.script import Offer
from tests.kept import NOW, SAM, a_kept_meeting, two_teams

SHIPPED = of_record(prepared.shipped_record())
PREPARED = of_record(prepared.prepared_record())


def as_said(offer: Offer) -> Contribution:
    """The line that an offer makes when it is kept as it is."""
    body = offer.body
    days = {one.key for one in KINDS[offer.kind].fields if one.holds is Holds.DAY}
    fields: Any = {
        key: date.fromisoformat(held) if key in days and held else freeze(held)
        for key, held in body.pop("fields").items()
    }
    return Contribution(id=offer.ref, fields=Fields(fields), **body)


def words_of(said: Contribution) -> tuple[str, str, str]:
    return (said.kind, said.words, said.by)


def test_every_line_of_the_family_was_either_there_before_the_day_or_is_offered_once() -> None:
    there = [words_of(one) for one in PREPARED.contributions]
    offered = [words_of(as_said(one)) for one in script.offers(())]
    assert Counter(there + offered) == Counter(words_of(one) for one in SHIPPED.contributions)
    assert (len(there), len(offered)) == (10, 70)


def test_before_the_day_stand_the_worker_s_part_and_what_a_child_said_at_home() -> None:
    assert [(one.kind, one.id) for one in PREPARED.contributions] == [
        ("worry", "w1"),
        ("worry", "w2"),
        ("bottom_line", "b1"),
        ("bottom_line", "b2"),
        ("bottom_line", "b3"),
        ("question", "share.questions.0"),
        ("question", "share.questions.1"),
        ("question", "share.questions.2"),
        ("if_no_plan", "share.if_no_plan"),
        ("child_view", "child_views.0"),
    ]
    view = PREPARED.contributions[-1]
    assert (view.by, view.fields.day("date")) == ("jaydon", date(2027, 2, 20))
    assert not view.fields.ids("shown_by")  # There are no steps yet.


def test_before_the_day_nothing_is_known_of_how_it_went() -> None:
    meeting, document = PREPARED.meeting, prepared.prepared_record().document
    assert (meeting.stages, meeting.private, meeting.end, meeting.plan_given_on) == (
        (),
        None,
        "",
        None,
    )
    assert document["facilitator_notes"]["text"] == document["meeting"]["plan_given_note"] == ""
    assert "AUDIT-C" in document["professional_notes"]["text"]
    assert PREPARED.people.safety == SHIPPED.people.safety
    for before, after in zip(PREPARED.people, SHIPPED.people, strict=True):
        assert before == replace(after, copying=before.copying)
        assert before.copying
        assert before.copying.on is None
        assert before.copy_kind is after.copy_kind


def test_no_offer_would_take_the_place_of_a_prepared_line() -> None:
    refs = [one.ref for one in script.offers(())]
    assert len(set(refs)) == len(refs)
    assert not {one.id for one in PREPARED.contributions} & set(refs)
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]{1,64}", ref) for ref in refs)


def test_what_is_there_is_not_offered_again_and_the_next_line_is_the_first() -> None:
    every = script.offers(())
    assert every[0].shown.startswith("Grandad said grace")
    assert script.offers({every[0].ref, every[2].ref})[:2] == (every[1], every[3])
    assert script.offers({one.ref for one in every}) == ()


def test_the_stages_come_in_the_order_of_the_day_and_each_line_after_those_it_answers() -> None:
    every = script.offers(())
    stages = [one.stage for one in every]
    assert sorted(stages, key=("open", "share", "agree").index) == stages
    there = {one.id for one in PREPARED.contributions}
    for one in every:
        for field in KINDS[one.kind].fields:
            if field.holds is Holds.LINES:
                assert set(one.fields.get(field.key, ())) <= there, one.ref
        there.add(one.ref)


@pytest.mark.parametrize(
    ("ref", "says", "shown"),
    [
        ("day.open.how_started", "You see", "Grandad said grace and Nan poured the tea. "),
        ("day.open.agreements.0", "The family says", "No shame in this room."),
        ("s1", "Nan says", "Charlene asked for help herself. "),
        ("day.share.not_known.1", "Megan says", "We do not know yet if twelve weeks "),
        ("a1", "Nan and Grandad say", "Look after Tiana and Jaydon at our house."),
        ("day.plan.support_requests.2", "The family asks Megan", "A place on the day programme"),
        ("day.plan.contingency.3", "The family says", "If Tiana is scared: She shows the red card"),
        ("day.plan.disagreements.0", "Dad and Farah say", "How long should it be? Dad: Twelve "),
        ("day.meeting.plan_title", "The family says", "Our plan is called “Holding hands till"),
        ("day.plan.plan_keeper", "The family says", "Auntie Bev looks after our plan."),
        ("day.plan.tell.0", "Nan says", "I will tell Miss Ali, Tiana's teacher."),
        (
            "day.plan.review",
            "The family says",
            "We meet again on Saturday 22 May 2027 at 10am, in New Hope Church hall.",
        ),
        ("day.plan.agreement.2", "Nan says", "Yes."),
        ("day.plan.agreement.7", "Tiana says", "Yes but I still want Easter."),
    ],
)
def test_an_offer_says_who_speaks_and_what(ref: str, says: str, shown: str) -> None:
    (offer,) = (one for one in script.offers(()) if one.ref == ref)
    assert offer.says == says
    assert offer.shown.startswith(shown)


def test_every_offer_has_something_to_show() -> None:
    assert all(one.says and one.shown for one in script.offers(()))


def test_only_the_practice_family_s_own_meeting_is_offered_anything() -> None:
    practice = a_kept_meeting(PREPARED.meeting, practice=True)
    assert script.offers_for(practice, ()) == script.offers(())
    assert script.find_offer(practice, "s1") == next(
        one for one in script.offers(()) if one.ref == "s1"
    )
    assert script.find_offer(practice, "w1") is None
    real = a_kept_meeting(PREPARED.meeting)
    other = a_kept_meeting(practice=True)
    for kept in (real, other):
        assert script.offers_for(kept, ()) == ()
        assert script.find_offer(kept, "s1") is None


def test_what_a_page_does_with_one_offer_changes_no_other() -> None:
    before = script.offers(())[-1]
    before.body["fields"]["answer"] = "no"
    assert script.offers(())[-1].body["fields"]["answer"] == "yes"


def kept_as_offered(folder: Path) -> dict[str, Any]:
    """The record that goes out when every offer was kept as it is."""
    with two_teams(folder), writing() as session:
        reception = Reception(owner=SAM, at=NOW, practice=True)
        kept = bring_in(session, prepared.prepared_record(), reception).kept
        everybody = people.load(session, kept.id)
        for offer in script.offers(()):
            change = Change(
                said=as_said(offer), key=f"k-{offer.ref}", based_on=0, typed_by=SAM.id, at=NOW
            )
            assert isinstance(contributions.save(session, kept.id, change, everybody), Wording)
        made: dict[str, Any] = without_nobody(thaw(take_out(session, kept.id).document))
    return made


def without_nobody(value: Any) -> Any:
    """A line that was made here says that nobody is named ("by": ""); a recorded one may not."""
    if isinstance(value, dict):
        return {
            key: without_nobody(held) for key, held in value.items() if (key, held) != ("by", "")
        }
    return [without_nobody(one) for one in value] if isinstance(value, list) else value


def test_all_offers_kept_make_the_shipped_record_but_for_what_only_the_day_knows(
    tmp_path: Path,
) -> None:
    made = kept_as_offered(tmp_path)
    shipped: Any = thaw(prepared.shipped_record().document)
    assert made != shipped
    for key in ("end", "plan_given_date", "plan_given_note", "stages"):
        made["meeting"][key] = shipped["meeting"][key]
    made["private"] = shipped["private"]
    made["facilitator_notes"]["text"] = shipped["facilitator_notes"]["text"]
    for mine, theirs in zip(made["people"], shipped["people"], strict=True):
        if "date" in theirs["copy"]:
            mine["copy"]["date"] = theirs["copy"]["date"]
    made["child_views"].reverse()  # Jaydon's was there a week before Tiana's.
    for mine, theirs in zip(made["child_views"], shipped["child_views"], strict=True):
        for key in ("shown_by", "could_not", "copy_told"):
            mine[key] = theirs[key]
    assert made == shipped
