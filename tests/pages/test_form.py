import re

import pytest
from flask import Flask, render_template_string
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    EmailField,
    FileField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    SubmitField,
    TextAreaField,
)
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]  # the stubs are older
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from tests.web import Page, an_app

WHO = [SelectChoice("nan", "Nan"), SelectChoice("bev", "Auntie Bev")]
TEMPLATE = """<!DOCTYPE html>
{% from "pages/_form.html" import field, problems %}
<html lang="en-GB"><head><title>t</title></head><body>
{{ problems(form) }}{% for one in form %}{{ field(one) }}{% endfor %}
</body></html>"""


class EveryKind(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    title = StringField("What do you call it?", validators=[InputRequired("Say what you call it.")])
    words = TextAreaField("What did they say?", description="In their own words.")
    email = EmailField("Where do we write to?", render_kw={"autocomplete": "email"})
    secret = PasswordField("What is your password?")
    who = RadioField("Who will do it?", choices=WHO, validators=[InputRequired("Say who.")])
    also = SelectMultipleField(
        "Who else?", choices=WHO, widget=ListWidget(), option_widget=CheckboxInput()
    )
    first = SelectField("Who do we ring first?", choices=WHO)
    shown = BooleanField("Show the name beside it")
    photo = FileField("The flip chart")
    save = SubmitField("Keep this line")


def drawn(app: Flask, data: dict[str, object] | None = None) -> tuple[str, Page]:
    with app.test_request_context("/", method="POST"):
        form = EveryKind(formdata=MultiDict(data) if data is not None else None)
        if data is not None:
            form.validate()
        html = " ".join(render_template_string(TEMPLATE, form=form).split())
    return html, Page(html)


@pytest.fixture(scope="module")
def app() -> Flask:
    return an_app()


def test_every_kind_of_field_is_drawn_as_the_component_that_fits(app: Flask) -> None:
    html, page = drawn(app)
    assert page.faults == []
    for component in (
        "govuk-input",
        "govuk-textarea",
        "govuk-password-input",
        "govuk-radios",
        "govuk-checkboxes",
        "govuk-select",
        "govuk-file-upload",
        "govuk-button",
    ):
        assert re.search(rf'class="[^"]*\b{component}[ "]', html)
    assert html.count('type="radio"') == 2
    assert html.count('type="checkbox"') == 3
    assert "In their own words." in html


def test_every_field_has_a_label_of_its_own(app: Flask) -> None:
    html, page = drawn(app)
    assert [one for one, times in page.ids.items() if times > 1] == []
    for name in ("title", "words", "email", "secret", "first"):
        assert f'for="{name}"' in html
        assert f'id="{name}"' in html


def test_free_text_is_never_sent_away_to_be_spelt_or_offered_to_the_next_visitor(
    app: Flask,
) -> None:
    html, _ = drawn(app)
    for name in ("title", "words"):
        tag = next(one for one in re.findall("<[^>]*>", html) if f' id="{name}"' in one)
        assert 'spellcheck="false"' in tag
        assert 'autocomplete="off"' in tag
    assert 'autocomplete="email"' in html


def test_what_is_wrong_stands_at_the_top_and_at_the_field_and_the_words_are_kept(
    app: Flask,
) -> None:
    html, page = drawn(app, {"words": "Hold <b>hands</b>", "first": "bev"})
    assert "There is a problem" in html
    assert "#title" in page.links
    assert "#who" in page.links
    assert page.ids["who"] == 1
    assert html.count("Say what you call it.") == 2
    assert "Hold &lt;b&gt;hands&lt;/b&gt;</textarea>" in html
    assert '<option value="bev" selected>' in html


def test_a_form_with_nothing_wrong_says_nothing(app: Flask) -> None:
    with app.test_request_context("/"):
        html = render_template_string(TEMPLATE, form=EveryKind(formdata=None))
    assert "There is a problem" not in html


def test_a_form_carries_its_token_out_of_sight(app: Flask) -> None:
    html, _ = drawn(app)
    assert '<input id="csrf_token" name="csrf_token" type="hidden"' in html
