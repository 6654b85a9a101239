"""Whatever a family is called and however it is written, no real name is left."""

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import mentions
from facilitator.audits.masking import Mask
from facilitator.people import People, Person, Role

FIRST = (
    "Charlene Siân Zoë Łukasz Anne-Marie Oluwaseun Xin Priyanka Dafydd Björn Mohammed Tegan"
    " Perpetua Ffion Ayesha Kwabena"
).split()
LAST = (
    "Campbell-Reid O'Brien Okonkwo Llewellyn Nguyễn Szczepański MacDonald Fernandes Bhattacharya"
).split()
WAYS = (
    str,
    str.upper,
    str.lower,
    lambda name: f"{name}'s",
    lambda name: f"{name}’s",
    lambda name: name.replace(" ", "  "),
    lambda name: name.replace("-", " "),
    lambda name: " ".join(name.split()[0]),  # letter by letter
    lambda name: name.split()[0],
    lambda name: name.split()[-1],
    lambda name: name.split()[-1] + "s",
)
AROUND = ("", "We ring ", "every night with ", "Mum and ", "12 ", "(", "“")


@st.composite
def families(draw: st.DrawFn) -> People:
    firsts = draw(st.lists(st.sampled_from(FIRST), min_size=1, max_size=5, unique=True))
    people = []
    for at, first in enumerate(firsts):
        name = f"{first} {draw(st.sampled_from(LAST))}"
        called = draw(st.sampled_from((first, f"Mum / {first}", "Nan", f"Auntie {first}", "")))
        people.append(Person(id=f"p{at}", name=name, called=called, role=Role.FAMILY))
    return People(tuple(people))


@st.composite
def lines(draw: st.DrawFn, people: People) -> str:
    pieces = draw(
        st.lists(
            st.tuples(
                st.sampled_from(AROUND), st.sampled_from(people.everyone), st.sampled_from(WAYS)
            ),
            min_size=1,
            max_size=4,
        )
    )
    return ", ".join(around + way(one.name) for around, one, way in pieces) + "."


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_real_name_is_left_and_a_second_time_changes_nothing(data: st.DataObject) -> None:
    people = data.draw(families())
    line = data.draw(lines(people))
    mask = Mask(people, "a meeting", (line,))
    masked = mask.text(line)
    for one in people:
        for name in (one.name, one.name.split()[0]):
            found = mentions.find(mentions.Item(name), masked)
            assert [it for it in found if it.strength is mentions.Strength.SURE] == [], masked
    assert mask.text(masked) == masked
    names = [one.name for one in mask.people(people)]
    assert len(set(names)) == len(names)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_at_all_gets_an_answer(text: str) -> None:
    people = People((Person(id="a", name="Tegan Rhys", called="Tegan", role=Role.FAMILY),))
    mask = Mask(people, "a meeting", (text,))
    assert mask.text(mask.text(text)) == mask.text(text)
