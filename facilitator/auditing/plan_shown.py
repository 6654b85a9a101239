"""The plan as the family holds it, with made-up names, and a place to go to for each of its lines.

It is the very article that its paper is made of, so that nobody judges another plan than the
family reads. Its lines are found again by a sign that stands before their words while it is drawn.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from facilitator import days
from facilitator.auditing.opening import OpenedPlan
from facilitator.audits.audited import FAMILY, FOR_SOME
from facilitator.audits.evidence import Evidence
from facilitator.audits.kept_wordings import KeptReason, kept_reasons
from facilitator.contributions import Fields
from facilitator.copies import Copy
from facilitator.kinds import KINDS, Holds, Section
from facilitator.kinds.kind import MAY_HEAR
from facilitator.paper import press, template
from facilitator.people import CopyKind, Person, Role
from facilitator.plans import Line, Plan
from facilitator.refusals import Refusal

# One character of no alphabet for each line, out of a plane that nobody types from.
_FIRST_SIGN, _LAST_SIGN = 0xF0000, 0xFFFFD
_MOST = _LAST_SIGN - _FIRST_SIGN
_NO_PLACE = re.compile(r"[^-.:\w]+")
_SIGNS = re.compile(f"[{chr(_FIRST_SIGN)}-{chr(_LAST_SIGN)}]")
_INSIDE = '<article class="inside">'
_TICK_BOXES = '<article class="how-is-it-going">'
# Where lines stand that may have no words of their own, such as a plain yes.
_WHERE = {
    "answer": '<section class="said-yes">',
    "referrer_answer": '<section class="said-yes">',
    "plan_keeper": '<div class="box later">',
    "meet_again": '<div class="box later">',
}
_HEADING = re.compile(r"<(/?)h([123])\b")
_BELOW = 2  # The page has headings of its own above the paper's.
_SIDES_AND_SEEN = (Holds.WORDS, Holds.SEEN, Holds.VIEWS)


@dataclass(frozen=True, kw_only=True)
class PlanShown:
    """What stands beside an audit: one copy of the plan as its article, and what is not in it.

    ``whose`` is the made-up name of who holds that copy, "" where nobody of the family holds the
    whole plan; then all lines stand in ``beside``. ``keeps`` says that they look after the plan.
    ``everybody`` has a made-up name, with the age of a child, and who that is to the others.
    """

    whose: str
    keeps: bool
    version: int
    day: str
    article: str
    everybody: tuple[tuple[str, str], ...]
    beside: tuple[Evidence, ...]
    kept: tuple[KeptReason, ...]


def drawn(opened: OpenedPlan) -> Markup:
    """The plan as a piece of a page; each line that is quoted has a place, see :func:`anchor`."""
    shown = plan_shown(opened)
    article = Markup(shown.article)  # noqa: S704 - the paper's own template escapes every word
    piece = template.drawn("auditing/_plan.html", shown=shown, article=article, kinds=KINDS)
    return Markup(piece)  # noqa: S704 - so does this one


def anchor(line: str) -> str:
    """The place of a line by its id, as evidence names it: it stands behind the "#" of a link."""
    return "line-" + _NO_PLACE.sub("_", line)


def plan_shown(opened: OpenedPlan) -> PlanShown:
    """The plan with made-up names, through the copy of whoever looks after it.

    Where that copy is none of the whole plan: of the first grown-up of the family who has one.
    """
    plan = opened.mask.plan(opened.agreed.plan)
    plan = replace(plan, lines=tuple(map(_as_told, plan.lines)))
    reader = _reader(plan)
    article = _article(plan, reader, opened) if reader else ""
    signs = set(_SIGNS.findall(article))
    left = tuple(
        line
        for sign, line in _by_sign(plan).items()
        if line.row.section != Section.NOT_PRINTED and sign not in signs
    )
    return PlanShown(
        whose=reader.short_name if reader and article else "",
        keeps=bool(reader and reader.id in _keepers(plan)),
        version=plan.version,
        day=days.day(plan.agreed_on),
        article=_with_places(article, plan, opened),
        everybody=tuple((_called(one), _is_what(one)) for one in plan.people),
        beside=tuple(_named(one, opened) for one in _quoted(opened, plan, left)),
        kept=kept_reasons(opened.audited, opened.mask),
    )


def _as_told(line: Line) -> Line:
    """A line as it is told to whoever looks at the plan: not what was said for a few ears."""
    if not line.fields.ids(MAY_HEAR.key):
        return line
    kept = {one.key for one in line.row.fields if one.holds not in _SIDES_AND_SEEN}
    fields = Fields({key: line.fields[key] for key in line.fields if key in kept})
    return replace(line, words=FOR_SOME, rendering=None, fields=fields)


def _reader(plan: Plan) -> Person | None:
    keepers = _keepers(plan)
    whole = [
        one
        for one in plan.people
        if one.copy_kind is CopyKind.FULL
        and one.role in FAMILY
        and one.role is not Role.CHILD
        and not plan.people.safety.shut_out(one.id, plan.agreed_on)
    ]
    return next((one for one in whole if one.id in keepers), next(iter(whole), None))


def _called(person: Person) -> str:
    """Every way in which somebody is called; with the age of a child."""
    ways = " or ".join(way.strip() for way in person.called.split("/")) or person.name
    if person.role is not Role.CHILD:
        return ways
    return f"{ways} (child)" if person.age is None else f"{ways} (child, {person.age})"


def _is_what(person: Person) -> str:
    """Who somebody is to the others, where their name does not say it: "Nan", "Mum"."""
    known = {way.strip().casefold() for way in person.called.split("/")}
    return "" if person.relationship.casefold() in known else person.relationship


def _keepers(plan: Plan) -> frozenset[str]:
    return frozenset(one.by for one in plan.of("plan_keeper"))


def _article(plan: Plan, reader: Person, opened: OpenedPlan) -> str:
    """The article with a sign before the words of each line; "" where there can be no copy."""
    signed = replace(plan, lines=tuple(_signed(*one) for one in _by_sign(plan).items()))
    try:
        copy = Copy.for_reader(signed, reader.id, lists=opened.audited.lists)
        article = press.page(copy, press.STANDARD)
    except Refusal:
        return ""
    return _with_wordless(article.partition(_TICK_BOXES)[0], plan)


def _with_wordless(article: str, plan: Plan) -> str:
    """The article with the signs of lines without words, at the head of where they stand."""
    for sign, line in _by_sign(plan).items():
        where = _WHERE.get(line.kind)
        if where and _signed(sign, line) == line:
            article = article.replace(where, where + sign, 1)
    return article


def _by_sign(plan: Plan) -> dict[str, Line]:
    """Each line by a sign of its own; they last for more lines than a plan can have."""
    return {chr(_FIRST_SIGN + at): line for at, line in enumerate(plan.lines[:_MOST])}


def _signed(sign: str, line: Line) -> Line:
    if line.words:
        return replace(line, words=sign + line.words)
    for one in line.row.fields:
        words = line.fields.words(one.key)
        if one.holds is Holds.WORDS and one.on_paper and words:
            values = {key: line.fields[key] for key in line.fields}
            return replace(line, fields=Fields({**values, one.key: sign + words}))
    return line


def _with_places(article: str, plan: Plan, opened: OpenedPlan) -> str:
    """The article with a place for each line: inside, where it stands whole, rather than page 1."""
    article = _HEADING.sub(_below, article)
    begin = max(article.find(_INSIDE), 0)
    by_sign = _by_sign(plan)
    chosen: dict[str, int] = {}
    for found in _SIGNS.finditer(article):
        if found[0] not in chosen or chosen[found[0]] < begin <= found.start():
            chosen[found[0]] = found.start()

    def place(found: re.Match[str]) -> str:
        if chosen[found[0]] != found.start() or found[0] not in by_sign:
            return ""
        name = anchor(_id(by_sign[found[0]].id, opened))
        return f'<span class="app-line" id="{escape(name)}"></span>'

    return _SIGNS.sub(place, article)


def _below(heading: re.Match[str]) -> str:
    """A heading of the paper below those of the page; a class keeps its look."""
    ends, level = heading[1], int(heading[2])
    looks = "" if ends else f' class="app-paper-h{level}"'
    return f"<{ends}h{level + _BELOW}{looks}"


def _quoted(opened: OpenedPlan, plan: Plan, lines: tuple[Line, ...]) -> Iterator[Evidence]:
    audited = replace(opened.audited, plan=plan)
    yield from (one for one in audited.quoted(lines) if one.quote)


def _named(one: Evidence, opened: OpenedPlan) -> Evidence:
    return replace(one, line=anchor(_id(one.line, opened)))


def _id(line: str, opened: OpenedPlan) -> str:
    """An id as the masked evidence has it: some are made of names."""
    found: str = opened.mask.document({"line": line})["line"]
    return found
