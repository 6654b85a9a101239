"""How the lines of a plan read: what somebody may stumble over, line by line.

Somebody's own words are never corrected. What the boxes of a step say, its words need not say
again. What a family calls things stands above every list.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from facilitator.contributions import Contribution
from facilitator.kinds import Holds, Section
from facilitator.meetings import Meeting
from facilitator.people import People
from facilitator.plain_language import Finding, Given, OwnWords, Scope, WordList, check
from facilitator.plans.family_words import KeptWording, kept_wordings, names_of, own_words
from facilitator.plans.line import Line

WORDS = ""  # the words of the line themselves; every other part is the key of a field
ENGLISH = "en"
_SCOPES = {"action": Scope.ACTIONS, "goal": Scope.GOALS, "if_then": Scope.CONTINGENCY}
# Each is somebody's very words, whether anybody ticked that or not.
_ALWAYS_THEIRS = frozenset(
    {
        *("answer", "child_view", "consent", "family_view", "love_line"),
        *("not_said", "own_view", "sent_words", "statement", "title"),
    }
)
# What is read to the family though the plan itself does not print it.
_READ_TOO = frozenset({"purpose"})
# Not for reading: a place is what it is, and an interpreter's words are the interpreter's.
_NOT_READ = frozenset({"place", "english"})
_TO_DO = ("say ", "name ", "give ", "leave ")
_ALL_GIVEN = Given(who=True, day=True, how_often=True)


@dataclass(frozen=True)
class Stays:
    """Something that was found and stays, with the reason for it."""

    finding: Finding
    kept: KeptWording


@dataclass(frozen=True)
class LineFindings:
    """What was found in one text of one line.

    ``part`` is "" for its words, else the key of a field. ``kept`` is what stays for a reason:
    as long as the text says these words.
    """

    line: Line
    part: str
    text: str
    findings: tuple[Finding, ...]
    kept: tuple[Stays, ...] = ()
    exact: bool = False


@dataclass(frozen=True)
class ReadAs:
    """How the lines of one meeting are read: with its people's names and the family's words."""

    names: tuple[str, ...]
    own: OwnWords
    kept: tuple[KeptWording, ...]
    lists: WordList | None
    language: str = ENGLISH

    def found(self, line: Line) -> Iterator[LineFindings]:
        """What is found in each text of that line; nothing of a text in another language."""
        if not (line.lang or self.language).lower().startswith(ENGLISH):
            return
        for part, text in texts_of(line):
            exact = part == WORDS and (bool(line.exact) or line.kind in _ALWAYS_THEIRS)
            found = check(
                text,
                _SCOPES.get(line.kind, Scope.ALL),
                names=self.names,
                own=self.own,
                given=_given(line) if part == WORDS else _ALL_GIVEN,
                exact=exact,
                lists=self.lists,
            )
            stays = [Stays(one, kept) for one in found if (kept := self._kept(line, one))]
            gone = {id(one.finding) for one in stays}
            left = tuple(one for one in found if id(one) not in gone)
            if left or stays:
                yield LineFindings(line, part, text, left, tuple(stays), exact)

    def _kept(self, line: Line, found: Finding) -> KeptWording | None:
        fits = partial(_same, found.words)
        return next((one for one in self.kept if line.id in one.about and fits(one.words)), None)


def found_in(
    lines: Iterable[Line],
    people: People,
    said: Collection[Contribution] = (),
    lists: WordList | None = None,
    language: str = ENGLISH,
) -> tuple[LineFindings, ...]:
    """What is found in these lines, in their order; only texts in which something is.

    ``said`` is everything that stands in the meeting: the family's words for things are in it,
    and the reasons why a wording stays. ``language`` is that of lines which name none.
    """
    read_as = ReadAs(names_of(people), own_words(said), kept_wordings(said), lists, language)
    return tuple(one for line in lines for one in read_as.found(line))


def offer_of(finding: Finding) -> str:
    """What could be said instead, or what to do, as a whole sentence; "" for nothing to offer."""
    offer = finding.instead.strip()
    if not offer:
        return ""
    # Other words go on in lower case; advice is a sentence, or begins with what to do.
    is_advice = (offer[0].isupper() and offer[-1] in ".?!") or offer.startswith(_TO_DO)
    told = f"{offer[0].upper()}{offer[1:]}" if is_advice else f"Say instead: {offer}"
    return told if told[-1] in ".?!…" else f"{told}."


def language_of(meeting: Meeting) -> str:
    """The language of lines that name none."""
    return next(iter(meeting.languages), "") or ENGLISH


def lines_read(said: Iterable[Contribution]) -> tuple[Line, ...]:
    """What is read of everything that was said: what a plan prints, and what is read out."""
    return tuple(
        Line.of(one)
        for one in said
        if one.row.section is not Section.NOT_PRINTED or one.kind in _READ_TOO
    )


def texts_of(line: Line) -> Iterator[tuple[str, str]]:
    """The texts of a line that people read, each with its part; none that is empty."""
    if line.words.strip():
        yield WORDS, line.words
    for field in line.row.fields:
        text = line.fields.words(field.key)
        is_read = field.on_paper and field.holds in (Holds.WORDS, Holds.PAGE_ONE)
        if is_read and text.strip() and field.key not in _NOT_READ:
            yield field.key, text


def _given(line: Line) -> Given:
    known = line.fields
    return Given(
        who=bool(known.ids("who")),
        day=bool(known.day("start") or known.day("due")),
        how_often=bool(known.words("how_often").strip()),
    )


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
