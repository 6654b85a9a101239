"""From the bytes of an agenda file to its parts, with nothing believed about the bytes.

The reader in the standard library takes seconds over one name of 20,000 parts (its work grows
with the square of the parts and more), and runs out of stack on deep nesting. Both
are turned away before it sees the text, by one pass over it that knows strings and comments.
"""

import re
import tomllib
from collections.abc import Iterator

from facilitator.agenda.sayings import place, shown
from facilitator.agenda.syntax import explained
from facilitator.agenda.tables import Table
from facilitator.refusals import Problem, Refusal

MOST_BYTES = 64 * 1024
MOST_OPEN = 8  # brackets open at one time; the format itself needs two
MOST_DOTS = 16  # on one line, outside quotation marks; the format itself needs one

# Possessive repeats, so that a string without an end is given up at once.
_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n]*+ )
    | (?P<string> \"{3} (?: [^"\\] | \\. | "(?!"") )*+ \"{3,5}
                | '{3} (?: [^'] | '(?!'') )*+ '{3,5} )
    | (?P<open_end> \"{3} | '{3} )
    | (?P<line_string> " (?: [^"\\\n] | \\. )*+ " | '[^'\n]*+' )
    | (?P<quote> ["'] )
    | (?P<mark> [\[\]{}.\n] )
    """,
    re.VERBOSE | re.DOTALL,
)
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")


def opened(data: bytes, name: str) -> Table:
    """The parts of the agenda in ``data``; a Refusal that names the line where it is no TOML.

    ``name`` is the file's name, for the messages. Work grows with the size of ``data``, which
    is at most MOST_BYTES.
    """
    text = _text(data, name)
    _refuse_unseen(text, name)
    _refuse_depth(text, name)
    try:
        return tomllib.loads(text)
    # A number of many thousand figures is a plain ValueError of Python's own.
    except (ValueError, RecursionError) as error:
        raise Refusal(explained(str(error), text, name)) from None


def _text(data: bytes, name: str) -> str:
    if len(data) > MOST_BYTES:
        raise Refusal.because(
            f"This file is more than {MOST_BYTES // 1024} KB long.",
            "Make it shorter, or make two agendas of it.",
            place(name),
        )
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise Refusal.because(
            "The file begins with a byte order mark, which can't be seen.",
            "Save it as plain UTF-8, without a byte order mark (BOM).",
            place(name, "line 1"),
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal.because(
            f"The byte 0x{data[error.start]:02X} is not text in UTF-8.",
            "Save the file as UTF-8.",
            place(name, f"line {line}"),
        ) from None


def _refuse_unseen(text: str, name: str) -> None:
    found = _UNSEEN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise Refusal.because(
            f"There is a character here that can't be seen: {shown(found[0])}.",
            "Take it out.",
            place(name, f"line {line}"),
        )


def _refuse_depth(text: str, name: str) -> None:
    """Refuses nesting and dotted names that no agenda needs, and that cost the reader dear."""
    open_now = dots = 0
    line = 1
    for mark in _marks(text):
        if mark.isspace():
            line += len(mark)
            dots = 0
        elif mark == ".":
            dots += 1
        else:
            open_now = max(0, open_now + (1 if mark in "[{" else -1))
        if open_now > MOST_OPEN:
            raise Refusal(_too_deep(name, line))
        if dots > MOST_DOTS:
            raise Refusal(_too_many_dots(name, line))


def _marks(text: str) -> Iterator[str]:
    """The brackets, dots and line ends that stand outside strings and comments.

    Ends at the first string that has no end: the reader stops there too, and says so.
    """
    for token in _TOKEN.finditer(text):
        if token.lastgroup in {"open_end", "quote"}:
            return
        if token.lastgroup == "mark":
            yield token[0]
        elif token.lastgroup == "string" and "\n" in token[0]:
            yield "\n" * token[0].count("\n")


def _too_deep(name: str, line: int) -> Problem:
    return Problem(
        place(name, f"line {line}"),
        f"More than {MOST_OPEN} brackets are open here at one time.",
        "Close each bracket. A list holds words, and nothing deeper.",
    )


def _too_many_dots(name: str, line: int) -> Problem:
    return Problem(
        place(name, f"line {line}"),
        f"There are more than {MOST_DOTS} dots outside quotation marks on this line.",
        "Put words in quotation marks. A name has one dot at most, as in technique.one_voice.",
    )
