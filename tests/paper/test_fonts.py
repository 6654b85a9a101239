"""What can be printed, and how we say so beforehand of what can't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.paper import fonts

SPOKEN = {
    "English": "A café, 10½ steps – “you’re” in… £5 €6 © ✓ ☐ ☑ ☎",
    "Welsh": "Tŷ, dŵr, ŵyr, Ŷd, ïo, môr",
    "Polish": "Zażółć gęślą jaźń",
    "Romanian": "Știință, țară, învăța",
    "Turkish": "İstanbul, ığdır, şeker, çöl",
    "Vietnamese": "Nguyễn, những, ở đây",
    "Yoruba": "Ọláyínká, ẹ̀kọ́",
    "Ukrainian": "Ґанок, їжак, єнот",
    "Greek": "Καλημέρα ῥόδον",
    "Arabic": "فاطمة الزهراء، ١٢٣",
    "Urdu": "نانی جو ہر روز آئیں گی۔ ٹام",
    "Persian": "مادربزرگ، پچگ",
    "Kurdish": "ڕێگای ئێمە",
    "Pashto": "زموږ کورنۍ ځای",
    "Bengali": "এলি নিজের অনুভূতি ২০২৬",
    "Punjabi": "ਅਸੀਂ ਹਰ ਰਾਤ ਪੜ੍ਹਾਂਗੇ।",
    "Gujarati": "અમે દરરોજ રાત્રે વાંચીશું",
    "Tamil": "நாங்கள் ஒவ்வொரு இரவும்",
    "Hindi": "हम हर रात कहानी पढ़ेंगे।",
}


@pytest.mark.parametrize("language", SPOKEN)
def test_the_languages_that_we_print_have_every_letter(language: str) -> None:
    assert fonts.unprintable(SPOKEN[language]) == ()


def test_what_can_t_be_printed_is_named_so_that_a_person_can_find_it() -> None:
    assert fonts.unprintable("A 漢 and 漢 and \ue000") == (
        "漢 (cjk unified ideograph-6f22, U+6F22)",
        "\ue000 (a character without a name, U+E000)",
    )


def test_signs_without_a_shape_are_never_missing() -> None:
    assert fonts.unprintable("a\u200bb\u200dc\ufe0f\u202ed\n\te\u2028") == ()


def test_every_family_has_a_regular_weight_where_the_build_put_it() -> None:
    there = {family.name for family, weight, _path in fonts.files() if weight == 400}
    assert there | {"Noto Emoji"} == {family.name for family in fonts.FAMILIES}


def test_the_style_sheet_names_every_font_file_once() -> None:
    css = fonts.style_sheet()
    assert [css.count(path.name) for _family, _weight, path in fonts.files()] == [1] * len(
        fonts.files()
    )


@given(st.text())
def test_what_is_made_printable_is_printable_and_as_long(text: str) -> None:
    made = fonts.printable(text)
    assert fonts.unprintable(made) == ()
    assert len(made) == len(text)
    missing = {name[0] for name in fonts.unprintable(text)}
    assert all(now == was or was in missing for now, was in zip(made, text, strict=True))
