"""What page 1 would be with what the family chooses now, before anything is kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from facilitator.contributions import Contribution, Fields
from facilitator.meetings import Meeting
from facilitator.people import People
from facilitator.plans.draft import Draft
from facilitator.refusals import Problem

Choice = bool | str | None  # the step's own words, the family's shorter ones, or not on page 1
_STEP = "step "  # how the rule of page 1 names a step in the place of a problem


@dataclass(frozen=True)
class PageOneChoice:
    """The draft with these choices for page 1, and each that can't stand there with its reason."""

    draft: Draft
    refused: Mapping[str, Problem]

    @classmethod
    def of(
        cls,
        meeting: Meeting,
        people: People,
        contributions: Iterable[Contribution],
        choices: Mapping[str, Choice] | None = None,
    ) -> "PageOneChoice":
        """What these choices make, by the id of each step; the others stay as they were chosen."""
        draft = Draft.of(meeting, people, _chosen(contributions, choices or {}))
        refused = {
            problem.place.removeprefix(_STEP): problem for problem in draft.kept_off_page_one
        }
        return cls(draft, refused)


def _chosen(
    contributions: Iterable[Contribution], choices: Mapping[str, Choice]
) -> Iterator[Contribution]:
    for said in contributions:
        if said.id not in choices or said.kind != "action":
            yield said
            continue
        fields = {**said.fields.values, "page_one": choices[said.id]}
        yield replace(said, fields=Fields(fields))
