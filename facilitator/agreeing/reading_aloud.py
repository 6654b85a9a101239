"""The steps, one at a time as a sentence to read aloud, and who says that it sounds like them."""

from dataclasses import dataclass
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts.sessions import now, user
from facilitator.agreeing import sentence, store
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.frame import drawn
from facilitator.agreeing.opening import Opened, open_for_user
from facilitator.agreeing.sounding import Heard, Sounds, as_heard
from facilitator.contributions import Wording
from facilitator.database import reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.leading.lines.line_json import new_key
from facilitator.people import Person, Role
from facilitator.plans.line import Line
from facilitator.refusals import Problem

_US = frozenset({Role.FAMILY, Role.CHILD, Role.SUPPORTER, Role.TEAM})
CONFLICT = 409
Page = str | tuple[str, int] | Response


@dataclass(frozen=True)
class ToRead:
    """One step to read aloud: its sentence, who says that it sounds like them, what it answers."""

    line: Wording
    sentence: sentence.Sentence
    heard: Heard
    answers: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence as one text."""
        return sentence.plain(self.sentence)


@agreeing.get("/meetings/<uuid:meeting_id>/agree/steps")
def steps(meeting_id: UUID) -> str:
    """Every step as a sentence, and those that were left out."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    lines = [_to_read(opened, one) for one in opened.of_kind("action")]
    gone = [one for one in opened.left_out if one.said.kind == "action"]
    more = {"next": _way(opened, lines[0].line)} if lines else {}
    return drawn("steps.html", opened, "steps", lines=lines, gone=gone, **more)


@agreeing.get("/meetings/<uuid:meeting_id>/agree/steps/<ref>")
def step(meeting_id: UUID, ref: str) -> str:
    """One step, as a sentence."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    return _page(opened, _found(opened, ref))


@agreeing.post("/meetings/<uuid:meeting_id>/agree/steps/<ref>/sounds")
def sounds_right(meeting_id: UUID, ref: str) -> Page:
    """Keep who says that the step sounds like them, as it was read; or that it no longer does."""
    try:
        with keeping() as session:
            opened = open_for_user(session, meeting_id)
            line = _found(opened, ref)
            if problem := _unfit(opened, line):
                return _page(opened, line, problems=(problem,)), CONFLICT
            store.sounds_right(session, meeting_id, _said_so(line))
    except NotKept as trouble:
        with reading() as session:
            opened = open_for_user(session, meeting_id)
        page = _page(opened, _found(opened, ref), problems=(trouble.problem,))
        return page, trouble.status
    return redirect(url_for("agreeing.step", meeting_id=meeting_id, ref=ref), 303)


def _said_so(line: Wording) -> Sounds:
    key = request.form.get("key", "")
    who, _, is_so = request.form.get("by", "").partition(".")
    if not 0 < len(key) <= 200 or not key.isprintable():  # noqa: PLR2004 - as long as any key
        abort(400)
    return Sounds(
        ref=line.said.id,
        number=line.number,
        heard=as_heard(line.said),
        by=who,
        is_so=is_so != "no",
        key=f"{key}.{who}",
        at=now(),
        typed_by=user().id,
    )


def _unfit(opened: Opened, line: Wording) -> Problem | None:
    """Why nobody can say so now: other words were read, or it is nobody who may."""
    if request.form.get("heard") != as_heard(line.said):
        wrong = "This step was changed while you read it."
        return Problem("", wrong, "Read it aloud again. Then ask again.")
    who = request.form.get("by", "").partition(".")[0]
    if who not in {one.id for one in who_may_say(opened, line)}:
        wrong = "Nobody of the family was chosen."
        return Problem("sounds", wrong, "Touch the name of who said so.")
    return None


def who_may_say(opened: Opened, line: Wording) -> tuple[Person, ...]:
    """Whose word counts: the family, those beside it, whoever does the step; nobody left out."""
    does = line.said.fields.ids("who")
    return tuple(
        one for one in opened.people if not one.is_left_out and (one.role in _US or one.id in does)
    )


def _found(opened: Opened, ref: str) -> Wording:
    line = opened.find(ref)
    if line is None or line.said.kind != "action":
        abort(404)
    return line


def _to_read(opened: Opened, line: Wording) -> ToRead:
    words = {one.id: one for one in opened.said}
    return ToRead(
        line=line,
        sentence=sentence.of_step(line.said, opened.people, opened.day),
        heard=opened.heard(line.said),
        answers=tuple(
            f"{words[one].row.label}: {words[one].words}"
            for one in Line.of(line.said).answers
            if one in words
        ),
    )


def _page(opened: Opened, line: Wording, problems: tuple[Problem, ...] = ()) -> str:
    lines = opened.of_kind("action")
    row = (None, *lines, None)
    number = next((at for at, one in enumerate(lines, 1) if one.said.id == line.said.id), 0)
    before, after = (row[number - 1], row[number + 1]) if number else (None, None)
    listed = ("All steps", url_for("agreeing.steps", meeting_id=opened.id))
    ways = {"back": _way(opened, before) if before else listed}
    if after:
        ways["next"] = _way(opened, after)
    return drawn(
        "step.html",
        opened,
        "steps",
        heading=f"Step {number} of {len(lines)}" if number else "A step that was left out",
        one=_to_read(opened, line),
        is_out=line.change.taken_back,
        seats=who_may_say(opened, line),
        who=opened.people.find,
        fingerprint=as_heard(line.said),
        fresh_key=new_key(),
        problems=problems,
        **ways,
    )


def _way(opened: Opened, line: Wording) -> tuple[str, str]:
    number = [one.said.id for one in opened.of_kind("action")].index(line.said.id) + 1
    return f"step {number}", url_for("agreeing.step", meeting_id=opened.id, ref=line.said.id)
