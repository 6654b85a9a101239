"""What is printed before the day: paper first is a way of working.

The run sheet is the facilitator's own. Flip-chart heads, step slips and the take-in sheet are the
family's. An invitation is one person's, and lists nobody whom that person must not meet.
"""

from facilitator.before_the_day.invitation import Invitation, invitation_for
from facilitator.before_the_day.run_sheet import RunSheet, run_sheet
from facilitator.before_the_day.take_in import TakeIn, take_in

__all__ = ["Invitation", "RunSheet", "TakeIn", "invitation_for", "run_sheet", "take_in"]
