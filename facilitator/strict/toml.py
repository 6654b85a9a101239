"""TOML that people write, opened with nothing believed about it.

The reader of the standard library is slow over one name of thousands of parts, and runs out of
stack on deep nesting. Both are turned away before it sees the text.
"""

import re
import tomllib

from facilitator.refusals import Problem, Refusal
from facilitator.strict.places import shown

MOST_BYTES = 256 * 1024
_MOST_DOTS = 16
_MOST_OPEN = 8
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\'')
_AT = re.compile(r"at line (\d++)")


def load_toml(data: bytes, name: str, example: str) -> dict[str, object]:
    """The parts of that file; a Refusal with its line where it is too long, too deep or no TOML.

    ``name`` is what the messages call the file; ``example`` ends "Write each line as: ".
    """
    if len(data) > MOST_BYTES:
        wrong = f"This file is more than {MOST_BYTES // 1024} KB long."
        raise Refusal.because(wrong, "Make it shorter.", name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = f"The byte 0x{data[error.start]:02X} is not text in UTF-8."
        raise Refusal.because(wrong, "Save the file as UTF-8.", f"{name}, line {line}") from None
    _refuse_depth(text, name)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refusal(_not_toml(str(error), text, name, example)) from None


def _refuse_depth(text: str, name: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        bare = _QUOTED.sub("", line).partition("#")[0]
        if bare.count(".") > _MOST_DOTS or bare.count("[") + bare.count("{") > _MOST_OPEN:
            wrong = f"The line says {shown(line.strip())}. It has too many dots or brackets."
            remedy = "Put words in quotation marks, and close each bracket."
            raise Refusal.because(wrong, remedy, f"{name}, line {number}")


def _not_toml(message: str, text: str, name: str, example: str) -> Problem:
    found = _AT.search(message)
    lines = text.rstrip().split("\n")
    number = min(int(found[1]), len(lines)) if found else len(lines)
    wrong = f"The line says {shown(lines[number - 1].strip())}, which can't be read as TOML."
    return Problem(f"{name}, line {number}", wrong, f"Write each line as: {example}")
