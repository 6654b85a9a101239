"""What one family calls things stands above the list."""

from facilitator.plain_language.finding import OwnWords, Reason, Scope
from facilitator.plain_language.lists import shipped
from facilitator.plain_language.matching import word_findings
from facilitator.plain_language.text import read
from tests.plain_language.word_sayings import found


def test_a_word_that_the_family_uses_is_not_found() -> None:
    own = OwnWords(uses=("Mother", "sibling"))
    assert found("Mother and the siblings came.", own=own) == []
    assert found("Mother and the siblings came.") != []


def test_its_use_spares_that_word_and_no_longer_phrase() -> None:
    own = OwnWords(uses=("placement",))
    assert found("The placement is fine.", own=own) == []
    assert found("The placement breakdown.", own=own) == [("ask", "placement breakdown")]


def test_a_word_that_the_family_does_not_want_is_found_with_what_they_say() -> None:
    own = OwnWords(avoids=(("nan", "Grandma"),))
    (finding,) = word_findings(read("Nan came."), Scope.ALL, shipped(), own, ())
    assert (finding.words, finding.instead, finding.ready) == ("Nan", "Grandma", "Grandma")
    assert finding.reason is Reason.LABEL
    assert found("Nan came.", own=own) == [("ask", "Nan")]


def test_where_they_did_not_say_what_to_say_they_are_asked() -> None:
    own = OwnWords(avoids=(("autistic", ""),))
    (finding,) = word_findings(read("She is autistic."), Scope.ALL, shipped(), own, ())
    assert finding.instead == "ask the family what they say"
    assert finding.ready is None


def test_a_stop_stays_a_stop_in_their_own_words() -> None:
    own = OwnWords(avoids=(("chaotic", "busy"),))
    (finding,) = word_findings(read("A chaotic home."), Scope.ALL, shipped(), own, ())
    assert (finding.level.value, finding.instead) == ("stop", "busy")


def test_a_phrase_and_its_plural_are_found() -> None:
    own = OwnWords(avoids=(("contact session", "visit"),))
    assert found("Two contact sessions.", own=own) == [("ask", "contact sessions")]


def test_empty_words_change_nothing() -> None:
    own = OwnWords(uses=("", " "), avoids=(("", "x"), ("...", "y")))
    assert found("Mother absconded.", own=own) == found("Mother absconded.")
