"""The table of kinds: everything that can be said in a meeting, and where it goes.

One row a kind. The agenda (what a prompt gathers), the record (where it is written down),
forms (which fields to ask for), paper (where it is printed) and the room screen (whether it
may be shown there) all read this table; none keeps a list of its own.
"""

from facilitator.kinds.kind import Field, Holds, Kind, Section, Shape
from facilitator.kinds.table import KINDS, by_letter

__all__ = ["KINDS", "Field", "Holds", "Kind", "Section", "Shape", "by_letter"]
