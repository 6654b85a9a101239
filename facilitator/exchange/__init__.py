"""The record and the rooms: one JSON document becomes plain values, and they become it again."""

from facilitator.exchange.from_record import Recorded, of_record
from facilitator.exchange.one_line import problems_of_line
from facilitator.exchange.planning import draft_of, plan_of

__all__ = ["Recorded", "draft_of", "of_record", "plan_of", "problems_of_line"]
