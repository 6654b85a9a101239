"""Everything about somebody who is on the list."""

from dataclasses import replace

import pytest
from flask import Flask

from facilitator.exchange import of_record
from facilitator.people import Attendance, Copying, CopyKind, Need
from facilitator.record import Record
from tests.builders import kept_away, people
from tests.desk.at_the_desk import campbell
from tests.people.cast import ELLIE, EVERYONE, MUM, NAN, SAM
from tests.preparing.filling_in import a_meeting, send, sent, the_form
from tests.preparing.people.listed import page_of, people_now, put
from tests.web import a_client, judged

HOSTILE = "<script>alert(1)</script> {% x %}"


def test_a_form_that_was_not_changed_changes_nothing(app: Flask) -> None:
    """Every person of the practice family: nothing is lost by opening a page and saving it."""
    before = of_record(Record(campbell())).people
    kept, client = a_meeting(app, before), a_client(app)
    for one in before:
        overheard = {"overheard_by": "nobody"} if one.attended is Attendance.BY_PHONE else {}
        assert sent(client, page_of(app, kept, one.id), **overheard).status_code == 303
    heard = replace(before.load("marlon"), overheard_by="nobody")
    assert people_now(app, kept) == before.with_person(heard)


def test_everything_about_somebody_is_kept(app: Flask) -> None:
    kept = a_meeting(app)
    answer = sent(
        a_client(app),
        page_of(app, kept, "sam"),
        name="Sam Okoro",
        attended="by_video",
        overheard_by="her flatmate",
        language="so",
        phone="01632 960002",
        phone_on_plan="y",
        copy_kind="full",
        edition="large_print",
        copy_form="on yellow paper",
        copy_how="by hand",
        **{
            "needs-0-need": "a quiet room",
            "needs-0-met_by": "the vestry",
            "needs-2-need": "tea",
        },
    )
    assert answer.status_code == 303
    assert people_now(app, kept).load("sam") == replace(
        SAM,
        attended=Attendance.BY_VIDEO,
        overheard_by="her flatmate",
        language="so",
        phone="01632 960002",
        phone_on_plan=True,
        needs=(Need("a quiet room", "the vestry"), Need("tea")),
        copying=Copying(
            kind=CopyKind.FULL, edition="large_print", form="on yellow paper", how="by hand"
        ),
    )


def test_an_answer_to_no_need_is_refused_and_nothing_typed_is_lost(app: Flask) -> None:
    kept = a_meeting(app)
    answer = sent(
        a_client(app), page_of(app, kept, "sam"), **{"needs-1-met_by": "Bev sits beside her"}
    )
    assert answer.status_code == 422
    assert "What “Bev sits beside her” helps with is missing." in answer.get_data(as_text=True)
    assert the_form(answer).values["needs-1-met_by"] == "Bev sits beside her"
    assert "#needs-1-need" in judged(answer).links  # From the top of the page.


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"attended": "by_phone"}, "Who can hear them on the phone is missing"),
        ({"attended": "excluded"}, "Why they are left out is missing"),
        ({"views_by": "Sam"}, "Sam is this very person"),
        ({"phone_on_plan": "y"}, "There is no number to print"),
        ({"copy_kind": "child"}, "Choose a copy, or none."),
        ({"language": "xx"}, "That can&#39;t be chosen here any more"),
        ({"name": "A" * 301}, "Use 300 characters at most"),
        ({"relationship": "a\x00b"}, "U+0000"),
    ],
)
def test_what_must_be_asked_or_can_t_be_is_refused_in_words(
    app: Flask, typed: dict[str, str], reason: str
) -> None:
    kept = a_meeting(app)
    answer = sent(a_client(app), page_of(app, kept, "sam"), **typed)
    assert answer.status_code == 422
    assert reason in answer.get_data(as_text=True)
    assert people_now(app, kept).load("sam") == SAM


def test_whoever_brings_somebodys_views_is_known_by_any_of_their_names(app: Flask) -> None:
    kept, client = a_meeting(app), a_client(app)
    sent(
        client, page_of(app, kept, "dean"), attended="excluded", left_out_why="x", views_by="kerry"
    )
    dean = people_now(app, kept).load("dean")
    assert (dean.is_left_out, dean.left_out_why, dean.views_by) == (True, "x", "mum")
    assert the_form(client.get(page_of(app, kept, "dean"))).values["views_by"] == "Mum"


def test_nobody_who_must_keep_away_brings_somebodys_views(app: Flask) -> None:
    kept = a_meeting(app, people(*EVERYONE, restrictions=(kept_away("dean"),)))
    answer = sent(a_client(app), page_of(app, kept, "dean"), views_by="Mum")
    assert answer.status_code == 422
    assert "Mum can&#39;t bring it: “No contact.”" in answer.get_data(as_text=True)


def test_a_child_is_asked_for_safe_grown_ups_and_no_one_else_is(app: Flask) -> None:
    kept, client = a_meeting(app), a_client(app)
    legend = "Which grown-ups can they tell?"
    assert legend in judged(client.get(page_of(app, kept, "ellie"))).all("legend")
    assert legend not in judged(client.get(page_of(app, kept, "mum"))).all("legend")
    sent(client, page_of(app, kept, "ellie"), safe_adults=["mum", "nan", "priya"])
    assert people_now(app, kept).load("ellie").safe_adults == ("nan", "mum", "priya")


def test_a_copy_that_does_not_fit_the_part_stays_as_it_was_chosen(app: Flask) -> None:
    young = replace(SAM, copying=Copying(kind=CopyKind.CHILD, edition="easy_read"))
    kept = a_meeting(app, people(young, NAN))
    assert sent(a_client(app), page_of(app, kept, "sam")).status_code == 303
    assert people_now(app, kept).load("sam") == young


def test_a_grown_ups_safe_people_are_not_asked_for_and_not_lost(app: Flask) -> None:
    """A record may name somebody whom a grown-up can tell."""
    trusting = replace(MUM, safe_adults=("nan",))
    kept = a_meeting(app, people(trusting, ELLIE, NAN))
    assert sent(a_client(app), page_of(app, kept, "mum"), relationship="mother").status_code == 303
    assert people_now(app, kept).load("mum") == replace(trusting, relationship="mother")


def test_nobody_unsafe_can_be_chosen_for_a_child(app: Flask) -> None:
    kept = a_meeting(app, people(*EVERYONE, restrictions=(kept_away("dean"),)))
    client, address = a_client(app), page_of(app, kept, "ellie")
    assert "Dean" not in judged(client.get(address)).all("label")
    assert sent(client, address, safe_adults=["dean"]).status_code == 422


def test_a_grown_up_who_turns_out_to_be_a_child_is_nobodys_safe_adult(app: Flask) -> None:
    kept, client = a_meeting(app), a_client(app)
    answer = sent(client, page_of(app, kept, "nan"), age="17")
    assert people_now(app, kept).load("ellie").safe_adults == ()
    assert "Nan is no longer one of Ellie's safe adults." in judged(
        client.get(answer.location)
    ).all("p")


def test_nothing_is_kept_over_what_somebody_else_kept_and_both_are_shown(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = page_of(app, kept, "nan")
    form = the_form(client.get(address))
    put(app, kept, people().with_person(replace(NAN, relationship="Ellie's gran")))
    answer = send(client, address, form, relationship="great-aunt")
    assert answer.status_code == 409
    told = " ".join(judged(answer).all("section"))
    assert "Kept now: Ellie's gran" in told
    assert "In your form: great-aunt" in told
    assert people_now(app, kept).load("nan").relationship == "Ellie's gran"
    again = the_form(answer)
    assert again.values["relationship"] == "great-aunt"
    assert send(client, address, again).status_code == 303
    assert people_now(app, kept).load("nan").relationship == "great-aunt"


def test_two_forms_about_two_people_do_not_meet(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    first, second = page_of(app, kept, "nan"), page_of(app, kept, "sam")
    forms = the_form(client.get(first)), the_form(client.get(second))
    assert send(client, first, forms[0], relationship="gran").status_code == 303
    assert send(client, second, forms[1], relationship="pal").status_code == 303
    now = people_now(app, kept)
    assert (now.load("nan").relationship, now.load("sam").relationship) == ("gran", "pal")


def test_words_about_somebody_who_was_taken_off_the_list_are_not_lost(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = page_of(app, kept, "priya")
    form = the_form(client.get(address))
    put(app, kept, people().without("priya"))
    answer = send(client, address, form, relationship="her new worker")
    assert answer.status_code == 409
    again = the_form(answer)
    assert again.values["relationship"] == "her new worker"
    for _ in range(2):
        assert send(client, address, again).status_code == 303
    assert [one.relationship for one in people_now(app, kept)].count("her new worker") == 1


def test_what_a_stranger_typed_is_text(app: Flask) -> None:
    odd = replace(NAN, called=HOSTILE, relationship=HOSTILE, needs=(Need(HOSTILE, HOSTILE),))
    kept, client = a_meeting(app, people(MUM, odd)), a_client(app)
    for address in (
        f"/meetings/{kept.id}/people",
        page_of(app, kept, "nan"),
        f"{page_of(app, kept, 'nan')}/take-out",
    ):
        html = client.get(address).get_data(as_text=True)
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
