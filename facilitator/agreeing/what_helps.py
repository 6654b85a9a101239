"""Back to each worry, need and bottom line: which step helps, or who comes back, and when."""

from dataclasses import dataclass
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.agreeing import asking, sentence
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.frame import drawn
from facilitator.agreeing.keeping import keep
from facilitator.agreeing.opening import Opened, open_for_user
from facilitator.contributions import Wording
from facilitator.database import reading
from facilitator.leading.lines import saving
from facilitator.leading.lines.line_json import document_of, new_key
from facilitator.paper.phrases import Names
from facilitator.people import Role
from facilitator.plans.line import Line
from facilitator.refusals import Problem

KINDS = ("bottom_line", "worry", "need")
CHANGED = Problem("", "This step was changed while you looked at it.", "Touch it once more.")
Page = str | tuple[str, int] | Response


@dataclass(frozen=True)
class Help:
    """One step as help for the line in hand."""

    line: Wording
    text: str
    helps: bool


@dataclass(frozen=True)
class About:
    """A worry, need or bottom line, the steps that help, and what of it is still to sort out."""

    line: Wording
    steps: tuple[Help, ...]
    to_sort: tuple[Wording, ...]

    @property
    def helping(self) -> tuple[Help, ...]:
        """The steps that help."""
        return tuple(one for one in self.steps if one.helps)

    @property
    def comes_back(self) -> bool:
        """Whether somebody comes back about it, by a day."""
        return any(one.said.fields.ids("who") and one.said.fields.day("by") for one in self.to_sort)

    @classmethod
    def of(cls, opened: Opened, line: Wording) -> "About":
        """That line with all that is said to it."""
        ref = line.said.id
        unknown = opened.of_kind("unknown")
        return cls(
            line=line,
            steps=tuple(_help(opened, one, ref) for one in opened.of_kind("action")),
            to_sort=tuple(one for one in unknown if ref in one.said.fields.ids("about")),
        )


def _help(opened: Opened, step: Wording, ref: str) -> Help:
    text = sentence.plain(sentence.of_step(step.said, opened.people, opened.day))
    return Help(step, text, ref in Line.of(step.said).answers)


@agreeing.get("/meetings/<uuid:meeting_id>/agree/worries")
def worries(meeting_id: UUID) -> str:
    """Each of them, with what answers it."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    lines = _all(opened)
    more = {"next": _way(opened, lines, 0)} if lines else {}
    return drawn(
        "worries.html",
        opened,
        "worries",
        abouts=[About.of(opened, one) for one in lines],
        names=Names(opened.people),
        child_is_here=_child_is_here(opened),
        **more,
    )


@agreeing.get("/meetings/<uuid:meeting_id>/agree/worries/<ref>")
def what_helps(meeting_id: UUID, ref: str) -> str:
    """One of them: which step helps?"""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    return _page(opened, _found(opened, ref))


@agreeing.post("/meetings/<uuid:meeting_id>/agree/worries/<ref>")
def choose_what_helps(meeting_id: UUID, ref: str) -> Page:
    """Keep that a step helps with it, or that it does not: the step says what it answers."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    line = _found(opened, ref)
    step_ref, _, number = request.form.get("step", "").partition("@")
    step = opened.find(step_ref)
    if step is None or step.said.kind != "action" or not number.isdecimal():
        abort(404)
    document = document_of(step.change)
    links = [one for one in document["fields"].get("links") or () if one != ref]
    helped = len(links) < len(document["fields"].get("links") or ())
    document["fields"] |= {"links": links if helped else [*links, ref]}
    document |= {"key": f"{request.form.get('key', '')}.{step_ref}", "based_on": int(number)}
    answer = keep(meeting_id, step_ref, document)
    if isinstance(answer, saving.Kept):
        return redirect(url_for("agreeing.what_helps", meeting_id=meeting_id, ref=ref), 303)
    if isinstance(answer, saving.Clashed):
        return _page(opened, line, (CHANGED,)), answer.status
    return _page(opened, line, answer.problems), answer.status


def _found(opened: Opened, ref: str) -> Wording:
    return next((one for one in _all(opened) if one.said.id == ref), None) or abort(404)


def _all(opened: Opened) -> tuple[Wording, ...]:
    return tuple(one for kind in KINDS for one in opened.of_kind(kind))


def _page(opened: Opened, line: Wording, problems: tuple[Problem, ...] = ()) -> str:
    lines = _all(opened)
    at = [one.said.id for one in lines].index(line.said.id)
    listed = ("All of them", url_for("agreeing.worries", meeting_id=opened.id))
    ways = {"back": _way(opened, lines, at - 1) if at else listed}
    if at + 1 < len(lines):
        ways["next"] = _way(opened, lines, at + 1)
    return drawn(
        "what_helps.html",
        opened,
        "worries",
        heading="Which step helps?",
        one=About.of(opened, line),
        names=Names(opened.people),
        day_of=lambda day: days.day_beside(day, opened.day),
        asks=asking.could_ask(opened.agenda, opened.people, "worries"),
        fresh_key=new_key(),
        child_is_here=_child_is_here(opened),
        problems=problems,
        **ways,
    )


def _way(opened: Opened, lines: tuple[Wording, ...], at: int) -> tuple[str, str]:
    words = f"{lines[at].said.row.word} {at + 1} of {len(lines)}"
    ref = lines[at].said.id
    return words, url_for("agreeing.what_helps", meeting_id=opened.id, ref=ref)


def _child_is_here(opened: Opened) -> bool:
    """Whether a child is in the room: worries are not read from a screen then."""
    here = {one.id for one in opened.people if one.role is Role.CHILD}
    return bool(here & set(opened.led.presence.here))
