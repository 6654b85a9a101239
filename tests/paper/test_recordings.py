"""Both recordings on paper: everything that must be there, and nothing that must not."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pikepdf
import pytest

from facilitator import days
from tests.paper import verapdf
from tests.paper.printed import (
    READERS,
    Folder,
    by_pdftotext,
    everything_in,
    print_record,
    squeezed,
)
from tests.records import CAMPBELL, PEARCE, RECORDINGS, ROOT

TEMPLATES = ROOT / "facilitator" / "templates" / "paper"
Reader = Callable[[Path], list[str]]
by_every_reader = pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
WHOLE_PLAN = ("charlene", "grace", "winston", "marlon", "bev", "leon", "farah")


def record(path: Path) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads(path.read_bytes()))


@by_every_reader
def test_every_step_stands_in_the_whole_plan_with_who_what_and_when(
    campbell: Folder, read: Reader
) -> None:
    text = squeezed(" ".join(read(campbell.paper("grace"))))
    called = {one["id"]: one["called"].split(" / ")[0] for one in record(CAMPBELL)["people"]}
    for step in record(CAMPBELL)["plan"]["actions"]:
        who = [called[one] for one in step["who"]]
        assert f"{' and '.join(who)}: {step['what']}" in text
        assert step["how_often"] in text
        assert f"Starts {days.day_short(date.fromisoformat(step['start']))}" in text


def words_in(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d]{2,}", text.casefold()))


@by_every_reader
def test_no_word_of_a_note_is_on_any_paper(papers: list[Path], read: Reader) -> None:
    known = words_in(" ".join(path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")))
    notes = ""
    for path in RECORDINGS:
        whole = record(path)
        notes += " ".join(
            whole.pop(key)["text"] for key in ("facilitator_notes", "professional_notes")
        )
        notes += (whole.pop("private") or {}).get("record", "")
        known |= words_in(json.dumps(whole, ensure_ascii=False))
    of_notes_alone = words_in(notes) - known
    assert len(of_notes_alone) > 20
    for paper in papers:
        assert of_notes_alone & words_in(" ".join(read(paper))) == set(), paper


@by_every_reader
def test_page_one_says_nothing_that_a_visitor_should_not_read(
    campbell: Folder, read: Reader
) -> None:
    for reader in (*WHOLE_PLAN, "joy", "megan"):
        first, *_ = read(campbell.paper(reader))
        assert "See Mum at Bev's flat." in first
        for private in ("Moor House", "drink", "clinic", "court", "Campbell", "Reid", "worr"):
            assert private not in first, private


def test_page_one_is_one_side(campbell: Folder) -> None:
    for reader in WHOLE_PLAN:
        if reader == "winston":  # Large print takes the room that it needs.
            continue
        first, second, *_ = by_pdftotext(campbell.paper(reader))
        assert "Keep the other pages somewhere private." in first
        assert second.startswith("This copy is for ")


@pytest.mark.parametrize(
    ("reader", "must", "must_not"),
    [
        (
            "grace",
            ["hold hands till Mum is home"],
            ["AUDIT-C", "Reg 24", "Viability", "I was wrong"],
        ),
        ("farah", ["hold hands till Mum is home", "Moor House"], ["AUDIT-C", "Reg 24"]),
        ("joy", ["hearing visits"], ["Moor House", "clinic"]),
        ("tiana", ["hair"], ["Moor House", "drink", "could not wake"]),
        ("jaydon", ["Mum, more"], ["Moor House", "drink"]),
    ],
)
def test_each_reader_sees_what_is_theirs_and_no_more(
    campbell: Folder, reader: str, must: list[str], must_not: list[str]
) -> None:
    paper = campbell.paper(reader)
    text = " ".join(by_pdftotext(paper))
    whole = everything_in(paper)
    assert [words for words in must if words not in text] == []
    assert [words for words in must_not if words in text or words in whole] == []


def test_what_was_said_in_private_time_is_on_no_paper(pearce: Folder) -> None:
    for row in pearce.manifest:
        text = " ".join(by_pdftotext(pearce.path / str(row["file"])))
        for words in ("drinking again", "dishevelled", "Do not share with mother"):
            assert words not in text


def test_the_line_that_joy_must_not_see_leaves_no_gap(campbell: Folder) -> None:
    text = " ".join(by_pdftotext(campbell.paper("joy")))
    numbers = [int(one) for one in re.findall(r"(\d+)\. (?:Pastor|Nan|Auntie|Uncle|Mum)", text)]
    assert numbers == list(range(1, len(numbers) + 1))
    for left in ("hidden", "redacted", "left out", "[", "…"):
        assert left not in text


def test_gaps_are_printed_to_be_sorted_out_and_stop_nothing(pearce: Folder) -> None:
    assert pearce.refused == ()
    text = " ".join(by_pdftotext(pearce.paper("mo")))
    assert "Still to sort out" in text
    assert "Nobody is named for this step yet: “Home conditions to be improved ASAP.”" in text
    assert "We have not heard from the subject child yet." in text
    assert "Your steps start on page 2." in by_pdftotext(pearce.paper("mo"))[0]
    assert any("We have not set a day to meet again yet." in line for line in pearce.open)


def test_only_headings_with_something_under_them_are_printed(pearce: Folder) -> None:
    text = " ".join(by_pdftotext(pearce.paper("mo")))
    for heading in (
        "In our own words",
        "What each child said",
        "If things go wrong",
        "Where we do not agree",
    ):
        assert heading not in text


def test_the_manifest_names_every_copy_and_no_other(campbell: Folder) -> None:
    rows = campbell.manifest
    wanted = {one["id"]: one["copy"]["kind"] for one in record(CAMPBELL)["people"]}
    del wanted["idris"]
    assert {row["reader"]: row["copy"] for row in rows} == wanted
    for row in rows:
        data = (campbell.path / str(row["file"])).read_bytes()
        assert row["sha256"] == hashlib.sha256(data).hexdigest()
        assert row["file"] == f"family-plan-{str(row['sha256'])[:8]}.pdf"
        with pikepdf.open(BytesIO(data)) as document:
            assert row["pages"] == len(document.pages)
    editions = {str(row["reader"]): row["edition"] for row in rows}
    assert editions["winston"] == "large_print"  # He asked for 20 point print.
    assert editions["tiana"] == editions["jaydon"] == "child"
    assert editions["grace"] == "standard"


def test_the_same_record_gives_the_same_bytes(pearce: Folder, tmp_path: Path) -> None:
    again = print_record(PEARCE, tmp_path)
    assert again.manifest == pearce.manifest


def test_every_kind_of_paper_is_pdf_a_and_pdf_ua(campbell: Folder, pearce: Folder) -> None:
    whole, large, part, child = (
        campbell.paper(one) for one in ("grace", "winston", "joy", "tiana")
    )
    broken = verapdf.broken([whole, large, part, child, pearce.paper("mo")])
    assert {path.name: rules for path, rules in broken.items() if rules} == {}


def test_a_paper_carries_its_own_copy_and_nothing_else(campbell: Folder) -> None:
    for row in campbell.manifest:
        with pikepdf.open(campbell.path / str(row["file"])) as document:
            ((_, attached),) = document.attachments.items()
            copy = json.loads(attached.get_file().read_bytes())
        assert copy["format"] == "family-plan-copy/1"
        assert copy["copy"] == row["copy"]
        reader = next(one for one in copy["people"] if one["id"] == copy["reader"])
        assert "name" in reader


def test_a_number_is_printed_only_where_its_owner_said_yes(tmp_path: Path) -> None:
    whole = record(CAMPBELL)
    for person in whole["people"]:
        if person["id"] == "leon":
            person["phone_on_plan"] = False
    source = tmp_path / "record.json"
    source.write_text(json.dumps(whole), "utf-8")
    folder = print_record(source, tmp_path / "out", reader="grace")
    assert "07700 900356" not in everything_in(folder.paper("grace"))
    assert "07700 900142" in " ".join(by_pdftotext(folder.paper("grace")))
