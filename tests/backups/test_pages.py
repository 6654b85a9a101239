import re
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from facilitator.accounts.user import Duty
from facilitator.backups import kept
from facilitator.backups.keeping import Trouble, keeper_of
from tests.backups.laptops import AT
from tests.web import SAM, a_folder, add_user, an_app, judged, signed_in

NOOR = replace(
    SAM, id=UUID(int=4), email="noor@example.org", duties=frozenset({Duty.ADMINISTRATOR})
)
KIT = replace(SAM, id=UUID(int=5), email="kit@example.org", duties=frozenset({Duty.FACILITATOR}))


class Here:
    """An app in its own data folder, and what it keeps."""

    def __init__(self, **changes: object) -> None:
        folder = a_folder()
        self.app = an_app(data_dir=folder, **changes)
        self.app.config["WTF_CSRF_ENABLED"] = False
        self.config = self.app.extensions["facilitator-backups"].config
        for user in (NOOR, KIT):
            add_user(self.app, user)

    def as_(self, user: object) -> FlaskClient:
        return signed_in(self.app, user)  # type: ignore[arg-type]


def words_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html))


def test_an_administrator_makes_a_backup_and_sees_it_with_its_day_and_its_size() -> None:
    here = Here()
    client = here.as_(NOOR)
    before = client.get("/backups")
    judged(before)
    assert "There is no whole backup yet." in before.text
    said = client.post("/backups/make", follow_redirects=True)
    judged(said)
    (one,) = kept.list_of(here.config)
    assert "A backup was made" in said.text
    assert re.search(r"\d kB.*Yes", words_of(said.text))
    assert f"facilitator db restore '{one.path}'" in said.text
    assert str(one.path.parent) in said.text


def test_one_that_is_no_longer_whole_is_said_to_be_no_use() -> None:
    here = Here()
    client = here.as_(NOOR)
    client.post("/backups/make")
    (one,) = kept.list_of(here.config)
    one.path.write_bytes(one.path.read_bytes()[:-4096])
    page = client.get("/backups").text
    assert "No. Do not use it." in page
    assert "There is no whole backup yet." in page


def test_a_button_that_fails_says_why_and_every_own_page_says_so_until_it_works(
    tmp_path: Path,
) -> None:
    stick = tmp_path / "stick"
    here = Here(backup_dir=stick)
    client = here.as_(NOOR)
    said = client.post("/backups/make", follow_redirects=True)
    judged(said)
    assert "No such file or directory" in said.text
    assert "It has not worked since" in said.text
    told = client.get("/people")
    judged(told)
    assert "The last backup could not be made." in told.text
    assert 'href="/backups"' in told.text
    assert "could not be made" not in here.as_(KIT).get("/").text
    stick.mkdir()
    client.post("/backups/make")
    assert "could not be made" not in client.get("/people").text


def test_no_trouble_is_told_where_a_family_may_be_looking() -> None:
    here = Here()
    keeper_of(here.config).trouble = Trouble(AT, "The disk is full.")
    client = here.as_(SAM)  # Leads meetings, and looks after the laptop.
    assert "The disk is full." in client.get("/").text
    client.post("/practise")
    meeting = re.search(r'href="(/meetings/[0-9a-f-]+/[a-z/]+)"', client.get("/").text)
    assert meeting
    page = client.get(meeting[1])
    assert page.status_code == 200
    assert "The disk is full." not in page.text


def test_where_none_is_made_the_page_says_so_and_offers_no_button() -> None:
    page = Here(backups_kept=0).as_(NOOR).get("/backups")
    judged(page)
    assert "The app makes no backup by itself here" in page.text
    assert "Make a backup now" not in page.text


def test_a_team_on_postgresql_is_told_who_makes_its_backups() -> None:
    here = Here()
    keeper = here.app.extensions["facilitator-backups"]
    here.app.extensions["facilitator-backups"] = keeper_of(
        replace(keeper.config, database_url="postgresql://app@127.0.0.1/plans")
    )
    page = here.as_(NOOR).get("/backups")
    judged(page)
    assert "pg_dump" in page.text
    assert "Make a backup now" not in page.text


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_who_looks_after_nothing_finds_nothing(method: str) -> None:
    here = Here()
    path = "/backups" if method == "GET" else "/backups/make"
    assert here.as_(KIT).open(path, method=method).status_code == 404
    assert kept.list_of(here.config) == ()
