"""Every way to look at the table of kinds finds one kind, and the same one."""

import pytest

from facilitator.kinds import KINDS, Holds, Kind, by_letter

LETTERS = {
    "strength": "g",
    "need": "n",
    "worry": "w",
    "bottom_line": "m",
    "question": "q",
    "action": "i",
    "unknown": "d",
    "hope": "h",
    "agreement": "a",
    "beginning": "b",
    "child_view": "c",
    "statement": "f",
    "love_line": "l",
    "goal": "o",
    "if_then": "t",
    "request": "r",
    "keep_going": "k",
    "meet_sooner": "s",
    "disagreement": "x",
    "plan_keeper": "p",
    "telling": "e",
    "answer": "y",
}


def test_each_letter_means_one_kind() -> None:
    assert {kind.key: kind.letter for kind in KINDS.values() if kind.letter} == LETTERS
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_a_letter_finds_its_kind_and_another_key_none() -> None:
    assert {key: by_letter(letter) for key, letter in LETTERS.items()} == {
        key: KINDS[key] for key in LETTERS
    }
    assert by_letter("W") is KINDS["worry"]
    assert [by_letter(key) for key in ("", "z", "1", "wn")] == [None] * 4


def test_seven_kinds_are_always_in_sight_and_each_has_a_letter() -> None:
    main = [kind for kind in KINDS.values() if kind.is_main]
    assert len(main) == 7
    assert all(kind.letter for kind in main)


def test_no_two_buttons_say_the_same() -> None:
    labels = [kind.label for kind in KINDS.values()]
    assert all(labels)
    assert len(labels) == len({label.casefold() for label in labels})


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key)
def test_a_touched_name_says_who_spoke_or_fills_a_field_of_people(kind: Kind) -> None:
    if kind.who != "by":
        assert kind.field(kind.who).holds in (Holds.PERSON, Holds.PEOPLE)


def test_what_decides_who_may_see_a_line_is_itself_on_no_paper() -> None:
    kept_off = {
        (kind.key, field.key)
        for kind in KINDS.values()
        for field in kind.fields
        if not field.on_paper
    }
    assert kept_off == {
        ("action", "share_with"),
        ("answer", "how"),
        ("answer", "may_hear"),
        ("bottom_line", "new_today"),
        ("bottom_line", "shown_on"),
        ("child_view", "may_hear"),
        ("kept_wording", "about"),
        ("kept_wording", "kept"),
        ("not_our_word", "instead"),
        ("sent_words", "may_hear"),
        ("sent_words", "read_by"),
        ("unknown", "about"),
        ("worry", "new_today"),
        ("worry", "shown_on"),
    }


def test_what_only_the_record_may_leave_out_is_what_older_records_do_not_have() -> None:
    assert {kind.key for kind in KINDS.values() if kind.may_be_missing} == {
        "consent",
        "family_view",
        "help_offer",
        "kept_wording",
        "not_our_word",
        "not_said",
        "old_step",
        "our_word",
        "own_view",
        "purpose",
        "reading",
        "sent_words",
        "unsorted",
    }


def keys(column: str, *, are: bool) -> set[str]:
    return {kind.key for kind in KINDS.values() if getattr(kind, column) is are}


def test_what_is_filled_in_elsewhere_is_not_chosen_while_people_talk() -> None:
    assert keys("while_talking", are=False) == {
        "consent",
        "kept_wording",
        "not_our_word",
        "not_said",
        "old_step",
        "our_word",
        "own_view",
        "purpose",
        "reading",
        "sent_words",
        "unsorted",
    }


def test_what_only_says_how_things_are_worded_stands_nowhere_among_the_talk() -> None:
    assert keys("is_talk", are=False) == {"kept_wording", "not_our_word", "our_word"}
    talk = (KINDS[key] for key in keys("is_talk", are=False))
    assert not any(one.room_screen or one.while_talking or one.page_one for one in talk)


def test_only_somebodys_own_words_are_put_beside_a_plan_that_is_agreed() -> None:
    assert keys("added_later", are=True) == {"not_said", "own_view"}


def test_what_children_should_not_read_on_the_wall_is_never_there_with_them() -> None:
    assert keys("room_screen", are=False) == {
        "answer",
        "consent",
        "kept_wording",
        "not_our_word",
        "not_said",
        "our_word",
        "own_view",
        "reading",
        "sent_words",
        "unsorted",
    }
    assert keys("adults_only", are=True) == {
        "bottom_line",
        "disagreement",
        "if_no_plan",
        "referrer_answer",
        "worry",
    }
