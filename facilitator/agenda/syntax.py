"""What the TOML reader says of a broken file, in plain sentences with the line shown."""

import re

from facilitator.agenda.sayings import place, shown
from facilitator.refusals import Problem

_TWICE = ("The same name stands here twice.", "Keep one of the two.")
_HEADING = (
    "A heading is not closed.",
    "Write [technique.one_voice] in single brackets, and [[stage]] or [[prompt]] in double ones.",
)
_CODE = ("A code after a backslash is no character.", "Type the character itself.")
_BACKSLASH = ("A backslash stands alone in the words.", "Take it out, or write it twice.")
_LIST = (
    "A list here or just above is not closed.",
    "Put a comma between the words of a list, and ] at its end.",
)
_INLINE = (
    "A part in { } is not closed, or is wrong inside.",
    "Give it a heading of its own instead.",
)

# Keyed by how the reader's message begins; see Lib/tomllib/_parser.py of Python 3.11 to 3.14.
# A message that is not here gets the general sentence, so a newer reader does no harm.
_MEANINGS = {
    "Cannot declare": ("The same heading stands here twice.", "Keep one of the two."),
    "Cannot mutate": _TWICE,
    "Cannot overwrite": _TWICE,
    "Cannot redefine": _TWICE,
    "Duplicate inline": _TWICE,
    "Escaped character": _CODE,
    "Exceeds the limit": ("A number has thousands of figures.", "Write a number as people say it."),
    "Expected '='": (
        "There is no = after the name.",
        'Write a name, then =, then the value: words = "What helps?"',
    ),
    "Expected ']'": _HEADING,
    "Expected ']]'": _HEADING,
    "Expected newline": (
        "There is something after the end of the value.",
        'Give each name its own line, and write a quotation mark inside words as \\".',
    ),
    "Expected": ("Something opened here is not closed.", "Close it with the mark that opens it."),
    "Illegal character": (
        "A quotation mark is not closed on its line.",
        "Close the words with the same mark that opens them.",
    ),
    "Invalid date": ("There is no such day or time.", "Put words in quotation marks."),
    "Invalid hex": _CODE,
    "Invalid initial": (
        "A name has a character that names can't have.",
        "Use letters, figures, - and _ in names.",
    ),
    "Invalid statement": (
        "This is neither a name with a value nor a heading.",
        "Begin notes with #, and write values as: core = true.",
    ),
    "Invalid value": (
        "What stands after the = is no value.",
        "Put words in quotation marks. Write numbers, true and false without them.",
    ),
    "Unclosed array": _LIST,
    "Unclosed inline": _INLINE,
    "Unescaped": _BACKSLASH,
    "Unterminated": (
        "A quotation mark is opened and never closed.",
        "Close the words with the same mark that opens them.",
    ),
}
_GENERAL = ("This is not TOML.", "Look at another agenda for the way to write it.")
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def explained(message: str, text: str, name: str) -> Problem:
    """The problem that ``message`` of the TOML reader means, at its line of ``text``."""
    meant = _GENERAL
    # Longest first, so that the general "Expected" comes after those that say what.
    for start in sorted(_MEANINGS, key=len, reverse=True):
        if message.startswith(start):
            meant = _MEANINGS[start]
            break
    wrong, remedy = meant
    found = _AT.search(message)
    if not found:
        return Problem(place(name), wrong, remedy)
    lines = text.rstrip().split("\n")
    number = min(int(found[1]), len(lines)) if found[1] else len(lines)
    line = shown(lines[number - 1].strip())
    return Problem(place(name, f"line {number}"), f"The line says {line}. {wrong}", remedy)
