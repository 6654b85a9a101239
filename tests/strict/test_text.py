"""JSON that two programs could read in two ways, and JSON made to hurt."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.refusals import Refusal
from facilitator.strict import load_json
from facilitator.strict.text import MOST_BYTES, MOST_VALUES


def refused(data: bytes | str) -> str:
    with pytest.raises(Refusal) as refusal:
        load_json(data, "f.json")
    return str(refusal.value)


@pytest.mark.parametrize(
    ("data", "document"),
    [
        (b"[]", []),
        (
            b' \t\r\n{"a": [1, -2, 0.5, true, false, null, ""]}\n',
            {"a": [1, -2, 0.5, True, False, None, ""]},
        ),
        (b'["\\u00e9 \\ud83d\\ude00 \\n \\t \\" \\\\ \\/"]', ['é 😀 \n \t " \\ /']),
        ('["\x7f\u2028\ufeff\u202e"]'.encode(), ["\x7f\u2028\ufeff\u202e"]),
        (b'{"a": {"b": 1}, "b": {"b": 1}}', {"a": {"b": 1}, "b": {"b": 1}}),
        (b"[" * 32 + b"]" * 32, None),
        (b'"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["', "[" * 43),
        (b"[999999999999999]", [999999999999999]),
        ('{"کلید": "väl"}', {"کلید": "väl"}),
        (b'["\\\\", "a\\\\\\"", "{"]', ["\\", 'a\\"', "{"]),
    ],
)
def test_json_that_everybody_reads_alike_is_read(data: bytes | str, document: object) -> None:
    read = load_json(data, "f.json")

    assert document is None or read == document


@pytest.mark.parametrize(
    ("data", "place", "wrong"),
    [
        (b'{"a": 1, "a": 1}', "f.json, a: ", "The key 'a' stands twice"),
        (b'{"p": [{}, {"id": "nan", "x": {"b": 1, "b": 2}}]}', "p[1] 'nan'.x.b: ", "twice"),
        (b'{"a": {"b": 1, "b": 2}, "a": 3}', "'b': ", "stands twice"),
        (b'{"a": [1, NaN]}', "f.json, a[1]: ", "NaN is not a number."),
        (b"[Infinity]", "f.json, [0]: ", "Infinity is not a number."),
        (b"[-Infinity]", "f.json, [0]: ", "-Infinity is not a number."),
        (b"[1e400]", "f.json, [0]: ", "'1e400' is too long for a number."),
        (b"[" + b"9" * 5000 + b"]", "f.json, [0]: ", "is too long for a number. Use at most 15"),
        (b"[1000000000000000]", "f.json, [0]: ", "is too long for a number"),
        (b"[0." + b"3" * 50 + b"]", "f.json, [0]: ", "is too long for a number"),
        (b'["\\ud800"]', "f.json, [0]: ", "the character U+D800"),
        (b'{"a": {"\\udc00 b": 1}}', "f.json, a.'\\udc00 b': ", "the character U+DC00"),
        (b'["\\ude00\\ud83d"]', "f.json, [0]: ", "the character U+DE00"),
        (b'{"a": "\\u0000"}', "f.json, a: ", "the character U+0000"),
        (b'["\\u001b[2J"]', "f.json, [0]: ", "the character U+001B"),
        (b'["a\\r\\nb"]', "f.json, [0]: ", "the character U+000D"),
        ('["\uffff"]'.encode(), "f.json, [0]: ", "the character U+FFFF"),
        (b'["\\ufffe"]', "f.json, [0]: ", "the character U+FFFE"),
        (b'["\\ud83f\\udffe"]', "f.json, [0]: ", "the character U+1FFFE"),
        ('["\ufdd0é"]'.encode(), "f.json, [0]: ", "the character U+FDD0"),
        (b'["a\nb"]', "f.json, line 1, column 4: ", "stands inside quotes as it is"),
        (b'["\x00"]', "f.json, line 1, column 3: ", "stands inside quotes as it is"),
        (b'[\n"\xff"]', "f.json, line 2: ", "The byte 0xFF is not UTF-8 here."),
        (b'["\xed\xa0\x80"]', "f.json, line 1: ", "The byte 0xED is not UTF-8 here."),
        (b'["\xc0\xaf"]', "f.json, line 1: ", "is not UTF-8"),
        ('["\ud800"]', "f.json, line 1: ", "is not UTF-8"),
        (b"\xef\xbb\xbf[]", "f.json: ", "It begins with a byte order mark."),
        ('["a"]'.encode("utf-16"), "f.json, line 1: ", "is not UTF-8"),
        (b"[" * 33 + b"]" * 33, "f.json, line 1: ", "more than 32 levels deep"),
        (b'{"a":\n' * 33 + b"1" + b"}" * 33, "f.json, line 33: ", "more than 32 levels deep"),
        (b"[" * 100_000, "f.json: ", "more than 20,000 values"),
        (b"[" * 15_000, "f.json, line 1: ", "more than 32 levels deep"),
        (b"", "f.json: ", "There is nothing in it."),
        (b" \n ", "f.json: ", "There is nothing in it."),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused_by_place(
    data: bytes | str, place: str, wrong: str
) -> None:
    message = refused(data)

    assert place in message
    assert wrong in message
    assert message.endswith(".")


NO_JSON = (
    '[,1] [1,] [1,,2] [1 [1} {1:1} {\'a\':1} {a:1} {"a"} {"a":} {"a":1,} {,} [1:2] ["a" ] x'
    " [tru] [nul] [True] [None] [nan] [-] [+1] [01] [-01] [1.] [.5] [1.e1] [1e] [1e+] [0x1] [1_0]"
    ' [--1] [1a] ["\\x"] ["\\u12"] ["\\u12G4"] ["\\uD800\\u"] ["a] "a {"a":"b"}x []] {}} ]['
    ' [1]/**/ [1]//x /**/ # ["a""b"] [1;2] [１] [\\n] {"a":1;} undefined * <a>'
).split(" ")


@pytest.mark.parametrize("data", [one for one in NO_JSON if one not in {"]", ""}])
def test_what_is_no_json_is_refused_with_line_and_column(data: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        json.loads(data)

    assert "f.json, line 1, column " in refused(data)


@given(st.binary(max_size=60) | st.text(alphabet='[]{}":,\\u0d8e1-.ntf \n', max_size=40))
def test_whatever_the_bytes_are_the_answer_is_a_document_or_a_refusal(data: bytes | str) -> None:
    try:
        document = load_json(data, "f.json")
    except Refusal:
        return
    assert document == json.loads(data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-999, 999) | st.text(st.characters(codec="utf-8")),
        lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=3), inside),
        max_leaves=10,
    ),
    st.integers(1, 5),
    st.data(),
)
def test_a_text_that_ends_too_soon_is_never_read(
    document: object, lost: int, data: st.DataObject
) -> None:
    text = json.dumps([document], ensure_ascii=data.draw(st.booleans()))

    assert refused(text[:-lost])


def _filled(unit: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    return before + unit * ((MOST_BYTES - len(before) - len(after)) // len(unit)) + after


HEAVY = {
    "open brackets": _filled(b"["),
    "closing brackets": _filled(b"]"),
    "small lists": _filled(b"[],", b"[", b"0]"),
    "small groups": _filled(b'{"":0},', b"[", b"0]"),
    "thin towers": _filled(b"[" * 31 + b"]" * 31 + b",", b"[", b"0]"),
    "quotes": _filled(b'"'),
    "escaped quotes": _filled(b'\\"', b'"'),
    "backslashes": _filled(b"\\\\", b'["', b"]"),
    "digits": _filled(b"9"),
    "a long part": _filled(b"9", b"0."),
    "commas": _filled(b","),
    "one key again and again": _filled(b'"a":1,', b"{", b'"a":1}'),
    "halves of characters": _filled(b"\\ud800", b'["', b'"]'),
    "spaces": _filled(b" "),
    "not UTF-8": _filled(b"\xff"),
    "zeros": _filled(b"\0"),
    "one byte too many": b" " * (MOST_BYTES + 1),
    "one value too many": b"[" + b"1," * MOST_VALUES + b"1]",
}


@pytest.mark.parametrize("name", HEAVY)
def test_five_million_hostile_bytes_are_refused_in_seconds_and_not_in_minutes(name: str) -> None:
    began = time.process_time()

    assert refused(HEAVY[name])
    assert time.process_time() - began <= 10


@pytest.mark.parametrize("unit", ["é\\n", '\\"', "[,{", "😀"])
def test_five_million_bytes_of_words_are_read(unit: str) -> None:
    assert load_json(_filled(unit.encode(), b'["', b'"]'), "f.json")


def test_no_more_than_fifty_problems_are_listed() -> None:
    with pytest.raises(Refusal) as refusal:
        load_json("[" + ",".join(["NaN"] * 51) + "]", "f.json")

    assert len(refusal.value.problems) == 51
    assert "And more" in refusal.value.problems[-1].wrong
