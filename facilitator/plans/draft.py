"""The plan before the family's yes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from facilitator.contributions import Contribution, with_a_place
from facilitator.kinds import Section
from facilitator.meetings import Meeting
from facilitator.people import People
from facilitator.plans.gaps import Gap, find_gaps, not_yet_lines
from facilitator.plans.line import Line
from facilitator.plans.page_one import keep_to_the_rule
from facilitator.plans.past_hurts import may_stand
from facilitator.plans.plan import Plan
from facilitator.refusals import Problem


@dataclass(frozen=True)
class Draft:
    """What the meeting has said so far, as lines, with what is still open named.

    ``kept_off_page_one`` gives the reason for each line that the family chose for page 1 and
    that may not stand there.
    """

    meeting: Meeting
    people: People
    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...]
    kept_off_page_one: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, meeting: Meeting, people: People, contributions: Iterable[Contribution]) -> Self:
        """The draft of one meeting: one line for each that says enough and that a plan can hold.

        What tells of somebody's past hurt is left out as long as there is no yes of theirs.
        """
        said, second = with_a_place(contributions)
        printed = tuple(
            Line.of(one)
            for one in said
            if one.row.section is not Section.NOT_PRINTED and one.says_enough and may_stand(one)
        )
        lines, refused = keep_to_the_rule(printed, people)
        gaps = (*find_gaps(meeting, people, lines), *not_yet_lines(said, second))
        return cls(meeting, people, lines, gaps, refused)

    def agree(self, *, on: date, code: str, version: int = 1) -> Plan:
        """The family's yes to this draft: an immutable plan, gaps and all.

        ``code`` stands on paper, so it must not be made from what the plan says.
        """
        return Plan(
            code=code,
            version=version,
            agreed_on=on,
            meeting=self.meeting,
            people=self.people,
            lines=self.lines,
            gaps=self.gaps,
        )
