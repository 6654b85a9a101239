"""Letters of many scripts on one page, as three readers of PDF get them back."""

import subprocess
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from facilitator.paper import pdf
from tests.paper import trial
from tests.tools import need

BODY = """
<p>Aunt <bdi lang="ar" dir="rtl">فاطمة الزهراء</bdi> will ring on Monday.</p>
<p>Nan <bdi lang="ur" dir="rtl">نانی جو</bdi> flies the kite.</p>
<p>Bare <bdi>فاطمة</bdi> inside.</p>
<p lang="ar" dir="rtl">سوف نقرأ قصة مع <bdi lang="en" dir="ltr">Tiana Bowen</bdi> كل ليلة.</p>
<p lang="ar" dir="rtl">اتصل على <bdi dir="ltr">01632 960 114</bdi> من فضلك.</p>
<p lang="ur" dir="rtl">ٹام کو فٹ بال بہت پسند ہے۔</p>
<p lang="pa">ਅਸੀਂ ਹਰ ਰਾਤ ਕਹਾਣੀ ਪੜ੍ਹਾਂਗੇ।</p>
<p lang="bn">এলি নিজের অনুভূতি ভালোভাবে বলতে পারে।</p>
<p lang="ta">நாங்கள் ஒவ்வொரு இரவும் கதை படிப்போம்.</p>
<p lang="cy">Tŷ, dŵr, ŵyr, Ŷd.</p><p lang="pl">Żółć, źdźbło, ćma.</p><p lang="uk">Ґанок, їжак.</p>
"""

PHRASES = (
    "فاطمة الزهراء",
    "نانی جو",
    "will ring on Monday.",
    "flies the kite.",
    "سوف نقرأ قصة مع",
    "Tiana Bowen",
    "كل ليلة",
    "01632 960 114",
    "من فضلك",
    "بہت پسند",
    "ਅਸੀਂ ਹਰ ਰਾਤ ਕਹਾਣੀ ਪੜ੍ਹਾਂਗੇ।",
    "Tŷ, dŵr, ŵyr, Ŷd.",
    "Żółć, źdźbło, ćma.",
    "Ґанок, їжак.",
)

TYPED = ("এলি নিজের অনুভূতি ভালোভাবে বলতে পারে।", "நாங்கள் ஒவ்வொரு இரவும் கதை படிப்போம்.")
"""Scripts that reach a reader by the letters typed, which pypdf does not look at."""

_TURNS = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scripts") / "paper.pdf"
    path.write_bytes(pdf.render(trial.sheet(BODY)))
    return path


def plain(text: str) -> str:
    return " ".join(text.translate(_TURNS).split())


def test_poppler_gives_back_every_phrase(paper: Path) -> None:
    command = [need("pdftotext"), "-enc", "UTF-8", str(paper), "-"]
    text = plain(subprocess.run(command, capture_output=True, check=True).stdout.decode())
    assert [phrase for phrase in (*PHRASES, *TYPED) if phrase not in text] == []


def test_pypdf_gives_back_every_phrase(paper: Path) -> None:
    text = plain(pypdf.PdfReader(paper).pages[0].extract_text())
    assert [phrase for phrase in PHRASES if phrase not in text] == []


def test_pdfium_gives_back_every_word_and_most_phrases(paper: Path) -> None:
    """PDFium turns the order of words round at each space where both directions share a line."""
    with pypdfium2.PdfDocument(paper) as document:
        text = plain(document[0].get_textpage().get_text_range())
    words = [word for phrase in (*PHRASES, *TYPED) for word in phrase.split()]
    assert [word for word in words if word not in text] == []
    turned = {"فاطمة الزهراء", "نانی جو", "Tiana Bowen", "01632 960 114"}
    assert {phrase for phrase in (*PHRASES, *TYPED) if phrase not in text} <= turned
