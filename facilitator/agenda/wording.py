"""Checks of the words that people read or hear: plain text, short, and one question at a time."""

import re
import unicodedata
from collections.abc import Iterator

from facilitator.agenda.keys import Key
from facilitator.agenda.sayings import shown
from facilitator.agenda.vocabulary import CHILD
from facilitator.refusals import Problem

# The question marks of Latin, Arabic, full-width, Greek, Armenian and Ethiopic writing.
_QUESTION = re.compile("[?\u061f\uff1f\u037e\u055e\u1367]+")
_WHY_YOU = re.compile(r"\bwhy\b[^.?!]*\byou\b", re.IGNORECASE)
_ODD_SPACE = re.compile(r"\A\s|\s\Z|[\t\n\r\x0b\x0c\x85\u2028\u2029]|[ ]{2}")
_BRACKETS = re.compile(r"\[[^\]]*\]?|\]")
# Joiners and direction marks, which Persian, Hindi and right-to-left writing need.
_NEEDED_UNSEEN = frozenset("\u200c\u200d\u200e\u200f")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})

_ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]*://\S*|\b(?:mailto|javascript|data):\S+|\bwww\.\S+|\S+@\S+\.\S+"
    r"|\b[a-z0-9-]+\.(?:com|org|net|uk|gov|info|io|eu)\b\S*",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"<[^>]*>?|>"  # HTML, and what is left of it
    r"|&(?:[a-z][a-z0-9]*|\#[0-9]+|\#x[0-9a-f]+);"  # a character written as a code
    r"|\{\{|\}\}|\{%|%\}|\$\{"  # templates
    r"|!?\[[^\]]*\]\([^)]*\)"  # a link or picture of Markdown
    r"|`+|~~|\*+|__+|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)"  # Markdown's ways to stress words
    r"|\A\#+\s|\A[-+]\s|\A\d+[.)]\s",  # a heading or a list of Markdown
    re.IGNORECASE,
)


def said_problems(key: Key, text: str, place: str) -> Iterator[Problem]:
    """What is wrong with words that people read or hear."""
    if not text.strip():
        yield Problem(place, f"'{key.name}' has an empty text.", "Write the words, or take it out.")
        return
    yield from _character_problems(key, text, place)
    yield from _markup_problems(key, text, place)
    if key.asked:
        yield from _question_problems(key, text, place)


def _character_problems(key: Key, text: str, place: str) -> Iterator[Problem]:
    if _ODD_SPACE.search(text):
        yield Problem(
            place,
            f"'{key.name}' has a space or a new line too many: {shown(text)}.",
            "Write it on one line, with one space between words and none at the ends.",
        )
        return
    for letter in text:
        if letter not in _NEEDED_UNSEEN and unicodedata.category(letter) in _UNSEEN:
            yield Problem(
                place,
                f"'{key.name}' has a character that can't be seen: {shown(letter)}.",
                "Take it out.",
            )
            return


def _markup_problems(key: Key, text: str, place: str) -> Iterator[Problem]:
    address = _ADDRESS.search(text)
    if address:
        yield Problem(
            place,
            f"'{key.name}' has an address of the internet in it: {shown(address[0])}.",
            "Say it in plain words. Nothing in a prompt becomes a link.",
        )
        return
    markup = _MARKUP.search(text)
    if markup:
        yield Problem(
            place,
            f"'{key.name}' has markup in it: {shown(markup[0])}.",
            "Write plain words. They are shown and printed just as they stand.",
        )
        return
    for found in _BRACKETS.finditer(text):
        if not (key.asked and found[0] == CHILD):
            yield Problem(place, f"'{key.name}' has {shown(found[0])} in it.", _gap_remedy(key))
            return


def _gap_remedy(key: Key) -> str:
    if key.asked:
        return f"The only gap that is filled in is {CHILD}. Use that, or plain words."
    return "Write plain words. No gap is filled in here."


def _question_problems(key: Key, text: str, place: str) -> Iterator[Problem]:
    questions = len(_QUESTION.findall(text))
    if questions > 1:
        remedy = (
            "Keep the first and move the others to 'then'."
            if key.name == "words"
            else "Give each question its own place in the list."
        )
        yield Problem(place, f"'{key.name}' asks {questions} questions: {shown(text)}.", remedy)
    why = _WHY_YOU.search(text)
    if why:
        yield Problem(
            place,
            f"'{key.name}' says {shown(why[0])}, which can sound like blame.",
            "Ask what happened, or what would help.",
        )
