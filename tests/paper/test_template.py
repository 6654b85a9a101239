"""What the plan's one template shows of a copy; the page in the browser and the paper share it."""

import re
from dataclasses import replace
from datetime import date

import pytest

from facilitator.contributions import Contribution, Fields
from facilitator.paper import press
from facilitator.paper.present import present
from facilitator.people import Need, People, Person, Role
from facilitator.refusals import Refusal
from tests.builders import copy, people, said, step
from tests.people.cast import ELLIE, MUM, NAN, PRIYA, SAM

HEADINGS = {
    "statement": "In our own words",
    "child_view": "What each child said",
    "strength": "What is going well",
    "need": "What is needed",
    "worry": "What we worry about",
    "bottom_line": "What must be in the plan",
    "goal": "What we want",
    "request": "Help we asked for",
    "if_then": "If things go wrong",
    "keep_going": "What keeps us going",
    "meet_sooner": "We meet sooner if",
    "disagreement": "Where we do not agree",
    "unknown": "Still to sort out",
    "answer": "Who said yes",
    "telling": "Who else needs to know",
    "old_step": "How the last plan went",
    "question": "The questions we came to answer",
    "sent_words": "Words from people who could not be here",
    "hope": "What we hoped for",
}


def page(
    *contributions: Contribution,
    reader: str = "nan",
    of: People | None = None,
    edition: str = "standard",
) -> str:
    return " ".join(press.page(copy(reader, *contributions, of=of), edition).split())


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


KNOWN: dict[str, dict[str, object]] = {
    "answer": {"by": "nan", "agrees": "yes"},
    "old_step": {"result": "done"},
    "request": {"of": "priya", "answer": "yes"},
    "if_then": {"if_": "it rains", "who": "nan"},
    "disagreement": {"views": ({"by": "mum", "text": "No."},)},
    "unknown": {"who": "priya", "by_": date(2027, 4, 1)},
    "child_view": {"by": "ellie"},
}


@pytest.mark.parametrize("kind", sorted(HEADINGS))
def test_a_heading_stands_only_where_something_stands_under_it(kind: str) -> None:
    line = said(kind, "Some words.", **KNOWN.get(kind, {}))
    assert f">{HEADINGS[kind]}</h" in page(line)
    if kind != "unknown":  # A meeting with nothing said has a lot still to sort out.
        assert f">{HEADINGS[kind]}</h" not in page(step())


def test_a_step_says_who_what_when_and_who_checks() -> None:
    made = page(
        step(who=("nan", "sam"), start=date(2027, 3, 8), due=date(2027, 4, 30), checked_by="mum")
    )
    assert "1. Nan and Sam: Walk Ellie to school." in text(made)
    assert "every school day. Starts Monday 8 March. Done by Friday 30 April. Mum checks." in text(
        made
    )


def test_steps_stand_by_when_they_begin_and_are_numbered_through() -> None:
    made = text(
        page(
            step("Later one.", start=date(2027, 6, 1)),
            step("First one.", start=date(2027, 3, 7)),
            step("Some day.", start=None, due=None, how_often=""),
            step("Next one.", start=date(2027, 3, 20)),
        )
    )
    order = ["We start this week", "1. Nan: First one.", "We start this month", "2. Nan: Next one."]
    order += ["We start later", "3. Nan: Later one.", "No day yet", "4. Nan: Some day."]
    places = [made.index(words) for words in order]
    assert places == sorted(places)


def test_page_one_waits_for_the_family_to_choose() -> None:
    assert "Your steps start on page 2." in page(step())
    chosen = page(step(page_one="Walk to school."))
    assert "Your steps start on page 2." not in chosen
    assert "<td>every school day</td><td>Nan</td>" in chosen


def test_the_title_stands_on_page_one_unless_it_breaks_its_rule() -> None:
    assert "<h1>Home by summer</h1>" in page(said("title", "Home by summer"))
    assert "<h1>Our family plan</h1>" in page(said("title", "The Marsh plan"))


def test_love_lines_are_set_apart_with_the_name_of_who_said_them() -> None:
    assert (
        '<blockquote class="own-words"> <p>“I am holding them for you.”</p> <p class="by">Nan</p>'
        in page(said("love_line", "I am holding them for you.", by="nan"))
    )


def test_what_somebody_sent_is_quoted_with_who_sent_it_how_and_when() -> None:
    sent = said("sent_words", "I can drive.", by="sam", how="by letter", date=date(2027, 3, 1))
    assert "“I can drive.” Sam Sent: by letter. Monday 1 March." in text(page(sent))
    assert "“I can drive.” Sam Monday" not in text(page(replace(sent, fields=Fields())))


def test_how_the_meeting_began_is_told_in_every_line_that_was_said_of_it() -> None:
    lines = said("beginning", "Nan lit a candle."), said("beginning", "We sang.\nAll of us.")
    assert "<p>Nan lit a candle.</p><p>We sang.</p><p>All of us.</p>" in page(*lines)


def test_words_in_another_language_keep_it_and_their_direction() -> None:
    statement = said("statement", "نحن عائلة واحدة.", by="nan", lang="ar", dir="rtl")
    assert '<p lang="ar" dir="rtl">“<bdi>نحن عائلة واحدة.</bdi>”</p>' in page(statement)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ paper.reader }}",
        "{% include 'layout.html' %}",
        "<a href='file:///etc/passwd'>x</a>",
        "&lt;b&gt;",
    ],
)
def test_text_stays_text_in_every_place(hostile: str) -> None:
    lines = [
        step(hostile, how_often=hostile, page_one=True),
        said("title", hostile),
        said("statement", hostile, by="nan"),
        said("if_then", hostile, if_=hostile, who="nan"),
        said("disagreement", hostile, views=({"by": "mum", "text": hostile},), next=hostile),
        said("goal", hostile, sign=hostile, for_=("ellie",)),
        said("answer", hostile, by="nan", agrees="partly"),
        said("request", hostile, of="priya", answer="no", reason=hostile),
        said("child_view", hostile, by="ellie", how=hostile, could_not=hostile),
        said("sent_words", hostile, by="sam", how=hostile),
    ]
    stranger = replace(NAN, called=hostile)
    made = press.page(copy("nan", *lines, of=people(MUM, ELLIE, stranger, SAM, PRIYA)), "standard")
    plain = press.page(
        copy(
            "nan",
            *[replace(one, words="Words.") for one in lines],
            of=people(MUM, ELLIE, NAN, SAM, PRIYA),
        ),
        "standard",
    )
    tags = re.compile(r"<(/?[a-z0-9]+)")
    assert set(tags.findall(made)) <= set(tags.findall(plain))
    assert "script" not in tags.findall(made)


def test_signs_that_turn_words_round_are_taken_out() -> None:
    made = page(step("Ring \u202eNan\u202c at \u2066six\u2069."))
    assert "Ring Nan at six." in made


def test_a_child_is_asked_what_they_think_and_never_for_a_yes() -> None:
    made = text(page(said("answer", "I want a dog too.", by="ellie", agrees="yes")))
    assert "What Ellie thinks of this plan: “I want a dog too.”" in made
    assert "Ellie: Yes" not in made


def test_a_child_has_a_page_of_their_own() -> None:
    made = text(
        page(
            said("child_view", "I want to swim.", by="ellie", date=None),
            step(page_one="Go swimming."),
            reader="ellie",
            edition="child",
        )
    )
    assert "Ellie’s page" in made
    assert "You said “I want to swim.”" in made
    assert "Nan: Go swimming." in made
    assert "You can tell Nan." in made
    assert "How is it going?" not in made


def test_a_childs_page_is_made_from_a_childs_copy_alone() -> None:
    with pytest.raises(Refusal, match="child's copy"):
        page(step(), edition="child")
    with pytest.raises(Refusal, match="no edition called 'gold'"):
        page(step(), edition="gold")


def test_nothing_but_a_copy_can_be_put_on_paper() -> None:
    made = copy("nan", step())
    with pytest.raises(TypeError, match="made from a Copy"):
        present(made.plan)  # type: ignore[arg-type]


def test_large_print_has_cards_and_no_tables() -> None:
    lines = (step(page_one=True), said("unknown", "Which school?", who="priya"))
    assert "<table>" in page(*lines)
    assert "<table>" not in page(*lines, edition="large_print")


def test_your_own_needs_are_on_your_copy_alone() -> None:
    asked = replace(MUM, needs=(Need("someone beside me", "Bev sat there"),))
    everyone = people(asked, ELLIE, NAN, PRIYA)
    assert "someone beside me. What we did: Bev sat there" in text(
        page(step(), reader="mum", of=everyone)
    )
    assert "someone beside me" not in page(step(), reader="nan", of=everyone)


def test_practice_is_said_on_practice_papers_and_only_there() -> None:
    made = copy("nan", step())
    assert "PRACTICE. This family is made up." in press.page(made, "standard", practice=True)
    assert "PRACTICE" not in press.page(made, "standard")


def test_who_was_there_leaves_out_whoever_was_kept_out() -> None:
    stranger: Person = replace(MUM, id="x", name="Rod Pike", called="Rod", role=Role.EXCLUDED)
    assert "Rod" not in page(step(), of=people(MUM, ELLIE, NAN, PRIYA, stranger))


def test_words_that_run_leftward_cannot_turn_the_words_beside_them() -> None:
    aunt = replace(NAN, called="فاطمة")
    made = page(step(), of=people(MUM, ELLIE, aunt, PRIYA), reader="nan")
    assert '<strong class="who"><bdi>فاطمة</bdi>:</strong>' in made


def test_a_need_that_was_not_met_is_still_to_sort_out_and_never_said_to_have_helped() -> None:
    asked = replace(MUM, needs=(Need("big print"),))
    made = text(page(step(), reader="mum", of=people(asked, ELLIE, NAN, PRIYA)))
    assert "What helped you to join in" not in made
    assert "You asked for this, and we have not written what we did: “big print”" in made
