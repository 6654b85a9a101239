"""Every page of this room, gathered for the app."""

from facilitator.one_person import (
    pages_asking,
    pages_correcting,
    pages_me,
    pages_notice,
    pages_review,
)
from facilitator.one_person.blueprint import one_person

__all__ = [
    "one_person",
    "pages_asking",
    "pages_correcting",
    "pages_me",
    "pages_notice",
    "pages_review",
]
