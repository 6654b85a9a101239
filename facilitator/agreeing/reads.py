"""What was found in the lines of a draft."""

from facilitator.agreeing.opening import Opened
from facilitator.leading.breather.reads.listing import HowItReads


def reads_of(opened: Opened) -> HowItReads:
    """How the lines that stand read now."""
    return HowItReads.of(opened.kept.meeting, opened.people, opened.lines, opened.lists)
