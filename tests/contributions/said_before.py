"""Changes to lines, as somebody at a keyboard asks for them."""

from typing import Any

from facilitator.contributions import Change, Contribution
from facilitator.people import People, Person, Role
from tests.builders import said
from tests.kept import NOW, SAM

FAMILY = People(
    (
        Person(id="nan", name="Nan Marsh", called="Nan", role=Role.FAMILY),
        Person(id="ellie", name="Ellie Marsh", called="Ellie", role=Role.CHILD),
        Person(id="farah", name="Farah Aziz", called="Farah", role=Role.WORKER),
    )
)


def asked(line: str | Contribution, *, key: str, based_on: int = 0, **known: Any) -> Change:
    """A change of the line "l1", which is a strength that Nan named unless more is said."""
    usual = {"typed_by": SAM.id, "at": NOW}
    contribution = said("strength", line, id="l1", by="nan") if isinstance(line, str) else line
    return Change(said=contribution, key=key, based_on=based_on, **{**usual, **known})
