"""The tray "To finish": what a line still needs so that it stands as it was spoken.

Only the words, who said them, and what kind of thing it is. Days, checkers and links are asked
for in the breather and when the plan is agreed, never while people talk.
"""

from collections.abc import Iterable, Iterator

from facilitator.contributions import Contribution
from facilitator.kinds import Holds, Shape
from facilitator.people import People

NOT_SORTED = "unsorted"
# What was chosen or named is the answer itself; words beside it are welcome, and not needed.
_WORDS_MAY_BE_MISSING = frozenset(
    {"answer", "consent", "referrer_answer", "plan_keeper", "meet_again"}
)
_WHO = {
    "child_view": "Which child said it?",
    "answer": "Whose answer is it?",
    "consent": "Whose answer is it?",
    "referrer_answer": "Whose answer is it?",
    "plan_keeper": "Who looks after the plan?",
}


def unfinished(said: Contribution, people: People) -> tuple[str, ...]:
    """What is missing of a line as spoken, each as a kind question; () where nothing is."""
    return tuple(_questions(said, people))


def to_finish(lines: Iterable[Contribution], people: People) -> tuple[Contribution, ...]:
    """The lines that still need something, in their order."""
    return tuple(one for one in lines if unfinished(one, people))


def _questions(said: Contribution, people: People) -> Iterator[str]:
    if not said.words.strip() and _needs_words(said):
        yield "What did they say?"
    if _needs_somebody(said) and not _somebody(said, people):
        yield _who_is_asked_for(said)
    if said.kind == NOT_SORTED:
        yield "Is it a worry, a need, a step, or something else?"


def _needs_words(said: Contribution) -> bool:
    if said.kind in _WORDS_MAY_BE_MISSING:
        return False
    return not said.fields.words("could_not")  # A child's page may say only what could not be.


def _needs_somebody(said: Contribution) -> bool:
    row = said.row
    if row.who != "by":
        return True
    if row.shape in (Shape.WORDS, Shape.STRINGS):
        return False  # Words of the whole room: what was agreed, asked, or keeps a family going.
    has_sides = any(one.holds is Holds.VIEWS for one in row.fields)
    return row.by != "said_by" and not has_sides


def _somebody(said: Contribution, people: People) -> bool:
    named = (said.by,) if said.row.who == "by" else said.fields.ids(said.row.who)
    return any(people.find(one) for one in named)


def _who_is_asked_for(said: Contribution) -> str:
    row = said.row
    if row.who != "by":
        return row.field(row.who).label
    return _WHO.get(said.kind, "Who said it?")
