"""What the pages for one contribution are called, and which list each leads back to."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class LineWords:
    """How one kind is talked about on its page; ``listed_at`` names an endpoint.

    ``of_somebody``: the line belongs to one person, who is chosen before the page opens.
    ``asks_to`` and ``gathers`` choose what one could ask meanwhile.
    """

    listed_at: str
    heading: str
    of_somebody: bool = False
    asks_to: tuple[str, ...] = ()
    gathers: tuple[str, ...] = ()


_PURPOSE, _WORRIES = "preparing.purpose", "preparing.worries"
_VIEWS, _CONSENT = "preparing.views", "preparing.consent"
_WORDS = "preparing.family_words"
# Where the words of a form are ours, the app says how they read. What somebody said stays.
READ = frozenset({"purpose", "question", "worry", "bottom_line", "if_no_plan", "help_offer"})
OF_THE_FAMILY = ("our_word", "not_our_word")

LINE_WORDS: Mapping[str, LineWords] = {
    "purpose": LineWords(_PURPOSE, "Why we meet"),
    "question": LineWords(_PURPOSE, "A question for the family"),
    "worry": LineWords(_WORRIES, "A worry", asks_to=("worker",), gathers=("worry", "unknown")),
    "bottom_line": LineWords(_WORRIES, "What must be in the plan"),
    "if_no_plan": LineWords(_WORRIES, "What happens if there is no plan"),
    "help_offer": LineWords(_WORRIES, "Help that is on offer"),
    "consent": LineWords(_CONSENT, "Yes to the meeting", of_somebody=True),
    "child_view": LineWords(
        _VIEWS,
        "What a child says",
        of_somebody=True,
        asks_to=("child",),
        gathers=("child_view",),
    ),
    "sent_words": LineWords(
        _VIEWS,
        "Word from somebody who can't be there",
        of_somebody=True,
    ),
    "our_word": LineWords(
        _WORDS, "A word this family uses", asks_to=("family",), gathers=OF_THE_FAMILY
    ),
    "not_our_word": LineWords(
        _WORDS, "A word this family does not want", asks_to=("family",), gathers=OF_THE_FAMILY
    ),
}
