"""All that is kept about one person, in one file that can be given to them."""

from facilitator.one_person.asking import AccessRequest
from facilitator.one_person.deciding import Decision
from facilitator.one_person.fact import Fact

__all__ = ["AccessRequest", "Decision", "Fact"]
