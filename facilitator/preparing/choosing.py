"""Form fields to choose with: one of several, or as many as fit, by touch."""

from typing import Any

from wtforms import RadioField, SelectMultipleField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget


class OneOf(RadioField):
    """One of several; ``missing`` is the sentence where none was chosen.

    The choices are set when the form is made.
    """

    def __init__(self, label: str, hint: str = "", *, missing: str, **more: Any) -> None:
        super().__init__(label, description=hint, **more)
        self.missing = missing

    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002 - WTForms calls it so
        """ValidationError, fit to show, where nothing on the page was chosen."""
        if not any(match for _, _, match, *_ in self.iter_choices()):
            raise ValidationError(self.missing)


class SeveralOf(SelectMultipleField):
    """As many as fit, none too; the choices are set when the form is made."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, hint: str = "", **more: Any) -> None:
        super().__init__(label, description=hint, **more)

    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002
        """ValidationError, fit to show, for what nobody could have chosen on the page."""
        known = {str(value) for value, *_ in self.iter_choices()}
        if not set(self.data or ()) <= known:
            raise ValidationError("One of these can't be chosen here any more. Choose again.")

    def in_order_of(self, kept: tuple[str, ...]) -> tuple[str, ...]:
        """What was chosen: first what was chosen before, in its own order."""
        chosen = tuple(self.data or ())
        return (
            *(one for one in kept if one in chosen),
            *(one for one in chosen if one not in kept),
        )
