"""The built style sheet and fonts: built when stale, ours in look, and readable."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tools import assets

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "facilitator/static/dist"
CLAIM = re.compile(r"(\d+\.\d) (?:on|with) (\w+)")
COLOUR = re.compile(r"^\$([a-z-]+): (#[0-9a-f]{6});(?: // (.*))?$", re.MULTILINE)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small copy of what the assets are built from, with a note that says that they are."""
    shutil.copytree(
        ROOT / "frontend", tmp_path / "frontend", ignore=shutil.ignore_patterns("node_modules")
    )
    shutil.copy(ROOT / "NOTICES.md", tmp_path)
    dist = tmp_path / "facilitator/static/dist"
    dist.mkdir(parents=True)
    (dist / "app.css").touch()
    note = {"inputs": assets.inputs_hash(tmp_path), "files": {"app.css": "0"}}
    (dist / "build.json").write_text(json.dumps(note), encoding="ascii")
    return tmp_path


def test_what_was_built_from_the_same_files_is_not_stale(house: Path) -> None:
    assert not assets.stale(house)


@pytest.mark.parametrize(
    "name", ["frontend/app.scss", "frontend/styles/_theme.scss", "frontend/package-lock.json"]
)
def test_a_change_of_what_it_is_built_from_makes_it_stale(house: Path, name: str) -> None:
    with (house / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert assets.stale(house)


def test_fetched_packages_and_line_ends_change_nothing(house: Path) -> None:
    (house / "frontend/node_modules").mkdir()
    (house / "frontend/node_modules/package.json").touch()
    sheet = house / "frontend/app.scss"
    sheet.write_bytes(sheet.read_bytes().replace(b"\n", b"\r\n"))
    assert not assets.stale(house)


@pytest.mark.parametrize("words", ["", "[]", "{}", '{"inputs": 1, "files": {}}', "null"])
def test_a_note_that_makes_no_sense_counts_as_stale(house: Path, words: str) -> None:
    (house / "facilitator/static/dist/build.json").write_text(words, encoding="ascii")
    assert assets.stale(house)


def test_a_built_file_that_is_gone_makes_it_stale(house: Path) -> None:
    (house / "facilitator/static/dist/app.css").unlink()
    assert assets.stale(house)


def test_the_assets_here_are_built_from_what_is_here() -> None:
    assert not assets.stale(), "Run 'make assets'."


def built() -> dict[str, Any]:
    note: dict[str, Any] = json.loads((DIST / "build.json").read_bytes())
    return note


def test_the_style_sheet_shows_nothing_of_the_governments() -> None:
    css = (DIST / "app.css").read_text(encoding="utf-8")
    assert "Atkinson Hyperlegible Next" in css
    assert "GDS Transport" not in css
    assert "crest" not in css
    assert [name for name in built()["files"] if "crest" in name or "Transport" in name] == []


def test_the_style_sheet_asks_for_nothing_but_fonts_of_ours() -> None:
    css = (DIST / "app.css").read_text(encoding="utf-8")
    asked = {found for found in re.findall(r"url\([\"']?([^\"')]*)", css) if found[:5] != "data:"}
    assert asked == {name for name in built()["files"] if name.startswith("fonts/")}


def test_every_font_comes_with_its_licence() -> None:
    names = built()["versions"]
    packages = {name.split("/")[1] for name in names if name.startswith("@expo-google-fonts/")}
    licences = {
        name.removeprefix("licences/").removesuffix(".txt")
        for name in built()["files"]
        if name.startswith("licences/") and name.endswith(".txt")
    }
    assert licences == packages
    for name in licences:
        text = (DIST / "licences" / f"{name}.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License" in text or "SIL OPEN FONT LICENSE" in text


def colours() -> dict[str, str]:
    text = (ROOT / "frontend/styles/_colours.scss").read_text(encoding="utf-8")
    return {name: value for name, value, _ in COLOUR.findall(text)}


def claims() -> list[tuple[str, str, float]]:
    text = (ROOT / "frontend/styles/_colours.scss").read_text(encoding="utf-8")
    names = {"ink": "ink", "white": "white", "cream": "cream", "sand": "sand"}
    return [
        (name, names[ground], float(figure))
        for name, _, said in COLOUR.findall(text)
        for figure, ground in CLAIM.findall(said)
    ]


def light(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("name", "ground", "figure"), claims())
def test_each_colour_is_as_readable_as_it_says(name: str, ground: str, figure: float) -> None:
    one, other = sorted((light(colours()[name]), light(colours()[ground])), reverse=True)
    contrast = (one + 0.05) / (other + 0.05)
    assert contrast == pytest.approx(figure, abs=0.06)
    assert contrast >= 4.5


def test_there_are_colours_to_look_at() -> None:
    assert len(claims()) >= 8
