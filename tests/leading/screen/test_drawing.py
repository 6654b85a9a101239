"""Parts of the page that are drawn once and kept: never a family's own words, never mixed up."""

from dataclasses import replace

import pytest

from facilitator.leading.screen.drawing import Drawing, drawn_before
from facilitator.leading.screen.questions import Question
from tests.web import an_app

ASKED = Question(id="q1", stage="open", stage_name="Hello", words="What helps Tiana?")
OWN = replace(ASKED, id="own-0123456789abcdef", words="Who walks the dog?", own=True)


@pytest.fixture
def drawing() -> Drawing:
    return Drawing(an_app().jinja_env)


def kept() -> int:
    return drawn_before.cache_info().currsize


def test_a_question_of_one_s_own_is_drawn_and_never_kept(drawing: Drawing) -> None:
    before = kept()
    assert "Who walks the dog?" in drawing.questions([OWN])
    assert "Who walks the dog?" in drawing.ways_to([OWN])
    assert kept() == before


def test_the_same_question_with_another_child_s_name_or_in_another_state_is_another(
    drawing: Drawing,
) -> None:
    other = replace(ASKED, words="What helps Idris?")
    for draw in (drawing.questions, drawing.ways_to):
        assert "Tiana" in draw([ASKED])
        assert "Tiana" not in draw([other])
        assert 'data-state="open"' in draw([ASKED])
        assert 'data-state="now"' in draw([replace(ASKED, state="now")])


def test_questions_stand_in_their_order_and_words_that_look_like_markup_stay_words(
    drawing: Drawing,
) -> None:
    tags = replace(OWN, words="Who says <b>no</b>?")
    for draw in (drawing.questions, drawing.ways_to):
        drawn = draw([ASKED, tags])
        assert drawn.index("What helps Tiana?") < drawn.index("&lt;b&gt;no&lt;/b&gt;")
        assert "<b>no" not in drawn


def test_one_kind_is_chosen_for_who_chose_it_and_none_for_the_next(drawing: Drawing) -> None:
    assert 'value="worry" checked' not in drawing.kinds("", exact=False)
    chosen = drawing.kinds("worry", exact=True)
    assert chosen.count(" checked") == 2  # the kind, and their exact words
    assert " checked" not in drawing.kinds("", exact=False)


def test_a_kind_that_is_none_is_not_kept_however_often_it_is_sent(drawing: Drawing) -> None:
    drawing.kinds("", exact=False)
    before = kept()
    for nonsense in ("<b>", "nothing", "x" * 100):
        assert " checked" not in drawing.kinds(nonsense, exact=False)
    assert kept() == before
