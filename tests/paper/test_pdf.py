"""What the file is, and what is not in it."""

import builtins
import html
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from facilitator.paper import fonts, pdf
from facilitator.refusals import Refusal
from tests.paper import trial
from tests.paper.reading import tags

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=http://127.0.0.1:9/x>",
    "<img src=file:///etc/passwd>",
    "<link rel=attachment href=file:///etc/passwd>",
    "<a rel=attachment href=file:///etc/passwd>x</a>",
    "<style>@import url(http://127.0.0.1:9/x)</style>",
    "<a href=javascript:alert(1)>x</a>",
    "<iframe src=file:///etc/hosts></iframe>",
    "<object data=file:///etc/passwd></object>",
    "<input value=typed><form action=http://127.0.0.1:9></form>",
    "<meta name=author content=somebody><base href=file:///etc/>",
    "<svg><image href=file:///etc/passwd /></svg>",
    "<p style=\"background:url('http://127.0.0.1:9/x')\">x</p>",
    "{{ 7 * 7 }} {% raw %} url(asset:fonts/../../../etc/passwd) ]]> <!-- &amp;",
)


@pytest.fixture(scope="module")
def opened() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(trial.printed())) as document:
        yield document


def everything(printed: bytes) -> str:
    """Every stream and every object of a file, unpacked."""
    with pikepdf.open(io.BytesIO(printed)) as document:
        parts = [repr(thing) for thing in document.objects]
        parts += [
            thing.read_bytes().decode("latin-1")
            for thing in document.objects
            if isinstance(thing, pikepdf.Stream)
        ]
    return "\n".join(parts)


def said_by_xmp(document: pikepdf.Pdf) -> str:
    return document.Root.Metadata.read_bytes().decode()


def test_the_one_file_inside_is_the_copy_s_own_document(opened: pikepdf.Pdf) -> None:
    assert list(opened.attachments) == ["plan.json"]
    (inside,) = opened.Root.AF
    assert inside.AFRelationship == "/Source"
    assert inside.EF.F.read_bytes() == trial.ATTACHMENT
    assert inside.EF.F.Subtype == "/application/json"
    assert inside.EF.F.Params.ModDate == "D:20270227000000Z"


def test_the_title_is_shown_and_the_language_is_said(opened: pikepdf.Pdf) -> None:
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    assert opened.Root.Lang == "en-GB"
    assert opened.docinfo.Title == "Our plan"
    assert '<rdf:li xml:lang="x-default">Our plan</rdf:li>' in said_by_xmp(opened)


def test_the_file_says_of_itself_only_title_program_and_day(opened: pikepdf.Pdf) -> None:
    assert {str(key) for key in opened.docinfo} == {
        "/Title",
        "/Producer",
        "/CreationDate",
        "/ModDate",
    }
    assert str(opened.docinfo.CreationDate) == "D:20270227000000+00'00'"
    assert set(re.findall(r"\d{4}-\d\d-\d\d", said_by_xmp(opened))) == {"2027-02-27"}


def test_a_title_of_signs_stays_a_title() -> None:
    title = '<b>Nan & "Bev" \' ]]> \x01 '
    with pikepdf.open(io.BytesIO(pdf.render(trial.sheet("<p>x</p>", title=title)))) as document:
        assert document.docinfo.Title == title.replace("\x01", "")
        assert document.open_metadata()["dc:title"] == title.replace("\x01", "")


def test_the_same_sheet_gives_the_same_bytes_after_others() -> None:
    before = trial.printed()
    pdf.render(trial.sheet("<p>Something else ☎ नमस्ते</p>"))
    assert pdf.render(trial.sheet(trial.WHOLE)) == before


def test_the_same_sheet_gives_the_same_bytes_in_another_place_and_order() -> None:
    ask = (
        "import hashlib; from tests.paper import trial; "
        "print(hashlib.sha256(trial.printed()).hexdigest())"
    )
    told = set()
    for seed, zone, locale in (("1", "Pacific/Auckland", "C"), ("2", "America/Lima", "C.UTF-8")):
        setting = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        ran = subprocess.run(
            [sys.executable, "-c", ask],
            env=os.environ | setting,
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        told.add(ran.stdout)
    assert len(told) == 1


def test_every_letter_is_in_a_font_of_ours(opened: pikepdf.Pdf) -> None:
    ours = {family.name.replace(" ", "-") for family in fonts.FAMILIES}
    drawn = {
        str(font.BaseFont).split("+")[1].removesuffix("-Bold").rstrip(",")
        for page in opened.pages
        for font in page.Resources.Font.values()
    }
    assert {"Atkinson-Hyperlegible-Next", "Vazirmatn", "Noto-Sans-Bengali"} <= drawn <= ours


def test_the_system_s_fonts_are_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "printable", str)  # So that letters we lack do look for a font.
    body = "<p style=\"font-family: 'DejaVu Sans', Arial, monospace\">Plain → words ⊆ 漢</p>"
    with pikepdf.open(io.BytesIO(pdf.render(trial.sheet(body)))) as document:
        names = [str(font.BaseFont) for font in document.pages[0].Resources.Font.values()]
    assert names
    assert all("Atkinson" in name or "Noto" in name or "Vazirmatn" in name for name in names)


def test_a_character_that_no_font_has_leaves_a_square_and_not_a_broken_file() -> None:
    assert tags(pdf.render(trial.sheet("<p>A 漢 here</p>"))).heard == f"A {fonts.STAND_IN} here"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_printed_as_words(payload: str) -> None:
    printed = pdf.render(trial.sheet(f"<p>{html.escape(payload)}</p>"))
    assert tags(printed).heard.split() == payload.split()
    with pikepdf.open(io.BytesIO(printed)) as document:
        assert len(document.attachments) == 1
        assert all("/Annots" not in page for page in document.pages)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_markup_reaches_nothing_even_if_a_template_let_it_through(
    payload: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    really = builtins.open

    def watched(file: Any, *rest: Any, **more: Any) -> Any:
        opened.append(str(file))
        return really(file, *rest, **more)

    monkeypatch.setattr(builtins, "open", watched)
    printed = pdf.render(trial.sheet(f"<p>Before</p>{payload}"))
    assert "/etc" not in "".join(opened)
    text = everything(printed)
    for forbidden in ("/JavaScript", "/Launch", "/AcroForm", "/OpenAction", "/AA", "root:x:"):
        assert forbidden not in text
    assert "/URI" not in text
    with pikepdf.open(io.BytesIO(printed)) as document:
        assert list(document.attachments) == ["plan.json"]
    assert tags(printed).heard.startswith("Before")


def test_only_links_that_our_template_writes_can_be_touched() -> None:
    body = "".join(
        f'<p><a href="{address}">{name}</a></p>'
        for name, address in (
            ("tel", "tel:01632960114"),
            ("mail", "mailto:nan@example.org"),
            ("page", "https://example.org/"),
            ("script", "javascript:alert(1)"),
            ("file", "file:///etc/passwd"),
            ("plain", "http://example.org/"),
            ("near", "plan.html"),
        )
    )
    with pikepdf.open(io.BytesIO(pdf.render(trial.sheet(body)))) as document:
        touched = [str(area.A.URI) for page in document.pages for area in page.Annots]
    assert touched == ["tel:01632960114", "mailto:nan@example.org", "https://example.org/"]


def test_half_a_character_is_refused_by_name_wherever_it_is() -> None:
    sheet = trial.sheet("<p>Kite \ud83d</p>", title="Plan \udc00")
    with pytest.raises(Refusal) as refused:
        pdf.render(sheet)
    assert [problem.place for problem in refused.value.problems] == ["the plan", "the title"]
    assert "U+D83D" in refused.value.problems[0].wrong


def test_a_paper_far_too_long_is_refused_at_once() -> None:
    with pytest.raises(Refusal, match="more than the press takes"):
        pdf.render(trial.sheet("<p>" + "kite " * 80_000 + "</p>"))


@pytest.mark.parametrize(
    "words",
    [
        "a" * 5_000,
        "\u202e" * 5_000 + "end",
        "\u202ea\u2066b" * 2_000,
        "a" + "\u0301" * 2_000,
        "a" + "\u200d" * 5_000,
        "a\x00b\x01c\ufffe\uffffd",
        "".join(chr(number) for number in range(0x20, 0x780) if chr(number) not in "<&>"),
    ],
    ids=["long word", "overrides", "nested", "marks", "joiners", "controls", "every script"],
)
def test_words_made_to_jam_the_press_are_printed(words: str) -> None:
    assert pdf.render(trial.sheet(f"<h1>Plan</h1><p>{words}</p>")).startswith(b"%PDF-1.7")


def test_a_changed_style_sheet_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "STYLES", tmp_path)
    style = tmp_path / "plan.css"
    sheet = replace(trial.sheet("<p class=x>Kite</p>", style=""), css=("plan.css",))
    style.write_text(".x::after { content: ' one' }", encoding="ascii")
    os.utime(style, (1, 1))
    first = tags(pdf.render(sheet)).heard
    style.write_text(".x::after { content: ' two' }", encoding="ascii")
    os.utime(style, (2, 2))
    assert first.split() == ["Kite", "one"]
    assert tags(pdf.render(sheet)).heard.split() == ["Kite", "two"]


@pytest.mark.parametrize(
    ("system", "remedy"),
    [("Darwin", "brew install pango"), ("Windows", "MSYS2"), ("Linux", "nstall")],
)
def test_a_machine_without_pango_says_what_to_install_and_how_to_print_until_then(
    system: str, remedy: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    really = builtins.__import__

    def no_pango(
        name: str,
        globals_: Mapping[str, object] | None = None,
        locals_: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        if name == "weasyprint":
            print("-----\nWeasyPrint could not import some external libraries.")  # noqa: T201
            raise OSError("cannot load library 'libpango-1.0-0'")
        return really(name, globals_, locals_, fromlist, level)

    pdf._press.cache_clear()  # noqa: SLF001
    monkeypatch.setattr(builtins, "__import__", no_pango)
    monkeypatch.setattr(pdf, "system", lambda: system)
    with pytest.raises(Refusal) as refused:
        pdf.render(trial.sheet("<p>Kite</p>"))
    assert remedy in str(refused.value)
    assert str(refused.value).endswith("Until then, print the plan from the browser.")
    assert capsys.readouterr().out == "", "the sentence is said once, by whoever shows it"


def test_the_press_can_be_loaded_before_anybody_waits() -> None:
    pdf._press.cache_clear()  # noqa: SLF001
    pdf.get_ready()
    assert pdf._press.cache_info().currsize == 1  # noqa: SLF001


def test_the_machine_s_own_font_setting_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "mine.conf")
    pdf._press.cache_clear()  # noqa: SLF001
    pdf.render(trial.sheet("<p>Kite</p>"))
    assert os.environ["FONTCONFIG_FILE"] == "mine.conf"


def test_the_attachment_stays_what_it_was(opened: pikepdf.Pdf) -> None:
    inside = opened.attachments["plan.json"].get_file().read_bytes()
    assert json.loads(inside)["title"] == "The kite and kettle plan"
