"""A line that tells of somebody's past hurt stands in a plan only with that person's yes."""

from dataclasses import replace

import pytest

from facilitator.contributions import Contribution
from facilitator.plans.past_hurts import waiting
from tests.builders import draft, said

TOLD = said("worry", "Kerry was hit when she was nine.", by="nan")


def told(*, yes: bool | None) -> Contribution:
    return replace(TOLD, hurts="mum", hurts_yes=yes)


@pytest.mark.parametrize("yes", [None, False])
def test_without_that_persons_yes_the_line_is_not_in_the_plan(yes: bool | None) -> None:  # noqa: FBT001
    made = draft(told(yes=yes))
    assert made.lines == ()
    assert waiting([told(yes=yes)]) == (told(yes=yes),)


def test_with_their_yes_it_is() -> None:
    assert [line.words for line in draft(told(yes=True)).lines] == [TOLD.words]
    assert waiting([told(yes=True), TOLD]) == ()


def test_nothing_on_paper_tells_that_a_line_is_missing() -> None:
    without, with_it = draft(), draft(told(yes=None))
    assert with_it.gaps == without.gaps
