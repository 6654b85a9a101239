"""JSON that is none, and JSON that two programs would read in two ways: made by the grammar.

Each is a sound document with one thing wrong, so that nothing but that is refused.
"""

import json
from collections.abc import Iterator
from itertools import product

SOUND = {"id": "r1", "n": 12, "list": [1, "two", None, True], "in": {"words": "What helps?"}}
TEXT = json.dumps(SOUND)

NUMBERS = (
    "01 -01 +1 .5 -.5 1. 1.e1 1e 1e+ 1E- --1 -+1 1_0 0x10 0b1 0o7 ١ １ NaN -NaN Infinity"
    " -Infinity inf nan 1e999 -1e999 1e1000000 0.0.1 1..0 ∞ 1f 1L 1n - e1 1e1.5 0x 1/2 1%2 1*"
).split(" ")
LONG_NUMBERS = (
    "9" * 16,
    "9" * 309,
    "9" * 4301,
    "-" + "1" * 5000,
    "0." + "3" * 400,
    "1" * 20 + "e5",
)
WORDS = "tru True TRUE nul None NULL undefined falsey yes no on off nil Nul null0 true1".split(" ")
ESCAPES = (
    "\\x41", "\\a", "\\v", "\\0", "\\'", "\\u", "\\u1", "\\u12", "\\uG000", "\\u{41}",
    "\\U00000041", "\\ud800", "\\udfff", "\\ude00\\ud83d", "\\ud83d\\u0041", "\\ud83dx", "\\u0000",
    "\\u0008", "\\u001b[2J", "\\ufffe", "\\uffff", "\\ud83f\\udffe", "\\ufdd0", "\\",
)  # fmt: skip
RAW = ("\x00", "\x01", "\x08", "\t", "\n", "\r", "\x0b", "\x0c", "\x1b", "\x1f", '"', "\\")
BETWEEN = (
    "",
    ";",
    ":",
    ",,",
    "=",
    "=>",
    ", ,",
    ". ",
    "\x0c",
    "\xa0",
    "\u2028",
    "\ufeff",
    "/**/",
    "//",
)
BYTES = (
    b"\xff", b"\xfe\xff", b"\xc0\xaf", b"\xc1\xbf", b"\xe0\x80\xaf", b"\xed\xa0\x80",
    b"\xed\xbf\xbf",
    b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\x80", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98",
)  # fmt: skip


_SLIPS = (
    ("a comma at the end of a list", '["a",]'),
    ("a comma at the end of a group", '{"a":1,}'),
    ("a comma at the start", '[,"a"]'),
    ("a key without quotation marks", "{a:1}"),
    ("a key in single ones", "{'a':1}"),
    ("a number for a key", "{1:1}"),
    ("a list for a key", "{[1]:1}"),
    ("nothing for a key", "{:1}"),
    ("a key without a value", '{"a":}'),
    ("a key alone", '{"a"}'),
    ("three dots", "[1,2,...]"),
    ("a note", '{"a":1} // why'),
    ("a note in the middle", '{"a": /* why */ 1}'),
    ("a note with #", '# why\n{"a":1}'),
    ("two documents", "{}{}"),
    ("two documents on two lines", "{}\n{}"),
    ("a call", "back({})"),
    ("a guard", ")]}',\n{}"),
    (
        "XML",
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a/>",
    ),
    ("YAML", "a: &a [*a, *a]\n"),
    ("TOML", 'a = "b"\n'),
    ("one of Python's own objects", "\x80\x04\x95"),
    ("an archive", "PK\x03\x04" + "\x00" * 26),
    ("a paper", "%PDF-1.7\n1 0 obj <</OpenAction 2 0 R>>"),
    ("nothing", ""),
    ("spaces", " \n\t "),
    ("one letter", "a"),
    ("a dash", "-"),
)


def _values() -> Iterator[tuple[str, str]]:
    for one in (*NUMBERS, *LONG_NUMBERS, *WORDS, "'one'", "`one`", "two words", "/x/", "()", "<a>"):
        yield f"the value {one[:12]} of {len(one)}", one
    for one in ESCAPES:
        yield f"the escape {one}", f'"a{one}b"' if one != "\\" else '"a\\'
    for one in RAW:
        yield f"a bare {one!r}", f'"a{one}b"'
    yield from (("words without an end", '"one'), ("words without a start", 'one"'))


def _shapes() -> Iterator[tuple[str, str]]:
    opened, closed = ("[", "{"), ("]", "}")
    for one in (*opened, *closed, *("".join(pair) for pair in product(opened + closed, repeat=2))):
        if one not in {"[]", "{}"}:
            yield f"the brackets {one}", one
    for left, right in product(opened, closed):
        yield f"{left} with a comma alone {right}", f"{left},{right}"
        yield f"{left} closed by {right} too soon", f'{left}"a"{right} {right}'
    for one in BETWEEN:
        yield f"{one!r} between two values", f'["a"{one}"b"]' if one else '["a""b"]'
        yield f"{one!r} between a key and its value", f'{{"a"{one}1}}' if one != ":" else '{"a"::1}'
    yield from _SLIPS


def _twice() -> Iterator[tuple[str, str]]:
    for key in ("id", "n", "list", "in", "", "é", "\\u0069d"):
        yield f"the key {key!r} twice", f'{{"{key}": 1, "a": 2, "{key}": 3}}'
    yield "the same key in other writing", '{"id": 1, "\\u0069d": 2}'
    yield "a key twice, deep inside", '{"a": [{"b": {"c": 1, "c": 1}}]}'


def _deep() -> Iterator[tuple[str, str]]:
    for levels in (33, 100, 1_000, 100_000):
        yield f"lists in lists, {levels} deep", "[" * levels + "]" * levels
        yield f"groups in groups, {levels} deep", '{"a":' * levels + "1" + "}" * levels
        yield f"both, {levels} deep and never closed", '[{"a":' * levels


def as_values() -> tuple[tuple[str, bytes], ...]:
    """Each wrong value, alone, in a list and in a group."""
    found = []
    for name, one in _values():
        for where, text in (("alone", "{}"), ("in a list", "[{}]"), ("under a key", '{{"a": {}}}')):
            found.append((f"{name}, {where}", text.format(one).encode("utf-8", "surrogatepass")))
    return tuple(found)


def every_one() -> tuple[tuple[str, bytes], ...]:
    """All of them, each with its name."""
    texts = (*_shapes(), *_twice(), *_deep())
    cut = [(f"cut off after {at}", TEXT[:at].encode()) for at in range(1, len(TEXT))]
    odd = [(f"the bytes {one!r}", b'{"a": "' + one + b'"}') for one in BYTES]
    written = [
        (f"in {name}", TEXT.encode(name))
        for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-8-sig")
    ]
    big = [("too big", b" " * 5_000_001), ("too many values", b"[" + b"1," * 20_001 + b"1]")]
    made = [(name, text.encode("utf-8", "surrogatepass")) for name, text in texts]
    return (*as_values(), *made, *cut, *odd, *written, *big)
