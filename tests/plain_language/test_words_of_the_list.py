"""Every word of the shipped list is found, and none of its innocent contexts is."""

import pytest

from facilitator.plain_language.finding import OF_WORDS, Level, OwnWords
from facilitator.plain_language.lists import shipped
from facilitator.plain_language.matching import hits_in
from facilitator.plain_language.own_words import own_list
from facilitator.plain_language.terms import Term
from facilitator.plain_language.text import read
from tests.plain_language.word_sayings import found, said, scope_of

LOOKED_FOR = [term for term in shipped().terms if term.level is not None]


def names_found(term: Term, sentence: str) -> list[str]:
    """The names of the terms found in the sentence."""
    family = own_list(OwnWords(), ("Ella",))
    return [hit.name for hit, _ in hits_in(read(sentence), scope_of(term), shipped(), family)]


@pytest.mark.parametrize("term", LOOKED_FOR, ids=lambda term: term.name)
def test_each_word_of_the_list_is_found(term: Term) -> None:
    missed = [said(each) for each in term.find if not names_found(term, said(each))]
    assert missed == []


@pytest.mark.parametrize("term", LOOKED_FOR, ids=lambda term: term.name)
def test_no_word_is_found_in_its_innocent_contexts(term: Term) -> None:
    wrong = [said(each) for each in term.fine if term.name in names_found(term, said(each))]
    assert wrong == []


@pytest.mark.parametrize("term", LOOKED_FOR, ids=lambda term: term.name)
def test_each_word_says_what_to_say_instead_and_why(term: Term) -> None:
    assert term.say
    assert term.why.endswith(".")
    assert len(term.why.split()) <= 20
    assert term.reason in OF_WORDS


def test_each_innocent_context_has_a_word_that_its_term_finds() -> None:
    dead = {
        term.name: said(each)
        for term in LOOKED_FOR
        for each in term.fine
        if not any(each.parts == known.parts for known in sum(_contexts(term), ()))
    }
    assert dead == {}


def _contexts(term: Term) -> list[tuple]:  # type: ignore[type-arg]
    return list(shipped().fine.get(term, {}).values())


def test_the_names_of_the_list_are_all_different() -> None:
    names = [term.name for term in shipped().terms]
    assert sorted(names) == sorted(set(names))


FAMILIES = """
Mother does not engage with the health visitor.
They have repeatedly failed to engage.
There has been non-engagement from the family.
He refuses to engage with the team.
Engagement from father remains sporadic.
She disengaged from services in May.
He was non-compliant with the plan.
They were hostile towards staff.
He will not co-operate with us.
There is limited insight into the harm.
He has shown no insight.
Her failure to protect is a worry.
Parents fail to prioritise the children's needs.
She puts her own needs first.
He has only himself to blame.
He continues to place himself at risk.
He absconded twice.
She is just doing it for attention.
When he kicks off he breaks things.
She manipulates professionals.
Mum leads a chaotic lifestyle.
His behaviour can be very challenging.
Police were called to a domestic.
The relationship between Mum and Dean is volatile.
His brother committed suicide.
He became looked after in 2021.
The child was seen alone.
Inconsistent parenting.
He cannot self-regulate.
She is enmeshed.
They colluded to hide it.
She is gang affiliated.
He truants most days.
Mum is unwilling to change.
A hard-to-reach family.
Date TBC.
He is out of control.
Neither parent is willing to engage.
Placing her own needs above those of her son.
Exposing herself to risk.
Severely absent.
Their relationship was tempestuous.
Parenting was neglectful.
Unaccompanied asylum-seeking children.
He refuses to work with us.
She showed no warmth.
A contract of expectations was signed.
In due course.
""".strip().splitlines()


@pytest.mark.parametrize("line", FAMILIES)
def test_the_relatives_of_a_stop_are_stops(line: str) -> None:
    assert Level.STOP in [level for level, _ in found(line)]
