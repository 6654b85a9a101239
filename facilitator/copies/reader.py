"""Which lines of a plan belong to which reader."""

from collections.abc import Mapping
from dataclasses import replace

from facilitator import mentions
from facilitator.contributions import Contribution, Fields
from facilitator.copies.beside_lines import only_beside_their_lines, with_what_is_beside
from facilitator.people import CopyKind, Person, Role
from facilitator.plans import Gap, Line, Plan
from facilitator.plans.page_one import as_chosen, chosen

# What everybody holds who holds anything: what the plan is called, who looks after it, when we
# meet again.
_EVERYBODY = ("title", "plan_keeper", "meet_again")
# Lines that make no sense without the person whose line they are.
_NAMED = (
    *("child_view", "answer", "referrer_answer", "plan_keeper", "love_line", "statement"),
    "reading",
)
# A child's own words, which stand on the child's own page.
_OF_A_CHILD = ("not_said", "own_view")


def lines_for(plan: Plan, reader: Person, kind: CopyKind) -> tuple[Line, ...]:
    """The lines that this reader's copy may hold, before anything is hidden."""
    heard = only_beside_their_lines(tuple(line for line in plan.lines if may_hear(line, reader.id)))
    if kind is CopyKind.FULL:
        return heard
    if kind is CopyKind.OWN_PART:
        ways = {reader.id: mentions.ways_to_name(reader.name, reader.called)}
        part = tuple(line for line in heard if _is_part_of(line, reader, ways, plan))
        return with_what_is_beside(part, heard)
    page = (for_page for line in heard if (for_page := _for_a_child(line, reader)) is not None)
    return only_beside_their_lines(tuple(page))


def may_hear(said: Line | Contribution, person_id: str) -> bool:
    """Whether that person may hear or hold it: whoever says something may choose who does."""
    chosen = said.fields.ids("may_hear")
    return not chosen or person_id == said.by or person_id in chosen


def gaps_for(
    plan: Plan, reader: Person, kind: CopyKind, lines: tuple[Line, ...]
) -> tuple[Gap, ...]:
    """The gaps that this reader may see: about lines that they hold, or about themselves."""
    if kind is CopyKind.CHILD:
        return ()
    held = {line.id for line in lines}
    return tuple(gap for gap in plan.gaps if _may_see(gap, reader, kind, held))


def _may_see(gap: Gap, reader: Person, kind: CopyKind, held: set[str]) -> bool:
    if gap.code == "need_unmet":
        return gap.person == reader.id
    if gap.code == "unsorted":
        return kind is CopyKind.FULL  # It says how many lines there are, and nothing of them.
    if not held.issuperset(gap.about):
        return False
    return kind is CopyKind.FULL or bool(gap.about) or gap.person in ("", reader.id)


def speaker_is_shown(line: Line, plan: Plan) -> bool:
    """Whether the name stands beside the words.

    That is the speaker's choice for each line. Where nobody has asked yet, a worry of the
    family's stands without a name, and everything else with one.
    """
    if line.name_shown is not None:
        return line.name_shown
    speaker = plan.people.find(line.by)
    is_family = speaker is not None and speaker.role in (Role.FAMILY, Role.CHILD)
    return not (line.kind == "worry" and is_family)


def without_unshown_names(line: Line, plan: Plan) -> Line:
    """The line with nobody's name beside it where the speaker would rather not."""
    return line if line.kind in _NAMED or speaker_is_shown(line, plan) else replace(line, by="")


def _is_part_of(
    line: Line, reader: Person, ways: Mapping[str, tuple[str, ...]], plan: Plan
) -> bool:
    if line.kind in _EVERYBODY or reader.id in line.fields.ids("share_with"):
        return True
    if line.by == reader.id and speaker_is_shown(line, plan):
        return True
    return reader.id in line.named or any(mentions.names_in(text, ways) for text in line.texts)


def _for_a_child(line: Line, child: Person) -> Line | None:
    """What of a line stands on a child's page: their own words, and what was chosen for it."""
    if line.kind in _EVERYBODY:
        return line
    if line.kind == "child_view" and line.by == child.id:
        shown_by = {"shown_by": line.fields["shown_by"]} if "shown_by" in line.fields else {}
        return replace(line, fields=Fields(shown_by))
    if line.kind in _OF_A_CHILD and line.by == child.id:
        return line
    if chosen(line):
        return as_chosen(line)
    if child.id in line.fields.ids("share_with"):
        return as_chosen(replace(line, fields=Fields({**line.fields.values, "page_one": True})))
    return None
