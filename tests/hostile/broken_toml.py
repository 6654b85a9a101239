"""TOML that is none, made by the grammar: a sound file with one thing wrong on one line."""

KEYS = (
    "= 1", "a b = 1", "a. = 1", ".a = 1", "a..b = 1", '"a = 1', "'a = 1", '"""a""" = 1', "é = 1",
    "a+b = 1", "[a] = 1", "{a} = 1", "a = 1 b = 2", "a : 1", "a", "a = ", "a == 1", "a = = 1",
    "1.2.3.4 = ", '"a\nb" = 1', '"\\u00zz" = 1', '"\\x" = 1', "a = 1\na = 2", "a.b = 1\na = 2",
    "a = 1\na.b = 2", "a = 1\n[a]", "a.b = 1\n[a.b]", "[a]\nb = 1\n[a]\nc = 2", "[a.b]\n[a]\nb = 1",
    "[[a]]\n[a]", "[a]\n[[a]]", "a = []\n[[a]]", "a = {b = 1}\n[a]", "a = {b = 1}\na.c = 2",
    "a = {b = 1, b = 2}", "a = {b.c = 1, b = 2}",
)  # fmt: skip
HEADS = (
    "[", "[]", "[ ]", "[a", "a]", "[a.]", "[.a]", "[a..b]", "[[a]", "[[a", "[a]]", "[[]]", "[[ ]]",
    "[a b]", "[a]b", "[a] b = 1", '["a]', "['a]", "[a\nb]", "[[a\n]]", "[a=1]", "[a,b]", "[{a}]",
    "[é]", "[a#b]", "[ [a] ]", "[[a]]]", "[[[a]]]", '["\\u00zz"]', '[""".a"""]',
)  # fmt: skip
NUMBERS = (
    "01", "+01", "-01", "1_", "_1", "1__0", "0x", "0xG", "0x_1", "+0x1", "0b2", "0o8", "0X1", "0B1",
    "0O1", "1.", ".1", "1._1", "1_.1", "1.e1", "1e", "1e_1", "1e1_", "1e+", "1.1.1", "1e1.1", "--1",
    "++1", "1,5", "1 000", "Inf", "NaN", "+ inf", "infinity", "nan1", "-", "+", "e1", "1f", "0x1p3",
    "9" * 5000, "1/2", "١",
)  # fmt: skip
TIMES = (
    "2027-13-01", "2027-00-01", "2027-02-30", "2027-02-00", "2027-2-1", "27-02-01", "2027-02-01T",
    "2027-02-01T25:00:00", "2027-02-01T10:60:00", "2027-02-01T10:00:61", "2027-02-01T10:00",
    "2027-02-01 10:00:00 Z", "2027-02-01T10:00:00+25:00", "2027-02-01T10:00:00+9", "10:00",
    "1:00:00",
    "24:00:00", "10:61:00", "10:00:00.", "2027/02/01", "01-02-2027", "2027-02-01t10:00:00z1",
)  # fmt: skip
WORDS = (
    '"a', "'a", 'a"', '"a"b', '"a" "b"', '"a\nb"', "'a\nb'", '"""a', "'''a", '"""a""', "'''a''",
    '""""""a', '"a\\"', '"\\x41"', '"\\u12"', '"\\u12G4"', '"\\uD800"', '"\\uDFFF"',
    '"\\U00110000"',
    '"\\U0011"', '"\\ a"', '"\\8"', '"""\\q"""', "True", "FALSE", "yes", "no", "null", "nil",
    "None",
    "a", "two words", "`a`", "“a”", "$a", "&a", "*a", "!a", "@a", "<a>", "/a/", "(1)", ";",
)  # fmt: skip
LISTS = (
    "[", "]", "[,]", "[1,,2]", "[,1]", "[1 2]", "[1", "[1,", "[[1]", "[1]]", "[1}", "[1;2]",
    "[1:2]",
    "[a]", "[a = 1]", "[1 # why", '["a]', "{", "}", "{,}", "{a}", "{a = }", "{a = 1", "{a = 1,}x",
    "{a = 1,, b = 2}", "{a = 1 b = 2}", "{a = 1; b = 2}", "{a: 1}", "{\na = 1\n}", "{a = 1}}",
    "{[a]}",
    "[" * 9 + "]" * 9, "[" * 500, "{a=" * 9 + "1" + "}" * 9, "{a=" * 500,
)  # fmt: skip
SIGNS = tuple(chr(one) for one in (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))
BYTES = (
    b"\xff", b"\xfe", b"\x80", b"\xc0\xaf", b"\xc1\xbf", b"\xe0\x80\xaf", b"\xed\xa0\x80",
    b"\xed\xbf\xbf", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xc3", b"\xe2\x82",
    b"\xf0\x9f\x98",
)  # fmt: skip
OTHERS = (
    '{"a": 1}', "a: 1", "- a\n- b", "<a/>", "a,b\n1,2", "%PDF-1.7", "PK\x03\x04",
    "---\na: &a [*a]\n",
    "a=1;b=2", "; note", "// note", "/* note */", "include 'x'", "<<: *a", "a := 1", "a += 1",
)  # fmt: skip


def broken_lines() -> tuple[str, ...]:
    """Every line that no TOML may have, alone."""
    values = [f"a = {one}" for one in (*NUMBERS, *TIMES, *WORDS, *LISTS)]
    inside = [f'a = "x{sign}y"' for sign in SIGNS] + [f"# note {sign}" for sign in SIGNS]
    bare = [f"a = 1{one}" for one in ("\rb", "\x0c", "\xa0", "\u2028", " 2", " = 2", ",", ";")]
    deep = [".".join("a" * count) + " = 1" for count in (18, 2000)]
    return (*KEYS, *HEADS, *values, *inside, *bare, *deep, *OTHERS)


def broken_bytes() -> tuple[bytes, ...]:
    """Bytes that are no text at all, where words should be."""
    wrong = [b'a = "' + one + b'"\n' for one in BYTES]
    text = 'a = "é"\n'
    written = [
        text.encode(one) for one in ("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1")
    ]
    return (*wrong, *written)
