"""The run sheet is the facilitator's; take-in sheet, heads and slips are the family's."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from facilitator.agenda import shipped
from facilitator.before_the_day import run_sheet, take_in
from facilitator.before_the_day.printing import HANDOUTS, Kept, handout, invitation
from facilitator.kinds import KINDS
from facilitator.people import Need
from facilitator.refusals import Refusal
from tests.builders import hidden, kept_away, meeting, people, said
from tests.paper import verapdf
from tests.paper.printed import by_pdftotext
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA

AGENDA = shipped.load("family_group_conference")
SAID = (
    said("question", "Who takes Ellie to school?"),
    said("bottom_line", "A grown-up walks with Ellie.", reason="The road is busy."),
)


def kept(*contributions: object) -> Kept:
    everyone = people(replace(MUM, needs=(Need("a quiet room", "the vestry"),)), ELLIE, NAN, PRIYA)
    return Kept(AGENDA, meeting(start="10:00"), everyone, contributions or SAID)  # type: ignore[arg-type]


def test_the_run_sheet_holds_every_core_question_of_the_day() -> None:
    made = run_sheet(AGENDA, meeting(), people(MUM, ELLIE))
    on_the_day = [
        one for one in AGENDA.prompts if one.core and one.stage in ("open", "share", "agree")
    ]
    asked = [one.words for stage in made.stages for one in stage.core if not stage.is_private]
    assert len(asked) == len(on_the_day)
    assert "What is going well for Ellie right now?" in asked


def test_with_several_children_each_is_asked_about() -> None:
    made = run_sheet(AGENDA, meeting(), people(MUM, ELLIE, replace(ELLIE, id="tom", called="Tom")))
    asked = [one.words for stage in made.stages for one in stage.core]
    assert "What is going well for each child right now?" in asked


def test_the_run_sheet_says_who_must_be_kept_apart() -> None:
    everyone = people(MUM, DEAN, restrictions=(kept_away("dean", rule="No contact with Kerry."),))
    assert run_sheet(AGENDA, meeting(), everyone).keep_apart == (
        "Dean must keep away from Mum. “No contact with Kerry.”",
    )


def test_the_take_in_sheet_holds_questions_musts_and_the_cards_own_prompts() -> None:
    made = take_in(AGENDA, people(MUM, ELLIE), SAID)
    assert [one.words for one in made.questions] == ["Who takes Ellie to school?"]
    assert [(must.words, must.reason) for must in made.musts] == [
        ("A grown-up walks with Ellie.", "The road is busy.")
    ]
    assert len(made.card) == len([one for one in AGENDA.prompts if one.to == "card"])


def test_the_take_in_sheet_holds_the_help_on_offer_and_no_empty_line() -> None:
    offers = (said("help_offer", "A worker twice a week."), said("help_offer", ""))
    made = take_in(AGENDA, people(MUM, ELLIE), (*SAID, *offers, said("question", "")))
    assert [one.words for one in made.help] == ["A worker twice a week."]
    assert [one.words for one in made.questions] == ["Who takes Ellie to school?"]


def test_of_all_that_was_said_before_the_family_takes_in_only_what_is_for_everybody() -> None:
    said_before = [said(kind.key, f"{kind.key} words") for kind in KINDS.values()]
    made = repr(take_in(AGENDA, people(MUM, ELLIE), said_before))
    assert [kind for kind in KINDS if f"{kind} words" in made] == [
        "bottom_line",
        "question",
        "help_offer",
    ]


def test_the_take_in_sheet_holds_nothing_that_is_hidden_from_anybody() -> None:
    everyone = people(MUM, ELLIE, NAN, hidden_items=(hidden("Moor House", "nan"),))
    must = said("bottom_line", "Mum sleeps at home.", reason="Moor House says so.")
    assert take_in(AGENDA, everyone, (must,)).musts == ()


def test_a_paper_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(
        Refusal, match="Use one of: run-sheet, flip-chart, take-in, private-card, step-slips"
    ):
        handout("poster", kept())


def test_every_paper_says_practice_where_it_is_practice(tmp_path: Path) -> None:
    for name in HANDOUTS:
        for practice in (True, False):
            paper = tmp_path / f"{name}-{practice}.pdf"
            paper.write_bytes(handout(name, kept(), practice=practice))
            assert ("PRACTICE" in by_pdftotext(paper)[0]) is practice


def test_text_stays_text_on_these_papers_too(tmp_path: Path) -> None:
    hostile = said("question", "<script>alert(1)</script> {{ 7 * 7 }}")
    paper = tmp_path / "take-in.pdf"
    paper.write_bytes(handout("take-in", kept(hostile)))
    assert "<script>alert(1)</script> {{ 7 * 7 }}" in " ".join(by_pdftotext(paper))


def test_every_paper_is_pdf_a_and_pdf_ua(tmp_path: Path) -> None:
    papers = {name: handout(name, kept()) for name in HANDOUTS} | {"you": invitation("mum", kept())}
    files = []
    for name, data in papers.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
        files.append(tmp_path / f"{name}.pdf")
    assert {path.name: rules for path, rules in verapdf.broken(files).items() if rules} == {}


def test_the_card_for_the_table_is_one_sheet_of_a5_for_each_language_of_the_meeting(
    tmp_path: Path,
) -> None:
    spoken = replace(kept(), meeting=meeting(languages=("en", "pl", "ur")))
    path = tmp_path / "card.pdf"
    path.write_bytes(handout("private-card", spoken))
    with pikepdf.open(path) as pdf:
        sides = [tuple(round(float(one)) for one in page.mediabox[2:]) for page in pdf.pages]
    assert sides == [(420, 595)] * 6  # points: both sides of three sheets
    pages = by_pdftotext(path)
    assert "This time is yours" in pages[0]
    assert "To jest Wasz czas" in pages[2]
    assert "یہ وقت آپ کا ہے" in pages[4]
    assert "walks with Ellie" in pages[4]
    assert verapdf.broken([path])[path] == ()
