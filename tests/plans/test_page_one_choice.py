"""What the family chooses for page 1 is looked at before anything is kept."""

from facilitator.plans.page_one_choice import Choice, PageOneChoice
from tests.builders import meeting, people, step

STEPS = (step(id="a1"), step("Go to the clinic.", id="a2"))


def chosen(**choices: Choice) -> PageOneChoice:
    return PageOneChoice.of(meeting(), people(), STEPS, choices)


def rows(choice: PageOneChoice) -> list[str]:
    plan = choice.draft.agree(on=choice.draft.meeting.held_on, code="")
    return [row.words for row in plan.page_one.rows]


def test_a_step_is_chosen_in_its_own_words_or_in_shorter_ones() -> None:
    assert rows(chosen(a1=True)) == ["Walk Ellie to school."]
    assert rows(chosen(a1="To school.")) == ["To school."]
    assert rows(chosen(a1=None)) == []


def test_each_choice_that_breaks_the_rule_has_its_reason_under_its_step() -> None:
    choice = chosen(a1=True, a2=True)
    assert rows(choice) == ["Walk Ellie to school."]
    assert list(choice.refused) == ["a2"]
    assert "health" in choice.refused["a2"].wrong


def test_shorter_words_can_make_a_refused_step_fit() -> None:
    assert chosen(a2="See the people who help Mum.").refused == {}


def test_the_eighth_step_is_refused_and_the_first_seven_stand() -> None:
    steps = [step(f"Step {number}.", id=f"a{number}") for number in range(8)]
    every: dict[str, Choice] = {one.id: True for one in steps}
    choice = PageOneChoice.of(meeting(), people(), steps, every)
    assert list(choice.refused) == ["a7"]
