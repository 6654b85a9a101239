"""Strict reading: JSON or TOML into a document, and a document against its schema."""

from facilitator.strict.places import first, place, shown, walk
from facilitator.strict.schema import problems
from facilitator.strict.text import load_json, text_problems
from facilitator.strict.toml import load_toml

__all__ = [
    "first",
    "load_json",
    "load_toml",
    "place",
    "problems",
    "shown",
    "text_problems",
    "walk",
]
