"""JSON text read strictly: whatever two programs could read in two ways is refused.

Cheap measures come first (size, depth, number of values), so that nothing hostile is parsed.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator

from facilitator.refusals import Problem, Refusal
from facilitator.strict.places import GROUP, LONGEST_SHOWN, first, place, shown, walk

MOST_BYTES = 5_000_000
MOST_LEVELS = 32
MOST_VALUES = 20_000  # a long meeting has about a thousand
MOST_DIGITS = 15  # other programs keep whole numbers exactly up to 2 to the power of 53

_IN_QUOTES = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")
_FORBIDDEN_ASCII = re.compile("[\x00-\x08\x0b-\x1f]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def load_json(data: bytes | str, name: str) -> object:
    """The document that `data` holds; `name` is what the messages call it.

    Raises Refusal where it is not UTF-8, is longer than 5 MB, goes deeper than 32 levels, has
    a key twice in one place, a number that is none (NaN, Infinity, too long), half a character
    or a control character, or is not JSON at all.
    """
    text = _decoded(data, name)
    _measure(text, name)
    odd = _OddValues()
    try:
        document: object = json.loads(
            text,
            object_pairs_hook=odd.pairs,
            parse_constant=odd.constant,
            parse_int=odd.whole,
            parse_float=odd.part,
        )
    except json.JSONDecodeError as error:
        raise Refusal(_not_json(error, name)) from error
    if found := first(odd.problems(document, name), name):
        raise Refusal(*found)
    return document


def text_problems(document: object, where: str = "") -> Iterator[Problem]:
    """Each text, key or value, that holds a character that no reader should meet."""
    for path, value in walk(document):
        if isinstance(value, str):
            if bad := _forbidden(value):
                yield _bad_character(bad, place(path, document, where))
        elif isinstance(value, GROUP):
            for key in value:
                if isinstance(key, str) and (bad := _forbidden(key)):
                    yield _bad_character(bad, place((*path, key), document, where))


def _forbidden(text: str) -> str | None:
    # Nothing forbidden counts as printable, and asking that is many times quicker.
    if text.isprintable():
        return None
    found = (_FORBIDDEN_ASCII if text.isascii() else _FORBIDDEN).search(text)
    return found and found.group()


def _bad_character(character: str, where: str) -> Problem:
    return Problem(
        where,
        f"It holds the character U+{ord(character):04X}, which cannot be printed or passed on.",
        "Take that character out. A new line is written as \\n.",
    )


def _decoded(data: bytes | str, name: str) -> str:
    if isinstance(data, str):
        # Half a character cannot be encoded; it is put back as bytes that the check below sees.
        data = data.encode("utf-8", "surrogatepass")
    if len(data) > MOST_BYTES:
        wrong = f"It is {len(data):,} bytes long."
        raise Refusal.because(wrong, "Use at most 5 MB (5,000,000 bytes).", name)
    if data.startswith(b"\xef\xbb\xbf"):
        wrong = "It begins with a byte order mark."
        raise Refusal.because(wrong, "Save it again as UTF-8 without one.", name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = f"The byte 0x{data[error.start]:02X} is not UTF-8 here."
        remedy = "Save the file again as UTF-8."
        raise Refusal.because(wrong, remedy, f"{name}, line {line}") from error


def _measure(text: str, name: str) -> None:
    quotes = text.count('"') - text.count('\\"')
    # A value takes four quotes at most: two round its key and two round itself.
    values = quotes // 4
    bare = ""
    if values <= MOST_VALUES:
        bare = _IN_QUOTES.sub("", text)
        values = bare.count(",") + bare.count("[") + bare.count("{") + 1
    if values > MOST_VALUES:
        wrong = f"It holds more than {MOST_VALUES:,} values."
        raise Refusal.because(wrong, f"Use at most {MOST_VALUES:,} in one file.", name)
    depth = 0
    for bracket in _BRACKET.finditer(bare):
        depth += 1 if bracket.group() in "[{" else -1
        if depth < 0:
            return  # it is no JSON, which the parser says better
        if depth > MOST_LEVELS:
            line = bare.count("\n", 0, bracket.start()) + 1
            wrong = f"Lists and groups stand more than {MOST_LEVELS} levels deep inside each other."
            remedy = f"Use at most {MOST_LEVELS} levels."
            raise Refusal.because(wrong, remedy, f"{name}, line {line}")


def _not_json(error: json.JSONDecodeError, name: str) -> Problem:
    where = f"{name}, line {error.lineno}, column {error.colno}"
    rest = error.doc[error.pos : error.pos + LONGEST_SHOWN].split("\n")[0]
    if not error.doc.strip():
        return Problem(name, "There is nothing in it.", "Choose a file that holds JSON.")
    if "control character" in error.msg:
        wrong = f"{shown(error.doc[error.pos])} stands inside quotes as it is."
        return Problem(where, wrong, "Write a new line as \\n and a tab as \\t.")
    if not rest:
        wrong = "The line or the file ends before its JSON is complete."
        return Problem(where, wrong, "Look for a missing quote, comma or bracket.")
    remedy = "Look for a quote, comma or bracket too few or too many just before this place."
    return Problem(where, f"{shown(rest)} is not JSON here.", remedy)


class _Odd:
    """Stands in the document for a number that is none, until its place is known."""

    def __init__(self, wrong: str, remedy: str) -> None:
        self.wrong, self.remedy = wrong, remedy


class _OddValues:
    """What the parser met that JSON allows or that it would let pass.

    The parser does not say where it is, so odd values are kept here and found afterwards.
    """

    def __init__(self) -> None:
        self._doubles: list[tuple[object, list[str]]] = []

    def pairs(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        group = dict(pairs)
        if len(group) != len(pairs):
            counted = Counter(key for key, _ in pairs)
            self._doubles.append((group, [key for key, times in counted.items() if times > 1]))
        return group

    def constant(self, name: str) -> object:
        return _Odd(f"{name} is not a number.", "Use a number, or null where it is not known.")

    def whole(self, digits: str) -> object:
        return int(digits) if len(digits.lstrip("-")) <= MOST_DIGITS else self._too_long(digits)

    def part(self, digits: str) -> object:
        if len(digits) > 2 * MOST_DIGITS:
            return self._too_long(digits)
        number = float(digits)
        return number if abs(number) < 10**MOST_DIGITS else self._too_long(digits)

    def problems(self, document: object, name: str) -> Iterator[Problem]:
        """All that is odd, and every text with a forbidden character, each with its place."""
        doubles = {id(group): keys for group, keys in self._doubles}
        for path, value in walk(document):
            if isinstance(value, _Odd):
                yield Problem(place(path, document, name), value.wrong, value.remedy)
            for key in doubles.pop(id(value), ()):
                yield _double(key, place((*path, key), document, name))
        # A group that stands under a key of which a second one came later is lost by then.
        for key in (key for keys in doubles.values() for key in keys):
            yield _double(key, f"{name}, {shown(key)}")
        yield from text_problems(document, name)

    @staticmethod
    def _too_long(digits: str) -> _Odd:
        wrong = f"{shown(digits)} is too long for a number."
        return _Odd(wrong, f"Use at most {MOST_DIGITS} digits.")


def _double(key: str, where: str) -> Problem:
    wrong = f"The key {shown(key)} stands twice in the same place."
    return Problem(where, wrong, "Keep one of the two.")
