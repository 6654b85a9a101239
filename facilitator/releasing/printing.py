"""Papers of copies that leave: from the shelf of what is ready, else made at once."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from facilitator import days
from facilitator.copies import Copy, How
from facilitator.paper import bundle, press, ready, slips
from facilitator.paper.ready import Job
from facilitator.releasing.handing_over_rows import (
    PAGE_ONE,
    PAGE_ONE_LARGE,
    PARTS_OF_IT,
    Leaving,
    Way,
    what_of,
)

_PARTS = {PAGE_ONE: press.STANDARD, PAGE_ONE_LARGE: press.LARGE_PRINT}
Ways = tuple[tuple[Copy, Way], ...]


@dataclass(frozen=True)
class Printer:
    """Makes the papers of one meeting's plan; ``practice`` stands on each of them."""

    meeting_id: UUID
    practice: bool

    def get_ready(self, those: Iterable[Leaving]) -> None:
        """Begin to make whatever may leave, in the background; returns at once."""
        found = tuple((one, one.copy) for one in those if one.copy)
        in_room = tuple((one, copy) for one, copy in found if one.in_the_room)
        whole = tuple((copy, Way(edition=one.edition)) for one, copy in in_room)
        afar = tuple((copy, Way(edition=one.edition)) for one, copy in found if not one.in_the_room)
        firsts = tuple((copy, Way(edition=one.page_one)) for one, copy in in_room)
        jobs = [self._paper(*way) for way in (*whole, *afar, *firsts)]
        for ways in filter(None, (whole, firsts)):
            jobs += [*self._parts(ways), self._all(ways, two_sided=True)]
        state = "".join(f"{copy.plan.code} {copy.plan.version}" for _, copy in found[:1])
        ready.prepare(self.meeting_id, state, jobs)

    def paper(self, copy: Copy, way: Way) -> bytes:
        """The paper of one copy."""
        return self._take(self._paper(copy, way))

    def together(self, ways: Ways, *, two_sided: bool) -> bytes:
        """All of these for the printer, each whole copy under its cover slip."""
        return self._take(self._all(ways, two_sided=two_sided))

    def _take(self, job: Job) -> bytes:
        return ready.take(self.meeting_id, job)

    def _paper(self, copy: Copy, way: Way) -> Job:
        name = f"{copy.sha256} {way.edition}{' practice' if self.practice else ''}"
        part = _PARTS.get(way.edition)
        make: Callable[[], press.Printed] = (
            partial(press.page_one, copy, part, practice=self.practice)
            if part
            else partial(press.printed, copy, way.edition, practice=self.practice)
        )
        return Job(name, lambda: make().pdf)

    def _slip(self, copy: Copy, way: Way) -> Job:
        slip = slips.Slip(
            name=copy.reader.short_name,
            what=what_of(copy.kind, way.edition),
            version=copy.plan.version,
            day=days.day(copy.plan.agreed_on),
            code=copy.plan.code,
            made_on=copy.plan.agreed_on,
            by_hand=way.how is How.BY_HAND,
            practice=self.practice,
        )
        return Job(f"slip {_name_of(repr(slip))}", partial(slips.pdf, slip))

    def _parts(self, ways: Ways) -> list[Job]:
        parts = []
        for copy, way in ways:
            if way.edition not in PARTS_OF_IT:
                parts.append(self._slip(copy, way))
            parts.append(self._paper(copy, way))
        return parts

    def _all(self, ways: Ways, *, two_sided: bool) -> Job:
        parts = self._parts(ways)
        names = "\n".join((str(two_sided), *(part.name for part in parts)))
        return Job(
            f"all {_name_of(names)}",
            lambda: bundle.bundled(map(self._take, parts), two_sided=two_sided),
        )


def _name_of(all_that_goes_in: str) -> str:
    return hashlib.sha256(all_that_goes_in.encode()).hexdigest()
