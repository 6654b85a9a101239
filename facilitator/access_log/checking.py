"""A check of the whole log while people work: piece by piece, so that no save waits for it."""

from collections.abc import Iterator, Sequence

from facilitator.access_log import chain, store
from facilitator.access_log.entry import Entry
from facilitator.access_log.mark import Mark
from facilitator.database import reading
from facilitator.refusals import Problem

# A reader of SQLite keeps a writer from ending its turn. So many entries take a tenth of a second.
AT_A_TIME = 2000


def check(marks: Sequence[Mark] = ()) -> tuple[Problem, ...]:
    """What is wrong with the log as it stands at the beginning of the check; see `chain.check`.

    Half a million entries take up to half a minute.
    """
    while True:
        with reading() as session:
            end, before = store.ends(session)
            last = store.head(session).number
        found = chain.check(_pieces(before.number, last), head=end, beginning=before, marks=marks)
        with reading() as session:
            if store.beginning(session) == before:
                return found
        # Old entries were let go meanwhile: what was missed had its time.


def _pieces(after: int, last: int) -> Iterator[Entry]:
    while True:
        with reading() as session:
            piece = tuple(store.walk(session, after, AT_A_TIME))
        for entry in piece:
            if entry.number > last:
                return
            yield entry
        if len(piece) < AT_A_TIME:
            return
        after = piece[-1].number
