"""Page 1 as the paper shows it, drawn by the paper's own template."""

from dataclasses import replace

from markupsafe import Markup

from facilitator.copies import Copy
from facilitator.paper import press
from facilitator.people import Copying, CopyKind, Person, Role
from facilitator.plans import Draft
from facilitator.refusals import Problem, Refusal

# Page 1 is the same for whoever holds a copy, so it is drawn for nobody.
_ANYBODY = Person(
    id="anybody-in-the-kitchen",
    name="",
    called="",
    role=Role.WORKER,
    copying=Copying(kind=CopyKind.FULL),
)
_END = "</article>"


def preview(draft: Draft, *, practice: bool) -> Markup | tuple[Problem, ...]:
    """Page 1 of that draft as HTML; the reasons where it can't be made."""
    seen = replace(draft, people=draft.people.with_person(_ANYBODY))
    plan = seen.agree(on=draft.meeting.held_on, code="")
    try:
        copy = Copy.for_reader(plan, _ANYBODY.id)
    except Refusal as refusal:
        return refusal.problems
    article = press.page(copy, press.STANDARD, practice=practice)
    return as_part_of_a_page(article.partition(_END)[0] + _END)


def as_part_of_a_page(article: str) -> Markup:
    """The paper as a part of a page, which has a heading of its own.

    Typed words are escaped in it, so that no tag in it is anybody's but the paper's.
    """
    inside = article.replace("<h1>", '<p class="app-paper-title">').replace("</h1>", "</p>")
    return Markup(inside)  # noqa: S704 - the paper's own template escapes every word
