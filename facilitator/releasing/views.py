"""Every page of this room, gathered for the app."""

from facilitator.releasing import (
    adding_later,
    checking,
    handing_over,
    looking,
    other_words,
    pages,
    plain_text,
    printing_pages,
    register_page,
    rules,
    withdrawing,
)
from facilitator.releasing.blueprint import releasing

__all__ = [
    "adding_later",
    "checking",
    "handing_over",
    "looking",
    "other_words",
    "pages",
    "plain_text",
    "printing_pages",
    "register_page",
    "releasing",
    "rules",
    "withdrawing",
]
