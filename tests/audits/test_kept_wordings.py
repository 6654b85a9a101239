"""Where somebody said why hard words stay, an audit shows the reason, with made-up names."""

from facilitator.audits import Audited
from facilitator.audits.kept_wordings import KeptReason, kept_reasons
from facilitator.audits.masking import Mask
from facilitator.contributions import Contribution
from tests.builders import plan, said, step

WORRY = said("worry", "Kerry is not compliant.", id="w1", by="nan")


def reasons(*kept: Contribution) -> tuple[KeptReason, ...]:
    made = plan(WORRY, step())
    return kept_reasons(Audited.of(made, kept), Mask.of_plan(made, "a meeting"))


def test_a_reason_stands_with_its_line_and_names_nobody() -> None:
    kept = said("kept_wording", "Kerry says it so herself.", kept="not compliant", about=("w1",))
    (one,) = reasons(kept)
    assert (one.line, one.words) == ("w1", "not compliant")
    assert one.reason.endswith(" says it so herself.")
    assert "Kerry" not in one.reason


def test_what_is_about_no_line_stays_wherever_it_is_said() -> None:
    assert reasons(said("kept_wording", "Our word.", kept="funny turns")) == (
        KeptReason("", "funny turns", "Our word."),
    )


def test_what_was_said_of_a_line_that_is_not_in_the_plan_is_left_out() -> None:
    assert reasons(said("kept_wording", "Our word.", kept="turns", about=("gone",))) == ()
