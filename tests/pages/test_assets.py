import re
from pathlib import Path

from flask import Flask, url_for

from facilitator.pages.assets import version_the_assets
from tests.web import a_client


def address(folder: Path, name: str) -> str:
    app = Flask(__name__, static_folder=str(folder))
    version_the_assets(app)
    with app.test_request_context():
        return url_for("static", filename=name)


def test_the_address_of_a_style_sheet_changes_with_its_bytes_alone(tmp_path: Path) -> None:
    sheet = tmp_path / "a.css"
    sheet.write_text("a {}")
    first = address(tmp_path, "a.css")
    assert re.fullmatch(r".*/a\.css\?v=[0-9a-f]{12}", first)
    sheet.write_text("b {}")
    assert address(tmp_path, "a.css") != first
    sheet.write_text("a {}")
    assert address(tmp_path, "a.css") == first


def test_a_file_that_is_not_there_gets_no_version(tmp_path: Path) -> None:
    assert "?v=" not in address(tmp_path, "gone.css")


def test_every_style_sheet_script_and_picture_of_a_page_is_there() -> None:
    client = a_client()
    html = client.get("/nothing").get_data(as_text=True)
    assets = re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
    assert len(assets) == 4
    for asset in assets:
        assert client.get(asset).status_code == 200, asset
