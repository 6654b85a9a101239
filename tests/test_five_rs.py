"""The Five Rs hold to their source, word for word."""

import pytest

from facilitator import five_rs

# The source's own lines: a principle, then 'We are' and 'We will' for each of its promises.
SOURCE = """\
Relational
Trustworthy
Build trust and confidence by being transparent and consistent
Caring
Use language that cares, and everyone understands
Collaborative
Work together to create shared solutions
Respect
Participatory
Put the views and interests of children and families at the heart of all levels of decision-making.
Honest
Communicate clearly and openly
Inclusive
Respect the characteristics and backgrounds of children and young people
Responsibility
Empowering
Build on existing strengths and enable families and children and young people, to have control, \
freedom, and responsibility over their own lives so that positive change is lasting
Informed
Make sure decision-making and planning is evidence-informed, and timely
Risk-aware
Safety planning and risk management that is based in the reality of family life
Resilience
Trauma-informed
Be trauma and shame-informed and person centred
Curious
Ask curious questions about risk, need and strengths with equal balance
Patient
Understand that sustainable change takes time
Reflective
Flexible
Use professional judgement, in a context of ‘safe uncertainty’ and ‘authoritative doubt’
Responsive
Thinking together about what needs to happen next
Outcomes-focused
Be clear about what good outcomes for children will be
"""


def test_the_words_are_those_of_the_source() -> None:
    said: list[str] = []
    for principle in five_rs.PRINCIPLES:
        said.append(principle.name)
        for commitment in principle.commitments:
            said += [commitment.we_are, commitment.we_will]
    assert said == SOURCE.splitlines()


def test_fifteen_commitments_have_the_ids_that_agendas_use() -> None:
    assert list(five_rs.COMMITMENTS) == [
        f"{prefix}-{number}"
        for prefix in ("REL", "RES", "RSP", "RSL", "REF")
        for number in (1, 2, 3)
    ]


def test_each_commitment_knows_its_principle_and_its_id() -> None:
    for principle in five_rs.PRINCIPLES:
        assert {commitment.principle for commitment in principle.commitments} == {principle.name}
    assert all(key == commitment.id for key, commitment in five_rs.COMMITMENTS.items())


def test_finding_gives_none_where_there_is_no_such_commitment() -> None:
    found = five_rs.find("RES-2")
    assert found is not None
    assert found.we_are == "Honest"
    assert five_rs.find("RES-4") is None


def test_loading_says_which_commitments_there_are() -> None:
    assert five_rs.load("REF-3").we_are == "Outcomes-focused"
    with pytest.raises(KeyError, match=r"no commitment called 'kind'\. Use one of: REL-1, REL-2"):
        five_rs.load("kind")
