import pytest
from flask import render_template_string

from facilitator.pages import flash
from tests.web import a_client, an_app, judged


@pytest.mark.parametrize(
    ("verb", "kind", "role"),
    [
        (flash.error, "There is a problem", "alert"),
        (flash.notice, "Good to know", "status"),
        (flash.success, "Done", "status"),
    ],
)
def test_each_verb_says_its_kind_in_a_word_and_its_words_as_text(
    verb: object, kind: str, role: str
) -> None:
    app = an_app()

    def said() -> str:
        verb("<b>Saved</b> for Nan")  # type: ignore[operator]
        return render_template_string(
            "{% extends 'layout.html' %}{% block title %}Hello{% endblock %}"
            "{% block content %}<h1>Hello</h1>{% endblock %}"
        )

    app.view_functions["practice.questions"] = said
    answer = app.test_client().get("/questions")
    page = judged(answer)
    assert kind in page.all("p")
    assert "<b>Saved</b> for Nan" in page.all("p")
    assert f'role="{role}"' in answer.get_data(as_text=True)


def test_a_page_with_nothing_to_say_sets_no_cookie() -> None:
    assert "Set-Cookie" not in a_client().get("/nothing").headers
