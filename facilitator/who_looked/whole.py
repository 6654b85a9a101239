"""Is the log whole? For administrators: how many entries, today's mark, and a check on demand."""

from flask import render_template
from flask_wtf import FlaskForm
from wtforms import SubmitField

from facilitator import access_log
from facilitator.access_log import Act, Because, Mark, What, checking
from facilitator.access_log import store as log
from facilitator.accounts.sessions import now, user
from facilitator.database import reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.preparing.fields import name_field
from facilitator.refusals import Problem, Refusal
from facilitator.who_looked.blueprint import who_looked

NOT_YET = 422
Answer = str | tuple[str, int]


class CheckForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """A check of the whole log, beside a mark where somebody has one."""

    mark = name_field(
        "A mark from a plan or a backup (you can leave this empty)",
        "Such as 1042-7F3K-9QXM. It stands on the last page of a plan.",
        render_kw={"classes": "govuk-input--width-20"},
    )
    check = SubmitField("Check the whole log")


@who_looked.route("/log", methods=["GET", "POST"])
def whole() -> Answer:
    """What stands there now; sent, every entry is gone over, and held against a mark."""
    form = CheckForm()
    if not form.is_submitted():
        return _page(form)
    if not form.validate():
        return _page(form), NOT_YET
    try:
        marks = (Mark.read(form.mark.data),) if form.mark.data else ()
    except Refusal as refusal:
        form.mark.errors = [f"{one.wrong} {one.remedy}" for one in refusal.problems]
        return _page(form), NOT_YET
    found = checking.check(marks)
    with reading() as session:
        told_by_a_mark = not marks or marks[0].number >= log.beginning(session).number
    _note(len(found))
    return _page(form, found, told_by_a_mark=told_by_a_mark)


def _note(found: int) -> None:
    """Keep that somebody checked; where that can't be, what was found is shown all the same."""
    try:
        with keeping() as session:
            access_log.note(
                session,
                Act.CHECK,
                at=now(),
                what=What.LOG,
                because=Because.BY_HAND,
                user_id=user().id,
                many=found,
            )
    except NotKept:
        return


def _page(
    form: CheckForm, found: tuple[Problem, ...] | None = None, *, told_by_a_mark: bool = True
) -> str:
    with reading() as session:
        end, before = access_log.head(session), log.beginning(session)
    return render_template(
        "who_looked/whole.html",
        form=form,
        found=found,
        told_by_a_mark=told_by_a_mark,
        many=end.number - before.number,
        forgotten=before.number,
        mark=str(Mark.of(end)) if end.number else "",
    )
