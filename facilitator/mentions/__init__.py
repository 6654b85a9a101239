"""Finds one text in another: hidden items, names, addresses.

``find(Item("clinic at Moor House"), line)`` gives every place where the line says it, however it
is written; ``names_in`` says whom a line names; ``looks_like_address`` guards page 1.
"""

from facilitator.mentions.finding import find, says
from facilitator.mentions.mention import Item, Mention, Strength
from facilitator.mentions.names import (
    looks_like_address,
    looks_like_phone,
    looks_like_postcode,
    names_in,
    surnames,
    ways_to_name,
)

__all__ = [
    "Item",
    "Mention",
    "Strength",
    "find",
    "looks_like_address",
    "looks_like_phone",
    "looks_like_postcode",
    "names_in",
    "says",
    "surnames",
    "ways_to_name",
]
