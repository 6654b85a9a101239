"""One plan, many safe copies."""

import json
from dataclasses import replace

import pytest

from facilitator.copies import Copy
from facilitator.people import Attendance, Copying, CopyKind, Need
from facilitator.refusals import Refusal
from tests.builders import MEETING_DAY, copy, hidden, kept_away, people, plan, said, step
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA, SAM

CLINIC = hidden("clinic at Moor House", "sam", "ellie_page")
HIDING = people(hidden_items=(CLINIC,))


def words(made: Copy) -> list[str]:
    return [line.words for line in made.plan.lines]


def test_a_copy_can_be_made_in_one_place_only() -> None:
    made = copy("nan", step())
    with pytest.raises(TypeError, match=r"Copy\.for_reader"):
        Copy(
            reader=made.reader,
            kind=made.kind,
            plan=made.plan,
            page_one=made.page_one,
            lists=made.lists,
        )


def test_family_holds_the_whole_plan() -> None:
    assert words(copy("nan", step(), said("worry", "Late nights.", by="priya"))) == [
        "Walk Ellie to school.",
        "Late nights.",
    ]


def test_a_supporter_holds_their_own_part() -> None:
    made = copy(
        "sam",
        step("Walk Ellie to school.", who=("sam",)),
        step("Cook on Fridays.", who=("nan",)),
        step("Wash up.", who=("nan",), checked_by="sam"),
        step("Paint the shed.", who=("nan",), share_with=("sam",)),
        said("need", "Mum needs Sam to ring.", by="nan"),
        said("strength", "Ellie laughs a lot.", by="sam"),
        said("strength", "Nan bakes.", by="sam", name_shown=False),
        said("title", "Home by summer"),
    )
    assert words(made) == [
        "Walk Ellie to school.",
        "Wash up.",
        "Paint the shed.",
        "Mum needs Sam to ring.",
        "Ellie laughs a lot.",
        "Home by summer",
    ]


def test_a_childs_page_holds_what_was_chosen_for_it_and_the_childs_own_words() -> None:
    made = copy(
        "ellie",
        said(
            "child_view", "I want a dog.", by="ellie", could_not="She asked for a dog.", how="said"
        ),
        step("See Mum. If she has had a drink, we go home.", page_one="See Mum."),
        step("Read to Ellie.", share_with=("ellie",)),
        step("Ring the clinic."),
        said("worry", "Ellie is tired.", by="priya"),
    )
    assert words(made) == ["I want a dog.", "See Mum.", "Read to Ellie."]
    assert "She asked" not in made.canonical.decode()


def test_whoever_is_shut_out_gets_no_copy_and_the_reason_is_said() -> None:
    everyone = people(restrictions=(kept_away("dean", rule="No contact with Kerry."),))
    with pytest.raises(Refusal, match="No contact with Kerry"):
        copy("dean", step(), of=everyone)


def test_a_plan_lists_no_copy_for_somebody_who_is_shut_out() -> None:
    everyone = people(restrictions=(kept_away("dean"),))
    seen = copy("nan", step(), of=everyone).plan.people.load("dean")
    assert seen.copy_kind is CopyKind.NONE


def test_a_person_who_is_to_have_no_copy_gets_none() -> None:
    everyone = people()
    sam = everyone.load("sam")
    assert sam.copy_kind is CopyKind.OWN_PART
    with pytest.raises(Refusal, match="There is nobody called 'bob'"):
        copy("bob", step())


def test_a_line_that_holds_something_hidden_is_left_out_whole_with_no_gap_to_see() -> None:
    lines = (
        step("Ring Sam.", id="a1", who=("sam",), links=("n1",)),
        step("Take Mum to Moor House with Sam.", id="a2", links=("n1",)),
        step("Walk with Sam.", id="a3"),
        said("need", "Sam needs to know who drives.", id="n1"),
    )
    document = copy("sam", *lines, of=HIDING).document
    assert [line["id"] for line in document["lines"]] == ["l1", "l2", "l3"]
    assert "Moor" not in json.dumps(document)


def test_a_reader_from_whom_nothing_is_hidden_sees_the_line() -> None:
    assert (
        "Moor House"
        in copy("nan", step("Go to the clinic at Moor House."), of=HIDING).canonical.decode()
    )


def test_a_hidden_item_in_the_readers_own_step_stops_and_asks() -> None:
    with pytest.raises(Refusal, match="their own step"):
        copy("sam", step("Drive Mum to Moor House.", who=("sam",)), of=HIDING)


@pytest.mark.parametrize(
    "line",
    [
        said("title", "From Moor House to home"),
        said("meet_again", date=MEETING_DAY, time="10:00", place="Moor House"),
    ],
)
def test_a_hidden_item_where_nothing_can_be_left_out_is_refused(line: object) -> None:
    with pytest.raises(Refusal, match="hidden from them"):
        copy("sam", line, of=HIDING)  # type: ignore[arg-type]


def test_a_meeting_place_that_is_hidden_is_not_said() -> None:
    made = plan(step(who=("sam",)), of=HIDING, place="Moor House, Exeter")
    assert Copy.for_reader(made, "sam").plan.meeting.place == ""
    assert Copy.for_reader(made, "nan").plan.meeting.place == "Moor House, Exeter"


def test_a_common_word_of_a_hidden_item_is_reported_and_not_left_out() -> None:
    hiding = people(hidden_items=(hidden("St Mary's Primary School", "sam"),))
    made = copy("sam", said("need", "Mary and Sam talk on Sundays."), of=hiding)
    assert words(made) == ["Mary and Sam talk on Sundays."]
    assert [miss.words for miss in made.near_misses] == ["Mary"]


def test_a_line_that_names_somebody_hidden_is_left_out_whole() -> None:
    hiding = people(hidden_items=(hidden("Priya", "nan"),))
    lines = (step("Ask about school.", who=("priya",)), step(), said("worry", "Late.", by="priya"))
    assert words(copy("nan", *lines, of=hiding)) == ["Walk Ellie to school."]


def test_somebody_hidden_in_the_readers_own_step_stops_and_asks() -> None:
    hiding = people(hidden_items=(hidden("Priya", "sam"),))
    with pytest.raises(Refusal, match="their own step"):
        copy("sam", step("Help with the form.", who=("sam", "priya")), of=hiding)


def test_the_last_gate_stops_what_no_line_holds() -> None:
    hiding = people(hidden_items=(hidden("Nan", "sam"),))
    with pytest.raises(Refusal, match="would show"):
        copy("sam", step(who=("sam",)), said("if_then", "Ring.", if_="x", who="nan"), of=hiding)


def test_a_family_worry_stands_without_a_name_unless_its_speaker_wants_it() -> None:
    unasked = said("worry", "I am tired.", by="mum", id="w1")
    shown = said("worry", "I am cold.", by="mum", id="w2", name_shown=True)
    workers = said("worry", "Two late nights.", by="priya", id="w3")
    assert [line.by for line in copy("nan", unasked, shown, workers).plan.lines] == [
        "",
        "mum",
        "priya",
    ]


def test_a_copy_carries_no_hidden_item_no_reason_and_no_restriction() -> None:
    everyone = people(hidden_items=(CLINIC,), restrictions=(kept_away("dean"),))
    made = copy("nan", step(), of=everyone)
    assert made.plan.people.safety.hidden_items == ()
    assert made.plan.people.safety.restrictions == ()
    assert "No contact" not in made.canonical.decode()


def test_a_gap_about_somebodys_need_is_seen_by_that_person_alone() -> None:
    everyone = people(replace(MUM, needs=(Need("someone beside me"),)), NAN)
    seen = {
        reader: [gap.code for gap in copy(reader, step(), of=everyone).plan.gaps]
        for reader in ("mum", "nan")
    }
    assert "need_unmet" in seen["mum"]
    assert "need_unmet" not in seen["nan"]


def test_an_own_part_shows_no_gap_about_lines_that_are_not_in_it() -> None:
    made = copy("sam", step("Bake.", who=()), step("Walk with Sam.", who=()), of=None)
    assert [gap.words for gap in made.plan.gaps if gap.code == "step_who"] == ["Walk with Sam."]


def test_the_document_names_nobody_whom_the_copy_does_not_name() -> None:
    document = copy("sam", step("Walk Ellie to school.", who=("sam",))).document
    assert "Priya" not in json.dumps(document)
    assert "Dean" not in json.dumps(document)


def test_a_list_leaves_out_whoever_is_hidden_and_the_route_that_is_hidden() -> None:
    sent = replace(SAM, copying=Copying(kind=CopyKind.FULL, how="by post to Fern Cottage"))
    everyone = people(
        MUM,
        NAN,
        sent,
        PRIYA,
        hidden_items=(hidden("Fern Cottage", "nan"), hidden("Priya Nair", "nan")),
    )
    made = copy("nan", step(), said("referrer_answer", by="priya", answer=""), of=everyone).lists
    assert [person.id for person in made.holders] == ["mum", "nan"]
    assert [person.id for person in made.attended] == ["mum", "nan"]


def test_an_own_part_lists_nobody_else() -> None:
    made = copy("sam", step(who=("sam",)))
    assert made.lists.attended == ()
    assert [person.id for person in made.lists.holders] == ["sam"]


def test_a_gap_that_names_somebody_hidden_is_not_shown() -> None:
    everyone = people(MUM, NAN, PRIYA, hidden_items=(hidden("Priya", "nan"),))
    gaps = [gap.code for gap in copy("nan", step(), of=everyone).plan.gaps]
    assert "no_referrer_answer" not in gaps
    assert "no_review" in gaps


def test_a_line_links_only_to_lines_that_the_reader_holds() -> None:
    lines = (
        step(who=("sam",), id="a1", links=("n1", "n2")),
        said("need", "Sam needs a lift.", id="n1"),
        said("need", "Mum needs rest.", id="n2"),
    )
    held = copy("sam", *lines).plan.lines
    assert held[0].fields.ids("links") == ("n1",)


def test_each_copy_has_a_hash_of_its_own() -> None:
    made = plan(step(who=("sam",)), said("worry", "Late.", by="priya"))
    hashes = {Copy.for_reader(made, reader).sha256 for reader in ("mum", "nan", "sam", "priya")}
    assert len(hashes) == 4
    assert made.sha256 not in hashes


def test_whoever_holds_the_whole_plan_reads_that_something_is_not_sorted_and_nothing_of_it() -> (
    None
):
    loose = (said("unsorted", "The bus to Moor House."), said("need", "", by="nan"))
    gaps = {
        reader: {gap.code for gap in copy(reader, step(who=("sam",)), *loose).plan.gaps}
        for reader in ("mum", "ellie", "sam")
    }
    assert {reader for reader, codes in gaps.items() if "unsorted" in codes} == {"mum"}
    assert not any("unfinished" in codes for codes in gaps.values())
    assert "Moor House" not in copy("mum", step(), *loose).canonical.decode()


def test_a_copy_does_not_say_when_a_worry_was_shown_nor_why_it_is_new() -> None:
    worry = said("worry", "Late.", by="priya", shown_on=MEETING_DAY, new_today="Last night.")
    (line,) = copy("mum", worry).document["lines"]
    assert line.keys() == {"id", "kind", "words", "by"}


def test_words_that_are_never_printed_neither_bring_a_line_to_a_copy_nor_keep_it_away() -> None:
    worry = said("worry", "Late.", by="priya", new_today="Sam told me at Moor House.")
    assert copy("sam", worry).plan.lines == ()
    hiding = people(hidden_items=(hidden("Moor House", "mum"),))
    assert words(copy("mum", worry, of=hiding)) == ["Late."]


@pytest.mark.parametrize("reader", ["ellie", "mum"])
def test_no_paper_sends_a_child_to_somebody_who_must_keep_away(reader: str) -> None:
    ellie = replace(ELLIE, safe_adults=("nan", "dean", "sam", "gone"))
    out = replace(SAM, attended=Attendance.EXCLUDED)
    order = kept_away("dean", protects=("ellie",))
    everyone = people(MUM, ellie, NAN, out, DEAN, restrictions=(order,))
    seen = copy(reader, step(), of=everyone).plan.people.load("ellie")
    assert seen.safe_adults == ("nan",)
    ended = replace(order, until=MEETING_DAY.replace(day=1))
    everyone = people(MUM, ellie, NAN, out, DEAN, restrictions=(ended,))
    assert copy(reader, step(), of=everyone).plan.people.load("ellie").safe_adults == (
        "nan",
        "dean",
    )
