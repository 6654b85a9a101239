"""Strict reading: JSON text into a document, and a document against its schema."""

from facilitator.strict.places import first, place, shown, walk
from facilitator.strict.schema import problems
from facilitator.strict.text import load_json, text_problems

__all__ = ["first", "load_json", "place", "problems", "shown", "text_problems", "walk"]
