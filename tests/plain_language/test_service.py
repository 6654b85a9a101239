"""A service adds, changes and switches off words in a file of its own."""

import re
from pathlib import Path

import pytest

from facilitator.plain_language.lists import WordList, shipped
from facilitator.plain_language.service import with_service
from facilitator.plain_language.terms_classes import CLASSES
from facilitator.plain_language.terms_patterns import END, KINDS
from facilitator.refusals import Refusal
from tests.plain_language.word_sayings import found

HEAD = 'format = "facilitator-words/1"\n'
WORD = """
[[word]]
name = "Thrive team"
level = "explain"
reason = "jargon"
say = "the council's team for children under five"
"""


def listed(tmp_path: Path, text: str) -> WordList:
    path = tmp_path / "our_words.toml"
    path.write_text(text, encoding="utf-8")
    return with_service(path)


def refused(tmp_path: Path, text: str) -> str:
    with pytest.raises(Refusal) as refusal:
        listed(tmp_path, text)
    return str(refusal.value)


def test_a_word_is_added(tmp_path: Path) -> None:
    lists = listed(tmp_path, HEAD + WORD)
    assert found("Ring the Thrive team.", lists=lists) == [("explain", "Thrive team")]
    assert found("Mother absconded.", lists=lists) == found("Mother absconded.")


def test_a_word_of_the_same_name_takes_the_place_of_ours(tmp_path: Path) -> None:
    word = '[[word]]\nname = "abscond"\nlevel = "ask"\nreason = "label"\nsay = "left"\n'
    lists = listed(tmp_path, HEAD + word + 'find = ["abscond~"]\n')
    assert found("He absconded.", lists=lists) == [("ask", "absconded")]


def test_a_word_is_switched_off_and_its_letters_stay_quiet(tmp_path: Path) -> None:
    lists = listed(tmp_path, HEAD + 'off = ["CAMHS", "naughty"]\n')
    assert found("CAMHS said he is naughty.", lists=lists) == []
    assert "CAMHS" in lists.quiet
    assert "CAMHS" not in shipped().quiet


def test_a_phrase_may_be_called_fine(tmp_path: Path) -> None:
    lists = listed(tmp_path, HEAD + 'fine = ["contact point café"]\n')
    assert found("Meet at the Contact Point café.", lists=lists) == []


def test_a_file_with_nothing_but_its_format_changes_nothing(tmp_path: Path) -> None:
    lists = listed(tmp_path, HEAD)
    assert [term.name for term in lists.terms] == [term.name for term in shipped().terms]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert found("Thrive team", lists=listed(tmp_path, "\ufeff" + HEAD + WORD)) != []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "The format is null"),
        ('format = "facilitator-words/9"', "The format is 'facilitator-words/9'"),
        (HEAD + "of = []", "The key 'of' is not known here"),
        (HEAD + 'off = ["CAMS"]', "Did you mean 'CAMHS'?"),
        (HEAD + 'off = "CAMHS"', "Write a list of words in quotation marks"),
        (HEAD + "off = [1]", "Write a list of words in quotation marks"),
        (HEAD + 'word = "x"', "Begin each word with [[word]]"),
        (HEAD + "word = [1]", "Begin each word with [[word]]"),
        (HEAD + "[[word]]\n", "It has no 'name'"),
        (HEAD + WORD.replace('"explain"', '"shout"'), "Use one of: stop, ask, explain."),
        (HEAD + WORD.replace('"jargon"', '"passive"'), "Its 'reason' is 'passive'"),
        (HEAD + WORD.replace("say =", "sya ="), "The key 'sya' is not known here"),
        (HEAD + WORD + 'only_in = ["kitchen"]', "which is no kind of line"),
        (HEAD + WORD + 'find = ["(x"]', "'(x' can't be looked for"),
        (HEAD + WORD + 'fine = ["[a"]', "can't be looked for"),
        (HEAD + WORD + 'ready = { "a~" = "b" }', "A ~ ends the first word"),
        (HEAD + WORD + 'ready = "x"', "Its 'ready' has"),
        (HEAD + WORD + WORD, "This name stands here twice"),
        (HEAD + 'fine = ["of the"]\nfine = []', "can't be read as TOML"),
        (HEAD + "x" + ".x" * 20_000 + " = 1", "too many dots or brackets"),
        (HEAD + "off = " + "[" * 5_000, "too many dots or brackets"),
        (HEAD + "# " + "x" * 300_000, "more than 256 KB"),
    ],
)
def test_a_wrong_file_is_refused_by_its_name_with_what_to_do(
    tmp_path: Path, text: str, says: str
) -> None:
    message = refused(tmp_path, text)
    assert says in message
    assert all(line.startswith("our_words.toml") for line in message.splitlines())


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    text = HEAD + WORD.replace('"explain"', '"shout"').replace('"jargon"', '"x"') + "zz = 1"
    assert len(refused(tmp_path, text).splitlines()) == 3


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"none\.toml: .*can't be read.*Check its path"):
        with_service(tmp_path / "none.toml")


def test_a_file_that_is_not_text_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "our_words.toml"
    path.write_bytes(HEAD.encode() + b"\xff")
    with pytest.raises(Refusal, match=r"line 2: The byte 0xFF"):
        with_service(path)


PAGE = (Path(__file__).parents[2] / "docs" / "words_of_a_service.md").read_text(encoding="utf-8")


def test_the_example_in_the_docs_is_a_sound_file(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, flags=re.DOTALL)
    lists = listed(tmp_path, example)
    assert found("Two front-door referrals.", lists=lists) == [("ask", "front-door referrals")]
    assert found("The front door key.", lists=lists) == []


def test_the_docs_name_every_class_of_words() -> None:
    named = re.findall(r"`\{(\w+)\}`", PAGE)
    kinds = {kind.strip("{}") for kind in KINDS}
    assert set(named) == set(CLASSES) | kinds - {END}
