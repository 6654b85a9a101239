"""Words explained: just the ones that a plan uses, each with its meaning once."""

from facilitator.plain_language.explained import Explained, explained
from facilitator.plain_language.finding import OwnWords


def words(*texts: str, own: OwnWords | None = None) -> list[str]:
    return [each.word for each in explained(texts, own=own or OwnWords())]


def test_the_words_stand_in_the_order_of_their_first_use() -> None:
    texts = ("Ring CAMHS.", "The ICPC is on Monday, and CAMHS comes.", "Dean has a care order.")
    assert words(*texts) == ["CAMHS", "ICPC", "care order"]


def test_a_meaning_stands_once_whatever_form_its_word_has() -> None:
    assert words("The ICPC is on Monday.", "After the child protection conference.") == ["ICPC"]


def test_each_word_has_its_own_meaning() -> None:
    (one,) = explained(["Sam's EHC plan."])
    assert one == Explained("EHC plan", "the legal plan for extra help at school")


def test_words_that_are_only_asked_about_are_not_explained() -> None:
    assert words("Mother absconded from the placement.") == []


def test_what_is_not_used_is_not_explained() -> None:
    assert words("Nan does the school run.", "") == []


def test_a_family_that_says_it_so_needs_no_explaining() -> None:
    assert words("Our advocate came.", own=OwnWords(uses=("advocate",))) == []


def test_a_word_over_two_lines_is_shown_on_one() -> None:
    assert words("the core\ngroup met") in (["core group"], [])
