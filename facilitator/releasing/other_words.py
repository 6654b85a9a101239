"""The family's other words for one reader, in place of a line that this reader must not see."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import abort, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import HiddenField, SubmitField

from facilitator.accounts.sessions import now, user
from facilitator.copies import OtherWords
from facilitator.copies.other_words import print_of, standing_for
from facilitator.database import new_id, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.people import Hiding, People, Person, Role
from facilitator.plans import Line
from facilitator.preparing.fields import choice_field, words_field
from facilitator.releasing import store
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.checking import load
from facilitator.releasing.checking_words import told
from facilitator.releasing.opening import Opened

Answer = Response | str | tuple[str, int]
NOT_YET = 422
_OF_THE_FAMILY = (Role.FAMILY, Role.CHILD, Role.TEAM)


class OtherWordsForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Other words for one line and one reader."""

    id = HiddenField()
    of = HiddenField()  # the fingerprint of the line that the page showed
    words = words_field("The family's other words", "In their own words. Ask them, never guess.")
    by = choice_field("Who of the family gave them?")
    keep = SubmitField("Keep these words")
    take_back = SubmitField("Use no other words")

    def __init__(self, people: People, line: Line, before: OtherWords | None) -> None:
        known = {"words": before.words, "by": before.by} if before else {}
        super().__init__(id=str(new_id()), of=print_of(line), **known)
        family = [one for one in people if one.role in _OF_THE_FAMILY and not one.is_left_out]
        self.by.choices = [("", "Choose a name"), *((one.id, one.short_name) for one in family)]

    def says_enough(self, line: Line, hiding: Hiding) -> bool:
        """Whether there are words for that very line, whose, and none that says what is hidden."""
        fine = bool(self.validate())
        if self.of.data != print_of(line):
            self.form_errors += [
                "The line was changed meanwhile. Look at it, then keep your words."
            ]
            self.of.data, fine = print_of(line), False
        if self.take_back.data:
            return fine
        if not self.words.data:
            self.words.errors = ["There are no words here. Ask the family, and type what they say."]
        elif hiding.shows_in(self.words.data):
            self.words.errors = ["These words say what is hidden too. Ask for other ones."]
        if not self.by.data:
            self.by.errors = ["Nobody is named here. Choose who gave these words."]
        return fine and not self.words.errors and not self.by.errors


@dataclass(frozen=True)
class _Place:
    """One line before one reader."""

    opened: Opened
    line: Line
    reader: Person

    @property
    def before(self) -> OtherWords | None:
        """The other words that stand now."""
        return standing_for(self.line, self.reader.id, self.opened.gate.other_words)

    @property
    def hiding(self) -> Hiding:
        """What is hidden from that reader."""
        return Hiding.from_reader(self.opened.gate.plan.people, self.reader.id)


@releasing.route(
    "/meetings/<uuid:meeting_id>/release/other-words/<ref>/<uuid:reader_id>",
    methods=["GET", "POST"],
)
def other_words(meeting_id: UUID, ref: str, reader_id: UUID) -> Answer:
    """The form for other words; what it keeps stands in that reader's copy alone."""
    with reading() as session:
        place = _place(load(session, meeting_id), ref, reader_id)
    form = OtherWordsForm(place.opened.gate.plan.people, place.line, place.before)
    if not form.is_submitted():
        return _page(place, form)
    if not form.says_enough(place.line, place.hiding):
        return _page(place, form), NOT_YET
    try:
        _keep(place, form, reader_id)
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return _page(place, form), trouble.status
    name = place.reader.short_name
    flash.success(
        f"{name}'s copy is as the plan has it." if form.take_back.data else f"Kept for {name}."
    )
    anchor = f"reader-{reader_id}"
    return redirect(url_for("releasing.check", meeting_id=meeting_id, _anchor=anchor), 303)


def _keep(place: _Place, form: OtherWordsForm, reader_id: UUID) -> None:
    try:
        row_id = UUID(form.id.data or "")
    except ValueError:
        abort(400)
    with keeping() as session:
        now_there = _place(load(session, place.opened.kept.id), place.line.id, reader_id)
        words = OtherWords(
            id=row_id,
            line=now_there.line.id,
            reader=now_there.reader.id,
            words="" if form.take_back.data else form.words.data or "",
            by=form.by.data or "",
            # Where the line has changed since the page was made, they stand for nothing.
            in_place_of=form.of.data or "",
            at=now(),
            user_id=user().id,
        )
        store.say_anew(session, now_there.opened.kept.id, words)


def _place(opened: Opened, ref: str, reader_id: UUID) -> _Place:
    line = next((one for one in opened.gate.plan.lines if one.id == ref), None)
    reader = opened.person_of(reader_id)
    if line is None or reader is None or reader not in opened.gate.readers:
        abort(404)
    return _Place(opened, line, reader)


def _page(place: _Place, form: OtherWordsForm, **more: Any) -> str:
    return render_template(
        "releasing/other_words.html",
        opened=place.opened,
        heading=f"Other words for {place.reader.short_name}",
        reader=place.reader,
        address=place.opened.ids[place.reader.id],
        line=place.line,
        words=told(place.line, place.opened.gate.plan.people),
        before=place.before,
        form=form,
        **more,
    )
