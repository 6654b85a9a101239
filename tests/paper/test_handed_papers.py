"""What goes with a copy: its slip, page 1 alone, one PDF for the printer, letter and text."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from facilitator.copies import Copy
from facilitator.paper import bundle, letter, plain, press, slips
from facilitator.paper.letter import Letter, Why
from facilitator.paper.slips import Slip
from facilitator.practice import recording
from facilitator.refusals import Refusal
from tests import builders
from tests.builders import hidden, people, said, step
from tests.paper import verapdf
from tests.paper.printed import by_pdftotext, everything_in
from tests.people.cast import ELLIE, MUM, NAN

DAY = date(2027, 2, 27)
SLIP = Slip(
    name="Nan",
    what="The whole plan, large print",
    version=1,
    day="Saturday 27 February 2027",
    code="CDFG-HJKM",
    made_on=DAY,
)
LETTER = Letter(
    name="Nan",
    what="The whole plan, large print",
    version=1,
    newest=2,
    plan_day="Saturday 27 February 2027",
    code="CDFG-HJKM",
    handed_on="Saturday 27 February 2027",
    day="Monday 1 March 2027",
    give_to="Sam Hill",
    why=Why.NEW_VERSION,
    made_on=DAY,
)


def words(pdf: bytes, folder: Path, name: str = "paper.pdf") -> str:
    (folder / name).write_bytes(pdf)
    return " ".join(by_pdftotext(folder / name))


def sides_of(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def test_a_slip_says_whose_the_copy_is_and_which(tmp_path: Path) -> None:
    text = words(slips.pdf(SLIP), tmp_path)
    for one in ("This copy is for Nan", "The whole plan, large print", "Nobody else gets this one"):
        assert one in text
    assert "Plan 1, Saturday 27 February 2027. Code CDFG-HJKM." in text
    assert "safe route" not in text
    assert "PRACTICE" not in text


def test_a_slip_of_a_copy_that_goes_another_way_says_that_it_stays_off_the_table(
    tmp_path: Path,
) -> None:
    text = words(slips.pdf(replace(SLIP, by_hand=False, practice=True)), tmp_path)
    assert "It goes by the safe route that you asked for." in text
    assert "own hand" not in text
    assert "PRACTICE" in text


def test_a_long_name_stays_on_one_side() -> None:
    assert sides_of(slips.pdf(replace(SLIP, name="Wilhelmina-Konstantina " * 6))) == 1


@pytest.mark.parametrize(
    ("why", "says", "never"),
    [
        (Why.NEW_VERSION, "There is a newer plan now: plan 2.", "change their mind"),
        (Why.YES_TAKEN_BACK, "Everybody may change their mind", "newer plan"),
        (Why.ASKED, "We would like to have this copy back.", "newer plan"),
    ],
)
def test_a_letter_asks_for_the_copy_back_and_says_that_it_cannot_be_unsent(
    why: Why, says: str, never: str, tmp_path: Path
) -> None:
    text = words(letter.pdf(replace(LETTER, why=why)), tmp_path)
    assert says in text
    assert never not in text
    assert "what was sent can’t be unsent" in text
    assert "Dear Nan" in text
    assert "Please give it back to Sam Hill" in text
    assert "code CDFG-HJKM" in text


def test_page_one_alone_is_one_side_with_version_and_day_and_nothing_of_the_rest(
    tmp_path: Path,
) -> None:
    copy = recording.copy_for("grace")
    printed = press.page_one(copy, press.STANDARD)
    text = words(printed.pdf, tmp_path)
    assert printed.pages == 1
    assert "Sit with Tiana at bedtime." in text
    assert "Plan 1, Saturday 27 February 2027. Code " in text
    assert "The rest is in each person’s own copy." in text
    assert "page 2" not in text
    whole = everything_in(tmp_path / "paper.pdf")
    for inside in ("Moor House", "could not wake", "hold hands till Mum is home: "):
        assert inside not in whole
    with pikepdf.open(BytesIO(printed.pdf)) as document:
        assert not document.attachments


def test_page_one_alone_with_no_step_sends_nobody_to_a_page_that_is_not_there(
    tmp_path: Path,
) -> None:
    copy = builders.copy("nan", step())
    assert "Your steps start on page 2." in words(press.pdf(copy, press.STANDARD), tmp_path)
    text = words(press.page_one(copy, press.STANDARD).pdf, tmp_path, "one.pdf")
    assert "Your steps are in your own copy of the plan." in text
    assert "page 2" not in text


def test_a_childs_page_has_no_page_one_of_its_own() -> None:
    with pytest.raises(Refusal, match="child's page"):
        press.page_one(recording.copy_for("tiana"), press.CHILD)


def test_each_paper_of_a_bundle_begins_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    one, plan = slips.pdf(SLIP), press.pdf(builders.copy("nan", step()), press.STANDARD)
    sides = sides_of(plan)
    assert sides_of(bundle.bundled([one, plan, one], two_sided=False)) == 1 + sides + 1
    two_sided = bundle.bundled([one, plan, one], two_sided=True)
    text = [bool(page) for page in by_pdftotext(kept(two_sided, tmp_path))]
    assert text == [*on_sheets(1), *on_sheets(sides), *on_sheets(1)]


def on_sheets(sides: int) -> list[bool]:
    """Each side that says something, and an empty one where the last sheet has a back."""
    return [*[True] * sides, *[False] * (sides % 2)]


def kept(pdf: bytes, folder: Path) -> Path:
    (folder / "kept.pdf").write_bytes(pdf)
    return folder / "kept.pdf"


def test_a_bundle_carries_no_attachment_no_link_and_is_the_same_each_time(tmp_path: Path) -> None:
    papers = [slips.pdf(SLIP), press.pdf(recording.copy_for("grace"), press.STANDARD)]
    made = bundle.bundled(papers, two_sided=True)
    assert made == bundle.bundled(papers, two_sided=True)
    with pikepdf.open(BytesIO(made)) as document:
        assert not document.attachments
        assert all("/Annots" not in page.obj and "/AF" not in page.obj for page in document.pages)
        assert document.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
        assert "/Metadata" not in document.Root
    assert "family-plan-copy/1" not in everything_in(kept(made, tmp_path))


def test_the_text_of_a_copy_says_what_its_paper_says() -> None:
    text = plain.plain_text(recording.copy_for("joy"))
    assert text.startswith("Our family plan. This copy is for Pastor Joy.\nPlan 1, Saturday 27 ")
    assert text.rstrip().endswith(text.splitlines()[1])
    for one in (
        "\n\nWhat we will do\n",
        "\n1. Pastor Joy and Grandad: Take Jaydon to his hearing visits",
        "- Jaydon needs working hearing aids, batteries, and people who sign. – Pastor Joy Step 1.",
        "When: every night at 7.45pm\nWho: Nan\nWhat: Sit with Tiana at bedtime.",
        "Ring Auntie Bev: 07700 900142\n",
    ):
        assert one in text
    for never in ("Moor House", "Not needed", "on the wall", "page 2", "<", "&"):
        assert never not in text


@pytest.mark.parametrize("reader", ["grace", "joy", "tiana", "farah"])
def test_every_line_of_a_copy_is_in_its_text(reader: str) -> None:
    copy = recording.copy_for(reader)
    text = " ".join(plain.plain_text(copy).split())
    for line in copy.plan.lines:
        if line.kind in ("action", "worry", "strength", "need", "child_view", "goal", "request"):
            assert " ".join(line.words.split()) in text, line.id


def test_a_childs_text_holds_what_the_child_said_and_no_room_to_draw() -> None:
    text = plain.plain_text(recording.copy_for("tiana"), practice=True)
    assert text.startswith("PRACTICE. This family is made up.\n")
    assert "Can Nan do my hair?" in text
    assert "- Nan: Sit with Tiana at bedtime.\n  every night at 7.45pm\n" in text
    assert "draw" not in text


def test_what_is_hidden_from_a_reader_is_not_in_their_text() -> None:
    everyone = people(MUM, NAN, ELLIE, hidden_items=(hidden("Moor House", "nan"),))
    lines = (step("Go to Moor House every Tuesday.", who=("mum",)), step())
    assert "Moor House" not in plain.plain_text(builders.copy("nan", *lines, of=everyone))
    assert "Moor House" in plain.plain_text(builders.copy("mum", *lines, of=everyone))


def test_words_from_right_to_left_keep_to_themselves_and_a_number_stays_bare() -> None:
    text = plain.plain_text(builders.copy("nan", said("hope", "نحن عائلة واحدة.", by="nan")))
    assert "\u2068نحن عائلة واحدة.\u2069" in text
    assert "\u20680" not in plain.plain_text(recording.copy_for("grace"))


def test_what_a_stranger_typed_is_text_in_the_text_too() -> None:
    hostile = "<script>alert(1)</script> {{ 7 * 7 }} & more"
    assert hostile in plain.plain_text(builders.copy("nan", said("hope", hostile)))
    assert hostile in json.dumps(
        [plain.plain_text(Copy.for_reader(builders.plan(said("worry", hostile)), "mum"))]
    )


def test_slips_letters_and_page_one_are_pdf_a_and_pdf_ua(tmp_path: Path) -> None:
    papers = {
        "slip": slips.pdf(SLIP),
        "practice": slips.pdf(replace(SLIP, practice=True, name="سارة", by_hand=False)),
        "page-one": press.page_one(recording.copy_for("grace"), press.STANDARD).pdf,
        "page-one-large": press.page_one(recording.copy_for("winston"), press.LARGE_PRINT).pdf,
        **{why.value: letter.pdf(replace(LETTER, why=why)) for why in Why},
    }
    files = []
    for name, data in papers.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
        files.append(tmp_path / f"{name}.pdf")
    assert {path.name: rules for path, rules in verapdf.broken(files).items() if rules} == {}
