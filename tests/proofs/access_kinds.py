"""Who asks, and what a line of the access table says."""

from dataclasses import dataclass

OUT = "signed out"
FACILITATORS = frozenset({"owner", "colleague", "elsewhere", "every duty elsewhere"})
SUPERVISORS = frozenset(
    {"supervisor", "supervisor elsewhere", "second rater", "every duty elsewhere"}
)
SECONDS = frozenset({"second", "not asked", "every duty elsewhere"})
ADMINISTRATORS = frozenset({"administrator", "every duty elsewhere"})
EVERYBODY = FACILITATORS | SUPERVISORS | SECONDS | ADMINISTRATORS
ANYBODY = EVERYBODY | {OUT}
NOBODY: frozenset[str] = frozenset()
OWNER = frozenset({"owner"})
OWN_SUPERVISOR = frozenset({"supervisor"})
# Whose lists hold the other family: who leads it, and who looks after its team.
OF_THE_OTHER = frozenset({"elsewhere"}) | (SUPERVISORS - OWN_SUPERVISOR)


@dataclass(frozen=True)
class Kind:
    """Pages that the same people may ask for. ``rows`` are lines of "METHODS endpoint ..."."""

    name: str
    who: frozenset[str]
    rows: str
    about: str = "own"
    signed_out: str = "to sign in"
    # Who may find the first family's words there: everybody who may ask, but on a list only those
    # whose family it is.
    a_list_for: frozenset[str] | None = None

    @property
    def readers(self) -> frozenset[str]:
        """Who may find the first family's words there."""
        if self.about == "other":
            return NOBODY
        return self.who if self.a_list_for is None else self.a_list_for

    @property
    def readers_of_the_other(self) -> frozenset[str]:
        """Who may find the other family's words there."""
        if self.about == "other":
            return self.who
        return NOBODY if self.a_list_for is None else OF_THE_OTHER

    @property
    def entries(self) -> tuple[tuple[str, str], ...]:
        """Each endpoint with each of its methods."""
        found = []
        for line in filter(None, map(str.strip, self.rows.splitlines())):
            methods, *endpoints = line.split()
            found += [(one, method) for one in endpoints for method in methods.split("+")]
        return tuple(found)
