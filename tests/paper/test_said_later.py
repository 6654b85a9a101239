"""What people said of the plan, and of its lines, stands on paper in their own words."""

import html
import re
from datetime import date
from typing import Any

import pytest

from facilitator.contributions import Contribution
from facilitator.kinds import KINDS, Section
from facilitator.paper import press
from facilitator.people import Person, Role
from tests.builders import MEETING_DAY, copy, people, said, step
from tests.paper.printed import squeezed
from tests.people.cast import EVERYONE

LATER = date(2027, 3, 9)
KHAN = Person(id="khan", name="Ms Khan", called="Ms Khan", role=Role.INTERPRETER)


ISOLATES = re.compile("[\u2066-\u2069]")


def words_of(page_: str) -> str:
    """What somebody reads on that page, in one line."""
    inline = re.sub(r"</?(?:span|strong|bdi)\b[^>]*>", "", page_)
    return squeezed(ISOLATES.sub("", html.unescape(re.sub(r"<[^>]+>", " ", inline))))


def page(*lines: Contribution, reader: str = "mum", edition: str = "standard") -> str:
    made = copy(reader, *lines, of=people(*EVERYONE, KHAN))
    return words_of(press.page(made, edition))


def not_said(*about: str, **known: Any) -> Contribution:
    whole = {"id": "n1", "by": "nan", "about": about, "date": LATER, **known}
    return said("not_said", "I said most days.", **whole)


PRINTED = [
    kind.key
    for kind in KINDS.values()
    if kind.section is not Section.NOT_PRINTED
    and kind.key not in ("not_said", "own_view", "reading", "plan_keeper", "meet_again")
]
NEEDED: dict[str, dict[str, Any]] = {
    "action": {"who": ("nan",), "start": MEETING_DAY},
    "if_then": {"if_": "it rains", "who": "nan"},
    "answer": {"agrees": "yes"},
    "referrer_answer": {"answer": "yes"},
    "family_view": {"from_": "three families"},
}


@pytest.mark.parametrize("kind", PRINTED)
def test_whatever_the_line_is_the_words_stand_once_and_after_it(kind: str) -> None:
    line = said(kind, "Walk to school.", id="x1", by="mum", **NEEDED.get(kind, {}))
    text = page(line, not_said("x1"))
    theirs = "Nan says: that’s not what I said. “I said most days.” Tuesday 9 March."
    assert text.count(theirs) == 1
    assert "Walk to school." in text.split(theirs)[0]


def test_words_beside_words_stand_at_the_end_and_end_there() -> None:
    first = not_said("a1", "n2", id="n1")
    second = said("not_said", "I did.", id="n2", by="mum", about=("n1", "n2"), date=LATER)
    text = page(step(id="a1"), first, second)
    assert "About “I said most days.” Mum says: that’s not what I said. “I did.”" in text


def test_a_name_that_may_not_stand_is_somebody() -> None:
    text = page(step(id="a1"), not_said("a1", name_shown=False))
    assert "Somebody says: that’s not what I said. “I said most days.”" in text


def test_nothing_beside_a_line_stands_on_page_one() -> None:
    text = page(step(id="a1", page_one=True), not_said("a1"))
    front, inside = text.split("This copy is for")
    assert "Walk Ellie to school." in front
    assert "not what I said" not in front
    assert "not what I said" in inside


def test_who_sees_the_plan_differently_stands_where_we_do_not_agree() -> None:
    text = page(said("own_view", "It is too long.", id="o1", by="nan", date=LATER))
    after = text.split("Where we do not agree")[1]
    assert after.strip().startswith(
        "Nan sees this plan differently “It is too long.” Tuesday 9 March."
    )


def test_a_day_that_is_the_plans_own_goes_without_saying() -> None:
    view = said("own_view", "It is too long.", id="o1", by="nan", date=MEETING_DAY)
    assert "“It is too long.” Still to sort out" in page(view)


def test_a_childs_own_words_stand_on_the_childs_own_page() -> None:
    lines = (
        said("child_view", "More dog.", id="c1", by="ellie"),
        not_said("c1", by="ellie"),
        said("own_view", "It is a bit long.", id="o1", by="ellie", date=LATER),
    )
    text = page(*lines, reader="ellie", edition="child")
    assert "Ellie says: that’s not what I said. “I said most days.”" in text
    assert "What you say of this plan: “It is a bit long.”" in text


def test_to_whom_the_plan_was_read_is_said_as_people_say_it() -> None:
    lines = (
        said("reading", "Urdu", id="r1", by="nan", interpreter="khan", time="16:10", date=None),
        said("reading", "English", id="r2", by="sam", interpreter="", time="", date=LATER),
    )
    text = page(*lines)
    assert "Read to Nan in Urdu by Ms Khan at 4.10pm." in text
    assert "Read to Sam in English, on Tuesday 9 March." in text


def test_how_an_answer_was_given_stays_between_them_and_us() -> None:
    day = {"date": MEETING_DAY}
    answers = (
        said("answer", "Good.", id="y1", by="nan", agrees="yes", how="alone", through="khan",
             **day),
        said("answer", "", id="y2", by="mum", agrees="later", answer_by=LATER, **day),
        said("referrer_answer", "No money.", id="y3", by="priya", answer="not_yet",
             decides="Her manager", answer_by=LATER, **day),
    )  # fmt: skip
    text = page(*answers)
    assert "Nan: Yes. “Good.” (Ms Khan brought these words.)" in text
    assert "Mum: I’ll think, and answer by Tuesday 9 March." in text
    assert "Priya: Not yet. No money. Who decides: Her manager. Answer by Tuesday 9 March." in text
    assert "alone" not in copy("mum", *answers, of=people(*EVERYONE, KHAN)).canonical.decode()


def test_who_decides_on_help_is_said_as_long_as_nobody_has() -> None:
    known = {"of": "priya", "reason": "", "decides": "the panel", "by_": LATER}
    text = page(said("request", "A bus pass", id="r1", answer="not_yet", **known))
    assert "Not yet. Who decides: the panel. Answer by Tuesday 9 March." in text
    answered = page(said("request", "A bus pass", id="r1", answer="yes", **known))
    assert "the panel" not in answered
