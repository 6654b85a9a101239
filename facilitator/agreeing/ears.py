"""Who is here and must not hear a line: said beside it, before somebody reads it aloud.

For the facilitator's eyes: nothing is hidden from them, and they read the draft to the room.
"""

from dataclasses import dataclass
from functools import cached_property

from facilitator.agreeing.opening import Opened
from facilitator.contributions import Contribution
from facilitator.copies.reader import may_hear
from facilitator.paper.phrases import Names
from facilitator.people import Hiding
from facilitator.plans import Line


@dataclass(frozen=True)
class Ears:
    """Everybody who is in the room or on the line, each with what is hidden from them."""

    opened: Opened

    @cached_property
    def hidings(self) -> tuple[tuple[str, Hiding], ...]:
        """What is hidden from each person who is here."""
        people, here = self.opened.people, self.opened.led.presence.here
        return tuple((one, Hiding.from_reader(people, one)) for one in here)

    def not_for(self, said: Contribution) -> str:
        """The names of those who are here and must not hear that line, "" for nobody."""
        text = "\n".join((*Line.of(said).texts, said.words))
        ids = (
            one for one, hiding in self.hidings if not may_hear(said, one) or hiding.shows_in(text)
        )
        return Names(self.opened.people).all_of(tuple(ids))

    def warning(self, said: Contribution) -> str:
        """What to say of that line before it is read aloud, "" for nothing."""
        if said.hurts and said.hurts_yes is not True:
            whose = Names(self.opened.people).of(said.hurts) or "somebody"
            return f"Don't read it aloud yet. It tells of what hurt {whose}, who has not said yes."
        names = self.not_for(said)
        return (
            f"Don't read it aloud while {names} can hear. It is hidden from them." if names else ""
        )
