"""What must never happen to a family: N1 to N4 and N10 to N20, each by its name.

N5 to N9 are about private time and screens: ``test_never_on_a_screen.py``.
"""

import ast
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from facilitator.agreeing import answers_rule, readings_rule, referrer_rule
from facilitator.agreeing.answers_rule import AskedAnswer
from facilitator.agreeing.readings_rule import AskedReading
from facilitator.agreeing.referrer_rule import AskedOfReferrer
from facilitator.before_the_day.invitation import invitation_for
from facilitator.contributions import Change, revised
from facilitator.copies import Copy, How
from facilitator.database import new_id
from facilitator.paper import press
from facilitator.paper.plain import plain_text
from facilitator.people import Attendance, Copying, CopyKind, Person, Role
from facilitator.plans import Agreed, Plan
from facilitator.plans.agreed import Version, next_plan, refuse_what_does_not_follow
from facilitator.plans.changes import between
from facilitator.preparing.safety.same_room import must_be_sorted
from facilitator.preparing.tasks.listing import shown_before
from facilitator.refusals import Refusal
from facilitator.walk import Presence, What
from facilitator.walk.presence import let_in
from tests.builders import (
    MEETING_DAY,
    copy,
    draft,
    handed,
    hidden,
    kept_away,
    meeting,
    people,
    plan,
    said,
    step,
)
from tests.house_rules import house
from tests.paper.printed import by_pdftotext
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA
from tests.proofs.channels import read
from tests.walk.happened import happened

AT = datetime(2027, 3, 6, 14, tzinfo=UTC)
SOMEBODY = new_id()
ORDER = kept_away("dean", protects=("mum",), rule="No contact with Kerry.")
HIDDEN = hidden("refuge at Fern Cottage", "sam")
KHAN = Person(id="khan", name="Sana Khan", called="Ms Khan", role=Role.INTERPRETER, relationship="")


def test_n1_nobody_under_an_order_shares_a_room_a_call_or_an_invitation_with_whom_it_protects() -> (
    None
):
    there = people(MUM, replace(DEAN, attended=Attendance.BY_PHONE), NAN, restrictions=(ORDER,))
    assert must_be_sorted(there, MEETING_DAY)
    with pytest.raises(Refusal):
        invitation_for("dean", meeting(), there, ())
    for invited in ("mum", "nan"):
        assert "Dean" not in invitation_for(invited, meeting(), there, ()).who
    present = Presence.of(people(MUM, DEAN, NAN, restrictions=(ORDER,)), ())
    with pytest.raises(Refusal, match="must not be in one room or call"):
        let_in("dean", present, there, happened(What.CAME_IN, "dean"))


def test_n2_whoever_is_shut_out_gets_no_copy_of_any_kind() -> None:
    for kind in CopyKind:
        asked = replace(DEAN, copying=Copying(kind=kind))
        with pytest.raises(Refusal):
            copy("dean", step(), of=people(MUM, asked, NAN, restrictions=(ORDER,)))


def test_n3_a_hidden_item_is_nowhere_in_a_paper_of_whom_it_is_hidden_from(tmp_path: Path) -> None:
    lines = (
        step("Drive Sam to school.", who=("sam",)),
        step("Post for Sam goes to Fern Cottage."),
        said("worry", "Sam may find fern cottage."),
        said("need", "Sam needs a place at the F.C. by Friday."),
    )
    made = copy("sam", *lines, of=people(hidden_items=(HIDDEN,)))
    printed = press.printed(made, press.STANDARD)
    paper = tmp_path / printed.file_name
    paper.write_bytes(printed.pdf)
    for channel, text in read(paper).items():
        assert "fern" not in text.casefold(), channel
        assert "cottage" not in text.casefold(), channel
    open_copy = copy("nan", *lines, of=people(hidden_items=(HIDDEN,)))
    assert "Fern Cottage" in open_copy.canonical.decode()


def test_n4_nothing_shows_that_something_is_left_out() -> None:
    told = (
        step("Take Sam to Fern Cottage.", id="a1", who=()),
        # What is still open of it is said in words that hide nothing.
        step("Ring the driver.", id="a4", who=(), how_often="each time from Fern Cottage"),
        said("worry", "Sam may find Fern Cottage.", id="w1"),
    )
    ring = step("Ring Sam.", id="a2", who=("sam",))
    walk, answer = (step("Walk with Sam.", id="a3", links=links) for links in ((), ("w1",)))
    hiding = people(hidden_items=(HIDDEN,))
    with_it, without = copy("sam", *told, ring, answer, of=hiding), copy("sam", ring, walk)
    assert with_it.document == without.document
    assert with_it.plan.lines == without.plan.lines
    assert press.page(with_it, press.STANDARD) == press.page(without, press.STANDARD)
    assert plain_text(with_it) == plain_text(without)


def test_n10_a_worry_that_the_family_did_not_see_before_the_day_is_said_to_be_new() -> None:
    worry = said("worry", "Late nights.", by="priya")
    assert not shown_before(worry, MEETING_DAY)
    on_the_day = said("worry", "Late nights.", by="priya", shown_on=MEETING_DAY)
    assert not shown_before(on_the_day, MEETING_DAY)
    before = said("worry", "Late.", by="priya", shown_on=MEETING_DAY - timedelta(days=1))
    assert shown_before(before, MEETING_DAY)


def test_n11_a_worker_never_changes_the_family_s_words() -> None:
    odd = "Nan , she SAID  it — “twice” ;"
    assert odd in json.dumps(copy("nan", step(odd)).document, ensure_ascii=False)
    exact = said("hope", "I want my mum.", id="h1", by="ellie", exact=True)
    everyone = people()
    first = Change(said=exact, key="a", based_on=0, typed_by=SOMEBODY, at=AT)
    kept = revised(None, first, everyone)
    mended = replace(first, said=replace(exact, words="Ellie misses Mum."), key="b", based_on=1)
    with pytest.raises(Refusal, match="exact words"):
        revised(kept, mended, everyone)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "reader",
    [
        NAN,
        ELLIE,
        replace(KHAN, relationship="Nan's friend"),
        replace(KHAN, age=15),
        replace(KHAN, relationship="Kerry's sister"),
        PRIYA,
        replace(NAN, relationship=""),
        replace(KHAN, role=Role.SUPPORTER),
    ],
    ids=lambda one: f"{one.called} {one.relationship} {one.age or ''} {one.role}",
)
def test_n12_no_child_relative_or_friend_interprets(reader: Person) -> None:
    there = people(MUM, *(one for one in (NAN, ELLIE, PRIYA) if one.id != reader.id), reader)
    asked = AskedReading(to="mum", language="Urdu", reader=reader.id, time="16:10")
    assert readings_rule.why_not(asked, there, "English")
    free = replace(asked, reader="khan")
    assert readings_rule.why_not(free, people(MUM, NAN, KHAN), "English") == ()


def test_n13_a_plan_says_that_the_worker_has_not_answered_and_no_answer_lacks_its_reason() -> None:
    made = copy("nan", step())
    assert "Priya has not said yes, no or not yet." in made.document["still_to_sort_out"]
    everyone = people()
    for answer in ("no", "not_yet"):
        bare = AskedOfReferrer(
            by="priya", answer=answer, on=MEETING_DAY, decides="Priya", answer_by=date(2027, 3, 12)
        )
        wrong = referrer_rule.why_not(bare, everyone, MEETING_DAY)
        assert [one.place for one in wrong] == ["reason"]
    late = AskedOfReferrer(by="priya", answer="yes", on=MEETING_DAY + timedelta(days=3))
    assert [one.place for one in referrer_rule.why_not(late, everyone, MEETING_DAY)] == ["reason"]


@pytest.mark.parametrize("kind", ["worry", "bottom_line", "need"])
def test_n14_what_no_step_meets_goes_out_as_still_to_sort_out(kind: str) -> None:
    open_line = said(kind, "Nobody is home at four.", id="x1")
    for reader in ("mum", "nan"):
        told = copy(reader, step(), open_line).document["still_to_sort_out"]
        assert any("Nobody is home at four." in one for one in told)
    met = copy("nan", step(links=("x1",)), open_line).document["still_to_sort_out"]
    assert not any("Nobody is home at four." in one for one in met)


def test_n15_a_child_s_words_reach_nobody_to_whom_the_child_said_no() -> None:
    view = said("child_view", "I am scared of nights.", by="ellie", may_hear=("nan",), how="said")
    holders = {
        one.id
        for one in people()
        if "scared of nights" in copy(one.id, step(), view).canonical.decode()
    }
    assert holders == {"ellie", "nan"}


def test_n16_a_route_is_asked_for_each_time_and_nothing_here_can_send() -> None:
    sent = handed(how=How.SAFE_ROUTE)
    yesterday = MEETING_DAY - timedelta(days=1)
    asked = replace(sent, route="by hand to her sister", asked_on=MEETING_DAY)
    assert asked.problems(MEETING_DAY) == ()
    for one in (sent, replace(asked, route=" "), replace(asked, asked_on=yesterday)):
        with pytest.raises(Refusal):
            one.refuse_unless_safe(MEETING_DAY)
    imported = {
        name.split(".")[0]
        for path in house.python_files()
        if str(path).startswith("facilitator/")
        for node in house.nodes(path)
        for name in _imports(node)
    }
    assert imported.isdisjoint({"smtplib", "email", "requests", "httpx", "ftplib", "socketserver"})


def _imports(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [one.name for one in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


@pytest.mark.parametrize("reader", ["nan", "ellie", "sam"])
def test_n17_every_page_says_which_version_and_of_what_day(reader: str, tmp_path: Path) -> None:
    lines = [step(f"Walk with Sam, the {n}th time.", who=("sam",), id=f"a{n}") for n in range(30)]
    agreed = draft(*lines, said("child_view", "A dog.", by="ellie", how="said")).agree(
        on=MEETING_DAY, code="CDFG-HJKM", version=3
    )
    made = Copy.for_reader(agreed, reader)
    printed = [press.printed(made, press.edition_of(made)), press.printed(made, press.LARGE_PRINT)]
    if reader != "ellie":
        printed.append(press.page_one(made, press.STANDARD))
    for at, one in enumerate(printed):
        paper = tmp_path / f"{at}.pdf"
        paper.write_bytes(one.pdf)
        for page in by_pdftotext(paper):
            assert "Plan 3, Saturday 6 March 2027." in page
    text = plain_text(made)
    assert text.count("Plan 3, Saturday 6 March 2027.") == 2


def test_n18_the_paper_is_no_contract_and_threatens_nobody() -> None:
    words = press.page(copy("mum", step()), press.STANDARD).casefold()
    assert "this plan is yours" in words
    assert "not a contract" in words
    threats = ("comply", "compliance", "breach", "failure to", "you must", "sanction", "signature")
    assert [one for one in threats if one in words] == []


@pytest.mark.parametrize("other", ["mum", "priya", "ellie"])
def test_n19_nobody_says_yes_for_somebody_else(other: str) -> None:
    asked = AskedAnswer(by="nan", agrees="yes", on=MEETING_DAY)
    assert answers_rule.why_not(asked, people()) == ()
    (wrong,) = answers_rule.why_not(replace(asked, through=other), people())
    assert "can't answer for Nan" in wrong.wrong
    child = AskedAnswer(by="ellie", agrees="yes", words="Good.", on=MEETING_DAY)
    assert answers_rule.why_not(child, people())
    left = [one for one in copy("mum", step()).plan.gaps if one.person == "nan"]
    assert [gap.code for gap in left] == ["no_answer"]


def test_n20_a_review_names_every_step_of_a_service_that_nobody_told_the_result_of() -> None:
    old = said("old_step", "The council mends the boiler.", id="o1", result="")
    told = copy("nan", step(), old).document["still_to_sort_out"]
    assert any("The council mends the boiler." in one for one in told)
    done = said("old_step", "The council mends the boiler.", id="o1", result="done")
    assert not any(
        "boiler" in one for one in copy("nan", step(), done).document["still_to_sort_out"]
    )
    service = step("The council mends the boiler.", id="a9", who=("priya",), kind_="service")
    first = plan(step(id="a1"), service)
    again = next_plan(draft(step(id="a1")), Agreed(first, AT, SOMEBODY), on=MEETING_DAY)
    (gone,) = between(first, again)
    assert (gone.what, gone.line.words) == ("gone", "The council mends the boiler.")
    silent = Agreed(again, AT, SOMEBODY, what_changed=" ")
    with pytest.raises(Refusal, match="what is different"):
        refuse_what_does_not_follow(silent, _version(first))


def _version(one: Plan) -> Version:
    return Version(
        number=one.version,
        code=one.code,
        agreed_on=one.agreed_on,
        at=AT,
        what_changed="",
        sha256=one.sha256,
    )
