"""What stands on the card: what the family took in, in its own language, and nothing else."""

from dataclasses import replace
from typing import Any

import pytest

from facilitator.agenda import shipped
from facilitator.before_the_day import take_in
from facilitator.before_the_day.card_words import all_words, find_words, words_for
from facilitator.kinds import KINDS
from facilitator.paper import fonts
from tests.builders import hidden, meeting, people, said
from tests.leading.in_a_meeting import Led, before_the_day
from tests.leading.private.in_private import begins, in_private_time
from tests.people.cast import ELLIE, MUM, NAN, PRIYA
from tests.web import a_client, judged

AGENDA = shipped.load("family_group_conference")
LANGUAGES = ("en", "cy", "pl", "ro", "uk", "pt", "ur", "bn", "ar", "so", "tr")


def in_languages(*codes: str) -> Led:
    document: dict[str, Any] = before_the_day()
    led = Led(document={**document, "meeting": {**document["meeting"], "languages": [*codes]}})
    begins(led)
    return led


def test_the_card_holds_the_questions_what_must_be_there_and_why_and_what_to_talk_about() -> None:
    page = judged(in_private_time().client.get("/private-time"))
    assert page.all("h1") == ["This time is yours"]
    text = " ".join(page.all("main"))
    for words in (
        "Knock when you want us.",
        "How will Nan and Grandad get a break?",
        "Jaydon goes to every hearing visit. Why: He is learning to talk and sign",
        "What will we do on a really bad day? Who do we ring first?",
        "We are ready",
    ):
        assert words in text


def test_the_card_holds_no_worry_no_name_of_who_leads_and_no_way_into_the_app() -> None:
    page = judged(in_private_time().client.get("/private-time"))
    text = " ".join(page.all("body"))
    for words in ("check on Mum", "Sam Hill", "Idris", "Farah", "Holding hands", "Sign"):
        assert words not in text
    assert {link.partition("?")[0] for link in page.links} <= {"/private-time", READY_AT}


READY_AT = "/private-time/ready"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_card_speaks_every_language_that_we_have_in_its_own_direction(code: str) -> None:
    led = in_private_time()
    words = find_words(code)
    assert words is not None
    html = led.client.get(f"/private-time?in={code}").text
    assert f'<html lang="{code}" dir="{words.dir}"' in html
    for sentence in (words.title, words.knock, words.questions, words.musts, words.ready):
        assert sentence in html.replace("&#39;", "'")
    ready = led.client.get(f"{READY_AT}?in={code}").text.replace("&#39;", "'")
    assert words.fetch in ready
    assert words.back in ready


def test_the_card_begins_in_the_familys_language_and_offers_its_others_first() -> None:
    led = in_languages("bfi", "pl", "en-GB")
    html = led.client.get(f"{led.address}/lead").text
    assert '<html lang="pl" dir="ltr"' in html
    near, _, others = html.partition("<details>")
    assert ">English</a>" in near
    assert ">Türkçe</a>" in others


def test_a_language_that_we_do_not_have_is_the_familys_own_again() -> None:
    led = in_languages("pl")
    assert '<html lang="pl"' in led.client.get("/private-time?in=xx").text


def test_where_we_have_none_of_their_languages_the_card_is_english() -> None:
    assert words_for(meeting(languages=("bfi", "yo")), people(MUM)) == all_words()[:1]


def test_somebody_of_the_family_who_thinks_in_another_language_finds_it_among_the_first() -> None:
    spoken = people(MUM, replace(NAN, language="ur"), replace(PRIYA, language="tr"))
    found = words_for(meeting(languages=("en",)), spoken)
    assert [one.code for one in found] == ["en", "ur"]


def test_every_language_says_every_sentence_once_and_our_fonts_can_write_it() -> None:
    assert tuple(one.code for one in all_words()) == LANGUAGES
    for one in all_words():
        sentences = list(vars(one).values())
        assert all(sentences), one.code
        assert len(set(sentences)) == len(sentences), one.code
        assert list(fonts.unprintable(" ".join(sentences))) == [], one.code
        assert all(len(sentence.split()) <= 30 for sentence in sentences)


def test_a_line_in_another_language_keeps_it_with_the_interpreters_words_beside_it() -> None:
    asked = replace(said("question", "مدرسہ کون لے جائے گا؟"), lang="ur", dir="rtl")
    asked = replace(asked, rendering="Who takes her to school?")
    (told,) = take_in(AGENDA, people(MUM, ELLIE), (asked,)).questions
    assert (told.lang, told.dir, told.rendering) == ("ur", "rtl", "Who takes her to school?")


def test_what_is_hidden_from_anybody_is_not_taken_in_not_even_in_an_interpreters_words() -> None:
    everyone = people(MUM, ELLIE, NAN, hidden_items=(hidden("Moor House", "nan"),))
    plain = said("question", "Where do we meet?")
    told = replace(plain, rendering="Is it at Moor House?")
    assert take_in(AGENDA, everyone, (told,)).questions == ()
    assert len(take_in(AGENDA, everyone, (plain,)).questions) == 1


def test_no_kind_that_only_some_may_hear_is_ever_taken_in() -> None:
    taken_in = {"question", "bottom_line", "help_offer"}
    some = {one.key for one in KINDS.values() if any(f.key == "may_hear" for f in one.fields)}
    assert {"child_view", "sent_words"} <= some
    assert not some & taken_in


def test_a_line_about_somebodys_past_hurt_is_taken_in_only_with_that_persons_yes() -> None:
    plain = said("question", "How do we keep Mum safe from what Dad did?")
    for yes, many in ((None, 0), (False, 0), (True, 1)):
        about = replace(plain, hurts="mum", hurts_yes=yes)
        assert len(take_in(AGENDA, people(MUM, ELLIE), (about,)).questions) == many


def test_typed_words_stay_text_on_the_card() -> None:
    led = Led()
    led.keep("hostile", kind="question", words="<script>alert(1)</script> {{ 7 * 7 }}", by="")
    begins(led)
    html = led.client.get("/private-time").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}" in html


def test_elsewhere_the_card_says_that_it_is_private_time_and_leads_to_the_same_field() -> None:
    led = in_private_time()
    answer = a_client(led.app).get(f"{led.address}/notes?in=cy")
    page = judged(answer)
    assert answer.status_code == 423
    assert "The family has its private time now." in " ".join(page.all("main"))
    assert page.all("h1") == ["Eich amser chi yw hwn"]
    assert f"{led.address}/private-time/ready?in=cy" in page.links
