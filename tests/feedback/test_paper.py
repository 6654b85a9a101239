"""The card on paper: A5 or large print, for grown-ups and for children, without any name."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest

from facilitator.feedback import CardAnswer, printing, statements
from facilitator.refusals import Refusal
from tests.paper import verapdf
from tests.paper.printed import by_pdftotext

DAY = date(2027, 2, 27)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every card, printed once."""
    folder = tmp_path_factory.mktemp("cards")
    found = {name: folder / f"{name}.pdf" for name in printing.PAPERS}
    for name, path in found.items():
        path.write_bytes(printing.paper(name, made_on=DAY))
    return found


def test_every_card_is_pdf_a_and_pdf_ua(papers: dict[str, Path]) -> None:
    found = verapdf.broken(papers.values())
    assert {path.name: rules for path, rules in found.items() if rules} == {}


@pytest.mark.parametrize(("name", "size"), [("card", (420, 595)), ("child-card", (420, 595))])
def test_a_card_is_one_sheet_of_a5(
    papers: dict[str, Path], name: str, size: tuple[int, int]
) -> None:
    with pikepdf.open(papers[name]) as pdf:
        sides = [tuple(round(float(one)) for one in page.mediabox[2:]) for page in pdf.pages]
    assert sides == [size, size]


def test_every_statement_and_every_answer_stands_on_the_card_in_words(
    papers: dict[str, Path],
) -> None:
    for name, path in papers.items():
        said = " ".join(" ".join(by_pdftotext(path)).split())
        kind = printing.PAPERS[name]
        asked = statements(for_child=kind.for_child)
        assert [one.words for one in asked if one.words not in said] == []
        # Columns are narrow, so that the words of one answer may stand below each other.
        read = set(said.split())
        assert [one.words for one in CardAnswer if not set(one.words.split()) <= read] == []
        assert "PRACTICE" not in said


def test_a_card_of_a_practice_says_so(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(printing.paper("card", made_on=DAY, practice=True))
    assert "PRACTICE. This family is made up." in by_pdftotext(path)[0]


def test_a_card_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(Refusal, match="Use one of: card, card-large, child-card"):
        printing.paper("poster", made_on=DAY)
