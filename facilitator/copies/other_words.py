"""The family's other words for one reader, in place of a line that this reader must not see."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from facilitator.canonical import fingerprint
from facilitator.contributions import Fields
from facilitator.kinds import Holds
from facilitator.people import Hiding
from facilitator.plans import Line
from facilitator.plans.plan import as_document

_FREE = (Holds.WORDS, Holds.TIME, Holds.SEEN, Holds.VIEWS, Holds.REPEATS)


@dataclass(frozen=True, kw_only=True)
class OtherWords:
    """What one reader holds in place of a line.

    ``by`` is the person of the family who gave the words. ``in_place_of`` is the fingerprint of
    the line as it was then: where the line says something else now, the words don't stand for it.
    """

    id: UUID
    line: str
    reader: str
    words: str
    by: str
    in_place_of: str
    at: datetime
    user_id: UUID

    def stand_for(self, line: Line, reader_id: str) -> bool:
        """Whether these are that reader's words for that very line."""
        return (
            (self.line, self.reader) == (line.id, reader_id)
            and bool(self.words.strip())
            and self.in_place_of == print_of(line)
        )


def print_of(line: Line) -> str:
    """The fingerprint of a line as it stands in the plan."""
    return fingerprint(as_document(line))


def standing_for(
    line: Line, reader_id: str, other_words: Iterable[OtherWords]
) -> OtherWords | None:
    """The family's latest other words for that line and that reader, or None."""
    theirs = [one for one in other_words if (one.line, one.reader) == (line.id, reader_id)]
    latest = max(theirs, key=lambda one: (one.at, one.id), default=None)
    return latest if latest and latest.stand_for(line, reader_id) else None


def in_other_words(line: Line, other: OtherWords, hiding: Hiding) -> Line:
    """The line in those words, with nothing beside them that says what is hidden.

    They are nobody's exact words. Who does it, when and how often stay.
    """
    kept = {key: line.fields[key] for key in line.fields if not _shows(line, key, hiding)}
    if not line.row.words and "place" in line.fields:
        kept["place"] = other.words  # When we meet again has no words but those of its place.
        return replace(line, fields=Fields(kept))
    kept.pop("page_one", None)
    return replace(
        line,
        words=other.words,
        fields=Fields(kept),
        exact=None,
        rendering=None,
        lang=None,
        dir=None,
    )


def _shows(line: Line, key: str, hiding: Hiding) -> bool:
    """Whether that field alone says something hidden."""
    if line.row.field(key).holds not in _FREE:
        return False
    alone = replace(line, words="", rendering=None, fields=Fields({key: line.fields[key]}))
    return hiding.shows_in("\n".join(alone.texts))
