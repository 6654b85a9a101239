"""Agendas: which questions a kind of meeting asks, in which stage, and what each is for.

An agenda is a TOML file that people write (``agendas/README.md``); ``Agenda.read`` believes
nothing in it, and says everything that is wrong at once.
"""

from facilitator.agenda.checking import check
from facilitator.agenda.values import Agenda, LeftOut, Prompt, Stage, Technique

__all__ = ["Agenda", "LeftOut", "Prompt", "Stage", "Technique", "check"]
