"""The form of two people who talk: one rating and its words where they differ; and gold."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import SubmitField

from facilitator.auditing.pairs.settling.comparing import Apart, Compared
from facilitator.auditing.store import rating_of
from facilitator.audits.statistics import NOT_APPLICABLE, Rating
from facilitator.preparing.choosing import OneOf
from facilitator.preparing.fields import words_field


class SettleForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """What the two agree of each criterion on which they differ."""

    settle = SubmitField("Keep what we agree")

    def agreed(self, rows: tuple[Compared, ...]) -> dict[str, tuple[Rating, str]]:
        """The ratings and words, by criterion."""
        return {
            one.criterion.id: (
                rating_of(self[f"rating_{one.place}"].data),
                self[f"words_{one.place}"].data or "",
            )
            for one in rows
        }


def settle_form(rows: tuple[Compared, ...]) -> SettleForm:
    """The form for those criteria; words are asked where the two were far apart."""
    fields = {name: field for one in rows for name, field in _fields(one)}
    form = type("SettleFormOfThese", (SettleForm,), fields)(prefix="")
    for one in rows:
        form[f"rating_{one.place}"].choices = _choices(one)
    return form  # type: ignore[no-any-return]  # ``type`` tells no type


def _fields(one: Compared) -> tuple[tuple[str, Any], ...]:
    name = f"“{one.criterion.name}”"
    no_rating = f"Nothing is chosen for {name} yet. Choose what you agree."
    no_words = f"{name} does not say how you came to agree. Write it in a sentence."
    is_far = one.apart is Apart.FAR
    return (
        (
            f"rating_{one.place}",
            OneOf(f"What we agree on {name}", missing=no_rating),
        ),
        (
            f"words_{one.place}",
            words_field(
                "How we came to agree",
                "Made-up names only." if is_far else "You may leave this empty.",
                missing=no_words if is_far else "",
                rows=2,
            ),
        ),
    )


def _choices(one: Compared) -> list[tuple[str, str]]:
    anchors = enumerate(one.criterion.anchors)
    levels = [(str(level), f"{level}: {words}") for level, words in anchors]
    when = one.criterion.not_applicable
    if when or NOT_APPLICABLE in (one.first.rating, one.second.rating):
        levels.append((NOT_APPLICABLE, f"Does not apply. {when}".strip()))
    return levels


class GoldForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Why a settled plan is a good one to practise on."""

    reason = words_field(
        "Why is this a good plan to practise on?",
        "Made-up names only.",
        missing="There is no reason here yet. Say in a sentence what others can learn from it.",
        rows=2,
    )
    mark = SubmitField("Make it a gold plan")

    def __init__(self, **more: Any) -> None:
        super().__init__(prefix="gold-", **more)
