"""The facilitator's own pages: the letters that were sent to them, and each with its reply."""

from uuid import UUID

from flask import abort, redirect, render_template, url_for
from flask import request as asked
from werkzeug.wrappers import Response as AnyResponse

from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now, user
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.letters import opening, store
from facilitator.auditing.letters.listing import listed
from facilitator.auditing.letters.mine.forms import ReplyForm
from facilitator.auditing.letters.opening import Desk
from facilitator.contributions import store as contributions
from facilitator.contributions import titled
from facilitator.database import reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.feedback import Factor
from facilitator.pages import flash
from facilitator.preparing.keeping import CONFLICT, NOT_YET, Difference, differences
from facilitator.refusals import Refusal

Page = str | AnyResponse | tuple[str, int]
SEND = "send"


@auditing.get("/letters")
def my_letters() -> str:
    """The letters that were sent to whoever is signed in, the newest first."""
    with reading() as session:
        letters = listed(session, user())
    return render_template("auditing/my_letters.html", letters=letters)


@auditing.route("/letters/<uuid:letter_id>", methods=["GET", "POST"])
def my_letter(letter_id: UUID) -> Page:
    """One letter, with the family's cards beside it, and the reply."""
    with reading() as session:
        desk = opening.find_mine(session, letter_id, user()) or abort(404)
        writer = accounts.find_user(session, desk.letter.rater_id)
        own = contributions.titles(session, (desk.kept.id,)).get(desk.kept.id, "")
    form = ReplyForm()
    here = {"writer": writer.name if writer else "", "title": titled(desk.kept, own)}
    if asked.method != "POST":
        return _page(desk, _fill(form, desk), here)
    if not form.validate() or not _may_go(form):
        return _page(desk, form, here), NOT_YET
    try:
        with keeping() as session:
            kept = store.keep_reply(session, letter_id, form.reply, at=now(), send=_sends())
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return _page(desk, form, here), trouble.status
    except Refusal as refusal:
        form.form_errors += [f"{one.wrong} {one.remedy}" for one in refusal.problems]
        return _page(desk, form, here), CONFLICT
    if kept is None:
        return _clash(desk, form, here)
    flash.success("Your reply is sent." if _sends() else "Your draft is kept. Nobody else sees it.")
    return redirect(url_for("auditing.my_letter", letter_id=letter_id), 303)


def _sends() -> bool:
    return asked.form.get("do") == SEND


def _may_go(form: ReplyForm) -> bool:
    """Whether it may be kept as it is: a draft always may."""
    if _sends() and not form.words.data:
        form.words.errors = ["Your reply is empty. Write a line, however short."]
        return False
    return True


def _fill(form: ReplyForm, desk: Desk) -> ReplyForm:
    reply = desk.letter.reply
    form.revision.data = str(reply.revision)
    form.words.data = reply.words
    form.by.data = reply.by or (None if reply.revision else desk.letter.step.by)
    return form


def _clash(desk: Desk, form: ReplyForm, here: dict[str, str]) -> Page:
    """Another tab was quicker: both are shown, and the form stays full."""
    both = differences(_fill(ReplyForm(formdata=None), desk), form)
    form.revision.data = str(desk.letter.reply.revision)
    return _page(desk, form, here, both), CONFLICT


def _page(
    desk: Desk, form: ReplyForm, here: dict[str, str], clash: tuple[Difference, ...] = ()
) -> str:
    return render_template(
        "auditing/my_letter.html",
        desk=desk,
        told=desk.real,
        form=form,
        clash=clash,
        factors=Factor,
        shown=str,
        **here,
    )
