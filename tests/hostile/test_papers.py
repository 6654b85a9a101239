"""Words that break programs, on paper, in the copy's own document, in a table and as plain text."""

import csv
import io
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from facilitator.paper import pdf, press, work
from facilitator.quarterly.csv_file import safe
from facilitator.record import read
from facilitator.refusals import Refusal
from tests.hostile import payloads
from tests.hostile.records_of import hostile_record
from tests.paper import trial
from tests.paper.printed import Folder, everything_in, print_record

WHOLE = os.environ.get("RELIABILITY") == "all"
SECONDS, MEGABYTES = 10, 400  # of one quiet computer; twice as long before it is stopped
FORBIDDEN = ("/JavaScript", "/JS", "/Launch", "/AcroForm", "/OpenAction", "/AA", "/RichMedia")
# What the template itself links to; words may lead nowhere.
OURS = ("tel:", "mailto:")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Folder]:
    """Papers of as many families as it takes to have said every one of the strings."""
    turn, found, said = payloads.in_turn(), [], 0
    while said < len(payloads.all_readable()):
        taken: list[str] = []

        def take(most: int, taken: list[str] = taken) -> str:
            taken.append(next(turn)[:most])
            return taken[-1]

        folder = tmp_path_factory.mktemp("hostile")
        record = folder / "record.json"
        record.write_text(json.dumps(hostile_record(take)), "utf-8")
        only = {} if WHOLE else {"reader": "bev"}
        found.append(print_record(record, folder / "papers", **only))
        said += len(taken)
    return found


def papers(folders: list[Folder]) -> Iterator[Path]:
    for folder in folders:
        yield from (folder.path / str(row["file"]) for row in folder.manifest)


def test_every_string_is_printed_or_its_copy_is_refused_in_a_sentence(
    folders: list[Folder],
) -> None:
    assert sum(len(one.written) + len(one.refused) for one in folders) >= 2
    assert all(sentence.endswith(".") for one in folders for sentence in one.refused)
    assert any(one.written for one in folders)


def test_no_paper_does_anything_or_leads_anywhere_that_the_template_did_not_write(
    folders: list[Folder],
) -> None:
    for paper in papers(folders):
        with pikepdf.open(paper) as document:
            assert len(document.attachments) == 1
            names = {
                str(key)
                for one in document.objects
                if isinstance(one, pikepdf.Dictionary)
                for key in one
            }
            assert names.isdisjoint(FORBIDDEN)
            ways = [
                str(area.A.URI)
                for page in document.pages
                for area in page.get("/Annots", [])
                if "/A" in area and "/URI" in area.A
            ]
            assert [one for one in ways if not one.startswith(OURS)] == []
        assert "root:x:" not in everything_in(paper)


def test_the_document_inside_a_paper_says_every_word_as_it_was_typed(
    folders: list[Folder],
) -> None:
    said = set(payloads.all_readable())
    held: set[str] = set()
    for paper in papers(folders):
        with pikepdf.open(paper) as document:
            (attached,) = document.attachments.values()
            text = attached.get_file().read_bytes().decode()
            assert json.loads(text)
            held |= {one for one in said if json.dumps(one, ensure_ascii=False)[1:-1] in text}
    assert len(held) >= 60


@pytest.mark.parametrize("half", payloads.HALVES)
def test_half_a_character_is_refused_before_it_comes_near_a_paper(half: str) -> None:
    document = hostile_record(lambda _most: f"Nan {half}")
    with pytest.raises(Refusal, match="U\\+D"):
        read(json.dumps(document).encode(), "x.json")


@pytest.mark.parametrize("formula", payloads.FORMULAS)
def test_no_cell_of_a_table_is_a_formula(formula: str) -> None:
    held = io.StringIO(newline="")
    csv.writer(held).writerow([safe(formula), safe("3 plans")])
    (row,) = list(csv.reader(io.StringIO(held.getvalue(), newline="")))
    shown = row[0].strip(" \u00a0\ufeff\u200b\x00\t\r\n")
    assert row[1] == "3 plans"
    assert formula in row[0]
    assert not shown.startswith(
        ("=", "+", "-", "@", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    )


JAMS = {
    "one word as long as a field": "a" * 5_000,
    "ten of them": ("a" * 5_000 + " ") * 10,
    "signs that no font has": "\ufdfa" * 5_000,
    "families in one letter": "\U0001f468\u200d\U0001f469\u200d" * 1_250,
    "marks upon marks": "a" + "\u0301" * 5_000,
    "overrides": "\u202e" * 5_000 + "end",
    "turns": "a\u05d01\u0628 " * 1_000,
    "held together": "a \u2060" * 1_600,
    "ends of paragraphs": "Nan \u2029 \u2028 \x85 Mum",
    "a hundred thousand words": "Nan " * 100_000,
    "a hundred thousand letters without a space": "a" * 100_000,
    "twenty thousand elements": "<p>a</p>" * 20_000,
}
_QUICK = ("one word as long as a field", "marks upon marks", "turns", "ends of paragraphs")
_HEAVY = (
    "ten of them",
    "a hundred thousand words",
    "a hundred thousand letters without a space",
    "twenty thousand elements",
)
_PRINT = """
import sys
from facilitator.paper import pdf
from facilitator.refusals import Refusal
from tests.hostile.test_papers import JAMS
from tests.paper import trial
try:
    print(len(pdf.render(trial.sheet(f"<p>{JAMS[sys.argv[1]]}</p>"))))
except Refusal as refusal:
    print(refusal)
held = [one.split() for one in open("/proc/self/status") if one.startswith("VmHWM")]
print(held[0][1])
"""


def bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much a program held")
@pytest.mark.parametrize("jam", JAMS if WHOLE else _QUICK[:1])
def test_words_made_to_jam_the_press_are_printed_or_refused_within_bounds(jam: str) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    words = [sys.executable, "-c", _PRINT, jam]
    told = subprocess.run(words, capture_output=True, text=True, check=True, preexec_fn=bounded)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    # The most that any child held counts other programs too, and the tests that began this one.
    answer, _, kilobytes = told.stdout.strip().rpartition("\n")
    assert answer
    assert used.ru_utime - before < SECONDS
    assert 0 < int(kilobytes) < MEGABYTES * 1024


@pytest.mark.parametrize("jam", _HEAVY)
def test_what_would_take_longer_is_weighed_before_it_is_begun(jam: str) -> None:
    with pytest.raises(Refusal, match="pasted in by mistake"):
        pdf.render(trial.sheet(f"<p>{JAMS[jam]}</p>"))


def test_the_family_s_own_plan_is_a_fifth_of_what_the_press_takes() -> None:
    assert work.work_of(trial.sheet(trial.WHOLE).html) < work.MOST / 3
    assert work.longest_word("<p>Nan rings.</p>") == ""


@pytest.mark.parametrize("jam", _QUICK[1:])
def test_words_that_were_made_to_break_a_line_are_printed(jam: str) -> None:
    assert pdf.render(trial.sheet(f"<p>{JAMS[jam]}</p>")).startswith(b"%PDF")


def test_a_press_that_gives_up_says_so_and_logs_no_word(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        def print(self, sheet: pdf.Sheet) -> bytes:
            raise AssertionError(sheet.html)

    monkeypatch.setattr(pdf, "_press", Broken)
    with pytest.raises(Refusal, match="from the browser"):
        pdf.render(replace(trial.sheet("<p>xqown</p>"), title="xqown"))
    assert "AssertionError" in caplog.text
    assert "xqown" not in caplog.text
    assert press.STANDARD
