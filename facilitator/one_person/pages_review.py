"""The look at each flagged fact, and the file that comes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator import access_log
from facilitator.access_log import Act, Because, What
from facilitator.accounts.sessions import now, user
from facilitator.canonical import fingerprint
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.one_person import store
from facilitator.one_person.asking import FileGiven
from facilitator.one_person.blueprint import one_person
from facilitator.one_person.deciding import Choice, Decision
from facilitator.one_person.document import LARGE_PRINT, STANDARD
from facilitator.one_person.fact import Fact, Part
from facilitator.one_person.forms import LongerForm
from facilitator.one_person.naming import Naming
from facilitator.one_person.opening import Asked, load_asked
from facilitator.one_person.pages_asking import PARTS, drawn
from facilitator.pages import flash
from facilitator.pages.papers import pdf_answer
from facilitator.preparing.fields import LONGEST_WORDS
from facilitator.preparing.keeping import CONFLICT, NOT_YET
from facilitator.refusals import Problem, Refusal
from facilitator.strict.text import text_problems

Page = str | AnyResponse | tuple[str, int]
_KEY = 16  # letters of a fact's key in the names of its fields
_KNOWN = {
    Part.SAID: "They said it themselves.",
    Part.COPY: "It stands in the copy that they hold.",
}
_CHANGED = Problem(
    "",
    "Somebody else decided about some of these while you were looking. Nothing was overwritten.",
    "Each says what is kept now. Look at both, and keep yours if it is right.",
)
_NEW_FACTS = Problem(
    "",
    "Something here has changed since the page was opened.",
    "Your answers still stand below. Look through the page again, then keep them.",
)


@dataclass(frozen=True)
class Row:
    """One flagged fact on the page, with what is chosen for it there."""

    fact: Fact
    choice: Choice
    words: str
    why: str
    kept: Decision | None
    error: str = ""

    @property
    def field(self) -> str:
        """What the names of its fields end in."""
        return self.fact.key[:_KEY]


@one_person.route(
    "/meetings/<uuid:meeting_id>/asked/<uuid:request_id>/review/<part>", methods=["GET", "POST"]
)
def review(meeting_id: UUID, request_id: UUID, part: str) -> Page:
    """The flagged facts of one kind: give it, give a part of it, or leave it out."""
    with reading() as session:
        found = load_asked(session, meeting_id, request_id)
    here = next((one for one in Part if one.value == part), None) or abort(404)
    if request.method == "GET":
        return _page(found, here, tuple(_rows(found, here, sent=False)))
    rows = tuple(_rows(found, here, sent=True))
    if any(one.error for one in rows):
        return _page(found, here, rows), NOT_YET
    if request.form.get("facts") != _print_of_facts(found.of(here)):
        return _page(found, here, rows, (_NEW_FACTS,)), CONFLICT
    try:
        with keeping() as session:
            fresh = load_asked(session, meeting_id, request_id)
            if request.form.get("based_on") != _print_of(fresh, here) and not _same(fresh, rows):
                again = tuple(_rows(fresh, here, sent=True))
                return _page(fresh, here, again, (_CHANGED,)), CONFLICT
            for decision in _decided(rows, now()):
                store.decide(session, request_id, decision)
    except NotKept as trouble:
        return _page(found, here, rows, (trouble.problem,)), trouble.status
    flash.success("Your answers are kept.")
    return redirect(url_for("one_person.asked", meeting_id=meeting_id, request_id=request_id), 303)


@one_person.post("/meetings/<uuid:meeting_id>/asked/<uuid:request_id>/give")
def give(meeting_id: UUID, request_id: UUID) -> Page:
    """Make the file, and keep that it was given. Nothing flagged leaves without a look."""
    at = now()
    try:
        with keeping() as session:
            found = load_asked(session, meeting_id, request_id)
            on = found.opened.today(at)
            sha256 = found.file(on).sha256
            given = FileGiven(sha256=sha256, on=on, by=user().id, at=at)
            store.answered(session, request_id, given)
            if not found.opened.kept.practice:
                _note(session, found, at)
    except Refusal as refusal:
        with reading() as session:
            found = load_asked(session, meeting_id, request_id)
        return drawn(found, LongerForm(formdata=None), refusal.problems), CONFLICT
    except NotKept as trouble:
        with reading() as session:
            found = load_asked(session, meeting_id, request_id)
        return drawn(found, LongerForm(formdata=None), (trouble.problem,)), trouble.status
    flash.success("The file is made. Give it into their hand, or as they asked.")
    return redirect(url_for("one_person.asked", meeting_id=meeting_id, request_id=request_id), 303)


@one_person.get("/meetings/<uuid:meeting_id>/asked/<uuid:request_id>/about-you.pdf")
def file(meeting_id: UUID, request_id: UUID) -> Response | tuple[str, int]:
    """The file that was given, as long as nothing in it has changed since."""
    edition = request.args.get("edition", STANDARD)
    if edition not in (STANDARD, LARGE_PRINT):
        abort(404)
    with reading() as session:
        found = load_asked(session, meeting_id, request_id)
    try:
        if found.request.given_on is None:
            wrong, remedy = "The file is not made yet.", "Make it first: there is a button for it."
            raise Refusal.because(wrong, remedy)
        made = found.file(found.request.given_on)
        if made.sha256 != found.request.given_sha256:
            wrong = "Something has changed since this file was made."
            raise Refusal.because(wrong, "Look at what is new, and make it again.")
        return pdf_answer(made.pdf(edition), "about-you.pdf")
    except Refusal as refusal:
        return drawn(found, LongerForm(formdata=None), refusal.problems), CONFLICT


def _note(session: Session, found: Asked, at: datetime) -> None:
    """The file leaves with its row in the access log, or not at all."""
    access_log.note(
        session,
        Act.EXPORT,
        at=at,
        what=What.PERSON_FILE,
        user_id=user().id,
        meeting_id=found.opened.kept.id,
        because=Because.ASKED,
    )


def _rows(found: Asked, part: Part, *, sent: bool) -> Iterator[Row]:
    all_of_them = sent and part in _KNOWN and "all" in request.form
    for fact in found.of(part):
        kept = found.decisions.get(fact.key)
        row = _sent(found, fact, kept) if sent else _as_kept(fact, kept)
        if all_of_them and row.choice is Choice.LEFT_OUT:
            row = Row(fact, Choice.GIVEN, row.words, row.why, kept)
        yield row


def _as_kept(fact: Fact, kept: Decision | None) -> Row:
    """Left out, where nobody has decided: what slips through is then what stays here."""
    if kept is None:
        return Row(fact, Choice.LEFT_OUT, "", "", None)
    return Row(fact, kept.choice, kept.words, kept.why, kept)


def _sent(found: Asked, fact: Fact, kept: Decision | None) -> Row:
    field = fact.key[:_KEY]
    chosen = request.form.get(f"choice-{field}", "")
    choice = next((one for one in Choice if one.value == chosen), Choice.LEFT_OUT)
    words = _tidy(request.form.get(f"words-{field}", ""))
    why = _tidy(request.form.get(f"why-{field}", ""))
    error = _wrong(found, fact, choice, words, why)
    return Row(fact, choice, words, why, kept, error)


def _wrong(found: Asked, fact: Fact, choice: Choice, words: str, why: str) -> str:
    for text in (words, why):
        if len(text) > LONGEST_WORDS:
            return f"That is too long. Use {LONGEST_WORDS:,} characters at most."
        for problem in text_problems(text):
            return f"{problem.wrong} Take that character out."
    if choice is Choice.IN_PART:
        if not words:
            return "There are no words here. Type the part that you give."
        person = found.person
        hiding = found.material.hiding_from(person.id)
        naming = Naming(found.opened.people, person)
        if hiding.shows_in(words) or naming.says_a_number_of_others(words):
            return "This says something that is kept from them. Use other words, or leave it out."
    if choice is not Choice.LEFT_OUT and not why and fact.part not in _KNOWN:
        return "It does not say why they may have it. Type why, such as: Nan said yes to it."
    return ""


def _decided(rows: tuple[Row, ...], at: datetime) -> Iterator[Decision]:
    for row in rows:
        why = row.why
        if not why and row.choice is Choice.LEFT_OUT:
            why = row.fact.flags[0].value
        yield Decision(
            fact=row.fact.key,
            choice=row.choice,
            why=why or _KNOWN.get(row.fact.part, ""),
            words=row.words,
            at=at,
            by=user().id,
        )


def _same(fresh: Asked, rows: tuple[Row, ...]) -> bool:
    """Whether what was sent is what is kept already."""
    kept = [fresh.decisions.get(row.fact.key) for row in rows]
    return all(
        one is not None and (one.choice, one.words) == (row.choice, row.words)
        for one, row in zip(kept, rows, strict=True)
    )


def _print_of(found: Asked, part: Part) -> str:
    kept = (found.decisions.get(one.key) for one in found.of(part))
    return fingerprint([(one.fact, one.choice, one.words, one.why) for one in kept if one])


def _print_of_facts(facts: tuple[Fact, ...]) -> str:
    return fingerprint([one.key for one in facts])


def _tidy(typed: str) -> str:
    return typed.replace("\r\n", "\n").replace("\r", "\n").strip()


def _page(
    found: Asked, part: Part, rows: tuple[Row, ...], problems: tuple[Problem, ...] = ()
) -> str:
    return render_template(
        "one_person/review.html",
        opened=found.opened,
        heading=PARTS[part],
        found=found,
        request_=found.request,
        rows=rows,
        problems=problems,
        known=part in _KNOWN,
        based_on=_print_of(found, part),
        facts=_print_of_facts(found.of(part)),
        choices=Choice,
    )
