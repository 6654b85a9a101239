"""Whether the log is whole: one walk over its entries, from its beginning to its end."""

from collections.abc import Iterable, Sequence

from facilitator.access_log.entry import Entry, Head
from facilitator.access_log.keys import Act
from facilitator.access_log.mark import Mark
from facilitator.refusals import Problem

MOST = 20  # problems that are told; after so many nobody reads on
_REMEDY = "Keep this database as it is, and ask who could have changed it. Compare a backup."
_EMPTY = Head()


def check(
    entries: Iterable[Entry],
    *,
    head: Head | None,
    beginning: Head = _EMPTY,
    marks: Sequence[Mark] = (),
) -> tuple[Problem, ...]:
    """What is wrong with that chain, 20 problems at most; nothing where it is whole.

    ``head`` is the end that is kept beside the entries, None where it is gone; ``beginning`` the
    last entry that was forgotten. The entries come in the order of their numbers, and are gone
    through once.
    """
    walk = _Walk(beginning, marks)
    for entry in entries:
        walk.step(entry)
    return (*walk.found, *walk.at_the_end(head))[:MOST]


class _Walk:
    """How far a check has come, and what it has found."""

    def __init__(self, beginning: Head, marks: Sequence[Mark]) -> None:
        self.found: list[Problem] = []
        self._last, self._beginning, self._forgotten = beginning, beginning, 0
        self._marks = {number: _at(number, marks) for number in {one.number for one in marks}}
        self._compare_marks(beginning)

    def step(self, entry: Entry) -> None:
        """Look at the next entry."""
        last, due = self._last, self._last.number + 1
        if entry.number > due:
            self._tell(due, f"{_rows(due, entry.number - 1)} missing.")
        elif entry.number < due:
            self._tell(entry.number, f"Entry {entry.number} stands there twice, or too late.")
        elif entry.seal != entry.sealed_to(last.seal):
            self._tell(due, f"Entry {due} is not what was written, or not after what it followed.")
        if entry.act == Act.FORGET:
            self._forgotten = entry.many
        self._last = Head(entry.number, entry.seal)
        self._compare_marks(self._last)

    def at_the_end(self, head: Head | None) -> Iterable[Problem]:
        """What shows only once every entry was seen."""
        last = self._last
        if head is None and last.number:
            yield _problem(last.number, "The end of the log, which is kept beside it, is gone.")
        elif head is not None and head.number > last.number:
            yield _problem(head.number, f"{_rows(last.number + 1, head.number)} missing.")
        elif head is not None and head != last:
            yield _problem(last.number, f"Entry {last.number} is not the end that was kept.")
        if self._forgotten != self._beginning.number:
            yield _problem(
                self._beginning.number + 1,
                f"The log begins after entry {self._beginning.number}, and no entry says so.",
            )
        for number in sorted(one for one in self._marks if one > last.number):
            yield _problem(number, f"A mark tells of entry {number}, and there is none.")

    def _compare_marks(self, at: Head) -> None:
        for mark in self._marks.get(at.number, ()):
            if at.number and Mark.of(at) != mark:
                self._tell(at.number, f"Entry {at.number} is another than the mark {mark} tells.")

    def _tell(self, number: int, wrong: str) -> None:
        if len(self.found) < MOST:
            self.found.append(_problem(number, wrong))


def too_old(marks: Iterable[Mark], beginning: Head) -> tuple[Mark, ...]:
    """The marks of entries that were forgotten since: nobody can say anything of them."""
    return tuple(one for one in marks if one.number < beginning.number)


def _at(number: int, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(one for one in marks if one.number == number)


def _rows(first: int, last: int) -> str:
    return f"Entry {first} is" if first == last else f"Entries {first} to {last} are"


def _problem(number: int, wrong: str) -> Problem:
    return Problem(f"log {number}", wrong, _REMEDY)
