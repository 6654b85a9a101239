"""The letter's pages: its writer meets no real name, its reader all of them, nobody else any."""

import json
from dataclasses import replace

import pytest

from facilitator.audits.look import Purpose
from facilitator.database import new_id, writing
from facilitator.feedback import Card, CardAnswer
from facilitator.feedback import store as cards
from facilitator.meetings import store as meetings
from tests.auditing.drawn import ADA, AT, BEA, FLO, KIT, Service, a_service, sends
from tests.auditing.letters_written import Written, a_filed_look
from tests.desk.at_the_desk import token_of
from tests.web import SAM, judged

LOW = {"Q1": 0, "Q2": 3}


@pytest.fixture(scope="module")
def service() -> Service:
    return a_service()


@pytest.fixture
def written(service: Service) -> Written:
    return a_filed_look(service, ratings=LOW)


def test_the_form_begins_with_what_worked_and_offers_masked_lines_and_places_to_begin(
    written: Written,
) -> None:
    answer = written.ada.get(written.address)
    page = judged(answer)
    assert page.all("h2")[:4] == [
        "What worked",
        "What makes you curious",
        "One step together",
        "The family’s cards",
    ]
    assert f"Step: Walk {written.mask.name('ellie')} to school." in answer.text
    assert "Ellie" not in answer.text
    assert "Was it safe to say them?" in answer.text  # The first criterion, rated 0.
    assert "Does it sound like this family?" not in answer.text  # The second, rated 3.


def test_a_draft_is_kept_however_little_is_in_it_and_nothing_is_filled_in_by_itself(
    written: Written,
) -> None:
    assert written.writes(line_1="", why_1="", step="", step_who="", step_by="").status_code == 303
    assert written.letter.questions == ("What made that easy to ask?",)
    assert written.letter.strengths == ()
    assert "What made that easy to ask?" in written.ada.get(written.address).text


def test_a_refused_form_comes_back_with_every_word(written: Written) -> None:
    answer = written.writes(step_by="on a nice day")
    judged(answer)
    assert answer.status_code == 422
    for words in ("on a nice day", "What made that easy to ask?", "We read two lines aloud"):
        assert words in answer.text


def test_two_tabs_overwrite_nothing(written: Written) -> None:
    written.writes()
    answer = written.writes(question_1="Who asked first?")
    judged(answer)
    assert answer.status_code == 409
    assert "What made that easy to ask?" in answer.text
    assert "Who asked first?" in answer.text
    assert written.letter.questions == ("What made that easy to ask?",)
    assert written.writes(question_1="Who asked first?", revision="1").status_code == 303
    assert written.letter.questions == ("Who asked first?",)


def test_the_letter_is_looked_at_as_it_will_be_read_before_it_is_sent(written: Written) -> None:
    answer = written.writes(do="look")
    assert answer.headers["Location"].endswith("/letter?read=1")
    page = judged(written.ada.get(answer.headers["Location"]))
    assert page.all("h2")[:3] == ["What worked", "What I would like to ask you", "What we do next"]
    assert "Send this letter" in page.all("button")


def test_a_letter_with_a_gap_is_not_sent_and_says_what_is_missing(written: Written) -> None:
    written.writes(step_by="", question_1="Tell me more.")
    looked_at = written.ada.get(f"{written.address}?read=1")
    assert "The step has no day. Say by which day." in looked_at.text
    assert "Send this letter" not in looked_at.text
    answer = sends(written.ada, written.address, do="send", revision="1")
    judged(answer)
    assert answer.status_code == 422
    assert "does not end as a question" in answer.text
    assert not written.letter.is_sent


def test_words_that_may_hurt_are_told_and_hold_the_letter_back_until_there_is_a_reason(
    written: Written,
) -> None:
    written.writes(question_1="Why does she refuse to engage?")
    looked_at = written.ada.get(f"{written.address}?read=1")
    assert "nobody says why they stay" in looked_at.text
    written.writes(
        question_1="Why does she refuse to engage?",
        why_words_stay="It is what the order says.",
        revision="1",
    )
    assert "Send this letter" in written.ada.get(f"{written.address}?read=1").text


def test_while_words_are_typed_a_script_asks_how_they_read(written: Written) -> None:
    asked = {"kind": "letter", "text": "She refuses to engage."}
    headers = {"X-CSRFToken": token_of(written.ada)}
    answer = written.ada.post(f"{written.address}/how-it-reads", json=asked, headers=headers)
    assert [one["level"] for one in answer.get_json()["findings"]] == ["stop"]
    unfits: tuple[object, ...] = ({}, {"text": 1}, [])
    for unfit in unfits:
        unfit_answer = written.ada.post(
            f"{written.address}/how-it-reads", data=json.dumps(unfit), headers=headers
        )
        assert unfit_answer.status_code == 422


def test_a_letter_that_changed_since_it_was_looked_at_is_looked_at_again(written: Written) -> None:
    written.writes()
    written.writes(question_1="Who asked first?", revision="1")
    answer = sends(written.ada, written.address, do="send", revision="1")
    assert answer.headers["Location"].endswith("?read=1")
    assert not written.letter.is_sent


def test_a_sent_letter_has_no_form_any_more_and_a_late_tab_changes_nothing(
    written: Written,
) -> None:
    written.sends_it()
    answer = written.ada.get(written.address)
    judged(answer)
    assert "Ellie" not in answer.text
    assert "textarea" not in answer.text
    late = written.writes(question_1="One more thing?", revision="1")
    judged(late)
    assert late.status_code == 409
    assert "One more thing?" in late.text  # No word is lost, and none is added.
    assert written.letter.questions == ("What made that easy to ask?",)


def test_the_facilitator_reads_real_names_and_no_rating_and_answers_once(written: Written) -> None:
    letter_id = written.sends_it()
    listed = written.sam.get("/letters")
    judged(listed)
    assert f"/letters/{letter_id}" in listed.text
    answer = written.sam.get(f"/letters/{letter_id}")
    (shown,) = judged(answer).all("body")  # A form's token may hold any two letters.
    for said in ("Walk Ellie to school.", "You asked Ellie what helps.", "Friday 12 March 2027"):
        assert said in answer.text
    for never in (written.mask.name("ellie"), "I read it twice.", str(written.look.id)):
        assert never not in answer.text
    assert "Q1" not in shown
    assert written.replies(do="save").status_code == 303
    assert not written.letter.is_answered
    assert written.replies(revision="1").status_code == 303
    late = written.replies(words="One more thing.", revision="2")
    judged(late)
    assert late.status_code == 409
    assert "One more thing." in late.text
    read_again = written.sam.get(f"/letters/{letter_id}")
    assert "One more thing." not in read_again.text
    assert "You answered on" in read_again.text
    assert "textarea" not in read_again.text


def test_an_empty_reply_is_not_sent_and_another_tabs_reply_is_not_overwritten(
    written: Written,
) -> None:
    written.sends_it()
    empty = written.replies(words="")
    assert empty.status_code == 422
    assert "Write a line, however short." in empty.text
    written.replies(do="save")
    clash = written.replies(words="Not so sure.")
    judged(clash)
    assert clash.status_code == 409
    assert "Thank you. I will ask again." in clash.text
    assert "Not so sure." in clash.text


def test_the_supervisor_reads_the_reply_with_made_up_names_and_says_so(written: Written) -> None:
    written.sends_it()
    written.replies(words="Ellie told me herself.")
    answer = written.ada.get(written.address)
    assert f"{written.mask.name('ellie')} told me herself." in answer.text
    assert "Ellie" not in answer.text
    assert sends(written.ada, written.address, do="read").status_code == 303
    assert written.letter.reply.read_at is not None
    assert "I have read this reply" not in written.ada.get(written.address).text


def test_the_familys_cards_lie_beside_the_letter_masked_for_the_supervisor(
    written: Written,
) -> None:
    usual = Card(
        id=new_id(),
        meeting_id=written.meeting.id,
        team_id=written.meeting.team_id,
        given_on=AT.date(),
        answers={"say": CardAnswer.A_LOT},
        words="Ellie could say all she wanted.",
        may_be_read=True,
    )
    silent = replace(
        usual, id=new_id(), words="", may_be_read=False, answers={"ours": CardAnswer.NOT_AT_ALL}
    )
    with written.service.app.app_context(), writing() as session:
        cards.keep(session, usual)
        cards.keep(session, silent)
    letter_id = written.sends_it()
    for_ada = written.ada.get(written.address).text
    for_sam = written.sam.get(f"/letters/{letter_id}").text
    assert f"{written.mask.name('ellie')} could say all she wanted." in for_ada
    assert "Ellie" not in for_ada
    assert "Ellie could say all she wanted." in for_sam
    for page in (for_ada, for_sam):
        assert "We made the plan ourselves." not in page


def test_nobody_else_finds_a_letter(written: Written) -> None:
    written.writes()
    for who in (
        SAM,
        KIT,
        BEA,
        FLO,
    ):  # Flo is a supervisor of the team too, and it is no letter yet.
        client = written.service.as_(who)
        assert client.get(written.address).status_code == 404
        assert sends(client, written.address, do="send", revision="1").status_code == 404
    assert written.sam.get(f"/letters/{written.letter.id}").status_code == 404
    letter_id = written.sends_the_draft()
    for who in (ADA, KIT, BEA, FLO):
        assert written.service.as_(who).get(f"/letters/{letter_id}").status_code == 404
    assert written.service.as_(FLO).get(written.address).status_code == 200
    for who in (SAM, KIT, BEA):
        assert written.service.as_(who).get(written.address).status_code == 404
    assert f"/letters/{letter_id}" not in written.service.as_(KIT).get("/letters").text


@pytest.mark.parametrize("known", [{"filed": False}, {"purpose": Purpose.GOLD}])
def test_a_look_that_is_open_or_at_a_gold_plan_has_no_letter(
    service: Service, known: dict[str, object]
) -> None:
    written = a_filed_look(service, **known)
    assert written.ada.get(written.address).status_code == 404
    assert written.writes().status_code == 404


def test_while_the_family_has_its_private_time_no_letter_is_there(written: Written) -> None:
    letter_id = written.sends_it()
    with written.service.app.app_context(), writing() as session:
        meetings.save(
            session, replace(meetings.load(session, written.meeting.id), in_private_time=True)
        )
    assert written.ada.get(written.address).status_code == 404
    assert f"/letters/{letter_id}" not in written.sam.get("/letters").text
    assert "Walk Ellie" not in written.sam.get(f"/letters/{letter_id}").text


def test_a_letter_stays_with_whom_it_was_sent_to_when_a_colleague_leads_on(
    written: Written,
) -> None:
    letter_id = written.sends_it()
    with written.service.app.app_context(), writing() as session:
        kept = meetings.load(session, written.meeting.id)
        meetings.save(session, replace(kept, owner_id=KIT.id))
        assert meetings.load(session, written.meeting.id).owner_id == KIT.id
    kit = written.service.as_(KIT)
    assert kit.get(f"/letters/{letter_id}").status_code == 404
    assert f"/letters/{letter_id}" not in kit.get("/letters").text
