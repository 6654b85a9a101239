"""The forms of a sample: what is drawn, what somebody picks, and the draw of second ratings."""

from typing import Any
from uuid import UUID

from flask import abort
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SubmitField

from facilitator.audits.sampling import Quarter
from facilitator.database import new_id
from facilitator.preparing.fields import name_field, words_field

MOST_PLANS = 200
USUAL_PLANS = 6
LONGEST_SEED = 100


class DrawForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """How many plans of which team and quarter, and by which seed."""

    id = HiddenField()
    team = HiddenField()
    quarter = HiddenField()
    plans = name_field(
        "How many plans?",
        "Every facilitator is seen once at least, so it may become a few more.",
        missing="There is no number here yet. Write how many plans, such as 6.",
        render_kw={"inputmode": "numeric", "classes": "govuk-input--width-4"},
    )
    seed = name_field(
        "Seed, only to draw an earlier sample again",
        "Leave it empty, and chance makes one. A seed that was typed is marked as typed.",
        render_kw={"classes": "govuk-input--width-20"},
    )
    again = BooleanField("Draw another sample of this quarter. Both stay.")
    draw = SubmitField("Draw the sample")

    def __init__(self, team_id: UUID, quarter: Quarter, *, drawn_before: int, **more: Any) -> None:
        given = {"team": str(team_id), "quarter": written(quarter), "plans": str(USUAL_PLANS)}
        super().__init__(prefix="draw-", id=str(new_id()), **given, **more)
        self.drawn_before = drawn_before

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether a sample can be drawn; what is wrong stands at its field."""
        fine = bool(super().validate(extra_validators))
        if self.how_many is None and not self.plans.errors:
            typed = self.plans.data
            self.plans.errors = [
                f"“{typed}” can't be drawn. Write a number from 1 to {MOST_PLANS}."
            ]
            fine = False
        if self.drawn_before and not self.again.data:
            there_is = "A sample of this quarter is drawn already."
            self.again.errors = [f"{there_is} Use that one, or tick that you want another."]
            fine = False
        if len(self.seed.data or "") > LONGEST_SEED:
            self.seed.errors = [f"That seed is too long. Use {LONGEST_SEED} characters at most."]
            fine = False
        return fine

    @property
    def how_many(self) -> int | None:
        """The number that was typed; None where it is none that can be drawn."""
        typed = self.plans.data or ""
        number = int(typed) if typed.isdecimal() and len(typed) < LONGEST_SEED else 0
        return number if 0 < number <= MOST_PLANS else None

    @property
    def row_id(self) -> UUID:
        """The id that the page gave: the same form twice is one sample."""
        try:
            return UUID(self.id.data or "")
        except ValueError:
            abort(400)  # No page of ours sends that.


class PickForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """One plan that somebody wants read for a reason."""

    code = name_field(
        "The plan's code",
        "As it stands on the paper, such as K7QX-3MPD.",
        missing="There is no code here yet. Type it as it stands on the paper.",
        render_kw={"classes": "govuk-input--width-10"},
    )
    reason = words_field(
        "Why should it be read?",
        "Made-up names only.",
        missing="There is no reason here yet. Say in a sentence why this plan is read.",
        rows=2,
    )
    pick = SubmitField("Put it beside the sample")

    def __init__(self, **more: Any) -> None:
        super().__init__(prefix="pick-", **more)


class SecondForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """The draw of second ratings; why before every first look is filed."""

    why_early = words_field(
        "Why not wait for the rest?", "Only where looks are still open.", rows=2
    )
    draw = SubmitField("Draw the second ratings")

    def __init__(self, **more: Any) -> None:
        super().__init__(prefix="second-", **more)


def written(quarter: Quarter) -> str:
    """A quarter as an address holds it: "2027-1"."""
    return f"{quarter.year}-{quarter.number}"


def quarter_of(text: str | None) -> Quarter | None:
    """The quarter that "2027-1" means, or None."""
    year, _, number = (text or "").partition("-")
    if len(year) != 4 or not year.isdecimal() or number not in {"1", "2", "3", "4"}:  # noqa: PLR2004
        return None
    return Quarter(int(year), int(number)) if int(year) > 1 else None
