"""What somebody says of an agreed plan later: beside a line, or of the whole plan.

The plan is not changed. Their words are kept as a line of their own, and printed with the next
copies.
"""

from typing import Any
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import HiddenField, SubmitField

from facilitator.accounts.sessions import now, user
from facilitator.contributions import Contribution
from facilitator.database import reading
from facilitator.kinds import KINDS
from facilitator.leading.lines import saving
from facilitator.leading.lines.line_json import REF, new_key, new_ref
from facilitator.pages import flash
from facilitator.preparing.fields import choice_field, words_field
from facilitator.refusals import Problem
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.checking import load
from facilitator.releasing.checking_words import named, told
from facilitator.releasing.opening import Opened

Answer = Response | str | tuple[str, int]
NOT_YET = 422
NOT_SAID, OWN_VIEW = "not_said", "own_view"
_LONGEST_CHOICE = 90


class LaterForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Somebody's own words about the whole plan."""

    ref = HiddenField()
    key = HiddenField()
    by = choice_field("Who says it?")
    words = words_field("What do they say?", "Their own words. Nobody mends them.")
    keep = SubmitField("Keep their words")

    def __init__(self, kind: str, opened: Opened) -> None:
        super().__init__(prefix=f"{kind}-", ref=new_ref(), key=new_key())
        self.kind = kind
        there = [one for one in opened.gate.plan.people if not one.is_left_out]
        self.by.choices = [("", "Choose a name"), *((one.id, one.short_name) for one in there)]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether there are words, and whose."""
        fine = super().validate(extra_validators)
        if not REF.fullmatch(self.ref.data or "") or not self.key.data:
            abort(400)  # No page of ours sends that.
        if not self.by.data:
            self.by.errors = ["Nobody is named here. Choose who says it."]
        if not self.words.data:
            self.words.errors = ["There are no words here. Type what they say."]
        return fine and not self.by.errors and not self.words.errors

    def document(self, on: str) -> dict[str, object]:
        """The line as JSON, said on that day (ISO 8601)."""
        return {
            "key": self.key.data,
            "based_on": 0,
            "kind": self.kind,
            "words": self.words.data,
            "by": self.by.data,
            "fields": {"date": on},
            "exact": True,
            "name_shown": True,
        }


class NotSaidForm(LaterForm):
    """Somebody's own words beside one line."""

    about = choice_field("Beside which line?")

    def __init__(self, kind: str, opened: Opened) -> None:
        super().__init__(kind, opened)
        plan = opened.gate.plan
        listed = [
            (one.id, _short(told(one, plan.people)))
            for one in plan.lines
            if one.kind not in (NOT_SAID, OWN_VIEW)
        ]
        self.about.choices = [("", "Choose a line"), *listed]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether a line is named too."""
        fine = super().validate(extra_validators)
        if not self.about.data:
            self.about.errors = [
                "No line is named here. Choose the one that is not what they said."
            ]
        return fine and bool(self.about.data)

    def document(self, on: str) -> dict[str, object]:
        """As for the whole plan, with the line that it stands beside."""
        whole = super().document(on)
        return {**whole, "fields": {"date": on, "about": [self.about.data]}}


@releasing.route("/meetings/<uuid:meeting_id>/release/later", methods=["GET", "POST"])
def later(meeting_id: UUID) -> Answer:
    """Both forms, and what was added since the plan was agreed."""
    with reading() as session:
        opened = load(session, meeting_id)
    forms = {NOT_SAID: NotSaidForm(NOT_SAID, opened), OWN_VIEW: LaterForm(OWN_VIEW, opened)}
    if request.method == "GET" or opened.agreed is None:
        return _page(opened, forms)
    sent = forms[OWN_VIEW] if forms[OWN_VIEW].keep.data else forms[NOT_SAID]
    if not sent.validate():
        return _page(opened, forms, sent), NOT_YET
    at = now()
    document = sent.document(opened.today(at).isoformat())
    answer = saving.keep(meeting_id, user(), sent.ref.data or "", document, at) or abort(404)
    if isinstance(answer, saving.Kept):
        flash.success("Their words are kept. They are printed with the next copies.")
        return redirect(url_for("releasing.later", meeting_id=meeting_id), 303)
    if isinstance(answer, saving.Clashed):
        sent.ref.data, sent.key.data = new_ref(), new_key()
        problems: tuple[Problem, ...] = (_CHANGED,)
    else:
        problems = answer.problems
    sent.form_errors += [f"{one.wrong} {one.remedy}" for one in problems]
    return _page(opened, forms, sent), answer.status


_CHANGED = Problem(
    "", "Other words were kept from this form before.", "Look at both, keep these too."
)


def _page(opened: Opened, forms: dict[str, Any], sent: FlaskForm | None = None) -> str:
    added = tuple(one for one in opened.said if one.kind in (NOT_SAID, OWN_VIEW))
    return render_template(
        "releasing/later.html",
        opened=opened,
        heading="Somebody sees it differently",
        form=sent,
        not_said=forms[NOT_SAID],
        own_view=forms[OWN_VIEW],
        added=tuple((one, _told(opened, one)) for one in added),
    )


def _told(opened: Opened, said: Contribution) -> str:
    plan = opened.gate.plan
    who, word = named(plan.people, said.by), KINDS[said.kind].label
    lines = {line.id: line for line in plan.lines}
    beside = [
        _short(told(lines[one], plan.people)) for one in said.fields.ids("about") if one in lines
    ]
    return f"{who}, {word.lower()}: “{beside[0]}”" if beside else f"{who}, {word.lower()}"


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _LONGEST_CHOICE else f"{one_line[:_LONGEST_CHOICE]}…"
