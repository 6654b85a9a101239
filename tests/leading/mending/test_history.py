"""Every wording of a line is told, the newest first, in sentences."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from facilitator.contributions import Change, Contribution, FamilyYes, Wording
from facilitator.leading.mending.history import told
from tests import builders
from tests.builders import said
from tests.kept import NOW

PEOPLE = builders.people()
LINE = said("need", "Sleep.", id="n", by="nan")


def wordings(*lines: Contribution, **last: object) -> tuple[Wording, ...]:
    made = [
        Wording(
            number=number,
            change=Change(
                said=line,
                key=f"{number}",
                based_on=number - 1,
                typed_by=UUID(int=1),
                at=NOW + timedelta(minutes=number),
            ),
        )
        for number, line in enumerate(lines, 1)
    ]
    made[-1] = replace(made[-1], change=replace(made[-1].change, **last))  # type: ignore[arg-type]
    return tuple(made)


def newest(*lines: Contribution, **last: object) -> tuple[str, ...]:
    return told(wordings(*lines, **last), PEOPLE, "Europe/London")[0].changes


def test_the_newest_stands_first_with_the_time_of_the_meetings_own_clock() -> None:
    past = told(wordings(LINE, replace(LINE, words="Rest.")), PEOPLE, "Europe/Berlin")
    assert [one.number for one in past] == [2, 1]
    assert past[0].when == "Saturday 27 February 2027 at 5.32pm"
    assert past[0].changes == ("The words changed.",)
    assert past[1].changes == ("First written down.",)
    assert (past[1].said.words, past[1].by) == ("Sleep.", "Nan")


def test_each_change_is_said() -> None:
    step = said("action", "Sleep.", id="n", by="mum", who=("nan",), exact=True, lang="cy")
    assert newest(LINE, step) == (
        "Moved from “Need” to “Step”.",
        "Given to Mum.",
        "Marked as their exact words.",
        "Changed: “Who will do it?”.",
        "The language changed.",
    )
    assert newest(LINE, replace(LINE, by="")) == ("The name was taken off.",)
    assert newest(LINE, replace(LINE, hurts="nan", hurts_yes=True)) == (
        "Whose past hurt it tells of changed, or their yes to it.",
    )
    assert newest(replace(LINE, hurts=""), LINE) == ()


def test_taking_back_bringing_back_and_the_familys_yes_are_told() -> None:
    yes = FamilyYes(by="nan", how="in the room")
    assert newest(LINE, LINE, taken_back=True, family_yes=yes) == (
        "Taken back.",
        "Nan said yes to this change (in the room).",
    )
    gone = wordings(LINE, LINE, taken_back=True)
    back = replace(gone[1], number=3, change=replace(gone[1].change, taken_back=False))
    assert told((*gone, back), PEOPLE, "Europe/London")[0].changes == ("Brought back.",)


def test_a_zone_that_this_machine_does_not_know_is_no_error() -> None:
    past = told(wordings(LINE), PEOPLE, "Nowhere/Land")
    assert past[0].when == "Saturday 27 February 2027 at 4.31pm"
