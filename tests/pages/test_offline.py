"""What a browser may keep for the time when the app does not run."""

import re

import pytest

from tests.web import a_stranger, an_app, an_app_for_nobody, judged


def test_the_page_for_a_stopped_app_is_the_same_for_everybody() -> None:
    app = an_app()
    for_sam = app.test_client().get("/offline")
    assert for_sam.status_code == 200
    assert "Sam" not in for_sam.text
    assert for_sam.data == a_stranger(app).get("/offline").data
    assert judged(for_sam).all("h1") == ["The app is not running"]
    assert "Your words are kept on this computer." in for_sam.text


@pytest.mark.parametrize("address", ["/offline", "/sw.js"])
def test_it_is_there_before_there_is_an_account(address: str) -> None:
    assert a_stranger(an_app_for_nobody()).get(address).status_code == 200


def test_the_worker_looks_after_every_page_and_the_browser_asks_for_it_anew() -> None:
    answer = a_stranger().get("/sw.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-store"


def test_every_file_that_the_page_names_is_there_and_has_a_version() -> None:
    client = a_stranger()
    files = re.findall(r'"(/static/[^"]+)"', client.get("/offline").text)
    assert len(files) >= 2
    for file in files:
        assert "?v=" in file
        assert client.get(file).status_code == 200
