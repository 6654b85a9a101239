"""What people said, each with its kind, and every wording that it had."""

from facilitator.contributions.contribution import Contribution, Fields, Value
from facilitator.contributions.places import with_a_place
from facilitator.contributions.revision import Change, Clash, FamilyYes, Wording, revised

__all__ = [
    "Change",
    "Clash",
    "Contribution",
    "FamilyYes",
    "Fields",
    "Value",
    "Wording",
    "revised",
    "with_a_place",
]
