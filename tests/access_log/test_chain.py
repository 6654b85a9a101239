"""A check says what is wrong, in sentences, and where."""

from dataclasses import replace

from facilitator.access_log import Act, Head, Mark, What
from facilitator.access_log.chain import MOST
from tests.access_log.chains import Log, a_log, entry, log_of


def said(log: Log, *marks: Mark) -> list[str]:
    return [one.wrong for one in log.problems(*marks)]


def without(log: Log, *numbers: int) -> Log:
    left = tuple(one for one in log.entries if one.number not in numbers)
    return replace(log, entries=left)


def test_an_empty_log_is_whole() -> None:
    assert said(Log((), None)) == []
    assert said(Log((), Head())) == []


def test_what_is_missing_is_named_by_its_numbers() -> None:
    log = a_log(9)
    assert said(without(log, 4))[0] == "Entry 4 is missing."
    assert said(without(log, 4, 5, 6))[0] == "Entries 4 to 6 are missing."
    assert said(without(log, 8, 9)) == ["Entries 8 to 9 are missing."]


def test_one_entry_that_was_changed_is_one_problem() -> None:
    log = a_log(9)
    entries = list(log.entries)
    entries[3] = replace(entries[3], act=Act.VIEW, what=What.NOTES)
    assert said(replace(log, entries=tuple(entries))) == [
        "Entry 4 is not what was written, or not after what it followed."
    ]


def test_nobody_reads_more_than_twenty_problems() -> None:
    log = a_log(90)
    entries = tuple(replace(one, many=7) for one in log.entries)
    assert len(said(replace(log, entries=entries))) == MOST


def test_entries_that_were_let_go_leave_a_whole_log() -> None:
    log = a_log(9)
    told = entry(10, act=Act.FORGET, what=What.LOG, many=6)
    grown = log_of([*log.entries, told])
    left = Log(grown.entries[6:], grown.head, Head(6, log.entries[5].seal))
    assert said(left) == []
    assert said(left, log.mark, grown.mark) == []
    assert said(replace(left, beginning=Head(6, "0" * 64))) != []


def test_a_mark_of_the_very_last_entry_that_was_let_go_still_counts() -> None:
    log = a_log(9)
    grown = log_of([*log.entries, entry(10, act=Act.FORGET, what=What.LOG, many=6)])
    left = Log(grown.entries[6:], grown.head, Head(6, log.entries[5].seal))
    mark = Mark.of(Head(6, log.entries[5].seal))
    assert said(left, mark) == []
    assert said(left, replace(mark, signs="00000000")) == [
        "Entry 6 is another than the mark 6-0000-0000 tells."
    ]


def test_a_mark_beyond_the_end_is_told() -> None:
    assert said(a_log(5), a_log(9).mark) == ["A mark tells of entry 9, and there is none."]
