"""Nothing is opened for a paper but our own fonts and pictures."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.paper import fetch, fonts

REFUSED = (
    "http://127.0.0.1/NotoSans_400Regular.ttf",
    "https://example.org/x.svg",
    "file:///etc/passwd",
    "data:font/ttf;base64,AAAA",
    "asset:fonts/../app.css",
    "asset:fonts/..%2fapp.css",
    "asset:fonts/NotoSans_400Regular.ttf?x",
    "asset:fonts/NotoSans_400Regular.ttf\n",
    "asset:fonts//etc/passwd.ttf",
    "asset:fonts/Nothing_400Regular.ttf",
    "asset:templates/plan.html",
    "ASSET:fonts/NotoSans_400Regular.ttf",
    "",
)


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_not_ours_is_not_found(address: str) -> None:
    assert fetch.find(address) is None


def test_our_own_fonts_are_found() -> None:
    found = fetch.find("asset:fonts/NotoSans_400Regular.ttf")
    assert found == fonts.FOLDER / "NotoSans_400Regular.ttf"


def test_our_own_pictures_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "PICTURES", tmp_path)
    (tmp_path / "kite.svg").write_text("<svg/>", encoding="ascii")
    assert fetch.find("asset:pictures/kite.svg") == tmp_path / "kite.svg"
    assert fetch.find("asset:pictures/kettle.svg") is None


@given(st.text(), st.sampled_from(["", "asset:", "asset:fonts/", "asset:pictures/", "file:"]))
def test_whatever_is_asked_nothing_outside_our_folders_is_opened(text: str, start: str) -> None:
    found = fetch.find(start + text)
    assert found is None or found.parent in {fonts.FOLDER, fetch.PICTURES}
