"""A hidden item is found however it is written; what only resembles it is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.mentions import Item, Strength, find, says
from facilitator.mentions.letters import looks
from facilitator.mentions.slips import one_slip, two_slips

MOOR = Item("clinic at Moor House")
HOME = Item("12 Elm Road, Exeter EX4 3PQ")
PHONE = Item("07700 900142")
TIME = Item("Tuesdays at 4.30pm")


def found(item: Item, text: str) -> list[tuple[str, Strength]]:
    return [(text[m.start : m.end], m.strength) for m in find(item, text)]


@pytest.mark.parametrize(
    ("item", "text", "place"),
    [
        (MOOR, "Go to the clinic at Moor House.", "clinic at Moor House"),
        (MOOR, "Past M-o-o-r H.o.u.s.e on the left.", "M-o-o-r H.o.u.s.e"),
        (MOOR, "Behind Moon House, they said.", "Moon House"),
        (MOOR, "See www.moorhouseclinic.example today.", "moorhouseclinic"),
        (MOOR, "На остановке Мур Хаус.", "Мур Хаус"),
        (MOOR, "موعد في مور هاوس غدا", "مور هاوس"),
        (MOOR, "আমরা মুর হাউসে যাব।", "মুর হাউসে"),
        (MOOR, "Meet at M. House.", "M. House"),
        (MOOR, "At Mo\u0301or\u0301 Hou\u0301se.", "Mo\u0301or\u0301 Hou\u0301se"),
        (Item("Aldi"), "In Aldi\u2019s yard.", "Aldi\u2019s"),
        (Item("room 214"), "Knock at two hundred and fourteen.", "two hundred and fourteen"),
        (Item("Tuesdays at 4.45pm"), "Tuesday at quarter to five.", "quarter to five"),
        (Item("14 June 2027"), "On 14th June.", "14th June"),
        (Item("banana"), "She says Banana.", "Banana"),
        (HOME, "Post it to EX4 3QP.", "EX4 3QP"),
        (
            PHONE,
            "Ring \u0660\u0667\u0667\u0660\u0660 \u0669\u0660\u0660\u0661\u0664\u0662.",
            "\u0660\u0667\u0667\u0660\u0660 \u0669\u0660\u0660\u0661\u0664\u0662",
        ),
        (
            PHONE,
            "Ring oh double seven double oh, nine double oh, one four two.",
            "oh double seven double oh, nine double oh, one four two",
        ),
        (HOME, "Post it to EX four 3 PQ now.", "EX four 3 PQ"),
        (HOME, "It ends in 3PQ.", "3PQ"),
        (PHONE, "Ring O77OO 9OO142.", "O77OO 9OO142"),
        (TIME, "On Tues at quarter past four, no: half past four.", "half past four"),
        (Item("104 Topsham Road"), "At one oh four, the blue gate.", "one oh four"),
        (Item("St Mary's School"), "Meet at Saint Marys.", "Saint Marys"),
        (Item("Dr Patel"), "Ask dr patle today.", "dr patle"),
        (Item("14 June 2027"), "On the fourteenth of June.", "fourteenth of June"),
        (Item("The Lighthouse Project"), "TLP will ring.", "TLP"),
        (Item("the refuge"), "Stay at the refuge.", "the refuge"),
        (HOME, "Post it to EX four three PQ.", "EX four three PQ"),
        (Item("Brooklands"), "Tired after Br00klands again.", "Br00klands"),
        (Item("shifts at B&Q"), "He is at B and Q till six.", "B and Q"),
        (Item("the Co-op bakery"), "Bread from the coop.", "coop"),
        (Item("KFC"), "Tea at K.F.C. again.", "K.F.C"),
        (Item("Ali"), "Nobody lets Al1 in.", "Al1"),
        (Item("Dr Siddiqui"), "Take him to Dr S. on Monday.", "Dr S"),
        (Item("Hannah Cope"), "Call Ханна first.", "Ханна"),
        (Item("Mohammed"), "Call محمد first.", "محمد"),
        (Item("Wednesdays 6pm to 7pm"), "Out on Wed 6-7pm.", "Wed 6-7pm"),
        (Item("Saturdays 2pm"), "Here on Saturdays from 2 to 4.", "from 2 to 4"),
        (Item("14 August"), "Ready by 14/8 please.", "14/8"),
        (Item("the move, 24 December"), "We go on Christmas Eve.", "Christmas Eve"),
        (PHONE, "Her number ends in 142.", "142"),
        (PHONE, "Ring 07700 9OOl42.", "07700 9OOl42"),
        (Item("@star_noor_x"), "Write to StarNoorX.", "StarNoorX"),
    ],
)
def test_what_is_hidden_is_surely_found_in_its_place(item: Item, text: str, place: str) -> None:
    assert (place, Strength.SURE) in found(item, text)


@pytest.mark.parametrize(
    ("item", "text", "place"),
    [
        (MOOR, "Charlene has been to all five of her clinic visits.", "clinic"),
        (MOOR, "We walk on the moor.", "moor"),
        (HOME, "The EX4 bus is late.", "EX4"),
        (TIME, "Ring the school at 4.30pm.", "4.30pm"),
        (Item("Saint Mary's School"), "Mary brings the cake.", "Mary"),
        (Item("the refuge"), "A refuge from the rain.", "refuge"),
        (Item("Lloyds Bank, High Street"), "Shop in the High Street.", "High Street"),
        (PHONE, "Ring Leon on 07700 900143.", "07700 900143"),
        (PHONE, "Room 0142 is free.", "0142"),
        (Item("14 August"), "Ready by the 14th please.", "14th"),
        (Item("Mohammed"), "Ask Muhammad first.", "Muhammad"),
        (Item("Tamarisk Close"), "Near Tamarix.", "Tamarix"),
        (Item("Max"), "Ask Maxx first.", "Maxx"),
        (Item("Wren Cottage safe house"), "At the safe house.", "safe house"),
        (Item("Marcin Wojtowicz"), "Ask Mr W. first.", "Mr W"),
    ],
)
def test_what_comes_near_warns_and_no_more(item: Item, text: str, place: str) -> None:
    assert found(item, text) == [(place, Strength.NEAR)]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (MOOR, "Look after Tiana and Jaydon at our house."),
        (MOOR, "The poor house cat waits by the door."),
        (HOME, "We are on the road by 12."),
        (HOME, "Take 12 apples and 3 pears to Nan."),
        (PHONE, "Ring Leon on 07700 900853."),
        (PHONE, "He is 142 cm tall."),
        (Item("24 July"), "She is there 24/7."),
        (Item("Ali Shah"), "We drive on the A11."),
        (Item("St Aidan's Primary School"), "The primary school has a fair."),
        (TIME, "See Nan on Tuesday."),
        (Item("Hope House"), "We hope that this house is warm."),
        (Item("Grace Darling School"), "Say grace before tea at school."),
        (Item("14 June 2027"), "We meet again in 2027, in June."),
        (Item("Wednesdays at 3.15pm"), "On Wednesday at 3pm we swim."),
    ],
)
def test_what_only_resembles_it_is_left_alone(item: Item, text: str) -> None:
    assert find(item, text) == ()


def test_a_name_that_everybody_knows_does_not_count_alone_but_does_in_a_longer_name() -> None:
    item = Item("Mum's room at Grace House", known=frozenset({"Grace Campbell", "Nan"}))
    assert not says(item, "Ring Grace after tea.")
    assert says(item, "She sleeps at Grace House.")
    assert says(Item("Grace House"), "Ring Grace after tea.")
    whole = Item("Grace Campbell lives at Moor House", known=frozenset({"Grace Campbell"}))
    assert not says(whole, "Grace Campbell brings the cake.")


def test_somebody_at_the_meeting_is_no_slip_of_the_pen_in_a_hidden_name() -> None:
    assert says(Item("Jaydens Cafe"), "Tea with Jaydenn on Monday.")
    assert not says(
        Item("Jaydens Cafe", known=frozenset({"Jaydenn"})), "Tea with Jaydenn on Monday."
    )


def test_somebody_at_the_meeting_is_no_slip_in_a_longer_name() -> None:
    assert says(MOOR, "Tea at Noor House.")
    assert not says(Item(MOOR.text, known=frozenset({"Noor"})), "Tea at Noor House.")


def test_a_place_is_mentioned_once_by_its_strongest_reason() -> None:
    assert found(MOOR, "The clinic at Moor House.") == [("clinic at Moor House", Strength.SURE)]


def test_an_accent_is_no_letter() -> None:
    assert [looks(char) for char in "\u0301\u200b\u00e9\u041c\u0665\U0001d40c"] == [
        "", "", "e", "M", "5", "M"
    ]  # fmt: skip


def test_nothing_is_found_in_nothing_and_nothing_is_hidden_by_nothing() -> None:
    assert find(MOOR, "") == ()
    assert find(MOOR, " ... \u200b") == ()
    for empty in ("", " ", "...", "the", "\u200b"):
        assert find(Item(empty), "Look after the children at our house.") == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_may_be_looked_for_in_any_other(item: str, text: str) -> None:
    for mention in find(Item(item), text):
        assert 0 <= mention.start < mention.end <= len(text)


@given(
    st.sampled_from(("Moor House", "12 Elm Road", "St Aidan's", "EX4 3PQ", "Karen Whitfield")),
    st.sampled_from((" ", "  ", "\n", "-", ".", ". ", "\u00a0", "_", "\u200b \u200b", " / ")),
    st.sampled_from((str, str.lower, str.upper, str.swapcase)),
)
def test_no_space_dot_or_capital_hides_anything(item: str, gap: str, case: type[str]) -> None:
    written = case(item.replace(" ", gap))
    assert says(Item(item), f"We meet at {written} on Friday.")


@given(st.text(alphabet="abcd", max_size=6), st.text(alphabet="abcd", max_size=6))
def test_one_slip_is_one_step_in_the_usual_count(one: str, other: str) -> None:
    letters = "abcd"
    around = {one[:i] + one[i + 1 :] for i in range(len(one))}
    around |= {one[:i] + c + one[i:] for i in range(len(one) + 1) for c in letters}
    around |= {one[:i] + c + one[i + 1 :] for i in range(len(one)) for c in letters}
    around |= {one[:i] + one[i + 1] + one[i] + one[i + 2 :] for i in range(len(one) - 1)}
    assert one_slip(one, other) is (other in around - {one})


@given(st.text(alphabet="abc", min_size=1, max_size=6), st.text(alphabet="abc", max_size=5))
def test_two_slips_are_one_slip_twice_and_no_more(one: str, rest: str) -> None:
    other = one[0] + rest
    if one_slip(one, other):
        assert two_slips(one, other)
    if two_slips(one, other):
        assert abs(len(one) - len(other)) <= 2
