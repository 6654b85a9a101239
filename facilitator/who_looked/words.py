"""What each entry of the log means in a family's words: short sentences, read out as they stand.

The list is for a whole family, and somebody in it may be afraid of somebody else. So it says who of
ours looked, and nothing from which one of them could learn what another one asked, said or fears:
such pages are "a page about you".
"""

from collections.abc import Mapping
from types import MappingProxyType

from facilitator.access_log import Act, Because, What

# Each follows "Sam Reed, who leads your meetings," or "They".
_VIEWED: Mapping[str, str] = MappingProxyType(
    {
        What.MEETING: "looked at the page about your meeting",
        What.PEOPLE: "looked at the list of who comes",
        What.LINES: "looked at what you said",
        What.VIEWS: "looked at what the children said",
        What.NOTES: "looked at notes about your meeting",
        What.PAPERS: "looked at papers for your meeting",
        What.ROOM: "showed what you said on the big screen",
        What.DRAFT: "looked at your plan while it was made",
        What.PLAN: "read your plan",
        What.MASKED_PLAN: "read your plan with made-up names in it",
        What.COPY: "looked at a copy of your plan",
        What.COPIES: "looked at who gets a copy",
        What.CARD: "read the cards that you filled in",
        What.RATING: "looked at how well we made your plan",
        What.LETTER: "read a letter about how we made your plan",
        What.OPENING: "looked at why somebody opened your plan",
        What.PROMISE: "looked at what we said we would do for you",
        What.RECORD: "looked at the file of your meeting",
        What.WHO_LOOKED: "looked at this list",
    }
)
_PRINTED: Mapping[str, str] = MappingProxyType(
    {
        What.PAPERS: "printed papers for your meeting",
        What.COPY: "printed copies of your plan",
        What.PLAN: "printed your plan",
        What.WHO_LOOKED: "printed this list",
    }
)
_EXPORTED: Mapping[str, str] = MappingProxyType(
    {
        What.COPY: "took out a copy of your plan to read out or to send",
        What.RECORD: "took out the file of your meeting",
    }
)
_DONE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        Act.VIEW: _VIEWED,
        Act.PRINT: _PRINTED,
        Act.EXPORT: _EXPORTED,
        Act.SHARE: {What.COPY: "showed a copy of your plan on the screen"},
        Act.RELEASE: {What.COPY: "gave out copies of your plan"},
        # A hold that the family may not hear of is noted without its meeting.
        Act.HOLD: {What.RETENTION: "said that we must keep your papers for longer"},
        Act.LET_GO: {What.RETENTION: "said that we need not keep your papers for longer"},
    }
)
_ANYTHING: Mapping[str, str] = MappingProxyType(
    {
        Act.VIEW: "looked at a page about you",
        Act.PRINT: "printed a page about you",
        Act.EXPORT: "took out a page about you",
        Act.SHARE: "showed a page about you",
        Act.RELEASE: "gave out a page about you",
    }
)
TOLD = frozenset({*_DONE, Act.REFUSED})
OPENED_BY_WHO_LEADS = "opened pages about you"
TRIED = "tried to open a page about you"
WHY: Mapping[str, str] = MappingProxyType(
    {
        Because.SAMPLE: "it was drawn by chance, to check how well we work.",
        Because.PICKED: "it was picked, to check how well we work.",
        Because.SECOND_RATING: "two of us read some plans, so that we are fair.",
        Because.GOLD: "to learn how to read a plan well.",
        Because.AUDIT: "to check how well we work.",
        Because.BREAK_GLASS: "they wrote it down.",
        Because.ACT_TODAY: "to see that all is well.",
        Because.SECOND_YES: "two of us must look before a copy goes out.",
        Because.TEAM: "they help the team that looks after your plan.",
    }
)

ABOUT = (
    "This list grows by itself. Nobody can change it, or take a line out, and leave no trace.",
    (
        "Those who help our team see short lists of many plans. There they see the name of your "
        "plan, and what is due by when. That is not in this list."
    ),
    "When you had your time alone, nobody could look, and we wrote nothing down.",
)


def deed(act: str, what: str) -> str:
    """What was done, after a name: "printed copies of your plan"."""
    return _DONE[act].get(what) or _ANYTHING.get(act, "looked at a page about you")


def times(count: int) -> str:
    """How often, after a comma: ", 4 times"; nothing for once."""
    if count == 1:
        return ""
    return ", twice" if count == 2 else f", {count} times"  # noqa: PLR2004
