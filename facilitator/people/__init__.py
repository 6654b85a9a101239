"""The people of one meeting, and what keeps them safe."""

from facilitator.people.hiding import Hiding
from facilitator.people.person import Attendance, Copying, CopyKind, Need, People, Person, Role
from facilitator.people.safety import HiddenItem, Restriction, Safety

__all__ = [
    "Attendance",
    "CopyKind",
    "Copying",
    "HiddenItem",
    "Hiding",
    "Need",
    "People",
    "Person",
    "Restriction",
    "Role",
    "Safety",
]
