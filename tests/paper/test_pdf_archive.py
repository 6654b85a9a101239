"""Both standards in one file, held by veraPDF's own rules."""

from typing import TYPE_CHECKING

import pytest

from facilitator.paper import pdf
from tests.paper import trial, verapdf

if TYPE_CHECKING:
    from pathlib import Path

PAPERS = {
    "whole": trial.WHOLE,
    "one line": "<h1>Plan</h1>",
    "broken words": f"<h1>Plan</h1><p>{'kite' * 500}</p>",
    "unknown letters": "<h1>Plan</h1><p>漢字 ☃ 🪁 \ue000 \u202eback</p>",
    "cards": "<h1>Plan</h1><style>table, tbody, tr, td { display: block }</style>" + trial.table(3),
    "right to left": f'<div lang="ar" dir="rtl"><h1>خطتنا</h1>{trial.table(25)}</div>',
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, ...]]:
    folder = tmp_path_factory.mktemp("papers")
    files: dict[str, Path] = {}
    for name, body in PAPERS.items():
        files[name] = folder / f"{name}.pdf"
        files[name].write_bytes(pdf.render(trial.sheet(body)))
    files["stock"] = folder / "stock.pdf"
    files["stock"].write_bytes(_without_our_work(files["whole"].read_bytes()))
    broken = verapdf.broken(files.values())
    return {name: broken[path] for name, path in files.items()}


def _without_our_work(printed: bytes) -> bytes:
    """The same file with the mark of PDF/UA taken away, to see the gate refuse something."""
    return printed.replace(b"<pdfuaid:part>1", b"<pdfuaid:part>9")


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_breaks_no_rule_of_pdf_a_or_pdf_ua(
    name: str, found: dict[str, tuple[str, ...]]
) -> None:
    assert found[name] == ()


def test_the_gate_refuses_a_file_that_is_no_pdf_ua(found: dict[str, tuple[str, ...]]) -> None:
    assert any(rule.startswith("PDFUA-1 5-") for rule in found["stock"])
