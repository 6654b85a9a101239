"""Signs without a shape can't turn round, hide or break the words beside them."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from facilitator.paper import letters

TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_signs_that_turn_words_round_go_and_words_stay() -> None:
    assert letters.isolate(f"Nan{TURNS}a \u200fفاطمة\u200e") == "Nana \u200fفاطمة\u200e"


@given(st.text(alphabet=st.sampled_from(TURNS + "ab ف\u200d\n")))
def test_isolated_words_hold_no_embedding_override_or_isolate(words: str) -> None:
    kept = letters.isolate(words)
    turning = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    assert not turning & {unicodedata.bidirectional(character) for character in kept}
    assert kept == "".join(character for character in words if character not in TURNS)


def test_controls_and_noncharacters_go() -> None:
    assert letters.writable("a\x00\x1b\x7f\x85\ufdd0\ufffe\uffffb\n\tc") == "ab\n\tc"


@given(st.text())
def test_writable_words_lose_only_controls_and_noncharacters(words: str) -> None:
    kept = letters.writable(words)
    gone = [character for character in words if character not in kept]
    assert all(
        unicodedata.category(character) == "Cc" or unicodedata.category(character) == "Cn"
        for character in gone
    )
    assert "\n" not in words or "\n" in kept


def test_a_whole_character_is_no_half() -> None:
    assert letters.first_surrogate("🪁") is None
    assert letters.first_surrogate("a\ud83d") == "U+D83D"
