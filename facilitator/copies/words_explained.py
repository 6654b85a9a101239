"""Words of law and real names that stand in one copy, each with its meaning."""

from collections.abc import Iterator

from facilitator.people import Hiding
from facilitator.plain_language import Explained, WordList, explained
from facilitator.plans import PageOne, Plan
from facilitator.plans.wording_found import ENGLISH, language_of


def words_explained(
    plan: Plan, page_one: PageOne, hiding: Hiding, lists: WordList | None = None
) -> tuple[Explained, ...]:
    """What is used in a copy and needs its meaning beside it: each once, in order of first use.

    ``plan`` and ``page_one`` hold what the reader may see. A meaning that would say what is hidden
    from them is left out.
    """
    return tuple(
        one
        for one in explained(tuple(_texts(plan, page_one)), lists)
        if not hiding.shows_in(f"{one.word}\n{one.meaning}")
    )


def _texts(plan: Plan, page_one: PageOne) -> Iterator[str]:
    language = language_of(plan.meeting)
    for line in (*page_one.rows, *plan.lines):
        if (line.lang or language).lower().startswith(ENGLISH):
            yield from line.texts
    # A gap about a line quotes it, and that is looked through already.
    yield from (str(gap) for gap in plan.gaps if not gap.about)
