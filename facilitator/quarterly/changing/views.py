"""The pages on which a supervisor writes something down beside the figures of one team."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts import sessions
from facilitator.accounts.sessions import user
from facilitator.database import reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.preparing.keeping import CONFLICT, NOT_YET, differences
from facilitator.quarterly import periods, store
from facilitator.quarterly.asked import Asked
from facilitator.quarterly.blueprint import asked_of_one_team, quarterly
from facilitator.quarterly.changing.forms import (
    ChangeForm,
    QuoteForm,
    TakeBackForm,
    WordsForm,
    words_form,
)
from facilitator.quarterly.kept import QuarterWords
from facilitator.quarterly.words import store as words_store
from facilitator.refusals import Refusal

Answer = str | Response | tuple[str, int]


@quarterly.route("/quarter/words", methods=["GET", "POST"])
def keep_words() -> Answer:
    """Four boxes: what we looked at, found and changed, and what changed for children."""
    with reading() as session:
        asked, team = asked_of_one_team(session)
        form = words_form(words_store.words_of(session, team.id, asked.quarter))
    if request.method == "GET":
        return _drawn("words", asked, form)
    if not form.validate():
        return _drawn("words", asked, form), NOT_YET
    try:
        with keeping() as session:
            now = words_store.words_of(session, team.id, asked.quarter)
            clashes = not _says_the_same(now, form) and form.based_on.data != str(now.revision)
            if not clashes and not _says_the_same(now, form):
                words = QuarterWords(**form.said, revision=now.revision)
                words_store.keep_words(
                    session,
                    team.id,
                    asked.quarter,
                    words,
                    user_id=user().id,
                    at=sessions.now(),
                )
    except NotKept as trouble:
        return _not_kept("words", asked, form, trouble)
    if clashes:
        return _both(asked, form, now)
    return _back(asked, "Your words are saved.", "words")


def _says_the_same(now: QuarterWords, form: WordsForm) -> bool:
    return all(getattr(now, box) == words for box, words in form.said.items())


def _both(asked: Asked, form: WordsForm, now: QuarterWords) -> tuple[str, int]:
    """Somebody else was quicker: both texts, and the form goes on from what is kept now."""
    kept = WordsForm(formdata=None, obj=now)
    form.based_on.data = str(now.revision)
    return _drawn("words", asked, form, clash=differences(kept, form)), CONFLICT


@quarterly.route("/quarter/changes", methods=["GET", "POST"])
def mark_change() -> Answer:
    """From when on the team works in another way."""
    with reading() as session:
        asked, team = asked_of_one_team(session)
        changes = store.changes_of(session, (team.id,))
    form = ChangeForm()
    if request.method == "GET":
        return _drawn("change", asked, form, changes=changes, day=days.day)
    status = NOT_YET
    if form.validate():
        change = form.change(team.id, user().name)
        try:
            with keeping() as session:
                store.add_change(session, change, user_id=user().id, at=sessions.now())
            return _back(asked, "The change is marked.", "changes")
        except Refusal as refusal:
            form.on.errors = [f"{one.wrong} {one.remedy}" for one in refusal.problems]
        except NotKept as trouble:
            status = _tell(form, trouble)
    return _drawn("change", asked, form, changes=changes, day=days.day), status


@quarterly.route("/quarter/changes/<uuid:change_id>", methods=["GET", "POST"])
def take_back_change(change_id: UUID) -> Answer:
    """A change that was a slip: it is drawn no more, and stands in the list with the reason."""
    with reading() as session:
        asked, team = asked_of_one_team(session)
        change = store.find_change(session, change_id)
    if change is None or change.team_id != team.id or not change.stands:
        abort(404)
    form = TakeBackForm()
    if request.method == "GET":
        return _drawn("take_back", asked, form, change=change, day=days.day)
    if not form.validate():
        return _drawn("take_back", asked, form, change=change, day=days.day), NOT_YET
    try:
        with keeping() as session:
            store.take_back_change(session, change_id, form.why.data or "", at=sessions.now())
    except NotKept as trouble:
        return _not_kept("take_back", asked, form, trouble, change=change, day=days.day)
    return _back(asked, "The change is taken back. It still stands in the list.", "changes")


@quarterly.route("/quarter/quotes", methods=["GET", "POST"])
def add_quote() -> Answer:
    """A line that a family lets us read to each other."""
    with reading() as session:
        asked, team = asked_of_one_team(session)
    form = QuoteForm()
    if request.method == "GET":
        return _drawn("quote", asked, form)
    if not form.validate():
        return _drawn("quote", asked, form), NOT_YET
    quote = form.quote(team.id, asked.quarter)
    try:
        with keeping() as session:
            words_store.add_quote(session, quote, user_id=user().id, at=sessions.now())
    except NotKept as trouble:
        return _not_kept("quote", asked, form, trouble)
    return _back(asked, "The line is kept.", "quotes")


@quarterly.route("/quarter/quotes/<uuid:quote_id>", methods=["GET", "POST"])
def remove_quote(quote_id: UUID) -> Answer:
    """The family took its yes back: the line goes for good."""
    with reading() as session:
        asked, team = asked_of_one_team(session)
        quote = words_store.find_quote(session, quote_id)
    if quote is None or quote.team_id != team.id or quote.quarter != asked.quarter:
        abort(404)
    if request.method == "GET":
        return _drawn("quote_out", asked, FlaskForm(), quote=quote, day=days.day)
    with keeping() as session:
        words_store.remove_quote(session, quote_id)
    return _back(asked, "The line is gone.", "quotes")


def _drawn(name: str, asked: Asked, form: FlaskForm, **more: object) -> str:
    return render_template(
        f"quarterly/{name}.html",
        asked=asked,
        when=periods.told(asked.quarter),
        form=form,
        **more,
    )


def _not_kept(
    name: str, asked: Asked, form: FlaskForm, trouble: NotKept, **more: object
) -> tuple[str, int]:
    status = _tell(form, trouble)
    return _drawn(name, asked, form, **more), status


def _tell(form: FlaskForm, trouble: NotKept) -> int:
    form.form_errors = [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
    return trouble.status


def _back(asked: Asked, words: str, anchor: str) -> Response:
    flash.success(words)
    address = asked.address
    way = url_for("quarterly.quarter", team=address["team"], quarter=address["quarter"])
    return redirect(f"{way}#{anchor}", 303)
