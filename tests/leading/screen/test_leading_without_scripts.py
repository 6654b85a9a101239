"""The page for leading and its forms, in a browser that runs no script."""

import re
from typing import Any
from uuid import UUID

import pytest

from facilitator.agenda.shipped import find_file
from facilitator.contributions import store as contributions
from facilitator.database import reading, writing
from facilitator.meetings import store as meetings
from tests.desk.at_the_desk import press_the_button
from tests.kept import counted
from tests.leading.in_a_meeting import Led, before_the_day
from tests.web import a_client, an_app, judged


@pytest.fixture
def led() -> Led:
    return Led()


def page_of(led: Led) -> str:
    answer = led.client.get(f"{led.address}/lead")
    assert answer.status_code == 200
    judged(answer)
    return answer.get_data(as_text=True)


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, f"No hidden {name}."
    return found[1]


def say(led: Led, **form: Any) -> Any:
    return led.send("lines", **{"ref": "l0123456789abcdef", "key": "one save", **form})


def test_a_line_said_by_somebody_is_kept_and_leads_back_to_the_line_box(led: Led) -> None:
    answer = say(led, words="She sings.", by="grace", kind="strength", prompt="RSL-2a")
    assert answer.status_code == 303
    assert answer.headers["Location"].endswith("/lead#line-box")
    (line,) = [one for one in led.lines() if one["words"] == "She sings."]
    assert (line["by"], line["kind"], line["prompt"]) == ("grace", "strength", "RSL-2a")
    assert "She sings." in page_of(led)


def test_the_same_form_sent_twice_is_one_line(led: Led) -> None:
    before = len(led.lines())
    for _ in range(2):
        assert say(led, words="She sings.", by="grace", kind="strength").status_code == 303
    assert len(led.lines()) == before + 1


def test_where_no_kind_is_chosen_it_is_what_the_question_gathers(led: Led) -> None:
    say(led, words="He hides.", prompt="RES-2a")
    say(led, words="Well.", ref="l2", key="k2")
    kinds = {one["words"]: one["kind"] for one in led.lines()}
    assert (kinds["He hides."], kinds["Well."]) == ("worry", "unsorted")


def test_touched_names_fill_what_that_kind_asks_of_people(led: Led) -> None:
    say(led, words="Walk them to school.", by=["grace", "leon"], kind="action", ref="l1", key="k1")
    say(led, words="Ring her.", by=["bev", "leon"], kind="if_then", ref="l2", key="k2")
    lines = {one["ref"]: one for one in led.lines()}
    assert (lines["l1"]["fields"], lines["l1"]["by"]) == ({"who": ["grace", "leon"]}, "")
    assert lines["l2"]["fields"] == {"who": "bev"}
    assert lines["l1"]["by_name"] == "Nan and Uncle Leon"


def test_several_lines_of_typing_are_kept_as_they_were_typed(led: Led) -> None:
    say(led, words="One.\r\nTwo.", by="grace", kind="need")
    assert led.line("l0123456789abcdef")["words"] == "One.\nTwo."


def test_a_star_marks_the_very_words(led: Led) -> None:
    say(led, words="I am scared.", by="tiana", kind="child_view", exact="y")
    assert led.line("l0123456789abcdef")["exact"] is True


def test_a_refused_line_comes_back_with_every_word_and_every_choice(led: Led) -> None:
    words = "All that she said. " * 300
    answer = say(led, words=words, by="grace", kind="need", exact="y")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    judged(answer)
    assert words in page
    assert "5,700 characters" in page
    assert re.search(r'<input[^>]*value="grace"[^>]*checked', page)
    assert re.search(r'<input[^>]*value="need"[^>]*checked', page)
    assert hidden(page, "ref") == "l0123456789abcdef"


def test_other_words_from_a_page_that_was_sent_already_are_kept_beside_the_first(led: Led) -> None:
    say(led, words="One.", by="grace", kind="need")
    answer = say(led, words="Two.", by="grace", kind="need")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    judged(answer)
    assert "One." in page
    assert "Two." in page
    fresh = {name: hidden(page, name) for name in ("ref", "key")}
    assert say(led, words="Two.", by="grace", kind="need", **fresh).status_code == 303
    assert {"One.", "Two."} <= {one["words"] for one in led.lines()}


def test_words_that_look_like_a_page_are_shown_as_words(led: Led) -> None:
    say(led, words='<script>alert("x")</script>', by="grace", kind="need")
    page = page_of(led)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_walk_goes_on_by_plain_buttons(led: Led) -> None:
    for form in ({"what": "went", "about": "REL-1b"}, {"what": "asked", "about": "REL-1b"}):
        answer = led.send("walk", key=form["what"], **form)
        assert answer.status_code == 303
        assert answer.headers["Location"].endswith("/lead")
    assert 'data-now="RSL-1c"' in page_of(led)
    led.send("walk", key="jump", go="RSL-2a")
    assert 'data-now="RSL-2a"' in page_of(led)


def test_a_question_of_ones_own_stands_on_the_screen_in_its_words(led: Led) -> None:
    for _ in range(2):  # Sent twice, asked once.
        led.send("walk", what="own_question", words="And who has the dog?", key="own-question")
    page = page_of(led)
    assert "And who has the dog?" in page
    assert page.count('data-prompt="own-') == 1
    own = re.search(r'data-now="(own-[0-9a-f]{16})"', page)
    assert own
    say(led, words="Leon has.", by="leon", prompt=own[1])
    assert led.line("l0123456789abcdef")["prompt"] == own[1]


def test_a_question_without_words_is_refused_in_a_sentence(led: Led) -> None:
    answer = led.send("walk", what="own_question", words=" ", key="empty")
    assert answer.status_code == 422
    assert "This question has no words yet." in answer.get_data(as_text=True)


def test_in_private_time_what_was_typed_comes_back(led: Led) -> None:
    led.in_private_time()
    answer = say(led, words="She sings.", by="grace")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 423
    assert "The family has its private time now." in page
    assert "She sings." in page


def test_every_question_of_the_agenda_is_on_the_page(led: Led) -> None:
    page = page_of(led)
    for prompt in ("REL-1a", "REL-1b", "RSL-2e", "REL-3c", "RSP-1e"):
        assert f'data-prompt="{prompt}"' in page
    assert "[child]" not in page
    assert "Tiana and Jaydon" in page


def test_a_meeting_is_led_by_its_own_agenda_where_it_has_one() -> None:
    led = Led()
    shipped = find_file("family_group_conference")
    assert shipped
    own = shipped.replace(b"How does your family like to start a big talk?", b"Who has a song?")
    assert "Who has a song?" not in page_of(led)
    with led.app.app_context(), writing() as session:
        meetings.save_agenda(session, led.kept.id, own)
    assert "Who has a song?" in page_of(led)


def test_nothing_of_another_persons_notes_and_no_name_stands_in_an_address(led: Led) -> None:
    page = page_of(led)
    notes = before_the_day()["facilitator_notes"]["text"]
    assert notes[:40] not in page
    addresses = re.findall(r'(?:href|action|src)="([^"]+)"', page)
    names = ("grace", "tiana", "charlene", "campbell")
    assert not [one for one in addresses if any(name in one.lower() for name in names)]


def test_the_page_asks_the_database_as_often_however_much_was_said(led: Led) -> None:
    def asked() -> int:
        with led.app.app_context(), counted() as selects:
            page_of(led)
        return len(selects)

    before = asked()
    for number in range(20):
        led.keep(f"more-{number}")
        led.happens("went", "REL-1b", key=f"went-{number}")
    assert asked() == before <= 11


def test_the_practice_family_is_offered_line_by_line() -> None:
    app = an_app()
    client = a_client(app)
    way = press_the_button(client).removesuffix("/prepare")
    page = client.get(f"{way}/lead").get_data(as_text=True)
    assert "PRACTICE" in page
    offer = hidden(page, "offer")
    form = {
        "csrf_token": hidden(page, "csrf_token"),
        "key": "offered",
        "ref": offer,
        "offer": offer,
        "words": "Grandad said grace.",
        "kind": "beginning",
    }
    assert client.post(f"{way}/lines", data=form).status_code == 303
    after = client.get(f"{way}/lead").get_data(as_text=True)
    assert "Grandad said grace." in after
    assert hidden(after, "offer") != offer


def test_what_an_offer_says_beside_its_words_is_kept_with_it() -> None:
    app = an_app()
    client = a_client(app)
    way = press_the_button(client).removesuffix("/prepare")
    page = client.get(f"{way}/lead").get_data(as_text=True)
    form = {
        "csrf_token": hidden(page, "csrf_token"),
        "key": "a step",
        "ref": "a5",
        "offer": "a5",
        "words": "Sit with Tiana at bedtime.",
        "kind": "action",
        "by": "grace",
    }
    # A step that answers what nobody has said yet can't be kept as it is.
    assert client.post(f"{way}/lines", data=form).status_code == 422
    kept = {**form, "kind": "need", "key": "no step"}
    assert client.post(f"{way}/lines", data=kept).status_code == 303
    meeting_id = way.rsplit("/", 1)[1]
    with app.app_context(), reading() as session:
        found = contributions.find(session, UUID(meeting_id), "a5")
    assert found
    assert (found.said.kind, found.said.by) == ("need", "grace")
