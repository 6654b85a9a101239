"""A card bears no name, and keeps no word that nobody may read."""

from datetime import date
from uuid import UUID

import pytest

from facilitator.feedback import CardAnswer, Factor, Part, counted, statements
from facilitator.feedback.card import FACTOR_OF, LONGEST_WORDS, Card, Filled
from facilitator.feedback.forms import filled
from facilitator.plain_language import Scope, check, grade
from facilitator.refusals import Refusal

ONE, OTHER = UUID(int=1), UUID(int=2)
DAY = date(2027, 2, 27)


def kept(sent: Filled) -> Card:
    return sent.checked().kept(id=ONE, meeting_id=ONE, team_id=ONE, on=DAY, practice=False)


@pytest.mark.parametrize("for_child", [False, True])
def test_each_factor_has_statements_of_its_own_on_each_card(*, for_child: bool) -> None:
    factors = [one.factor for one in statements(for_child=for_child)]
    assert set(factors) == set(Factor)
    assert sorted(factors, key=list(Factor).index) == factors


def test_no_two_statements_have_the_same_key() -> None:
    every = (*statements(for_child=False), *statements(for_child=True))
    assert len({one.id for one in every}) == len(every) == len(FACTOR_OF)


@pytest.mark.parametrize("for_child", [False, True])
def test_a_nine_year_old_can_read_every_statement(*, for_child: bool) -> None:
    texts = [one.words for one in statements(for_child=for_child)]
    assert [one for one in texts if check(one, Scope.CHILD)] == []
    assert grade(" ".join(texts)) <= 4  # Four years of school: about nine years old.


def test_words_that_nobody_may_read_are_never_kept() -> None:
    answers = {"say": CardAnswer.YES}
    card = kept(Filled(answers=answers, words="Too hot.", may_be_read=False))
    assert (card.words, card.answers, card.may_be_read) == ("", answers, False)
    with pytest.raises(ValueError, match="not kept"):
        Card(id=ONE, meeting_id=ONE, team_id=ONE, given_on=DAY, words="Too hot.")


def test_words_that_may_be_read_are_kept_as_they_were_written() -> None:
    assert kept(Filled(words=" Nan was heard.\n", may_be_read=True)).words == "Nan was heard."


def test_a_card_that_leaves_out_who_may_read_it_is_only_counted() -> None:
    assert kept(Filled(answers={"say": CardAnswer.A_BIT})).may_be_read is False


@pytest.mark.parametrize(
    ("sent", "place", "says"),
    [
        (Filled(may_be_read=True), "answers", "Nothing is on this card yet."),
        (Filled(words=" \n"), "answers", "Nothing is on this card yet."),
        (Filled(words="Kind."), "may_be_read", "Choose yes or no."),
        (Filled(words="a" * (LONGEST_WORDS + 1), may_be_read=True), "words", "2,001 letters"),
        (Filled(words="a\x00b", may_be_read=True), "words", "Take that character out."),
    ],
)
def test_a_card_is_asked_about_once_more_where_it_is_not_clear(
    sent: Filled, place: str, says: str
) -> None:
    with pytest.raises(Refusal, match=says) as refused:
        sent.checked()
    assert refused.value.problems[0].place == place


def test_what_could_not_be_chosen_on_the_page_is_left_out() -> None:
    sent = filled(
        {"say": "yes", "ours": "10", "heard": "yes", "part": "boss", "may_be_read": "maybe"},
        for_child=False,
    )
    assert sent.answers == {"say": CardAnswer.YES}
    assert (sent.part, sent.may_be_read) == (Part.UNSAID, None)


def test_answers_are_counted_by_what_they_are_about_whoever_gave_them() -> None:
    counts = counted(
        [
            (ONE, {"say": "yes", "my_say": "yes", "listened": "cant_say"}),
            (ONE, {"alone": "not_at_all", "of_a_newer_program": "yes"}),
            (OTHER, {}),
        ]
    )
    assert (counts.cards, counts.plans) == (3, 2)
    about = {one.factor: one for one in counts.factors}
    assert about[Factor.INCLUDED].answers[CardAnswer.YES] == 2
    assert about[Factor.INCLUDED].answers[CardAnswer.NOT_AT_ALL] == 1
    assert about[Factor.SUPPORTED].given == 1
    assert about[Factor.DECISIONS].given == 0
