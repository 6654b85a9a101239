"""Adding and mending one contribution before the day, and taking it back."""

from dataclasses import dataclass, replace
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.contributions import Clash, Contribution, Wording
from facilitator.contributions import store as contributions
from facilitator.database import reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.kinds import KINDS
from facilitator.pages import flash
from facilitator.people import Role
from facilitator.preparing.asking import Ask, could_ask
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.keeping import (
    CONFLICT,
    NOT_YET,
    Difference,
    differences,
    is_key,
    new_key,
)
from facilitator.preparing.lines.forms import FORMS
from facilitator.preparing.lines.line_form import LineForm
from facilitator.preparing.lines.line_words import LINE_WORDS, READ, LineWords
from facilitator.preparing.lines.saving import Send, keep_line, new_ref
from facilitator.preparing.opening import Preparation, open_for_user
from facilitator.refusals import Refusal

_GONE = "Taken back"
Answer = str | Response | tuple[str, int]


@dataclass(frozen=True)
class LinePage:
    """One contribution on its page: a new one, or one that is kept with its number."""

    prep: Preparation
    before: Contribution
    number: int = 0
    taken_back: bool = False

    @property
    def words(self) -> LineWords:
        """How its kind is talked about."""
        return LINE_WORDS[self.before.kind]

    @property
    def is_read(self) -> bool:
        """Whether the app says how its words read: never of what somebody said themselves."""
        return self.before.kind in READ

    @property
    def heading(self) -> str:
        """The heading, with the name of the person whose it is."""
        who = self.prep.people.find(self.before.by) if self.words.of_somebody else None
        return f"{self.words.heading}: {who.short_name}" if who else self.words.heading

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What one could ask meanwhile."""
        words, who = self.words, self.prep.people.find(self.before.by)
        if not words.asks_to:
            return ()
        child = who.short_name if who and who.role is Role.CHILD else ""
        return could_ask(
            self.prep.agenda,
            self.prep.people,
            to=words.asks_to,
            gathers=words.gathers,
            child=child,
        )

    def form(self) -> LineForm:
        """The form as it stands; what was sent wins."""
        kind, people = FORMS[self.before.kind], self.prep.people
        if not self.number:
            return kind.blank(people, kind=self.before.kind)
        return kind.of(self.before, self.number, people)


@preparing.route("/meetings/<uuid:meeting_id>/before/new/<kind>", methods=["GET", "POST"])
def add_line(meeting_id: UUID, kind: str) -> Answer:
    """A new contribution of that kind; ``?of=`` says whose it is, where it is somebody's."""
    if kind not in FORMS or kind not in KINDS:
        abort(404)
    with reading() as session:
        prep = open_for_user(session, meeting_id)
    return _answer(LinePage(prep, Contribution(id="new", kind=kind, by=_whose(prep, kind))))


@preparing.route("/meetings/<uuid:meeting_id>/before/<ref>", methods=["GET", "POST"])
def mend_line(meeting_id: UUID, ref: str) -> Answer:
    """A contribution that is there: mended, taken back, or brought back."""
    with reading() as session:
        prep = open_for_user(session, meeting_id)
        kept = contributions.find(session, prep.id, ref)
    if kept is None:
        abort(404)
    said, kind = kept.said, request.form.get("kind", kept.said.kind)
    if kind not in FORMS:
        abort(404)
    if kind != said.kind:  # Sorted anew since the form was made: the two will clash, and be shown.
        said = Contribution(id=said.id, kind=kind, by=said.by)
    return _answer(LinePage(prep, said, kept.number, kept.change.taken_back))


def _whose(prep: Preparation, kind: str) -> str:
    """The short id of whose line it will be; not found where nobody, or not this kind, fits."""
    if not LINE_WORDS[kind].of_somebody:
        return ""
    address = request.args.get("of", type=UUID) or abort(404)
    person = prep.people.find(prep.find_by_address(address) or "") or abort(404)
    if kind != "consent" and (kind == "child_view") != (person.role is Role.CHILD):
        abort(404)
    return person.id


def _answer(page: LinePage) -> Answer:
    form = page.form()
    if request.method == "GET":
        return _drawn(page, form)
    if "take_back" in request.form or "bring_back" in request.form:
        return _kept(page, form, page.before, taken_back="take_back" in request.form)
    if not form.validate():
        return _drawn(page, form), NOT_YET
    return _kept(page, form, form.said(page.before), taken_back=False)


def _kept(page: LinePage, form: LineForm, said: Contribution, *, taken_back: bool) -> Answer:
    """Keep it and go back to the list; else the page again, with every word still in it."""
    try:
        outcome = _save(page, form, said, taken_back=taken_back)
    except Refusal as refusal:
        _refused(form, refusal, taken_back=taken_back)
        return _drawn(page, form), NOT_YET
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return _drawn(page, form), trouble.status
    if isinstance(outcome, Clash):
        return _both(page, form, outcome), CONFLICT
    if taken_back:
        flash.notice("It was taken back. You can bring it back from the end of this list.")
    else:
        flash.success("Your words are saved.")
    return redirect(url_for(page.words.listed_at, meeting_id=page.prep.id), 303)


def _refused(form: LineForm, refusal: Refusal, *, taken_back: bool) -> None:
    """Say why, at the question who said yes where the form asks it."""
    told = [f"{one.wrong} {one.remedy}" for one in refusal.problems]
    if "yes_by" in form and not taken_back:
        form["yes_by"].errors = told
    else:
        form.form_errors += told


def _save(
    page: LinePage, form: LineForm, said: Contribution, *, taken_back: bool
) -> Wording | Clash:
    key, number = form.key.data or "", form.number.data or ""
    if not is_key(key) or not number.isdecimal():
        abort(400)
    if not page.number:
        said = replace(said, id=new_ref(key))
    send = Send(
        key=f"before:{key}",
        number=int(number),
        taken_back=taken_back,
        family_yes=form.family_yes,
    )
    with keeping() as session:
        # Opened anew, for now it is the writer's turn: nothing changes any more meanwhile.
        return keep_line(session, open_for_user(session, page.prep.id), said, send)


def _both(page: LinePage, form: LineForm, clash: Clash) -> str:
    kept, form.key.data = clash.kept, new_key()
    if kept.said.kind != page.before.kind:
        return _moved(page, form, kept.said)
    theirs = FORMS[kept.said.kind](formdata=None, **FORMS[kept.said.kind].filled(kept.said))
    theirs.offer(page.prep.people)
    told = differences(theirs, form)
    if kept.change.taken_back:
        told = (Difference("Does it stand?", _GONE, "It stands"), *told)
    form.number.data = str(kept.number)
    # Sent again it mends what is there, also where it was first sent as a new one.
    sends_to = url_for("preparing.mend_line", meeting_id=page.prep.id, ref=kept.said.id)
    return _drawn(page, form, clash=told, sends_to=sends_to)


def _moved(page: LinePage, form: LineForm, kept: Contribution) -> str:
    """Somebody made another kind of it: what is in the form becomes a line of its own."""
    mine = page.before
    told = (
        Difference("What it is", KINDS[kept.kind].word, KINDS[mine.kind].word),
        Difference("Its words", kept.words, form["words"].data or ""),
    )
    form.number.data = "0"
    whose = page.prep.ids.get(mine.by) if page.words.of_somebody else None
    sends_to = url_for("preparing.add_line", meeting_id=page.prep.id, kind=mine.kind, of=whose)
    return _drawn(page, form, clash=told, sends_to=sends_to)


def _drawn(page: LinePage, form: LineForm, **more: object) -> str:
    return render_template(
        "preparing/line.html",
        prep=page.prep,
        page=page,
        heading=page.heading,
        form=form,
        asks=page.asks,
        **more,
    )
