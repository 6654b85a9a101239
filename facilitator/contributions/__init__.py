"""What people said, each with its kind, and every wording that it had."""

from facilitator.contributions.contribution import Contribution, Fields, Value
from facilitator.contributions.places import with_a_place
from facilitator.contributions.revision import Change, Clash, FamilyYes, Wording, revised
from facilitator.contributions.title import title_of, titled

__all__ = [
    "Change",
    "Clash",
    "Contribution",
    "FamilyYes",
    "Fields",
    "Value",
    "Wording",
    "revised",
    "title_of",
    "titled",
    "with_a_place",
]
