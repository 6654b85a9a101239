"""Every table of the database belongs to exactly one kind of record."""

from collections import Counter

from facilitator.migrations import tables
from facilitator.retention.kinds import BY_KEY, FAMILY, KINDS, Goes, kind_of


def test_every_table_belongs_to_exactly_one_kind_of_record() -> None:
    named = Counter(table for kind in KINDS for table in kind.tables)
    assert [one for one, times in named.items() if times > 1] == []
    assert set(named) == set(tables().tables), (
        "Say in retention/kinds.py to which kind of record a new table belongs."
    )


def test_whatever_hangs_on_a_meeting_goes_with_it_at_the_latest() -> None:
    hanging = _hanging_on_a_meeting()
    goes = (Goes.SOONER, Goes.WITH_THE_FAMILY)
    for table in hanging:
        kind = kind_of(table)
        assert kind is not None
        assert kind.key == FAMILY or kind.goes in goes, table


def test_a_kind_that_goes_with_a_family_hangs_on_its_meeting() -> None:
    family = {*BY_KEY[FAMILY].tables} - {"meeting"}
    sooner = {table for kind in KINDS if kind.goes is Goes.SOONER for table in kind.tables}
    assert family | sooner <= _hanging_on_a_meeting()


def test_nothing_that_stays_hangs_on_a_family_so_that_its_record_can_go_whole() -> None:
    """A row that points to a meeting without going with it would keep the meeting from going."""
    gone = _hanging_on_a_meeting() | {"meeting"}
    for table in tables().tables.values():
        for key in table.foreign_keys:
            if key.column.table.name in gone:
                assert key.ondelete == "CASCADE", f"{table.name}.{key.parent.name}"


def _hanging_on_a_meeting() -> set[str]:
    """The tables whose rows go with a meeting, at first hand or by another table."""
    found, every = {"meeting"}, tables().tables.values()
    while True:
        more = {
            table.name
            for table in every
            for key in table.foreign_keys
            if key.ondelete == "CASCADE" and key.column.table.name in found
        } - found
        if not more:
            return found - {"meeting"}
        found |= more
