"""The paper beside an audit: the plan that the family holds, and a place for each line."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from facilitator.auditing.opening import OpenedPlan
from facilitator.auditing.plan_shown import PlanShown, anchor, drawn, plan_shown
from facilitator.audits import Audited, shipped
from facilitator.audits.audited import FOR_SOME
from facilitator.contributions import Contribution
from facilitator.meetings import KeptMeeting
from facilitator.people import Copying, CopyKind, People
from facilitator.plans import Agreed, Plan
from tests import builders
from tests.audits.recorded import CAMPBELL, PEARCE, audited, document
from tests.builders import said, step
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA, SAM

MEETING = UUID("019f1234-5678-7abc-8def-0123456789ab")
SEEN = step("Walk Ellie to school.", id="a1")


def opened(plan: Plan, found: Audited | None = None) -> OpenedPlan:
    kept = KeptMeeting(id=MEETING, meeting=plan.meeting, team_id=MEETING, owner_id=MEETING)
    agreed = Agreed(plan=plan, at=datetime(2027, 3, 6, tzinfo=UTC), kept_by=MEETING)
    return OpenedPlan(kept, agreed, found or Audited.of(plan), shipped())


@cache
def recorded(path: Path) -> OpenedPlan:
    found = audited(document(path))
    return opened(found.plan, found)


def shown(*contributions: Contribution, of: People | None = None) -> PlanShown:
    return plan_shown(opened(builders.plan(*contributions, of=of or builders.people())))


@pytest.mark.parametrize("path", [CAMPBELL, PEARCE])
def test_whatever_is_quoted_has_one_place_to_go_to(path: Path) -> None:
    here = recorded(path)
    places = re.findall(r' id="(line-[^"]*)"', drawn(here))
    machine = here.mask.document(here.machine.document)
    found = (one for each in machine["commitments"].values() for one in each)
    quoted = {anchor(one["line"]) for one in found if not one["line"].startswith("people.")}
    assert quoted <= set(places)
    assert len(places) == len(set(places))


def test_a_line_is_found_inside_the_plan_rather_than_on_page_one() -> None:
    on_page_one = step("Walk Ellie to school.", id="a1", page_one=True)
    article = shown(on_page_one, said("title", "Ours", id="t")).article
    inside = article.index('<article class="inside">')
    assert article.index(anchor("a1")) > inside > article.index(anchor("t"))


def test_it_is_the_copy_of_whoever_looks_after_the_plan() -> None:
    keeper = said("plan_keeper", by="nan", id="k")
    assert (shown(SEEN, keeper).whose, shown(SEEN, keeper).keeps) == ("Nan", True)
    assert (shown(SEEN).whose, shown(SEEN).keeps) == ("Mum", False)


def test_where_the_keeper_has_no_whole_plan_it_is_the_first_grown_up_who_has() -> None:
    part = replace(NAN, copying=Copying(kind=CopyKind.OWN_PART))
    everyone = builders.people(ELLIE, part, PRIYA, DEAN)
    found = shown(SEEN, said("plan_keeper", by="nan", id="k"), of=everyone)
    assert (found.whose, found.keeps) == (
        opened(builders.plan(of=everyone)).mask.name("dean"),
        False,
    )


def test_where_nobody_has_the_whole_plan_its_lines_stand_one_by_one() -> None:
    found = shown(SEEN, of=builders.people(ELLIE, PRIYA))
    assert (found.whose, found.article) == ("", "")
    assert [one.line for one in found.beside] == [anchor("a1")]
    assert "Ellie" not in found.beside[0].quote


def test_whoever_is_shut_out_lends_no_copy() -> None:
    away = builders.kept_away("mum", protects=("ellie",))
    everyone = builders.people(MUM, ELLIE, NAN, restrictions=(away,))
    assert shown(SEEN, of=everyone).whose == "Nan"


def test_words_for_a_few_ears_are_not_for_whoever_looks_at_the_plan() -> None:
    sent = said("sent_words", "I cried.", id="w", by="sam", may_hear=("nan",), how="by letter")
    for reader in (MUM, NAN):  # Nan may hear them, and Mum may not.
        plan = builders.plan(SEEN, sent, of=builders.people(reader, SAM))
        html = drawn(opened(plan))
        assert "I cried" not in html
        assert FOR_SOME in html
        assert anchor("w") in html


def test_nobody_is_named_and_everybody_is_told_apart() -> None:
    html = drawn(recorded(CAMPBELL))
    assert not re.search(r"Tiana|Jaydon|Charlene|Campbell|Moor House|07700", html)
    assert re.search(r"<strong>\w+ \(child, 8\)</strong>: daughter", html)


def test_its_headings_stand_below_those_of_the_page_and_it_has_no_boxes_to_tick() -> None:
    html = drawn(recorded(CAMPBELL))
    assert not re.search("<h1|</h1|How is it going", html)
    assert html.count('class="app-paper-h1"') == 1
    assert "Saturday 27 February 2027" in html


def test_why_hard_words_stay_is_said_below() -> None:
    plan = builders.plan(SEEN)
    kept = said("kept_wording", "Ellie calls it so.", kept="funny turns", about=("a1",))
    html = drawn(opened(plan, Audited.of(plan, (kept,))))
    assert "“funny turns”:" in html
    assert "Ellie calls" not in html
