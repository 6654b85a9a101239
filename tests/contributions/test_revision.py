from dataclasses import replace

import pytest

from facilitator.contributions import Clash, FamilyYes, Wording, revised
from facilitator.refusals import Refusal
from tests.builders import said
from tests.contributions.said_before import FAMILY, asked

EXACT = said("child_view", "I want to see Mum.", id="l1", by="ellie", exact=True, how="said it")
KEPT = Wording(number=3, change=asked(EXACT, key="k3", based_on=2))


def test_a_new_line_is_wording_one_and_a_mended_one_is_the_next() -> None:
    first = revised(None, asked("Nan cooks.", key="a"), FAMILY)
    assert isinstance(first, Wording)
    second = revised(first, asked("Nan cooks on Sundays.", key="b", based_on=1), FAMILY)
    assert isinstance(second, Wording)
    assert (first.number, second.number) == (1, 2)
    assert second.said.words == "Nan cooks on Sundays."


@pytest.mark.parametrize("based_on", [0, 1, 2, 4])
def test_a_change_of_another_wording_than_the_one_that_stands_is_a_clash_with_both_texts(
    based_on: int,
) -> None:
    mine = asked("I want to go home.", key="k", based_on=based_on)
    assert revised(KEPT, mine, FAMILY) == Clash(KEPT, mine)


def test_a_line_that_is_not_there_cannot_be_mended() -> None:
    with pytest.raises(Refusal, match="There is no line 'l1' to change"):
        revised(None, asked("Nan cooks.", key="a", based_on=1), FAMILY)


TOUCHED = {
    "the words": {"said": replace(EXACT, words="She wants to see her mother.")},
    "whose they are": {"said": replace(EXACT, by="nan")},
    "the mark": {"said": replace(EXACT, exact=None)},
    "the language": {"said": replace(EXACT, lang="cy")},
    "that they stand": {"said": EXACT, "taken_back": True},
}


@pytest.mark.parametrize("touched", TOUCHED.values(), ids=TOUCHED)
def test_exact_words_are_changed_only_with_the_family_s_yes_which_is_kept(
    touched: dict[str, object],
) -> None:
    change = replace(asked(EXACT, key="k", based_on=3), **touched)  # type: ignore[arg-type]
    with pytest.raises(Refusal, match="somebody's exact words"):
        revised(KEPT, change, FAMILY)
    yes = FamilyYes(by="ellie", how="in the room")
    wording = revised(KEPT, replace(change, family_yes=yes), FAMILY)
    assert isinstance(wording, Wording)
    assert wording.change.family_yes == yes


@pytest.mark.parametrize(("who", "counts"), [("nan", True), ("farah", False), ("nobody", False)])
def test_the_yes_is_of_the_family_or_of_whoever_said_it(who: str, *, counts: bool) -> None:
    change = replace(
        asked(replace(EXACT, words="x"), key="k", based_on=3), family_yes=FamilyYes(by=who)
    )
    if counts:
        assert isinstance(revised(KEPT, change, FAMILY), Wording)
    else:
        with pytest.raises(Refusal):
            revised(KEPT, change, FAMILY)


def test_a_worker_may_say_yes_to_changing_the_worker_s_own_words() -> None:
    own = replace(EXACT, kind="bottom_line", by="farah", fields=said("bottom_line").fields)
    kept = Wording(number=1, change=asked(own, key="k1"))
    change = asked(replace(own, words="x"), key="k2", based_on=1, family_yes=FamilyYes(by="farah"))
    assert isinstance(revised(kept, change, FAMILY), Wording)


def test_what_is_known_beside_exact_words_may_be_filled_in_by_anybody() -> None:
    fuller = replace(EXACT, fields=said("child_view", how="drew it").fields, prompt="child")
    assert isinstance(revised(KEPT, asked(fuller, key="k", based_on=3), FAMILY), Wording)


def test_exact_words_that_were_taken_back_come_back_as_they_were_or_with_a_yes() -> None:
    gone = Wording(number=4, change=replace(KEPT.change, taken_back=True, based_on=3))
    assert isinstance(revised(gone, asked(EXACT, key="k", based_on=4), FAMILY), Wording)
    others = asked(replace(EXACT, words="She wants her mother."), key="k", based_on=4)
    with pytest.raises(Refusal, match="somebody's exact words"):
        revised(gone, others, FAMILY)


def test_words_that_are_nobody_s_exact_words_may_be_mended_freely() -> None:
    plain = Wording(number=3, change=asked(replace(EXACT, exact=False), key="k3", based_on=2))
    assert isinstance(revised(plain, asked("x", key="k", based_on=3), FAMILY), Wording)


@pytest.mark.parametrize("key", ["", "k" * 201])
def test_a_save_without_a_usable_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        asked("x", key=key)


@pytest.mark.parametrize("line_id", ["", "a b", "ä", "x" * 65, "../x"])
def test_a_line_has_an_id_that_a_record_can_hold(line_id: str) -> None:
    with pytest.raises(ValueError, match="is no id"):
        asked(said("strength", "x", id=line_id), key="k")
