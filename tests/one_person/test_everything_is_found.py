"""P7: of 300 facts about people of 30 families 99 in 100 are found, and none of others."""

from collections.abc import Iterator

import pytest

from facilitator.database import reading, writing
from facilitator.exchange.keeping import Reception, bring_in
from facilitator.one_person.fact import Fact
from facilitator.one_person.gathering import facts_of
from facilitator.one_person.material import material_of
from facilitator.record import Record
from tests.kept import NOW
from tests.one_person.planted import Family, Planted, families
from tests.web import SAM, an_app

Found = tuple[Family, tuple[Fact, ...]]


@pytest.fixture(scope="module")
def found() -> Iterator[list[Found]]:
    """Every family in one database, and what is found of the person with one name in each."""
    app = an_app()
    several = []
    with app.app_context():
        for family in families():
            with writing() as session:
                kept = bring_in(session, Record(family.document), Reception(owner=SAM, at=NOW))
            several.append((family, kept.kept))
        with reading() as session:
            yield [
                (family, facts_of(material_of(session, kept), family.me))
                for family, kept in several
            ]


def _in(fact: Fact, mark: str) -> bool:
    plain = "".join("".join(fact.texts).split()).casefold()
    return mark.casefold() in plain


def _facts_with(facts: tuple[Fact, ...], planted: Planted) -> list[Fact]:
    return [one for one in facts if _in(one, planted.mark)]


def test_of_300_planted_facts_at_least_99_in_100_are_found(found: list[Found]) -> None:
    planted = [(family, one, facts) for family, facts in found for one in family.facts]
    missed = [
        (family.seed, one.where) for family, one, facts in planted if not _facts_with(facts, one)
    ]
    assert len(planted) == 300
    assert len(missed) <= 3, missed


def test_no_fact_of_another_family_is_among_them(found: list[Found]) -> None:
    marks = {one.mark: family.seed for family, _ in found for one in family.facts}
    strangers = [
        (family.seed, seed)
        for family, facts in found
        for mark, seed in marks.items()
        if seed != family.seed and any(_in(one, mark) for one in facts)
    ]
    assert strangers == []


def test_whatever_is_about_somebody_else_too_waits_for_a_look(found: list[Found]) -> None:
    slipped = [
        (family.seed, one.where)
        for family, facts in found
        for one in family.facts
        if one.is_others_too
        for fact in _facts_with(facts, one)
        if not (fact.never or fact.waits)
    ]
    assert slipped == []


def test_what_is_hidden_from_them_is_never_given(found: list[Found]) -> None:
    wrong = [
        (family.seed, one.where)
        for family, facts in found
        for one in family.facts
        for fact in _facts_with(facts, one)
        if fact.never is not one.never
    ]
    assert wrong == []
