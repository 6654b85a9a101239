"""Whoever audits a plan meets no real name: everybody has a made-up one, and the shape stays."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator import mentions
from facilitator.audits import audit
from facilitator.audits.masking import PRIVATE, Mask, names
from facilitator.people import People, Person, Role
from facilitator.plans import Plan
from tests import builders
from tests.audits.recorded import CAMPBELL, PEARCE, audited, document
from tests.people.cast import EVERYONE

MEETING = "019f1234-5678-7abc-8def-0123456789ab"
MARSHES = People(EVERYONE)


def mask(*texts: str, people: People = MARSHES) -> Mask:
    return Mask(people, MEETING, texts)


def test_a_child_stays_a_child_and_mum_stays_mum() -> None:
    masked = mask()
    assert masked.name("mum") == "Mum"
    assert masked.name("nan") == "Nan"
    assert masked.who("ellie") == f"{masked.name('ellie')} (child, 9)"
    assert masked.name("ellie") in names.FIRST
    assert masked.name("a stranger") == ""


def test_the_family_is_who_it_was_under_other_names() -> None:
    masked = mask().people(MARSHES)
    mum, ellie, nan = masked.load("mum"), masked.load("ellie"), masked.load("nan")
    assert mum.called == f"Mum / {mum.name}"
    assert nan.relationship == f"{mum.name}'s mum"
    assert [one.id for one in masked] == [one.id for one in MARSHES]
    assert (ellie.age, ellie.role, ellie.safe_adults) == (9, Role.CHILD, ("nan",))
    assert (mum.phone, nan.phone, ellie.phone) == (PRIVATE, PRIVATE, "")


def test_the_same_meeting_has_the_same_names_and_another_has_others() -> None:
    again = mask()
    assert [again.name(one.id) for one in MARSHES] == [mask().name(one.id) for one in MARSHES]
    other = Mask.of(MARSHES, "019f1234-5678-7abc-8def-0123456789ac")
    assert [again.text(one.name) for one in MARSHES] != [other.text(one.name) for one in MARSHES]


def test_no_two_people_share_a_name_however_many_they_are() -> None:
    ids = tuple(f"p{number}" for number in range(200))
    found = names.chosen(names.FIRST, ids, MEETING, lambda _: True)
    assert len(set(found.values())) == len(ids)


def test_no_made_up_name_stands_in_the_plan_already() -> None:
    before = mask().name("ellie")
    after = mask(f"{before} next door feeds the cat.").name("ellie")
    assert after != before


@pytest.mark.parametrize(
    "line",
    [
        "Ellie and Kerry walk home.",
        "ellie's bag",
        "ELLIE!",
        "Ellies bag and Kerry’s keys",
        "E l l i e",
        "Kerry Marsh, Ellie-Marsh",
        "Kery Marshs house",
        "Ms Marsh said so.",
        "the Marshes",
        "Joan  Penrose\nrang.",
        "Ask Okoro.",
        "Priya’s letter",
        "Dían? No: Déan.",
        "Кэрри Марш",
    ],
)
def test_every_way_of_naming_somebody_is_made_up(line: str) -> None:
    masked = mask().text(line)
    for one in MARSHES:
        found = mentions.find(mentions.Item(one.name), masked)
        assert [it for it in found if it.strength is mentions.Strength.SURE] == [], masked
    assert masked != line


def test_what_is_no_name_stays_as_it_was_written() -> None:
    masked = mask()
    for line in ("Mum and Nan pray.", "joy, grace and hope", "", "  "):
        assert masked.text(line) == line


def test_the_shape_of_a_name_stays() -> None:
    bev = builders.people(EVERYONE[0], *_called("bev", "Beverley Campbell", "Auntie Bev"))
    masked = mask(people=bev)
    made_up = masked.people(bev).load("bev").name
    assert masked.name("bev") == f"Auntie {made_up}"
    assert (
        masked.text("auntie bev and Bev Campbell's dog") == f"auntie {made_up} and {made_up}'s dog"
    )
    assert masked.text("Mrs Campbell") == f"Mrs {masked.text('Campbell')}"
    assert masked.text("BEV") == made_up.upper()


def _called(person_id: str, name: str, called: str) -> tuple[Person]:
    return (replace(EVERYONE[2], id=person_id, name=name, called=called),)


def test_a_month_and_a_wish_are_no_names() -> None:
    several = (*_called("may", "May Hill", "May"), *_called("will", "Will Hill", "Will"))
    masked = mask(people=People(several))
    may, will = masked.name("may"), masked.name("will")
    assert masked.text("Will you come in May?") == "Will you come in May?"
    assert masked.text("On 12 May Will rings May.") == f"On 12 May {will} rings {may}."


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("An Nguyen", "An apple for An, and a van.", "An apple for {first}, and a van."),
        ("Ludwig van Dyk", "The van is Ludwig's.", "The van is {first}'s."),
        ("Anne-Marie Jones", "Anne and Anne-Marie", "{first} and {first}"),
        ("Jean-Luc", "Luc rings.", "{first} rings."),
        ("Rose Green (neighbour)", "Green tea for Rose.", "Green tea for {first}."),
        ("Mr Green", "Mr Green has tea.", "Mr {last} has tea."),
        ("MGM", "MGM to support.", "MGM to support."),
    ],
)
def test_a_name_is_told_from_the_words_beside_it(name: str, line: str, expected: str) -> None:
    masked = mask(people=People(_called("it", name, name)))
    first = masked.people(People(_called("it", name, name))).load("it").name
    made_up = {"first": first.split(" ")[0], "last": first.split(" ")[-1]}
    assert masked.text(line) == expected.format(**made_up)


def test_names_of_people_who_were_not_there_are_made_up_too() -> None:
    for line in ("Ask Mrs Obafemi next door.", "Play with Poppy.", "Tariq's mum rings."):
        masked = mask().text(line)
        assert not {"Obafemi", "Poppy", "Tariq"} & set(masked.replace("'", " ").split(" ")), masked
        assert mask().text(masked) == masked


@pytest.mark.parametrize(
    "text",
    [
        "07700 900142",
        "+44 7700 900142",
        "oh seven seven double oh nine hundred one four two",
        "nan@example.org",
        "@star_noor",
        "EX4 3PQ",
        "12 Elm Road",
        "Flat 3, 12 Elm Road, EX4 3PQ",
        "ZE24C50123",
        "FL/2026/00319",
        "943476",
    ],
)
def test_what_leads_to_a_door_a_telephone_or_a_file_is_kept_private(text: str) -> None:
    assert mask().text(f"Write to {text} today.").replace(PRIVATE, "…") in (
        "Write to … today.",
        "Write to …, … today.",
        "Write to …, …, … today.",
    )


@pytest.mark.parametrize(
    "text", ["every night at 7.45pm", "by 8.50am on 27 February 2027", "2027-02-27, 16:30", MEETING]
)
def test_days_times_and_our_own_ids_stay(text: str) -> None:
    assert mask().text(text) == text


def test_what_is_hidden_from_anybody_is_kept_private() -> None:
    people = builders.people(hidden_items=(builders.hidden("clinic at Moor House", "sam"),))
    masked = mask(people=people)
    assert masked.text("Tuesdays: the clinic at Moor House.") == f"Tuesdays: the {PRIVATE}."
    assert masked.people(people).safety.hidden_items == ()


def test_a_restriction_still_holds_and_its_words_name_nobody() -> None:
    rule = builders.kept_away("dean", rule="Dean stays away from Kerry. Case ZE24C50123.")
    people = mask().people(builders.people(restrictions=(rule,)))
    held = people.safety.restrictions[0]
    assert (held.person, held.protects) == ("dean", ("mum",))
    assert (
        held.rule == f"{people.load('dean').name} stays away from {people.load('mum').name}. "
        f"Case {PRIVATE}."
    )


def test_a_document_of_ours_keeps_its_keys_its_kinds_and_its_shape() -> None:
    ellie = mask().name("ellie")
    found = {"line": "people.ellie.copy", "kind": "ellie", "quote": "Ellie, 07700 900142", "n": [1]}
    assert mask().document(found) == {
        "line": f"people.{ellie}.copy",
        "kind": "ellie",
        "quote": f"{ellie}, {PRIVATE}",
        "n": [1],
    }


@pytest.mark.parametrize("path", [CAMPBELL, PEARCE])
def test_no_real_name_is_left_in_a_recorded_plan_and_it_is_judged_as_before(path: Path) -> None:
    real = audited(document(path))
    masked = Mask.of_plan(real.plan, MEETING)
    plan = masked.plan(real.plan)
    of_real, of_masked = audit(real), audit(replace(real, plan=plan))
    _no_name_is_left(real.plan, json.dumps(plan.document, ensure_ascii=False), masked)
    shown = masked.document(of_real.document)
    _no_name_is_left(real.plan, json.dumps(shown, ensure_ascii=False), masked)
    judged = {key: one.suggested for key, one in of_masked.ratings.items()}
    assert judged == {key: one.suggested for key, one in of_real.ratings.items()}
    assert of_masked.gates == of_real.gates
    assert masked.document(shown) == shown


def _no_name_is_left(plan: Plan, text: str, masked: Mask) -> None:
    ids = {one.id for one in plan.people}
    said = (line for line in text.split('"') if line not in ids)
    together = "\n".join(line for line in said if not line.startswith("people."))
    now = masked.people(plan.people)
    real = [one.name for one in plan.people if one.name != now.load(one.id).name]
    several = (mentions.ways_to_name(name, "") for name in real)
    ways = {*mentions.surnames(real), *(way for each in several for way in each)}
    assert mentions.names_in(together, {way: (way,) for way in ways}) == ()
