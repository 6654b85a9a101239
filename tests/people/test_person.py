from dataclasses import replace
from datetime import date

import pytest

from facilitator.people import Attendance, Copying, CopyKind, Need, People, Role, Safety
from facilitator.refusals import Refusal
from tests.builders import hidden, kept_away
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA, SAM


def test_a_person_is_called_first_what_they_like_for_everyday() -> None:
    assert MUM.short_name == "Mum"


def test_a_number_is_printed_only_with_its_owners_yes() -> None:
    assert NAN.printable_phone == "07700 900222"
    assert MUM.printable_phone == ""


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        (Role.FAMILY, CopyKind.FULL),
        (Role.CHILD, CopyKind.CHILD),
        (Role.REFERRER, CopyKind.FULL),
        (Role.WORKER, CopyKind.OWN_PART),
        (Role.SUPPORTER, CopyKind.NONE),
        (Role.ADVOCATE, CopyKind.NONE),
        (Role.INTERPRETER, CopyKind.NONE),
        (Role.FACILITATOR, CopyKind.NONE),
        (Role.EXCLUDED, CopyKind.NONE),
    ],
)
def test_where_nobody_chose_a_copy_the_part_decides(role: Role, kind: CopyKind) -> None:
    assert replace(NAN, role=role, copying=None).copy_kind is kind


def test_a_choice_counts_more_than_the_usual_copy() -> None:
    assert SAM.copy_kind is CopyKind.OWN_PART


@pytest.mark.parametrize(
    "kept_out",
    [{"role": Role.EXCLUDED}, {"attended": Attendance.EXCLUDED}],
)
def test_whoever_was_kept_out_holds_nothing_whatever_is_written(
    kept_out: dict[str, object],
) -> None:
    chosen = Copying(kind=CopyKind.FULL)
    assert replace(DEAN, copying=chosen, **kept_out).copy_kind is CopyKind.NONE  # type: ignore[arg-type]


def test_a_readers_paper_knows_no_full_name_no_age_and_no_needs_of_others() -> None:
    someone = replace(MUM, needs=(Need("a quiet room", "the vestry"),))
    seen = someone.as_seen_by("nan")
    assert (seen.name, seen.age, seen.phone, seen.needs) == ("Mum / Kerry", None, "", ())
    assert someone.as_seen_by("mum").needs == someone.needs


def test_an_unknown_person_is_refused_with_those_who_are_known() -> None:
    with pytest.raises(Refusal, match="Use one of: mum, ellie"):
        People((MUM, ELLIE)).load("bob")
    assert People((MUM, ELLIE)).find("bob") is None


def test_a_restriction_counts_until_the_day_it_ends() -> None:
    safety = Safety(restrictions=(kept_away("dean", until=date(2027, 3, 6)),))
    assert safety.shut_out("dean", date(2027, 3, 6))
    assert not safety.shut_out("dean", date(2027, 3, 7))
    assert not safety.shut_out("priya", date(2027, 3, 6))


def test_a_restriction_that_begins_next_week_counts_today() -> None:
    safety = Safety(restrictions=(kept_away("dean", since=date(2027, 3, 13)),))
    assert safety.shut_out("dean", date(2027, 3, 6))


def test_what_is_hidden_from_a_childs_page_is_hidden_from_the_child() -> None:
    item = hidden("the clinic", "ellie_page")
    assert item.is_hidden_from(ELLIE.id)
    assert not item.is_hidden_from(PRIYA.id)


ALONE = replace(MUM, left_out_why="Bail.", views_by="nan", overheard_by="Her new partner.")


@pytest.mark.parametrize("reader", ["nan", "mum"])
def test_what_is_the_facilitators_alone_is_on_nobodys_paper(reader: str) -> None:
    seen = ALONE.as_seen_by(reader)
    assert (seen.left_out_why, seen.views_by, seen.overheard_by) == ("", "", "")


def test_whoever_changes_stays_in_their_seat_and_whoever_is_new_takes_the_last() -> None:
    everyone = People((MUM, ELLIE, NAN))
    older = replace(ELLIE, age=10)
    assert everyone.with_person(older).everyone == (MUM, older, NAN)
    assert everyone.with_person(SAM).everyone == (MUM, ELLIE, NAN, SAM)


def test_whoever_is_taken_out_leaves_no_empty_seat() -> None:
    assert People((MUM, ELLIE, NAN)).without("ellie").everyone == (MUM, NAN)
    with pytest.raises(Refusal, match="There is nobody called 'bob'"):
        People((MUM,)).without("bob")


@pytest.mark.parametrize(
    ("seat", "order"),
    [(0, "nan mum ellie"), (1, "mum nan ellie"), (2, "mum ellie nan"), (-1, "nan mum ellie")],
)
def test_somebody_moves_to_another_seat_and_the_others_move_up(seat: int, order: str) -> None:
    moved = People((MUM, ELLIE, NAN)).moved("nan", seat)
    assert " ".join(one.id for one in moved) == order
    assert People((NAN, MUM, ELLIE)).moved("nan", 9).everyone == (MUM, ELLIE, NAN)


def test_people_change_and_what_keeps_them_safe_stays_and_the_other_way_round() -> None:
    safety = Safety(arrangements=("Two doors.",))
    safe = People((MUM, ELLIE)).with_safety(safety)
    assert safe == People((MUM, ELLIE), safety)
    for changed in (safe.with_person(NAN), safe.without("mum"), safe.moved("mum", 1)):
        assert changed.safety == safety
