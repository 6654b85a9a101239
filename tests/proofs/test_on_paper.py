"""Marked secrets of a meeting: none can be read out of any paper, by any reader or program."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest

from facilitator.copies import Copy
from facilitator.paper import press
from tests.builders import copy, said, step
from tests.proofs.canaries import a_meeting, forbidden, found_in
from tests.proofs.channels import CHANNELS, read
from tests.proofs.test_canaries import copies_of, plan_of
from tests.reliability import often

PAPERS = often(20, in_all=200)
LEAK = "qzebrawordq"
# The others hold no words of a plan. The leaks that are planted below show that they are read.
PLANS_WORDS = (
    "text by pdftotext",
    "text by pypdf",
    "text by pypdfium2",
    "metadata",
    "XMP",
    "attachment",
    "tags",
)


def paper_of(made: Copy, folder: Path) -> Path:
    printed = press.printed(made, press.edition_of(made))
    paper = folder / printed.file_name
    paper.write_bytes(printed.pdf)
    return paper


@pytest.mark.parametrize("seed", range(1000, 1000 + PAPERS))
def test_no_secret_can_be_read_out_of_a_paper(seed: int, tmp_path: Path) -> None:
    meeting = a_meeting(seed, most=1)
    made = list(copies_of(plan_of(meeting)))
    if not made:
        made = list(copies_of(plan_of(meeting := a_meeting(seed + 5000, most=1))))
    one = made[seed % len(made)]
    marks = tuple(forbidden(meeting.marks, one.reader.id))
    papers = read(paper_of(one, tmp_path))
    assert papers.keys() == CHANNELS.keys()
    assert {name: found_in(text, marks) for name, text in papers.items()} == {
        name: [] for name in CHANNELS
    }


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper of a short plan in which nothing is secret."""
    return paper_of(copy("nan", step()), tmp_path_factory.mktemp("clean"))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the word in its title and in a step."""
    made = copy("nan", step(f"Walk to {LEAK}."), said("title", f"With {LEAK}"))
    return paper_of(made, tmp_path_factory.mktemp("told"))


@pytest.mark.parametrize("name", PLANS_WORDS)
def test_a_word_that_is_in_the_plan_can_be_read_in_each_of_these_ways(
    name: str, clean: Path, told: Path
) -> None:
    assert LEAK not in "".join(CHANNELS[name](clean).split())
    assert LEAK in "".join(CHANNELS[name](told).split())


def _into_info(document: pikepdf.Pdf) -> None:
    document.docinfo["/Subject"] = LEAK


def _into_xmp(document: pikepdf.Pdf) -> None:
    xmp = document.Root.Metadata.read_bytes().replace(
        b"</rdf:RDF>", f"<!-- {LEAK} --></rdf:RDF>".encode()
    )
    document.Root.Metadata = document.make_stream(
        xmp, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )


def _into_outline(document: pikepdf.Pdf) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(LEAK, 0))


def _into_attachment(document: pikepdf.Pdf) -> None:
    document.attachments["notes.txt"] = pikepdf.AttachedFileSpec(
        document,
        LEAK.encode(),
        filename="notes.txt",
        description="",
        mime_type="text/plain",
        creation_date="",
        mod_date="",
    )


def _into_a_tag(key: str) -> Callable[[pikepdf.Pdf], None]:
    def _plant(document: pikepdf.Pdf) -> None:
        document.Root.StructTreeRoot.K[0][key] = pikepdf.String(LEAK)

    return _plant


def _onto_a_page(document: pikepdf.Pdf) -> None:
    """The word as furniture, in a font of the page's own."""
    page = document.pages[0]
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources.Font["/Fleak"] = document.make_indirect(font)
    page.contents_add(f"/Artifact BMC BT /Fleak 12 Tf 50 50 Td ({LEAK}) Tj ET EMC".encode())


def _into_a_loose_object(document: pikepdf.Pdf) -> None:
    document.Root["/PieceInfo"] = pikepdf.Dictionary(Note=pikepdf.String(LEAK))


PLANTED: Mapping[str, tuple[str, Callable[[pikepdf.Pdf], None]]] = {
    "the metadata": ("metadata", _into_info),
    "the XMP": ("XMP", _into_xmp),
    "the outline": ("outline", _into_outline),
    "an attachment": ("attachment", _into_attachment),
    "what is read in place of a picture": ("tags", _into_a_tag("/Alt")),
    "what is read in place of words": ("tags", _into_a_tag("/ActualText")),
    "the edge of a page, for pdftotext": ("text by pdftotext", _onto_a_page),
    "the edge of a page, for pypdf": ("text by pypdf", _onto_a_page),
    "the edge of a page, for pypdfium2": ("text by pypdfium2", _onto_a_page),
    "somewhere in the file": ("raw", _into_a_loose_object),
}


@pytest.mark.parametrize("place", PLANTED)
def test_a_leak_that_is_planted_in_a_paper_is_found(
    place: str, clean: Path, tmp_path: Path
) -> None:
    name, plant = PLANTED[place]
    doctored = tmp_path / "family-plan-00000000.pdf"
    with pikepdf.open(clean) as document:
        plant(document)
        document.save(doctored)
    assert LEAK not in CHANNELS[name](clean)
    assert LEAK in CHANNELS[name](doctored)


def test_a_leak_in_the_name_of_a_file_is_found(tmp_path: Path) -> None:
    assert LEAK in CHANNELS["file name"](tmp_path / f"{LEAK}.pdf")
