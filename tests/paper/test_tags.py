"""What a screen reader is given of a paper.

When these fail after a new WeasyPrint, look first at the names that ``facilitator.paper.tags``
lists in its docstring.
"""

import pytest

from facilitator.paper import pdf
from tests.paper import trial
from tests.paper.reading import Tag, furniture, tags


@pytest.fixture(scope="module")
def whole() -> bytes:
    return trial.printed()


@pytest.fixture(scope="module")
def read_whole() -> Tag:
    return tags(trial.printed())


def read(body: str) -> Tag:
    return tags(pdf.render(trial.sheet(body)))


def test_running_heads_feet_and_page_numbers_are_never_read(whole: bytes, read_whole: Tag) -> None:
    assert "Keep this page somewhere private." in furniture(whole)
    assert "Page 2 of " in furniture(whole)
    assert "Keep this page" not in read_whole.heard
    assert "Page 2 of " not in read_whole.heard


def test_a_part_s_name_in_the_page_head_is_read_once_where_it_stands(read_whole: Tag) -> None:
    assert read_whole.heard.count("This week") == 1


def test_a_table_over_three_pages_is_one_table_with_one_head(whole: bytes, read_whole: Tag) -> None:
    table = read_whole.one("Table")
    assert len(table.one("TBody").all("TR")) == trial.STEPS
    assert [head.heard for head in table.one("THead").all("TH")] == ["What", "Who", "When"]
    drawn_again = "the head is drawn again, and not read again"
    assert furniture(whole).replace(" ", "").count("WhatWhoWhen") == 2, drawn_again


def test_every_head_of_a_table_says_what_it_heads(read_whole: Tag) -> None:
    table = read_whole.one("Table")
    assert {str(tag.said["Scope"]) for tag in table.one("THead").all("TH")} == {"/Column"}
    assert {str(tag.said["Scope"]) for tag in table.one("TBody").all("TH")} == {"/Row"}


def test_a_head_without_a_scope_heads_its_column_in_the_head_and_its_row_below() -> None:
    page = read(
        "<table><thead><tr><th>What</th><th>Who</th></tr></thead>"
        "<tbody><tr><th>Kite</th><td>Nan</td></tr></tbody></table>"
    )
    assert [str(tag.said["Scope"]) for tag in page.all("TH")] == ["/Column", "/Column", "/Row"]


def test_an_empty_cell_keeps_its_place() -> None:
    page = read("<table><tr><td>Kite</td><td></td></tr><tr><td></td><td>Nan</td></tr></table>")
    assert [len(row.all("TD")) for row in page.all("TR")] == [2, 2]


def test_a_wide_cell_says_how_wide_it_is() -> None:
    page = read(
        '<table><tr><td colspan="2">Kite</td></tr>'
        '<tr><td rowspan="2">Nan</td><td>a</td></tr><tr><td>b</td></tr></table>'
    )
    cells = page.all("TD")
    assert cells[0].said["ColSpan"] == 2
    assert cells[1].said["RowSpan"] == 2


def test_a_table_that_a_style_sheet_turned_into_cards_is_no_table() -> None:
    page = read("<style>table, tbody, tr, td { display: block }</style>" + trial.table(2))
    assert page.all("Table") == []
    assert page.heard.count("Nan Bowen") == 2


def test_a_quotation_keeps_its_language(read_whole: Tag) -> None:
    spoken = {str(tag.said["Lang"]): tag.heard for tag in read_whole.walk() if "Lang" in tag.said}
    assert spoken["bn"] == "এলি নিজের অনুভূতি ভালোভাবে বলতে পারে।"
    assert spoken["cy"].strip() == "Tŷ, dŵr, ŵyr, Ŷd."
    assert set(spoken) == {"ar", "ur", "bn", "pa", "gu", "ta", "hi", "uk", "cy"}
    assert str(read_whole.one("Quote").said["Lang"]) == "cy"


def test_a_name_in_another_language_inside_a_line_keeps_it_too() -> None:
    span = read('<p>Aunt <bdi lang="uk">Джо</bdi> comes.</p>').one("Span")
    assert (str(span.said["Lang"]), span.heard) == ("uk", "Джо")


def test_words_that_run_from_right_to_left_say_so(read_whole: Tag) -> None:
    ways = [str(tag.said.get("WritingMode", "")) for tag in read_whole.all("BlockQuote")]
    assert ways == ["/RlTb", "/RlTb", "", "", "", "", "", "", ""]


def test_letters_that_join_into_new_shapes_are_read_as_they_were_typed(read_whole: Tag) -> None:
    for words in (
        "এলি নিজের অনুভূতি ভালোভাবে বলতে পারে।",
        "ਅਸੀਂ ਹਰ ਰਾਤ ਕਹਾਣੀ ਪੜ੍ਹਾਂਗੇ।",
        "અમે દરરોજ રાત્રે વાર્તા વાંચીશું.",
        "நாங்கள் ஒவ்வொரு இரவும் கதை படிப்போம்.",
        "हम हर रात कहानी पढ़ेंगे।",
    ):
        assert words in read_whole.heard


def test_words_on_both_sides_of_a_line_break_stay_apart() -> None:
    words = " ".join(f"kettle{number}" for number in range(300))
    heard = read(f"<p>{words}</p>").heard
    assert heard.split() == words.split()


def test_a_paragraph_over_two_pages_is_one_and_its_words_stay_apart() -> None:
    words = " ".join(f"kite{number}" for number in range(1500))
    page = read(f"<p>{words}</p>")
    assert page.one("P").heard.split() == words.split()


def test_a_word_that_had_to_be_broken_is_read_whole() -> None:
    word = "kite" * 60
    assert read(f"<p>A {word} flies.</p>").heard.split() == ["A", word, "flies."]


def test_a_hyphen_at_the_end_of_a_line_takes_no_space() -> None:
    words = "-".join(["kite"] * 80)
    assert read(f"<p>{words}</p>").heard.strip() == words


def test_lists_have_a_mark_and_a_body_and_may_hold_lists() -> None:
    page = read("<ul><li>One</li><li>Two<ul><li>inside</li></ul></li></ul>")
    mark = ("Lbl", "• ")
    assert page.all("L")[0].outline() == (
        "L",
        ("LI", mark, ("LBody", "One ")),
        ("LI", mark, ("LBody", "Two ", ("L", ("LI", mark, ("LBody", "inside "))))),
    )


def test_a_name_and_what_it_names_stand_together() -> None:
    outline = read(trial.CARD).one("L").outline()
    assert outline == (
        "L",
        ("LI", ("Lbl", "Who"), ("LBody", "Nan Bowen")),
        ("LI", ("Lbl", "When"), ("LBody", "Every Monday")),
    )


def test_names_grouped_in_boxes_stand_together_too() -> None:
    page = read("<dl><div><dt>Who</dt><dd>Nan</dd></div><div><dt>When</dt><dd>Now</dd></div></dl>")
    assert page.one("L").outline() == (
        "L",
        ("LI", ("Lbl", "Who"), ("LBody", "Nan")),
        ("LI", ("Lbl", "When"), ("LBody", "Now")),
    )


def test_letters_that_stand_alone_are_given_a_paragraph() -> None:
    page = read("<section><h2>Kite</h2>Bare words<div>A box</div></section>")
    outline = page.one("Sect").outline()
    assert outline == ("Sect", ("H2", "Kite"), ("P", "Bare words"), ("Div", ("P", "A box")))


def test_a_link_is_read_in_its_place_and_touched_as_one_area(whole: bytes) -> None:
    assert tags(whole).one("Link").heard == "01632 960 114"
    assert whole.count(b"/Subtype /Link") <= 1
    page = read('<p>Ring <a href="tel:01632960114"><bdi>01632 960 114</bdi></a>.</p>')
    assert page.one("P").heard == "Ring 01632 960 114."


def test_what_is_hidden_from_readers_is_furniture() -> None:
    printed = pdf.render(trial.sheet('<p><span aria-hidden="true">✓</span>Done</p>'))
    assert tags(printed).heard == "Done"
    assert "✓" in furniture(printed)


def test_a_sign_with_a_name_is_read_by_its_name(read_whole: Tag) -> None:
    assert "Box to tick Done" in read_whole.heard


def test_a_short_form_has_its_long_one(read_whole: Tag) -> None:
    assert [str(tag.said["E"]) for tag in read_whole.walk() if "E" in tag.said] == [
        "Family Rights Line"
    ]


def test_a_picture_is_read_by_its_words_and_stands_where_it_is_drawn() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48">{}'
        '<rect width="9" height="9"/></svg>'
    )
    page = read(f"<p>{drawing.format('<title>A kite</title>')}</p><p>{drawing.format('')}</p>")
    figure = page.one("Figure")
    assert str(figure.said["Alt"]) == "A kite"
    left, bottom, right, top = map(float, figure.said["BBox"])
    assert (round(right - left), round(top - bottom)) == (72, 36)
    assert 700 < bottom < 842, "near the top of an A4 page, in points from below"


def test_every_piece_that_is_read_belongs_to_one_tag(read_whole: Tag) -> None:
    assert read_whole.role == "Document"
    steps = [f"Step {number}: fly" for number in range(1, trial.STEPS + 1)]
    assert [read_whole.heard.count(step) for step in steps] == [1] * trial.STEPS
    places = [read_whole.heard.index(step) for step in steps]
    assert places == sorted(places)
