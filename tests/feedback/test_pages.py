"""A card on the screen: safe in the room, sent once, and never shown again."""

import pytest

from facilitator.database import new_id, reading, writing
from facilitator.feedback import Card, store
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from tests.auditing.drawn import ADA, BEA, KIT, Service, a_service, sends
from tests.web import SAM, judged

WORDS = "Nan could say all she wanted."
FULL = {"say": "a_lot", "listened": "not_at_all", "words": WORDS, "may_be_read": "yes"}


@pytest.fixture(scope="module")
def service() -> Service:
    return a_service()


@pytest.fixture
def meeting(service: Service) -> KeptMeeting:
    return service.plan()


def cards_of(service: Service, meeting: KeptMeeting) -> tuple[Card, ...]:
    with service.app.app_context(), reading() as session:
        return store.readable(session, meeting.id)


def count_of(service: Service, meeting: KeptMeeting) -> int:
    with service.app.app_context(), reading() as session:
        return store.count_of(session, meeting.id)


@pytest.mark.parametrize("where", ["card", "card/{id}", "card/{id}?for=child"])
def test_a_page_that_is_handed_over_leads_to_nothing_but_cards(
    service: Service, meeting: KeptMeeting, where: str
) -> None:
    here = f"/meetings/{meeting.id}/card"
    answer = service.as_(SAM).get(f"/meetings/{meeting.id}/{where.format(id=new_id())}")
    page = judged(answer)
    assert [link for link in page.links if not link.startswith(here)] == []
    assert meeting.meeting.title not in answer.text
    assert SAM.name not in answer.text


def test_a_card_that_is_sent_is_kept_and_nothing_of_it_is_shown_again(
    service: Service, meeting: KeptMeeting
) -> None:
    sam, address = service.as_(SAM), f"/meetings/{meeting.id}/card/{new_id()}"
    assert sends(sam, address, **FULL).status_code == 303
    for answer in (sam.get(address), sends(sam, address, **FULL)):
        assert judged(answer).all("h1") == ["Thank you"]
        assert WORDS not in answer.text
        assert "radio" not in answer.text
    (card,) = cards_of(service, meeting)
    assert (card.words, card.may_be_read, len(card.answers)) == (WORDS, True, 2)


def test_a_refused_card_comes_back_with_every_word_and_tick(
    service: Service, meeting: KeptMeeting
) -> None:
    address = f"/meetings/{meeting.id}/card/{new_id()}"
    answer = sends(service.as_(SAM), address, say="a_bit", words=WORDS)
    judged(answer)
    assert answer.status_code == 422
    assert "Choose yes or no." in answer.text
    assert WORDS in answer.text
    assert 'value="a_bit" checked' in answer.text
    assert count_of(service, meeting) == 0


def test_a_card_that_says_no_is_only_counted(service: Service, meeting: KeptMeeting) -> None:
    sam = service.as_(SAM)
    sends(sam, f"/meetings/{meeting.id}/card/{new_id()}", **{**FULL, "may_be_read": "no"})
    answer = sam.get(f"/meetings/{meeting.id}/cards")
    judged(answer)
    assert "1 card came in. You may read none." in answer.text
    assert WORDS not in answer.text
    assert "The workers listened to us." not in answer.text


def test_the_facilitator_reads_a_card_that_says_yes(service: Service, meeting: KeptMeeting) -> None:
    sam = service.as_(SAM)
    sends(sam, f"/meetings/{meeting.id}/card/{new_id()}", **FULL)
    answer = sam.get(f"/meetings/{meeting.id}/cards")
    assert WORDS in answer.text
    assert "Not at all" in answer.text


@pytest.mark.parametrize("who", [SAM, ADA])
def test_a_paper_card_is_typed_in_by_its_facilitator_or_a_supervisor_of_the_team(
    service: Service, meeting: KeptMeeting, who: object
) -> None:
    client, card = service.as_(who), str(new_id())  # type: ignore[arg-type]
    address = f"/meetings/{meeting.id}/cards/typed"
    judged(client.get(address))
    for _ in range(2):
        assert sends(client, address, card=card, heard="yes", **FULL).status_code == 303
    assert count_of(service, meeting) == 1
    refused = sends(client, address, card=card)
    assert refused.status_code == 422
    assert card in refused.text


@pytest.mark.parametrize("who", [KIT, BEA])
def test_a_colleague_and_another_teams_supervisor_find_no_card_there(
    service: Service, meeting: KeptMeeting, who: object
) -> None:
    client = service.as_(who)  # type: ignore[arg-type]
    for where in ("cards", "cards/card.pdf", "card", f"card/{new_id()}", "cards/typed"):
        assert client.get(f"/meetings/{meeting.id}/{where}").status_code == 404
    assert sends(client, f"/meetings/{meeting.id}/cards/typed", **FULL).status_code == 404


def test_a_supervisor_reads_no_cards_of_a_meeting_and_opens_no_card_on_a_screen(
    service: Service, meeting: KeptMeeting
) -> None:
    ada = service.as_(ADA)
    for where in ("cards", "card", f"card/{new_id()}", "cards/card.pdf"):
        assert ada.get(f"/meetings/{meeting.id}/{where}").status_code == 404


def test_while_the_family_has_its_private_time_no_card_is_there(service: Service) -> None:
    meeting = service.plan(in_private_time=True)
    with service.app.app_context(), writing() as session:
        assert meetings.load(session, meeting.id).in_private_time
    assert service.as_(ADA).get(f"/meetings/{meeting.id}/cards/typed").status_code == 404
    assert "How was it for you?" not in service.as_(SAM).get(f"/meetings/{meeting.id}/card").text


def test_each_paper_is_a_pdf_and_a_strange_one_is_not_there(
    service: Service, meeting: KeptMeeting
) -> None:
    sam = service.as_(SAM)
    answer = sam.get(f"/meetings/{meeting.id}/cards/card.pdf")
    assert answer.data.startswith(b"%PDF")
    assert "card.pdf" in answer.headers["Content-Disposition"]
    assert sam.get(f"/meetings/{meeting.id}/cards/poster.pdf").status_code == 404
