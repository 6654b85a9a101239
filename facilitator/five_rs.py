"""The Five Rs: five principles and fifteen commitments, in the words of their source.

Every prompt of an agenda keeps one or more of the commitments, and what a plan shows of them
is asked of the plan afterwards. The words are the source's own, to the letter: they are a
promise that a service made to families, and this program has no business to improve on it.
The ids are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

SOURCE = "Restorative Devon, Devon County Council: 'What is Restorative Practice?', 'The Five Rs'"


@dataclass(frozen=True)
class Commitment:
    """One promise of the Five Rs.

    ``id`` is ours (``REL-1``); ``principle`` is the R that it belongs to; ``we_are`` and
    ``we_will`` are quoted from SOURCE.
    """

    id: str
    principle: str
    we_are: str
    we_will: str


@dataclass(frozen=True)
class Principle:
    """One of the Five Rs, with its three commitments in the source's order."""

    name: str
    commitments: tuple[Commitment, ...]


def _principle(name: str, prefix: str, *promises: tuple[str, str]) -> Principle:
    return Principle(
        name,
        tuple(
            Commitment(id=f"{prefix}-{number}", principle=name, we_are=we_are, we_will=we_will)
            for number, (we_are, we_will) in enumerate(promises, start=1)
        ),
    )


PRINCIPLES = (
    _principle(
        "Relational",
        "REL",
        ("Trustworthy", "Build trust and confidence by being transparent and consistent"),
        ("Caring", "Use language that cares, and everyone understands"),
        ("Collaborative", "Work together to create shared solutions"),
    ),
    _principle(
        "Respect",
        "RES",
        (
            "Participatory",
            (
                "Put the views and interests of children and families at the heart of all levels "
                "of decision-making."
            ),
        ),
        ("Honest", "Communicate clearly and openly"),
        (
            "Inclusive",
            "Respect the characteristics and backgrounds of children and young people",
        ),
    ),
    _principle(
        "Responsibility",
        "RSP",
        (
            "Empowering",
            (
                "Build on existing strengths and enable families and children and young people, "
                "to have control, freedom, and responsibility over their own lives so that "
                "positive change is lasting"
            ),
        ),
        ("Informed", "Make sure decision-making and planning is evidence-informed, and timely"),
        (
            "Risk-aware",
            "Safety planning and risk management that is based in the reality of family life",
        ),
    ),
    _principle(
        "Resilience",
        "RSL",
        ("Trauma-informed", "Be trauma and shame-informed and person centred"),
        ("Curious", "Ask curious questions about risk, need and strengths with equal balance"),
        ("Patient", "Understand that sustainable change takes time"),
    ),
    _principle(
        "Reflective",
        "REF",
        (
            "Flexible",
            (
                "Use professional judgement, in a context of ‘safe uncertainty’ and "
                "‘authoritative doubt’"
            ),
        ),
        ("Responsive", "Thinking together about what needs to happen next"),
        ("Outcomes-focused", "Be clear about what good outcomes for children will be"),
    ),
)

COMMITMENTS: Mapping[str, Commitment] = MappingProxyType(
    {commitment.id: commitment for principle in PRINCIPLES for commitment in principle.commitments}
)


def find(commitment_id: str) -> Commitment | None:
    """The commitment of that id, or None."""
    return COMMITMENTS.get(commitment_id)


def load(commitment_id: str) -> Commitment:
    """The commitment of that id; KeyError with a sentence where there is none."""
    commitment = find(commitment_id)
    if commitment is None:
        known = ", ".join(COMMITMENTS)
        raise KeyError(f"There is no commitment called '{commitment_id}'. Use one of: {known}.")
    return commitment
