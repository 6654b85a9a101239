"""What each line is named by in a record: its own id, or, where it has none, its place."""

from collections.abc import Mapping

from facilitator.contributions import Contribution
from facilitator.exchange.known import ADDITIONS
from facilitator.kinds import KINDS, Kind, Shape
from facilitator.record.references import by_their_places


def named(said: tuple[Contribution, ...]) -> Mapping[str, str]:
    """What each of these lines is named by in the record that they make, by its own id.

    ``said`` is everything that stands in the record, each line where it will stand.
    """
    own = {one.id: one.id for one in said if one.row.has_id}
    placed = [
        (one.id, place)
        for kind in KINDS.values()
        if not kind.has_id
        for one, place in _placed(kind, said)
    ]
    places = dict.fromkeys(place for _, place in placed)
    names = dict(zip(places, by_their_places(places, own), strict=True))
    return {line_id: names[place] for line_id, place in placed} | own


def _placed(kind: Kind, said: tuple[Contribution, ...]) -> tuple[tuple[Contribution, str], ...]:
    theirs = tuple(one for one in said if one.kind == kind.key)
    if kind.shape in (Shape.LINES, Shape.STRINGS):
        return tuple((one, f"{kind.place}.{at}") for at, one in enumerate(theirs))
    # What leaves its place empty can't be named by it.
    return tuple((one, kind.place) for one in theirs if _fills_its_place(one))


def _fills_its_place(said: Contribution) -> bool:
    match said.row.shape:
        case Shape.WORDS:
            return bool(said.words)
        case Shape.PERSON:
            return bool(said.by)
    beside = (getattr(said, key) for key in ADDITIONS)
    fields = (said.fields[key] for key in said.fields)
    return any((said.words, said.by, *beside, *fields))
